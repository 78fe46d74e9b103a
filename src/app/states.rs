//! The states of all schedules, side by side with the catalogue.

use std::sync::Arc;

use jiff::Timestamp;

use crate::{
    card::Locator,
    journal::AllStates,
    library::Catalogue,
    memory::{CardState, Day, Due, Now, Scheduler},
    study::{Settings, Standing},
};

/// How many days of due cards are counted ahead, to spread the load.
const HORIZON: usize = 400;
/// How many schedules are looked up in the catalogue at once.
const AT_ONCE: usize = 256;

/// The states of all schedules of a catalogue.
#[derive(Debug)]
pub(super) struct States {
    pub(super) catalogue: Arc<Catalogue>,
    /// One for each entry of the catalogue.
    by_entry: Vec<CardState>,
    /// How many cards fall due on each day from `first` on.
    due: Vec<u32>,
    first: Day,
    /// Whether any card at all was ever answered, in the decks or not.
    pub(super) any_history: bool,
}

impl States {
    /// Puts the journal's states beside the catalogue's entries.
    pub(super) fn new(kept: &AllStates, catalogue: Arc<Catalogue>, today: Day) -> Self {
        let mut states = vec![CardState::default(); catalogue.entries.len()];
        let mut any_history = false;
        let mut kept = kept.iter();
        loop {
            let (names, part): (Vec<&str>, Vec<&CardState>) = kept.by_ref().take(AT_ONCE).unzip();
            if part.is_empty() {
                break;
            }
            for (number, state) in catalogue.find_texts(&names).into_iter().zip(part) {
                any_history |= state.reps > 0;
                if let Some(number) = number {
                    states[number] = state.clone();
                }
            }
        }
        let mut all = Self { catalogue, by_entry: states, due: vec![0; HORIZON], first: today, any_history };
        for number in 0..all.by_entry.len() {
            all.count(number, true);
        }
        all
    }

    /// The state of entry `number`.
    pub(super) fn get(&self, number: usize) -> &CardState {
        &self.by_entry[number]
    }

    /// The state of a schedule; new where there is no such entry.
    pub(super) fn of(&self, locator: &Locator) -> CardState {
        self.catalogue.find(locator).map_or_else(CardState::default, |number| self.by_entry[number].clone())
    }

    /// A schedule has another state now.
    pub(super) fn replace(&mut self, locator: &Locator, state: CardState) {
        self.any_history |= state.reps > 0;
        if let Some(number) = self.catalogue.find(locator) {
            self.count(number, false);
            self.by_entry[number] = state;
            self.count(number, true);
        }
    }

    fn count(&mut self, number: usize, more: bool) {
        let Some(Due::Day(day)) = self.by_entry[number].due else { return };
        let Ok(place) = usize::try_from(day.number() - self.first.number()) else { return };
        if let Some(count) = self.due.get_mut(place) {
            *count = if more { *count + 1 } else { count.saturating_sub(1) };
        }
    }

    /// How full a day is, for the load balancing within the fuzz: the cards that fall due on it, over the share of a
    /// usual day's work that is done on it; infinite on a day without study.
    pub(super) fn load_of(&self, day: Day, settings: &Settings) -> f32 {
        let share = settings.share_of(day.date());
        if share <= 0.0 {
            return f32::INFINITY;
        }
        let place = usize::try_from(day.number() - self.first.number()).ok();
        let count = place.and_then(|place| self.due.get(place)).copied().unwrap_or(0);
        f32::from(u16::try_from(count).unwrap_or(u16::MAX)) / share
    }
}

/// The day of study on which a schedule is due; `None` while it is new.
pub(super) fn due_day(state: &CardState, now: Now) -> Option<Day> {
    match state.due? {
        Due::Day(day) => Some(day),
        Due::At(at) if at < now.day_end => Some(now.day),
        Due::At(_) => Some(now.day.plus(1)),
    }
}

/// Where a schedule stands today, but for what FSRS says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Never answered.
    New,
    /// In a step of today, due at this instant.
    Learning(Timestamp),
    /// Due today or before.
    Due,
    /// Due later.
    Later,
}

/// Where a schedule stands today, without asking FSRS.
pub(super) fn stage(state: &CardState, now: Now) -> Stage {
    match state.due {
        _ if state.is_new() => Stage::New,
        None => Stage::New,
        Some(Due::At(at)) if at < now.day_end => Stage::Learning(at),
        Some(due) if due.has_come(now) => Stage::Due,
        Some(_) => Stage::Later,
    }
}

/// Where a schedule stands today.
pub(super) fn standing(state: &CardState, now: Now, scheduler: &Scheduler) -> Standing {
    let recall = |day| f64::from(scheduler.retrievability(state, day).unwrap_or(0.0));
    #[allow(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
    match stage(state, now) {
        Stage::New => Standing::New,
        Stage::Learning(at) => Standing::Learning(at),
        Stage::Due => Standing::Due { loss: (recall(now.day) - recall(now.day.plus(1))) as f32 },
        Stage::Later => Standing::Later { retrievability: recall(now.day) as f32 },
    }
}
