//! Keeping the answer to a question of a case, KFP, TCS or article: it has no schedule, and what is kept says when the
//! container was last done.

use super::{Answer, Sitting, version_of};
use crate::{
    app::{
        asked::{Asked, Given},
        error::AppError,
        open::App,
    },
    journal::{Decided, Draft, Record, Review},
    memory::{Granted, Phase},
    study::Step,
};

/// What the history calls the sitting.
const CONTEXT: &str = "series";

impl App {
    /// Keeps an answer for practice: durable when this returns. The next question follows.
    pub(super) fn answer_question(
        &mut self,
        sitting: &mut Sitting,
        asked: &Asked,
        given: &Given,
    ) -> Result<Option<Granted>, AppError> {
        let now = self.now();
        let granted = Granted::Days { days: 0, phase: Phase::New };
        let review = Record::Review(Review {
            card: asked.locator.clone(),
            fingerprint: asked.card.fingerprint,
            rating: given.rating,
            granted,
            score: given.score,
            decided: given.score.map(|_| if given.decided { Decided::Student } else { Decided::Program }),
            answered: given.answered.clone(),
            took_ms: u32::try_from(given.took_ms).unwrap_or(u32::MAX),
            context: CONTEXT.to_owned(),
            practice: true,
        });
        // The version that is kept is the container's: that is what is recognised when its author mends it.
        let draft = match self.library.card(&asked.locator) {
            Ok(Some(container)) => Draft::about(version_of(&container), review),
            _ => Draft::from(review),
        };
        let ids = self.journal.append(&[draft], &self.clock.wall())?;
        // It is kept: from here on nothing may fail.
        self.follow(sitting, &asked.locator);
        let longest = u64::from(crate::journal::LONGEST_ANSWER_MS);
        let seconds = f32::from(u16::try_from(given.took_ms.min(longest) / 100).unwrap_or(0)) / 10.0;
        let step = Step {
            locator: asked.locator.clone(),
            undo: ids,
            rating: Some(given.rating),
            seconds,
            was_new: false,
        };
        sitting.session.answered(step, granted, now);
        sitting.answers.push(Answer { objective: asked.card.meta.objectives.first().copied(), leech: false });
        sitting.current = None;
        Ok(Some(granted))
    }
}
