//! Home: what is due and new, and where to begin.

use super::{Plain, lines::Stop, session::Left, word::Word};
use crate::{
    app::{
        containers::Container,
        overview::{Level, Overview, Row, View},
        scope::Scope,
        series::{Begin, Series},
        wording, words,
    },
    study::Wish,
};

/// The words of Home.
const WORDS: [Word; 14] = [
    Word::Ahead,
    Word::Flash,
    Word::Missed,
    Word::Notebook,
    Word::Mistake,
    Word::Decks,
    Word::Objectives,
    Word::Ranks,
    Word::Cases,
    Word::Programme,
    Word::Undo,
    Word::Problems,
    Word::Help,
    Word::Quit,
];

/// What was chosen at Home.
enum Chosen {
    /// A session.
    Row { row: Row, ahead: bool },
    /// A series.
    Series(Series),
    /// Home is told once more.
    Home,
    /// The end.
    End,
}

impl Plain<'_> {
    /// Tells Home and begins what is chosen, until the student leaves.
    pub(super) fn home(&mut self) -> Result<(), Stop> {
        let mut view = View::Decks;
        loop {
            let overview = match self.app.overview() {
                Ok(overview) => overview,
                Err(error) => {
                    self.unkept = true;
                    return self.tell_error(&error);
                }
            };
            self.say_overview(&overview)?;
            match self.choose(&overview, &mut view)? {
                Chosen::Row { row, ahead } => {
                    let begin = Begin::Queue(row.scope, Wish { ahead, ..Wish::default() });
                    if self.study(&begin)? == Left::Quit {
                        return Ok(());
                    }
                }
                Chosen::Series(series) => {
                    if self.study(&Begin::Series(series))? == Left::Quit {
                        return Ok(());
                    }
                }
                Chosen::Home => {}
                Chosen::End => return Ok(()),
            }
        }
    }

    fn say_overview(&mut self, overview: &Overview) -> Result<(), Stop> {
        let messages = std::sync::Arc::clone(&self.messages);
        let m = &*messages;
        let date = words::date(overview.today, m);
        self.say("")?;
        self.say(&format!("{}, {date}.", m.get("app-name")))?;
        if overview.first_start {
            self.tell("welcome-1")?;
            self.tell("plain-welcome")?;
        } else {
            self.say(&wording::today(overview, m))?;
            let habits = wording::habits(overview, m);
            if !habits.is_empty() {
                self.say(&format!("{}.", habits.join(", ")))?;
            }
        }
        if let Some(until) = overview.pause_until {
            self.tell_with("plain-pause", &[("date", words::date(until, m).into())])?;
        }
        match overview.level {
            Some(Level::In(days)) => self.tell_with("home-level", &[("days", days.into())])?,
            Some(Level::Never) => self.tell("home-level-never")?,
            None => {}
        }
        if let Some(exam) = overview.exam {
            self.say(&wording::exam(exam, m))?;
        }
        if overview.exam_under_way {
            self.tell("exam-list-under-way")?;
        }
        self.tell_problems(overview.decks_with_problems)?;
        for notice in &overview.notices {
            self.say(notice)?;
        }
        if overview.drafts > 0 {
            self.tell_with("plain-drafts", &[("n", overview.drafts.into())])?;
        }
        if overview.not_playable > 0 {
            self.tell_with("home-not-playable", &[("n", overview.not_playable.into())])?;
        }
        Ok(())
    }

    /// Asks where to begin.
    fn choose(&mut self, overview: &Overview, view: &mut View) -> Result<Chosen, Stop> {
        let mut containers = self.say_view(overview, *view)?;
        // What the programme has told stands in place of the view until another is asked for.
        let mut listed: Option<Vec<Row>> = None;
        loop {
            self.tell("plain-prompt-home")?;
            let line = self.hear()?;
            let line = line.strip_prefix('/').unwrap_or(&line);
            let rows = listed.as_deref().unwrap_or(overview.rows_of(*view));
            let row = |typed: &str| match typed {
                "" => Some(overview.rows_of(View::Decks).first()?.clone()),
                typed => rows.get(typed.parse::<usize>().ok()?.checked_sub(1)?).cloned(),
            };
            let container =
                line.parse::<usize>().ok().and_then(|number| containers.get(number.checked_sub(1)?));
            if let Some(container) = container {
                return Ok(Chosen::Series(Series::cards(vec![container.locator.clone()])));
            }
            if let Some(row) = row(line) {
                return Ok(Chosen::Row { row, ahead: false });
            }
            let read = Word::read(line, |_| true);
            if let Some((Word::Ahead, rest)) = read
                && let Some(row) = row(rest)
            {
                return Ok(Chosen::Row { row, ahead: true });
            }
            match read {
                Some((word @ (Word::Decks | Word::Objectives | Word::Ranks | Word::Cases), _)) => {
                    *view = match word {
                        Word::Objectives => View::Objectives,
                        Word::Ranks => View::Ranks,
                        Word::Cases => View::Containers,
                        _ => View::Decks,
                    };
                    listed = None;
                    containers = self.say_view(overview, *view)?;
                }
                Some((Word::Programme, rest)) => {
                    if let Some(rows) = self.say_programme(rest)? {
                        listed = Some(rows);
                        containers.clear();
                    }
                }
                Some((Word::Repeat | Word::Home, _)) => return Ok(Chosen::Home),
                Some((Word::Undo, _)) => {
                    self.undo_earlier()?;
                    return Ok(Chosen::Home);
                }
                Some((Word::Flash, _)) => {
                    return Ok(Chosen::Series(Series::flash(Scope::default(), None)));
                }
                Some((Word::Missed, _)) => return Ok(Chosen::Series(Series::missed_today())),
                Some((Word::Notebook, _)) => self.say_notebook()?,
                Some((Word::Mistake, rest)) => self.log_miss(rest)?,
                Some((Word::Problems, _)) => self.problems()?,
                Some((Word::Help, _)) => self.help(&WORDS)?,
                Some((Word::Quit, _)) => return Ok(Chosen::End),
                Some((Word::Ahead, _)) | None => self.tell("plain-misheard")?,
                Some(_) => self.tell("plain-not-here")?,
            }
        }
    }

    fn undo_earlier(&mut self) -> Result<(), Stop> {
        if self.asks_first(None)? {
            return Ok(());
        }
        match self.app.undo_earlier() {
            Ok(Some(undone)) => self.say(&undone.told),
            Ok(None) => self.tell("undo-nothing"),
            Err(error) => self.tell_error(&error),
        }
    }

    /// Tells the rows of a view; gives those of the view of containers, which are read when they are asked for.
    fn say_view(&mut self, overview: &Overview, view: View) -> Result<Vec<Container>, Stop> {
        if view != View::Containers {
            self.say_rows(overview.rows_of(view))?;
            return Ok(Vec::new());
        }
        match self.app.containers(&Scope::default(), None) {
            Ok(containers) => {
                self.say_containers(&containers)?;
                Ok(containers)
            }
            Err(error) => {
                self.tell_error(&error)?;
                Ok(Vec::new())
            }
        }
    }

    /// The cases, KFP, TCS and articles, numbered.
    fn say_containers(&mut self, containers: &[Container]) -> Result<(), Stop> {
        if containers.is_empty() {
            return self.tell("home-no-containers");
        }
        for (container, number) in containers.iter().zip(1_u32..) {
            let last = match container.last {
                Some(date) => words::date(date, &self.messages),
                None => self.messages.get("home-container-never"),
            };
            let kind = self.messages.get(&format!("kind-short-{}", container.kind.key()));
            let questions =
                self.messages.with("home-container-questions", &[("n", container.questions.into())]);
            let title = container.title.as_str();
            self.say(&format!("{number}. {kind}, {questions}, {last}. {title}"))?;
        }
        Ok(())
    }

    /// The rows of a list, numbered.
    fn say_rows(&mut self, rows: &[Row]) -> Result<(), Stop> {
        if rows.is_empty() {
            return self.tell("plain-no-rows");
        }
        for (row, number) in rows.iter().zip(1_u32..) {
            let args = [
                ("number", number.into()),
                ("title", row.title.as_str().into()),
                ("due", row.due.into()),
                ("new", row.new.into()),
                ("seen", row.seen.into()),
                ("total", row.total.into()),
            ];
            let mut text = self.messages.with("plain-row", &args);
            if let Some(recall) = row.recall {
                let share = words::percent(recall, self.messages.lang());
                text = format!("{text}, {}", self.messages.with("plain-recall", &[("share", share.into())]));
            }
            self.say(&format!("{text}."))?;
        }
        Ok(())
    }
}
