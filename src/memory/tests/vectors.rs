//! Agreement with another implementation: `tests/vectors/make_fsrs_vectors.py` says how the figures were made.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;
use crate::memory::fuzz::whole;

#[derive(Deserialize)]
struct Vectors {
    parameters: BTreeMap<String, Vec<f32>>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    p: String,
    retention: f32,
    reviews: Vec<Review>,
}

#[derive(Deserialize)]
struct Review {
    day: i32,
    minutes: i64,
    rating: u8,
    stability: f32,
    difficulty: f32,
    /// Days, before rounding and fuzz.
    interval: f32,
    /// 1 learning, 2 review, 3 relearning.
    state: u8,
    /// -1 in review.
    step: i8,
    /// Seconds until due.
    delay: u32,
    /// -1 before the first review.
    recall: f32,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("../../../tests/vectors/fsrs.json")).expect("the vectors")
}

/// Both sides differ in precision (f32 here, f64 there) only; it is least where a stability is of minutes, which
/// FSRS finds as a small difference of larger numbers.
fn close(ours: f32, theirs: f32) -> bool {
    (ours - theirs).abs() <= 1e-6 + 5e-5 * theirs.abs()
}

#[test]
fn the_default_parameters_are_those_of_py_fsrs() {
    assert_eq!(vectors().parameters["default"], Parameters::default().0);
}

#[test]
fn memory_interval_and_steps_agree_with_py_fsrs() {
    let vectors = vectors();
    let mut reviews = 0;
    for (number, case) in vectors.cases.iter().enumerate() {
        let mut life = Life::new(Options {
            desired_retention: case.retention,
            parameters: Parameters::try_from(vectors.parameters[&case.p].as_slice()).expect("parameters"),
            fuzz: false,
            ..Options::default()
        });
        for (nth, theirs) in case.reviews.iter().enumerate() {
            let place = format!("history {number}, review {nth}");
            // Noon is eight hours after the beginning of the day.
            let now = moment(theirs.day, 8 * 3600 + theirs.minutes * 60);
            let rating = Rating::from_number(theirs.rating).expect("a rating");
            let recall = life.scheduler.retrievability(&life.state, now.day);
            assert!(close(recall.unwrap_or(-1.0), theirs.recall), "{place}: {recall:?} ≠ {}", theirs.recall);

            let next = life.scheduler.next_states(&life.state, now.day);
            let interval =
                [next.again, next.hard, next.good, next.easy][usize::from(theirs.rating) - 1].interval;
            assert!(close(interval, theirs.interval), "{place}: {interval} ≠ {}", theirs.interval);

            let Memory { stability, difficulty } = life.answer(now, rating, 0).memory;
            assert!(close(stability, theirs.stability), "{place}: {stability} ≠ {}", theirs.stability);
            assert!(close(difficulty, theirs.difficulty), "{place}: {difficulty} ≠ {}", theirs.difficulty);

            check_grant(&life, theirs, &place);
            reviews += 1;
        }
    }
    assert!(reviews > 800, "only {reviews} reviews were compared");
}

/// The phase, the step and the delay. Intervals in days may be longer than theirs, which do not keep hard, good
/// and easy apart.
fn check_grant(life: &Life, theirs: &Review, place: &str) {
    let step = u8::try_from(theirs.step).unwrap_or(0);
    let phase =
        [Phase::Learning(step), Phase::Review, Phase::Relearning(step)][usize::from(theirs.state) - 1];
    assert_eq!(life.state.phase, phase, "{place}");
    let at = life.state.last_review.expect("a review");
    match life.state.due.expect("due") {
        Due::At(due) => assert_eq!(due.duration_since(at).as_secs(), i64::from(theirs.delay), "{place}"),
        Due::Day(_) => {
            let days = life.state.interval_days;
            assert!(days >= whole(theirs.interval).max(1), "{place}: {days} days");
            if theirs.rating <= 2 {
                assert_eq!(days, theirs.delay / 86_400, "{place}");
            }
        }
    }
}
