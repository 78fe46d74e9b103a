//! A miss, as the notebook shows it.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::{Reason, Why};
use crate::{
    card::{Item, Locator, ObjectiveId, Rank, Text},
    journal::EventId,
};

/// Something that was missed: a card (all its misses of the period as one), or a question met elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Miss {
    /// The last answer that missed it, or the miss elsewhere.
    #[serde(serialize_with = "shown")]
    pub id: EventId,
    /// The day of study on which it was last missed.
    pub day: Date,
    /// How often it was missed.
    pub times: u32,
    /// What was missed: the question on one line, or what the student wrote.
    pub text: Text,
    /// The card; for a miss elsewhere the one that is about it, if any.
    #[serde(serialize_with = "shown_or_null")]
    pub card: Option<Locator>,
    /// It was met elsewhere: a question bank, a past paper.
    pub elsewhere: bool,
    /// Where, for a miss elsewhere.
    pub source: Option<Text>,
    /// Why.
    #[serde(serialize_with = "why", flatten)]
    pub why: Option<Why>,
    /// The event that gives the reason.
    #[serde(skip)]
    pub reason_event: Option<EventId>,
    /// The objective.
    #[serde(serialize_with = "shown_or_null")]
    pub objective: Option<ObjectiveId>,
    /// The rank.
    #[serde(serialize_with = "shown_or_null")]
    pub rank: Option<Rank>,
    /// The item.
    #[serde(serialize_with = "number")]
    pub item: Option<Item>,
    /// What was answered last, where that is known.
    pub answered: Option<Text>,
    /// It was recalled since.
    pub recalled: bool,
    /// The student is done with it; the event that says so.
    #[serde(serialize_with = "is_there")]
    pub done: Option<EventId>,
}

impl Miss {
    /// The reason.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.why.as_ref().map(|why| why.reason)
    }
}

fn shown<S: Serializer>(value: &EventId, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(value)
}

#[allow(clippy::ref_option, reason = "serde wants references")]
fn shown_or_null<S: Serializer>(value: &Option<impl std::fmt::Display>, to: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => to.collect_str(value),
        None => to.serialize_none(),
    }
}

#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde wants references")]
fn number<S: Serializer>(value: &Option<Item>, to: S) -> Result<S::Ok, S::Error> {
    value.map(Item::number).serialize(to)
}

#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde wants references")]
fn is_there<S: Serializer>(value: &Option<EventId>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_bool(value.is_some())
}

/// `reason` and `detail`, both null where nothing was said.
#[allow(clippy::ref_option, reason = "serde wants references")]
fn why<S: Serializer>(value: &Option<Why>, to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Flat<'a> {
        reason: Option<&'static str>,
        detail: Option<&'a Text>,
    }
    let reason = value.as_ref().map(|why| why.reason.word());
    Flat { reason, detail: value.as_ref().and_then(|why| why.detail.as_ref()) }.serialize(to)
}

/// What is shown of the notebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// How far back.
    pub period: Period,
    /// Missed for this reason.
    pub reason: Option<Given>,
    /// Of this rank.
    pub rank: Option<Rank>,
    /// Of this item.
    pub item: Option<Item>,
    /// Of this objective, or of none.
    pub objective: Option<Option<ObjectiveId>>,
    /// Also what the student is done with.
    pub done: bool,
}

/// A reason, or that none was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    /// This one.
    Reason(Reason),
    /// None.
    Nothing,
}

/// How far back the notebook looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// Today.
    Today,
    /// The last seven days, today included.
    Week,
    /// The last thirty days, today included.
    #[default]
    Month,
    /// Since the beginning.
    All,
}

impl Period {
    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Today => Self::Week,
            Self::Week => Self::Month,
            Self::Month => Self::All,
            Self::All => Self::Today,
        }
    }

    /// How many days back it begins; `None` for the beginning.
    #[must_use]
    pub fn days(self) -> Option<i32> {
        match self {
            Self::Today => Some(0),
            Self::Week => Some(6),
            Self::Month => Some(29),
            Self::All => None,
        }
    }
}

impl Filter {
    /// Whether a miss passes, its day aside.
    #[must_use]
    pub fn takes(&self, miss: &Miss) -> bool {
        let given = miss.reason().map_or(Given::Nothing, Given::Reason);
        self.reason.is_none_or(|wanted| wanted == given)
            && self.rank.is_none_or(|rank| miss.rank == Some(rank))
            && self.item.is_none_or(|item| miss.item == Some(item))
            && self.objective.is_none_or(|objective| miss.objective == objective)
            && (self.done || miss.done.is_none())
    }
}

/// Misses that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<K> {
    /// What.
    pub key: K,
    /// Its name.
    pub title: Text,
    /// How many.
    pub misses: u32,
}

/// What the notebook shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Notebook {
    /// By what it is narrowed.
    pub filter: Filter,
    /// The misses, the latest first.
    pub misses: Vec<Miss>,
    /// The same by objective, the most missed first.
    pub objectives: Vec<Group<Option<ObjectiveId>>>,
    /// The same by reason, in the order of the reasons.
    pub reasons: Vec<Group<Given>>,
}

impl Notebook {
    /// The cards of the misses that `which` takes, each once: what a session can be made of.
    #[must_use]
    pub fn cards(&self, which: impl Fn(&Miss) -> bool) -> Vec<Locator> {
        let mut cards: Vec<Locator> = Vec::new();
        for card in self.misses.iter().filter(|miss| which(miss)).filter_map(|miss| miss.card.as_ref()) {
            if !cards.contains(card) {
                cards.push(card.clone());
            }
        }
        cards
    }
}
