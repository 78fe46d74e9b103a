//! Items to recall.

use super::{
    Certainty, Detail, Marked, Score,
    assign::assign,
    matcher::{Expectation, Match, Remark, Verdict},
    pieces,
};
use crate::card::List;

/// What became of an expected item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Given (and, where the order counts, in its place).
    Found,
    /// Something that resembles it was given: the student decides.
    Almost,
    /// Given, but not in its place; earns nothing.
    Misplaced,
    /// Not given.
    Missing,
}

/// An expected item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// What became of it.
    pub state: ItemState,
    /// What was given for it: an index into [`ListDetail::pieces`].
    pub piece: Option<usize>,
}

/// What became of something that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceState {
    /// It is this item.
    Found(usize),
    /// It resembles this item: the student decides.
    Almost(usize),
    /// It is this item, but not in its place.
    Misplaced(usize),
    /// Another has said it already.
    Repeated,
    /// It is none of the items.
    Extra,
}

/// How a list was marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListDetail {
    /// The expected items, in the author's order.
    pub items: Vec<ListItem>,
    /// What was given, item by item, in the student's order.
    pub pieces: Vec<String>,
    /// Pieces that are nothing of what is expected.
    pub extra: Vec<usize>,
    /// Pieces that say again what another has said.
    pub repeated: Vec<usize>,
    /// What the matcher says of each piece beside the item that it was taken for, or is easily taken for, in the order of
    /// the pieces. It names what is expected.
    pub matches: Vec<Option<Match>>,
}

impl ListDetail {
    /// Items that count as found.
    #[must_use]
    pub fn found(&self) -> usize {
        self.count(ItemState::Found)
    }

    /// The score when the student grants these of the items that are [`ItemState::Almost`] (indices into `items`).
    #[must_use]
    pub fn score_granting(&self, granted: &[usize]) -> Score {
        let granted = self
            .items
            .iter()
            .enumerate()
            .filter(|(i, item)| item.state == ItemState::Almost && granted.contains(i));
        Score::share(self.found() + granted.count(), self.items.len())
    }

    /// What became of the piece with this index.
    #[must_use]
    pub fn piece_state(&self, piece: usize) -> PieceState {
        match self.items.iter().position(|item| item.piece == Some(piece)) {
            Some(at) => match self.items[at].state {
                ItemState::Found => PieceState::Found(at),
                ItemState::Almost => PieceState::Almost(at),
                ItemState::Misplaced => PieceState::Misplaced(at),
                ItemState::Missing => PieceState::Extra,
            },
            None if self.repeated.contains(&piece) => PieceState::Repeated,
            None => PieceState::Extra,
        }
    }

    /// What is worth saying about the piece with this index. It may name what is expected.
    #[must_use]
    pub fn remark(&self, piece: usize) -> Option<&Remark> {
        self.matches.get(piece)?.as_ref()?.remark.as_ref()
    }

    /// The items that the student has to decide about (indices into `items`).
    #[must_use]
    pub fn undecided(&self) -> Vec<usize> {
        (0..self.items.len()).filter(|&i| self.items[i].state == ItemState::Almost).collect()
    }

    /// The same once the student has decided: these of the undecided items count as found, the others as missing.
    #[must_use]
    pub fn granting(mut self, granted: &[usize]) -> Self {
        for (i, item) in self.items.iter_mut().enumerate().filter(|(_, item)| item.state == ItemState::Almost)
        {
            if granted.contains(&i) {
                item.state = ItemState::Found;
            } else {
                self.extra.extend(item.piece.take());
                item.state = ItemState::Missing;
            }
        }
        self.extra.sort_unstable();
        self
    }

    fn count(&self, state: ItemState) -> usize {
        self.items.iter().filter(|i| i.state == state).count()
    }
}

/// Marks a list: found / expected, as a QRP. What is given beyond the expected items is told but costs nothing, since a
/// list is never an exam question.
///
/// Where the order counts, an item is found when it belongs to the longest run of items that are in order: forgetting
/// the first of five costs one item, not five.
pub(super) fn mark_list(list: &List, entries: &[String], language: &str) -> Marked {
    let expected: Vec<Expectation> =
        list.items.iter().map(|spellings| Expectation::of_item(&list.prompt, spellings, language)).collect();
    let pieces = pieces::split(entries, &expected);
    let matches: Vec<Vec<Match>> =
        pieces.iter().map(|p| expected.iter().map(|e| e.compare(p)).collect()).collect();
    let verdicts: Vec<Vec<Verdict>> =
        matches.iter().map(|row| row.iter().map(|found| found.verdict).collect()).collect();
    let mut detail = if list.ordered {
        in_order(expected.len(), pieces, &verdicts)
    } else {
        in_any_order(expected.len(), pieces, &verdicts)
    };
    detail.matches =
        matches.iter().enumerate().map(|(p, row)| taken_for(detail.piece_state(p), row)).collect();
    let (found, almost) = (detail.found(), detail.count(ItemState::Almost));
    Marked {
        score: Score::share(found, list.items.len()),
        highest: Score::share(found + almost, list.items.len()),
        certainty: if almost > 0 { Certainty::Almost } else { Certainty::Sure },
        detail: Detail::List(detail),
    }
}

/// About what is none of the items, only that it is easily taken for one: how it differs from an item that was not meant
/// teaches nothing.
fn taken_for(state: PieceState, row: &[Match]) -> Option<Match> {
    match state {
        PieceState::Found(at) | PieceState::Almost(at) | PieceState::Misplaced(at) => row.get(at).cloned(),
        PieceState::Repeated => None,
        PieceState::Extra => {
            row.iter().find(|found| matches!(found.remark, Some(Remark::Confusable { .. }))).cloned()
        }
    }
}

fn in_any_order(count: usize, pieces: Vec<String>, verdicts: &[Vec<Verdict>]) -> ListDetail {
    let sure = assign(pieces.len(), count, &|p, i| verdicts[p][i] == Verdict::Accept);
    let items = sure.into_iter().map(|piece| match piece {
        Some(piece) => ListItem { state: ItemState::Found, piece: Some(piece) },
        None => ListItem { state: ItemState::Missing, piece: None },
    });
    finish(items.collect(), pieces, verdicts, ItemState::Almost, Verdict::Almost)
}

fn in_order(count: usize, pieces: Vec<String>, verdicts: &[Vec<Verdict>]) -> ListDetail {
    let mut items = vec![ListItem { state: ItemState::Missing, piece: None }; count];
    for (piece, item) in longest_run(count, verdicts) {
        let state =
            if verdicts[piece][item] == Verdict::Accept { ItemState::Found } else { ItemState::Almost };
        items[item] = ListItem { state, piece: Some(piece) };
    }
    finish(items, pieces, verdicts, ItemState::Misplaced, Verdict::Accept)
}

/// Pairs what is left over by `verdict`, and sorts the rest into repetitions and extras.
fn finish(
    mut items: Vec<ListItem>,
    pieces: Vec<String>,
    verdicts: &[Vec<Verdict>],
    state: ItemState,
    verdict: Verdict,
) -> ListDetail {
    let mut used = vec![false; pieces.len()];
    items.iter().filter_map(|i| i.piece).for_each(|p| used[p] = true);
    let open: Vec<bool> = items.iter().map(|i| i.piece.is_none()).collect();
    // A piece that says again what another has said does not also stand for something that it only resembles.
    let free = |p: usize| !used[p] && (verdict == Verdict::Accept || !verdicts[p].contains(&Verdict::Accept));
    let rest = assign(pieces.len(), items.len(), &|p, i| free(p) && open[i] && verdicts[p][i] == verdict);
    for (item, piece) in items.iter_mut().zip(rest) {
        if let Some(piece) = piece {
            *item = ListItem { state, piece: Some(piece) };
            used[piece] = true;
        }
    }
    let (repeated, extra) =
        (0..pieces.len()).filter(|&p| !used[p]).partition(|&p| verdicts[p].contains(&Verdict::Accept));
    ListDetail { items, pieces, extra, repeated, matches: Vec::new() }
}

/// The pairs (piece, item) of the longest run in order; sure pairs count before unsure ones.
fn longest_run(count: usize, verdicts: &[Vec<Verdict>]) -> Vec<(usize, usize)> {
    // best[p][i]: (sure, unsure) pairs that pieces p.. and items i.. can still make.
    let mut best = vec![vec![(0usize, 0usize); count + 1]; verdicts.len() + 1];
    let gain = |p: usize, i: usize| match verdicts[p][i] {
        Verdict::Accept | Verdict::Acceptable => Some((1, 0)),
        Verdict::Almost => Some((0, 1)),
        Verdict::Refuse => None,
    };
    for p in (0..verdicts.len()).rev() {
        for i in (0..count).rev() {
            let paired = gain(p, i).map(|(s, u)| (best[p + 1][i + 1].0 + s, best[p + 1][i + 1].1 + u));
            best[p][i] = best[p + 1][i].max(best[p][i + 1]).max(paired.unwrap_or((0, 0)));
        }
    }
    let (mut p, mut i, mut run) = (0, 0, Vec::new());
    while p < verdicts.len() && i < count {
        if best[p][i] == best[p + 1][i] {
            p += 1;
        } else if best[p][i] == best[p][i + 1] {
            i += 1;
        } else {
            run.push((p, i));
            p += 1;
            i += 1;
        }
    }
    run
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::grade::test_support::list;

    const RISKS: &[&[&str]] = &[
        &["maladie"],
        &["maternité"],
        &["invalidité"],
        &["décès"],
        &["accidents du travail", "AT"],
        &["maladies professionnelles", "MP"],
    ];

    fn detail(marked: &Marked) -> &ListDetail {
        let Detail::List(detail) = &marked.detail else { panic!("a list") };
        detail
    }

    fn mark(items: &[&[&str]], ordered: bool, entries: &[&str]) -> Marked {
        let entries: Vec<String> = entries.iter().map(|&e| e.to_owned()).collect();
        mark_list(&list(items, ordered), &entries, "fr")
    }

    fn states(marked: &Marked) -> Vec<ItemState> {
        detail(marked).items.iter().map(|i| i.state).collect()
    }

    #[test]
    fn found_over_expected_in_any_order_and_any_accepted_spelling() {
        let marked = mark(RISKS, false, &["MP", "la maternité", "deces"]);
        assert_eq!(marked.score, Score::HALF);
        assert_eq!(marked.certainty, Certainty::Sure);
        assert_eq!(states(&marked)[3], ItemState::Found);
        assert_eq!(states(&marked)[0], ItemState::Missing);
    }

    #[test]
    fn one_line_may_hold_the_whole_list() {
        for line in [
            "maladie, maternité; invalidité / décès + AT et MP",
            "maladie\nmaternité\ninvalidité\ndécès\naccidents du travail\nmaladies professionnelles",
            "maladie, maternité, invalidité, décès, accidents du travail et maladies professionnelles",
        ] {
            assert!(mark(RISKS, false, &[line]).score.is_full(), "{line}");
        }
    }

    #[test]
    fn what_is_said_twice_counts_once() {
        let marked = mark(RISKS, false, &["maladie", "la maladie", "retraite"]);
        assert_eq!(detail(&marked).found(), 1);
        assert_eq!((&detail(&marked).repeated, &detail(&marked).extra), (&vec![1], &vec![2]));
    }

    #[test]
    fn one_answer_fills_one_item() {
        assert_eq!(mark(&[&["AT"], &["AT"]], false, &["AT"]).score, Score::HALF);
    }

    #[test]
    fn the_student_decides_about_an_item_that_is_almost_there() {
        let marked = mark(&[&["médecin traitant"], &["Sénat"]], false, &["médecin tretent", "Sénat"]);
        assert_eq!(states(&marked), [ItemState::Almost, ItemState::Found]);
        assert_eq!((marked.score, marked.highest), (Score::HALF, Score::FULL));
        assert_eq!(detail(&marked).score_granting(&[0]), Score::FULL);
        assert_eq!(detail(&marked).score_granting(&[1]), Score::HALF);
    }

    #[test]
    fn what_the_student_grants_is_found_and_the_rest_missing() {
        let marked = mark(
            &[&["médecin traitant"], &["Sénat"], &["Cnam"]],
            false,
            &["médecin tretent", "sénna", "Cnam", "Cnam", "Urssaf"],
        );
        let before = detail(&marked);
        assert_eq!(before.undecided(), [0, 1]);
        let after = before.clone().granting(&[0]);
        assert_eq!(
            (0..5).map(|p| after.piece_state(p)).collect::<Vec<_>>(),
            [
                PieceState::Found(0),
                PieceState::Extra,
                PieceState::Found(2),
                PieceState::Repeated,
                PieceState::Extra
            ]
        );
        assert_eq!(Score::share(after.found(), 3), before.score_granting(&[0]));
        assert_eq!(after.matches.len(), after.pieces.len());
    }

    #[test]
    fn forgetting_the_first_of_an_ordered_list_costs_one_item() {
        let years: &[&[&str]] = &[&["1945"], &["1967"], &["2004"], &["2010"]];
        assert_eq!(mark(years, true, &["1967", "2004", "2010"]).score, Score::new(0.75));
        assert!(mark(years, true, &["1945, 1967, 2004, 2010"]).score.is_full());
        assert!(mark(years, true, &["1945,1967,2004,2010"]).score.is_full());
    }

    #[test]
    fn an_item_out_of_its_place_is_told_and_earns_nothing() {
        let marked = mark(&[&["ONDAM"], &["COG"], &["CPG"]], true, &["COG", "CPG", "ONDAM"]);
        assert_eq!(states(&marked), [ItemState::Misplaced, ItemState::Found, ItemState::Found]);
        assert_eq!(marked.score, Score::share(2, 3));
    }

    #[test]
    fn an_empty_answer_finds_nothing() {
        assert_eq!(mark(RISKS, false, &[]).score, Score::ZERO);
        assert_eq!(mark(RISKS, true, &["", " , ; "]).score, Score::ZERO);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        #[test]
        fn the_order_of_an_unordered_list_changes_nothing(
            order in Just((0..RISKS.len()).collect::<Vec<_>>()).prop_shuffle(),
            count in 0usize..=6,
        ) {
            let entries: Vec<&str> = order.iter().take(count).map(|&i| RISKS[i][0]).collect();
            prop_assert_eq!(mark(RISKS, false, &entries).score, Score::share(count, RISKS.len()));
        }

        #[test]
        fn a_list_in_order_is_whole_and_its_score_stays_within_0_and_1(
            entries in proptest::collection::vec("[a-e ,;/]{0,12}", 0..6),
            ordered in any::<bool>(),
        ) {
            let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
            let marked = mark(&[&["a"], &["b"], &["c d"]], ordered, &entries);
            prop_assert!((0.0..=1.0).contains(&marked.score.points()));
            prop_assert!(marked.highest >= marked.score);
            prop_assert!(mark(&[&["a"], &["b"], &["c d"]], ordered, &["a", "b", "c d"]).score.is_full());
        }
    }
}
