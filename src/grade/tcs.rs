//! Script concordance.

use super::{Answer, Certainty, Detail, Marked, Score};
use crate::card::TcsQuestion;

/// How a step of a script concordance scale was marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TcsDetail {
    /// The step that was answered, −2 to +2.
    pub step: i8,
    /// The panel's votes for −2, −1, 0, +1, +2.
    pub votes: [u32; 5],
    /// The steps that most of the panel chose, all of them when several are level.
    pub modal: Vec<i8>,
}

/// Marks one question of a script concordance test: votes for the answered step / votes for the modal step, so that
/// every modal step earns the whole point.
///
/// `None` when the step is not between −2 and +2 or the panel has no votes.
/// Source: see [`super::rules`] (second-hand).
#[must_use]
pub fn mark_tcs(question: &TcsQuestion, step: i8) -> Option<Marked> {
    let index = (-2..=2).position(|s| s == step)?;
    let votes = question.votes;
    let most = votes.into_iter().max().filter(|&most| most > 0)?;
    let modal = (-2..=2).zip(votes).filter(|(_, v)| *v == most).map(|(s, _)| s).collect();
    let score = Score::new(f64::from(*votes.get(index)?) / f64::from(most));
    Some(Marked {
        score,
        highest: score,
        certainty: Certainty::Sure,
        detail: Detail::Tcs(TcsDetail { step, votes, modal }),
    })
}

/// The step of `answer`, if it is one.
pub(super) fn step(answer: &Answer) -> Option<i8> {
    if let Answer::Scale(step) = answer { Some(*step) } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn question(votes: [u32; 5]) -> TcsQuestion {
        TcsQuestion { id: "a".into(), hypothesis: "h".into(), finding: "f".into(), votes, note: None }
    }

    fn points(votes: [u32; 5], step: i8) -> f64 {
        mark_tcs(&question(votes), step).expect("fits").score.points()
    }

    fn assert_points(actual: f64, expected: f64) {
        assert!((actual - expected).abs() < 1e-12, "{actual} instead of {expected}");
    }

    #[test]
    fn tcs_example_1_of_the_official_paper() {
        let votes = [0, 9, 7, 3, 0];
        assert_points(points(votes, -1), 1.0);
        assert_points(points(votes, 0), 7.0 / 9.0);
        assert_points(points(votes, 1), 3.0 / 9.0);
        assert_points(points(votes, -2), 0.0);
        assert_points(points(votes, 2), 0.0);
    }

    #[test]
    fn tcs_example_2_of_the_official_paper() {
        let votes = [0, 1, 15, 4, 0];
        assert_points(points(votes, 0), 1.0);
        assert_points(points(votes, -1), 1.0 / 15.0);
        assert_points(points(votes, 1), 4.0 / 15.0);
    }

    #[test]
    fn every_step_that_is_level_at_the_top_earns_the_point() {
        let marked = mark_tcs(&question([5, 0, 2, 0, 5]), 2).expect("fits");
        assert!(marked.score.is_full());
        let Detail::Tcs(detail) = marked.detail else { panic!("a TCS") };
        assert_eq!(detail.modal, [-2, 2]);
    }

    #[test]
    fn without_votes_or_off_the_scale_there_is_nothing_to_mark() {
        assert_eq!(mark_tcs(&question([0; 5]), 0), None);
        for step in [-128, -3, 3, 127] {
            assert_eq!(mark_tcs(&question([1; 5]), step), None);
        }
    }

    proptest! {
        #[test]
        fn scores_stay_between_0_and_1_and_the_mode_earns_1(votes in any::<[u32; 5]>(), step in any::<i8>()) {
            if let Some(marked) = mark_tcs(&question(votes), step) {
                prop_assert!((0.0..=1.0).contains(&marked.score.points()));
                let Detail::Tcs(detail) = marked.detail else { panic!("a TCS") };
                prop_assert_eq!(marked.score.is_full(), detail.modal.contains(&step));
            }
        }
    }
}
