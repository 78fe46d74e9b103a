//! What imports brought last, kept beside the decks: so the next one tells what has changed there from what was mended here.
//!
//! `decks/.carabin/imported/DECK.yaml` holds the cards as they came, `DECK.json` where the files went that came with them,
//! `DECK.notes.zst` the notes of Anki that they were ([`Originals`](crate::exchange::original::Originals)). No
//! refresh looks into a hidden folder, and a sync carries it with the decks, so that all devices agree.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::settle::settle;
use crate::{
    card::{Card, CardKey, DeckHead, DeckId},
    deck::{self, AnyMedia, Deck, Limits},
    exchange::{original::Originals, parts::part_number},
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
    /// The hashes of the two files when they were read.
    seen: [Option<blake3::Hash>; 2],
}

/// A file of what is to be known the next time.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// Where it lies.
    pub(super) path: PathBuf,
    /// What is to be in it.
    pub(super) bytes: Vec<u8>,
    /// The hash of what lies there.
    pub(super) before: Option<blake3::Hash>,
}

impl Kept {
    /// Nothing where that lies there already.
    fn unless_there(path: PathBuf, bytes: Vec<u8>, before: Option<blake3::Hash>) -> Option<Self> {
        (before != Some(blake3::hash(&bytes))).then_some(Self { path, bytes, before })
    }

    /// The notes of Anki that a deck was made of, where they say something else than what lies there. What cannot be read is
    /// given as its path: without it, notes that are not in this package would be lost.
    pub(super) fn notes(decks: &Path, id: &DeckId, bytes: Vec<u8>) -> Result<Option<Self>, PathBuf> {
        let path = notes(decks, id);
        let Ok(there) = fs::read(&path) else { return Ok(Self::unless_there(path, bytes, None)) };
        let before = Some(blake3::hash(&there));
        let Some(there) = Originals::read(&there) else { return Err(path) };
        let same = Originals::read(&bytes).is_some_and(|new| new.says_no_more_than(&there));
        Ok(Self::unless_there(path, bytes, before).filter(|_| !same))
    }
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
        let [text, files] = ["yaml", "json"].map(|extension| fs::read(path(decks, id, extension)).ok());
        let seen = [&text, &files].map(|bytes| bytes.as_deref().map(blake3::hash));
        let limits = Limits { file_bytes: usize::MAX, cards: usize::MAX, ..Limits::default() };
        let deck = text.and_then(|text| deck::read_with(&text, &AnyMedia, &limits).deck);
        let Some(deck) = deck else { return Self { seen, ..Self::default() } };
        let places = deck.cards.iter().enumerate().map(|(place, card)| (card.key.clone(), place)).collect();
        let files = files.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { head: Some(deck.head), cards: deck.cards, places, files, seen }
    }

    /// That of a deck which begins anew: nothing has come into it yet.
    pub(super) fn emptied(self) -> Self {
        Self { seen: self.seen, ..Self::default() }
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

    /// Takes over how cards came last into the decks that they were in before: those of `cards` that are `there`.
    pub(super) fn take_over(&mut self, cards: &[Card], there: &Deck, bases: &Bases) {
        let present: HashSet<&CardKey> = there.cards.iter().map(|card| &card.key).collect();
        for card in cards.iter().filter(|card| present.contains(&card.key)) {
            if self.card(&card.key).is_none()
                && let Some(came) = bases.card(&card.key, &there.head)
            {
                self.places.insert(card.key.clone(), self.cards.len());
                self.cards.push(Card { deck: there.head.id.clone(), ..came.clone() });
            }
        }
    }

    /// What is to be kept once `cards` and `files` have come, as far as it is not kept already. `there` is the deck as it stands.
    pub(super) fn after(
        mut self,
        decks: &Path,
        head: &DeckHead,
        cards: &[Card],
        files: BTreeMap<String, Place>,
        there: Option<&Deck>,
    ) -> Vec<Kept> {
        let own: HashMap<&CardKey, &Card> =
            there.iter().flat_map(|deck| &deck.cards).map(|card| (&card.key, card)).collect();
        for card in cards {
            match self.places.get(&card.key) {
                // What was mended here and went out comes back as it went: it stays the student's.
                Some(_) if own.get(&card.key).is_some_and(|own| settle(own, card, None).card == **own) => {}
                // A field of which nothing was said stays as it came.
                Some(place) => self.cards[*place] = settle(&self.cards[*place], card, None).card,
                None => self.cards.push(card.clone()),
            }
        }
        let mut whole = self.head.unwrap_or_else(|| head.clone());
        for objective in &head.objectives {
            if !whole.objectives.iter().any(|own| own.id == objective.id) {
                whole.objectives.push(objective.clone());
            }
        }
        for source in &head.sources {
            if whole.source(&source.key).is_none() {
                whole.sources.push(source.clone());
            }
        }
        self.files.extend(files);
        let text = deck::write(&whole, &self.cards).into_bytes();
        let files = serde_json::to_vec_pretty(&self.files).ok().filter(|_| !self.files.is_empty());
        let [text_seen, files_seen] = self.seen;
        let kept = |extension, bytes, seen| Kept::unless_there(path(decks, &head.id, extension), bytes, seen);
        let files = files.and_then(|files| kept("json", files, files_seen));
        kept("yaml", text, text_seen).into_iter().chain(files).collect()
    }
}

/// What came last into all decks, read when it is asked for.
pub(super) struct Bases {
    decks: PathBuf,
    all: OnceCell<Vec<(DeckId, Base)>>,
}

impl Bases {
    /// Those beside these decks.
    pub(super) fn new(decks: PathBuf) -> Self {
        Self { decks, all: OnceCell::new() }
    }

    /// How a card came last that is in the deck of this head now: what came from Anki has one name wherever it is, any other
    /// card in what the deck was called before and in its parts.
    fn card(&self, key: &CardKey, head: &DeckHead) -> Option<&Card> {
        let everywhere = matches!(key, CardKey::Id(id) if id.starts_with("anki-"));
        let part = |one: &DeckId, whole: &DeckId| part_number(one, whole).is_some();
        let near = |id: &DeckId| head.was.contains(id) || part(id, &head.id) || part(&head.id, id);
        let all = self.all.get_or_init(|| self.read());
        all.iter().filter(|(id, _)| everywhere || near(id)).find_map(|(_, base)| base.card(key))
    }

    fn read(&self) -> Vec<(DeckId, Base)> {
        let folder = fs::read_dir(self.decks.join(FOLDER)).into_iter().flatten().flatten();
        let mut ids: Vec<DeckId> = folder
            .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".yaml")?.parse().ok())
            .collect();
        ids.sort();
        ids.into_iter().map(|id| (id.clone(), Base::read(&self.decks, &id))).collect()
    }
}
