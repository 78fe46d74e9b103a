//! The daily cap: no wall of cards after days away.

use std::fmt;

/// A limit over new cards and reviews together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cap {
    /// None.
    #[default]
    None,
    /// So many cards a day, each counted once.
    Cards(u32),
    /// So many minutes a day.
    Minutes(u32),
}

impl Cap {
    /// Reads `40`, `30min` or `-`.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        if value == "-" {
            return Some(Self::None);
        }
        let (number, minutes) = match value.strip_suffix("min") {
            Some(number) => (number.trim_end(), true),
            None => (value, false),
        };
        let number: u32 = number.parse().ok().filter(|n| (1..=9_999).contains(n))?;
        Some(if minutes { Self::Minutes(number) } else { Self::Cards(number) })
    }

    /// How many new cards a whole day lets through when nothing comes before them; `None`: any number.
    #[must_use]
    pub fn new_cards(self, pace: Pace) -> Option<u32> {
        let mut budget = Budget::new(self, 1.0, 0, 0.0);
        let most = match self {
            Self::None => return None,
            Self::Cards(cards) => cards,
            Self::Minutes(minutes) => minutes * 60,
        };
        // At least a second each, so that no pace makes it long.
        (0..=most).find(|_| !budget.take(pace.new.max(1.0))).or(Some(most))
    }
}

impl fmt::Display for Cap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("-"),
            Self::Cards(n) => write!(f, "{n}"),
            Self::Minutes(n) => write!(f, "{n}min"),
        }
    }
}

/// How long this student's answers take, in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// A new card, its learning steps included.
    pub new: f32,
    /// A review.
    pub review: f32,
}

impl Default for Pace {
    /// Before there is a history: 25 s for a new card; 10 s for a review, of which one in eight is a 20 s lapse
    /// (the costs assumed by the planning study that the simple rule comes from).
    fn default() -> Self {
        Self { new: 25.0, review: 10.0 }
    }
}

/// What is left of today's cap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Budget {
    cards: Option<u32>,
    seconds: Option<f32>,
}

impl Budget {
    /// `share`: how much is studied today (easy days), 0 to 1; `answered` and `spent`: today's schedules and seconds so far.
    pub(super) fn new(cap: Cap, share: f32, answered: u32, spent: f32) -> Self {
        match cap {
            Cap::None => Self { cards: None, seconds: None },
            Cap::Cards(n) => Self { cards: Some(scale(n, share).saturating_sub(answered)), seconds: None },
            Cap::Minutes(n) => {
                let seconds = u16::try_from(n).map_or(f32::MAX, |n| f32::from(n) * 60.0);
                Self { cards: None, seconds: Some((seconds * share - spent).max(0.0)) }
            }
        }
    }

    /// Takes one card that costs `seconds`; false when nothing is left.
    pub(super) fn take(&mut self, seconds: f32) -> bool {
        if let Some(cards) = &mut self.cards {
            if *cards == 0 {
                return false;
            }
            *cards -= 1;
        }
        if let Some(left) = &mut self.seconds {
            if *left <= 0.0 {
                return false;
            }
            *left -= seconds;
        }
        true
    }
}

/// `n` times `share`, rounded to the nearest, and at least 1 where both are above zero.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 ≤ share ≤ 1 keeps it within u32"
)]
pub(super) fn scale(n: u32, share: f32) -> u32 {
    if n == 0 || share <= 0.0 {
        return 0;
    }
    ((f64::from(n) * f64::from(share.min(1.0))).round() as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_reads_and_prints_the_same() {
        for s in ["-", "40", "30min"] {
            assert_eq!(Cap::parse(s).map(|c| c.to_string()).as_deref(), Some(s));
        }
        for bad in ["", "0", "min", "-3", "1h", "99999"] {
            assert_eq!(Cap::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn minutes_run_out_with_the_card_that_crosses_the_line() {
        let mut budget = Budget::new(Cap::Minutes(1), 1.0, 0, 35.0);
        assert!(budget.take(20.0));
        assert!(budget.take(20.0), "five seconds were left: one more card");
        assert!(!budget.take(20.0));
    }

    #[test]
    fn a_cap_lets_as_many_new_cards_through_as_it_has_room_for() {
        let pace = Pace::default();
        assert_eq!(Cap::None.new_cards(pace), None);
        assert_eq!(Cap::Cards(12).new_cards(pace), Some(12));
        // 600 s at 25 s each.
        assert_eq!(Cap::Minutes(10).new_cards(pace), Some(24));
        assert_eq!(Cap::Minutes(1).new_cards(Pace { new: 0.0, review: 0.0 }), Some(60));
    }

    #[test]
    fn an_easy_day_has_half_the_cards() {
        let mut budget = Budget::new(Cap::Cards(10), 0.5, 4, 0.0);
        assert!(budget.take(1.0));
        assert!(!budget.take(1.0));
    }
}
