//! What the screens ask of the application, and what they get.

mod cards;
mod exam;
mod message;
mod settings;
mod shown;
mod undo;

pub use cards::CardsRequest;
pub use exam::{Corrected, ExamReply, ExamRequest};
pub use message::{Reply, Request, Treat, Turn};
pub use settings::SettingsRequest;

use crate::{
    app::{
        App,
        asked::{Asked, Given},
        cards::Wanted,
        drafts::Decision,
        error::AppError,
        exam::Exam,
        notebook::{Filter, Logged, Made, Miss},
        scope::Scope,
        series::Series,
        sitting::{EventId, Sitting},
    },
    card::{Locator, Text},
    study::{MORE_NEW, Setting, Wish},
};

/// The application with the sitting that is under way.
#[derive(Debug)]
pub struct Service {
    app: App,
    sitting: Option<Sitting>,
    /// The card on the screen.
    asked: Option<Box<Asked>>,
    /// The notebook to go back to when the editor is closed.
    book: Option<Filter>,
    /// The list of the cards that is on the screen, and where its cursor was when it was asked for.
    listing: Option<(Wanted, usize)>,
    /// What the student was asked about before it is taken back.
    warned: Option<String>,
    /// How many things were done in the list on the screen.
    fresh: usize,
    /// The notebook that is on the screen.
    on_book: Option<Filter>,
    /// The card that was made last, and the last event when it was.
    made: Option<(Made, Option<EventId>)>,
    /// The proposed card on the screen, and its place.
    draft: Option<(Locator, usize)>,
    /// The settings that were changed on the screen, the last first taken back.
    changes: Vec<(Setting, EventId)>,
    /// What was decided about proposed cards, the last first taken back.
    decisions: Vec<Decision>,
    /// The sitting whose correction is on the screen, while its card is in the editor.
    corrected: Option<usize>,
    /// The first screen was asked for.
    begun: bool,
    /// What is wrong with the decks is in the editor.
    mending: bool,
    /// The exam that is ready, or under way.
    exam: Option<(Box<Exam>, bool)>,
    /// Nothing was changed in the editor that was closed last, and its deck is bundled again.
    untouched: bool,
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
            listing: None,
            warned: None,
            fresh: 0,
            on_book: None,
            made: None,
            draft: None,
            changes: Vec::new(),
            decisions: Vec::new(),
            corrected: None,
            begun: false,
            mending: false,
            exam: None,
            untouched: false,
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
            Request::NotEdited => self.not_edited(),
            Request::Draw(job) => Reply::Drawn(Box::new(job.run())),
            request => self.answer(request),
        }
    }

    /// Nothing came of the editor: what it was opened for is over, and a copy that was made for it goes.
    fn not_edited(&mut self) -> Reply {
        (self.book, self.corrected) = (None, None);
        let done = self
            .app
            .editor_closed()
            .and_then(|untouched| if untouched { self.app.refresh().map(|_| ()) } else { Ok(()) });
        Reply::Refreshed { overview: None, said: done.err().map(|error| self.describe(&error)) }
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
        let edited = request == Request::Edited;
        let mended = std::mem::take(&mut self.mending) && edited;
        if edited {
            self.untouched = self.app.editor_closed()?;
        }
        match request {
            Request::Edited if mended => self.problems("problems-mended"),
            Request::Overview => self.home_again(),
            Request::Refresh | Request::Synced(_) => self.overview(None),
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
            Request::Cards(request) => self.cards(request),
            Request::Settings(request) => self.settings(request),
            Request::Statistics => self.statistics(),
            Request::Coverage => self.coverage(),
            Request::Treat { treat, miss, filter } => self.treat(treat, &miss, &filter),
            Request::LogMiss(line) => self.log_miss(&line),
            Request::ResumeObjective(objective) => {
                let n = self.app.resume_objective(objective)?;
                let args = [("n", n.into()), ("objective", objective.to_string().into())];
                Ok(Reply::Nothing(self.app.messages.with("book-resumed", &args)))
            }
            Request::EditCard { card, filter } => {
                let place = self.app.own_place_of(&card)?;
                self.book = Some(filter);
                Ok(Reply::Edit(place))
            }
            Request::Edited if self.book.is_some() => {
                let filter = self.book.take().unwrap_or_default();
                let (_, said) = self.app.refresh()?;
                let said = self.said_of_edit(said);
                self.notebook(&filter, Some(said), None)
            }
            Request::Edited if self.corrected.is_some() => {
                let number = self.corrected.take().unwrap_or_default();
                self.correction_edited(number)
            }
            Request::Edited if self.listing.is_some() => self.listed_edited(),
            Request::Continue => self.turn(None),
            Request::Settle { right } => {
                let said = self.app.settle_clock(right)?;
                self.looked(Some(said))
            }
            Request::Leave => self.leave(),
            Request::Problems => self.problems("problems-none"),
            Request::Mend => self.mend(),
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

    /// What is said once the editor is closed: the news, else whether anything was changed.
    fn said_of_edit(&self, news: Vec<String>) -> String {
        let id = if self.untouched { "card-untouched" } else { "card-edited" };
        news.into_iter().next().unwrap_or_else(|| self.say(id))
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
        self.listing = None;
        self.on_book = Some(filter.clone());
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
                let card = made.card.clone();
                self.made = Some((made, self.app.last_event()?));
                (said, Some(card))
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
            Request::Letter(wrong) => {
                let (letter, path) = self.app.keep_letter(&asked.locator, &wrong)?;
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
}
