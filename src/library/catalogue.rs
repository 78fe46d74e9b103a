//! What there is to study, in memory: one small entry for each schedule, without the cards' texts.

use std::ops::Range;

use crate::card::{DeckHead, Fingerprint, Item, Kind, Locator, ObjectiveId, Rank, Text};

use super::{places::Origin, table::Table};

/// All readable decks and their schedules, as of the last refresh.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// The decks in the order of precedence, shadowed ones included.
    pub decks: Vec<DeckEntry>,
    /// The schedules, deck by deck and card by card in the order of the files.
    pub entries: Vec<Entry>,
    /// Files whose head could not be read, so that nothing of them can be studied.
    pub unreadable: Vec<Unreadable>,
    pub(super) labels: Vec<Labels>,
    /// Former locators of cards, with the number of the card's first entry.
    pub(super) former: Vec<(Locator, u32)>,
    pub(super) table: Table,
}

/// A deck.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckEntry {
    /// What it says of itself.
    pub head: DeckHead,
    /// Where it comes from.
    pub origin: Origin,
    /// How many mistakes it has; the cards that have them are left out.
    pub errors: u32,
    /// How many warnings it has.
    pub warnings: u32,
    /// The number of the deck with the same id that is studied in its place. A shadowed deck has no entries.
    pub shadowed_by: Option<u32>,
    /// Which of [`Catalogue::entries`] are its own.
    pub entries: Range<usize>,
    /// Its row in the index.
    pub(super) file: i64,
}

/// A deck file that cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which.
    pub origin: Origin,
    /// How many mistakes it has.
    pub errors: u32,
}

/// One schedule: a card, or one of its parts. A container (case, KFP, TCS, article) has one entry, which is not
/// scheduled.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What its history hangs on.
    pub locator: Locator,
    /// The number of its deck in [`Catalogue::decks`].
    pub deck: u32,
    /// The number of its card within the catalogue, from 0; siblings share it and stand side by side.
    pub card: u32,
    /// The line of the file, from 1, where its card begins.
    pub line: u32,
    /// The kind.
    pub kind: Kind,
    /// The card's first objective. See also [`Catalogue::objectives`].
    pub objective: Option<ObjectiveId>,
    /// The rank: the objective's, else the author's.
    pub rank: Option<Rank>,
    /// The item: the author's, else the objective's.
    pub item: Option<Item>,
    /// Whether it has a schedule of its own (a container has none).
    pub schedulable: bool,
    /// The author suspended it.
    pub starts_suspended: bool,
    /// Proposed, not asked until accepted.
    pub draft: bool,
    /// The fingerprint of its card.
    pub fingerprint: Fingerprint,
    pub(super) labels: u32,
}

/// What many cards share, kept once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Labels {
    /// The card's own objectives, then those of its questions.
    pub objectives: Vec<ObjectiveId>,
    pub tags: Vec<Text>,
}

impl Catalogue {
    /// How many cards there are (an entry of `cards:` counts once, however many schedules it has).
    #[must_use]
    pub fn cards(&self) -> usize {
        self.entries.last().map_or(0, |entry| entry.card as usize + 1)
    }

    /// The number of the entry with this very locator.
    #[must_use]
    pub fn find(&self, locator: &Locator) -> Option<usize> {
        let hash = super::table::hash_locator(locator);
        self.table.candidates(hash).find(|&number| self.entries[number].locator == *locator)
    }

    /// Like [`Self::find`], for a locator as the journal keeps it: text. Allocates nothing, so that the states of
    /// 100,000 cards find their entries within milliseconds.
    #[must_use]
    pub fn find_text(&self, locator: &str) -> Option<usize> {
        let (deck, rest) = locator.split_once('/')?;
        let (key, part) = match rest.split_once('#') {
            Some((key, part)) => (key, Some(part)),
            None => (rest, None),
        };
        self.table.candidates(super::table::hash_text(locator)).find(|&number| {
            let entry = &self.entries[number].locator;
            entry.deck.as_str() == deck
                && entry.part.as_ref().map(crate::card::PartKey::as_str) == part
                && super::table::is_key(&entry.key, key)
        })
    }

    /// The entries of the card that `locator` or the locator of any of its parts names; empty where there is none.
    #[must_use]
    pub fn card(&self, locator: &Locator) -> &[Entry] {
        let whole = locator.card();
        let hit = self.table.candidates(super::table::hash_locator(&whole)).find(|&number| {
            let entry = &self.entries[number].locator;
            entry.deck == whole.deck && entry.key == whole.key
        });
        hit.map_or(&[], |number| &self.entries[self.siblings(number)])
    }

    /// Which entries belong to the same card as entry `number`, itself included.
    ///
    /// # Panics
    /// When there is no entry `number`.
    #[must_use]
    pub fn siblings(&self, number: usize) -> Range<usize> {
        let card = self.entries[number].card;
        let before = self.entries[..number].iter().rev().take_while(|entry| entry.card == card).count();
        let after = self.entries[number..].iter().take_while(|entry| entry.card == card).count();
        number - before..number + after
    }

    /// The deck that is studied under this id.
    #[must_use]
    pub fn deck(&self, id: &crate::card::DeckId) -> Option<&DeckEntry> {
        self.decks.iter().find(|deck| deck.shadowed_by.is_none() && deck.head.id == *id)
    }

    /// The deck of an entry.
    #[must_use]
    pub fn deck_of(&self, entry: &Entry) -> Option<&DeckEntry> {
        self.decks.get(entry.deck as usize)
    }

    /// All objectives of the entry's card, its own first, then those of its questions.
    #[must_use]
    pub fn objectives(&self, entry: &Entry) -> &[ObjectiveId] {
        self.labels.get(entry.labels as usize).map_or(&[], |labels| &labels.objectives)
    }

    /// The tags of the entry's card.
    #[must_use]
    pub fn tags(&self, entry: &Entry) -> &[Text] {
        self.labels.get(entry.labels as usize).map_or(&[], |labels| &labels.tags)
    }

    /// Whether one of the card's tags is `tag` or stands below it (`edn` holds `edn::019`); case does not matter.
    #[must_use]
    pub fn has_tag(&self, entry: &Entry, tag: &str) -> bool {
        self.tags(entry).iter().any(|have| {
            let mut have = have.split("::");
            tag.split("::").all(|want| have.next().is_some_and(|have| have.eq_ignore_ascii_case(want)))
        })
    }

    /// What authors renamed by `was:`: former locator, present locator, schedule by schedule. A former name
    /// that is live again is left out, for two live cards are never one.
    #[must_use]
    pub fn renamed(&self) -> Vec<(Locator, Locator)> {
        let mut out = Vec::new();
        for (former, first) in &self.former {
            for entry in &self.entries[self.siblings(*first as usize)] {
                let mut names = vec![former.clone()];
                if former.deck == entry.locator.deck {
                    names.extend(self.former_decks(entry).map(|deck| Locator { deck, ..former.clone() }));
                }
                let part = &entry.locator.part;
                out.extend(
                    names
                        .into_iter()
                        .map(|former| (Locator { part: part.clone(), ..former }, entry.locator.clone())),
                );
            }
        }
        for entry in &self.entries {
            let now = &entry.locator;
            out.extend(self.former_decks(entry).map(|deck| (Locator { deck, ..now.clone() }, now.clone())));
        }
        out.retain(|(former, _)| self.card(former).is_empty());
        out
    }

    fn former_decks(&self, entry: &Entry) -> impl Iterator<Item = crate::card::DeckId> {
        self.deck_of(entry).into_iter().flat_map(|deck| deck.head.was.iter().cloned())
    }
}
