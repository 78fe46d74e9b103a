//! The error notebook: what was missed, why, and what becomes of it.

mod reason;

pub use reason::{Reason, Why};

use std::collections::HashMap;

use super::{error::AppError, open::App};
use crate::{
    card::{Locator, Text},
    journal::{EventId, Mistake, Record, Review, kind},
    memory::Rating,
};

/// What the history keeps of a reason.
pub(super) fn mistake(card: &Locator, review: Option<EventId>, why: &Why) -> Record {
    Record::Mistake(Mistake {
        card: card.clone(),
        review,
        reason: why.reason.word().to_owned(),
        detail: why.detail.as_ref().map(ToString::to_string),
    })
}

impl App {
    /// The reasons that were given, by the answer that they are about, each with the event that says so; the last one of
    /// each answer counts.
    pub(super) fn reasons(&self) -> Result<HashMap<EventId, (EventId, Why)>, AppError> {
        let mut reasons = HashMap::new();
        for stored in self.journal.of_kind(kind::MISTAKE)?.iter().filter(|stored| !stored.void) {
            if let Some(Record::Mistake(Mistake { review: Some(review), reason, detail, .. })) =
                stored.record()
                && let Some(reason) = Reason::of_word(&reason)
            {
                let detail = detail.as_deref().map(Text::clean).unwrap_or_default();
                reasons.insert(review, (stored.event.id, Why::new(reason, &detail)));
            }
        }
        Ok(reasons)
    }
}

/// Whether an answer was a miss: rated "again", or not all of the mark.
#[must_use]
pub(super) fn is_miss(review: &Review) -> bool {
    review.rating == Rating::Again || review.score.is_some_and(|score| score < 1.0)
}
