//! What facts come to, by example.

use super::*;

/// A card in the review phase, once forgotten and relearnt.
fn studied() -> Life {
    let mut life = Life::without_fuzz();
    life.answer(moment(10, 0), Rating::Easy, 0);
    life.answer(moment(18, 0), Rating::Again, 0);
    life.answer(moment(18, 600), Rating::Good, 0);
    life
}

#[test]
fn no_facts_are_a_new_card() {
    let life = Life::without_fuzz();
    assert_eq!(life.scheduler.replay(&[]), CardState::default());
}

#[test]
fn reviews_are_counted_and_dated() {
    let state = studied().state;
    assert_eq!((state.reps, state.lapses), (3, 1));
    assert_eq!(state.first_day, Some(Day::new(10)));
    assert_eq!(state.last_day, Some(Day::new(18)));
    assert_eq!(state.last_review, Some(moment(18, 600).at));
}

#[test]
fn due_follows_what_was_granted_whatever_the_options_are_now() {
    let life = studied();
    let other = Scheduler::new(Options {
        desired_retention: 0.75,
        learning_steps: Vec::new(),
        maximum_interval: 1,
        parameters: Parameters([0.5; 21]),
        ..Options::default()
    });
    let replayed = other.replay(&life.facts);
    assert_ne!(replayed.memory, life.state.memory, "the memory follows the parameters");
    assert_eq!(CardState { memory: life.state.memory, ..replayed }, life.state);
}

#[test]
fn practice_leaves_the_state_as_it_is() {
    let mut life = studied();
    let before = life.state.clone();
    let now = moment(19, 0);
    life.apply(Fact::Review {
        at: now.at,
        day: now.day,
        rating: Rating::Again,
        granted: days(1),
        practice: true,
    });
    assert_eq!(life.state, before);
}

#[test]
fn what_another_program_knew_is_gone_on_from() {
    let mut life = studied();
    let now = moment(20, 0);
    let known = Known {
        day: now.day,
        memory: Memory { stability: f32::INFINITY, difficulty: 0.0 },
        phase: Phase::Review,
        due: Due::Day(Day::new(60)),
        interval_days: 40,
        reps: 9,
        lapses: 0,
    };
    life.apply(Fact::Known { at: now.at, known });
    let state = &life.state;
    assert_eq!(state.memory, Some(Memory { stability: 36_500.0, difficulty: 1.0 }), "within bounds");
    assert_eq!((state.due, state.interval_days), (Some(Due::Day(Day::new(60))), 40));
    assert_eq!((state.reps, state.lapses, state.last_day), (9, 1, Some(now.day)));
    assert_eq!(state.first_day, Some(Day::new(10)));
}

#[test]
fn suspending_burying_and_flags_leave_the_schedule_alone() {
    let mut life = studied();
    let before = life.state.clone();
    life.apply(Fact::Suspend);
    life.apply(Fact::Bury { until: Day::new(20) });
    life.apply(Fact::Flag(3));
    assert_eq!(life.state.suspended, Some(true));
    assert!(life.state.is_buried(Day::new(19)) && !life.state.is_buried(Day::new(20)));
    assert_eq!(life.state.flag, 3);
    life.apply(Fact::Resume);
    life.apply(Fact::Flag(0));
    assert_eq!(life.state, CardState { suspended: Some(false), ..before }, "asked again in every respect");
}

#[test]
fn a_flag_is_at_most_seven() {
    let mut life = Life::without_fuzz();
    life.apply(Fact::Flag(200));
    assert_eq!(life.state.flag, 7);
}

#[test]
fn a_reset_card_is_new_but_keeps_its_flag_and_its_suspension() {
    let mut life = studied();
    life.apply(Fact::Flag(2));
    life.apply(Fact::Suspend);
    life.apply(Fact::Bury { until: Day::new(99) });
    life.apply(Fact::Reset);
    assert_eq!(life.state, CardState { flag: 2, suspended: Some(true), ..CardState::default() });
    life.answer(moment(30, 0), Rating::Good, 0);
    assert_eq!((life.state.reps, life.state.first_day), (1, Some(Day::new(30))));
    let mut fresh = Life::without_fuzz();
    fresh.answer(moment(30, 0), Rating::Good, 0);
    assert_eq!(life.state.memory, fresh.state.memory, "nothing of the old memory is left");
}

#[test]
fn a_card_moved_to_a_day_keeps_its_memory() {
    let mut life = studied();
    let before = life.state.clone();
    life.apply(Fact::Reschedule { due: Day::new(40) });
    assert_eq!(life.state, CardState { due: Some(Due::Day(Day::new(40))), ..before });
}

#[test]
fn a_card_moved_to_a_day_leaves_its_steps() {
    let mut life = Life::without_fuzz();
    life.answer(moment(0, 0), Rating::Good, 0);
    life.apply(Fact::Reschedule { due: Day::new(3) });
    assert_eq!(life.state.phase, Phase::Review);
    life.answer(moment(3, 0), Rating::Again, 0);
    assert_eq!((life.state.phase, life.state.lapses), (Phase::Relearning(0), 1));
}

#[test]
fn a_card_moved_to_a_day_before_it_was_seen_is_learnt_then() {
    let mut life = Life::without_fuzz();
    life.apply(Fact::Reschedule { due: Day::new(3) });
    assert_eq!(life.state.due, Some(Due::Day(Day::new(3))));
    life.answer(moment(3, 0), Rating::Again, 0);
    assert_eq!((life.state.phase, life.state.lapses), (Phase::Learning(0), 0), "there was nothing to forget");
}

#[test]
fn elapsed_days_are_never_below_zero() {
    let mut life = studied();
    // The traveller's next review falls on an earlier day of study.
    let outcome = life.answer(moment(17, 80_000), Rating::Good, 0);
    assert!(outcome.memory.stability.is_finite());
    assert_eq!(life.state.last_day, Some(Day::new(17)));
}
