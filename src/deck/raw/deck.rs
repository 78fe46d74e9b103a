//! The head of a deck.

use std::collections::HashMap;

use jiff::civil::Date;
use serde_json::json;

use super::{
    At, Cx, Defs, Field, Later, Line, Many, Node, Prose, RawCard, Read, Record, Whole,
    record::{Put, put, read_record, record, record_shape},
    text::text_of,
};
use crate::{
    card::{DeckId, Item, ObjectiveId, Text},
    deck::{
        diagnostic::{message, problem},
        node::{Entry, Value},
        source::Span,
    },
};

record! {
    /// A deck of cards for Carabin.
    RawDeck as "deck" {
        /// The version of this format: 1.
        format: Whole,
        /// The deck's stable name: lower-case letters, digits and hyphens. Updates and schedules hang on it.
        deck: At<DeckId>,
        /// The deck's title.
        title: Line,
        /// The language of the cards, such as fr or en (BCP 47).
        language: Line,
        /// The deck's version, shown when an update arrives.
        version: Line,
        /// The licence, such as CC-BY-4.0 (SPDX).
        license: Line,
        /// Who wrote the deck.
        authors: Many<Line>,
        /// What the deck is, in Markdown.
        description: Prose,
        /// Where a mistake is reported: an address or an e-mail.
        contact: Line,
        /// Names that the deck had before.
        was: Many<At<DeckId>>,
        /// The EDN item of the cards, 1 to 367.
        item: At<Item>,
        /// The knowledge objectives that the cards name.
        objectives: Many<RawObjective<'n>>,
        /// The sources that the cards name, each under a key of your choice.
        sources: Sources<'n>,
        /// What a card does not say for itself: any key that every card may carry.
        defaults: RawCard<'n>,
        /// The cards.
        cards: Later<'n>,
    }
}

record! {
    /// A knowledge objective of the national list.
    RawObjective as "objective" {
        /// Its id, such as OIC-019-09-A; the final letter is the rank.
        id: At<ObjectiveId>,
        /// Its title.
        title: Line,
        /// Its rubric, such as Définition.
        rubric: Line,
    }
}

record! {
    /// A source: where facts come from.
    RawSource as "source" {
        /// Its title.
        title: Line,
        /// The day it dates from (year-month-day).
        date: At<Date>,
        /// The document's file name.
        file: Line,
        /// Its address on the web.
        url: Line,
        /// Who wrote it.
        author: Line,
    }
}

/// The sources by their keys, in the order of the file.
#[derive(Default)]
pub(in crate::deck) struct Sources<'n> {
    pub(in crate::deck) all: Vec<(At<Text>, RawSource<'n>)>,
}

impl<'n> Read<'n> for Sources<'n> {
    fn read(node: &'n Node, _key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::Map { entries, .. } = &node.value else {
            cx.report(
                problem!(Error "not-a-record" at node.span.clone(), place = "sources"; help "sources-help"),
            );
            return None;
        };
        let mut sources = Self::default();
        let mut seen = HashMap::new();
        for entry in entries {
            let key = At { value: Text::one_line(&entry.key), span: entry.key_span.clone() };
            if key.value.is_blank() {
                cx.report(problem!(Error "key-not-text" at key.span; help "key-not-text-help"));
                continue;
            }
            if let Some(first) = seen.insert(key.value.clone(), key.span.clone()) {
                cx.report(
                    problem!(Error "key-twice" at key.span, key = key.value; help "key-twice-help")
                        .relate(first, message!("first-here")),
                );
                continue;
            }
            // A source may be only its title.
            let source = match &entry.node.value {
                Value::Scalar { .. } => text_of(&entry.node, &entry.key, cx).map(|text| RawSource {
                    title: Field {
                        key: Some(entry.key_span.clone()),
                        span: entry.node.span.clone(),
                        value: Some(At { value: Text::one_line(text), span: entry.node.span.clone() }),
                        empty: false,
                    },
                    ..RawSource::default()
                }),
                Value::Nothing => {
                    let empty = Field { key: Some(key.span.clone()), empty: true, ..Field::default() };
                    Some(RawSource { title: empty, ..RawSource::default() })
                }
                _ => RawSource::read(&entry.node, &entry.key, cx),
            };
            // Even a source that cannot be used is declared: cards that name it are not wrong.
            let mut source = source.unwrap_or_default();
            source.start = entry.key_span.clone();
            sources.all.push((key, source));
        }
        Some(sources)
    }

    fn shape(defs: &mut Defs) -> serde_json::Value {
        let source = RawSource::shape(defs);
        json!({ "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, source] } })
    }
}
