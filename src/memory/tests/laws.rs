//! Laws that hold for every card, option and chance.

use proptest::prelude::*;

use super::*;
use crate::memory::{fuzz::bounds, parameters::BOUNDS};

#[derive(Clone, Copy, Debug)]
struct Answer {
    /// Days and seconds since the one before.
    gap: (i32, i64),
    rating: Rating,
    seed: u64,
}

fn parameters() -> impl Strategy<Value = Parameters> {
    let varied = prop::array::uniform21(0.0..=1.0_f32).prop_map(|shares| {
        Parameters(std::array::from_fn(|i| BOUNDS[i].0 + shares[i] * (BOUNDS[i].1 - BOUNDS[i].0)))
    });
    prop_oneof![2 => Just(Parameters::default()), 1 => varied]
}

fn steps() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(prop_oneof![1..3_600_u32, 1..300_000_u32], 0..4).prop_map(|mut steps| {
        steps.sort_unstable();
        steps
    })
}

prop_compose! {
    fn options()(
        desired_retention in 0.7..=0.99_f32,
        parameters in parameters(),
        learning_steps in steps(),
        relearning_steps in steps(),
        maximum_interval in prop_oneof![Just(36_500_u32), 1..400_u32],
        fuzz in any::<bool>(),
    ) -> Options {
        Options { desired_retention, parameters, learning_steps, relearning_steps, maximum_interval, fuzz }
    }
}

fn answer() -> impl Strategy<Value = Answer> {
    let days = prop_oneof![3 => Just(0), 3 => 1..4, 3 => 1..60, 1 => 1..3_000];
    (days, 1..80_000_i64, prop::sample::select(&Rating::ALL[..]), any::<u64>())
        .prop_map(|(days, seconds, rating, seed)| Answer { gap: (days, seconds), rating, seed })
}

/// A card after some answers, and a moment at which it is looked at again.
fn life() -> impl Strategy<Value = (Life, Now)> {
    (options(), prop::collection::vec(answer(), 0..10), answer()).prop_map(|(options, answers, last)| {
        let mut life = Life::new(options);
        let mut time = (0, 0);
        for answer in answers {
            time = later(time, answer.gap);
            life.answer(moment(time.0, time.1), answer.rating, answer.seed);
        }
        time = later(time, last.gap);
        (life, moment(time.0, time.1))
    })
}

fn later((day, seconds): (i32, i64), gap: (i32, i64)) -> (i32, i64) {
    let seconds = seconds + gap.1;
    let over = i32::try_from(seconds / 86_400).expect("days");
    (day + gap.0 + over, seconds % 86_400)
}

/// A load that differs from day to day.
fn uneven(day: Day) -> f32 {
    match day.number().rem_euclid(7) {
        0 => f32::INFINITY,
        n => [0.0, 12.0, 40.0, 3.0, 90.0, 7.0][usize::try_from(n).expect("a weekday") - 1],
    }
}

/// The days that FSRS set for a rating, if it did.
fn set_by_fsrs(outcome: Outcome) -> Option<u32> {
    match outcome.granted {
        Granted::Days { days, phase: Phase::Review } => Some(days),
        _ => None,
    }
}

proptest! {
    #[test]
    fn hard_good_and_easy_are_a_day_apart_unless_the_maximum_is_reached((life, now) in life(), seed: u64) {
        let maximum = life.scheduler.options().maximum_interval;
        for load in [empty as fn(Day) -> f32, uneven] {
            let days = life.scheduler.preview(&life.state, now, seed, &load).map(set_by_fsrs);
            for pair in days[1..].windows(2) {
                if let [Some(worse), Some(better)] = *pair {
                    prop_assert!(worse < better || better == maximum, "{:?}", days);
                }
            }
            if let [Some(again), Some(hard), ..] = days {
                prop_assert!(again <= hard, "{:?}", days);
            }
        }
    }

    #[test]
    fn a_better_rating_never_brings_the_card_back_sooner((life, now) in life(), seed: u64) {
        // In seconds from now, a day counting from the present moment; the maximum may cut what FSRS sets below a
        // step of several days.
        prop_assume!(life.scheduler.options().maximum_interval > 30);
        let delays = life.preview(now, seed).map(|outcome| match outcome.granted {
            Granted::Learning { seconds, .. } | Granted::Relearning { seconds, .. } => u64::from(seconds),
            Granted::Days { days, .. } => u64::from(days) * 86_400,
        });
        prop_assert!(delays.is_sorted(), "{:?}", delays);
    }

    #[test]
    fn every_interval_is_ahead_and_within_the_maximum((life, now) in life(), seed: u64) {
        let maximum = life.scheduler.options().maximum_interval;
        for (index, outcome) in life.preview(now, seed).into_iter().enumerate() {
            if let Some(days) = set_by_fsrs(outcome) {
                prop_assert!((1..=maximum).contains(&days));
            }
            let mut state = life.state.clone();
            let rating = Rating::ALL[index];
            let fact = Fact::Review { at: now.at, day: now.day, rating, granted: outcome.granted, practice: false };
            life.scheduler.apply(&mut state, &fact);
            match state.due.expect("due") {
                Due::Day(day) => prop_assert!(day > now.day),
                Due::At(at) => prop_assert!(at > now.at && at < now.day_end),
            }
        }
    }

    #[test]
    fn fuzz_stays_within_its_range_and_the_same_seed_gives_the_same((life, now) in life(), seed: u64) {
        let maximum = life.scheduler.options().maximum_interval;
        let next = life.scheduler.next_states(&life.state, now.day);
        let intervals = [next.again, next.hard, next.good, next.easy].map(|state| state.interval);
        let preview = life.scheduler.preview(&life.state, now, seed, &uneven);
        prop_assert_eq!(preview, life.scheduler.preview(&life.state, now, seed, &uneven));
        let mut least = life.state.interval_days + 1;
        for (outcome, interval) in preview.into_iter().zip(intervals) {
            if let Some(days) = set_by_fsrs(outcome) {
                prop_assert!(days >= bounds(interval, 1, maximum).0);
                prop_assert!(days <= bounds(interval, least, maximum).1);
            }
            if let Granted::Days { days, .. } = outcome.granted {
                least = least.max(days + 1);
            }
        }
    }

    #[test]
    fn the_preview_keeps_its_promise((mut life, now) in life(), rating in prop::sample::select(&Rating::ALL[..])) {
        let promised = life.answer(now, rating, 7);
        prop_assert_eq!(life.state.memory, Some(promised.memory), "to the last bit");
        prop_assert_eq!(life.state.last_day, Some(now.day));
    }

    #[test]
    fn replaying_the_facts_gives_the_state_that_was_kept((life, _) in life()) {
        prop_assert_eq!(life.scheduler.replay(&life.facts), life.state.clone());
        prop_assert_eq!(Scheduler::new(life.scheduler.options().clone()).replay(&life.facts), life.state);
    }

    #[test]
    fn memory_stays_within_what_fsrs_allows((life, _) in life()) {
        if let Some(Memory { stability, difficulty }) = life.state.memory {
            prop_assert!((0.001..=36_500.0).contains(&stability));
            prop_assert!((1.0..=10.0).contains(&difficulty));
        }
    }

    #[test]
    fn recall_becomes_less_likely_day_by_day((life, now) in life()) {
        let recall = |days| life.scheduler.retrievability(&life.state, now.day.plus(days));
        if life.state.memory.is_none() {
            prop_assert_eq!(recall(0), None);
        } else {
            let figures = [0, 1, 10, 1_000, 100_000].map(|days| recall(days).expect("a figure"));
            prop_assert!(figures.iter().all(|figure| (0.0..=1.0).contains(figure)), "{:?}", figures);
            prop_assert!(figures.windows(2).all(|pair| pair[0] >= pair[1]), "{:?}", figures);
        }
    }
}
