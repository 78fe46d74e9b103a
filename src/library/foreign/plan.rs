//! What an update would do, to be shown before it is taken.

use crate::{
    card::{DeckHead, Text},
    library::merge::{CardChange, Change},
};

/// What an update does, to be shown before it is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The deck's head as it will be.
    pub head: DeckHead,
    /// The version that is there.
    pub before: Option<Text>,
    /// What happens to cards, in the order of the new deck, those that go last. Unchanged cards are not named.
    pub changes: Vec<CardChange>,
    /// What happens to the fields of the head: those that were [changed](Change::Changed), [kept](Change::Kept) or
    /// changed on [both](Change::Both) sides.
    pub fields: Vec<FieldChange>,
    /// What happens to the files beside the deck. Unchanged files are not named.
    pub files: Vec<FileChange>,
    /// How many cards stay as they are.
    pub unchanged: usize,
    /// Why the student's own copy is kept beside the deck as a file, if it is.
    pub aside: Option<Aside>,
    /// The new text of the deck.
    pub(super) text: String,
    /// The cards that go, as text, for the archive.
    pub(super) archive: Vec<String>,
}

/// Why the student's own copy of a deck is kept beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// The two could not be merged: the author's deck is taken as it is.
    Unmerged,
    /// They could, but for comments of the student's on lines that the author has changed.
    Comments,
}

/// What happens to a field of the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the file.
    pub field: Text,
    /// What happens.
    pub change: Change,
}

/// What happens to a file beside the deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Its path, relative to the deck.
    pub file: Text,
    /// What happens: it is [new](Change::New), [changed](Change::Changed), or changed on [both](Change::Both) sides.
    pub change: Change,
}

impl Plan {
    /// How many cards meet `change`.
    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        self.changes.iter().filter(|card| card.change == change).count()
    }

    /// Whether the deck and its files stay as they are.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let cards = self.changes.iter().map(|card| card.change);
        let mut all = cards.chain(self.fields.iter().map(|field| field.change));
        let news = [Change::New, Change::Changed, Change::Gone, Change::Both];
        self.aside.is_none() && self.files.is_empty() && !all.any(|change| news.contains(&change))
    }
}
