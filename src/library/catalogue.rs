//! What there is to study, in memory: one small entry for each schedule, without the cards' texts.

use std::ops::Range;

use crate::card::{CardKey, DeckHead, DeckId, Fingerprint, Item, Kind, Locator, ObjectiveId, Rank, Text};

use super::{
    places::Origin,
    table::{Key, Name, Table},
};

/// All readable decks and their schedules, as of the last refresh.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// The decks in the order of precedence, shadowed ones included.
    pub decks: Vec<DeckEntry>,
    /// The schedules, deck by deck and card by card in the order of the files.
    pub entries: Vec<Entry>,
    /// Files whose head could not be read, so that nothing of them can be studied.
    pub unreadable: Vec<Unreadable>,
    /// The ids and parts of all cards, one after the other: a hundred thousand small texts would take more time and
    /// memory than everything else.
    pub(super) names: String,
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
/// scheduled. What its history hangs on is [`Catalogue::locator`].
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts about a card, a hundred thousand times in memory"
)]
pub struct Entry {
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
    /// Whether nothing but its picture can answer it: it is pointed at there, or hidden without a name.
    pub on_picture: bool,
    /// Whether it has a schedule of its own (a container has none).
    pub schedulable: bool,
    /// The author suspended it.
    pub starts_suspended: bool,
    /// Proposed, not asked until accepted.
    pub draft: bool,
    /// The fingerprint of its card.
    pub fingerprint: Fingerprint,
    pub(super) labels: u32,
    /// Its id; empty where the fingerprint is its key.
    pub(super) key: Span,
    /// Empty for the card as a whole.
    pub(super) part: Span,
}

/// A piece of [`Catalogue::names`], in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub start: u32,
    pub length: u8,
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

    /// The locator of entry `number`: what its history hangs on.
    ///
    /// # Panics
    /// When there is no entry `number`.
    #[must_use]
    pub fn locator(&self, number: usize) -> Locator {
        let entry = &self.entries[number];
        let Name { key, part, .. } = self.name(entry);
        let key = match key {
            Key::Id(id) => CardKey::Id(id.to_owned()),
            Key::Fingerprint(bytes) => CardKey::Fingerprint(Fingerprint::from_bytes(bytes)),
        };
        // The part was printed from a part: it parses, or is empty.
        Locator { deck: self.decks[entry.deck as usize].head.id.clone(), key, part: part.parse().ok() }
    }

    fn name(&self, entry: &Entry) -> Name<'_> {
        let text = |span: Span| {
            let start = span.start as usize;
            self.names.get(start..start + usize::from(span.length)).unwrap_or_default()
        };
        let key = match text(entry.key) {
            "" => Key::Fingerprint(entry.fingerprint.to_bytes()),
            id => Key::Id(id),
        };
        let deck = self.decks.get(entry.deck as usize).map_or("", |deck| deck.head.id.as_str());
        Name { deck, key, part: text(entry.part) }
    }

    /// The number of the entry with this very locator.
    #[must_use]
    pub fn find(&self, locator: &Locator) -> Option<usize> {
        self.find_name(Name::of(locator))
    }

    /// The number of the entry that is asked under this locator: its own, or for a question of a container the container's.
    /// Whether the container has such a question only its card can tell.
    #[must_use]
    pub fn find_asked(&self, locator: &Locator) -> Option<usize> {
        self.find(locator).or_else(|| {
            locator.part.as_ref()?;
            self.card(locator).next().filter(|&number| self.entries[number].kind.is_container())
        })
    }

    /// Like [`Self::find`], for locators as the journal keeps them: texts. Gives the numbers in their order.
    ///
    /// The slots, entries and names of 100,000 cards lie all over the memory. A step is done for all locators before the
    /// next one is begun, so that the processor waits for many of them at once instead of for one after the other: give it
    /// some hundreds.
    #[must_use]
    pub fn find_texts(&self, locators: &[&str]) -> Vec<Option<usize>> {
        let names: Vec<_> = locators.iter().map(|locator| Name::parse(locator)).collect();
        let first = |name: &Option<Name<'_>>| self.table.candidates((*name)?.hash()).next();
        let numbers: Vec<_> = names.iter().map(first).collect();
        let found: Vec<_> =
            numbers.iter().map(|number| number.map(|number| self.name(&self.entries[number]))).collect();
        let sure = numbers.into_iter().zip(found);
        let one = |(name, (number, found)): (Option<Name<'_>>, (Option<usize>, Option<Name<'_>>))| {
            // Another entry may stand before it in the table.
            if found == name { number } else { self.find_name(name?) }
        };
        names.into_iter().zip(sure).map(one).collect()
    }

    fn find_name(&self, name: Name<'_>) -> Option<usize> {
        self.table.candidates(name.hash()).find(|&number| self.name(&self.entries[number]) == name)
    }

    /// The numbers of the entries of the card that `locator`, or the locator of any of its parts, names; none where
    /// there is no such card.
    #[must_use]
    pub fn card(&self, locator: &Locator) -> Range<usize> {
        let whole = Name { part: "", ..Name::of(locator) };
        let first = self.table.candidates(whole.hash()).find(|&number| {
            let name = self.name(&self.entries[number]);
            (name.deck, name.key) == (whole.deck, whole.key)
        });
        first.map_or(0..0, |number| self.siblings(number))
    }

    /// The numbers of the entries of the same card as entry `number`, itself included.
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
    pub fn deck(&self, id: &DeckId) -> Option<&DeckEntry> {
        self.decks.iter().find(|deck| deck.shadowed_by.is_none() && deck.head.id == *id)
    }

    /// How many cards of a deck can be studied.
    #[must_use]
    pub fn cards_of(&self, deck: &DeckEntry) -> usize {
        match self.entries.get(deck.entries.clone()) {
            Some([first, .., last]) => (last.card - first.card) as usize + 1,
            Some([_]) => 1,
            _ => 0,
        }
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
            for number in self.siblings(*first as usize) {
                let now = self.locator(number);
                let mut names = vec![former.clone()];
                if former.deck == now.deck {
                    names.extend(self.former_decks(number).map(|deck| Locator { deck, ..former.clone() }));
                }
                out.extend(
                    names
                        .into_iter()
                        .map(|former| (Locator { part: now.part.clone(), ..former }, now.clone())),
                );
            }
        }
        for number in
            self.decks.iter().filter(|deck| !deck.head.was.is_empty()).flat_map(|d| d.entries.clone())
        {
            let now = self.locator(number);
            out.extend(self.former_decks(number).map(|deck| (Locator { deck, ..now.clone() }, now.clone())));
        }
        out.retain(|(former, _)| self.card(former).is_empty());
        out
    }

    fn former_decks(&self, number: usize) -> impl Iterator<Item = DeckId> {
        self.deck_of(&self.entries[number]).into_iter().flat_map(|deck| deck.head.was.iter().cloned())
    }
}
