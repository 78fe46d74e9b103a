//! Raw records → cards: every rule of the format that is more than a form.

mod area;
mod card;
mod case;
mod choice;
mod head;
mod image;
mod mask;
mod meta;
mod plain;
mod tcs;
mod typed;
mod zone;

use std::collections::HashMap;

use super::{
    cx::Cx,
    diagnostic::{message, problem},
    node::{Node, Value},
    raw::{RawDeck, read_record},
    source::Span,
};
use crate::card::{CardKey, DeckHead, Fingerprint};

pub(super) use card::{Name, Unnamed};
pub(super) use meta::inherited;

/// What a file says once it is checked.
pub(super) struct Checked {
    pub(super) head: Option<DeckHead>,
    pub(super) cards: Vec<crate::card::Card>,
    /// Cards and questions without an id, in the order of the file.
    pub(super) unnamed: Vec<Unnamed>,
    /// Names that a new card may not have: the ids and former ids of the file.
    pub(super) taken: Vec<String>,
}

/// Checks the tree of a file. `spoiled` are the bytes (ascending) that cannot stay as they are: they spoil the card that
/// they stand in.
pub(super) fn check(root: &Node, spoiled: &[usize], cx: &mut Cx<'_>) -> Option<Checked> {
    let raw = read_record::<RawDeck<'_>>(root, cx)?;
    let cards = raw.cards.value.as_ref().map(|later| later.0);
    let cards_key = raw.cards.key.clone();
    let start = raw.start.clone();
    let head = head::head(raw, cx)?;
    let mut cards_checker = Cards {
        head: &head,
        spoiled,
        seen: HashMap::new(),
        contents: HashMap::new(),
        taken: Vec::new(),
        was: Vec::new(),
        unnamed: Vec::new(),
    };
    let mut all = Vec::new();
    match (cards.map(|node| (&node.value, node)), cards_key) {
        (Some((Value::List { items, .. }, _)), Some(key)) => {
            if items.is_empty() {
                cx.report(problem!(Warning "no-cards" at key; help "no-cards-help"));
            }
            if let Some(beyond) = items.get(cx.limits.cards) {
                cx.report(problem!(Error "too-many-cards" at beyond.span.start..beyond.span.start,
                    limit = cx.limits.cards; help "too-many-cards-help"));
            }
            for item in items.iter().take(cx.limits.cards) {
                all.extend(cards_checker.card(item, cx));
            }
        }
        (Some((_, node)), _) => {
            cx.report(problem!(Error "cards-not-a-list" at node.span.clone(); help "cards-not-a-list-help"));
        }
        (None, Some(key)) => {
            if root_has_empty_cards(root) {
                cx.report(problem!(Warning "no-cards" at key; help "no-cards-help"));
            }
        }
        (None, None) => {
            cx.report(
                problem!(Error "missing-key" at start, key = "cards", place = "deck"; help "missing-key-help"),
            );
        }
    }
    cards_checker.live_names(cx);
    let mut taken = cards_checker.taken;
    taken.extend(cards_checker.was.iter().map(|(key, _)| key.to_string()));
    let unnamed = cards_checker.unnamed;
    Some(Checked { head: head.usable.then_some(head.deck), cards: all, unnamed, taken })
}

fn root_has_empty_cards(root: &Node) -> bool {
    matches!(&root.value, Value::Map { entries, .. }
        if entries.iter().any(|e| e.key == "cards" && e.node.value == Value::Nothing))
}

/// What the checks of all cards share.
struct Cards<'h> {
    head: &'h head::Head,
    spoiled: &'h [usize],
    /// The keys that were met, with their places.
    seen: HashMap<CardKey, Span>,
    /// What the cards so far ask, with their places.
    contents: HashMap<Fingerprint, Span>,
    /// Every id as it is written, even of cards that cannot be used.
    taken: Vec<String>,
    /// Former ids within this deck.
    was: Vec<(CardKey, Span)>,
    unnamed: Vec<Unnamed>,
}

impl Cards<'_> {
    fn is_spoiled(&self, span: &Span) -> bool {
        let first = self.spoiled.partition_point(|&at| at < span.start);
        self.spoiled.get(first).is_some_and(|&at| at < span.end.max(span.start + 1))
    }

    /// A former name that is still somebody's name would make two cards one.
    fn live_names(&self, cx: &mut Cx<'_>) {
        for (key, span) in &self.was {
            if let Some(live) = self.seen.get(key) {
                cx.report(
                    problem!(Warning "was-alive" at span.clone(), id = key; help "was-alive-help")
                        .relate(live.clone(), message!("here-it-is")),
                );
            }
        }
    }
}
