//! Cards of a note that the student moved to another deck than the others.

use std::collections::{BTreeMap, BTreeSet};

use super::reader::Shelved;
use crate::{
    card::{Card, DeckHead, DeckId, Text},
    exchange::{NewDeck, original::Originals},
};

/// They, by the decks that they are in, with the names of the files of their notes.
#[derive(Default)]
pub(super) struct Strays(BTreeMap<DeckId, (Vec<Card>, BTreeSet<String>)>);

impl Strays {
    /// A card, which says in which deck it is.
    pub(super) fn add(&mut self, card: Card, files: &[String]) {
        let (cards, names) = self.0.entry(card.deck.clone()).or_default();
        names.extend(files.iter().cloned());
        cards.push(card);
    }

    /// Puts each with what else comes for its deck.
    pub(super) fn join(self, shelves: &mut Vec<Shelved>, language: &str) {
        for (id, (cards, mut names)) in self.0 {
            if let Some(shelf) = shelves.iter_mut().find(|shelf| shelf.deck.head.id == id) {
                shelf.deck.cards.extend(cards);
                shelf.files.append(&mut names);
                continue;
            }
            // The deck is there: of its head only the id counts.
            let head = DeckHead::new(id.clone(), Text::one_line(&id.to_string()), Text::one_line(language));
            let deck = NewDeck { head, cards, media: Vec::new(), notes: None };
            shelves.push(Shelved { deck, files: names, originals: Originals::default() });
        }
    }
}
