//! Replay: the state that the facts about a card come to.

use fsrs::{FSRSItem, FSRSReview, MemoryState};
use jiff::{SignedDuration, Timestamp};

use super::scheduler::known;
use super::{CardState, Day, Due, Fact, Granted, Memory, Phase, Rating, Scheduler};

/// The version of what [`Scheduler::replay`] computes: raised whenever the same facts come to another state, so
/// that stored states are known to be old.
pub const ALGORITHM: u32 = 1;

impl Scheduler {
    /// The state that facts come to, in their order, from a card never seen.
    #[must_use]
    pub fn replay<'a>(&self, facts: impl IntoIterator<Item = &'a Fact>) -> CardState {
        let mut state = CardState::default();
        for fact in facts {
            self.apply(&mut state, fact);
        }
        state
    }

    /// Brings a state up to one more fact.
    pub fn apply(&self, state: &mut CardState, fact: &Fact) {
        match *fact {
            Fact::Review { practice: true, .. } => {}
            Fact::Review { at, day, rating, granted, practice: false } => {
                if rating == Rating::Again && state.phase == Phase::Review && state.memory.is_some() {
                    state.lapses = state.lapses.saturating_add(1);
                }
                state.memory = Some(self.memory_after(state, day, rating));
                (state.phase, state.due, state.interval_days) = match granted {
                    Granted::Learning { step, seconds } => {
                        (Phase::Learning(step), Some(after(at, seconds)), 0)
                    }
                    Granted::Relearning { step, seconds } => {
                        (Phase::Relearning(step), Some(after(at, seconds)), 0)
                    }
                    Granted::Days { days, phase } => {
                        let due = day.plus(i32::try_from(days).unwrap_or(i32::MAX));
                        (phase, Some(Due::Day(due)), days)
                    }
                };
                state.last_review = Some(at);
                state.last_day = Some(day);
                state.first_day.get_or_insert(day);
                state.reps = state.reps.saturating_add(1);
            }
            Fact::Suspend => state.suspended = Some(true),
            Fact::Resume => {
                state.suspended = Some(false);
                state.buried_until = None;
            }
            Fact::Bury { until } => state.buried_until = Some(until),
            Fact::Flag(flag) => state.flag = flag.min(7),
            Fact::Reset => {
                *state = CardState { suspended: state.suspended, flag: state.flag, ..CardState::default() };
            }
            Fact::Reschedule { due } => {
                state.phase = Phase::Review;
                state.due = Some(Due::Day(due));
            }
            Fact::Known { at, known } => {
                state.memory = Some(known.memory.within_bounds());
                state.phase = known.phase;
                state.due = Some(known.due);
                state.interval_days = known.interval_days;
                state.last_review = Some(at);
                state.last_day = Some(known.day);
                state.first_day.get_or_insert(known.day);
                state.reps = state.reps.max(known.reps);
                state.lapses = state.lapses.max(known.lapses);
            }
        }
    }

    /// One step of FSRS, for one rating: a replay needs no intervals.
    fn memory_after(&self, state: &CardState, day: Day, rating: Rating) -> Memory {
        let (memory, delta_t) = known(state, day);
        let review = FSRSReview { rating: u32::from(rating.number()), delta_t };
        self.fsrs
            .memory_state(FSRSItem { reviews: vec![review] }, memory)
            .ok()
            .or(memory)
            .unwrap_or(MemoryState { stability: 1.0, difficulty: 5.0 })
            .into()
    }
}

fn after(at: Timestamp, seconds: u32) -> Due {
    let due = at.checked_add(SignedDuration::from_secs(i64::from(seconds)));
    Due::At(due.unwrap_or(Timestamp::MAX))
}
