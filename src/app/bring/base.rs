//! What imports brought last, kept beside the decks: so the next one tells what has changed there from what was mended here.
//!
//! `decks/.carabin/imported/DECK.yaml` holds the cards as they came, `DECK.json` where the files went that came with them,
//! `DECK.notes.zst` the notes of Anki that they were ([`Originals`](crate::exchange::original::Originals)). No
//! refresh looks into a hidden folder, and a sync carries it with the decks, so that all devices agree.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    card::{Card, CardKey, DeckHead, DeckId},
    deck::{self, AnyMedia, Limits},
};

/// The folder among the decks.
const FOLDER: &str = ".carabin/imported";

/// What came last into a deck.
#[derive(Default)]
pub(super) struct Base {
    head: Option<DeckHead>,
    cards: Vec<Card>,
    places: HashMap<CardKey, usize>,
    files: BTreeMap<String, Place>,
}

/// Where a file went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    /// Its path beside the deck.
    pub(super) file: String,
    /// The BLAKE3 hash of what came.
    pub(super) hash: String,
}

fn path(decks: &Path, id: &DeckId, extension: &str) -> PathBuf {
    decks.join(FOLDER).join(format!("{id}.{extension}"))
}

/// Where the notes of Anki lie that a deck was made of.
pub(in crate::app) fn notes(decks: &Path, id: &DeckId) -> PathBuf {
    path(decks, id, "notes.zst")
}

impl Base {
    /// That of a deck. Nothing where nothing came, or where what was kept cannot be read: then nobody knows who changed a card.
    pub(super) fn read(decks: &Path, id: &DeckId) -> Self {
        let Ok(text) = fs::read(path(decks, id, "yaml")) else { return Self::default() };
        let limits = Limits { file_bytes: usize::MAX, cards: usize::MAX, ..Limits::default() };
        let Some(deck) = deck::read_with(&text, &AnyMedia, &limits).deck else { return Self::default() };
        let places = deck.cards.iter().enumerate().map(|(place, card)| (card.key.clone(), place)).collect();
        let files = fs::read(path(decks, id, "json")).ok();
        let files = files.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { head: Some(deck.head), cards: deck.cards, places, files }
    }

    /// One that knows of files alone.
    #[cfg(test)]
    pub(super) fn of_files(files: BTreeMap<String, Place>) -> Self {
        Self { files, ..Self::default() }
    }

    /// A card as it came last.
    pub(super) fn card(&self, key: &CardKey) -> Option<&Card> {
        self.places.get(key).map(|place| &self.cards[*place])
    }

    /// All cards as they came last.
    pub(super) fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// Where the file of this name went.
    pub(super) fn file(&self, name: &str) -> Option<&Place> {
        self.files.get(name)
    }

    /// What is to be kept once `cards` and `files` have come: paths and contents.
    pub(super) fn after(
        mut self,
        decks: &Path,
        head: &DeckHead,
        cards: &[Card],
        files: BTreeMap<String, Place>,
    ) -> Vec<(PathBuf, Vec<u8>)> {
        for card in cards {
            match self.places.get(&card.key) {
                Some(place) => self.cards[*place].clone_from(card),
                None => self.cards.push(card.clone()),
            }
        }
        let mut whole = head.clone();
        if let Some(before) = self.head {
            // Cards that came before still name these.
            let new = |id| !head.objectives.iter().any(|own| own.id == id);
            whole.objectives.extend(before.objectives.into_iter().filter(|one| new(one.id)));
            whole.sources.extend(before.sources.into_iter().filter(|one| head.source(&one.key).is_none()));
        }
        self.files.extend(files);
        let mut out = vec![(path(decks, &head.id, "yaml"), deck::write(&whole, &self.cards).into_bytes())];
        if let Ok(files) = serde_json::to_vec_pretty(&self.files)
            && !self.files.is_empty()
        {
            out.push((path(decks, &head.id, "json"), files));
        }
        out
    }
}
