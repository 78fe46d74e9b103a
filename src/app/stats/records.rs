//! The records that the figures are made of.

use jiff::civil::Date;
use serde::Serialize;

use crate::card::{DeckId, Item, Text};

/// How a group of cards stands. A card with several parts (blanks, directions) counts once for each.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// All that may be asked.
    pub total: u32,
    /// Answered at least once.
    pub seen: u32,
    /// Never answered.
    pub new: u32,
    /// Due today, those in a learning step included.
    pub due: u32,
    /// Put aside; not part of the total.
    pub suspended: u32,
    /// The mean probability of recall today of the cards that were seen before today, 0 for those that were missed today
    /// or are in a learning step; null while there is none.
    pub recall: Option<f64>,
}

/// The cards of a rank.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankFigures {
    /// `A`, `B`, or null.
    pub rank: Option<String>,
    /// How they stand.
    #[serde(flatten)]
    pub figures: Figures,
}

/// The cards of an objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObjectiveFigures {
    /// Its id, such as `OIC-019-09-A`, or null.
    pub objective: Option<String>,
    /// The title that a deck gives it.
    pub title: Option<Text>,
    /// Its item.
    pub item: Option<Item>,
    /// Its rank.
    pub rank: Option<String>,
    /// How they stand.
    #[serde(flatten)]
    pub figures: Figures,
}

/// The cards of a deck.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeckFigures {
    /// Its id.
    pub deck: DeckId,
    /// Its title.
    pub title: Text,
    /// How they stand.
    #[serde(flatten)]
    pub figures: Figures,
}

/// How much of what was known was still known when it was asked again.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RetentionFigures {
    /// Over so many days up to today.
    pub days: u32,
    /// Reviews of cards that had left the learning steps, last seen on an earlier day.
    pub reviews: u32,
    /// Of these, those recalled.
    pub recalled: u32,
    /// Their share.
    pub share: Option<f64>,
}

/// What was done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DayLine {
    /// The day.
    pub date: Date,
    /// All answers.
    pub answers: u32,
    /// Of these, the first ones of new cards.
    pub new: u32,
    /// Rated "again".
    pub again: u32,
    /// Rated "hard".
    pub hard: u32,
    /// Rated "good".
    pub good: u32,
    /// Rated "easy".
    pub easy: u32,
    /// Reviews that count for retention.
    pub reviews: u32,
    /// Of these, those recalled.
    pub recalled: u32,
    /// Answers for practice, which left the schedule as it was; not part of the others.
    pub practice: u32,
    /// The time of all answers, each capped at a minute.
    pub seconds: u64,
}

/// What falls due on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ForecastLine {
    /// The day.
    pub date: Date,
    /// Cards that fall due on it; today: with everything that is late.
    pub due: u32,
}
