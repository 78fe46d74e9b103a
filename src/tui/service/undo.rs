//! Taking back, from whichever screen.

use super::{Reply, Service};
use crate::app::{error::AppError, sitting::Sitting};

impl Service {
    /// The last answer or action is taken back, or asked about first.
    pub(super) fn undo(&mut self) -> Result<Reply, AppError> {
        // What the student has just done on this screen is taken back at once, anything else is asked about first: the same
        // key once more is the answer.
        let under_way = self.sitting.as_ref().is_some_and(Sitting::has_steps);
        if self.fresh == 0 {
            let last = self.app.last_event()?;
            let old = match &self.made {
                Some((made, then)) if *then == last && !under_way => {
                    let args = [("card", made.card.to_string().into())];
                    Some(self.app.messages.with("undo-made", &args))
                }
                _ => self.app.old_undo(self.sitting.as_ref())?.map(|old| old.told),
            };
            if let Some(told) = old
                && self.warned.as_ref() != Some(&told)
            {
                self.warned = Some(told.clone());
                return Ok(Reply::Nothing(told));
            }
        }
        self.warned = None;
        self.fresh = self.fresh.saturating_sub(1);
        if !under_way
            && let Some((made, _)) =
                self.made.take_if(|(_, last)| self.app.last_event().is_ok_and(|now| now == *last))
        {
            let id = if self.app.unmake(&made)? { "undone-made" } else { "made-changed-since" };
            let said = self.app.messages.with(id, &[("card", made.card.to_string().into())]);
            return self.back(said);
        }
        if let Some(sitting) = self.sitting.as_mut() {
            self.app.look_at_clock(sitting)?;
            return match self.app.undo(sitting)? {
                Some(undone) => self.turn_saying(Some(undone.told)),
                None => Ok(Reply::Nothing(self.say("undo-nothing"))),
            };
        }
        match self.app.undo_earlier()? {
            Some(undone) => self.back(undone.told),
            None => Ok(Reply::Nothing(self.say("undo-nothing"))),
        }
    }

    /// The screen that the student is on, without a sitting, as it is now.
    fn back(&mut self, said: String) -> Result<Reply, AppError> {
        match self.on_book.clone() {
            Some(filter) => self.notebook(&filter, Some(said), None),
            None if self.listing.is_some() => self.list(Some(said)),
            None => self.overview(Some(said)),
        }
    }
}
