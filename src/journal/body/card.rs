//! The bodies of the small events about a card, and of `alias`, `note` and `mistake`.

use serde::{Deserialize, Serialize};

use super::{Malformed, date, date_of, place};
use crate::journal::{Mistake, Record};

/// `resume`, `reset`.
#[derive(Serialize, Deserialize)]
pub(super) struct CardV1 {
    pub(super) card: String,
}

/// `suspend`.
#[derive(Serialize, Deserialize)]
pub(super) struct SuspendV1 {
    pub(super) card: String,
    pub(super) reason: String,
}

/// `bury`: the date on which the day of study begins.
#[derive(Serialize, Deserialize)]
pub(super) struct BuryV1 {
    pub(super) card: String,
    pub(super) until: String,
}

/// `flag`.
#[derive(Serialize, Deserialize)]
pub(super) struct FlagV1 {
    pub(super) card: String,
    pub(super) flag: u8,
}

/// `reschedule`: the date on which the day of study begins.
#[derive(Serialize, Deserialize)]
pub(super) struct RescheduleV1 {
    pub(super) card: String,
    pub(super) due: String,
}

/// `alias`.
#[derive(Serialize, Deserialize)]
pub(super) struct AliasV1 {
    pub(super) a: String,
    pub(super) b: String,
}

/// `note`.
#[derive(Serialize, Deserialize)]
pub(super) struct NoteV1 {
    pub(super) card: String,
    pub(super) text: String,
}

/// `mistake`.
#[derive(Serialize, Deserialize)]
pub(super) struct MistakeV1 {
    card: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review: Option<String>,
    reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

impl CardV1 {
    pub(super) fn resume(self) -> Result<Record, Malformed> {
        Ok(Record::Resume { card: place(&self.card)? })
    }

    pub(super) fn reset(self) -> Result<Record, Malformed> {
        Ok(Record::Reset { card: place(&self.card)? })
    }
}

impl TryFrom<SuspendV1> for Record {
    type Error = Malformed;

    fn try_from(body: SuspendV1) -> Result<Self, Malformed> {
        Ok(Self::Suspend { card: place(&body.card)?, reason: body.reason })
    }
}

impl TryFrom<BuryV1> for Record {
    type Error = Malformed;

    fn try_from(body: BuryV1) -> Result<Self, Malformed> {
        Ok(Self::Bury { card: place(&body.card)?, until: date_of(&body.until)? })
    }
}

impl TryFrom<FlagV1> for Record {
    type Error = Malformed;

    fn try_from(body: FlagV1) -> Result<Self, Malformed> {
        Ok(Self::Flag { card: place(&body.card)?, flag: body.flag })
    }
}

impl TryFrom<RescheduleV1> for Record {
    type Error = Malformed;

    fn try_from(body: RescheduleV1) -> Result<Self, Malformed> {
        Ok(Self::Reschedule { card: place(&body.card)?, due: date_of(&body.due)? })
    }
}

impl TryFrom<AliasV1> for Record {
    type Error = Malformed;

    fn try_from(body: AliasV1) -> Result<Self, Malformed> {
        Ok(Self::Alias { a: place(&body.a)?, b: place(&body.b)? })
    }
}

impl TryFrom<NoteV1> for Record {
    type Error = Malformed;

    fn try_from(body: NoteV1) -> Result<Self, Malformed> {
        Ok(Self::Note { card: place(&body.card)?.card(), text: body.text })
    }
}

impl From<&Mistake> for MistakeV1 {
    fn from(mistake: &Mistake) -> Self {
        Self {
            card: mistake.card.to_string(),
            review: mistake.review.map(|id| id.to_string()),
            reason: mistake.reason.clone(),
            detail: mistake.detail.clone(),
        }
    }
}

impl TryFrom<MistakeV1> for Record {
    type Error = Malformed;

    fn try_from(body: MistakeV1) -> Result<Self, Malformed> {
        Ok(Self::Mistake(Mistake {
            card: place(&body.card)?,
            review: body.review.map(|id| id.parse().map_err(|_| Malformed)).transpose()?,
            reason: body.reason,
            detail: body.detail,
        }))
    }
}

/// Writes the small records; `None` for the others.
pub(super) fn write(record: &Record) -> Option<serde_json::Result<serde_json::Value>> {
    use serde_json::to_value;
    Some(match record {
        Record::Resume { card } | Record::Reset { card } => to_value(CardV1 { card: card.to_string() }),
        Record::Suspend { card, reason } => {
            to_value(SuspendV1 { card: card.to_string(), reason: reason.clone() })
        }
        Record::Bury { card, until } => to_value(BuryV1 { card: card.to_string(), until: date(*until) }),
        Record::Flag { card, flag } => to_value(FlagV1 { card: card.to_string(), flag: *flag }),
        Record::Reschedule { card, due } => {
            to_value(RescheduleV1 { card: card.to_string(), due: date(*due) })
        }
        Record::Alias { a, b } => to_value(AliasV1 { a: a.to_string(), b: b.to_string() }),
        Record::Note { card, text } => to_value(NoteV1 { card: card.card().to_string(), text: text.clone() }),
        Record::Mistake(mistake) => to_value(MistakeV1::from(mistake)),
        _ => return None,
    })
}
