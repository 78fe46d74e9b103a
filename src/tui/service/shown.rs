//! The replies that put something on the screen, and what is kept of it until the next request.

use super::{Reply, Service, Turn};
use crate::app::{asked::Asked, edit::Edited, error::AppError, sitting::Sitting};

impl Service {
    /// The proposed card at a place, else Home.
    pub(super) fn proposal(&mut self, number: usize, said: Option<String>) -> Result<Reply, AppError> {
        let Some(proposal) = self.app.proposal(&[], number)? else {
            let none = self.say("drafts-none");
            return self.overview(Some(said.map_or(none.clone(), |said| format!("{said} {none}"))));
        };
        self.sitting = None;
        self.asked = None;
        self.draft = Some((proposal.locator.clone(), proposal.number - 1));
        Ok(Reply::Draft { proposal: Box::new(proposal), said })
    }

    /// What is wrong with the decks as they are on the disk, with Home as it is then; `none` tells that nothing is.
    pub(super) fn problems(&mut self, none: &str) -> Result<Reply, AppError> {
        let (_, said) = self.app.refresh()?;
        let body = Some(self.app.problems_text()).filter(|text| !text.is_empty());
        let none = body.is_none().then(|| self.say(none));
        let overview = Box::new(self.app.overview()?);
        Ok(Reply::Problems { body, overview, said: none.or_else(|| said.into_iter().next()) })
    }

    /// The first of it, in the editor.
    pub(super) fn mend(&mut self) -> Result<Reply, AppError> {
        let place = self.app.problem_place()?;
        self.mending = place.is_some();
        Ok(place.map_or_else(|| Reply::Nothing(self.say("problems-no-file")), Reply::Edit))
    }

    /// Home as the decks are now: what was mended outside, or deleted, is not on it any more. That they cannot be looked at is no
    /// way to be stuck.
    pub(super) fn home_again(&mut self) -> Result<Reply, AppError> {
        if !std::mem::replace(&mut self.begun, true) {
            // The first screen waits for nothing; the look at the disk follows it.
            return self.overview(None);
        }
        let looked = self.app.refresh();
        let said = looked.map_err(|error| self.describe(&error)).unwrap_or_default().1;
        self.overview(said.into_iter().next())
    }

    /// The card on the screen with its intervals of today, also where it cannot be read again.
    pub(super) fn looked(&mut self, said: Option<String>) -> Result<Reply, AppError> {
        let (Some(sitting), Some(asked)) = (self.sitting.as_mut(), self.asked.as_deref_mut()) else {
            return Ok(Reply::Looked { asked: None, said });
        };
        self.app.look_at_clock(sitting)?;
        if let Ok(Some(again)) = self.app.again(sitting, &asked.locator) {
            *asked = again;
        }
        let asked = Some(Box::new(asked.clone()));
        Ok(Reply::Looked { asked, said: self.with_new_day(said) })
    }

    /// Tells as well that another day has begun, if it has.
    pub(super) fn with_new_day(&mut self, said: Option<String>) -> Option<String> {
        let new_day = self.sitting.as_mut().and_then(|sitting| self.app.new_day(sitting));
        joined(new_day, said)
    }

    pub(super) fn say(&self, id: &str) -> String {
        self.app.messages.get(id)
    }

    /// The screen that stood there is left.
    pub(super) fn forget_screen(&mut self) {
        self.sitting = None;
        self.asked = None;
        self.draft = None;
        (self.listing, self.on_book, self.fresh) = (None, None, 0);
    }

    pub(super) fn statistics(&mut self) -> Result<Reply, AppError> {
        self.forget_screen();
        Ok(Reply::Statistics(Box::new(self.app.stats()?)))
    }

    pub(super) fn coverage(&mut self) -> Result<Reply, AppError> {
        self.forget_screen();
        Ok(Reply::Coverage(Box::new(self.app.coverage()?)))
    }

    pub(super) fn overview(&mut self, said: Option<String>) -> Result<Reply, AppError> {
        self.forget_screen();
        Ok(Reply::Overview { overview: Box::new(self.app.overview()?), said })
    }

    /// What comes next. That it cannot be read is no failure of what was asked for.
    pub(super) fn turn(&mut self, said: Option<&str>) -> Result<Reply, AppError> {
        let said = said.map(|id| self.say(id));
        self.turn_saying(said)
    }

    pub(super) fn turn_saying(&mut self, said: Option<String>) -> Result<Reply, AppError> {
        let Some(sitting) = self.sitting.as_mut() else { return self.overview(said) };
        self.asked = None;
        let turn = self.app.next(sitting).map_or_else(|error| Turn::Stuck(self.describe(&error)), Turn::from);
        Ok(self.show(turn, said))
    }

    pub(super) fn show(&mut self, turn: Turn, said: Option<String>) -> Reply {
        self.asked = match &turn {
            Turn::Card(asked) => Some(asked.clone()),
            _ => None,
        };
        let unreadable = self.sitting.as_mut().map_or(0, Sitting::take_unreadable);
        let left_out =
            (unreadable > 0).then(|| self.app.messages.with("cards-unreadable", &[("n", unreadable.into())]));
        let said = self.with_new_day(joined(said, left_out));
        Reply::Turn { turn, said, text: None }
    }

    /// The card on the screen with its `change`, also where it cannot be read again.
    pub(super) fn changed(
        &mut self,
        said: String,
        change: impl FnOnce(&mut Asked),
    ) -> Result<Reply, AppError> {
        let new_day = self.with_new_day(None);
        let (Some(sitting), Some(asked)) = (self.sitting.as_mut(), self.asked.as_deref_mut()) else {
            return self.overview(Some(said));
        };
        change(asked);
        match self.app.again(sitting, &asked.locator) {
            // The keys keep what they promised: the fuzz must not be drawn anew by a flag.
            Ok(Some(again)) if new_day.is_none() => *asked = Asked { preview: asked.preview, ..again },
            Ok(Some(again)) => *asked = again,
            Ok(None) => return self.turn(None),
            Err(error) => tracing::error!(%error, "the card on the screen cannot be read again"),
        }
        let said = joined(new_day, Some(said));
        Ok(Reply::Changed { asked: Box::new(asked.clone()), said })
    }

    pub(super) fn edited(&mut self) -> Result<Reply, AppError> {
        let (Some(sitting), Some(asked)) = (self.sitting.as_mut(), self.asked.as_deref()) else {
            return self.overview(None);
        };
        let (edited, said) = self.app.edited(sitting, &asked.locator)?;
        match edited {
            Edited::Card(asked) => {
                self.asked = Some(asked.clone());
                let said = Some(self.said_of_edit(said));
                Ok(Reply::Changed { asked, said })
            }
            Edited::Gone(problems) => {
                let laid = (!problems.is_empty()).then(|| (self.say("problems-title"), problems));
                let mut reply = self.turn(Some("card-gone"))?;
                if let Reply::Turn { text, .. } = &mut reply {
                    *text = laid;
                }
                Ok(reply)
            }
        }
    }

    pub(super) fn leave(&mut self) -> Result<Reply, AppError> {
        let Some(sitting) = self.sitting.as_ref() else { return self.overview(None) };
        let report = self.app.report(sitting)?;
        self.asked = None;
        Ok(Reply::Turn { turn: Turn::Finished(Box::new(report)), said: None, text: None })
    }
}

/// Two things to tell as one.
fn joined(first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some(format!("{first} {second}")),
        (first, second) => first.or(second),
    }
}
