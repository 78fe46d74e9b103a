//! Raw records → cards: every rule of the format that is more than a form.

mod card;
mod case;
mod choice;
mod head;
mod image;
mod meta;
mod plain;
mod tcs;
mod typed;
mod zone;

use std::collections::HashMap;

use super::{
    cx::Cx,
    diagnostic::{Diagnostic, Severity, message, problem},
    node::{Node, Value},
    raw::{RawDeck, read_record},
    source::Span,
};
use crate::card::{CardKey, DeckHead};

pub(super) use card::Unnamed;

/// What a file says once it is checked.
pub(super) struct Checked {
    pub(super) head: Option<DeckHead>,
    pub(super) cards: Vec<crate::card::Card>,
    /// Cards and questions without an id, in the order of the file.
    pub(super) unnamed: Vec<Unnamed>,
}

/// Checks the tree of a file. `found` are the problems of the steps before, which spoil the cards they stand in.
pub(super) fn check(root: &Node, found: &[Diagnostic], cx: &mut Cx<'_>) -> Option<Checked> {
    let raw = read_record::<RawDeck<'_>>(root, cx)?;
    let cards = raw.cards.value.as_ref().map(|later| later.0);
    let cards_key = raw.cards.key.clone();
    let start = raw.start.clone();
    let head = head::head(raw, cx)?;
    let mut cards_checker = Cards {
        head: &head,
        spoiled: found.iter().filter(|f| f.severity == Severity::Error).map(|f| f.span.start).collect(),
        seen: HashMap::new(),
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
    let unnamed = cards_checker.unnamed;
    Some(Checked { head: head.usable.then_some(head.head), cards: all, unnamed })
}

fn root_has_empty_cards(root: &Node) -> bool {
    matches!(&root.value, Value::Map { entries, .. }
        if entries.iter().any(|e| e.key == "cards" && e.node.value == Value::Nothing))
}

/// What the checks of all cards share.
struct Cards<'h> {
    head: &'h head::Head,
    /// Where errors of the steps before stand, in ascending order.
    spoiled: Vec<usize>,
    /// The keys that were met, with their places.
    seen: HashMap<CardKey, Span>,
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
