//! Today's queue: which cards, in which order.
//!
//! What is in a learning step comes at its time. Reviews come by what is lost most by waiting, so that under a cap the
//! cards that can wait do wait. New cards keep the decks' order and are spread among the reviews; before an exam they come first.

use std::collections::HashSet;

use jiff::Timestamp;

use super::{
    Cap, ExamPlan, Pace, Settings, SiblingRule,
    cap::{Budget, scale},
};
use crate::memory::Now;

/// A schedule that may be asked: neither suspended, buried nor a draft, in a language that is studied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The caller's number for the schedule.
    pub id: u32,
    /// The caller's number for its card; siblings share it.
    pub card: u32,
    /// Whether it is of rank A.
    pub rank_a: bool,
    /// Where it stands.
    pub standing: Standing,
}

/// Where a schedule stands with regard to today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// Never answered.
    New,
    /// In a step of today, due at this instant.
    Learning(Timestamp),
    /// Due today or before; by how much its retrievability falls when it waits another day.
    Due {
        /// The fall, 0 to 1.
        loss: f32,
    },
    /// Due later; its retrievability today.
    Later {
        /// 0 to 1.
        retrievability: f32,
    },
}

/// What was done today already.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    /// Cards seen for the first time.
    pub new: u32,
    /// Schedules answered that had been seen before today, each once.
    pub reviews: u32,
    /// All schedules answered, each once however often it came.
    pub schedules: u32,
    /// Seconds spent answering.
    pub seconds: f32,
    /// Cards of which a part was answered.
    pub cards: HashSet<u32>,
}

/// How many new cards beyond the day's limit a student asks for at once.
pub const MORE_NEW: u32 = 10;

/// How a queue is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Beyond the limits and the cap as well: first what is due, then what is not due yet, lowest retrievability first.
    pub ahead: bool,
    /// At most so many cards.
    pub limit: Option<u32>,
    /// So many new cards beyond the day's limit and the cap, after everything else.
    pub more_new: u32,
}

/// How many cards there are, and how many of them are for today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New cards in the queue.
    pub new: u32,
    /// Reviews in the queue.
    pub reviews: u32,
    /// Cards in a learning step.
    pub learning: u32,
    /// Cards in the queue that are not due yet.
    pub ahead: u32,
    /// Reviews that are due and wait for another day, because of a limit or the cap.
    pub reviews_waiting: u32,
    /// Cards never seen that wait for another day.
    pub new_waiting: u32,
}

/// Today's queue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// Cards in a step of today, by their time.
    pub learning: Vec<(Timestamp, u32)>,
    /// The others in order.
    pub main: Vec<u32>,
    /// How many of each.
    pub counts: Counts,
    /// What is due but not today's, because another part of its card is.
    pub apart: HashSet<u32>,
}

/// What a queue is built for.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// The present.
    pub now: Now,
    /// The settings of studying.
    pub settings: &'a Settings,
    /// What was done today.
    pub done: &'a Done,
    /// How long answers take.
    pub pace: Pace,
    /// The plan for an exam, when its date is set and lies ahead.
    pub exam: Option<ExamPlan>,
}

/// Builds today's queue.
pub fn build(candidates: &[Candidate], situation: &Situation<'_>, wish: &Wish) -> Queue {
    let Situation { settings, done, pace, exam, now } = situation;
    let share = settings.share_of(now.day.date());
    // The plan knows the days off already; a short day does not make it shorter.
    let planned = exam.filter(|_| share > 0.0).map_or(0, |plan| plan.new_today);
    let new_quota = planned.max(scale(settings.new_per_day, share));
    let mut sorted = Sorted::new(candidates, settings.rank_a_first);
    let mut choice = Choice {
        siblings: Siblings::new(settings.siblings, done, candidates),
        budget: Budget::new(settings.cap, share, done.schedules, done.seconds),
    };
    let mut reviews =
        Quota::new(scale(settings.reviews_per_day, share).saturating_sub(done.reviews), pace.review);
    let mut new = Quota::new(new_quota.saturating_sub(done.new), pace.new);
    let main = if exam.is_some() {
        choice.choose(&sorted.new, &mut new);
        choice.choose(&sorted.due, &mut reviews);
        [new.chosen.as_slice(), &reviews.chosen].concat()
    } else {
        choice.choose(&sorted.due, &mut reviews);
        choice.choose(&sorted.new, &mut new);
        spread(&reviews.chosen, &new.chosen)
    };
    if share <= 0.0 && !wish.ahead {
        // A day off is a day off, for cards in a step as well.
        sorted.learning.clear();
    }
    sorted.learning.sort_unstable();
    let mut queue = Queue {
        counts: Counts {
            new: count(new.chosen.len()),
            reviews: count(reviews.chosen.len()),
            learning: count(sorted.learning.len()),
            ahead: 0,
            reviews_waiting: reviews.waiting,
            new_waiting: new.waiting,
        },
        learning: sorted.learning,
        main,
        apart: std::mem::take(&mut reviews.apart),
    };
    // Before an exam the time that is left goes to reviewing ahead; without a cap there is no "time that is left".
    let leftover = exam.is_some() && settings.cap != Cap::None;
    if wish.ahead {
        choice.budget = Budget::new(Cap::None, share, 0, 0.0);
        let chosen: HashSet<u32> = reviews.chosen.iter().copied().collect();
        sorted.due.retain(|candidate| !chosen.contains(&candidate.id));
        let mut beyond = Quota::new(u32::MAX, pace.review);
        choice.choose(&sorted.due, &mut beyond);
        queue.counts.reviews += count(beyond.chosen.len());
        queue.counts.reviews_waiting = 0;
        queue.main.append(&mut beyond.chosen);
    }
    if wish.more_new > 0 {
        choice.budget = Budget::new(Cap::None, share, 0, 0.0);
        let chosen: HashSet<u32> = new.chosen.iter().copied().collect();
        sorted.new.retain(|candidate| !chosen.contains(&candidate.id));
        let mut more = Quota::new(wish.more_new, pace.new);
        choice.choose(&sorted.new, &mut more);
        queue.counts.new += count(more.chosen.len());
        queue.counts.new_waiting = more.waiting;
        queue.main.append(&mut more.chosen);
    }
    if wish.ahead || leftover {
        let mut ahead = Quota::new(u32::MAX, pace.review);
        choice.choose(&sorted.later, &mut ahead);
        queue.counts.ahead = count(ahead.chosen.len());
        queue.main.append(&mut ahead.chosen);
    }
    if let Some(limit) = wish.limit {
        cut(&mut queue, limit, candidates);
    }
    queue
}

/// The candidates by where they stand, each list in the order in which its cards are wanted.
struct Sorted<'a> {
    learning: Vec<(Timestamp, u32)>,
    due: Vec<&'a Candidate>,
    new: Vec<&'a Candidate>,
    later: Vec<&'a Candidate>,
}

impl<'a> Sorted<'a> {
    fn new(candidates: &'a [Candidate], rank_a_first: bool) -> Self {
        let mut learning = Vec::new();
        let (mut due, mut new, mut later) = (Vec::new(), Vec::new(), Vec::new());
        for candidate in candidates {
            match candidate.standing {
                Standing::Learning(at) => learning.push((at, candidate.id)),
                Standing::Due { loss } => due.push((-loss, candidate)),
                Standing::New => new.push(candidate),
                Standing::Later { retrievability } => later.push((retrievability, candidate)),
            }
        }
        let last = |c: &Candidate| rank_a_first && !c.rank_a;
        due.sort_by(|(x, a), (y, b)| last(a).cmp(&last(b)).then(x.total_cmp(y)).then(a.id.cmp(&b.id)));
        new.sort_by_key(|c| last(c));
        later.sort_by(|(x, a), (y, b)| x.total_cmp(y).then(a.id.cmp(&b.id)));
        let cards = |list: Vec<(f32, &'a Candidate)>| list.into_iter().map(|(_, c)| c).collect();
        Self { learning, due: cards(due), new, later: cards(later) }
    }
}

/// How many cards of one sort may still be chosen, and which were.
struct Quota {
    left: u32,
    /// What one costs, in seconds.
    cost: f32,
    chosen: Vec<u32>,
    /// How many there would have been beyond.
    waiting: u32,
    /// Those that are due and wait for another part of their card.
    apart: HashSet<u32>,
}

impl Quota {
    fn new(left: u32, cost: f32) -> Self {
        Self { left, cost, chosen: Vec::new(), waiting: 0, apart: HashSet::new() }
    }
}

/// What all sorts share: the day's cap, and cards of which one part was taken.
struct Choice {
    siblings: Siblings,
    budget: Budget,
}

impl Choice {
    fn choose(&mut self, wanted: &[&Candidate], quota: &mut Quota) {
        for candidate in wanted {
            if !self.siblings.is_free(candidate.card) {
                // A new sibling waits like any other new card; one that is due comes tomorrow anyway.
                if candidate.standing == Standing::New {
                    quota.waiting += 1;
                } else {
                    quota.apart.insert(candidate.id);
                }
            } else if quota.left == 0 || !self.budget.take(quota.cost) {
                quota.waiting += 1;
            } else {
                quota.left -= 1;
                self.siblings.take(candidate.card);
                quota.chosen.push(candidate.id);
            }
        }
    }
}

/// Keeps the first `limit` cards, learning steps first, and counts again.
fn cut(queue: &mut Queue, limit: u32, candidates: &[Candidate]) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    queue.learning.truncate(limit);
    queue.main.truncate(limit - queue.learning.len());
    let kept: HashSet<u32> = queue.main.iter().copied().collect();
    let before = queue.counts;
    let mut counts = Counts { learning: count(queue.learning.len()), ..Counts::default() };
    for candidate in candidates.iter().filter(|c| kept.contains(&c.id)) {
        match candidate.standing {
            Standing::New => counts.new += 1,
            Standing::Due { .. } => counts.reviews += 1,
            Standing::Later { .. } => counts.ahead += 1,
            Standing::Learning(_) => {}
        }
    }
    counts.reviews_waiting = before.reviews_waiting + before.reviews - counts.reviews;
    counts.new_waiting = before.new_waiting + before.new - counts.new;
    queue.counts = counts;
}

/// Spreads `new` evenly among `reviews`, both in their order.
fn spread(reviews: &[u32], new: &[u32]) -> Vec<u32> {
    let total = reviews.len() + new.len();
    let (mut next_review, mut next_new) = (reviews.iter(), new.iter());
    let mut taken = 0;
    (0..total)
        .filter_map(|place| {
            // The new card number `taken` stands in the middle of its share of the places.
            let wanted = (2 * taken + 1) * total;
            if taken < new.len() && wanted <= (2 * place + 1) * new.len() {
                taken += 1;
                next_new.next()
            } else {
                next_review.next().or_else(|| next_new.next())
            }
            .copied()
        })
        .collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Cards of which one part was taken, so that the others wait.
struct Siblings {
    apart: bool,
    taken: HashSet<u32>,
}

impl Siblings {
    fn new(rule: SiblingRule, done: &Done, candidates: &[Candidate]) -> Self {
        let apart = rule == SiblingRule::Apart;
        let mut taken = HashSet::new();
        if apart {
            taken.extend(&done.cards);
            let learning = candidates.iter().filter(|c| matches!(c.standing, Standing::Learning(_)));
            taken.extend(learning.map(|c| c.card));
        }
        Self { apart, taken }
    }

    fn is_free(&self, card: u32) -> bool {
        !self.apart || !self.taken.contains(&card)
    }

    fn take(&mut self, card: u32) {
        if self.apart {
            self.taken.insert(card);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Zoned;
    use proptest::prelude::*;

    use super::*;

    fn now() -> Now {
        let wall: Zoned = "2026-11-22T08:00[Europe/Paris]".parse().expect("a time");
        Now::new(&wall, 4)
    }

    fn candidate(id: u32, standing: Standing) -> Candidate {
        Candidate { id, card: id, rank_a: true, standing }
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
        let queue = queue_of(&new_cards(50), &Settings::default(), &Done::default(), &Wish::default());
        assert_eq!((queue.counts.new, queue.counts.new_waiting), (20, 30));
        assert_eq!(queue.main, (0..20).collect::<Vec<_>>(), "in the deck's order");
    }

    #[test]
    fn more_new_cards_come_when_they_are_asked_for_whatever_the_limit_and_the_cap() {
        let settings = Settings { cap: Cap::Cards(20), ..Settings::default() };
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
            &Settings::default(),
            &Done { cards: HashSet::from([8]), ..Done::default() },
            &Wish::default(),
        );
        assert_eq!((queue.main, queue.apart), (vec![0], HashSet::from([1, 2])));
    }

    #[test]
    fn what_was_seen_today_counts_against_the_limit() {
        let done = Done { new: 18, ..Done::default() };
        let queue = queue_of(&new_cards(50), &Settings::default(), &done, &Wish::default());
        assert_eq!(queue.counts.new, 2);
    }

    #[test]
    fn what_loses_most_by_waiting_comes_first() {
        let due = [0.01, 0.08, 0.03].map(|loss| Standing::Due { loss });
        let candidates: Vec<_> = (0..).zip(due).map(|(id, s)| candidate(id, s)).collect();
        let queue = queue_of(&candidates, &Settings::default(), &Done::default(), &Wish::default());
        assert_eq!(queue.main, [1, 2, 0]);
    }

    #[test]
    fn rank_a_comes_first_where_the_student_wants_it() {
        let mut candidates = new_cards(4);
        candidates[0].rank_a = false;
        candidates[2].rank_a = false;
        let mut settings = Settings::default();
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
        let settings = Settings { cap: Cap::Cards(40), ..Settings::default() };
        let queue = queue_of(&candidates, &settings, &Done::default(), &Wish::default());
        assert_eq!((queue.counts.reviews, queue.counts.new), (40, 0));
        assert_eq!(queue.counts.reviews_waiting, 260);
    }

    #[test]
    fn siblings_stay_apart_until_tomorrow() {
        let mut candidates = new_cards(3);
        candidates[1].card = candidates[0].card;
        let apart = queue_of(&candidates, &Settings::default(), &Done::default(), &Wish::default());
        assert_eq!(apart.main, [0, 2]);
        let done = Done { cards: HashSet::from([0]), ..Done::default() };
        let later = queue_of(&candidates, &Settings::default(), &done, &Wish::default());
        assert_eq!(later.main, [2]);
        let settings = Settings { siblings: SiblingRule::Together, ..Settings::default() };
        let together = queue_of(&candidates, &settings, &done, &Wish::default());
        assert_eq!(together.main, [0, 1, 2]);
    }

    #[test]
    fn before_an_exam_new_cards_come_first_and_spare_time_reviews_ahead() {
        let mut candidates: Vec<_> = (0..5).map(|id| candidate(id, Standing::Due { loss: 0.02 })).collect();
        candidates.extend((5..8).map(|id| candidate(id, Standing::New)));
        candidates.push(candidate(8, Standing::Later { retrievability: 0.97 }));
        candidates.push(candidate(9, Standing::Later { retrievability: 0.93 }));
        let settings = Settings { cap: Cap::Cards(9), new_per_day: 1, ..Settings::default() };
        let done = Done::default();
        let exam = Some(ExamPlan { days_left: 30, new_today: 3, introduction_days: 20 });
        let situation =
            Situation { now: now(), settings: &settings, done: &done, pace: Pace::default(), exam };
        let queue = build(&candidates, &situation, &Wish::default());
        assert_eq!(queue.main, [5, 6, 7, 0, 1, 2, 3, 4, 9], "the least retrievable of those not yet due");
        assert_eq!(queue.counts.ahead, 1);
    }

    #[test]
    fn a_limit_keeps_the_first_cards() {
        let wish = Wish { limit: Some(3), ..Wish::default() };
        let queue = queue_of(&new_cards(10), &Settings::default(), &Done::default(), &wish);
        assert_eq!(queue.main, [0, 1, 2]);
        assert_eq!((queue.counts.new, queue.counts.new_waiting), (3, 7));
    }

    #[test]
    fn ahead_asks_what_is_due_beyond_the_limits_before_what_is_not() {
        let mut candidates: Vec<_> = (0..5).map(|id| candidate(id, Standing::Due { loss: 0.02 })).collect();
        candidates.push(candidate(5, Standing::Later { retrievability: 0.97 }));
        candidates.push(candidate(6, Standing::Later { retrievability: 0.93 }));
        let ahead = Wish { ahead: true, ..Wish::default() };
        let settings = Settings { cap: Cap::Cards(2), ..Settings::default() };
        let queue = queue_of(&candidates, &settings, &Done::default(), &ahead);
        assert_eq!(queue.main, [0, 1, 2, 3, 4, 6, 5]);
        assert_eq!((queue.counts.reviews, queue.counts.reviews_waiting, queue.counts.ahead), (5, 0, 2));
        let today = now().day.date();
        let away = Settings { pauses: vec![(today, today)], ..Settings::default() };
        assert!(queue_of(&candidates, &away, &Done::default(), &Wish::default()).main.is_empty());
        assert_eq!(queue_of(&candidates, &away, &Done::default(), &ahead).main, [0, 1, 2, 3, 4, 6, 5]);
        let off = Settings { weekdays: [0; 7], ..Settings::default() };
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
                .map(|(id, (card, rank_a, standing))| Candidate { id, card, rank_a, standing })
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
        fn spreading_keeps_both_orders(reviews in 0_u32..50, new in 0_u32..50) {
            let reviews: Vec<u32> = (0..reviews).collect();
            let new: Vec<u32> = (1000..1000 + new).collect();
            let mixed = spread(&reviews, &new);
            prop_assert_eq!(mixed.iter().copied().filter(|&n| n < 1000).collect::<Vec<_>>(), reviews);
            prop_assert_eq!(mixed.iter().copied().filter(|&n| n >= 1000).collect::<Vec<_>>(), new);
        }
    }
}
