//! What the scheduler grants, by example.

use super::*;

const MORNING: i64 = 3600;

#[test]
fn a_new_card_goes_through_the_learning_steps() {
    let mut life = Life::without_fuzz();
    let now = moment(0, MORNING);
    assert_eq!(
        life.granted(now),
        [
            Granted::Learning { step: 0, seconds: 60 },
            Granted::Learning { step: 0, seconds: 330 },
            Granted::Learning { step: 1, seconds: 600 },
            days(8),
        ]
    );
    life.answer(now, Rating::Good, 0);
    let later = moment(0, MORNING + 600);
    assert_eq!(
        life.granted(later),
        [
            Granted::Learning { step: 0, seconds: 60 },
            Granted::Learning { step: 1, seconds: 600 },
            days(2),
            days(4),
        ]
    );
    life.answer(later, Rating::Good, 0);
    assert_eq!(life.state.phase, Phase::Review);
    assert_eq!(life.state.due, Some(Due::Day(Day::new(2))));
}

#[test]
fn at_a_retention_of_nine_tenths_the_interval_is_the_stability() {
    let mut life = Life::without_fuzz();
    life.answer(moment(0, MORNING), Rating::Easy, 0);
    let outcome = life.answer(moment(8, MORNING), Rating::Good, 0);
    let Granted::Days { days, .. } = outcome.granted else { panic!("{outcome:?}") };
    assert_eq!(days, crate::memory::fuzz::whole(outcome.memory.stability));
}

#[test]
fn a_forgotten_card_goes_through_the_relearning_steps_and_counts_a_lapse() {
    let mut life = Life::without_fuzz();
    life.answer(moment(0, MORNING), Rating::Easy, 0);
    life.answer(moment(8, MORNING), Rating::Again, 0);
    assert_eq!((life.state.phase, life.state.lapses), (Phase::Relearning(0), 1));
    let later = moment(8, MORNING + 600);
    let granted = life.granted(later);
    assert_eq!(granted[0], Granted::Relearning { step: 0, seconds: 600 });
    assert_eq!(granted[1], Granted::Relearning { step: 0, seconds: 900 });
    assert!(matches!(granted[2], Granted::Days { phase: Phase::Review, .. }));
    life.answer(later, Rating::Again, 0);
    assert_eq!(life.state.lapses, 1, "forgetting it again while relearning is the same lapse");
}

#[test]
fn without_steps_every_rating_sets_days() {
    let mut life = Life::new(Options {
        learning_steps: Vec::new(),
        relearning_steps: Vec::new(),
        fuzz: false,
        ..Options::default()
    });
    assert_eq!(life.granted(moment(0, MORNING)), [days(1), days(1), days(2), days(8)]);
    life.answer(moment(0, MORNING), Rating::Easy, 0);
    assert_eq!(life.granted(moment(8, MORNING))[0], days(1), "forgotten, it loses most of its stability");
}

#[test]
fn a_step_that_crosses_the_end_of_the_day_is_due_tomorrow() {
    let mut life = Life::without_fuzz();
    let night = moment(0, 86_400 - 120);
    assert_eq!(
        life.granted(night),
        [
            Granted::Learning { step: 0, seconds: 60 },
            Granted::Days { days: 1, phase: Phase::Learning(0) },
            Granted::Days { days: 1, phase: Phase::Learning(1) },
            days(8),
        ]
    );
    life.answer(night, Rating::Good, 0);
    assert_eq!(life.state.phase, Phase::Learning(1));
    assert_eq!(life.state.due, Some(Due::Day(Day::new(1))));
    assert_eq!(life.granted(moment(1, 0))[2], days(7), "from there it goes on, a day older");
}

#[test]
fn steps_of_days_stay_below_the_interval_that_follows_them() {
    let mut life =
        Life::new(Options { learning_steps: vec![86_400, 5 * 86_400], fuzz: false, ..Options::default() });
    life.answer(moment(0, MORNING), Rating::Good, 0);
    let granted = life.granted(moment(5, MORNING));
    assert_eq!(granted[1], Granted::Days { days: 5, phase: Phase::Learning(1) });
    let [.., Granted::Days { days: good, .. }, Granted::Days { days: easy, .. }] = granted else {
        panic!("{granted:?}")
    };
    assert!(good > 5 && easy > good, "{granted:?}");
}

#[test]
fn a_second_review_on_the_same_day_of_study_is_short_term_even_after_midnight() {
    let mut life = Life::without_fuzz();
    life.answer(moment(0, 19 * 3600), Rating::Easy, 0);
    let before = life.memory().stability;
    // 03:00 of the next date, still the same day of study.
    life.answer(moment(0, 23 * 3600), Rating::Good, 0);
    assert!((life.memory().stability - before).abs() < 0.01, "recall on the same day proves little");
    // Two hours later, but a new day of study: a day has passed for FSRS.
    life.answer(moment(1, 3600), Rating::Good, 0);
    assert!(life.memory().stability > before + 1.0);
}

#[test]
fn fuzz_does_not_shorten_an_interval_that_fsrs_lengthens() {
    let scheduler = Scheduler::new(Options::default());
    // A hard card seen ten days early: hard lengthens 20 days to some 22, and fuzz may take three of them.
    let state = CardState {
        phase: Phase::Review,
        memory: Some(Memory { stability: 20.0, difficulty: 10.0 }),
        interval_days: 20,
        last_day: Some(Day::new(0)),
        ..CardState::default()
    };
    let shortest = |day| {
        let hard = |seed| match scheduler.preview(&state, moment(day, MORNING), seed, &empty)[1].granted {
            Granted::Days { days, .. } => days,
            granted => panic!("{granted:?}"),
        };
        (0..200).map(hard).min()
    };
    assert_eq!(shortest(10), Some(21));
    assert_eq!(shortest(0), Some(17), "on the same day nothing is lengthened, and fuzz is free");
}

#[test]
fn no_interval_is_longer_than_the_maximum() {
    let mut life = Life::new(Options { maximum_interval: 5, ..Options::default() });
    for seed in 0..100 {
        let easy = life.preview(moment(0, MORNING), seed)[3].granted;
        assert!(easy == days(4) || easy == days(5), "{easy:?}");
    }
    life.answer(moment(0, MORNING), Rating::Easy, 0);
    assert_eq!(life.granted(moment(5, MORNING))[1..], [days(5); 3], "the maximum wins over being apart");
}

#[test]
fn retrievability_is_one_on_the_day_and_nine_tenths_after_the_stability() {
    let life = Life::without_fuzz();
    assert_eq!(life.scheduler.retrievability(&life.state, Day::new(0)), None);
    let undated =
        CardState { memory: Some(Memory { stability: 1.0, difficulty: 5.0 }), ..CardState::default() };
    assert_eq!(life.scheduler.retrievability(&undated, Day::new(0)), None);
    let state = CardState {
        memory: Some(Memory { stability: 10.0, difficulty: 5.0 }),
        last_day: Some(Day::new(100)),
        ..CardState::default()
    };
    let recall = |day| life.scheduler.retrievability(&state, Day::new(day)).expect("a figure");
    assert!((recall(100) - 1.0).abs() < 1e-6);
    assert!((recall(110) - 0.9).abs() < 1e-6);
    assert!((recall(90) - 1.0).abs() < 1e-6, "a clock that went back takes nothing away");
}

#[test]
fn a_broken_memory_is_treated_as_none() {
    let life = Life::without_fuzz();
    let state = CardState {
        phase: Phase::Review,
        memory: Some(Memory { stability: f32::NAN, difficulty: 5.0 }),
        last_day: Some(Day::new(0)),
        ..CardState::default()
    };
    for outcome in life.scheduler.preview(&state, moment(3, 0), 0, &empty) {
        assert!(outcome.memory.stability.is_finite());
    }
    assert_eq!(life.scheduler.retrievability(&state, Day::new(3)), None);
}
