//! What is asked of the application, and what becomes of it.

use jiff::Timestamp;

use super::{CardsRequest, ExamReply, ExamRequest, SettingsRequest};
use crate::{
    app::{
        asked::{Asked, Given},
        cards::Listing,
        containers::Container,
        drafts::Proposal,
        edit::Place,
        notebook::{Filter, Miss, Notebook, Why},
        overview::Overview,
        programme::Coverage,
        report::Report,
        scope::Scope,
        series::Series,
        settings::SettingLine,
        sitting,
        stats::Stats,
        watch::Leap,
    },
    card::{Locator, ObjectiveId},
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
    /// The list of the cards.
    Cards(CardsRequest),
    /// The settings of studying.
    Settings(SettingsRequest),
    /// The statistics.
    Statistics,
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
    /// What is wrong with the card on the screen, to its author: a message that is kept as a file.
    Letter(String),
    /// Where the card on the screen stands, to open it in the editor.
    Edit,
    /// The editor is closed: the deck is read again.
    Edited,
    /// The editor could not be opened, or failed. Nobody waits for it.
    NotEdited,
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
    /// What is wrong with the decks, as they are on the disk now.
    Problems,
    /// Where the first of it stands, to open it in the editor.
    Mend,
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
    /// What is wrong with the decks.
    Problems {
        /// It, as plain text; `None` when nothing is.
        body: Option<String>,
        /// What Home shows.
        overview: Box<Overview>,
        /// What just happened, in words.
        said: Option<String>,
    },
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
    /// A stretch of the list of the cards.
    Cards {
        /// The stretch.
        listing: Box<Listing>,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// The settings of studying.
    Settings {
        /// All of them.
        lines: Vec<SettingLine>,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// The statistics.
    Statistics(Box<Stats>),
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
