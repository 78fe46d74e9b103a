//! What was done on each day, kept beside the states so that charts need not scan every answer.

use crate::memory::{Day, Rating};

/// A longer answer counts as this long: the student has gone to fetch a coffee. Source: Anki caps at 60 s, too.
pub const LONGEST_ANSWER_MS: u32 = 60_000;

/// What was done on a day of study.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCount {
    /// The day.
    pub day: Day,
    /// Answers that moved the schedule.
    pub reviews: u32,
    /// Of these, the first ones of cards never seen (or reset).
    pub new: u32,
    /// Of these, by rating: again, hard, good, easy.
    pub ratings: [u32; 4],
    /// Of these, those of cards in the review phase, last seen on an earlier day: what true retention is counted on.
    pub mature: u32,
    /// Of the mature ones, those recalled.
    pub recalled: u32,
    /// Answers for practice, which left the schedule as it was.
    pub practice: u32,
    /// The time of all answers, in milliseconds, each capped at [`LONGEST_ANSWER_MS`].
    pub took_ms: u64,
}

impl DayCount {
    /// How often the answer was "again".
    #[must_use]
    pub fn again(&self) -> u32 {
        self.ratings[0]
    }

    /// The time of all answers, in whole seconds.
    #[must_use]
    pub fn seconds(&self) -> u64 {
        self.took_ms / 1000
    }

    /// Whether nothing was done.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self { day: self.day, ..Self::default() }
    }

    /// Counts an answer, or takes it away again.
    pub(super) fn count(&mut self, tally: Tally, sign: Sign) {
        let change = |count: &mut u32, by: bool| match sign {
            Sign::More => *count = count.saturating_add(by.into()),
            Sign::Less => *count = count.saturating_sub(by.into()),
        };
        change(&mut self.practice, tally.practice);
        change(&mut self.reviews, !tally.practice);
        change(&mut self.new, tally.new);
        change(&mut self.mature, tally.mature);
        change(&mut self.recalled, tally.mature && tally.rating.is_recall());
        for (count, rating) in self.ratings.iter_mut().zip(Rating::ALL) {
            change(count, !tally.practice && rating == tally.rating);
        }
        let took = u64::from(tally.took_ms);
        self.took_ms = match sign {
            Sign::More => self.took_ms.saturating_add(took),
            Sign::Less => self.took_ms.saturating_sub(took),
        };
    }
}

/// Whether an answer is counted or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    More,
    Less,
}

/// What one answer adds to its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) rating: Rating,
    pub(super) new: bool,
    pub(super) practice: bool,
    pub(super) mature: bool,
    /// Capped.
    pub(super) took_ms: u32,
}

impl Tally {
    /// As an integer: the rating in bits 0 to 2, new 3, practice 4, mature 5, milliseconds from bit 8.
    pub(super) fn packed(self) -> i64 {
        i64::from(self.rating.number())
            | i64::from(self.new) << 3
            | i64::from(self.practice) << 4
            | i64::from(self.mature) << 5
            | i64::from(self.took_ms) << 8
    }

    /// What [`Tally::packed`] packed.
    pub(super) fn unpack(packed: i64) -> Option<Self> {
        let bit = |n: u32| packed >> n & 1 == 1;
        Some(Self {
            rating: Rating::from_number(u8::try_from(packed & 7).ok()?)?,
            new: bit(3),
            practice: bit(4),
            mature: bit(5),
            took_ms: u32::try_from(packed >> 8).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_tally() -> impl Strategy<Value = Tally> {
        let rating = (1..5_u8).prop_map(|n| Rating::from_number(n).expect("a rating"));
        (rating, any::<[bool; 3]>(), 0..=LONGEST_ANSWER_MS).prop_map(|(rating, bits, took_ms)| Tally {
            rating,
            new: bits[0],
            practice: bits[1],
            mature: bits[2],
            took_ms,
        })
    }

    proptest! {
        #[test]
        fn a_tally_unpacks_as_it_was_packed(tally in any_tally()) {
            prop_assert_eq!(Tally::unpack(tally.packed()), Some(tally));
        }

        #[test]
        fn what_was_counted_can_be_taken_away(tallies in prop::collection::vec(any_tally(), 0..20)) {
            let mut count = DayCount::default();
            for sign in [Sign::More, Sign::Less] {
                for tally in &tallies {
                    count.count(*tally, sign);
                }
            }
            prop_assert!(count.is_empty());
        }
    }
}
