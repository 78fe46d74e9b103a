//! Learning and relearning steps: the short delays before a card's intervals are days.

use jiff::SignedDuration;

use super::{Granted, Now, Phase};

const DAY: u32 = 86_400;

/// Which steps a card is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Track {
    /// Those of a new card.
    Learning,
    /// Those of a forgotten card.
    Relearning,
}

/// Where a rating leads a card that is on its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// To a step, after so many seconds.
    Step { step: u8, seconds: u32 },
    /// Off the steps: FSRS sets an interval in days.
    Graduate,
}

/// Where the four ratings lead a card that stands on `step` of `steps` (seconds each).
///
/// The rules are Anki's: again goes back to the first step; hard repeats the step, but on the first one waits the
/// mean of the first two (half as long again where there is one, and at most a day more), so that it differs from
/// both its neighbours; good goes on; easy leaves. A step that no longer exists counts as the last.
pub(super) fn moves(steps: &[u32], step: u8) -> [Move; 4] {
    let Some(&first) = steps.first() else {
        return [Move::Graduate; 4];
    };
    let current = usize::from(step).min(steps.len() - 1);
    let hard = match (current, steps.get(1)) {
        (0, Some(&second)) => first.midpoint(second),
        (0, None) => half_again(first),
        _ => steps[current],
    };
    let good = steps.get(current + 1).map_or(Move::Graduate, |&seconds| to(current + 1, seconds));
    [to(0, first), to(current, hard), good, Move::Graduate]
}

fn to(step: usize, seconds: u32) -> Move {
    Move::Step { step: u8::try_from(step).unwrap_or(u8::MAX), seconds }
}

fn half_again(seconds: u32) -> u32 {
    seconds.saturating_add((seconds / 2).min(DAY))
}

/// What a step of so many `seconds` grants now: a delay, or, where it crosses the day's end, days. A day and more
/// is rounded to whole days, so that a morning and an evening give the same.
pub(super) fn grant(track: Track, step: u8, seconds: u32, now: Now) -> Granted {
    let left = now.day_end.duration_since(now.at);
    let days = if seconds >= DAY {
        seconds.saturating_add(DAY / 2) / DAY
    } else {
        u32::from(SignedDuration::from_secs(i64::from(seconds)) >= left)
    };
    match (track, days) {
        (Track::Learning, 0) => Granted::Learning { step, seconds },
        (Track::Learning, days) => Granted::Days { days, phase: Phase::Learning(step) },
        (Track::Relearning, 0) => Granted::Relearning { step, seconds },
        (Track::Relearning, days) => Granted::Days { days, phase: Phase::Relearning(step) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(step: u8, seconds: u32) -> Move {
        Move::Step { step, seconds }
    }

    #[test]
    fn hard_on_the_first_step_is_the_mean_of_the_first_two() {
        assert_eq!(moves(&[60, 600], 0), [step(0, 60), step(0, 330), step(1, 600), Move::Graduate]);
    }

    #[test]
    fn hard_on_an_only_step_is_half_as_long_again_and_at_most_a_day_more() {
        assert_eq!(moves(&[600], 0), [step(0, 600), step(0, 900), Move::Graduate, Move::Graduate]);
        assert_eq!(moves(&[3 * DAY], 0)[1], step(0, 4 * DAY));
    }

    #[test]
    fn hard_on_a_later_step_repeats_it() {
        assert_eq!(moves(&[60, 600, 3600], 1), [step(0, 60), step(1, 600), step(2, 3600), Move::Graduate]);
        assert_eq!(moves(&[60, 600, 3600], 2), [step(0, 60), step(2, 3600), Move::Graduate, Move::Graduate]);
    }

    #[test]
    fn a_step_that_no_longer_exists_counts_as_the_last() {
        assert_eq!(moves(&[60, 600], 7), moves(&[60, 600], 1));
        assert_eq!(moves(&[600], 7), moves(&[600], 0));
    }

    #[test]
    fn without_steps_every_rating_graduates() {
        assert_eq!(moves(&[], 3), [Move::Graduate; 4]);
    }

    #[test]
    fn a_step_within_the_day_is_a_delay_and_one_that_crosses_its_end_is_days() {
        let now = |left: i64| {
            let at = jiff::Timestamp::UNIX_EPOCH;
            let day = super::super::Day::new(0);
            Now { at, day, day_end: at + SignedDuration::from_secs(left) }
        };
        let learning = |seconds, left| grant(Track::Learning, 1, seconds, now(left));
        let days = |days| Granted::Days { days, phase: Phase::Learning(1) };
        assert_eq!(learning(600, 601), Granted::Learning { step: 1, seconds: 600 });
        assert_eq!(learning(600, 600), days(1), "the day's end is the next day");
        assert_eq!(learning(DAY, 3600), days(1), "a day later is tomorrow, also in the evening");
        assert_eq!(learning(2 * DAY, 3600), days(2));
        assert_eq!(learning(DAY, 25 * 3600), days(1), "also when the clocks change");
        assert_eq!(learning(DAY * 5 / 4, 20 * 3600), days(1), "whole days, morning …");
        assert_eq!(learning(DAY * 5 / 4, 3600), days(1), "… and evening");
        assert_eq!(learning(DAY * 3 / 2, 20 * 3600), days(2));
        assert_eq!(learning(u32::MAX, 60), days(49_710));
        assert_eq!(learning(60, -5), days(1), "a clock that is behind");
        assert_eq!(
            grant(Track::Relearning, 0, 600, now(60)),
            Granted::Days { days: 1, phase: Phase::Relearning(0) }
        );
        assert_eq!(
            grant(Track::Relearning, 0, 600, now(6000)),
            Granted::Relearning { step: 0, seconds: 600 }
        );
    }
}
