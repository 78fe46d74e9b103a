//! Mock exams: composing or reading a paper, sitting it across interruptions, handing in, what was sat before.
//!
//! The exam under way is a file of its own in the data directory (`exams/under-way.json`), replaced whole at every answer.
//! Its clock counts the time in which the program runs: it stands while the exam is closed, however that came
//! (left, killed, a computer that sleeps). Whoever closes it can think on, as with any exam sat at home.
//!
//! Handing in keeps everything in one transaction of the journal; the file goes afterwards, and one that was left behind by
//! a crash between the two is recognised and goes too.

mod blanks;
mod error;
mod hand_in;
mod kept;
mod mark;
mod past;
mod pool;
mod prepare;
mod result;

use jiff::Zoned;

use super::{asked::Asked, scope::Scope};
use crate::{
    card::Locator,
    study::exam::{Bundle, ExtraTime, Paper, Sitting},
};

pub use error::ExamError;
pub use mark::Correction;
pub use past::{Past, PastQuestion};
pub use result::{Compared, ComparedQuestion, ExamLine, ExamResult, QuestionResult};

/// What the history calls an answer of an exam.
const CONTEXT: &str = "exam";

/// How many questions a paper has when nothing is said: half an hour.
pub const USUAL_QUESTIONS: usize = 20;

/// Which paper is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExamWish {
    /// What it is about.
    pub scope: Scope,
    /// How many questions; by default [`USUAL_QUESTIONS`], of a unit a hundred.
    pub questions: Option<usize>,
    /// How many minutes, extra time not included; by default at the exam's pace.
    pub minutes: Option<u32>,
    /// A whole unit of the exam.
    pub unit: bool,
    /// Extra time.
    pub extra: Option<ExtraTime>,
    /// What decides everything that chance decides; by default another one each time.
    pub seed: Option<u64>,
    /// Without pictures that nothing describes: they cannot be seen in plain lines.
    pub without_pictures: bool,
}

/// How a surface begins with an exam.
#[derive(Clone, Debug)]
pub enum ExamStart {
    /// This paper is ready to be begun.
    Ready(Box<Exam>),
    /// This exam is under way.
    UnderWay(Box<Exam>),
}

/// What there is to say about a paper before it is begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Fewer questions than wanted.
    Fewer {
        /// How many were wanted.
        wanted: usize,
    },
    /// Too few questions for a unit.
    ShortUnit,
    /// A unit without any case.
    NoCase,
    /// Cards of the paper that are in no deck here; they are left out.
    Missing(Vec<Locator>),
    /// Cards of the paper whose text is another one here; they are left out.
    Changed(Vec<Locator>),
    /// Questions that were annulled since the exam began: their text has changed or is gone.
    Annulled(usize),
    /// So many questions with pictures were left out.
    Pictures(usize),
}

/// A paper that is ready to be sat, or is being sat.
#[derive(Clone, Debug)]
pub struct Exam {
    /// The paper.
    pub paper: Paper,
    /// Its questions in order, those of cases one by one.
    pub questions: Vec<Asked>,
    /// What belongs together.
    pub groups: Vec<Bundle>,
    /// How far it is.
    pub sitting: Sitting,
    /// What there is to say.
    pub notes: Vec<Note>,
    /// What was annulled since it began.
    pub(super) annulled: Vec<kept::KeptQuestion>,
    /// What the sitting is known by until it is handed in; empty before it has begun.
    pub(super) key: String,
    /// When it began.
    pub(super) begun: Option<Zoned>,
}

impl Exam {
    /// The time there is, in minutes, extra time included.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        u32::try_from(self.sitting.limit_ms() / 60_000).unwrap_or(u32::MAX)
    }

    /// How many of its questions stand in cases, KFP and articles, and how many of those there are.
    #[must_use]
    pub fn in_groups(&self) -> (usize, usize) {
        (self.groups.iter().map(|group| group.questions.len()).sum(), self.groups.len())
    }

    /// How many questions of each kind there are, in the order of the documentation.
    #[must_use]
    pub fn kinds(&self) -> Vec<(crate::card::Kind, usize)> {
        let kinds = crate::card::Kind::ALL.into_iter();
        let count = |kind| self.questions.iter().filter(|asked| asked.card.kind() == kind).count();
        kinds.map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
    }
}
