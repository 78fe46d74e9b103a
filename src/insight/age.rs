//! After how long a card was asked again.

use super::Retention;

/// How long a card had not been seen when it was asked again. From three weeks on Anki's users call a card mature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// Less than a week.
    Days,
    /// One or two weeks.
    Weeks,
    /// Three weeks or more.
    Mature,
}

impl Age {
    /// All, the shortest first.
    pub const ALL: [Self; 3] = [Self::Days, Self::Weeks, Self::Mature];

    /// That of a review after so many days.
    #[must_use]
    pub fn of(days: u32) -> Self {
        match days {
            0..7 => Self::Days,
            7..21 => Self::Weeks,
            _ => Self::Mature,
        }
    }

    /// The days that it spans; without an end there is no last one.
    #[must_use]
    pub fn span(self) -> (u32, Option<u32>) {
        match self {
            Self::Days => (1, Some(6)),
            Self::Weeks => (7, Some(20)),
            Self::Mature => (21, None),
        }
    }
}

impl Retention {
    /// Counts a review.
    pub fn count(&mut self, recalled: bool) {
        self.reviews += 1;
        self.recalled += u32::from(recalled);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_days_lies_in_the_span_of_its_age() {
        for days in 1..100 {
            let (first, last) = Age::of(days).span();
            assert!(days >= first && last.is_none_or(|last| days <= last), "{days}");
        }
    }

    #[test]
    fn a_review_counts_and_is_recalled_or_not() {
        let mut retention = Retention::default();
        retention.count(true);
        retention.count(false);
        assert_eq!((retention.reviews, retention.share()), (2, Some(0.5)));
    }
}
