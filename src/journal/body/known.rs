//! The body of a `known`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Malformed, date, date_of, place};
use crate::{
    card::Locator,
    journal::Record,
    memory::{Due, Known, Memory, Phase},
};

/// `to` and `step` are those of a review; exactly one of `due` (a date) and `due_ms` (milliseconds since 1970) is there;
/// stability (days) and difficulty in millionths.
#[derive(Serialize, Deserialize)]
pub(super) struct KnownV1 {
    card: String,
    day: String,
    stability: u64,
    difficulty: u64,
    to: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    step: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_ms: Option<i64>,
    interval: u32,
    reps: u32,
    lapses: u32,
}

impl KnownV1 {
    pub(super) fn new(card: &Locator, known: &Known) -> Self {
        let memory = known.memory.within_bounds();
        let (to, step) = match known.phase {
            Phase::New => ("new", None),
            Phase::Learning(step) => ("learning", Some(step)),
            Phase::Review => ("review", None),
            Phase::Relearning(step) => ("relearning", Some(step)),
        };
        let (due, due_ms) = match known.due {
            Due::Day(day) => (Some(date(day)), None),
            Due::At(at) => (None, Some(at.as_millisecond())),
        };
        Self {
            card: card.to_string(),
            day: date(known.day),
            stability: millionths(memory.stability),
            difficulty: millionths(memory.difficulty),
            to: to.to_owned(),
            step,
            due,
            due_ms,
            interval: known.interval_days,
            reps: known.reps,
            lapses: known.lapses,
        }
    }
}

impl TryFrom<KnownV1> for Record {
    type Error = Malformed;

    fn try_from(body: KnownV1) -> Result<Self, Malformed> {
        let phase = match (body.to.as_str(), body.step) {
            ("new", None) => Phase::New,
            ("learning", Some(step)) => Phase::Learning(step),
            ("review", None) => Phase::Review,
            ("relearning", Some(step)) => Phase::Relearning(step),
            _ => return Err(Malformed),
        };
        let due = match (body.due, body.due_ms) {
            (Some(day), None) => Due::Day(date_of(&day)?),
            (None, Some(ms)) => Due::At(Timestamp::from_millisecond(ms).map_err(|_| Malformed)?),
            _ => return Err(Malformed),
        };
        let memory = Memory { stability: whole(body.stability), difficulty: whole(body.difficulty) };
        let known = Known {
            day: date_of(&body.day)?,
            memory: memory.within_bounds(),
            phase,
            due,
            interval_days: body.interval,
            reps: body.reps,
            lapses: body.lapses,
        };
        Ok(Self::Known { card: place(&body.card)?, known })
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds before")]
fn millionths(value: f32) -> u64 {
    (f64::from(value) * 1e6).round() as u64
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "brought within bounds after"
)]
fn whole(millionths: u64) -> f32 {
    (millionths as f64 / 1e6) as f32
}
