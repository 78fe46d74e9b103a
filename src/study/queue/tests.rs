//! What a queue holds, and in which order.

use jiff::Zoned;
use proptest::prelude::*;

use super::*;

fn now() -> Now {
    let wall: Zoned = "2026-11-22T08:00[Europe/Paris]".parse().expect("a time");
    Now::new(&wall, 4)
}

fn candidate(id: u32, standing: Standing) -> Candidate {
    Candidate { id, card: id, deck: 0, rank_a: true, fresh: standing == Standing::New, standing }
}

/// Where the order of the deck tells which cards were taken.
fn in_file_order() -> Settings {
    Settings { new_order: NewOrder::File, ..Settings::default() }
}

fn queue_of(candidates: &[Candidate], settings: &Settings, done: &Done, wish: &Wish) -> Queue {
    let situation = Situation { now: now(), settings, done, pace: Pace::default(), exam: None };
    build(candidates, &situation, wish)
}

fn new_cards(n: u32) -> Vec<Candidate> {
    (0..n).map(|id| candidate(id, Standing::New)).collect()
}

#[test]
fn twenty_new_cards_a_day_by_default() {
    let queue = queue_of(&new_cards(50), &in_file_order(), &Done::default(), &Wish::default());
    assert_eq!((queue.counts.new, queue.counts.new_waiting), (20, 30));
    assert_eq!(queue.main, (0..20).collect::<Vec<_>>(), "in the deck's order");
}

#[test]
fn more_new_cards_come_when_they_are_asked_for_whatever_the_limit_and_the_cap() {
    let settings = Settings { cap: Cap::Cards(20), ..in_file_order() };
    let done = Done { new: 20, schedules: 20, ..Done::default() };
    let wish = Wish { more_new: 10, ..Wish::default() };
    let queue = queue_of(&new_cards(50), &settings, &done, &wish);
    assert_eq!((queue.counts.new, queue.counts.new_waiting), (10, 40));
    assert_eq!(queue.main, (0..10).collect::<Vec<_>>());
}

#[test]
fn the_other_part_of_a_card_is_due_but_not_today_s() {
    let due = |id, card| Candidate { card, ..candidate(id, Standing::Due { loss: 0.02 }) };
    let queue = queue_of(
        &[due(0, 7), due(1, 7), due(2, 8)],
        &in_file_order(),
        &Done { cards: HashSet::from([8]), ..Done::default() },
        &Wish::default(),
    );
    assert_eq!((queue.main, queue.apart), (vec![0], HashSet::from([1, 2])));
}

#[test]
fn what_was_seen_today_counts_against_the_limit() {
    let done = Done { new: 18, ..Done::default() };
    let queue = queue_of(&new_cards(50), &in_file_order(), &done, &Wish::default());
    assert_eq!(queue.counts.new, 2);
}

#[test]
fn what_loses_most_by_waiting_comes_first() {
    let due = [0.01, 0.08, 0.03].map(|loss| Standing::Due { loss });
    let candidates: Vec<_> = (0..).zip(due).map(|(id, s)| candidate(id, s)).collect();
    let queue = queue_of(&candidates, &in_file_order(), &Done::default(), &Wish::default());
    assert_eq!(queue.main, [1, 2, 0]);
}

#[test]
fn rank_a_comes_first_where_the_student_wants_it() {
    let mut candidates = new_cards(4);
    candidates[0].rank_a = false;
    candidates[2].rank_a = false;
    let mut settings = in_file_order();
    let order =
        |settings: &Settings| queue_of(&candidates, settings, &Done::default(), &Wish::default()).main;
    assert_eq!(order(&settings), [1, 3, 0, 2]);
    settings.rank_a_first = false;
    assert_eq!(order(&settings), [0, 1, 2, 3]);
}

#[test]
fn the_cap_holds_after_days_away_and_reviews_have_it_first() {
    let mut candidates: Vec<_> = (0..300).map(|id| candidate(id, Standing::Due { loss: 0.02 })).collect();
    candidates.extend((300..320).map(|id| candidate(id, Standing::New)));
    let settings = Settings { cap: Cap::Cards(40), ..in_file_order() };
    let queue = queue_of(&candidates, &settings, &Done::default(), &Wish::default());
    assert_eq!((queue.counts.reviews, queue.counts.new), (40, 0));
    assert_eq!(queue.counts.reviews_waiting, 260);
}

#[test]
fn siblings_stay_apart_until_tomorrow() {
    let mut candidates = new_cards(3);
    candidates[1].card = candidates[0].card;
    let apart = queue_of(&candidates, &in_file_order(), &Done::default(), &Wish::default());
    assert_eq!(apart.main, [0, 2]);
    let done = Done { cards: HashSet::from([0]), ..Done::default() };
    let later = queue_of(&candidates, &in_file_order(), &done, &Wish::default());
    assert_eq!(later.main, [2]);
    let settings = Settings { siblings: SiblingRule::Together, ..in_file_order() };
    let together = queue_of(&candidates, &settings, &done, &Wish::default());
    assert_eq!(together.main, [0, 1, 2]);
}

#[test]
fn before_an_exam_new_cards_come_first_and_spare_time_reviews_ahead() {
    let mut candidates: Vec<_> = (0..5).map(|id| candidate(id, Standing::Due { loss: 0.02 })).collect();
    candidates.extend((5..8).map(|id| candidate(id, Standing::New)));
    candidates.push(candidate(8, Standing::Later { retrievability: 0.97 }));
    candidates.push(candidate(9, Standing::Later { retrievability: 0.93 }));
    let settings = Settings { cap: Cap::Cards(9), new_per_day: 1, ..in_file_order() };
    let done = Done::default();
    let exam =
        Some(ExamPlan { days_left: 30, new_today: 3, introduction_days: 20, introduced_by: now().day });
    let situation = Situation { now: now(), settings: &settings, done: &done, pace: Pace::default(), exam };
    let queue = build(&candidates, &situation, &Wish::default());
    assert_eq!(queue.main, [5, 6, 7, 0, 1, 2, 3, 4, 9], "the least retrievable of those not yet due");
    assert_eq!(queue.counts.ahead, 1);
}

#[test]
fn a_limit_keeps_the_first_cards() {
    let wish = Wish { limit: Some(3), ..Wish::default() };
    let queue = queue_of(&new_cards(10), &in_file_order(), &Done::default(), &wish);
    assert_eq!(queue.main, [0, 1, 2]);
    assert_eq!((queue.counts.new, queue.counts.new_waiting), (3, 7));
}

#[test]
fn ahead_asks_what_is_due_beyond_the_limits_before_what_is_not() {
    let mut candidates: Vec<_> = (0..5).map(|id| candidate(id, Standing::Due { loss: 0.02 })).collect();
    candidates.push(candidate(5, Standing::Later { retrievability: 0.97 }));
    candidates.push(candidate(6, Standing::Later { retrievability: 0.93 }));
    let ahead = Wish { ahead: true, ..Wish::default() };
    let settings = Settings { cap: Cap::Cards(2), ..in_file_order() };
    let queue = queue_of(&candidates, &settings, &Done::default(), &ahead);
    assert_eq!(queue.main, [0, 1, 2, 3, 4, 6, 5]);
    assert_eq!((queue.counts.reviews, queue.counts.reviews_waiting, queue.counts.ahead), (5, 0, 2));
    let today = now().day.date();
    let away = Settings { pauses: vec![(today, today)], ..in_file_order() };
    assert!(queue_of(&candidates, &away, &Done::default(), &Wish::default()).main.is_empty());
    assert_eq!(queue_of(&candidates, &away, &Done::default(), &ahead).main, [0, 1, 2, 3, 4, 6, 5]);
    let off = Settings { weekdays: [0; 7], ..in_file_order() };
    assert_eq!(queue_of(&candidates, &off, &Done::default(), &ahead).main, [0, 1, 2, 3, 4, 6, 5]);
}

fn standings() -> impl Strategy<Value = Standing> {
    prop_oneof![
        Just(Standing::New),
        (0.0_f32..1.0).prop_map(|loss| Standing::Due { loss }),
        (0.0_f32..1.0).prop_map(|retrievability| Standing::Later { retrievability }),
        (0_i64..1000).prop_map(|s| Standing::Learning(Timestamp::from_second(s).expect("within range"))),
    ]
}

proptest! {
    #[test]
    fn no_card_comes_twice_and_every_count_is_kept(
        cards in prop::collection::vec((0_u32..40, any::<bool>(), standings()), 0..80),
        cap in prop_oneof![Just(Cap::None), (1_u32..30).prop_map(Cap::Cards), (1_u32..20).prop_map(Cap::Minutes)],
        new_per_day in 0_u32..30,
        reviews_per_day in 0_u32..30,
        ahead in any::<bool>(),
    ) {
        let candidates: Vec<_> = (0..)
            .zip(cards)
            .map(|(id, (card, rank_a, standing))| Candidate { id, card, deck: card / 20, rank_a, fresh: false, standing })
            .collect();
        let settings = Settings { new_per_day, reviews_per_day, cap, ..Settings::default() };
        let wish = Wish { ahead, ..Wish::default() };
        let queue = queue_of(&candidates, &settings, &Done::default(), &wish);
        let distinct: HashSet<u32> = queue.main.iter().copied().collect();
        prop_assert_eq!(distinct.len(), queue.main.len());
        let of = |id: &u32| candidates[*id as usize];
        let cards: HashSet<u32> = queue.main.iter().map(|id| of(id).card).collect();
        prop_assert_eq!(cards.len(), queue.main.len(), "siblings apart");
        let new = queue.main.iter().filter(|id| of(id).standing == Standing::New).count();
        prop_assert_eq!(new, queue.counts.new as usize);
        prop_assert!(queue.counts.new <= new_per_day && (ahead || queue.counts.reviews <= reviews_per_day));
        prop_assert!(!ahead || queue.counts.reviews_waiting == 0);
        if let (Cap::Cards(n), false) = (cap, ahead) {
            prop_assert!(queue.counts.new + queue.counts.reviews <= n);
        }
        prop_assert!(ahead || queue.counts.ahead == 0);
    }

    #[test]
    fn a_cap_in_cards_holds_wherever_the_day_is_interrupted(
        due in 0_u32..60, new in 0_u32..60, cap in 1_u32..50, done in 0_usize..50,
    ) {
        let mut candidates: Vec<_> = (0..due).map(|id| candidate(id, Standing::Due { loss: 0.02 })).collect();
        candidates.extend((due..due + new).map(|id| candidate(id, Standing::New)));
        let settings = Settings { cap: Cap::Cards(cap), ..Settings::default() };
        let whole = queue_of(&candidates, &settings, &Done::default(), &Wish::default()).main;
        let mut answered = Done::default();
        for &id in whole.iter().take(done) {
            answered.schedules += 1;
            if candidates[id as usize].standing == Standing::New { answered.new += 1 } else { answered.reviews += 1 }
            answered.cards.insert(id);
            candidates[id as usize].standing = Standing::Later { retrievability: 1.0 };
        }
        let rest = queue_of(&candidates, &settings, &answered, &Wish::default()).main;
        prop_assert_eq!(whole.len().min(done) + rest.len(), whole.len());
    }

    #[test]
    fn who_begins_again_on_the_same_day_goes_on_where_they_were(
        ranks in prop::collection::vec(any::<bool>(), 1..120), parts in 1_u32..4, done in 0_usize..30,
        together in any::<bool>(),
    ) {
        let siblings = if together { SiblingRule::Together } else { SiblingRule::Apart };
        let settings = Settings { siblings, ..Settings::default() };
        let new = |(id, rank_a): (u32, bool)| Candidate { card: id / parts, rank_a, ..candidate(id, Standing::New) };
        let mut candidates: Vec<_> = (0..).zip(ranks).map(new).collect();
        let whole = queue_of(&candidates, &settings, &Done::default(), &Wish::default()).main;
        let mut answered = Done::default();
        for &id in whole.iter().take(done) {
            answered.new += 1;
            answered.schedules += 1;
            answered.cards.insert(candidates[id as usize].card);
            candidates[id as usize].standing = Standing::Later { retrievability: 1.0 };
        }
        let rest = queue_of(&candidates, &settings, &answered, &Wish::default()).main;
        prop_assert_eq!(rest.as_slice(), &whole[whole.len().min(done)..]);
    }

    #[test]
    fn spreading_keeps_both_orders(reviews in 0_u32..50, new in 0_u32..50) {
        let reviews: Vec<u32> = (0..reviews).collect();
        let new: Vec<u32> = (1000..1000 + new).collect();
        let mixed = spread(&reviews, &new);
        prop_assert_eq!(mixed.iter().copied().filter(|&n| n < 1000).collect::<Vec<_>>(), reviews);
        prop_assert_eq!(mixed.iter().copied().filter(|&n| n >= 1000).collect::<Vec<_>>(), new);
    }
}
