//! The states of all schedules, side by side with the catalogue.

use std::sync::Arc;

use super::error::AppError;
use crate::{
    card::Locator,
    journal::Journal,
    library::Catalogue,
    memory::{CardState, Day, Due, Now, Scheduler},
    study::{Settings, Standing},
};

/// How many days of due cards are counted ahead, to spread the load.
const HORIZON: usize = 400;

/// The states of all schedules of a catalogue.
#[derive(Debug)]
pub(super) struct States {
    pub(super) catalogue: Arc<Catalogue>,
    /// One for each entry of the catalogue.
    states: Vec<CardState>,
    /// How many cards fall due on each day from `first` on.
    due: Vec<u32>,
    first: Day,
    /// Whether any card at all was ever answered, in the decks or not.
    pub(super) any_history: bool,
}

impl States {
    /// Reads them all.
    pub(super) fn load(journal: &Journal, catalogue: Arc<Catalogue>, today: Day) -> Result<Self, AppError> {
        let mut states = vec![CardState::default(); catalogue.entries.len()];
        let mut any_history = false;
        journal.for_each_state(|locator, state| {
            any_history |= state.reps > 0;
            if let Some(number) = catalogue.find_text(locator) {
                states[number] = state;
            }
        })?;
        let mut all = Self { catalogue, states, due: vec![0; HORIZON], first: today, any_history };
        for number in 0..all.states.len() {
            all.count(number, true);
        }
        Ok(all)
    }

    /// The state of entry `number`.
    pub(super) fn get(&self, number: usize) -> &CardState {
        &self.states[number]
    }

    /// The state of a schedule; new where there is no such entry.
    pub(super) fn of(&self, locator: &Locator) -> CardState {
        self.catalogue.find(locator).map_or_else(CardState::default, |number| self.states[number].clone())
    }

    /// A schedule has another state now.
    pub(super) fn replace(&mut self, locator: &Locator, state: CardState) {
        self.any_history |= state.reps > 0;
        if let Some(number) = self.catalogue.find(locator) {
            self.count(number, false);
            self.states[number] = state;
            self.count(number, true);
        }
    }

    fn count(&mut self, number: usize, more: bool) {
        let Some(Due::Day(day)) = self.states[number].due else { return };
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

/// Where a schedule stands today.
pub(super) fn standing(state: &CardState, now: Now, scheduler: &Scheduler) -> Standing {
    let recall = |day| f64::from(scheduler.retrievability(state, day).unwrap_or(0.0));
    #[allow(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
    match state.due {
        _ if state.is_new() => Standing::New,
        None => Standing::New,
        Some(Due::At(at)) if at < now.day_end => Standing::Learning(at),
        Some(due) if due.has_come(now) => {
            Standing::Due { loss: (recall(now.day) - recall(now.day.plus(1))) as f32 }
        }
        Some(_) => Standing::Later { retrievability: recall(now.day) as f32 },
    }
}
