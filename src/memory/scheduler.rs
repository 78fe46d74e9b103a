//! The scheduler: what each rating would lead to.

use fsrs::{FSRS, MemoryState, NextStates};

use super::fuzz::{Spread, whole};
use super::steps::{self, Move, Track};
use super::{CardState, Day, Granted, Memory, Now, Options, Phase};

/// FSRS-6 with the student's options.
#[derive(Clone, Debug)]
pub struct Scheduler {
    options: Options,
    pub(super) fsrs: FSRS,
}

/// What a rating leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The memory after it.
    pub memory: Memory,
    /// When the card comes back.
    pub granted: Granted,
}

impl Scheduler {
    /// A scheduler; options outside their ranges are brought inside.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let options = options.within_range();
        // Parameters inside their bounds are never refused.
        let fsrs = FSRS::new(&options.parameters.0).unwrap_or_default();
        Self { options, fsrs }
    }

    /// The options in force.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// What again, hard, good and easy would each lead to, in this order.
    ///
    /// `seed` decides the fuzz: the same one (of the event that the answer will be) gives the same intervals.
    /// `load` tells how crowded a day is: the cards that wait on it, divided by the share of a usual day's work
    /// that it may take; 0 for an empty day, infinity for one that must be left free. Crowded days are avoided
    /// within the fuzz, as Anki's load balancer does; equal loads are plain fuzz.
    ///
    /// Hard, good and easy are a day apart at least where they are days that FSRS set, below the maximum interval.
    #[must_use]
    pub fn preview(&self, state: &CardState, now: Now, seed: u64, load: &dyn Fn(Day) -> f32) -> [Outcome; 4] {
        let spread = Spread {
            fuzz: self.options.fuzz,
            seed,
            today: now.day,
            maximum: self.options.maximum_interval,
            load,
        };
        let NextStates { again, hard, good, easy } = self.next_states(state, now.day);
        let next = [again, hard, good, easy];
        let (track, moves) = self.moves(state);
        let mut least = 1;
        std::array::from_fn(|index| {
            let granted = match moves[index] {
                Move::Step { step, seconds } => steps::grant(track, step, seconds, now),
                Move::Graduate => {
                    let interval = next[index].interval;
                    let longer = if index == 0 { 1 } else { longer_than_last(state, interval) };
                    let days = spread.days(interval, least.max(longer));
                    Granted::Days { days, phase: Phase::Review }
                }
            };
            if let Granted::Days { days, .. } = granted {
                // Hard may equal again, the others not one another.
                least = least.max(days.saturating_add(u32::from(index > 0)));
            }
            Outcome { memory: next[index].memory.into(), granted }
        })
    }

    /// The probability that the card is recalled on `today`, 0 to 1; `None` while nothing is known of it.
    #[must_use]
    pub fn retrievability(&self, state: &CardState, today: Day) -> Option<f32> {
        state.last_day?;
        let (memory, elapsed) = known(state, today);
        #[allow(clippy::cast_precision_loss, reason = "beyond 2^24 days a day makes no difference")]
        let days = elapsed as f32;
        Some(fsrs::current_retrievability(memory?, days, self.options.parameters.decay()))
    }

    /// The memory of a card that was scheduled by SM-2 until now: `ease` is its factor (2.5 is the usual one),
    /// `interval_days` its last interval.
    #[must_use]
    pub fn memory_of_sm2(&self, ease: f32, interval_days: u32) -> Option<Memory> {
        /// The retention that such intervals are taken to have had, as in Anki.
        const RETENTION: f32 = 0.9;
        #[allow(clippy::cast_precision_loss, reason = "beyond 2^24 days a day makes no difference")]
        let days = interval_days.max(1) as f32;
        let ease = if ease.is_finite() { ease.clamp(1.3, 10.0) } else { 2.5 };
        self.fsrs
            .memory_state_from_sm2(ease, days, RETENTION)
            .ok()
            .map(|memory| Memory::from(memory).within_bounds())
    }

    /// The steps that the card is on, and where the four ratings lead.
    fn moves(&self, state: &CardState) -> (Track, [Move; 4]) {
        let learning = |step| (Track::Learning, steps::moves(&self.options.learning_steps, step));
        match state.phase {
            Phase::Learning(step) => learning(step),
            Phase::Relearning(step) => {
                (Track::Relearning, steps::moves(&self.options.relearning_steps, step))
            }
            // Moved to a day before it was ever answered: there is nothing to forget yet.
            Phase::Review if state.memory.is_none() => learning(0),
            Phase::New => learning(0),
            Phase::Review => {
                let again = steps::moves(&self.options.relearning_steps, 0)[0];
                (Track::Relearning, [again, Move::Graduate, Move::Graduate, Move::Graduate])
            }
        }
    }

    /// What FSRS says of the four ratings, before steps and fuzz.
    pub(super) fn next_states(&self, state: &CardState, today: Day) -> NextStates {
        let (memory, elapsed) = known(state, today);
        self.fsrs.next_states(memory, self.options.desired_retention, elapsed).unwrap_or_else(|_| {
            // Not reached with finite parameters and a finite memory.
            let memory = memory.unwrap_or(MemoryState { stability: 1.0, difficulty: 5.0 });
            let item = || fsrs::ItemState { memory, interval: 1.0 };
            NextStates { again: item(), hard: item(), good: item(), easy: item() }
        })
    }
}

/// What FSRS starts from: the memory, and the days since the last review (0 on the same day of study).
pub(super) fn known(state: &CardState, today: Day) -> (Option<MemoryState>, u32) {
    let memory = state.memory.filter(|m| m.stability.is_finite() && m.difficulty.is_finite());
    let elapsed = state.last_day.map_or(0, |last| today.since(last));
    (memory.map(Into::into), elapsed)
}

/// The least interval that keeps fuzz from shortening one that FSRS lengthens.
fn longer_than_last(state: &CardState, interval: f32) -> u32 {
    let last = state.interval_days;
    if state.phase == Phase::Review && whole(interval) > last { last.saturating_add(1) } else { 1 }
}

impl From<MemoryState> for Memory {
    fn from(MemoryState { stability, difficulty }: MemoryState) -> Self {
        Self { stability, difficulty }
    }
}

impl From<Memory> for MemoryState {
    fn from(Memory { stability, difficulty }: Memory) -> Self {
        Self { stability, difficulty }
    }
}
