//! Everything that is known of one card.
//!
//! The records are what `carabin card show --json` prints: field names are stable, fields may be added. Dates are ISO
//! 8601, shares 0 to 1 with four digits, absent values null.

use jiff::civil::Date;
use serde::Serialize;

use super::{card_content::ContentInfo, history::EventLine};
use crate::{
    card::{Card, CardKey, Locator, Text},
    library::DeckEntry,
};

/// Everything that is known of one card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CardInfo {
    /// Its locator as a whole.
    pub card: String,
    /// Its deck; null when it is no longer in any.
    pub deck: Option<DeckInfo>,
    /// What it asks; null when it is no longer in any deck.
    pub content: Option<ContentInfo>,
    /// Its objectives, the first of which gives rank and item.
    pub objectives: Vec<String>,
    /// `A`, `B` or null.
    pub rank: Option<String>,
    /// The item's number.
    pub item: Option<u16>,
    /// Its tags.
    pub tags: Vec<Text>,
    /// The author's hint, Markdown.
    pub hint: Option<Text>,
    /// The author's explanation, Markdown.
    pub note: Option<Text>,
    /// Its sources.
    pub sources: Vec<SourceInfo>,
    /// The fact is true from this day on.
    pub as_of: Option<Date>,
    /// The fact is true until this day.
    pub until: Option<Date>,
    /// The student's own note, Markdown.
    pub own_note: Option<Text>,
    /// Its schedules: one, or one for each blank or direction.
    pub schedules: Vec<ScheduleInfo>,
    /// What happened, the oldest first, undone events included.
    pub history: Vec<EventLine>,
    /// Other locators that are the same card.
    pub aliases: Vec<String>,
    /// Its texts so far, as far as anything happened to them.
    pub versions: Vec<VersionInfo>,
}

/// Where a card stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeckInfo {
    /// The deck's id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its language.
    pub language: Text,
    /// Its file; null for a deck that is part of the program.
    pub path: Option<String>,
    /// The line where the card begins.
    pub line: u32,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceInfo {
    /// Its title.
    pub title: Text,
    /// Its author.
    pub author: Option<Text>,
    /// The day it dates from.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<Text>,
}

/// A schedule and what the memory model knows of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScheduleInfo {
    /// Its locator.
    pub locator: String,
    /// `new`, `learning`, `review` or `relearning`.
    pub phase: &'static str,
    /// Days until the chance of recalling it falls to 0.9.
    pub stability: Option<f64>,
    /// 1 to 10.
    pub difficulty: Option<f64>,
    /// The chance of recalling it today.
    pub retrievability: Option<f64>,
    /// When it is due: a date, or within a learning step an instant with its offset.
    pub due: Option<String>,
    /// The last interval, in days.
    pub interval_days: u32,
    /// How often it was answered.
    pub reps: u32,
    /// How often it was forgotten.
    pub lapses: u32,
    /// When it was last answered, with the offset of here.
    pub last_review: Option<String>,
    /// Put aside.
    pub suspended: bool,
    /// Hidden until this day.
    pub buried_until: Option<Date>,
    /// 0 (none) to 7.
    pub flag: u8,
    /// When it is due, in words.
    #[serde(skip)]
    pub due_words: Option<String>,
}

/// A text of the card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VersionInfo {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Kind, prompt and answer, a line each.
    pub text: Text,
    /// Whether the deck has this text now.
    pub current: bool,
}

impl DeckInfo {
    pub(super) fn new(card: &Card, deck: &DeckEntry) -> Self {
        Self {
            id: deck.head.id.to_string(),
            title: deck.head.title.clone(),
            language: deck.head.language.clone(),
            path: deck.origin.file().map(|path| path.to_string_lossy().into_owned()),
            line: card.line,
        }
    }
}

impl CardInfo {
    /// Whether the author has given the card no id yet.
    #[must_use]
    pub fn is_without_id(&self) -> bool {
        self.card.parse::<Locator>().is_ok_and(|card| matches!(card.key, CardKey::Fingerprint(_)))
    }
}
