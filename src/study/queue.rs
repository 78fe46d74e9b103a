//! Today's queue: which cards, in which order.
//!
//! What is in a learning step comes at its time. Reviews come by what is lost most by waiting, so that under a cap the
//! cards that can wait do wait. New cards have their own order ([`NewOrder`](super::NewOrder)) and are spread among the
//! reviews; before an exam they come first.

use std::collections::HashSet;

use jiff::Timestamp;

use super::{
    Cap, ExamPlan, NewOrder, Pace, Settings, SiblingRule,
    cap::{Budget, scale},
    new_order,
};
use crate::memory::Now;

/// A schedule that may be asked: neither suspended, buried nor a draft, in a language that is studied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The caller's number for the schedule.
    pub id: u32,
    /// The caller's number for its card; siblings share it.
    pub card: u32,
    /// The caller's number for its deck; the cards of a deck are numbered as they stand in it.
    pub deck: u32,
    /// Whether it is of rank A.
    pub rank_a: bool,
    /// Whether it was new when the day began.
    pub fresh: bool,
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
    let mut sorted = Sorted::new(candidates, settings, *now);
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
    fn new(candidates: &'a [Candidate], settings: &Settings, now: Now) -> Self {
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
        let mixed = settings.new_order == NewOrder::Mixed;
        let day = now.day.number();
        let last = |c: &Candidate| settings.rank_a_first && !c.rank_a;
        // What was learnt together ties, and neighbours are no better together the second time.
        let tie = |c: &Candidate| if mixed { new_order::tie(c, day) } else { u64::from(c.id) };
        due.sort_by(|(x, a), (y, b)| last(a).cmp(&last(b)).then(x.total_cmp(y)).then(tie(a).cmp(&tie(b))));
        later.sort_by(|(x, a), (y, b)| x.total_cmp(y).then(tie(a).cmp(&tie(b))));
        if mixed {
            let fresh: Vec<&Candidate> =
                candidates.iter().filter(|c| c.fresh || c.standing == Standing::New).collect();
            new = new_order::mixed(&fresh, settings.rank_a_first, day);
            new.retain(|c| c.standing == Standing::New);
        } else {
            new.sort_by_key(|c| last(c));
        }
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
mod tests;
