//! The exam under way, in a file.

use std::{
    collections::HashMap,
    io::Write as _,
    path::{Path, PathBuf},
};

use jiff::Zoned;
use serde::{Deserialize, Serialize};

use super::{Exam, ExamError, Note, prepare::groups_of};
use crate::{
    app::{error::AppError, files::write_atomically, open::App},
    card::{Fingerprint, Locator},
    grade::Answer,
    journal::{Record, kind},
    study::exam::{Paper, Sitting, State},
};

/// The version of the file.
const V: u32 = 1;
const NAME: &str = "under-way.json";

/// The whole file.
#[derive(Serialize, Deserialize)]
struct KeptExam {
    v: u32,
    key: String,
    begun: Zoned,
    /// As the paper's own file has it.
    paper: String,
    limit_ms: u64,
    spent_ms: u64,
    /// The question on the screen, by its place among those that are not annulled.
    current: usize,
    questions: Vec<KeptQuestion>,
}

/// A question in the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::app) struct KeptQuestion {
    pub(super) card: Locator,
    pub(super) fingerprint: Fingerprint,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<KeptAnswer>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    flagged: bool,
    pub(super) spent_ms: u64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    closed: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    annulled: bool,
}

/// An answer in the file: by numbers in the author's order, which the fingerprint holds still.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KeptAnswer {
    Options(Vec<usize>),
    Typed(String),
    Items(Vec<String>),
    Scale(i8),
    Spots(Vec<[f32; 2]>),
    Spans(Vec<usize>),
}

impl From<&Answer> for KeptAnswer {
    fn from(answer: &Answer) -> Self {
        match answer.clone() {
            Answer::Options(ticks) => Self::Options(ticks),
            Answer::Typed(text) => Self::Typed(text),
            Answer::Items(items) => Self::Items(items),
            Answer::Scale(step) => Self::Scale(step),
            Answer::Spots(spots) => Self::Spots(spots),
            Answer::Spans(spans) => Self::Spans(spans),
        }
    }
}

impl From<KeptAnswer> for Answer {
    fn from(answer: KeptAnswer) -> Self {
        match answer {
            KeptAnswer::Options(ticks) => Self::Options(ticks),
            KeptAnswer::Typed(text) => Self::Typed(text),
            KeptAnswer::Items(items) => Self::Items(items),
            KeptAnswer::Scale(step) => Self::Scale(step),
            KeptAnswer::Spots(spots) => Self::Spots(spots),
            KeptAnswer::Spans(spans) => Self::Spans(spans),
        }
    }
}

impl App {
    fn exam_file(&self) -> PathBuf {
        self.paths.exams().join(NAME)
    }

    /// Whether an exam is under way, without reading its questions.
    #[must_use]
    pub fn has_exam(&self) -> bool {
        matches!(self.read_kept(), Ok(Some(_)) | Err(_))
    }

    /// Begins an exam that is ready: from here on it is kept.
    ///
    /// # Errors
    /// [`ExamError::UnderWay`]; when it cannot be kept.
    pub fn begin_exam(&mut self, exam: &mut Exam) -> Result<(), AppError> {
        if self.has_exam() {
            return Err(ExamError::UnderWay.into());
        }
        exam.key = self.journal.next_id()?.to_string();
        exam.begun = Some(self.clock.wall());
        self.keep_exam(exam)
    }

    /// Keeps how far the exam is: durable when this returns. The file is readable by its owner only.
    ///
    /// # Errors
    /// When it cannot be kept; the file is then as it was.
    pub fn keep_exam(&self, exam: &Exam) -> Result<(), AppError> {
        let path = self.exam_file();
        let states = exam.questions.iter().zip(exam.sitting.states());
        let questions = states.map(|(asked, state)| KeptQuestion {
            card: asked.locator.clone(),
            fingerprint: asked.card.fingerprint,
            answer: state.answer.as_ref().map(KeptAnswer::from),
            flagged: state.flagged,
            spent_ms: state.spent_ms,
            closed: state.closed,
            annulled: false,
        });
        let kept = KeptExam {
            v: V,
            key: exam.key.clone(),
            begun: exam.begun.clone().unwrap_or_else(|| self.clock.wall()),
            paper: exam.paper.write(),
            limit_ms: exam.sitting.limit_ms(),
            spent_ms: exam.sitting.spent_ms(),
            current: exam.sitting.current(),
            questions: questions.chain(exam.annulled.iter().cloned()).collect(),
        };
        let write = || -> std::io::Result<()> {
            let bytes = serde_json::to_vec(&kept)?;
            self.paths.create_exams()?;
            write_atomically(&path, &bytes)
        };
        // Only what went wrong: the system's words repeat the path of a file that is nobody's business.
        let unkept = |error: std::io::Error| ExamError::Unkept {
            path: path.clone(),
            detail: error.kind().to_string(),
        };
        Ok(write().map_err(unkept)?)
    }

    /// The exam under way, as it was left; `None` when there is none. Questions whose text has changed since, or is gone,
    /// are annulled, as the jury does it.
    ///
    /// # Errors
    /// When its file is damaged; when the index fails.
    pub fn exam_under_way(&self) -> Result<Option<Exam>, AppError> {
        let Some(kept) = self.read_kept()? else { return Ok(None) };
        let damaged = || ExamError::Damaged { path: self.exam_file() };
        let paper = Paper::read(&kept.paper).map_err(|_| damaged())?;
        let (found, _) = self.exam_questions(&paper)?;
        let mut found: HashMap<Locator, _> =
            found.into_iter().map(|asked| (asked.locator.clone(), asked)).collect();
        let (mut questions, mut states, mut annulled) = (Vec::new(), Vec::new(), Vec::new());
        let mut current = 0;
        for (number, question) in kept.questions.into_iter().enumerate() {
            let same = |asked: &crate::app::asked::Asked| asked.card.fingerprint == question.fingerprint;
            match found.remove(&question.card).filter(same) {
                Some(asked) if !question.annulled => {
                    if number <= kept.current {
                        current = questions.len();
                    }
                    states.push(State {
                        answer: question.answer.map(Answer::from),
                        flagged: question.flagged,
                        spent_ms: question.spent_ms,
                        closed: question.closed,
                    });
                    questions.push(asked);
                }
                _ => annulled.push(KeptQuestion { annulled: true, ..question }),
            }
        }
        if questions.is_empty() {
            return Err(ExamError::NothingOfPaper.into());
        }
        let groups = groups_of(&questions);
        let sitting = Sitting::new(questions.len(), groups.clone(), kept.limit_ms);
        let sitting = sitting.restored(states, current, kept.spent_ms).ok_or_else(damaged)?;
        let notes = Some(annulled.len()).filter(|count| *count > 0).map(Note::Annulled);
        Ok(Some(Exam {
            paper,
            questions,
            groups,
            sitting,
            notes: notes.into_iter().collect(),
            annulled,
            key: kept.key,
            begun: Some(kept.begun),
        }))
    }

    /// Throws the exam under way away. Gives whether there was one; a damaged file goes too.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn abandon_exam(&mut self) -> Result<bool, AppError> {
        let there = self.has_exam();
        self.remove_exam()?;
        Ok(there)
    }

    pub(super) fn remove_exam(&self) -> Result<(), AppError> {
        let path = self.exam_file();
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(ExamError::file(&path, &error).into())
            }
            _ => Ok(()),
        }
    }

    /// The file, unless what it holds was handed in already: then a crash has left it behind, and it goes.
    fn read_kept(&self) -> Result<Option<KeptExam>, AppError> {
        let path = self.exam_file();
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(ExamError::file(&path, &error).into()),
        };
        let kept: KeptExam =
            serde_json::from_slice(&bytes).map_err(|_| ExamError::Damaged { path: path.clone() })?;
        if kept.v != V {
            return Err(ExamError::Damaged { path }.into());
        }
        let handed_in = self.journal.of_kind(kind::EXAM_SITTING)?.into_iter().any(|stored| {
            matches!(stored.record(), Some(Record::ExamSitting(sitting)) if sitting.terms.key.as_ref() == Some(&kept.key))
        });
        if handed_in {
            self.remove_exam()?;
            return Ok(None);
        }
        Ok(Some(kept))
    }

    /// Writes a paper as a file. An existing file is never replaced.
    ///
    /// # Errors
    /// When it is there, or cannot be written.
    pub fn save_paper(&self, paper: &Paper, path: &Path) -> Result<(), AppError> {
        let write = || {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let mut file =
                tempfile::Builder::new().prefix(".carabin-").tempfile_in(folder.unwrap_or(Path::new(".")))?;
            file.write_all(paper.write().as_bytes())?;
            file.as_file().sync_all()?;
            file.persist_noclobber(path).map_err(|error| error.error)?;
            Ok(())
        };
        write().map_err(|error: std::io::Error| ExamError::file(path, &error).into())
    }
}
