//! What happened to a card, event by event: as data and in words.

use serde::Serialize;

use super::{
    notebook::{Reason, Why},
    stats::rounded,
    wording, words,
};
use crate::{
    card::Text,
    i18n::Messages,
    journal::{Decided, Record, Review, StoredEvent},
    memory::Granted,
};

/// An event about a card, as `carabin card show --json` prints it. What does not belong to its kind is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EventLine {
    /// When, by the clock on the wall: ISO 8601 with its offset.
    pub at: String,
    /// What happened: `review`, `suspend`, `resume`, `bury`, `flag`, `reset`, `reschedule`, `note`, `mistake`, …; a kind
    /// of a newer version as it is.
    pub kind: Text,
    /// The card, or the part of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<String>,
    /// It was undone and does not count.
    pub void: bool,
    /// `again`, `hard`, `good` or `easy`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<&'static str>,
    /// What the rating granted: days …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval_days: Option<u32>,
    /// … or, within a learning step, seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval_seconds: Option<u32>,
    /// The score, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Who decided it: `program` or `student`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<&'static str>,
    /// What was ticked or typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<Text>,
    /// How long the answer took, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub took_ms: Option<u32>,
    /// Where it was asked: `study`, `ahead`, ….
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Text>,
    /// The answer left the schedule as it was.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
    /// The day until which it is hidden, or to which it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<jiff::civil::Date>,
    /// 0 (none) to 7.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<u8>,
    /// Why, by a word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// The student's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// When, in words.
    #[serde(skip)]
    pub moment: String,
    /// What happened, in words.
    #[serde(skip)]
    pub words: String,
}

impl EventLine {
    pub(super) fn new(stored: &StoredEvent, messages: &Messages) -> Self {
        let wall = stored.wall.zoned();
        let record = stored.record();
        let mut line = Self {
            at: wall.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            kind: Text::one_line(&stored.event.kind),
            card: record.as_ref().and_then(Record::card).map(ToString::to_string),
            void: stored.void,
            moment: words::moment(&wall, messages),
            ..Self::default()
        };
        line.words = match &record {
            Some(record) => line.take(record, messages),
            None => messages.with("event-unknown", &[("kind", line.kind.as_str().into())]),
        };
        line
    }

    /// Takes the particulars; gives the words.
    fn take(&mut self, record: &Record, m: &Messages) -> String {
        let date = |day: crate::memory::Day| words::date(day.date(), m);
        match record {
            Record::Review(review) => self.take_review(review, m),
            Record::Suspend { reason, .. } => {
                self.reason = Some(Text::one_line(reason));
                m.get(if reason == "leech" { "event-suspend-leech" } else { "event-suspend" })
            }
            Record::Resume { .. } => m.get("event-resume"),
            Record::Bury { until, .. } => {
                self.day = Some(until.date());
                m.with("event-bury", &[("date", date(*until).into())])
            }
            Record::Flag { flag, .. } => {
                self.flag = Some(*flag);
                m.with("event-flag", &[("flag", u32::from(*flag).into())])
            }
            Record::Reset { .. } => m.get("event-reset"),
            Record::Reschedule { due, .. } => {
                self.day = Some(due.date());
                m.with("event-reschedule", &[("date", date(*due).into())])
            }
            Record::Known { known, .. } => {
                self.day = Some(known.day.date());
                m.with("event-known", &[("date", date(known.day).into())])
            }
            Record::Note { text, .. } => {
                let text = Text::clean(text.trim());
                let words = if text.is_blank() {
                    m.get("event-note-removed")
                } else {
                    m.with("event-note", &[("text", Text::one_line(&text).as_str().into())])
                };
                self.text = Some(text);
                words
            }
            Record::Mistake(mistake) => {
                let reason = Text::one_line(&mistake.reason);
                self.text = mistake.detail.as_deref().map(Text::clean);
                // A reason of a newer version is told by its word.
                let said = Reason::of_word(&reason).map_or_else(
                    || reason.to_string(),
                    |reason| Why::new(reason, self.text.as_deref().unwrap_or_default()).describe(m),
                );
                let words = m.with("event-mistake", &[("reason", said.into())]);
                self.reason = Some(reason);
                words
            }
            Record::ExternalMiss(miss) => {
                self.text = Some(Text::clean(&miss.text));
                m.get("event-external-miss")
            }
            Record::Undo(_)
            | Record::MissDone { .. }
            | Record::Alias { .. }
            | Record::ExamSitting(_)
            | Record::ExamDecision(_)
            | Record::Setting { .. }
            | Record::Clock(_)
            | Record::Salt { .. } => m.with("event-unknown", &[("kind", self.kind.as_str().into())]),
        }
    }

    fn take_review(&mut self, review: &Review, m: &Messages) -> String {
        self.rating = Some(review.rating.name());
        match review.granted {
            Granted::Days { days, .. } => self.interval_days = Some(days),
            Granted::Learning { seconds, .. } | Granted::Relearning { seconds, .. } => {
                self.interval_seconds = Some(seconds);
            }
        }
        self.score = review.score.map(rounded);
        self.decided = review.decided.map(|decided| match decided {
            Decided::Program => "program",
            Decided::Student => "student",
        });
        self.answered = review.answered.as_deref().map(Text::clean);
        self.took_ms = Some(review.took_ms);
        self.context = Some(Text::one_line(&review.context));
        self.practice = review.practice;

        let rating = wording::rating(review.rating, m);
        let interval = words::interval_in_full(&review.granted, m);
        let mut parts = vec![if review.practice {
            m.with("event-practice", &[("rating", rating.into())])
        } else {
            m.with("event-review", &[("rating", rating.into()), ("interval", interval.into())])
        }];
        parts.extend(review.score.map(|score| wording::score(score, m)));
        if let Some(answered) = self.answered.as_ref().filter(|text| !text.is_blank()) {
            let answered = answered.lines().map(super::markdown::one_line).collect::<Vec<_>>().join(", ");
            parts.push(m.with("event-answered", &[("text", Text::one_line(&answered).as_str().into())]));
        }
        parts.push(words::spent(f64::from(review.took_ms) / 1000.0, m));
        parts.join(", ")
    }
}
