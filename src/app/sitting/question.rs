//! Keeping the answer to a question of a case, KFP, TCS or article: it has no schedule, and what is kept says when the
//! container was last done.

use super::{Answer, Manner, Sitting, review_of, seconds_of};
use crate::{
    app::{
        asked::{Asked, Given, Kept},
        error::AppError,
        notebook,
        open::App,
    },
    memory::{Granted, Phase},
    study::Step,
};

impl App {
    /// Keeps an answer for practice: durable when this returns. The next question follows.
    pub(super) fn answer_question(
        &mut self,
        sitting: &mut Sitting,
        asked: &Asked,
        given: &Given,
    ) -> Result<Kept, AppError> {
        let granted = Granted::Days { days: 0, phase: Phase::New };
        let review = review_of(asked, given, granted, Manner::Series, true);
        let missed = notebook::is_miss(&review);
        let ids = self.append_answer(asked, review, given, None)?;
        // It is kept: from here on nothing may fail.
        self.follow(sitting, &asked.locator);
        let step = Step {
            locator: asked.locator.clone(),
            undo: ids,
            rating: Some(given.rating),
            seconds: seconds_of(given.took_ms),
            was_new: false,
        };
        // What was misread does not come again: what followed has told the answer.
        sitting.session.practised(step, false);
        let objective = asked.card.meta.objectives.first().copied();
        sitting.answers.push(Answer { objective, leech: false, score: given.score, missed });
        sitting.current = None;
        Ok(Kept { granted, leech: false, slip: false })
    }
}
