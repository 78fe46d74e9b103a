//! How an objective of the programme stands: whether anything is there to learn it by, and whether it is kept in mind.

use serde::Serialize;

use super::Progress;
use crate::{
    memory::{CardState, Phase},
    study::Standing,
};

/// A card is held once its stability is a week: forgotten yesterday or learnt this morning, it is not.
const HELD_DAYS: f32 = 7.0;
/// Below this retrievability a card is fading, whatever its stability.
const FADING: f32 = 0.8;
/// An objective is retained when at least so many in five of its cards are held. One new card among many takes nothing
/// away, so that every objective can be retained.
const HELD_IN_FIVE: u32 = 4;

/// How an objective stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing in the decks is about it.
    #[default]
    Missing,
    /// All its cards are suspended.
    Aside,
    /// Only cases or the like are about it, which have no schedule.
    Cases,
    /// It has cards, none of which was ever answered.
    Unseen,
    /// A card of it was forgotten or is fading.
    Weak,
    /// It is being learnt.
    Begun,
    /// Four in five of its cards are held for a week or more.
    Retained,
}

impl Status {
    /// Whether there is something to learn the objective by.
    #[must_use]
    pub fn is_covered(self) -> bool {
        !matches!(self, Self::Missing | Self::Aside)
    }
}

/// The cards of an objective. A card with several schedules counts once for each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// How they stand.
    pub progress: Progress,
    /// Of those seen, how many are held.
    pub held: u32,
    /// Of those seen, how many were forgotten or are fading.
    pub shaky: u32,
    /// Cases, KFP, TCS and articles.
    pub cases: u32,
}

impl Tally {
    /// Counts a schedule: its retrievability today, and the probability of recall that the mean is made of
    /// ([`Progress::count`]).
    pub fn count(
        &mut self,
        state: &CardState,
        standing: Standing,
        retrievability: Option<f32>,
        recall: Option<f32>,
    ) {
        self.progress.count(standing, recall);
        if standing == Standing::New {
            return;
        }
        let stable = state.memory.is_some_and(|memory| memory.stability >= HELD_DAYS);
        let fading = retrievability.is_none_or(|share| share < FADING);
        let relearning = matches!(state.phase, Phase::Relearning(_));
        self.held += u32::from(stable && !fading && !relearning);
        self.shaky += u32::from(fading || relearning || (state.lapses > 0 && !stable));
    }

    /// How the objective stands.
    #[must_use]
    pub fn status(&self) -> Status {
        let Progress { total, seen, suspended, .. } = self.progress;
        match total {
            0 if self.cases > 0 => Status::Cases,
            0 if suspended > 0 => Status::Aside,
            0 => Status::Missing,
            _ if seen == 0 => Status::Unseen,
            total if self.held * 5 >= total * HELD_IN_FIVE => Status::Retained,
            _ if self.shaky > 0 => Status::Weak,
            _ => Status::Begun,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::memory::Memory;

    fn state(stability: f32, lapses: u32, phase: Phase) -> CardState {
        let memory = Some(Memory { stability, difficulty: 5.0 });
        CardState { phase, memory, lapses, ..CardState::default() }
    }

    fn tally(cards: &[(f32, u32, f32)]) -> Tally {
        let mut tally = Tally::default();
        for (stability, lapses, recall) in cards {
            let standing = Standing::Later { retrievability: *recall };
            tally.count(&state(*stability, *lapses, Phase::Review), standing, Some(*recall), Some(*recall));
        }
        tally
    }

    fn new(tally: &mut Tally) {
        tally.count(&CardState::default(), Standing::New, None, None);
    }

    #[test]
    fn without_cards_an_objective_is_missing_aside_or_in_cases_only() {
        let mut tally = Tally::default();
        assert_eq!((tally.status(), tally.status().is_covered()), (Status::Missing, false));
        tally.progress.count_suspended();
        assert_eq!((tally.status(), tally.status().is_covered()), (Status::Aside, false));
        tally.cases = 1;
        assert_eq!((tally.status(), tally.status().is_covered()), (Status::Cases, true));
        new(&mut tally);
        assert_eq!((tally.status(), tally.status().is_covered()), (Status::Unseen, true));
    }

    #[test]
    fn what_was_learnt_this_morning_is_begun_and_not_yet_retained() {
        assert_eq!(tally(&[(2.3, 0, 1.0)]).status(), Status::Begun);
        assert_eq!(tally(&[(9.0, 0, 0.95)]).status(), Status::Retained);
    }

    #[test]
    fn what_was_forgotten_or_fades_is_weak_until_it_holds_again() {
        assert_eq!(tally(&[(2.0, 1, 1.0)]).status(), Status::Weak, "forgotten today, learnt again");
        assert_eq!(tally(&[(30.0, 0, 0.7)]).status(), Status::Weak, "not reviewed for long");
        assert_eq!(tally(&[(12.0, 3, 0.95)]).status(), Status::Retained, "old lapses are forgiven");
        let mut relearning = Tally::default();
        relearning.count(
            &state(20.0, 1, Phase::Relearning(0)),
            Standing::Due { loss: 0.1 },
            Some(1.0),
            Some(0.0),
        );
        assert_eq!(relearning.status(), Status::Weak);
    }

    #[test]
    fn one_new_card_among_many_takes_nothing_away_and_one_of_two_does() {
        let mut many = tally(&[(9.0, 0, 0.95); 4]);
        new(&mut many);
        assert_eq!(many.status(), Status::Retained);
        let mut two = tally(&[(9.0, 0, 0.95)]);
        new(&mut two);
        assert_eq!(two.status(), Status::Begun);
    }

    proptest! {
        #[test]
        fn no_card_is_held_and_shaky_at_once(
            cards in prop::collection::vec((0.01_f32..100.0, 0_u32..4, 0.0_f32..=1.0), 0..12),
        ) {
            let tally = tally(&cards);
            prop_assert!(tally.held + tally.shaky <= tally.progress.seen);
        }

        #[test]
        fn every_objective_can_be_retained(count in 1_usize..60) {
            prop_assert_eq!(tally(&vec![(30.0, 2, 0.95); count]).status(), Status::Retained);
        }
    }
}
