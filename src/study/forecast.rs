//! What the coming days bring: when a backlog is gone, and how new cards are spread before an exam.

use crate::memory::Day;

/// In how many days a backlog is gone, when `capacity(d)` cards are studied on day `d` (0 is today) and `due[d]` cards fall due on it;
/// `overdue` waits already, and what is studied falls due again `back` days later. `Some(0)`: today is enough. `None`: not
/// within `horizon` days.
pub fn level_again(
    overdue: u32,
    due: &[u32],
    back: usize,
    capacity: impl Fn(usize) -> u32,
    horizon: usize,
) -> Option<usize> {
    let mut waiting = u64::from(overdue);
    let mut studied = Vec::with_capacity(horizon);
    for day in 0..horizon {
        waiting += u64::from(due.get(day).copied().unwrap_or(0));
        waiting += day.checked_sub(back.max(1)).map_or(0, |earlier| studied[earlier]);
        let done = waiting.min(u64::from(capacity(day)));
        studied.push(done);
        waiting -= done;
        if waiting == 0 {
            return Some(day);
        }
    }
    None
}

/// The simple rule for an exam date: every card is seen within the first 70 % of the days, new cards before reviews,
/// and the time that is left goes to reviewing ahead, lowest retrievability first.
///
/// Only days on which something is studied count. What is still unseen after the 70 %, since it was added later for
/// example, is spread over 70 % of the days that are left.
///
/// Source: the project's simulation study: with 30 minutes a day over 60 days it
/// lifts the mean recall on exam day from 0.62 (new cards spread evenly, retention 0.9) to 0.83.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamPlan {
    /// Days from today to the exam; 0 on the day itself.
    pub days_left: u32,
    /// New cards for today, or on a day without study for the next one with.
    pub new_today: u32,
    /// Days of study in which the new cards are introduced, today included.
    pub introduction_days: u32,
    /// The last of these days.
    pub introduced_by: Day,
}

impl ExamPlan {
    /// The plan for today. `unseen`: new cards at the beginning of today; `begun`: the day on which the plan began;
    /// `studies`: whether anything is studied on a day.
    #[must_use]
    pub fn new(unseen: u32, begun: Day, today: Day, exam: Day, studies: impl Fn(Day) -> bool) -> Self {
        let mut day = begun.min(today);
        let (mut gone, mut left) = (0_u32, 0_u32);
        while day < exam {
            if studies(day) {
                *(if day < today { &mut gone } else { &mut left }) += 1;
            }
            day = day.plus(1);
        }
        let for_new = seventy_percent(gone + left);
        let introduction_days = if gone < for_new { for_new - gone } else { seventy_percent(left) }.max(1);
        let days = (0..exam.since(today)).map(|ahead| today.plus(i32::try_from(ahead).unwrap_or(i32::MAX)));
        let introduced_by = days.filter(|day| studies(*day)).take(introduction_days as usize).last();
        Self {
            days_left: exam.since(today),
            new_today: unseen.div_ceil(introduction_days),
            introduction_days,
            introduced_by: introduced_by.unwrap_or(today),
        }
    }
}

/// 70 % of a number of days, rounded up.
fn seventy_percent(days: u32) -> u32 {
    days - days * 3 / 10
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_backlog_melts_under_the_cap() {
        assert_eq!(level_again(0, &[5], 60, |_| 10, 30), Some(0));
        assert_eq!(level_again(100, &[10; 60], 60, |_| 30, 60), Some(4));
        assert_eq!(level_again(100, &[30; 60], 60, |_| 30, 60), None, "what comes eats what goes");
    }

    #[test]
    fn what_is_worked_off_comes_back() {
        assert_eq!(level_again(100, &[], 60, |_| 20, 60), Some(4));
        assert_eq!(level_again(100, &[], 4, |_| 20, 60), None, "100 cards every 4 days are 25 a day");
    }

    #[test]
    fn days_off_make_it_later() {
        let weekend_off = |day: usize| if day % 7 >= 5 { 0 } else { 20 };
        assert!(level_again(100, &[5; 60], 60, weekend_off, 60) > level_again(100, &[5; 60], 60, |_| 20, 60));
    }

    fn plan(unseen: u32, total: i32, gone: i32) -> ExamPlan {
        ExamPlan::new(unseen, Day::new(0), Day::new(gone), Day::new(total), |_| true)
    }

    #[test]
    fn new_cards_are_all_introduced_within_the_first_seventy_percent() {
        let mut unseen = 1000;
        for gone in 0..100 {
            unseen -= plan(unseen, 100, gone).new_today.min(unseen);
            if gone == 60 {
                assert!(unseen > 0, "not rushed");
            }
            if gone == 69 {
                assert_eq!(unseen, 0);
            }
        }
    }

    #[test]
    fn cards_added_late_are_spread_over_what_is_left() {
        let late = plan(2000, 100, 80);
        assert_eq!((late.introduction_days, late.new_today), (14, 143));
        assert_eq!(plan(5, 100, 100).new_today, 5, "on the day itself");
    }

    #[test]
    fn the_last_day_of_new_cards_is_told_and_days_off_put_it_back() {
        // 20 cards were seen today already: 357 in the first 10 of 14 days.
        let plan = ExamPlan::new(357, Day::new(0), Day::new(0), Day::new(14), |_| true);
        assert_eq!((plan.introduction_days, plan.new_today, plan.introduced_by), (10, 36, Day::new(9)));
        let weekends = |day: Day| day.number() % 7 < 5;
        let plan = ExamPlan::new(70, Day::new(0), Day::new(0), Day::new(14), weekends);
        assert_eq!((plan.introduction_days, plan.new_today, plan.introduced_by), (7, 10, Day::new(8)));
        let never = ExamPlan::new(7, Day::new(0), Day::new(3), Day::new(14), |_| false);
        assert_eq!(never.introduced_by, Day::new(3));
    }

    proptest! {
        #[test]
        fn an_exam_plan_never_leaves_cards_unseen(
            unseen in 0_u32..5000,
            total in 1_i32..400,
            off in prop::collection::hash_set(0_i32..400, 0..200),
        ) {
            let studies = |day: Day| !off.contains(&day.number());
            let mut left = unseen;
            let mut any = false;
            for gone in (0..total).map(Day::new).filter(|day| studies(*day)) {
                any = true;
                let plan = ExamPlan::new(left, Day::new(0), gone, Day::new(total), studies);
                left -= plan.new_today.min(left);
            }
            prop_assert_eq!(left, if any { 0 } else { unseen });
        }
    }
}
