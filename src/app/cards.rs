//! The cards one by one: those of a pile (suspended, flagged, …), found by their words.
//!
//! Lines are what `carabin card list --json` prints: field names are stable, fields may be added.

mod doing;
mod pile;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use serde::Serialize;

pub use doing::Doing;
pub use pile::Pile;

use super::{
    card_info::ScheduleInfo, card_page, error::AppError, open::App, queue, scope::Scope, states::States,
    words,
};
use crate::{
    card::{Kind, Locator, Text},
    journal::{Record, StoredEvent, kind},
    library::Entry,
    memory::{CardState, Due, Now},
};

/// More hits of a search than anybody reads: a collection has fewer cards.
const MOST_HITS: usize = 1_000_000;

/// Which cards are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this pile.
    pub pile: Pile,
    /// Within this scope.
    pub scope: Scope,
    /// With all these words, the best first; an empty text is none, and leaves the order of the decks.
    pub text: String,
}

/// A stretch of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// Which cards were asked for.
    pub wanted: Wanted,
    /// How many each pile holds within the scope and the words, in the order of [`Pile::ALL`].
    pub counts: [usize; Pile::ALL.len()],
    /// The place of the first of these lines in the whole list, from 0.
    pub first: usize,
    /// The lines.
    pub lines: Vec<CardLine>,
}

impl Listing {
    /// How long the whole list is.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts[self.wanted.pile as usize]
    }

    /// The line at a place of the whole list, where it is part of this stretch.
    #[must_use]
    pub fn line(&self, place: usize) -> Option<&CardLine> {
        self.lines.get(place.checked_sub(self.first)?)
    }
}

/// A card, or one part of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CardLine {
    /// Its name, when it is due, how often it was answered, what keeps it away.
    #[serde(flatten)]
    pub schedule: ScheduleInfo,
    /// The kind, by the key of the deck format: `q`, `cloze`, `qru`, ….
    pub kind: &'static str,
    /// What it asks, on one line.
    pub text: Text,
    /// The title of its deck.
    pub deck: Text,
    /// Why it is suspended: `deck` (from the start, by its author), `student`, `leech`; null when it is not.
    pub suspended_by: Option<SuspendedBy>,
    /// The student has written a note on it.
    pub noted: bool,
    /// Its name.
    #[serde(skip)]
    pub locator: Locator,
    /// How it stands, in words.
    #[serde(skip)]
    pub words: String,
    /// The same in a word or a date: new, suspended, when it is due.
    #[serde(skip)]
    pub when: String,
}

/// Why a card is suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SuspendedBy {
    /// Its author did it, from the start.
    Deck,
    /// The student did it.
    Student,
    /// It was forgotten too often.
    Leech,
}

/// A row of the list before its texts are read.
struct Found {
    entry: usize,
    /// A question of a container, which has a state though it has no schedule.
    question: Option<(Locator, CardState)>,
}

impl App {
    /// At most `count` lines of the list from place `first` on. Their texts alone are read, so that a list of a hundred
    /// thousand cards costs no more than a screen.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn cards(&mut self, wanted: &Wanted, first: usize, count: usize) -> Result<Listing, AppError> {
        let now = self.now();
        let noted = self.noted()?;
        self.with_states(|app, states| {
            let (found, counts) = app.found(wanted, states, &noted, now)?;
            let first = first.min(found.len());
            let shown = found.into_iter().skip(first).take(count);
            let lines = shown.map(|found| app.card_line(&found, states, &noted, now));
            Ok(Listing { wanted: wanted.clone(), counts, first, lines: lines.collect::<Result<_, _>>()? })
        })
    }

    /// The names of those of the list that are suspended or buried.
    fn away(&mut self, wanted: &Wanted) -> Result<Vec<Locator>, AppError> {
        let now = self.now();
        let noted = self.noted()?;
        self.with_states(|app, states| {
            let (found, _) = app.found(wanted, states, &noted, now)?;
            let is_away = |found: &Found| {
                let (entry, state) = (&states.catalogue.entries[found.entry], states.get(found.entry));
                found.question.is_none() && queue::is_aside(entry, state, now.day)
            };
            let away = found.into_iter().filter(is_away);
            Ok(away.map(|found| states.catalogue.locator(found.entry)).collect())
        })
    }

    /// How many cards began suspended and still are, because their authors put them aside.
    pub(super) fn suspended_by_decks(&self, states: &States) -> usize {
        let scope = Scope::default();
        let entries = states.catalogue.entries.iter().enumerate();
        entries
            .filter(|(number, entry)| {
                entry.starts_suspended
                    && states.get(*number).suspended.is_none()
                    && self.is_listed(entry, states, &scope)
            })
            .count()
    }

    /// Whether a card belongs to the list of a scope: it is not merely proposed, and in a language that is studied, unless the
    /// scope names its deck.
    fn is_listed(&self, entry: &Entry, states: &States, scope: &Scope) -> bool {
        !entry.draft
            && scope.holds(entry, &states.catalogue)
            && (!scope.decks.is_empty() || self.is_studied(entry, states))
    }

    /// The whole list, and how many there are of each pile.
    fn found(
        &self,
        wanted: &Wanted,
        states: &States,
        noted: &HashMap<Locator, Text>,
        now: Now,
    ) -> Result<(Vec<Found>, [usize; Pile::ALL.len()]), AppError> {
        let catalogue = &states.catalogue;
        let ranking = self.ranking(&wanted.text, states)?;
        let flagged = self.flagged_questions(states)?;
        let noted: HashSet<u32> = noted
            .keys()
            .filter_map(|name| catalogue.card(name).next())
            .map(|number| catalogue.entries[number].card)
            .collect();
        let mut counts = [0; Pile::ALL.len()];
        let mut out: Vec<(usize, Found)> = Vec::new();
        for (number, entry) in catalogue.entries.iter().enumerate() {
            if !self.is_listed(entry, states, &wanted.scope) {
                continue;
            }
            let rank = match &ranking {
                Some(ranking) => ranking.get(&entry.card).copied(),
                None => Some(number),
            };
            let Some(rank) = rank else { continue };
            let is_noted = noted.contains(&entry.card);
            let mut take = |state: &CardState, question: Option<(Locator, CardState)>| {
                let holds = |pile: Pile| match pile {
                    Pile::All => question.is_none(),
                    Pile::Suspended => {
                        state.suspended.unwrap_or(entry.starts_suspended && question.is_none())
                    }
                    Pile::Flagged => state.flag > 0,
                    Pile::Buried => state.is_buried(now.day),
                    Pile::Leeches => {
                        let threshold = self.settings.leech_threshold;
                        threshold > 0 && state.lapses >= threshold
                    }
                    Pile::Noted => is_noted && question.is_none(),
                };
                for (count, pile) in counts.iter_mut().zip(Pile::ALL) {
                    *count += usize::from(holds(pile));
                }
                if holds(wanted.pile) {
                    out.push((rank, Found { entry: number, question }));
                }
            };
            take(states.get(number), None);
            for (_, name, state) in flagged.iter().filter(|(of, ..)| *of == number) {
                take(state, Some((name.clone(), state.clone())));
            }
        }
        out.sort_by_key(|(rank, _)| *rank);
        Ok((out.into_iter().map(|(_, found)| found).collect(), counts))
    }

    /// The places of the cards that hold all words of a text, best first; `None` where there is no word.
    fn ranking(&self, text: &str, states: &States) -> Result<Option<HashMap<u32, usize>>, AppError> {
        if !text.chars().any(char::is_alphanumeric) {
            return Ok(None);
        }
        let hits = self.library.search(text, MOST_HITS)?;
        let catalogue = &states.catalogue;
        let cards = hits
            .iter()
            .enumerate()
            .filter_map(|(place, hit)| Some((catalogue.entries[catalogue.card(hit).next()?].card, place)));
        Ok(Some(cards.collect()))
    }

    /// The questions of containers that have a flag, each with the entry of its container: the catalogue has no entry of them.
    fn flagged_questions(&self, states: &States) -> Result<Vec<(usize, Locator, CardState)>, AppError> {
        let catalogue = &states.catalogue;
        let mut out = Vec::new();
        self.journal.for_each_state(|name, state| {
            if state.flag > 0
                && let Ok(name) = name.parse::<Locator>()
                && catalogue.find(&name).is_none()
                && let Some(number) = catalogue.find_asked(&name)
            {
                out.push((number, name, state));
            }
        })?;
        Ok(out)
    }

    /// The student's own notes, by the card as a whole, under its present name.
    fn noted(&self) -> Result<HashMap<Locator, Text>, AppError> {
        let mut notes = HashMap::new();
        for stored in self.journal.of_kind(kind::NOTE)?.iter().filter(|stored| !stored.void) {
            let Some(Record::Note { card, text }) = stored.record() else { continue };
            let Some(card) = self.present_name(&card)? else { continue };
            if text.trim().is_empty() {
                notes.remove(&card.card());
            } else {
                notes.insert(card.card(), Text::clean(&text));
            }
        }
        Ok(notes)
    }

    fn card_line(
        &self,
        found: &Found,
        states: &States,
        noted: &HashMap<Locator, Text>,
        now: Now,
    ) -> Result<CardLine, AppError> {
        let catalogue = &states.catalogue;
        let entry = &catalogue.entries[found.entry];
        let whole = catalogue.locator(found.entry);
        let (locator, state) = match &found.question {
            Some((name, state)) => (name.clone(), state),
            None => (whole, states.get(found.entry)),
        };
        let schedule =
            self.schedule_info(&locator, state, entry.starts_suspended && found.question.is_none(), now);
        let suspended_by = if schedule.suspended { Some(self.suspended_by(&locator, state)?) } else { None };
        let noted = noted.contains_key(&locator.card());
        let line = CardLine {
            kind: entry.kind.key(),
            text: self.prompt_of(&locator),
            deck: catalogue.deck_of(entry).map(|deck| deck.head.title.clone()).unwrap_or_default(),
            suspended_by,
            noted,
            words: String::new(),
            when: String::new(),
            schedule,
            locator,
        };
        let words = self.how_it_stands(&line, entry.kind);
        let when = match state.due {
            _ if line.schedule.suspended || entry.kind.is_container() => String::new(),
            Some(Due::Day(day)) if day > now.day => words::date(day.date(), &self.messages),
            Some(_) => self.messages.get("cards-today"),
            None => self.messages.get("card-new"),
        };
        Ok(CardLine { words, when, ..line })
    }

    fn suspended_by(&self, locator: &Locator, state: &CardState) -> Result<SuspendedBy, AppError> {
        if state.suspended.is_none() {
            return Ok(SuspendedBy::Deck);
        }
        let history = self.journal.history(locator)?;
        let last = history.iter().filter(|stored: &&StoredEvent| !stored.void).rev();
        let reason = last.filter_map(StoredEvent::record).find_map(|record| match record {
            Record::Suspend { reason, .. } => Some(reason),
            _ => None,
        });
        Ok(if reason.as_deref() == Some("leech") { SuspendedBy::Leech } else { SuspendedBy::Student })
    }

    /// How a card stands: why it is away, whether it is new or when it is due, how often it was answered, its flag, its note.
    fn how_it_stands(&self, line: &CardLine, kind: Kind) -> String {
        let m = &self.messages;
        let away = line.suspended_by.map(|by| {
            m.get(match by {
                SuspendedBy::Deck => "card-suspended-by-deck",
                SuspendedBy::Student => "card-suspended-by-student",
                SuspendedBy::Leech => "card-suspended-leech",
            })
        });
        let new = (line.schedule.phase == "new" && !kind.is_container()).then(|| m.get("card-new"));
        let parts = away.into_iter().chain(new).chain(card_page::due(&line.schedule, m));
        let parts = parts.chain(card_page::set_apart(&line.schedule, m));
        parts.chain(line.noted.then(|| m.get("card-noted"))).collect::<Vec<_>>().join(" · ")
    }
}
