//! What a sitting came to.
//!
//! Every question is worth one point; the mark out of 20 is the mean. What a sitting is worth is known within bounds while
//! the candidate has not decided about answers that are almost right.

use std::collections::BTreeMap;

use crate::{
    card::{Item, Kind, ObjectiveId, Rank},
    grade::rules::RANK_A_MINIMUM,
};

/// What a question came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Its kind.
    pub kind: Kind,
    /// The rank of what it asks.
    pub rank: Option<Rank>,
    /// The rank that its format tests.
    pub format_rank: Option<Rank>,
    /// Its item.
    pub item: Option<Item>,
    /// Its objective.
    pub objective: Option<ObjectiveId>,
    /// The points, 0 to 1: at least, and at most.
    pub points: Bounds,
    /// It was left blank.
    pub blank: bool,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
    /// Its marking rests on a rule that could not be verified.
    pub estimated: bool,
}

impl Outcome {
    /// Whether it counts for the rank A mark: rank A knowledge in a rank A format ("double A").
    #[must_use]
    pub fn is_double_a(&self) -> bool {
        self.rank == Some(Rank::A) && self.format_rank == Some(Rank::A)
    }
}

/// The least and the most that something may come to; the same once all is decided.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// At least.
    pub low: f64,
    /// At most.
    pub high: f64,
}

impl Bounds {
    /// What is known.
    #[must_use]
    pub fn sure(value: f64) -> Self {
        Self { low: value, high: value }
    }

    /// Whether nothing is left to decide.
    #[must_use]
    pub fn is_sure(self) -> bool {
        self.high - self.low < 1e-9
    }

    fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    /// Points of so many questions as a mark out of 20.
    fn mark(self, questions: u32) -> Self {
        let mark = |points: f64| if questions == 0 { 0.0 } else { points * 20.0 / f64::from(questions) };
        Self { low: mark(self.low), high: mark(self.high) }
    }
}

/// Some questions of a sitting together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Group {
    /// How many.
    pub questions: u32,
    /// Their points.
    pub points: Bounds,
}

impl Group {
    /// The mark out of 20.
    #[must_use]
    pub fn mark(&self) -> Bounds {
        self.points.mark(self.questions)
    }

    fn add(&mut self, points: Bounds) {
        self.questions += 1;
        self.points = self.points.plus(points);
    }
}

/// Whether the rank A minimum is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Reached,
    /// It is not.
    Missed,
    /// It hangs on answers that are not decided.
    Open,
}

/// What a sitting came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// All questions.
    pub all: Group,
    /// Questions left blank.
    pub blanks: u32,
    /// Answers that the candidate has still to decide about.
    pub undecided: u32,
    /// The "double A" questions; none where there is no such question.
    pub double_a: Option<Group>,
    /// By the rank of what is asked, `None` last.
    pub ranks: Vec<(Option<Rank>, Group)>,
    /// By item, the weakest first.
    pub items: Vec<(Option<Item>, Group)>,
    /// By objective, the weakest first.
    pub objectives: Vec<(Option<ObjectiveId>, Group)>,
    /// By kind, in the order of the documentation.
    pub kinds: Vec<(Kind, Group)>,
    /// The questions that took longest, longest first, by their place among the outcomes.
    pub slowest: Vec<usize>,
    /// Some marks rest on rules that could not be verified.
    pub estimated: bool,
}

/// How many slow questions are named.
const SLOWEST: usize = 5;

impl Report {
    /// Adds the outcomes up.
    #[must_use]
    pub fn of(outcomes: &[Outcome]) -> Self {
        let mut all = Group::default();
        let mut double_a = Group::default();
        let (mut ranks, mut items, mut objectives, mut kinds) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for outcome in outcomes {
            let points = outcome.points;
            all.add(points);
            if outcome.is_double_a() {
                double_a.add(points);
            }
            ranks.entry(outcome.rank).or_insert_with(Group::default).add(points);
            items.entry(outcome.item).or_insert_with(Group::default).add(points);
            objectives.entry(outcome.objective).or_insert_with(Group::default).add(points);
            kinds.entry(outcome.kind).or_insert_with(Group::default).add(points);
        }
        let mut slowest: Vec<usize> = (0..outcomes.len()).filter(|n| outcomes[*n].took_ms >= 1000).collect();
        slowest.sort_by_key(|number| std::cmp::Reverse(outcomes[*number].took_ms));
        slowest.truncate(SLOWEST);
        let mut ranks: Vec<_> = ranks.into_iter().collect();
        ranks.sort_by_key(|(rank, _)| (rank.is_none(), *rank));
        let count = |found: &dyn Fn(&Outcome) -> bool| {
            u32::try_from(outcomes.iter().filter(|outcome| found(outcome)).count()).unwrap_or(u32::MAX)
        };
        Self {
            all,
            blanks: count(&|outcome| outcome.blank),
            undecided: count(&|outcome| !outcome.points.is_sure()),
            double_a: Some(double_a).filter(|group| group.questions > 0),
            ranks,
            items: weakest_first(items),
            objectives: weakest_first(objectives),
            kinds: kinds.into_iter().collect(),
            slowest,
            estimated: outcomes.iter().any(|outcome| outcome.estimated),
        }
    }

    /// The mark out of 20.
    #[must_use]
    pub fn mark(&self) -> Bounds {
        self.all.mark()
    }

    /// Whether the rank A mark reaches the minimum; `None` where nothing counts for it.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        let mark = self.double_a?.mark();
        Some(if mark.low >= RANK_A_MINIMUM - 1e-9 {
            Verdict::Reached
        } else if mark.high < RANK_A_MINIMUM - 1e-9 {
            Verdict::Missed
        } else {
            Verdict::Open
        })
    }
}

fn weakest_first<K: Ord + Copy>(groups: BTreeMap<Option<K>, Group>) -> Vec<(Option<K>, Group)> {
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by(|(a, x), (b, y)| {
        a.is_none().cmp(&b.is_none()).then(x.mark().low.total_cmp(&y.mark().low)).then(a.cmp(b))
    });
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn outcome(rank: Rank, format_rank: Rank, low: f64, high: f64) -> Outcome {
        Outcome {
            kind: Kind::Qru,
            rank: Some(rank),
            format_rank: Some(format_rank),
            item: Item::new(19),
            objective: None,
            points: Bounds { low, high },
            blank: false,
            took_ms: 1,
            estimated: false,
        }
    }

    #[test]
    fn the_mark_is_the_mean_out_of_20() {
        let report = Report::of(&[outcome(Rank::A, Rank::A, 1.0, 1.0), outcome(Rank::B, Rank::B, 0.5, 0.5)]);
        assert_eq!(report.mark(), Bounds::sure(15.0));
        assert_eq!(report.ranks.len(), 2);
    }

    #[test]
    fn the_rank_a_mark_counts_rank_a_knowledge_in_a_rank_a_format_alone() {
        let sat = [
            outcome(Rank::A, Rank::A, 1.0, 1.0),
            outcome(Rank::A, Rank::B, 0.0, 0.0),
            outcome(Rank::B, Rank::A, 0.0, 0.0),
        ];
        let report = Report::of(&sat);
        assert_eq!(
            report.double_a.map(|group| (group.questions, group.mark())),
            Some((1, Bounds::sure(20.0)))
        );
        assert_eq!(report.verdict(), Some(Verdict::Reached));
        assert_eq!(Report::of(&sat[1..]).verdict(), None);
    }

    #[test]
    fn fourteen_is_enough_and_an_open_answer_may_decide_it() {
        let right = |n: usize| vec![outcome(Rank::A, Rank::A, 1.0, 1.0); n];
        let wrong = |n: usize| vec![outcome(Rank::A, Rank::A, 0.0, 0.0); n];
        let open = vec![outcome(Rank::A, Rank::A, 0.0, 1.0)];
        let verdict = |parts: &[Vec<Outcome>]| Report::of(&parts.concat()).verdict();
        assert_eq!(verdict(&[right(7), wrong(3)]), Some(Verdict::Reached));
        assert_eq!(verdict(&[right(6), wrong(4)]), Some(Verdict::Missed));
        assert_eq!(verdict(&[right(6), wrong(3), open.clone()]), Some(Verdict::Open));
        assert_eq!(verdict(&[right(7), wrong(2), open.clone()]), Some(Verdict::Reached));
        assert_eq!(verdict(&[right(5), wrong(4), open]), Some(Verdict::Missed));
    }

    #[test]
    fn the_slowest_are_named_and_the_weakest_come_first() {
        let mut sat = vec![outcome(Rank::A, Rank::A, 1.0, 1.0); 7];
        for (slow, number) in sat.iter_mut().zip(0..) {
            slow.took_ms = number * 1000;
        }
        sat[3].item = Item::new(7);
        sat[3].points = Bounds::sure(0.0);
        let report = Report::of(&sat);
        assert_eq!(report.slowest, [6, 5, 4, 3, 2]);
        assert_eq!(report.items[0].0, Item::new(7));
    }

    #[test]
    fn nothing_at_all_is_a_report_too() {
        let report = Report::of(&[]);
        assert_eq!((report.mark(), report.verdict()), (Bounds::sure(0.0), None));
    }

    proptest! {
        #[test]
        fn a_mark_is_between_0_and_20_and_every_way_of_grouping_adds_up(
            points in proptest::collection::vec((0.0..=1.0_f64, 0.0..=1.0_f64, any::<bool>(), 1..9_u16), 1..60),
        ) {
            let sat: Vec<Outcome> = points
                .iter()
                .map(|(a, b, rank, item)| {
                    let rank = if *rank { Rank::A } else { Rank::B };
                    Outcome { item: Item::new(*item), ..outcome(rank, Rank::A, a.min(*b), a.max(*b)) }
                })
                .collect();
            let report = Report::of(&sat);
            let mark = report.mark();
            prop_assert!(0.0 <= mark.low && mark.low <= mark.high && mark.high <= 20.0 + 1e-9);
            let sum = |groups: Vec<Group>| groups.iter().fold(0.0, |sum, group| sum + group.points.low);
            let all = report.all.points.low;
            for groups in [
                report.ranks.iter().map(|(_, group)| *group).collect::<Vec<_>>(),
                report.items.iter().map(|(_, group)| *group).collect(),
                report.kinds.iter().map(|(_, group)| *group).collect(),
            ] {
                prop_assert!((sum(groups) - all).abs() < 1e-9);
            }
        }
    }
}
