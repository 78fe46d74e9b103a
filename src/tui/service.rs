//! What the screens ask of the application, and what they get.

use std::{ffi::OsString, path::PathBuf};

use jiff::Timestamp;

use crate::app::{
    asked::{Asked, Given},
    overview::Overview,
    report::Report,
    scope::Scope,
};

/// Something to be done outside the screens.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// What Home shows.
    Overview,
    /// A new sitting.
    Start {
        /// What it is about.
        scope: Scope,
        /// Cards that are not due yet as well.
        ahead: bool,
    },
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
    Overview(Box<Overview>),
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
    Edit(EditPlace),
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

/// Where a card stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditPlace {
    /// The program and its first arguments.
    pub command: Vec<OsString>,
    /// The deck's file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u32,
}
