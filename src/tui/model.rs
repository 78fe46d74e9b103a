//! What the screens know.

mod cards;
mod exam;
mod notebook;
mod programme;
mod settings;
mod stage;
mod statistics;
mod writing;

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;

pub use cards::{Cards, STRETCH};
pub use exam::{ACROSS, Brief, ExamScreen, Field, Form, Panel, PastScreen, ReportScreen, Sat};
pub use notebook::{Book, BookView, LineForm, Purpose};
pub use programme::{Chosen, ProgrammeScreen, Row, Show};
pub use settings::SettingsScreen;
pub use stage::{Choosing, Pointing, Recalling, Scaling, Spotting, Stage};
pub use statistics::{StatisticsScreen, StatisticsTab};
pub use writing::{Writing, Written};

use super::{
    keymap::{Action, Context, Keymap},
    theme::Theme,
};
use crate::{
    app::{
        asked::Asked,
        containers::Container,
        drafts::Proposal,
        overview::{Overview, View},
        report::Report,
        watch::Leap,
    },
    i18n::Messages,
};

/// Everything that decides what is on the screen, except what can be thrown away (how far a text is scrolled).
#[derive(Debug)]
pub struct Model {
    /// The messages of the student's language.
    pub messages: Arc<Messages>,
    /// The colours.
    pub theme: Theme,
    /// The keys.
    pub keymap: Keymap,
    /// The screen.
    pub screen: Screen,
    /// The tab and the row that Home had last, to come back to.
    pub home: (View, usize),
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// A line that tells what just happened; gone with the next key.
    pub toast: Option<Toast>,
    /// How many columns and rows the picture on the screen has; `None` until one was drawn.
    pub cells: Option<(u16, u16)>,
    /// A request is under way that the screen waits for.
    pub busy: bool,
    /// Set when the program is to end.
    pub exit: Option<Exit>,
}

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The student left.
    Done,
    /// A signal asked for it.
    Signal(i32),
    /// The application broke down; what it was is in the log.
    Broken,
}

/// The screens.
#[derive(Debug)]
pub enum Screen {
    /// Before the first overview has come.
    Loading,
    /// What is due, and a way to start.
    Home(Home),
    /// A card.
    Review(Box<Review>),
    /// Only cards in a learning step are left.
    Waiting {
        /// When the first of them comes.
        until: Timestamp,
    },
    /// What comes next cannot be read, for this reason.
    Stuck(String),
    /// What was missed.
    Notebook(Book),
    /// The list of the cards.
    Cards(Cards),
    /// The items and objectives.
    Programme(Box<ProgrammeScreen>),
    /// The settings of studying.
    Settings(SettingsScreen),
    /// The statistics.
    Statistics(Box<StatisticsScreen>),
    /// A proposed card.
    Draft(Box<Proposal>),
    /// What the session came to.
    Summary(Box<Report>),
    /// A mock exam.
    Exam(Box<ExamScreen>),
}

/// Home.
#[derive(Debug)]
pub struct Home {
    /// What it shows.
    pub overview: Box<Overview>,
    /// What its last tab lists; `None` until the student has looked there and it has come.
    pub containers: Option<Vec<Container>>,
    /// The tab.
    pub view: View,
    /// The chosen row.
    pub cursor: usize,
}

impl Home {
    /// How many rows the tab has.
    #[must_use]
    pub fn count(&self) -> usize {
        match self.view {
            View::Containers => self.containers.as_ref().map_or(0, Vec::len),
            view => self.overview.rows_of(view).len(),
        }
    }

    /// The container of the chosen row, in their tab.
    #[must_use]
    pub fn container(&self) -> Option<&Container> {
        self.containers.as_ref().filter(|_| self.view == View::Containers)?.get(self.cursor)
    }
}

/// A card on the screen.
#[derive(Debug)]
pub struct Review {
    /// The card.
    pub asked: Box<Asked>,
    /// How far its answer is.
    pub stage: Stage,
    /// The hint is shown.
    pub hint: bool,
    /// The picture has the whole screen.
    pub enlarged: bool,
    /// The article that the question is about, while it is read.
    pub reading: Reading,
    /// When it was put on the screen.
    pub since: Duration,
}

/// An article while it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its keys work, and on a narrow terminal it stands in place of the question.
    pub open: bool,
    /// What is looked for is being typed.
    pub typing: bool,
    /// What is looked for.
    pub query: String,
    /// Which of the places where it stands, counted around.
    pub hit: i64,
}

/// What lies over a screen.
#[derive(Debug)]
pub enum Overlay {
    /// The keys that work here.
    Help {
        /// Where.
        contexts: Vec<Context>,
        /// How many options the question has: those that it has not have no key.
        options: usize,
    },
    /// A text of the student's.
    Writing(Box<Writing>),
    /// Why the answer was wrong.
    Reason,
    /// A line that is asked for.
    Form(Box<LineForm>),
    /// The clock was set: which time is right?
    Clock {
        /// From when to when.
        leap: Box<Leap>,
        /// What lay over the screen before.
        under: Option<Box<Overlay>>,
    },
    /// What is wrong with the decks, as plain text: the editor opens at the first of it.
    Problems(String),
    /// A text to read.
    Text {
        /// Its heading.
        title: String,
        /// Plain text.
        body: String,
    },
}

/// A line that tells what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// The text.
    pub text: String,
    /// Whether something went wrong.
    pub bad: bool,
}

impl Model {
    /// Before the first overview or card has come.
    #[must_use]
    pub fn new(messages: Arc<Messages>, theme: Theme, keymap: Keymap) -> Self {
        Self {
            messages,
            theme,
            keymap,
            screen: Screen::Loading,
            home: (View::default(), 0),
            overlay: None,
            toast: None,
            cells: None,
            busy: true,
            exit: None,
        }
    }

    /// The question on the screen, in a session, an exam or a correction.
    #[must_use]
    pub fn question(&self) -> Option<&Review> {
        match &self.screen {
            Screen::Review(review) => Some(review),
            Screen::Exam(exam) => exam.question(),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn question_mut(&mut self) -> Option<&mut Review> {
        match &mut self.screen {
            Screen::Review(review) => Some(review),
            Screen::Exam(exam) => exam.question_mut(),
            _ => None,
        }
    }

    /// How many options the question on the screen has.
    #[must_use]
    pub fn options(&self) -> usize {
        self.question().map_or(0, |review| review.asked.order.len())
    }

    /// The contexts whose keys work now, the innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match &self.overlay {
            Some(Overlay::Writing(_)) => return vec![Context::Note, Context::Global],
            Some(Overlay::Reason) => return vec![Context::Reason, Context::Global],
            Some(Overlay::Clock { .. }) => return vec![Context::Clock, Context::Global],
            Some(Overlay::Form(_)) => return vec![Context::Form, Context::Global],
            Some(Overlay::Problems(_)) => return vec![Context::Problems, Context::Overlay, Context::Global],
            Some(_) => return vec![Context::Overlay, Context::Global],
            None => {}
        }
        match &self.screen {
            // Still loading, or it could not be read.
            Screen::Loading if self.busy => vec![Context::Global],
            Screen::Loading | Screen::Home(_) => vec![Context::Home, Context::Global],
            Screen::Waiting { .. } | Screen::Stuck(_) => vec![Context::Waiting, Context::Global],
            Screen::Notebook(_) => vec![Context::Notebook, Context::Global],
            Screen::Cards(cards) if cards.typing.is_some() => vec![Context::Search, Context::Global],
            Screen::Cards(_) => vec![Context::Cards, Context::Global],
            Screen::Programme(screen) if screen.typing => vec![Context::Search, Context::Global],
            Screen::Programme(_) => vec![Context::Programme, Context::Global],
            Screen::Settings(_) => vec![Context::Settings, Context::Global],
            Screen::Statistics(screen) if screen.lists() => {
                vec![Context::Weakest, Context::Statistics, Context::Global]
            }
            Screen::Statistics(_) => vec![Context::Statistics, Context::Global],
            Screen::Draft(_) => vec![Context::Draft, Context::Global],
            Screen::Summary(_) => vec![Context::Summary, Context::Global],
            Screen::Exam(exam) => exam.contexts(),
            Screen::Review(review) if review.reading.typing => vec![Context::Search, Context::Global],
            Screen::Review(review) if review.reading.open => vec![Context::Reading, Context::Global],
            Screen::Review(review) => {
                let inner = match &review.stage {
                    Stage::Answered(_) if review.asked.within.is_some() => Context::Corrected,
                    stage => stage.context(),
                };
                let card = match (review.asked.is_locked(), review.is_open()) {
                    (true, true) => Context::AskedWithin,
                    (true, false) => Context::Within,
                    (false, true) => Context::Asked,
                    (false, false) => Context::Card,
                };
                let article = review.has_article().then_some(Context::Article);
                let picture = review.picture().is_some().then_some(Context::Picture);
                let more = [review.hint_context(), review.why_context(), article, picture];
                [inner].into_iter().chain(more.into_iter().flatten()).chain([card, Context::Global]).collect()
            }
        }
    }

    /// Whether a key is told at the foot of the screen: one that has nothing to do here only answers why.
    #[must_use]
    pub fn offers(&self, action: Action) -> bool {
        match (&self.screen, action) {
            (Screen::Summary(report), Action::Missed) => report.missed > 0,
            (Screen::Summary(report), Action::MoreNew) => report.offers_more_new(),
            (Screen::Summary(report), Action::StudyAhead) => report.offers_ahead(),
            (Screen::Summary(report), Action::Undo) => report.can_undo,
            _ => true,
        }
    }
}
