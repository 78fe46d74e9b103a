//! The bodies of events that are about no single card.

use serde::{Deserialize, Serialize};

use super::{Malformed, millionths, place, share};
use crate::journal::{Clock, ExamAnswer, ExamSitting, ExternalMiss, Record, Undo};

/// `undo`.
#[derive(Serialize, Deserialize)]
pub(super) struct UndoV1 {
    target: String,
    hash: String,
}

/// `setting`: the value is JSON within a string, so that a fraction travels as the text that it was.
#[derive(Serialize, Deserialize)]
pub(super) struct SettingV1 {
    key: String,
    value: String,
}

/// `clock`.
#[derive(Serialize, Deserialize)]
pub(super) struct ClockV1 {
    device: String,
    from: u64,
    to: u64,
    shift_ms: i64,
}

/// `external_miss`.
#[derive(Serialize, Deserialize)]
pub(super) struct ExternalMissV1 {
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    item: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    objective: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    card: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

/// `miss_done`.
#[derive(Serialize, Deserialize)]
pub(super) struct MissDoneV1 {
    miss: String,
}

/// `exam_sitting`.
#[derive(Serialize, Deserialize)]
pub(super) struct ExamSittingV1 {
    paper: String,
    took_ms: u64,
    score: u32,
    answers: Vec<ExamAnswerV1>,
}

#[derive(Serialize, Deserialize)]
struct ExamAnswerV1 {
    card: String,
    fingerprint: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answered: Option<String>,
    took_ms: u32,
}

impl TryFrom<UndoV1> for Record {
    type Error = Malformed;

    fn try_from(body: UndoV1) -> Result<Self, Malformed> {
        let target = body.target.parse().map_err(|_| Malformed)?;
        Ok(Self::Undo(Undo { target, hash: body.hash.parse().map_err(|_| Malformed)? }))
    }
}

impl TryFrom<SettingV1> for Record {
    type Error = Malformed;

    fn try_from(body: SettingV1) -> Result<Self, Malformed> {
        let value = serde_json::from_str(&body.value).map_err(|_| Malformed)?;
        Ok(Self::Setting { key: body.key, value })
    }
}

impl TryFrom<ClockV1> for Record {
    type Error = Malformed;

    fn try_from(body: ClockV1) -> Result<Self, Malformed> {
        let ClockV1 { device, from, to, shift_ms } = body;
        Ok(Self::Clock(Clock { device: device.parse().map_err(|_| Malformed)?, from, to, shift_ms }))
    }
}

impl TryFrom<ExternalMissV1> for Record {
    type Error = Malformed;

    fn try_from(body: ExternalMissV1) -> Result<Self, Malformed> {
        let ExternalMissV1 { text, reason, item, objective, card, source } = body;
        let card = card.as_deref().map(place).transpose()?;
        Ok(Self::ExternalMiss(ExternalMiss { text, reason, item, objective, card, source }))
    }
}

impl TryFrom<MissDoneV1> for Record {
    type Error = Malformed;

    fn try_from(body: MissDoneV1) -> Result<Self, Malformed> {
        Ok(Self::MissDone { miss: body.miss.parse().map_err(|_| Malformed)? })
    }
}

impl TryFrom<ExamSittingV1> for Record {
    type Error = Malformed;

    fn try_from(body: ExamSittingV1) -> Result<Self, Malformed> {
        let answers = body.answers.into_iter().map(|answer| {
            Ok(ExamAnswer {
                card: place(&answer.card)?,
                fingerprint: answer.fingerprint.parse().map_err(|_| Malformed)?,
                score: answer.score.map(share),
                answered: answer.answered,
                took_ms: answer.took_ms,
            })
        });
        Ok(Self::ExamSitting(ExamSitting {
            paper: body.paper,
            took_ms: body.took_ms,
            score: share(body.score),
            answers: answers.collect::<Result<_, _>>()?,
        }))
    }
}

impl From<&ExamSitting> for ExamSittingV1 {
    fn from(sitting: &ExamSitting) -> Self {
        let answers = sitting.answers.iter().map(|answer| ExamAnswerV1 {
            card: answer.card.to_string(),
            fingerprint: answer.fingerprint.to_string(),
            score: answer.score.map(millionths),
            answered: answer.answered.clone(),
            took_ms: answer.took_ms,
        });
        Self {
            paper: sitting.paper.clone(),
            took_ms: sitting.took_ms,
            score: millionths(sitting.score),
            answers: answers.collect(),
        }
    }
}

/// Writes the records about no single card; `None` for the others.
pub(super) fn write(record: &Record) -> Option<serde_json::Result<serde_json::Value>> {
    use serde_json::to_value;
    Some(match record {
        Record::Undo(undo) => {
            to_value(UndoV1 { target: undo.target.to_string(), hash: undo.hash.to_string() })
        }
        Record::Setting { key, value } => to_value(SettingV1 { key: key.clone(), value: value.to_string() }),
        Record::Clock(Clock { device, from, to, shift_ms }) => {
            to_value(ClockV1 { device: device.to_string(), from: *from, to: *to, shift_ms: *shift_ms })
        }
        Record::ExternalMiss(miss) => to_value(ExternalMissV1 {
            text: miss.text.clone(),
            reason: miss.reason.clone(),
            item: miss.item,
            objective: miss.objective.clone(),
            card: miss.card.as_ref().map(ToString::to_string),
            source: miss.source.clone(),
        }),
        Record::MissDone { miss } => to_value(MissDoneV1 { miss: miss.to_string() }),
        Record::ExamSitting(sitting) => to_value(ExamSittingV1::from(sitting)),
        _ => return None,
    })
}
