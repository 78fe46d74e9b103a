//! What happened in Anki, as events of the journal.
//!
//! What was answered here, exported and came back is not counted twice. And where both say something of suspending, burying
//! or flagging a card, the later one holds: in Anki that is the time at which its card was changed last, here that of the event.

use std::collections::{HashMap, HashSet};

use crate::{
    app::{bring::Planned, error::AppError, open::App},
    card::{CardKey, DeckId, Fingerprint, Locator},
    exchange::Past,
    journal::{DeviceId, Event, EventId, Record, Review, StoredEvent, Wall},
    memory::{CardState, Fact},
};

/// What happened to one card within this many milliseconds is the same: an export keeps its time, but for the few milliseconds
/// by which Anki's log tells its rows apart.
const SAME: i64 = 1000;

/// What the journal knows of a card, as times in milliseconds.
#[derive(Default)]
struct Here {
    /// Of all answers, those taken back included: what was undone here does not come back.
    answers: Vec<i64>,
    resets: Vec<i64>,
    moves: Vec<i64>,
    /// The last time that it was suspended or resumed, buried, flagged.
    suspended: Option<i64>,
    buried: Option<i64>,
    flagged: Option<i64>,
}

impl Here {
    fn of(history: &[StoredEvent]) -> Self {
        let mut here = Self::default();
        for stored in history {
            let at = stored.wall.ms;
            let last = |time: &mut Option<i64>| *time = (*time).max(Some(at).filter(|_| !stored.void));
            match stored.record() {
                Some(Record::Review(_)) => here.answers.push(at),
                Some(Record::Reset { .. }) => here.resets.push(at),
                Some(Record::Reschedule { .. }) => here.moves.push(at),
                Some(Record::Suspend { .. }) => last(&mut here.suspended),
                Some(Record::Resume { .. }) => {
                    last(&mut here.suspended);
                    last(&mut here.buried);
                }
                Some(Record::Bury { .. }) => last(&mut here.buried),
                Some(Record::Flag { .. }) => last(&mut here.flagged),
                _ => {}
            }
        }
        here
    }

    /// Whether something that happened in Anki is news.
    fn lacks(&self, past: &Past) -> bool {
        let at = past.at.as_millisecond();
        let apart = |times: &[i64]| times.iter().all(|time| (time - at).abs() >= SAME);
        let later = |time: Option<i64>| time.is_none_or(|time| time < at);
        match past.fact {
            Fact::Review { .. } => apart(&self.answers),
            Fact::Reset => apart(&self.resets),
            Fact::Reschedule { .. } => apart(&self.moves),
            Fact::Suspend | Fact::Resume => later(self.suspended),
            Fact::Bury { .. } => later(self.buried),
            Fact::Flag(_) => later(self.flagged),
            Fact::Known { .. } => true,
        }
    }
}

impl App {
    /// What is not in the journal yet. `states` are those of all schedules.
    pub(super) fn unknown(
        &self,
        pasts: Vec<Past>,
        states: &HashMap<Locator, CardState>,
    ) -> Result<Vec<Past>, AppError> {
        let known = self.journal.counters(DeviceId::ANKI)?;
        let histories = self.journal.histories()?;
        let mut here: HashMap<Locator, Here> = HashMap::new();
        let mut out = Vec::new();
        for past in pasts {
            if known.contains(&past.number) {
                continue;
            }
            // The answers to a question of a case make no state.
            let touched = states.contains_key(&past.card) || past.card.part.is_some();
            if touched && !here.contains_key(&past.card) {
                here.insert(past.card.clone(), Here::of(&histories.of(&past.card)?));
            }
            if here.get(&past.card).is_none_or(|here| here.lacks(&past)) {
                out.push(past);
            }
        }
        Ok(out)
    }

    /// The events for the journal, about cards that are in a deck, or will be.
    pub(super) fn events(&self, pasts: &[Past], planned: &[Planned]) -> Result<Vec<Event>, AppError> {
        let catalogue = self.catalogue();
        let zone = self.clock.wall().time_zone().clone();
        let planned: HashMap<&DeckId, &Planned> = planned.iter().map(|deck| (&deck.id, deck)).collect();
        let unfit: HashSet<(&DeckId, &CardKey)> = planned
            .values()
            .flat_map(|deck| deck.unfit.iter().map(|unfit| (&deck.id, &unfit.card)))
            .collect();
        let mut fingerprints: HashMap<Locator, Option<Fingerprint>> = HashMap::new();
        let mut events = Vec::with_capacity(pasts.len());
        for past in pasts {
            let fingerprint = *fingerprints.entry(past.card.card()).or_insert_with_key(|card| {
                if unfit.contains(&(&card.deck, &card.key)) {
                    return None;
                }
                let new = planned.get(&card.deck).and_then(|deck| deck.fingerprints.get(&card.key));
                new.copied().or_else(|| {
                    let number = catalogue.card(card).next()?;
                    catalogue.entries.get(number).map(|entry| entry.fingerprint)
                })
            });
            let Some(fingerprint) = fingerprint else { continue };
            let id = EventId { device: DeviceId::ANKI, counter: past.number };
            let wall = Wall::of(&past.at.to_zoned(zone.clone()));
            events.push(Event::foreign(id, wall, &record(past, fingerprint))?);
        }
        Ok(events)
    }
}

fn record(past: &Past, fingerprint: Fingerprint) -> Record {
    let card = past.card.clone();
    match past.fact {
        Fact::Review { rating, granted, practice, .. } => Record::Review(Review {
            card,
            fingerprint,
            rating,
            granted,
            score: None,
            decided: None,
            answered: None,
            took_ms: past.took_ms,
            context: "anki".to_owned(),
            practice,
        }),
        Fact::Suspend => Record::Suspend { card, reason: "anki".to_owned() },
        Fact::Resume => Record::Resume { card },
        Fact::Bury { until } => Record::Bury { card, until },
        Fact::Flag(flag) => Record::Flag { card, flag },
        Fact::Reset => Record::Reset { card },
        Fact::Reschedule { due } => Record::Reschedule { card, due },
        Fact::Known { known, .. } => Record::Known { card, known },
    }
}
