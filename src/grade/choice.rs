//! QRU, QRM and QRP.

use super::{Score, rules::Rules};
use crate::card::{Choice, Verdict};

/// What became of one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Right and ticked.
    Found,
    /// Right and left blank.
    Missed,
    /// Required and left blank: the question scores 0.
    RequiredMissed,
    /// Wrong and ticked.
    Wrong,
    /// Unacceptable and ticked: the question scores 0.
    UnacceptableTicked,
    /// Wrong and left blank, as it should be.
    Avoided,
}

impl Tick {
    /// Whether the tick differs from what is expected.
    #[must_use]
    pub fn is_discordant(self) -> bool {
        !matches!(self, Self::Found | Self::Avoided)
    }
}

/// How ticked options were marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceDetail {
    /// What became of each option, in the author's order.
    pub options: Vec<Tick>,
    /// More boxes were ticked than the question allows (one for a QRU, its number of right options for a QRP).
    pub too_many: bool,
}

impl ChoiceDetail {
    /// Options whose tick differs from what is expected.
    pub fn discordant(&self) -> impl Iterator<Item = usize> + '_ {
        self.which(Tick::is_discordant)
    }

    /// Required options left blank.
    pub fn required_missed(&self) -> impl Iterator<Item = usize> + '_ {
        self.which(|t| t == Tick::RequiredMissed)
    }

    /// Unacceptable options ticked.
    pub fn unacceptable_ticked(&self) -> impl Iterator<Item = usize> + '_ {
        self.which(|t| t == Tick::UnacceptableTicked)
    }

    /// Whether a required or an unacceptable option set the question to 0.
    #[must_use]
    pub fn is_zeroed(&self) -> bool {
        self.required_missed().chain(self.unacceptable_ticked()).next().is_some()
    }

    fn which(&self, of: fn(Tick) -> bool) -> impl Iterator<Item = usize> + '_ {
        self.options.iter().enumerate().filter(move |(_, t)| of(**t)).map(|(i, _)| i)
    }

    fn found(&self) -> usize {
        self.which(|t| t == Tick::Found).count()
    }
}

/// One point when the only box ticked is the right one.
pub(super) fn mark_qru(choice: &Choice, ticks: &[usize]) -> Option<(Score, ChoiceDetail)> {
    let mut detail = detail(choice, ticks, true)?;
    let ticked = detail.options.iter().filter(|t| is_ticked(**t)).count();
    detail.too_many = ticked > 1;
    let score = if ticked == 1 && detail.found() == 1 { Score::FULL } else { Score::ZERO };
    Some((score, detail))
}

/// By discordances; 0 when a required option is missed or an unacceptable one ticked.
///
/// No tick at all is marked like any other answer: the papers read give no rule for it. A question that the
/// student never answered has no [`super::Answer`] and so no score of its own.
pub(super) fn mark_qrm(rules: &Rules, choice: &Choice, ticks: &[usize]) -> Option<(Score, ChoiceDetail)> {
    let detail = detail(choice, ticks, true)?;
    let score = if detail.is_zeroed() {
        Score::ZERO
    } else {
        Score::new(rules.by_discordances(detail.discordant().count()))
    };
    Some((score, detail))
}

/// Right boxes ticked / right boxes. The exam lets no more boxes be ticked than there are right ones; an answer that
/// has more all the same earns nothing, else ticking everything would earn everything.
///
/// A long QRP has neither required nor unacceptable options: such marks count as plain right and wrong there.
pub(super) fn mark_qrp(choice: &Choice, ticks: &[usize]) -> Option<(Score, ChoiceDetail)> {
    let mut detail = detail(choice, ticks, !choice.is_long())?;
    let expected = choice.right_count();
    detail.too_many = detail.options.iter().filter(|t| is_ticked(**t)).count() > expected;
    let score = if detail.too_many || detail.is_zeroed() {
        Score::ZERO
    } else {
        Score::share(detail.found(), expected)
    };
    Some((score, detail))
}

fn is_ticked(tick: Tick) -> bool {
    matches!(tick, Tick::Found | Tick::Wrong | Tick::UnacceptableTicked)
}

/// `None` when a tick is on no option.
fn detail(choice: &Choice, ticks: &[usize], strict: bool) -> Option<ChoiceDetail> {
    if ticks.iter().any(|&i| i >= choice.options.len()) {
        return None;
    }
    let options = choice
        .options
        .iter()
        .enumerate()
        .map(|(i, option)| match (option.verdict, ticks.contains(&i)) {
            (Verdict::Required | Verdict::Correct, true) => Tick::Found,
            (Verdict::Required, false) if strict => Tick::RequiredMissed,
            (Verdict::Required | Verdict::Correct, false) => Tick::Missed,
            (Verdict::Unacceptable, true) if strict => Tick::UnacceptableTicked,
            (Verdict::Wrong | Verdict::Unacceptable, true) => Tick::Wrong,
            (Verdict::Wrong | Verdict::Unacceptable, false) => Tick::Avoided,
        })
        .collect();
    Some(ChoiceDetail { options, too_many: false })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::grade::test_support::choice;

    /// Ticks by the numbers of the official examples, which count from 1.
    fn ticks(numbers: &[usize]) -> Vec<usize> {
        numbers.iter().map(|n| n - 1).collect()
    }

    fn qru(marks: &str, numbers: &[usize]) -> f64 {
        mark_qru(&choice(marks), &ticks(numbers)).expect("fits").0.points()
    }

    fn qrm(marks: &str, numbers: &[usize]) -> f64 {
        mark_qrm(&Rules::EDN, &choice(marks), &ticks(numbers)).expect("fits").0.points()
    }

    fn qrp(marks: &str, numbers: &[usize]) -> f64 {
        mark_qrp(&choice(marks), &ticks(numbers)).expect("fits").0.points()
    }

    fn assert_points(actual: f64, expected: f64) {
        assert!((actual - expected).abs() < 1e-12, "{actual} instead of {expected}");
    }

    #[test]
    fn a_qru_earns_its_point_only_by_the_right_box_alone() {
        assert_points(qru("-+--", &[2]), 1.0);
        assert_points(qru("-+--", &[1]), 0.0);
        assert_points(qru("-+--", &[1, 2]), 0.0);
        assert_points(qru("-+--", &[]), 0.0);
        assert_points(qru("-!x-", &[2]), 1.0);
        assert_points(qru("-+--", &[2, 2]), 1.0);
    }

    #[test]
    fn qrm_example_1_of_the_official_paper() {
        // 1 required, 2 unacceptable, 3 right, 4 wrong.
        assert_points(qrm("!x+-", &[1, 3]), 1.0);
        assert_points(qrm("!x+-", &[1]), 0.5);
        assert_points(qrm("!x+-", &[3]), 0.0);
        assert_points(qrm("!x+-", &[1, 2, 3]), 0.0);
        assert_points(qrm("!x+-", &[1, 3, 4]), 0.5);
    }

    #[test]
    fn qrm_example_2_of_the_official_paper() {
        // The same, option 2 plain wrong.
        assert_points(qrm("!-+-", &[1, 2, 3]), 0.5);
        assert_points(qrm("!-+-", &[1, 2, 4]), 0.0);
        assert_points(qrm("!-+-", &[1, 2, 3, 4]), 0.2);
    }

    #[test]
    fn every_row_of_the_discordance_table() {
        assert_points(qrm("+++--", &[1, 2, 3]), 1.0);
        assert_points(qrm("+++--", &[1, 2]), 0.5);
        assert_points(qrm("+++--", &[1, 2, 3, 4]), 0.5);
        assert_points(qrm("+++--", &[1, 2, 4]), 0.2);
        assert_points(qrm("+++--", &[1]), 0.2);
        assert_points(qrm("+++--", &[1, 4]), 0.0);
        assert_points(qrm("+++--", &[]), 0.0);
        assert_points(qrm("+++--", &[4, 5]), 0.0);
    }

    #[test]
    fn qrp_example_of_the_official_paper() {
        // Three expected: 1 required, 2 unacceptable, 3 right, 4 wrong, 5 right.
        assert_points(qrp("!x+-+", &[1, 3, 5]), 1.0);
        assert_points(qrp("!x+-+", &[1, 3, 4]), 2.0 / 3.0);
        assert_points(qrp("!x+-+", &[1, 2, 3]), 0.0);
        assert_points(qrp("!x+-+", &[3, 4, 5]), 0.0);
    }

    #[test]
    fn a_long_qrp_earns_three_fifths_for_three_of_five() {
        assert_points(qrp("+++++-----", &[1, 2, 3]), 0.6);
        assert_points(qrp("+++++-----", &[1, 2, 3, 9, 10]), 0.6);
    }

    #[test]
    fn a_long_qrp_knows_neither_required_nor_unacceptable() {
        assert_points(qrp("!++++x----", &[2, 3, 6]), 0.4);
    }

    #[test]
    fn more_ticks_than_a_qrp_allows_earn_nothing() {
        let (score, detail) = mark_qrp(&choice("++---"), &[0, 1, 2]).expect("fits");
        assert_eq!((score, detail.too_many), (Score::ZERO, true));
    }

    #[test]
    fn the_detail_names_what_became_of_each_option() {
        let (_, detail) = mark_qrm(&Rules::EDN, &choice("!x+-+-"), &[1, 2, 3]).expect("fits");
        assert_eq!(
            detail.options,
            [
                Tick::RequiredMissed,
                Tick::UnacceptableTicked,
                Tick::Found,
                Tick::Wrong,
                Tick::Missed,
                Tick::Avoided
            ]
        );
        assert_eq!(detail.discordant().collect::<Vec<_>>(), [0, 1, 3, 4]);
        assert_eq!(detail.required_missed().collect::<Vec<_>>(), [0]);
        assert_eq!(detail.unacceptable_ticked().collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_tick_on_no_option_is_no_answer() {
        assert_eq!(mark_qru(&choice("+-"), &[2]), None);
        assert_eq!(mark_qrm(&Rules::EDN, &choice("+-"), &[2]), None);
        assert_eq!(mark_qrp(&choice("+-"), &[2]), None);
    }

    #[test]
    fn a_question_without_a_right_option_earns_nothing() {
        assert_points(qrp("---", &[]), 0.0);
        assert_points(qru("---", &[1]), 0.0);
    }

    /// Marks of up to 12 options, which of them are ticked, and a shuffle.
    fn question() -> impl Strategy<Value = (String, Vec<bool>, Vec<usize>)> {
        (1usize..=12).prop_flat_map(|n| {
            let marks = proptest::collection::vec(prop::sample::select(vec!['+', '!', '-', 'x']), n)
                .prop_map(String::from_iter);
            let order = Just((0..n).collect::<Vec<_>>()).prop_shuffle();
            (marks, proptest::collection::vec(any::<bool>(), n), order)
        })
    }

    fn indices(ticked: &[bool]) -> Vec<usize> {
        (0..ticked.len()).filter(|&i| ticked[i]).collect()
    }

    fn all(choice: &Choice, ticks: &[usize]) -> [Score; 3] {
        [
            mark_qru(choice, ticks).expect("fits").0,
            mark_qrm(&Rules::EDN, choice, ticks).expect("fits").0,
            mark_qrp(choice, ticks).expect("fits").0,
        ]
    }

    proptest! {
        #[test]
        fn scores_stay_between_0_and_1((marks, ticked, _) in question()) {
            for score in all(&choice(&marks), &indices(&ticked)) {
                prop_assert!((0.0..=1.0).contains(&score.points()));
            }
        }

        #[test]
        fn the_order_of_the_options_changes_nothing((marks, ticked, order) in question()) {
            let before = choice(&marks);
            let mut after = before.clone();
            after.options = order.iter().map(|&i| before.options[i].clone()).collect();
            let moved: Vec<usize> = (0..order.len()).filter(|&to| ticked[order[to]]).collect();
            prop_assert_eq!(all(&before, &indices(&ticked)), all(&after, &moved));
        }

        #[test]
        fn the_order_of_the_ticks_and_their_repetition_change_nothing((marks, ticked, order) in question()) {
            let plain = indices(&ticked);
            let mut mixed: Vec<usize> = order.into_iter().filter(|&i| ticked[i]).collect();
            mixed.extend(plain.clone());
            prop_assert_eq!(all(&choice(&marks), &plain), all(&choice(&marks), &mixed));
        }

        #[test]
        fn a_further_right_tick_never_lowers_a_qrp_within_its_count((marks, ticked, _) in question()) {
            let choice = choice(&marks);
            let before = indices(&ticked);
            prop_assume!(before.len() < choice.right_count());
            for i in (0..choice.options.len()).filter(|i| choice.options[*i].verdict.is_right()) {
                let mut after = before.clone();
                after.push(i);
                let score = |t: &[usize]| mark_qrp(&choice, t).expect("fits").0;
                prop_assert!(score(&after) >= score(&before));
            }
        }

        #[test]
        fn only_the_expected_ticks_earn_a_whole_qrm((marks, ticked, _) in question()) {
            let choice = choice(&marks);
            let expected: Vec<bool> = choice.options.iter().map(|o| o.verdict.is_right()).collect();
            let full = mark_qrm(&Rules::EDN, &choice, &indices(&ticked)).expect("fits").0.is_full();
            prop_assert_eq!(full, expected == ticked);
        }
    }
}
