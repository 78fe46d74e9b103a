//! What stands within a card: options, pictures, areas, the questions of a script concordance test.

use serde_json::json;

use super::{
    At, Cx, Defs, Field, Line, Node, Numbers, Points, Prose, Read, Record, Whole,
    record::{Put, put, read_record, record, record_shape},
};
use crate::deck::{
    diagnostic::{message, problem},
    node::{Entry, Value},
    source::Span,
};

record! {
    /// An option: one of correct, wrong, required, unacceptable, and why.
    RawOption as "option" {
        /// A right option.
        correct: Prose,
        /// A wrong option.
        wrong: Prose,
        /// An indispensable option: right, and missed it sets the question to 0.
        required: Prose,
        /// An unacceptable option: wrong, and ticked it sets the question to 0.
        unacceptable: Prose,
        /// Why it is right or wrong, shown after the answer.
        why: Prose,
    }
}

record! {
    /// A picture in the deck's folder.
    RawPicture as "image" {
        /// Its path, relative to the deck.
        file: Line,
        /// What it shows, for who cannot see it.
        alt: Line,
        /// Where it comes from, and its licence.
        credit: Line,
    }
}

/// A picture: its path alone, or a record.
pub(in crate::deck) enum RawImage<'n> {
    Path(Line),
    Picture(Box<RawPicture<'n>>),
}

impl<'n> Read<'n> for RawImage<'n> {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar { .. } => Line::read(node, key, cx).map(Self::Path),
            _ => RawPicture::read(node, key, cx).map(|picture| Self::Picture(Box::new(picture))),
        }
    }

    fn shape(defs: &mut Defs) -> serde_json::Value {
        let picture = RawPicture::shape(defs);
        json!({ "anyOf": [{ "type": "string" }, picture] })
    }
}

record! {
    /// A place on a picture, in percent of its width and height: one of rect, circle, polygon.
    RawArea as "area" {
        /// What is there; shown after the answer. A zone needs it, a mask does not.
        label: Line,
        /// Left, top, width, height.
        rect: Numbers,
        /// Centre x, centre y, radius.
        circle: Numbers,
        /// At least three corners, each [x, y].
        polygon: Points,
    }
}

record! {
    /// The article of a critical reading.
    RawArticle as "article" {
        /// The path of its Markdown file, relative to the deck.
        file: Line,
        /// Its title.
        title: Line,
    }
}

record! {
    /// A question of a script concordance test.
    RawTcsQuestion as "tcs-question" {
        /// Its name within the card.
        id: Line,
        /// If you were thinking of …
        hypothesis: Prose,
        /// … and then you find …
        finding: Prose,
        /// How many of the panel chose -2, -1, 0, 1 and 2.
        votes: Votes,
        /// Shown after the answer, in Markdown.
        note: Prose,
    }
}

/// The panel's votes for −2 to +2.
pub(in crate::deck) struct Votes(pub(in crate::deck) At<[u32; 5]>);

impl<'n> Read<'n> for Votes {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::Map { entries, .. } = &node.value else {
            if node.is_broken() {
                cx.taint();
            } else {
                cx.report(problem!(Error "not-votes" at node.span.clone(), key = key; help "votes-help"));
            }
            return None;
        };
        let mut votes = [0; 5];
        let mut seen: [Option<Span>; 5] = Default::default();
        let before = cx.faults();
        for Entry { key, key_span, node } in entries {
            let place = key.trim().parse::<i8>().ok().filter(|mark| (-2..=2).contains(mark));
            let Some(place) = place.and_then(|mark| usize::try_from(mark + 2).ok()) else {
                cx.report(problem!(Error "bad-vote" at key_span.clone(), text = key; help "votes-help"));
                continue;
            };
            if let Some(first) = seen[place].replace(key_span.clone()) {
                cx.report(
                    problem!(Error "key-twice" at key_span.clone(), key = key; help "key-twice-help")
                        .relate(first, message!("first-here")),
                );
                continue;
            }
            if let Some(count) = Whole::read(node, key, cx) {
                votes[place] = count.value;
            }
        }
        if cx.faults() == before && votes.iter().all(|&count| count == 0) {
            cx.report(problem!(Error "no-votes" at node.span.clone(); help "votes-help"));
        }
        (cx.faults() == before).then(|| Self(At { value: votes, span: node.span.clone() }))
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({
            "type": "object",
            "patternProperties": { "^([+-]?[12]|[+-]?0)$": { "type": "integer", "minimum": 0 } },
            "additionalProperties": false,
            "minProperties": 1,
        })
    }
}
