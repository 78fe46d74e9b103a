//! A card's state as bytes, so that a hundred thousand are read in one short scan.

use jiff::Timestamp;

use crate::memory::{CardState, Day, Due, Memory, Phase};

/// The version of the layout below. Another one makes the states be derived anew.
pub(super) const LAYOUT: u8 = 1;

/// Bytes of a packed state.
const LENGTH: usize = 56;

// Bits that say which fields are there.
const MEMORY: u8 = 1;
const DUE_DAY: u8 = 2;
const DUE_AT: u8 = 4;
const LAST_REVIEW: u8 = 8;
const LAST_DAY: u8 = 16;
const FIRST_DAY: u8 = 32;
const BURIED: u8 = 64;

/// Packs a state: the layout, phase, step, present bits, suspension (0 not said, 1 no, 2 yes), flag, two spare
/// bytes, then little-endian stability, difficulty, due (day or milliseconds), interval, last review
/// (milliseconds), last day, first day, reviews, lapses, buried until.
pub(super) fn pack(state: &CardState) -> [u8; LENGTH] {
    let (phase, step) = match state.phase {
        Phase::New => (0, 0),
        Phase::Learning(step) => (1, step),
        Phase::Review => (2, 0),
        Phase::Relearning(step) => (3, step),
    };
    let mut present = 0;
    let mut mark = |bit, there| present |= if there { bit } else { 0 };
    mark(MEMORY, state.memory.is_some());
    mark(DUE_DAY, matches!(state.due, Some(Due::Day(_))));
    mark(DUE_AT, matches!(state.due, Some(Due::At(_))));
    mark(LAST_REVIEW, state.last_review.is_some());
    mark(LAST_DAY, state.last_day.is_some());
    mark(FIRST_DAY, state.first_day.is_some());
    mark(BURIED, state.buried_until.is_some());
    let suspended = state.suspended.map_or(0, |suspended| 1 + u8::from(suspended));
    let memory = state.memory.unwrap_or(Memory { stability: 0.0, difficulty: 0.0 });
    let due = match state.due {
        None => 0,
        Some(Due::Day(day)) => i64::from(day.number()),
        Some(Due::At(at)) => at.as_millisecond(),
    };
    let day = |day: Option<Day>| day.map_or(0, Day::number).to_le_bytes();
    let mut out = [0; LENGTH];
    let mut put = Put { out: &mut out, at: 0 };
    put.bytes(&[LAYOUT, phase, step, present, suspended, state.flag, 0, 0]);
    put.bytes(&memory.stability.to_le_bytes());
    put.bytes(&memory.difficulty.to_le_bytes());
    put.bytes(&due.to_le_bytes());
    put.bytes(&state.interval_days.to_le_bytes());
    put.bytes(&state.last_review.map_or(0, Timestamp::as_millisecond).to_le_bytes());
    put.bytes(&day(state.last_day));
    put.bytes(&day(state.first_day));
    put.bytes(&state.reps.to_le_bytes());
    put.bytes(&state.lapses.to_le_bytes());
    put.bytes(&day(state.buried_until));
    out
}

struct Put<'a> {
    out: &'a mut [u8; LENGTH],
    at: usize,
}

impl Put<'_> {
    fn bytes(&mut self, bytes: &[u8]) {
        self.out[self.at..self.at + bytes.len()].copy_from_slice(bytes);
        self.at += bytes.len();
    }
}

struct Take<'a>(&'a [u8]);

impl Take<'_> {
    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }
}

/// Reads a packed state; `None` when it is of another layout.
pub(super) fn unpack(bytes: &[u8]) -> Option<CardState> {
    let mut take = Take(bytes);
    let [layout, phase, step, present, suspended, flag, _, _] = take.bytes()?;
    if layout != LAYOUT || bytes.len() != LENGTH {
        return None;
    }
    let has = |bit| present & bit != 0;
    let memory = Memory {
        stability: f32::from_le_bytes(take.bytes()?),
        difficulty: f32::from_le_bytes(take.bytes()?),
    };
    let due = i64::from_le_bytes(take.bytes()?);
    let interval_days = u32::from_le_bytes(take.bytes()?);
    let last_review = i64::from_le_bytes(take.bytes()?);
    let last_day = Day::new(i32::from_le_bytes(take.bytes()?));
    let first_day = Day::new(i32::from_le_bytes(take.bytes()?));
    let reps = u32::from_le_bytes(take.bytes()?);
    let lapses = u32::from_le_bytes(take.bytes()?);
    let buried = Day::new(i32::from_le_bytes(take.bytes()?));
    Some(CardState {
        phase: match phase {
            0 => Phase::New,
            1 => Phase::Learning(step),
            2 => Phase::Review,
            3 => Phase::Relearning(step),
            _ => return None,
        },
        memory: has(MEMORY).then_some(memory),
        due: if has(DUE_DAY) {
            Some(Due::Day(Day::new(i32::try_from(due).ok()?)))
        } else if has(DUE_AT) {
            Some(Due::At(Timestamp::from_millisecond(due).ok()?))
        } else {
            None
        },
        interval_days,
        last_review: if has(LAST_REVIEW) {
            Some(Timestamp::from_millisecond(last_review).ok()?)
        } else {
            None
        },
        last_day: has(LAST_DAY).then_some(last_day),
        first_day: has(FIRST_DAY).then_some(first_day),
        reps,
        lapses,
        suspended: match suspended {
            0 => None,
            1 => Some(false),
            _ => Some(true),
        },
        buried_until: has(BURIED).then_some(buried),
        flag,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_state() -> impl Strategy<Value = CardState> {
        let day = || prop::option::of(any::<i32>().prop_map(Day::new));
        let at = || (-1_i64 << 40..1 << 45).prop_map(|ms| Timestamp::from_millisecond(ms).expect("a time"));
        let due = prop_oneof![
            Just(None),
            any::<i32>().prop_map(|day| Some(Due::Day(Day::new(day)))),
            at().prop_map(|at| Some(Due::At(at))),
        ];
        let phase = prop_oneof![
            Just(Phase::New),
            any::<u8>().prop_map(Phase::Learning),
            Just(Phase::Review),
            any::<u8>().prop_map(Phase::Relearning),
        ];
        let memory = prop::option::of((0.001_f32..36_500.0, 1.0_f32..10.0))
            .prop_map(|memory| memory.map(|(stability, difficulty)| Memory { stability, difficulty }));
        let counts = (any::<u32>(), any::<u32>(), any::<u32>(), 0..8_u8);
        let whether = (any::<Option<bool>>(), day(), day(), day());
        (phase, memory, due, prop::option::of(at()), counts, whether).prop_map(
            |(phase, memory, due, last_review, counts, whether)| CardState {
                phase,
                memory,
                due,
                interval_days: counts.0,
                last_review,
                last_day: whether.1,
                first_day: whether.2,
                reps: counts.1,
                lapses: counts.2,
                suspended: whether.0,
                buried_until: whether.3,
                flag: counts.3,
            },
        )
    }

    proptest! {
        #[test]
        fn a_state_unpacks_as_it_was_packed(state in any_state()) {
            prop_assert_eq!(unpack(&pack(&state)), Some(state));
        }

        #[test]
        fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = unpack(&bytes);
        }
    }

    #[test]
    fn another_layout_is_not_read() {
        let mut bytes = pack(&CardState::default());
        bytes[0] = LAYOUT + 1;
        assert_eq!(unpack(&bytes), None);
    }
}
