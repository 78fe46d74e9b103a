//! What the screens ask of the application, and what they get.

mod exam;

use jiff::Timestamp;

pub use exam::{ExamReply, ExamRequest};

use crate::{
    app::{
        App,
        asked::{Asked, Given},
        containers::Container,
        drafts::{Decision, Proposal},
        edit::{Edited, Place},
        error::AppError,
        exam::Exam,
        notebook::{Filter, Logged, Miss, Notebook, Why},
        overview::Overview,
        programme::Coverage,
        report::Report,
        scope::Scope,
        series::Series,
        sitting::{self, EventId, Sitting},
        watch::Leap,
    },
    card::{Locator, ObjectiveId, Text},
    study::{MORE_NEW, Wish},
    tui::picture::{Drawn, Job},
};

/// Something to be done outside the screens.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// What Home shows.
    Overview,
    /// What the last tab of Home lists. No screen waits for it.
    Containers,
    /// The decks are looked at on the disk, then what Home shows. No screen waits for it.
    Refresh,
    /// A sync has ended behind the screen: decks and states are looked at again, and this is told. No screen waits for
    /// it.
    Synced(Option<String>),
    /// A new sitting.
    Start {
        /// What it is about.
        scope: Scope,
        /// How it is wanted.
        ahead: bool,
        /// At most so many cards.
        limit: Option<u32>,
    },
    /// A series.
    Series(Series),
    /// A series over what was missed in the last sitting.
    Missed,
    /// The error notebook, narrowed.
    Notebook(Filter),
    /// How the objectives of the programme stand.
    Coverage,
    /// Something is done with a miss of the notebook.
    Treat {
        /// What.
        treat: Treat,
        /// With which.
        miss: Box<Miss>,
        /// What the notebook is narrowed to.
        filter: Filter,
    },
    /// Something that was missed elsewhere, on one line.
    LogMiss(String),
    /// The suspended cards of an objective are asked again from tomorrow on.
    ResumeObjective(ObjectiveId),
    /// Where a card of the notebook stands, to open it in the editor.
    EditCard {
        /// The card.
        card: Locator,
        /// What the notebook is narrowed to.
        filter: Filter,
    },
    /// A sitting over what the last one was about, with cards that are not due yet as well.
    Ahead,
    /// The same with some new cards beyond the day's limit.
    MoreNew,
    /// An answer to the card on the screen, to be kept before the next one comes.
    Answer {
        /// The card that was answered.
        card: Locator,
        /// The answer.
        given: Box<Given>,
    },
    /// The last answer or action is taken back.
    Undo,
    /// The card on the screen is put aside, after its answer is kept where one was given.
    Suspend(Option<Box<Given>>),
    /// The card on the screen comes tomorrow, after its answer is kept where one was given.
    Bury(Option<Box<Given>>),
    /// The card on the screen gets the next flag.
    Flag,
    /// The student's own note on the card on the screen.
    SaveNote(String),
    /// A message to the author of the card on the screen, kept as a file.
    Letter,
    /// Where the card on the screen stands, to open it in the editor.
    Edit,
    /// The editor is closed: the deck is read again.
    Edited,
    /// The clock is looked at, and the card on the screen with it.
    Look,
    /// The student says whether the clock, which was set, is right now.
    Settle {
        /// Whether it is.
        right: bool,
    },
    /// The time of a waiting card has come.
    Continue,
    /// The sitting ends.
    Leave,
    /// What is wrong with the decks.
    Problems,
    /// The proposed card at this place, from 0.
    Drafts(usize),
    /// A proposed card is taken or refused.
    Decide {
        /// Which.
        card: Locator,
        /// It is taken.
        accept: bool,
    },
    /// A mock exam.
    Exam(ExamRequest),
    /// A picture is made ready for the terminal. No screen waits for it, and it has nothing to do with the application: a
    /// host may do it beside everything else.
    Draw(Box<Job>),
}

/// What is done with a miss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Treat {
    /// It is told why.
    Explain(Why),
    /// It is done with, or no longer.
    Done,
    /// What was said about it is taken back.
    TakeBack,
    /// A card is made of it.
    MakeCard,
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
    /// The decks were looked at behind whatever is under way.
    Refreshed {
        /// What Home shows; `None` when it failed.
        overview: Option<Box<Overview>>,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// What the last tab of Home lists, or why it cannot be read.
    Containers(Result<Vec<Container>, String>),
    /// A proposed card.
    Draft {
        /// What it shows.
        proposal: Box<Proposal>,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// What comes next in the sitting.
    Turn {
        /// The card, the wait or the end.
        turn: Turn,
        /// What just happened, in words.
        said: Option<String>,
        /// A text laid over it, after an edit that broke its card: its heading and the text.
        text: Option<(String, String)>,
    },
    /// The card on the screen has changed (its flag, its note, its text), and only that.
    Changed {
        /// The card as it is now.
        asked: Box<Asked>,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// The clock was looked at.
    Looked {
        /// The card on the screen, if any, with its intervals of today.
        asked: Option<Box<Asked>>,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// The clock was set: everything is as it was before the request, and the student says which time is right.
    Clock(Box<Leap>),
    /// The error notebook.
    Notebook {
        /// What it shows.
        notebook: Box<Notebook>,
        /// What just happened, in words.
        said: Option<String>,
        /// The card that was just made.
        made: Option<Locator>,
    },
    /// How the objectives of the programme stand.
    Coverage(Box<Coverage>),
    /// A miss elsewhere is kept, in words.
    Logged(String),
    /// A picture is ready.
    Drawn(Box<Drawn>),
    /// The editor is to be opened.
    Edit(Place),
    /// A text to read.
    Text {
        /// Its heading.
        title: String,
        /// Plain text.
        body: String,
    },
    /// A mock exam.
    Exam(ExamReply),
    /// Nothing to do, in words.
    Nothing(String),
    /// It failed; everything is as it was before the request.
    Failed(String),
}

impl Reply {
    /// Whether no screen waits for it: it lets what is waited for go on being waited for.
    #[must_use]
    pub fn is_unawaited(&self) -> bool {
        matches!(
            self,
            Self::Refreshed { .. }
                | Self::Containers(_)
                | Self::Drawn(_)
                | Self::Exam(ExamReply::Kept { moved: false, .. })
        )
    }
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
    /// What comes next cannot be read, for this reason. What was asked for before is kept.
    Stuck(String),
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
    /// The notebook to go back to when the editor is closed.
    book: Option<Filter>,
    /// What the student was asked about before it is taken back.
    warned: Option<EventId>,
    /// The proposed card on the screen, and its place.
    draft: Option<(Locator, usize)>,
    /// What was decided about proposed cards, the last first taken back.
    decisions: Vec<Decision>,
    /// The exam that is ready, or under way.
    exam: Option<(Box<Exam>, bool)>,
}

impl Service {
    /// Around an open application.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self {
            app,
            sitting: None,
            asked: None,
            book: None,
            warned: None,
            draft: None,
            decisions: Vec::new(),
            exam: None,
        }
    }

    /// The screen draws pictures, unless the configuration says otherwise.
    pub fn show_pictures(&mut self) {
        self.app.pictures = self.app.config.images.as_deref() != Some("none");
    }

    /// The application.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Carries out a request; each gives one reply.
    pub fn handle(&mut self, request: Request) -> Reply {
        match request {
            Request::Refresh => self.refresh(None),
            Request::Synced(said) => self.refresh(said),
            Request::Containers => {
                let found = self.app.containers(&Scope::default(), None);
                Reply::Containers(found.map_err(|error| self.describe(&error)))
            }
            Request::Draw(job) => Reply::Drawn(Box::new(job.run())),
            request => self.answer(request),
        }
    }

    fn answer(&mut self, request: Request) -> Reply {
        self.carry_out(request).unwrap_or_else(|error| match error {
            AppError::Clock(leap) => Reply::Clock(leap),
            error => Reply::Failed(self.describe(&error)),
        })
    }

    fn describe(&self, error: &AppError) -> String {
        tracing::error!(%error, "a request failed");
        error.describe(&self.app.messages)
    }

    fn refresh(&mut self, news: Option<String>) -> Reply {
        let refreshed = self.app.refresh().and_then(|(_, said)| {
            Ok(Reply::Refreshed {
                overview: Some(Box::new(self.app.overview()?)),
                said: news.or_else(|| said.into_iter().next()),
            })
        });
        refreshed
            .unwrap_or_else(|error| Reply::Refreshed { overview: None, said: Some(self.describe(&error)) })
    }

    fn carry_out(&mut self, request: Request) -> Result<Reply, AppError> {
        if request != Request::Undo {
            self.warned = None;
        }
        // An exam has its own clock; it is handed in under a time that is right.
        if !matches!(request, Request::Exam(_) | Request::Settle { .. }) {
            self.app.stamp()?;
        }
        match request {
            Request::Overview | Request::Refresh | Request::Synced(_) => self.overview(None),
            Request::Start { scope, ahead, limit } => {
                let mut sitting = self.app.start(&scope, &Wish { ahead, limit, ..Wish::default() })?;
                let turn = self.app.next(&mut sitting)?;
                self.sitting = Some(sitting);
                Ok(self.show(turn.into(), None))
            }
            Request::Ahead => self.go_on(&Wish { ahead: true, ..Wish::default() }),
            Request::MoreNew => self.go_on(&Wish { more_new: MORE_NEW, ..Wish::default() }),
            Request::Series(series) => self.series(&series),
            Request::Missed => {
                let missed = self.sitting.as_ref().map(Sitting::missed).unwrap_or_default();
                if missed.is_empty() {
                    return Ok(Reply::Nothing(self.say(Series::missed_today().nothing())));
                }
                self.series(&Series::cards(missed))
            }
            Request::Notebook(filter) => self.notebook(&filter, None, None),
            Request::Coverage => {
                self.sitting = None;
                self.asked = None;
                Ok(Reply::Coverage(Box::new(self.app.coverage()?)))
            }
            Request::Treat { treat, miss, filter } => self.treat(treat, &miss, &filter),
            Request::LogMiss(line) => self.log_miss(&line),
            Request::ResumeObjective(objective) => {
                let n = self.app.resume_objective(objective)?;
                let args = [("n", n.into()), ("objective", objective.to_string().into())];
                Ok(Reply::Nothing(self.app.messages.with("book-resumed", &args)))
            }
            Request::EditCard { card, filter } => {
                let place = self.app.place_of(&card)?;
                self.book = Some(filter);
                Ok(Reply::Edit(place))
            }
            Request::Edited if self.book.is_some() => {
                let filter = self.book.take().unwrap_or_default();
                let (_, said) = self.app.refresh()?;
                let said = said.into_iter().next().unwrap_or_else(|| self.say("card-edited"));
                self.notebook(&filter, Some(said), None)
            }
            Request::Continue => self.turn(None),
            Request::Settle { right } => {
                let said = self.app.settle_clock(right)?;
                self.looked(Some(said))
            }
            Request::Leave => self.leave(),
            Request::Problems => Ok(Reply::Text {
                title: self.say("problems-title"),
                body: Some(self.app.problems_text())
                    .filter(|text| !text.is_empty())
                    .unwrap_or_else(|| self.say("problems-none")),
            }),
            Request::Drafts(number) => self.proposal(number, None),
            Request::Decide { card, accept } => {
                let at = self.draft.as_ref().map_or(0, |(_, at)| *at);
                let decision = self.app.decide(&card, accept)?;
                self.decisions.push(decision);
                let said = self.say(if accept { "draft-accepted" } else { "draft-refused" });
                self.proposal(at, Some(said))
            }
            Request::Edit if self.draft.is_some() => {
                let Some((card, _)) = self.draft.clone() else { return self.overview(None) };
                Ok(Reply::Edit(self.app.draft_place(&card)?))
            }
            Request::Edited if self.draft.is_some() => {
                let at = self.draft.as_ref().map_or(0, |(_, at)| *at);
                let (_, said) = self.app.refresh()?;
                self.proposal(at, said.into_iter().next())
            }
            Request::Undo if self.draft.is_some() => {
                let at = self.draft.as_ref().map_or(0, |(_, at)| *at);
                let Some(decision) = self.decisions.pop() else {
                    return Ok(Reply::Nothing(self.say("undo-nothing")));
                };
                if !self.app.take_back(&decision)? {
                    return Ok(Reply::Nothing(self.say("draft-changed-since")));
                }
                let back = self.app.drafts(&[]).iter().position(|card| *card == decision.card);
                let said = self.say("undone");
                self.proposal(back.unwrap_or(at), Some(said))
            }
            Request::Undo => self.undo(),
            Request::Exam(request) => self.exam(request),
            request => self.about_card(request),
        }
    }

    /// Another sitting over what the last one was about.
    fn go_on(&mut self, wish: &Wish) -> Result<Reply, AppError> {
        let scope = self.sitting.as_ref().map(|sitting| sitting.scope().clone()).unwrap_or_default();
        self.sitting = Some(self.app.start(&scope, wish)?);
        self.turn(None)
    }

    fn series(&mut self, series: &Series) -> Result<Reply, AppError> {
        match self.app.start_series(series)? {
            Some(sitting) => {
                self.sitting = Some(sitting);
                self.turn(None)
            }
            // A summary stays where it is.
            None if self.sitting.is_some() => Ok(Reply::Nothing(self.say(series.nothing()))),
            None => {
                let said = self.say(series.nothing());
                self.overview(Some(said))
            }
        }
    }

    fn notebook(
        &mut self,
        filter: &Filter,
        said: Option<String>,
        made: Option<Locator>,
    ) -> Result<Reply, AppError> {
        self.sitting = None;
        self.asked = None;
        Ok(Reply::Notebook { notebook: Box::new(self.app.notebook(filter)?), said, made })
    }

    fn treat(&mut self, treat: Treat, miss: &Miss, filter: &Filter) -> Result<Reply, AppError> {
        let (said, made) = match treat {
            Treat::Explain(why) => {
                let Some(card) = &miss.card else { return self.notebook(filter, None, None) };
                let moved = self.app.explain(card, miss.id, &why, false)? != miss.id;
                (self.say(if moved { "book-explained-slip" } else { "book-explained" }), None)
            }
            Treat::Done => {
                let done = self.app.turn_done(miss)?;
                (self.say(if done { "book-is-done" } else { "book-is-open" }), None)
            }
            Treat::TakeBack => {
                let taken = self.app.take_back_miss(miss)?;
                (self.say(if taken { "book-taken-back" } else { "undo-nothing" }), None)
            }
            Treat::MakeCard => {
                let made = self.app.card_of_miss(miss)?;
                let id = if made.draft { "book-made-draft" } else { "book-made" };
                let said = self.app.messages.with(id, &[("card", made.card.to_string().into())]);
                (said, Some(made.card))
            }
        };
        self.notebook(filter, Some(said), made)
    }

    fn log_miss(&mut self, line: &str) -> Result<Reply, AppError> {
        let Some(logged) = Logged::read(line) else {
            return Ok(Reply::Nothing(self.say("miss-empty")));
        };
        self.app.log_miss(&logged)?;
        Ok(Reply::Logged(self.say("miss-logged")))
    }

    /// Once the application has kept something, the reply is never [`Reply::Failed`].
    fn about_card(&mut self, request: Request) -> Result<Reply, AppError> {
        let (Some(sitting), Some(asked)) = (self.sitting.as_mut(), self.asked.as_deref()) else {
            return self.turn(Some("answer-not-kept"));
        };
        self.app.look_at_clock(sitting)?;
        match request {
            Request::Look => self.looked(None),
            Request::Answer { card, given } => {
                let kept =
                    if card == asked.locator { self.app.answer(sitting, asked, &given)? } else { None };
                self.turn(match kept {
                    None => Some("answer-not-kept"),
                    Some(kept) if kept.leech => Some("card-leech"),
                    Some(kept) if kept.slip => Some("answer-slip"),
                    Some(_) => None,
                })
            }
            Request::Suspend(given) => self.put_away(given.as_deref(), App::suspend, "card-suspended"),
            Request::Bury(given) => self.put_away(given.as_deref(), App::bury, "card-buried"),
            Request::Letter => {
                let (letter, path) = self.app.keep_letter(&asked.locator)?;
                let path = Text::one_line(&path.to_string_lossy());
                let kept = self.app.messages.with("letter-kept", &[("path", path.as_str().into())]);
                let body = format!("{kept}\n\n{}", self.app.letter_text(&letter));
                Ok(Reply::Text { title: self.app.messages.get("letter-title"), body })
            }
            Request::Flag => {
                let flag = self.app.flag(sitting, asked)?;
                let said = self.app.messages.with("card-flagged", &[("flag", u32::from(flag).into())]);
                self.changed(said, |asked| asked.flag = flag)
            }
            Request::SaveNote(text) => {
                self.app.save_note(sitting, asked, &text)?;
                let said = self.say("note-saved");
                self.changed(said, |asked| asked.note = Some(Text::clean(text.trim())))
            }
            Request::Edit => Ok(Reply::Edit(self.app.edit_place(asked)?)),
            Request::Edited => self.edited(),
            _ => self.overview(None),
        }
    }

    /// Puts the card on the screen away. An answer that was given is kept first: it is never lost.
    fn put_away(
        &mut self,
        given: Option<&Given>,
        away: fn(&mut App, &mut Sitting, &Asked) -> Result<(), AppError>,
        said: &str,
    ) -> Result<Reply, AppError> {
        let (Some(sitting), Some(asked)) = (self.sitting.as_mut(), self.asked.as_deref()) else {
            return self.turn(Some("answer-not-kept"));
        };
        let Some(given) = given else {
            away(&mut self.app, sitting, asked)?;
            return self.turn(Some(said));
        };
        if self.app.answer(sitting, asked, given)?.is_none() {
            return self.turn(Some("answer-not-kept"));
        }
        match away(&mut self.app, sitting, asked) {
            Ok(()) => self.turn(Some(said)),
            // The answer is kept: this is no failure of the whole.
            Err(error) => {
                let said = self.describe(&error);
                let mut reply = self.turn(None)?;
                if let Reply::Turn { said: text, .. } = &mut reply {
                    *text = Some(said);
                }
                Ok(reply)
            }
        }
    }

    /// The proposed card at a place, else Home.
    fn proposal(&mut self, number: usize, said: Option<String>) -> Result<Reply, AppError> {
        let Some(proposal) = self.app.proposal(&[], number)? else {
            let none = self.say("drafts-none");
            return self.overview(Some(said.map_or(none.clone(), |said| format!("{said} {none}"))));
        };
        self.sitting = None;
        self.asked = None;
        self.draft = Some((proposal.locator.clone(), proposal.number - 1));
        Ok(Reply::Draft { proposal: Box::new(proposal), said })
    }

    /// The card on the screen with its intervals of today, also where it cannot be read again.
    fn looked(&mut self, said: Option<String>) -> Result<Reply, AppError> {
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
    fn with_new_day(&mut self, said: Option<String>) -> Option<String> {
        let new_day = self.sitting.as_mut().and_then(|sitting| self.app.new_day(sitting));
        joined(new_day, said)
    }

    fn say(&self, id: &str) -> String {
        self.app.messages.get(id)
    }

    fn overview(&mut self, said: Option<String>) -> Result<Reply, AppError> {
        self.sitting = None;
        self.asked = None;
        self.draft = None;
        Ok(Reply::Overview { overview: Box::new(self.app.overview()?), said })
    }

    /// What comes next. That it cannot be read is no failure of what was asked for.
    fn turn(&mut self, said: Option<&str>) -> Result<Reply, AppError> {
        let said = said.map(|id| self.say(id));
        let Some(sitting) = self.sitting.as_mut() else { return self.overview(said) };
        self.asked = None;
        let turn = self.app.next(sitting).map_or_else(|error| Turn::Stuck(self.describe(&error)), Turn::from);
        Ok(self.show(turn, said))
    }

    fn show(&mut self, turn: Turn, said: Option<String>) -> Reply {
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
    fn changed(&mut self, said: String, change: impl FnOnce(&mut Asked)) -> Result<Reply, AppError> {
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
                let laid = (!problems.is_empty()).then(|| (self.say("problems-title"), problems));
                let mut reply = self.turn(Some("card-gone"))?;
                if let Reply::Turn { text, .. } = &mut reply {
                    *text = laid;
                }
                Ok(reply)
            }
        }
    }

    fn undo(&mut self) -> Result<Reply, AppError> {
        // Nothing old is taken back unasked: the same key once more is the answer.
        if let Some(old) = self.app.old_undo(self.sitting.as_ref())?
            && self.warned.replace(old.event) != Some(old.event)
        {
            return Ok(Reply::Nothing(old.told));
        }
        self.warned = None;
        if let Some(sitting) = self.sitting.as_mut() {
            self.app.look_at_clock(sitting)?;
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
