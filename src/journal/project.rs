//! From the events about one card to its state: the one place where it is done.

use super::{
    Order, Record, Wall,
    days::{LONGEST_ANSWER_MS, Tally},
    twins,
};
use crate::memory::{CardState, Day, Fact, Granted, Phase, Rating, Scheduler};

/// What the states depend on beside the events.
#[derive(Clone, Debug)]
pub(super) struct Basis {
    /// FSRS, with the student's parameters.
    pub(super) scheduler: Scheduler,
    /// Hours after midnight at which a day of study begins.
    pub(super) rollover: u8,
}

/// An event about a card, as far as its schedule is concerned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) order: Order,
    /// Its number in this database.
    pub(super) seq: i64,
    pub(super) void: bool,
    pub(super) what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    /// An answer; its day follows from the wall time and the rollover.
    Answer { wall: Wall, rating: Rating, granted: Granted, practice: bool, took_ms: u32 },
    /// Anything else that moves the schedule.
    Else(Fact),
}

impl What {
    /// What `record`, made at `wall`, does to a schedule.
    pub(super) fn of(record: &Record, wall: Wall) -> Option<Self> {
        Some(match record {
            Record::Review(review) => Self::Answer {
                wall,
                rating: review.rating,
                granted: review.granted,
                practice: review.practice,
                took_ms: review.took_ms.min(LONGEST_ANSWER_MS),
            },
            Record::Suspend { .. } => Self::Else(Fact::Suspend),
            Record::Resume { .. } => Self::Else(Fact::Resume),
            Record::Bury { until, .. } => Self::Else(Fact::Bury { until: *until }),
            Record::Flag { flag, .. } => Self::Else(Fact::Flag(*flag)),
            Record::Reset { .. } => Self::Else(Fact::Reset),
            Record::Reschedule { due, .. } => Self::Else(Fact::Reschedule { due: *due }),
            Record::Known { known, .. } => Self::Else(Fact::Known { at: wall.instant(), known: *known }),
            _ => return None,
        })
    }
}

/// The state that the events of one card come to, and what each answer adds to its day. Sorts `rows`.
///
/// The order is that of `at`, which is monotone per device; the times in the state are those of the wall, so that one
/// answer on a wrong clock does not push all later ones into the future.
pub(super) fn project(
    rows: &mut [Row],
    basis: &Basis,
    mut count: impl FnMut(&Row, Option<(Day, Tally)>),
) -> CardState {
    rows.sort_unstable_by_key(|row| row.order);
    let doubles = twins::doubles(rows);
    let mut state = CardState::default();
    for row in rows.iter() {
        if row.void || doubles.contains(&row.order) {
            count(row, None);
            continue;
        }
        match row.what {
            What::Else(fact) => {
                basis.scheduler.apply(&mut state, &fact);
                count(row, None);
            }
            What::Answer { wall, rating, granted, practice, took_ms } => {
                let day = wall.day(basis.rollover);
                let tally = Tally {
                    rating,
                    new: !practice && state.reps == 0,
                    practice,
                    mature: !practice
                        && state.phase == Phase::Review
                        && state.last_day.is_some_and(|last| last < day),
                    took_ms,
                };
                count(row, Some((day, tally)));
                let at = wall.instant();
                basis.scheduler.apply(&mut state, &Fact::Review { at, day, rating, granted, practice });
            }
        }
    }
    state
}
