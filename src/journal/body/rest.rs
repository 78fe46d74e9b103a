//! The bodies of events that are about no single card.

use serde::{Deserialize, Serialize};

use super::{Malformed, millionths, place, share};
use crate::{
    card::Rank,
    journal::{
        Clock, ExamAnswer, ExamDecision, ExamQuestion, ExamSitting, ExamTerms, ExternalMiss, Record, Undo,
    },
};

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

/// `salt`.
#[derive(Serialize, Deserialize)]
pub(super) struct SaltV1 {
    salt: String,
}

impl TryFrom<SaltV1> for Record {
    type Error = Malformed;

    fn try_from(body: SaltV1) -> Result<Self, Malformed> {
        Ok(Self::Salt { salt: body.salt.parse().map_err(|_| Malformed)? })
    }
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    limit_ms: Option<u64>,
    /// As text: it may have more bits than a number of canonical JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seed: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unit: bool,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    highest: Option<u32>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    annulled: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    estimated: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rank: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    format_rank: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    item: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    objective: Option<String>,
}

/// `exam_decision`.
#[derive(Serialize, Deserialize)]
pub(super) struct ExamDecisionV1 {
    sitting: String,
    card: String,
    score: u32,
}

impl TryFrom<ExamDecisionV1> for Record {
    type Error = Malformed;

    fn try_from(body: ExamDecisionV1) -> Result<Self, Malformed> {
        Ok(Self::ExamDecision(ExamDecision {
            sitting: body.sitting.parse().map_err(|_| Malformed)?,
            card: place(&body.card)?,
            score: share(body.score),
        }))
    }
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
                about: ExamQuestion {
                    highest: answer.highest.map(share),
                    annulled: answer.annulled,
                    estimated: answer.estimated,
                    kind: answer.kind,
                    rank: answer.rank.as_deref().and_then(rank),
                    format_rank: answer.format_rank.as_deref().and_then(rank),
                    item: answer.item,
                    objective: answer.objective,
                },
            })
        });
        Ok(Self::ExamSitting(ExamSitting {
            paper: body.paper,
            took_ms: body.took_ms,
            score: share(body.score),
            answers: answers.collect::<Result<_, _>>()?,
            terms: ExamTerms {
                key: body.key,
                limit_ms: body.limit_ms,
                seed: body.seed.and_then(|seed| seed.parse().ok()),
                language: body.language,
                unit: body.unit,
            },
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
            highest: answer.about.highest.map(millionths),
            annulled: answer.about.annulled,
            estimated: answer.about.estimated,
            kind: answer.about.kind.clone(),
            rank: answer.about.rank.map(|rank| rank.to_string()),
            format_rank: answer.about.format_rank.map(|rank| rank.to_string()),
            item: answer.about.item,
            objective: answer.about.objective.clone(),
        });
        let ExamTerms { key, limit_ms, seed, language, unit } = sitting.terms.clone();
        Self {
            paper: sitting.paper.clone(),
            took_ms: sitting.took_ms,
            score: millionths(sitting.score),
            answers: answers.collect(),
            key,
            limit_ms,
            seed: seed.map(|seed| seed.to_string()),
            language,
            unit,
        }
    }
}

fn rank(text: &str) -> Option<Rank> {
    text.parse().ok()
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
        Record::Salt { salt } => to_value(SaltV1 { salt: salt.to_string() }),
        Record::MissDone { miss } => to_value(MissDoneV1 { miss: miss.to_string() }),
        Record::ExamSitting(sitting) => to_value(ExamSittingV1::from(sitting)),
        Record::ExamDecision(decision) => to_value(ExamDecisionV1 {
            sitting: decision.sitting.to_string(),
            card: decision.card.to_string(),
            score: millionths(decision.score),
        }),
        _ => return None,
    })
}
