//! Scores and the rating that a score proposes.

use serde::{Deserialize, Serialize};

use crate::memory::Rating;

/// What a question earned, 0 to 1 point. (A "mark" is out of 20 and belongs to a whole exam.)
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(from = "f64", into = "f64")]
pub struct Score(f64);

impl Score {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);
    /// Half a point: an acceptable typed answer.
    pub const HALF: Self = Self(0.5);
    /// The whole point.
    pub const FULL: Self = Self(1.0);

    /// `points` kept within 0 and 1; what is not a number is 0.
    #[must_use]
    pub fn new(points: f64) -> Self {
        if points.is_nan() { Self::ZERO } else { Self(points.clamp(0.0, 1.0)) }
    }

    /// `found` of `expected`; 0 when nothing is expected.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "counts of options and items are far below 2^52")]
    pub fn share(found: usize, expected: usize) -> Self {
        if expected == 0 { Self::ZERO } else { Self::new(found as f64 / expected as f64) }
    }

    /// The points, 0 to 1.
    #[must_use]
    pub fn points(self) -> f64 {
        self.0
    }

    /// Whether it is the whole point.
    #[must_use]
    pub fn is_full(self) -> bool {
        self >= Self::FULL
    }
}

impl From<f64> for Score {
    fn from(points: f64) -> Self {
        Self::new(points)
    }
}

impl From<Score> for f64 {
    fn from(score: Score) -> Self {
        score.0
    }
}

/// The rating that a marked answer proposes; the student may override it. The whole point proposes "good", at
/// least half of it "hard", less "again". "Easy" is never proposed: only the student knows.
#[must_use]
pub fn proposed_rating(score: Score) -> Rating {
    if score.is_full() {
        Rating::Good
    } else if score >= Score::HALF {
        Rating::Hard
    } else {
        Rating::Again
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_whole_point_is_good_half_is_hard_less_is_again() {
        let rating = |points| proposed_rating(Score::new(points));
        assert_eq!(rating(1.0), Rating::Good);
        assert_eq!(rating(7.0 / 9.0), Rating::Hard);
        assert_eq!(rating(0.5), Rating::Hard);
        assert_eq!(rating(0.2), Rating::Again);
        assert_eq!(rating(0.0), Rating::Again);
    }

    #[test]
    fn all_of_any_count_is_the_whole_point() {
        assert!((1..=30).all(|n| Score::share(n, n).is_full()));
        assert_eq!(Score::share(0, 0), Score::ZERO);
    }

    #[test]
    fn what_is_not_a_number_earns_nothing() {
        assert_eq!(Score::new(f64::NAN), Score::ZERO);
    }

    proptest! {
        #[test]
        fn a_score_is_always_between_0_and_1(points in any::<f64>()) {
            prop_assert!((0.0..=1.0).contains(&Score::new(points).points()));
        }
    }
}
