//! What Home shows.

use jiff::civil::Date;

use super::scope::Scope;
use crate::{card::Text, study::Counts};

/// What Home shows.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Nothing was ever answered here.
    pub first_start: bool,
    /// The day of study.
    pub today: Date,
    /// What is for today, under all limits.
    pub counts: Counts,
    /// Answers given today.
    pub answered_today: u32,
    /// Seconds spent on them.
    pub seconds_today: f64,
    /// Days in a row with answers, today included once it has one.
    pub streak: u32,
    /// In how many days the backlog is gone; `None` when there is none.
    pub level: Option<Level>,
    /// The last day of the pause that today lies in.
    pub pause_until: Option<Date>,
    /// The exam.
    pub exam: Option<ExamLine>,
    /// A mock exam has begun and is not handed in.
    pub exam_under_way: bool,
    /// When the next card comes, in whole days from today.
    pub next_in_days: Option<u32>,
    /// The rows of each view but the last, whose containers are read when they are asked for
    /// ([`App::containers`](super::App::containers)).
    pub rows: [Vec<Row>; 3],
    /// What is to be told: problems of decks, of the configuration, …, already in words.
    pub notices: Vec<String>,
    /// How sync stands, where it is set up.
    pub sync: Option<SyncLine>,
    /// How many decks have mistakes.
    pub decks_with_problems: usize,
    /// How many files of decks are to be looked at for another reason: two versions of one deck, two decks of one name.
    pub other_problems: usize,
    /// How many proposed cards wait for a decision.
    pub drafts: u32,
    /// How many cards are suspended from the start, because their authors think them low-yield.
    pub suspended_by_decks: usize,
    /// How many cards are pointed at on a picture, which lines cannot show: always none on a screen.
    pub not_playable: u32,
}

/// How sync stands, in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncLine {
    /// When the last one went through: the time, if it was today, else the date.
    pub last: Option<SyncTime>,
    /// Events that have not gone yet.
    pub waiting: u64,
    /// The last one did not go through.
    pub failed: bool,
}

/// When a sync was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncTime {
    /// Today, at this time.
    Today(String),
    /// On this day.
    On(Date),
}

/// How Home groups the cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// By deck.
    #[default]
    Decks,
    /// By objective.
    Objectives,
    /// By rank.
    Ranks,
    /// Cases, KFP, TCS and articles, one by one.
    Containers,
}

impl View {
    /// All, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Decks, Self::Objectives, Self::Ranks, Self::Containers];

    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

impl Overview {
    /// The rows of a view that groups cards; none for that of the containers.
    #[must_use]
    pub fn rows_of(&self, view: View) -> &[Row] {
        self.rows.get(view as usize).map_or(&[], Vec::as_slice)
    }
}

/// When a backlog is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// In so many days; 0 is today.
    In(u32),
    /// Not within a year: more falls due than the cap lets through.
    Never,
}

/// The exam, as Home tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamLine {
    /// Days left.
    pub days: u32,
    /// How many new cards a day it takes to see everything in time.
    pub new_a_day: u32,
    /// The last day on which new cards come.
    pub new_until: Date,
    /// How many new cards were seen today; they are part of today's.
    pub seen_today: u32,
    /// How many were never seen.
    pub unseen: u32,
    /// Whether the student's limits leave room for them.
    pub room: Room,
}

/// Whether the limits of the day leave room for what the plan for the exam needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The limit of new cards, this one, is enough.
    Enough(u32),
    /// The limit of new cards, this one, is too low: the plan goes beyond it.
    Beyond(u32),
    /// The cap of the day lets only so many through.
    Capped(u32),
}

/// A line of Home: a selection and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is studied when it is chosen.
    pub scope: Scope,
    /// Its name.
    pub title: Text,
    /// Cards due today, learning steps included.
    pub due: u32,
    /// Cards never seen.
    pub new: u32,
    /// Cards that were seen at least once.
    pub seen: u32,
    /// All cards.
    pub total: u32,
    /// The mean probability of recall, 0 to 1, of the cards that were seen before today: see `app::retrievability`.
    pub recall: Option<f64>,
}
