//! What the screens know.

mod stage;

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use ratatui_textarea::TextArea;

pub use stage::{Choosing, Pointing, Recalling, Scaling, Stage};

use super::{
    keymap::{Context, Keymap},
    theme::Theme,
};
use crate::{
    app::{
        asked::Asked,
        drafts::Proposal,
        overview::{Overview, View},
        report::Report,
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
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// A line that tells what just happened; gone with the next key.
    pub toast: Option<Toast>,
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
    /// A proposed card.
    Draft(Box<Proposal>),
    /// What the session came to.
    Summary(Box<Report>),
}

/// Home.
#[derive(Debug)]
pub struct Home {
    /// What it shows.
    pub overview: Box<Overview>,
    /// The tab.
    pub view: View,
    /// The chosen row.
    pub cursor: usize,
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
    /// When it was put on the screen.
    pub since: Duration,
}

/// What lies over a screen.
#[derive(Debug)]
pub enum Overlay {
    /// The keys that work here.
    Help(Vec<Context>),
    /// The student's own note.
    Note(Box<TextArea<'static>>),
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
            overlay: None,
            toast: None,
            busy: true,
            exit: None,
        }
    }

    /// The contexts whose keys work now, the innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match &self.overlay {
            Some(Overlay::Note(_)) => return vec![Context::Note, Context::Global],
            Some(_) => return vec![Context::Overlay, Context::Global],
            None => {}
        }
        match &self.screen {
            // Still loading, or it could not be read.
            Screen::Loading if self.busy => vec![Context::Global],
            Screen::Loading | Screen::Home(_) => vec![Context::Home, Context::Global],
            Screen::Waiting { .. } | Screen::Stuck(_) => vec![Context::Waiting, Context::Global],
            Screen::Draft(_) => vec![Context::Draft, Context::Global],
            Screen::Summary(_) => vec![Context::Summary, Context::Global],
            Screen::Review(review) => {
                let inner = match &review.stage {
                    Stage::Question => Context::Question,
                    Stage::Choosing(choosing) if choosing.filter.is_some() => Context::Filter,
                    Stage::Choosing(_) => Context::Choice,
                    Stage::Typing(_) => Context::Typing,
                    Stage::Deciding(_) => Context::Deciding,
                    Stage::Pointing(_) => Context::Pointing,
                    Stage::Scaling(_) => Context::Scale,
                    Stage::Recalling(_) => Context::Recall,
                    Stage::Judging(_) => Context::Judging,
                    Stage::Answered(_) => Context::Answer,
                };
                vec![inner, Context::Card, Context::Global]
            }
        }
    }
}
