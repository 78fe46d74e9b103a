//! Cards → YAML, as a person would have written them: for imports, copies and sharing.
//!
//! Short texts stand on their line, without quotes where YAML needs none; texts of several lines are literal blocks.
//! What is written reads back to the same cards (a property test holds it), with two limits of the format itself:
//! what a reader can never yield (a blank prompt, a mark cut in two) is written as it is, and the bodies of articles
//! stay in their files.

mod asked;
mod head;
mod lines;
mod meta;
mod scalar;

use lines::Lines;

use crate::card::{Card, CardKey, DeckHead, Meta};

/// The text of a deck. Cards that have an id keep it, the others stay without.
#[must_use]
pub fn write(head: &DeckHead, cards: &[Card]) -> String {
    let mut out = Lines::new();
    head::head(head, &mut out);
    if cards.is_empty() {
        out.raw("cards: []");
    } else {
        out.raw("cards:");
    }
    for (index, card) in cards.iter().enumerate() {
        if index > 0 {
            out.blank();
        }
        entry(head, card, &mut out);
    }
    out.finish()
}

/// The text of one card, as an entry of `cards:` with its dash and the usual indentation.
#[must_use]
pub fn write_card(head: &DeckHead, card: &Card) -> String {
    let mut out = Lines::new();
    entry(head, card, &mut out);
    out.finish()
}

fn entry(head: &DeckHead, card: &Card, out: &mut Lines) {
    out.item(|out| {
        if let CardKey::Id(id) = &card.key {
            out.line("id", id);
        }
        let was: Vec<String> = card
            .was
            .iter()
            .map(
                |locator| {
                    if locator.deck == card.deck { locator.key.to_string() } else { locator.to_string() }
                },
            )
            .collect();
        out.many("was", &was);
        // What the deck's head already says of every card.
        let base = Meta { item: head.item, ..Meta::default() };
        asked::content(&card.content, &card.meta, out);
        meta::meta(&card.meta, &base, out);
    });
}

#[cfg(test)]
mod tests;
