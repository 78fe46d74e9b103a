//! Mock exams: which questions a paper has, how it is sat against the clock, what it comes to.
//!
//! Pure like the rest of the room: the questions come in as small descriptions, time as durations, chance as a seed.

mod chance;
mod compose;
mod paper;
mod report;
mod sitting;

pub use chance::shuffled;
pub use compose::{CASES_SHARE, Set, compose};
pub use paper::{Paper, PaperError, PaperItem};
pub use report::{Bounds, Group, Outcome, Report, Verdict};
pub use sitting::{Bundle, Moved, Place, Sitting, State};

/// The length of a unit of composition of the national exam, in minutes.
/// Source: arrêté of 21 December 2021, art. 7 (four slots of three hours).
pub const UNIT_MINUTES: u32 = 180;

/// The fewest and the most questions of a unit of composition (same source).
pub const UNIT_QUESTIONS: (usize, usize) = (90, 110);

/// The longest paper, in questions: what one sitting can hold, however many are asked for.
pub const MOST_QUESTIONS: usize = 400;

/// The longest time, in minutes.
pub const MOST_MINUTES: u32 = 24 * 60;

/// The minutes for so many questions at the exam's pace: three hours for a hundred questions, rounded up.
#[must_use]
pub fn minutes_for(questions: usize) -> u32 {
    let questions = u32::try_from(questions.min(MOST_QUESTIONS)).unwrap_or(u32::MAX);
    (questions * UNIT_MINUTES).div_ceil(100).max(1)
}

/// Extra time as a share of the time: `1/3`, as the arrangements for candidates with disabilities grant it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtraTime {
    part: u32,
    whole: u32,
}

impl ExtraTime {
    /// Reads `1/3`; the share is more than none and at most the time itself.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (part, whole) = text.trim().split_once('/')?;
        let (part, whole): (u32, u32) = (part.trim().parse().ok()?, whole.trim().parse().ok()?);
        ((1..=100).contains(&part) && whole <= 100 && part <= whole).then_some(Self { part, whole })
    }

    /// `minutes` with the extra time, rounded up.
    #[must_use]
    pub fn lengthen(self, minutes: u32) -> u32 {
        let minutes = minutes.min(MOST_MINUTES);
        minutes + (minutes * self.part).div_ceil(self.whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_questions_take_three_hours_and_fewer_take_their_share() {
        assert_eq!([100, 60, 10, 1, 0].map(minutes_for), [180, 108, 18, 2, 1]);
    }

    #[test]
    fn a_third_more_is_a_third_more() {
        let third = ExtraTime::parse("1/3").expect("a share");
        assert_eq!([180, 18, 10].map(|minutes| third.lengthen(minutes)), [240, 24, 14]);
        for bad in ["", "1", "0/3", "4/3", "1/0", "a/b", "1/3/4", "-1/3"] {
            assert_eq!(ExtraTime::parse(bad), None, "{bad}");
        }
    }
}
