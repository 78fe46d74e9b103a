//! Cards that came from Anki go back as the notes that they were.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{
    app::{bring::notes, error::AppError, files::write_atomically, open::App},
    card::{Card, CardKey, DeckId, Locator},
    exchange::{
        anki::{Unsaid, mended},
        original::{OriginalCard, Originals},
        package::{Contents, OutgoingOriginal, Schedule},
    },
    library::Tier,
};

/// The notes that decks were made of, and the cards of them that go out.
#[derive(Default)]
pub(super) struct Homecoming {
    decks: BTreeMap<DeckId, Originals>,
    /// The note of each card: its deck, its GUID.
    notes: HashMap<String, (DeckId, String)>,
    /// The cards that go out, by note.
    cards: BTreeMap<(DeckId, String), Vec<Card>>,
    /// The decks of which notes go out otherwise than they came.
    changed: BTreeSet<DeckId>,
}

impl Homecoming {
    /// All notes that are kept beside decks.
    pub(super) fn of(app: &App) -> Self {
        let mut all = Self::default();
        for deck in app.catalogue().decks.iter().filter(|deck| deck.origin.tier != Tier::Bundled) {
            let id = &deck.head.id;
            let Some(originals) = app.originals(id) else { continue };
            for (guid, note) in &originals.notes {
                for card in &note.cards {
                    all.notes.entry(card.key.clone()).or_insert_with(|| (id.clone(), guid.clone()));
                }
            }
            all.decks.insert(id.clone(), originals);
        }
        all
    }

    /// Takes a card that came from Anki; gives any other one back.
    pub(super) fn take(&mut self, card: Card) -> Option<Card> {
        let CardKey::Id(id) = &card.key else { return Some(card) };
        let Some(note) = self.notes.get(id) else { return Some(card) };
        self.cards.entry(note.clone()).or_default().push(card);
        None
    }

    /// Adds the notes of the cards that were taken. Gives of how many cards what was mended here cannot be said there.
    pub(super) fn settle(&mut self, contents: &mut Contents) -> usize {
        let mut unsaid = 0;
        for ((deck, guid), cards) in &self.cards {
            let Some(originals) = self.decks.get_mut(deck) else { continue };
            let depth = originals.depth;
            let Some(note) = originals.notes.get_mut(guid) else { continue };
            let Some(kind) = originals.types.get(&note.notetype) else { continue };
            let cards: Vec<&Card> = cards.iter().collect();
            let sent = mended(note, kind, depth, &cards).unwrap_or_else(|Unsaid| {
                unsaid += 1;
                None
            });
            let mut out = note.clone();
            if let Some(sent) = sent {
                (out.modified, out.tags, out.fields) =
                    (sent.modified, sent.tags.clone(), sent.fields.clone());
                if note.sent.as_ref() != Some(&sent) {
                    note.sent = Some(sent);
                    self.changed.insert(deck.clone());
                }
            }
            contents.types.entry(note.notetype).or_insert_with(|| kind.clone());
            out.cards.retain(|of| of_card(of, &cards).is_some());
            let schedules = out.cards.iter().map(|of| {
                let suspended = of_card(of, &cards).is_some_and(|card| card.meta.suspended);
                (Schedule::default(), suspended)
            });
            let (schedules, guid) = (schedules.collect(), guid.clone());
            contents.originals.push(OutgoingOriginal { guid, note: out, deck: deck.clone(), schedules });
        }
        unsaid
    }

    /// Adds how the cards stand.
    pub(super) fn schedules(
        &self,
        contents: &mut Contents,
        schedule: impl Fn(&Locator) -> Result<Schedule, AppError>,
    ) -> Result<(), AppError> {
        for out in &mut contents.originals {
            let cards = self.cards.get(&(out.deck.clone(), out.guid.clone())).map_or(&[][..], Vec::as_slice);
            for (of, (to, _)) in out.note.cards.iter().zip(&mut out.schedules) {
                if let Some(card) = cards.iter().find(|card| is_of(of, card)) {
                    let part = of.part.as_deref().and_then(|part| part.parse().ok());
                    *to = schedule(&Locator { part, ..card.locator() })?;
                }
            }
        }
        Ok(())
    }

    /// Keeps what went out in the place of notes.
    pub(super) fn remember(&self, app: &App) -> Result<(), AppError> {
        for id in &self.changed {
            let Some(originals) = self.decks.get(id) else { continue };
            let path = notes(&app.paths.decks(), id);
            let written = originals.write().and_then(|written| write_atomically(&path, &written.bytes));
            written.map_err(|source| AppError::File { path, source })?;
        }
        Ok(())
    }
}

fn is_of(of: &OriginalCard, card: &Card) -> bool {
    matches!(&card.key, CardKey::Id(id) if *id == of.key)
}

fn of_card<'c>(of: &OriginalCard, cards: &[&'c Card]) -> Option<&'c Card> {
    cards.iter().copied().find(|card| is_of(of, card))
}
