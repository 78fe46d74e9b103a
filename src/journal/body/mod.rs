//! The bodies of events: versioned records of their own, written as canonical JSON.
//!
//! Every body is an object with `"v"`, the version of its record. What a body may hold beside the fields of its
//! record: `"batch"`, the counter of the first event of the same append (absent in that one itself), and
//! `"version"`, the card's version in the first event about it. Fields that are absent are left out, not null.
//! A reader ignores fields that it does not know; a change that older readers must not misread raises `"v"`.

mod card;
mod known;
mod rest;
mod review;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    CardVersion, Record,
    json::{self, NotCanonical},
    record::kind,
};
use crate::{card::Locator, memory::Day};

/// A body that is not what its kind and version promise; such an event is kept, and has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

/// The version of all records so far.
const V1: u64 = 1;

/// What every body may hold.
#[derive(Deserialize)]
pub(super) struct Envelope {
    /// The counter of the first event of the same append; `None` in the first.
    #[serde(default)]
    pub(super) batch: Option<u64>,
    #[serde(default)]
    version: Option<VersionV1>,
}

#[derive(Serialize, Deserialize)]
struct VersionV1 {
    card: String,
    fingerprint: String,
    text: String,
}

impl Envelope {
    /// Reads what every body may hold; `None` when it is not such a body.
    pub(super) fn read(body: &str) -> Option<Self> {
        serde_json::from_str(body).ok()
    }
}

/// The card's version that an event brings.
pub(super) fn version(body: &str) -> Option<CardVersion> {
    // Few bring one, and a replay asks a million of them. A name may be written with escapes as well.
    if !body.contains('\\') && !body.contains("\"version\"") {
        return None;
    }
    let version = Envelope::read(body)?.version?;
    Some(CardVersion {
        card: place(&version.card).ok()?.card(),
        fingerprint: version.fingerprint.parse().ok()?,
        text: version.text,
    })
}

/// Writes the body of `record`.
pub(super) fn write(
    record: &Record,
    batch: Option<u64>,
    version: Option<&CardVersion>,
) -> Result<String, NotCanonical> {
    let written = match record {
        Record::Review(review) => serde_json::to_value(review::ReviewV1::from(review)),
        Record::Known { card, known } => serde_json::to_value(known::KnownV1::new(card, known)),
        record => card::write(record).or_else(|| rest::write(record)).ok_or(NotCanonical)?,
    };
    let mut value = written.map_err(|_| NotCanonical)?;
    let object = value.as_object_mut().ok_or(NotCanonical)?;
    object.insert("v".to_owned(), V1.into());
    if let Some(first) = batch {
        object.insert("batch".to_owned(), first.into());
    }
    if let Some(CardVersion { card, fingerprint, text }) = version {
        let version = VersionV1 {
            card: card.card().to_string(),
            fingerprint: fingerprint.to_string(),
            text: text.clone(),
        };
        object.insert("version".to_owned(), serde_json::to_value(version).map_err(|_| NotCanonical)?);
    }
    json::canonical(&value)
}

/// Reads the body of an event of `kind`; `None` for a kind or version that this program does not know, or a body
/// that is not what it promises.
pub(super) fn read(kind: &str, body: &str) -> Option<Record> {
    /// The version alone, so that a newer body is never read as an older one.
    #[derive(Deserialize)]
    struct V {
        v: u64,
    }
    let V { v } = serde_json::from_str(body).ok()?;
    if v != V1 {
        return None;
    }
    let record = match kind {
        kind::REVIEW => typed::<review::ReviewV1>(body)?.try_into(),
        kind::UNDO => typed::<rest::UndoV1>(body)?.try_into(),
        kind::SUSPEND => typed::<card::SuspendV1>(body)?.try_into(),
        kind::RESUME => typed::<card::CardV1>(body)?.resume(),
        kind::BURY => typed::<card::BuryV1>(body)?.try_into(),
        kind::FLAG => typed::<card::FlagV1>(body)?.try_into(),
        kind::RESET => typed::<card::CardV1>(body)?.reset(),
        kind::RESCHEDULE => typed::<card::RescheduleV1>(body)?.try_into(),
        kind::KNOWN => typed::<known::KnownV1>(body)?.try_into(),
        kind::ALIAS => typed::<card::AliasV1>(body)?.try_into(),
        kind::NOTE => typed::<card::NoteV1>(body)?.try_into(),
        kind::MISTAKE => typed::<card::MistakeV1>(body)?.try_into(),
        kind::EXTERNAL_MISS => typed::<rest::ExternalMissV1>(body)?.try_into(),
        kind::MISS_DONE => typed::<rest::MissDoneV1>(body)?.try_into(),
        kind::EXAM_SITTING => typed::<rest::ExamSittingV1>(body)?.try_into(),
        kind::EXAM_DECISION => typed::<rest::ExamDecisionV1>(body)?.try_into(),
        kind::SETTING => typed::<rest::SettingV1>(body)?.try_into(),
        kind::CLOCK => typed::<rest::ClockV1>(body)?.try_into(),
        _ => return None,
    };
    record.ok()
}

fn typed<T: DeserializeOwned>(body: &str) -> Option<T> {
    serde_json::from_str(body).ok()
}

fn place(text: &str) -> Result<Locator, Malformed> {
    text.parse().map_err(|_| Malformed)
}

/// A day of study, as the date on which it begins.
fn date(day: Day) -> String {
    day.date().to_string()
}

fn date_of(text: &str) -> Result<Day, Malformed> {
    text.parse().map(Day::from_date).map_err(|_| Malformed)
}

/// A share of the whole in millionths.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=1 before")]
fn millionths(share: f64) -> u32 {
    if share.is_nan() { 0 } else { (share.clamp(0.0, 1.0) * 1e6).round() as u32 }
}

fn share(millionths: u32) -> f64 {
    f64::from(millionths.min(1_000_000)) / 1e6
}

#[cfg(test)]
mod tests;
