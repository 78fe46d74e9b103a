//! What is known of a card's schedule.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Day, Now};

/// FSRS's memory state.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Stability: days until retrievability falls to 0.9.
    pub stability: f32,
    /// Difficulty, 1 to 10.
    pub difficulty: f32,
}

impl Memory {
    /// The same with a stability above nothing and at most a hundred years, and a difficulty between 1 and 10: what comes
    /// from elsewhere must schedule, whatever it holds.
    #[must_use]
    pub fn within_bounds(self) -> Self {
        let inside = |value: f32, least: f32, greatest: f32, instead: f32| {
            if value.is_nan() { instead } else { value.clamp(least, greatest) }
        };
        Self {
            stability: inside(self.stability, 0.001, 36_500.0, 1.0),
            difficulty: inside(self.difficulty, 1.0, 10.0, 5.0),
        }
    }
}

/// Where a card stands between unseen and known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Never answered.
    #[default]
    New,
    /// In the learning steps; the number of the step it stands on, from 0.
    Learning(u8),
    /// Between reviews that are days apart.
    Review,
    /// Forgotten, in the relearning steps; the number of the step it stands on, from 0.
    Relearning(u8),
}

/// What a review granted: when the card comes back, and in which phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Granted {
    /// Back after so many seconds, on this learning step.
    Learning {
        /// The step it stands on.
        step: u8,
        /// The delay in seconds.
        seconds: u32,
    },
    /// Back after so many seconds, on this relearning step.
    Relearning {
        /// The step it stands on.
        step: u8,
        /// The delay in seconds.
        seconds: u32,
    },
    /// Back after so many days (at least 1), fuzz included. Also a step that crosses the day's end, with `step`.
    Days {
        /// The interval in days.
        days: u32,
        /// The phase with which it comes back.
        phase: Phase,
    },
}

/// When a card is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Due {
    /// From the beginning of a day of study.
    Day(Day),
    /// From an instant (learning steps).
    At(Timestamp),
}

impl Due {
    /// Whether the moment has come.
    #[must_use]
    pub fn has_come(self, now: Now) -> bool {
        match self {
            Self::Day(day) => day <= now.day,
            Self::At(at) => at <= now.at,
        }
    }
}

/// A card's state: what all the events about it come to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CardState {
    /// Where it stands.
    pub phase: Phase,
    /// What FSRS knows of it; `None` before the first review.
    pub memory: Option<Memory>,
    /// When it is due; `None` while it is new.
    pub due: Option<Due>,
    /// The last granted interval in whole days (0 within a day).
    pub interval_days: u32,
    /// When it was last reviewed.
    pub last_review: Option<Timestamp>,
    /// The day of study of that review.
    pub last_day: Option<Day>,
    /// The day of study of the first review since the last reset.
    pub first_day: Option<Day>,
    /// How many reviews it had since the last reset.
    pub reps: u32,
    /// How many times it was forgotten in the review phase.
    pub lapses: u32,
    /// Suspended, by the student or as a leech; `None` while the student has not said: then the deck decides.
    pub suspended: Option<bool>,
    /// Hidden until this day begins.
    pub buried_until: Option<Day>,
    /// 0 (none) to 7.
    pub flag: u8,
}

impl CardState {
    /// Whether it was never answered (or was reset).
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.phase == Phase::New
    }

    /// Whether it is hidden today because it was buried.
    #[must_use]
    pub fn is_buried(&self, today: Day) -> bool {
        self.buried_until.is_some_and(|until| today < until)
    }
}
