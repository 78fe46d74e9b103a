//! What was done on each day, and what it says.

use std::collections::BTreeSet;

use crate::memory::Day;

/// What was done on one day of study.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayFigures {
    /// The day.
    pub day: Day,
    /// Answers that moved the schedule.
    pub answers: u32,
    /// Of these, the first ones of cards never seen.
    pub new: u32,
    /// Of these, by rating: again, hard, good, easy.
    pub ratings: [u32; 4],
    /// Of these, those of cards in the review phase, last seen on an earlier day.
    pub mature: u32,
    /// Of the mature ones, those recalled.
    pub recalled: u32,
    /// Answers for practice, which left the schedule as it was.
    pub practice: u32,
    /// The time of all answers, in whole seconds.
    pub seconds: u64,
}

impl DayFigures {
    /// Whether anything was answered.
    #[must_use]
    pub fn is_studied(&self) -> bool {
        self.answers + self.practice > 0
    }
}

/// The days from `from` to `to`, both included, one by one; a day without answers is all zeros.
#[must_use]
pub fn fill(days: &[DayFigures], from: Day, to: Day) -> Vec<DayFigures> {
    (from.number()..=to.number())
        .map(Day::new)
        .map(|day| {
            let known = days.iter().find(|figures| figures.day == day);
            known.copied().unwrap_or(DayFigures { day, ..DayFigures::default() })
        })
        .collect()
}

/// How much of what was known was still known when it was asked again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Retention {
    /// Reviews of cards in the review phase, last seen on an earlier day ("true retention", as Anki's users know it).
    pub reviews: u32,
    /// Of these, those recalled.
    pub recalled: u32,
}

impl Retention {
    /// The share that was recalled, 0 to 1; `None` without reviews.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.reviews > 0).then(|| f64::from(self.recalled) / f64::from(self.reviews))
    }
}

/// The retention over the days from `from` to `to`, both included.
#[must_use]
pub fn retention(days: &[DayFigures], from: Day, to: Day) -> Retention {
    days.iter().filter(|figures| (from..=to).contains(&figures.day)).fold(
        Retention::default(),
        |sum, figures| Retention {
            reviews: sum.reviews + figures.mature,
            recalled: sum.recalled + figures.recalled,
        },
    )
}

/// Days in a row with answers, up to today or yesterday. A day that is free (a planned pause, a weekday without study)
/// neither breaks the row nor counts; studied all the same, it counts.
#[must_use]
pub fn streak(days: &[DayFigures], today: Day, is_free: impl Fn(Day) -> bool) -> u32 {
    let studied: BTreeSet<Day> =
        days.iter().filter(|figures| figures.is_studied()).map(|figures| figures.day).collect();
    let Some(first) = studied.first().copied() else { return 0 };
    let mut streak = 0;
    let mut day = today;
    while day >= first {
        if studied.contains(&day) {
            streak += 1;
        } else if day != today && !is_free(day) {
            break;
        }
        day = day.plus(-1);
    }
    streak
}

#[cfg(test)]
mod tests {
    use super::*;

    fn studied(day: i32) -> DayFigures {
        DayFigures { day: Day::new(day), answers: 1, mature: 1, recalled: 1, ..DayFigures::default() }
    }

    #[test]
    fn the_row_goes_on_while_today_is_not_over() {
        let days = [studied(7), studied(8), studied(9)];
        assert_eq!(streak(&days, Day::new(9), |_| false), 3);
        assert_eq!(streak(&days, Day::new(10), |_| false), 3);
        assert_eq!(streak(&days, Day::new(11), |_| false), 0);
    }

    #[test]
    fn a_free_day_neither_breaks_the_row_nor_counts() {
        let days = [studied(6), studied(9)];
        assert_eq!(streak(&days, Day::new(9), |day| [7, 8].contains(&day.number())), 2);
        assert_eq!(streak(&days, Day::new(9), |day| day.number() == 8), 1);
    }

    #[test]
    fn without_answers_there_is_no_row_however_many_days_are_free() {
        assert_eq!(streak(&[], Day::new(9), |_| true), 0);
    }

    #[test]
    fn days_without_answers_are_zeros() {
        let days = fill(&[studied(3)], Day::new(2), Day::new(4));
        assert_eq!(
            days.iter().map(|d| (d.day.number(), d.answers)).collect::<Vec<_>>(),
            [(2, 0), (3, 1), (4, 0)]
        );
    }

    #[test]
    fn retention_is_counted_within_its_days() {
        let forgotten = DayFigures { recalled: 0, ..studied(2) };
        let days = [studied(1), forgotten, studied(3), studied(4)];
        let found = retention(&days, Day::new(2), Day::new(3));
        assert_eq!((found.reviews, found.recalled, found.share()), (2, 1, Some(0.5)));
        assert_eq!(retention(&days, Day::new(8), Day::new(9)).share(), None);
    }
}
