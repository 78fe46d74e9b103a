//! What an event says, as values.

use serde_json::Value;

use super::{DeviceId, EventId, Hash, Salt};
use crate::{
    card::{Fingerprint, Locator, Rank},
    memory::{Day, Granted, Known, Rating},
};

/// The names of the kinds.
pub mod kind {
    /// An answer.
    pub const REVIEW: &str = "review";
    /// Another event does not count.
    pub const UNDO: &str = "undo";
    /// A card is put aside.
    pub const SUSPEND: &str = "suspend";
    /// A card is asked again.
    pub const RESUME: &str = "resume";
    /// A card is hidden until a day.
    pub const BURY: &str = "bury";
    /// A card gets a flag.
    pub const FLAG: &str = "flag";
    /// A card's learning begins anew.
    pub const RESET: &str = "reset";
    /// A card is moved to a day.
    pub const RESCHEDULE: &str = "reschedule";
    /// What another program knew of a card.
    pub const KNOWN: &str = "known";
    /// Two locators are one card.
    pub const ALIAS: &str = "alias";
    /// The student's own note on a card.
    pub const NOTE: &str = "note";
    /// Why an answer was wrong.
    pub const MISTAKE: &str = "mistake";
    /// A question missed elsewhere.
    pub const EXTERNAL_MISS: &str = "external_miss";
    /// A miss is dealt with.
    pub const MISS_DONE: &str = "miss_done";
    /// A mock exam.
    pub const EXAM_SITTING: &str = "exam_sitting";
    /// What an almost right answer of a mock exam is worth.
    pub const EXAM_DECISION: &str = "exam_decision";
    /// A setting of studying.
    pub const SETTING: &str = "setting";
    /// Events of a device are re-timed.
    pub const CLOCK: &str = "clock";
    /// What names that hide others are made with.
    pub const SALT: &str = "salt";
}

/// An event's content.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// An answer.
    Review(Review),
    /// Another event does not count (undoing an undo, it counts again).
    Undo(Undo),
    /// A card is put aside.
    Suspend {
        /// Which.
        card: Locator,
        /// Why, by a word: `student`, `leech`, ….
        reason: String,
    },
    /// A card that was suspended or buried is asked again.
    Resume {
        /// Which.
        card: Locator,
    },
    /// A card is hidden until a day begins.
    Bury {
        /// Which.
        card: Locator,
        /// That day.
        until: Day,
    },
    /// A card gets a flag.
    Flag {
        /// Which.
        card: Locator,
        /// 1 to 7, or 0 for none.
        flag: u8,
    },
    /// A card's learning begins anew.
    Reset {
        /// Which.
        card: Locator,
    },
    /// A card is moved to a day.
    Reschedule {
        /// Which.
        card: Locator,
        /// That day.
        due: Day,
    },
    /// What another program knew of a card, where its answers alone do not come to that.
    Known {
        /// Which.
        card: Locator,
        /// What was known.
        known: Known,
    },
    /// Two locators are one card: two cards as a whole (then part by part, the parts of one name), or two
    /// schedules.
    Alias {
        /// The one.
        a: Locator,
        /// The other.
        b: Locator,
    },
    /// The student's own note; an empty text takes it away.
    Note {
        /// The card (as a whole: a part is left out).
        card: Locator,
        /// Markdown.
        text: String,
    },
    /// Why an answer was wrong.
    Mistake(Mistake),
    /// A question missed elsewhere.
    ExternalMiss(ExternalMiss),
    /// A miss is dealt with: it leaves the list of what is open.
    MissDone {
        /// The answer, or the miss elsewhere.
        miss: EventId,
    },
    /// A mock exam.
    ExamSitting(ExamSitting),
    /// What an almost right answer of a mock exam is worth.
    ExamDecision(ExamDecision),
    /// A setting of studying; null takes it back to its default.
    Setting {
        /// Its name.
        key: String,
        /// Its value.
        value: Value,
    },
    /// The clock was wrong: events of a device happened at another time.
    Clock(Clock),
    /// What names that hide others are made with ([`super::Journal::salt`]): chance, known to the student's devices alone.
    Salt {
        /// 16 random bytes.
        salt: Salt,
    },
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The schedule that was asked.
    pub card: Locator,
    /// The version of the card that was shown.
    pub fingerprint: Fingerprint,
    /// The rating in force (proposed, confirmed or overridden).
    pub rating: Rating,
    /// What it granted.
    pub granted: Granted,
    /// The score of a marked question, 0 to 1 (kept in millionths).
    pub score: Option<f64>,
    /// Who decided that score.
    pub decided: Option<Decided>,
    /// What was answered, as text.
    pub answered: Option<String>,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// Where it was asked: `study`, `ahead`, `exam`, ….
    pub context: String,
    /// An answer that leaves the schedule as it is.
    pub practice: bool,
}

/// Who decided a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// The program, by the marking rules.
    Program,
    /// The student, where the matcher was unsure or they objected.
    Student,
}

/// The event that an undo is about. The hash tells it from another event under the same id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Undo {
    /// Its id.
    pub target: EventId,
    /// Its hash.
    pub hash: Hash,
}

/// Why an answer was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The schedule that was asked.
    pub card: Locator,
    /// The answer.
    pub review: Option<EventId>,
    /// Why, by a word: `never`, `forgotten`, `confused`, `misread`, `rushed`, ….
    pub reason: String,
    /// What it was confused with, or more about it.
    pub detail: Option<String>,
}

/// A question missed elsewhere (a question bank, past papers).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExternalMiss {
    /// What it was about.
    pub text: String,
    /// Why, by a word (see [`Mistake::reason`]).
    pub reason: Option<String>,
    /// The EDN item, 1 to 367.
    pub item: Option<u16>,
    /// The knowledge objective, such as `OIC-019-09-A`.
    pub objective: Option<String>,
    /// A card about it.
    pub card: Option<Locator>,
    /// Where it was missed.
    pub source: Option<String>,
}

/// A mock exam that was handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamSitting {
    /// Which paper: a name, or a seed.
    pub paper: String,
    /// The time used, in milliseconds.
    pub took_ms: u64,
    /// The mark as a part of the whole, 0 to 1 (kept in millionths; times 20 is the mark out of 20).
    pub score: f64,
    /// The questions in the order of the paper.
    pub answers: Vec<ExamAnswer>,
    /// How it was to be sat.
    pub terms: ExamTerms,
}

/// How a mock exam was to be sat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExamTerms {
    /// What the sitting was known by while it was under way, so that it is handed in once.
    pub key: Option<String>,
    /// The time there was, extra time included, in milliseconds.
    pub limit_ms: Option<u64>,
    /// What decided the order of the options.
    pub seed: Option<u64>,
    /// The language of the questions (BCP 47).
    pub language: Option<String>,
    /// It was composed as a whole unit of the exam.
    pub unit: bool,
}

/// A question of a mock exam.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamAnswer {
    /// The question (a question of a case as a part of it).
    pub card: Locator,
    /// The version that was shown.
    pub fingerprint: Fingerprint,
    /// Its score, 0 to 1; `None` when it was left blank.
    pub score: Option<f64>,
    /// What was answered, as text.
    pub answered: Option<String>,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// What the question was, so that a report does not need its deck.
    pub about: ExamQuestion,
}

/// What a question of a mock exam was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExamQuestion {
    /// The most that its answer may earn, where the student has to decide (then [`ExamAnswer::score`] is the least).
    pub highest: Option<f64>,
    /// It was taken out of the exam: its text had changed or was gone before the end.
    pub annulled: bool,
    /// Its marking rests on a rule that could not be verified.
    pub estimated: bool,
    /// Its kind, by the key of the deck format.
    pub kind: Option<String>,
    /// The rank of what it asks.
    pub rank: Option<Rank>,
    /// The rank that its format tests.
    pub format_rank: Option<Rank>,
    /// The EDN item, 1 to 367.
    pub item: Option<u16>,
    /// The knowledge objective, such as `OIC-019-09-A`.
    pub objective: Option<String>,
}

/// What an almost right answer of a mock exam is worth, as the student decided after handing in.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamDecision {
    /// The sitting.
    pub sitting: EventId,
    /// The question.
    pub card: Locator,
    /// Its score, 0 to 1 (kept in millionths).
    pub score: f64,
}

/// Events of a device happened `shift_ms` later than its clock told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Whose events.
    pub device: DeviceId,
    /// From this counter on.
    pub from: u64,
    /// Up to this one, itself included.
    pub to: u64,
    /// What their wall time is corrected by, in milliseconds.
    pub shift_ms: i64,
}

/// The text of a version of a card: kept so that a mended card is recognised without its old file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardVersion {
    /// The card as a whole.
    pub card: Locator,
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// Its text, as recognition compares it.
    pub text: String,
}

/// An event to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What it says.
    pub record: Record,
    /// The version of the card that it is about; kept in the event if the journal does not have it yet.
    pub version: Option<CardVersion>,
}

impl Draft {
    /// A draft that brings the version of its card.
    #[must_use]
    pub fn about(version: CardVersion, record: Record) -> Self {
        Self { record, version: Some(version) }
    }
}

impl From<Record> for Draft {
    fn from(record: Record) -> Self {
        Self { record, version: None }
    }
}

impl Record {
    /// The name of its kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Review(_) => kind::REVIEW,
            Self::Undo(_) => kind::UNDO,
            Self::Suspend { .. } => kind::SUSPEND,
            Self::Resume { .. } => kind::RESUME,
            Self::Bury { .. } => kind::BURY,
            Self::Flag { .. } => kind::FLAG,
            Self::Reset { .. } => kind::RESET,
            Self::Reschedule { .. } => kind::RESCHEDULE,
            Self::Known { .. } => kind::KNOWN,
            Self::Alias { .. } => kind::ALIAS,
            Self::Note { .. } => kind::NOTE,
            Self::Mistake(_) => kind::MISTAKE,
            Self::ExternalMiss(_) => kind::EXTERNAL_MISS,
            Self::MissDone { .. } => kind::MISS_DONE,
            Self::ExamSitting(_) => kind::EXAM_SITTING,
            Self::ExamDecision(_) => kind::EXAM_DECISION,
            Self::Setting { .. } => kind::SETTING,
            Self::Clock(_) => kind::CLOCK,
            Self::Salt { .. } => kind::SALT,
        }
    }

    /// The card in whose history it stands.
    #[must_use]
    pub fn card(&self) -> Option<&Locator> {
        match self {
            Self::Review(Review { card, .. })
            | Self::Mistake(Mistake { card, .. })
            | Self::Suspend { card, .. }
            | Self::Resume { card }
            | Self::Bury { card, .. }
            | Self::Flag { card, .. }
            | Self::Reset { card }
            | Self::Reschedule { card, .. }
            | Self::Known { card, .. }
            | Self::Note { card, .. } => Some(card),
            Self::ExternalMiss(miss) => miss.card.as_ref(),
            Self::Undo(_)
            | Self::Alias { .. }
            | Self::MissDone { .. }
            | Self::ExamSitting(_)
            | Self::ExamDecision(_)
            | Self::Setting { .. }
            | Self::Clock(_)
            | Self::Salt { .. } => None,
        }
    }
}
