//! The body of a `review`.

use serde::{Deserialize, Serialize};

use super::{Malformed, millionths, share};
use crate::{
    journal::{Decided, Record, Review},
    memory::{Granted, Phase, Rating},
};

#[derive(Serialize, Deserialize)]
pub(super) struct ReviewV1 {
    card: String,
    fingerprint: String,
    rating: u8,
    granted: GrantedV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answered: Option<String>,
    took_ms: u32,
    context: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    practice: bool,
}

/// `to` names the phase; a step stands with its number; exactly one of `seconds` and `days` is there.
#[derive(Serialize, Deserialize)]
struct GrantedV1 {
    to: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    step: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    days: Option<u32>,
}

impl From<&Review> for ReviewV1 {
    fn from(review: &Review) -> Self {
        Self {
            card: review.card.to_string(),
            fingerprint: review.fingerprint.to_string(),
            rating: review.rating.number(),
            granted: review.granted.into(),
            score: review.score.map(millionths),
            decided: review.decided.map(|decided| decided_name(decided).to_owned()),
            answered: review.answered.clone(),
            took_ms: review.took_ms,
            context: review.context.clone(),
            practice: review.practice,
        }
    }
}

impl TryFrom<ReviewV1> for Record {
    type Error = Malformed;

    fn try_from(body: ReviewV1) -> Result<Self, Malformed> {
        Ok(Self::Review(Review {
            card: body.card.parse().map_err(|_| Malformed)?,
            fingerprint: body.fingerprint.parse().map_err(|_| Malformed)?,
            rating: Rating::from_number(body.rating).ok_or(Malformed)?,
            granted: body.granted.try_into()?,
            score: body.score.map(share),
            decided: body.decided.as_deref().map(decided_of).transpose()?,
            answered: body.answered,
            took_ms: body.took_ms,
            context: body.context,
            practice: body.practice,
        }))
    }
}

fn decided_name(decided: Decided) -> &'static str {
    match decided {
        Decided::Program => "program",
        Decided::Student => "student",
    }
}

fn decided_of(name: &str) -> Result<Decided, Malformed> {
    match name {
        "program" => Ok(Decided::Program),
        "student" => Ok(Decided::Student),
        _ => Err(Malformed),
    }
}

impl From<Granted> for GrantedV1 {
    fn from(granted: Granted) -> Self {
        let (phase, seconds, days) = match granted {
            Granted::Learning { step, seconds } => (Phase::Learning(step), Some(seconds), None),
            Granted::Relearning { step, seconds } => (Phase::Relearning(step), Some(seconds), None),
            Granted::Days { days, phase } => (phase, None, Some(days)),
        };
        let (to, step) = match phase {
            Phase::New => ("new", None),
            Phase::Learning(step) => ("learning", Some(step)),
            Phase::Review => ("review", None),
            Phase::Relearning(step) => ("relearning", Some(step)),
        };
        Self { to: to.to_owned(), step, seconds, days }
    }
}

impl TryFrom<GrantedV1> for Granted {
    type Error = Malformed;

    fn try_from(body: GrantedV1) -> Result<Self, Malformed> {
        let phase = match (body.to.as_str(), body.step) {
            ("new", None) => Phase::New,
            ("learning", Some(step)) => Phase::Learning(step),
            ("review", None) => Phase::Review,
            ("relearning", Some(step)) => Phase::Relearning(step),
            _ => return Err(Malformed),
        };
        match (body.seconds, body.days, phase) {
            (None, Some(days), phase) => Ok(Self::Days { days, phase }),
            (Some(seconds), None, Phase::Learning(step)) => Ok(Self::Learning { step, seconds }),
            (Some(seconds), None, Phase::Relearning(step)) => Ok(Self::Relearning { step, seconds }),
            _ => Err(Malformed),
        }
    }
}
