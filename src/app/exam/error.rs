//! What can go wrong with an exam, in the student's words.

use std::path::{Path, PathBuf};

use crate::{
    card::Text,
    i18n::{Arg, Messages},
    study::exam::PaperError,
};

/// Why an exam cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum ExamError {
    /// One is under way.
    #[error("an exam is under way")]
    UnderWay,
    /// None is under way.
    #[error("no exam is under way")]
    None,
    /// Nothing fits.
    #[error("no question fits")]
    Nothing,
    /// No card of a paper is here.
    #[error("no card of the paper is here")]
    NothingOfPaper,
    /// A file cannot be read or written.
    #[error("{path}: {detail}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        detail: String,
    },
    /// The file of the exam under way is not what it should be.
    #[error("{path}: not an exam", path = path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
    },
    /// The exam under way cannot be kept.
    #[error("{path}: {detail}", path = path.display())]
    Unkept {
        /// Its file.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// A file is no paper.
    #[error("{path}: {source}", path = path.display())]
    Paper {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        source: PaperError,
    },
    /// No sitting has this number.
    #[error("no sitting {0}")]
    NoSitting(usize),
    /// A file is no result of a sitting.
    #[error("{path}: not a result", path = path.display())]
    NotAResult {
        /// Which.
        path: PathBuf,
    },
    /// Two sittings of different papers.
    #[error("two papers")]
    OtherPaper,
    /// The question has nothing to decide about.
    #[error("nothing to decide")]
    Decided,
}

impl ExamError {
    pub(super) fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::File { path: path.to_owned(), detail: error.to_string() }
    }

    /// What the student is told.
    #[must_use]
    pub fn describe(&self, messages: &Messages) -> String {
        let shown = |path: &Path| Arg::from(Text::one_line(&path.to_string_lossy()).as_str());
        match self {
            Self::UnderWay => messages.get("exam-error-under-way"),
            Self::None => messages.get("exam-error-none"),
            Self::Nothing => messages.get("exam-error-nothing"),
            Self::NothingOfPaper => messages.get("exam-error-nothing-of-paper"),
            Self::File { path, detail } => {
                let args = [("path", shown(path)), ("detail", Text::one_line(detail).as_str().into())];
                messages.with("exam-error-file", &args)
            }
            Self::Unkept { path, detail } => {
                let folder = path.parent().unwrap_or(path);
                let args = [("folder", shown(folder)), ("detail", Text::one_line(detail).as_str().into())];
                messages.with("exam-error-unkept", &args)
            }
            Self::Damaged { path } => messages.with("exam-error-damaged", &[("path", shown(path))]),
            Self::Paper { path, source } => {
                let reason = match source {
                    PaperError::NotAPaper => messages.get("exam-paper-not-one"),
                    PaperError::Newer => messages.get("exam-paper-newer"),
                    PaperError::Cards => messages.get("exam-paper-cards"),
                    PaperError::Line { line, text } => {
                        let args = [("line", Arg::from(*line)), ("text", text.as_str().into())];
                        messages.with("exam-paper-line", &args)
                    }
                };
                messages.with("exam-error-paper", &[("path", shown(path)), ("reason", reason.into())])
            }
            Self::NoSitting(number) => {
                messages.with("exam-error-no-sitting", &[("number", (*number).into())])
            }
            Self::NotAResult { path } => messages.with("exam-error-not-a-result", &[("path", shown(path))]),
            Self::OtherPaper => messages.get("exam-error-other-paper"),
            Self::Decided => messages.get("exam-error-decided"),
        }
    }
}
