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

/// What a step of so many `seconds` grants now: a delay within the day, or, where it crosses the day's end, days.
pub(super) fn grant(track: Track, step: u8, seconds: u32, now: Now) -> Granted {
    let left = now.day_end.duration_since(now.at).max(SignedDuration::ZERO).as_secs();
    let beyond = i64::from(seconds) - left;
    if beyond >= 0 {
        let days = u32::try_from(beyond / i64::from(DAY)).unwrap_or(u32::MAX).saturating_add(1);
        let phase = match track {
            Track::Learning => Phase::Learning(step),
            Track::Relearning => Phase::Relearning(step),
        };
        return Granted::Days { days, phase };
    }
    match track {
        Track::Learning => Granted::Learning { step, seconds },
        Track::Relearning => Granted::Relearning { step, seconds },
    }
}
