//! The probability of recall, as it counts in the figures of a group of cards.
//!
//! What was answered a minute ago says nothing of the memory, so a card counts from the first night on, and one that was
//! missed today counts for nothing until the next: during a day a wrong answer never raises a figure.

use std::collections::HashSet;

use super::{error::AppError, open::App, states::States};
use crate::{
    journal::Record,
    memory::{CardState, Now, Phase, Rating},
};

/// What the probabilities of one moment are computed from.
#[derive(Debug)]
pub(super) struct Retrievabilities {
    now: Now,
    /// The entries of the catalogue that were missed today, in their schedules.
    missed: HashSet<usize>,
}

impl App {
    /// Those of now.
    pub(super) fn retrievabilities(&self, states: &States, now: Now) -> Result<Retrievabilities, AppError> {
        let mut missed = HashSet::new();
        for stored in self.journal.answers_since(now.day)? {
            if let Some(Record::Review(review)) = stored.record()
                && review.rating == Rating::Again
                && !review.practice
                && let Some(card) = self.present_name(&review.card)?
            {
                missed.extend(states.catalogue.find(&card));
            }
        }
        Ok(Retrievabilities { now, missed })
    }

    /// The probability that entry `number`, in this state, is recalled today, 0 to 1; `None` while no night lies behind it.
    pub(super) fn retrievability_of(
        &self,
        of: &Retrievabilities,
        number: usize,
        state: &CardState,
    ) -> Option<f32> {
        let today = of.now.day;
        let (first, last) = (state.first_day?, state.last_day?);
        if state.is_new() || first >= today {
            return None;
        }
        let in_a_step = matches!(state.phase, Phase::Learning(_) | Phase::Relearning(_));
        if in_a_step || of.missed.contains(&number) {
            return Some(0.0);
        }
        self.scheduler.retrievability(state, today.max(last.plus(1)))
    }
}
