//! What the screens ask of the application, and what they get.

use jiff::Timestamp;

use crate::{
    app::{
        App,
        asked::{Asked, Given},
        edit::{Edited, Place},
        error::AppError,
        overview::Overview,
        report::Report,
        scope::Scope,
        sitting::{self, Sitting},
    },
    study::Wish,
};

/// Something to be done outside the screens.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// What Home shows.
    Overview,
    /// The decks are looked at on the disk, then what Home shows.
    Refresh,
    /// A new sitting.
    Start {
        /// What it is about.
        scope: Scope,
        /// How it is wanted.
        ahead: bool,
        /// At most so many cards.
        limit: Option<u32>,
    },
    /// A sitting over what the last one was about, with cards that are not due yet as well.
    Ahead,
    /// An answer to the card on the screen, to be kept before the next one comes.
    Answer(Given),
    /// The last answer or action is taken back.
    Undo,
    /// The card on the screen is put aside.
    Suspend,
    /// The card on the screen comes tomorrow.
    Bury,
    /// The card on the screen gets the next flag.
    Flag,
    /// The student's own note on the card on the screen.
    SaveNote(String),
    /// Where the card on the screen stands, to open it in the editor.
    Edit,
    /// The editor is closed: the deck is read again.
    Edited,
    /// The time of a waiting card has come.
    Continue,
    /// The sitting ends.
    Leave,
    /// What is wrong with the decks.
    Problems,
}

/// What became of a request.
#[derive(Clone, Debug)]
pub enum Reply {
    /// What Home shows.
    Overview {
        /// What it shows.
        overview: Box<Overview>,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// What comes next in the sitting.
    Turn {
        /// The card, the wait or the end.
        turn: Turn,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// The card on the screen has changed (its flag, its note, its text), and only that.
    Changed {
        /// The card as it is now.
        asked: Box<Asked>,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// The editor is to be opened.
    Edit(Place),
    /// A text to read.
    Text {
        /// Its heading.
        title: String,
        /// Plain text.
        body: String,
    },
    /// Nothing to do, in words.
    Nothing(String),
    /// It failed; everything is as it was before the request.
    Failed(String),
}

/// What comes next in a sitting.
#[derive(Clone, Debug)]
pub enum Turn {
    /// This card.
    Card(Box<Asked>),
    /// Nothing until this instant.
    Wait(Timestamp),
    /// The end.
    Finished(Box<Report>),
}

impl From<sitting::Turn> for Turn {
    fn from(turn: sitting::Turn) -> Self {
        match turn {
            sitting::Turn::Card(asked) => Self::Card(asked),
            sitting::Turn::Wait(at) => Self::Wait(at),
            sitting::Turn::Finished(report) => Self::Finished(report),
        }
    }
}

/// The application with the sitting that is under way.
#[derive(Debug)]
pub struct Service {
    app: App,
    sitting: Option<Sitting>,
    /// The card on the screen.
    asked: Option<Box<Asked>>,
    /// A text that the next turn comes with, laid over it.
    text: Option<(String, String)>,
}

impl Service {
    /// Around an open application.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self { app, sitting: None, asked: None, text: None }
    }

    /// Carries out a request. Most give one reply; an edit that broke its card also gives the text that says why.
    pub fn handle(&mut self, request: Request) -> Vec<Reply> {
        let reply = self.carry_out(request).unwrap_or_else(|error| {
            tracing::error!(%error, "a request failed");
            Reply::Failed(error.describe(&self.app.messages))
        });
        let text = self.text.take().map(|(title, body)| Reply::Text { title, body });
        std::iter::once(reply).chain(text).collect()
    }

    fn carry_out(&mut self, request: Request) -> Result<Reply, AppError> {
        match request {
            Request::Overview => self.overview(None),
            Request::Refresh => {
                let (_, said) = self.app.refresh()?;
                self.overview(said.into_iter().next())
            }
            Request::Start { scope, ahead, limit } => {
                self.sitting = Some(self.app.start(&scope, &Wish { ahead, limit })?);
                self.turn(None)
            }
            Request::Ahead => {
                let scope = self.sitting.as_ref().map(|sitting| sitting.scope().clone()).unwrap_or_default();
                self.sitting = Some(self.app.start(&scope, &Wish { ahead: true, limit: None })?);
                self.turn(None)
            }
            Request::Continue => self.turn(None),
            Request::Leave => self.leave(),
            Request::Problems => Ok(Reply::Text {
                title: self.say("problems-title"),
                body: Some(self.app.problems_text())
                    .filter(|text| !text.is_empty())
                    .unwrap_or_else(|| self.say("problems-none")),
            }),
            Request::Undo => self.undo(),
            request => self.about_card(request),
        }
    }

    fn about_card(&mut self, request: Request) -> Result<Reply, AppError> {
        let (Some(sitting), Some(asked)) = (self.sitting.as_mut(), self.asked.as_deref()) else {
            return self.overview(None);
        };
        match request {
            Request::Answer(given) => {
                self.app.answer(sitting, asked, &given)?;
                self.turn(None)
            }
            Request::Suspend => {
                self.app.suspend(sitting, asked)?;
                self.turn(Some("card-suspended"))
            }
            Request::Bury => {
                self.app.bury(sitting, asked)?;
                self.turn(Some("card-buried"))
            }
            Request::Flag => {
                let flag = self.app.flag(sitting, asked)?;
                let said = self.app.messages.with("card-flagged", &[("flag", u32::from(flag).into())]);
                self.changed(Some(said))
            }
            Request::SaveNote(text) => {
                self.app.save_note(sitting, asked, &text)?;
                let said = self.say("note-saved");
                self.changed(Some(said))
            }
            Request::Edit => Ok(Reply::Edit(self.app.edit_place(asked)?)),
            Request::Edited => self.edited(),
            _ => self.overview(None),
        }
    }

    fn say(&self, id: &str) -> String {
        self.app.messages.get(id)
    }

    fn overview(&mut self, said: Option<String>) -> Result<Reply, AppError> {
        self.sitting = None;
        self.asked = None;
        Ok(Reply::Overview { overview: Box::new(self.app.overview()?), said })
    }

    fn turn(&mut self, said: Option<&str>) -> Result<Reply, AppError> {
        let said = said.map(|id| self.say(id));
        let Some(sitting) = self.sitting.as_mut() else { return self.overview(said) };
        let turn: Turn = self.app.next(sitting)?.into();
        self.asked = match &turn {
            Turn::Card(asked) => Some(asked.clone()),
            _ => None,
        };
        Ok(Reply::Turn { turn, said })
    }

    fn changed(&mut self, said: Option<String>) -> Result<Reply, AppError> {
        let (Some(sitting), Some(asked)) = (self.sitting.as_mut(), self.asked.as_deref()) else {
            return self.overview(said);
        };
        let Some(asked) = self.app.again(sitting, &asked.locator)? else { return self.turn(None) };
        let asked = Box::new(asked);
        self.asked = Some(asked.clone());
        Ok(Reply::Changed { asked, said })
    }

    fn edited(&mut self) -> Result<Reply, AppError> {
        let (Some(sitting), Some(asked)) = (self.sitting.as_mut(), self.asked.as_deref()) else {
            return self.overview(None);
        };
        let (edited, said) = self.app.edited(sitting, &asked.locator)?;
        match edited {
            Edited::Card(asked) => {
                self.asked = Some(asked.clone());
                let said = said.into_iter().next().or_else(|| Some(self.say("card-edited")));
                Ok(Reply::Changed { asked, said })
            }
            Edited::Gone(problems) => {
                if !problems.is_empty() {
                    self.text = Some((self.say("problems-title"), problems));
                }
                self.turn(Some("card-gone"))
            }
        }
    }

    fn undo(&mut self) -> Result<Reply, AppError> {
        if let Some(sitting) = self.sitting.as_mut() {
            return match self.app.undo(sitting)? {
                Some(_) => self.turn(Some("undone")),
                None => Ok(Reply::Nothing(self.say("undo-nothing"))),
            };
        }
        match self.app.undo_earlier()? {
            Some(undone) => {
                let said = self.app.messages.with("undone-card", &[("card", undone.card.to_string().into())]);
                self.overview(Some(said))
            }
            None => Ok(Reply::Nothing(self.say("undo-nothing"))),
        }
    }

    fn leave(&mut self) -> Result<Reply, AppError> {
        let Some(sitting) = self.sitting.as_ref() else { return self.overview(None) };
        let report = self.app.report(sitting)?;
        self.asked = None;
        Ok(Reply::Turn { turn: Turn::Finished(Box::new(report)), said: None })
    }
}
