//! What can go wrong in a use case, in the student's words.

use std::path::{Path, PathBuf};

use super::{anonymous::ReadError, watch::Leap, wording::settings as wording};
use crate::{
    card::{DeckId, Locator, Text},
    exchange::{
        anki::AnkiError, download::DownloadError, git::GitError, lisa::NotAPage, package::PackageError,
    },
    i18n::Messages,
    journal::JournalError,
    library::{LibraryError, foreign::ForeignError},
    study::SettingError,
};

/// Why a use case failed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The review history.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The decks.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// A deck of others.
    #[error(transparent)]
    Foreign(#[from] ForeignError),
    /// A file over HTTPS.
    #[error(transparent)]
    Download(#[from] DownloadError),
    /// git.
    #[error(transparent)]
    Git(#[from] GitError),
    /// A file is no anonymous export.
    #[error("{path}: {error}", path = path.display())]
    NotShared {
        /// Which.
        path: PathBuf,
        /// Why.
        error: ReadError,
    },
    /// No home directory is known.
    #[error("no home directory")]
    NoHome,
    /// A folder cannot be made.
    #[error("{path}: {source}", path = path.display())]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// No deck has this id and no file this path.
    #[error("no deck {0}")]
    NoDeck(Text),
    /// No deck that can be read lies at this path.
    #[error("no deck at {path}", path = path.display())]
    NoDeckAt {
        /// Where.
        path: PathBuf,
        /// What is wrong there, as text without escape sequences; empty when nothing is known.
        problems: String,
    },
    /// No card has this locator.
    #[error("no card {0}")]
    NoCard(Locator),
    /// The student's own deck of misses cannot be added to.
    #[error("cannot add a card to {path}", path = path.display())]
    Carnet {
        /// Its file.
        path: PathBuf,
    },
    /// What is to be taken back is the answer to a question of a case, which the next questions have told.
    #[error("no way back in a case")]
    NoWayBack,
    /// A file cannot be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Nothing was ever answered here.
    #[error("no history")]
    NoHistory,
    /// No backup is called so and no file lies there.
    #[error("no backup {0}")]
    NoBackup(Text),
    /// No bundled deck has this id: there is nothing to go back to.
    #[error("{0} is not a bundled deck")]
    NotBundled(DeckId),
    /// A file is no backup, or one that is not whole.
    #[error("{path}: {error}", path = path.display())]
    NotABackup {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        error: JournalError,
    },
    /// A backup could not be made.
    #[error("no backup: {0}")]
    Backup(JournalError),
    /// No editor is installed or named.
    #[error("no editor")]
    NoEditor,
    /// A file is larger than what is read.
    #[error("{path} is too large", path = .0.display())]
    TooLarge(PathBuf),
    /// A deck that cannot be changed without changing more than is meant.
    #[error("{path} cannot be changed safely", path = .0.display())]
    Amend(PathBuf),
    /// A file is not what it was when it was said what would become of it.
    #[error("{path} has changed meanwhile", path = .0.display())]
    Changed(PathBuf),
    /// The student stopped it; nothing was changed.
    #[error("stopped")]
    Stopped,
    /// A package for Anki cannot be made.
    #[error("{path}: {reason}", path = path.display())]
    Package {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: PackageError,
    },
    /// A file is no page of LiSA.
    #[error("{path}: {reason}", path = path.display())]
    NotAPage {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: NotAPage,
    },
    /// A package of Anki cannot be read.
    #[error("{path}: {reason}", path = path.display())]
    Anki {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: AnkiError,
    },
    /// No programme was imported.
    #[error("no programme")]
    NoProgramme,
    /// The file of the programme cannot be read.
    #[error("{path} is no programme: {fault:?}", path = path.display())]
    Programme {
        /// Which.
        path: PathBuf,
        /// Why.
        fault: super::programme::ProgrammeFault,
    },
    /// A mock exam.
    #[error(transparent)]
    Exam(#[from] super::exam::ExamError),
    /// The computer's clock was set: nothing is kept before the student has said which time is right.
    #[error("the clock went from {} to {}", .0.last, .0.now)]
    Clock(Box<Leap>),
    /// The exam is to be on a day that is over.
    #[error("{0} is over")]
    ExamOver(jiff::civil::Date),
    /// A setting that does not fit.
    #[error(transparent)]
    Setting(#[from] SettingError),
}

impl AppError {
    /// What the student is told.
    #[must_use]
    pub fn describe(&self, messages: &Messages) -> String {
        let detail = |text: &str| Text::one_line(text).to_string();
        let at = |id, path: &Path| messages.with(id, &[("path", detail(&path.display().to_string()).into())]);
        let failed = |id: &str, path: &Path, reason: &str| {
            let path = detail(&path.display().to_string());
            messages.with(id, &[("path", path.into()), ("detail", detail(reason).into())])
        };
        match self {
            Self::Journal(error) => {
                super::problems::say_with(messages, error.message_id(), &error.message_args())
            }
            Self::Library(error) => super::problems::say(messages, &error.message()),
            Self::Foreign(error) => super::problems::say(messages, &error.message()),
            Self::Download(error) => {
                super::problems::say_with(messages, error.message_id(), &error.message_args())
            }
            Self::Git(error) => {
                super::problems::say_with(messages, error.message_id(), &error.message_args())
            }
            Self::NotShared { path, error } => {
                let id = match error {
                    ReadError::Io(_) => "error-shared-unreadable",
                    ReadError::Foreign => "error-shared-foreign",
                    ReadError::Newer => "error-shared-newer",
                };
                at(id, path)
            }
            Self::NoHome => messages.get("error-no-home"),
            Self::Folder { path, source } => failed("error-folder", path, &source.to_string()),
            Self::NoDeck(id) => messages.with("error-no-deck", &[("deck", id.as_str().into())]),
            Self::NoDeckAt { path, problems } => {
                let args = [("path", detail(&path.display().to_string()).into())];
                let reason = messages.with("error-no-deck-at", &args);
                if problems.is_empty() { reason } else { format!("{reason}\n{problems}") }
            }
            Self::NoCard(locator) => messages.with("error-no-card", &[("card", locator.to_string().into())]),
            Self::Carnet { path } => at("error-carnet", path),
            Self::NoWayBack => messages.get("locked-no-way-back"),
            Self::File { path, source } => failed("error-file", path, &source.to_string()),
            Self::NoHistory => messages.get("error-no-history"),
            Self::NotBundled(deck) => {
                messages.with("error-not-bundled", &[("deck", deck.to_string().into())])
            }
            Self::NoBackup(name) => messages.with("error-no-backup", &[("name", name.as_str().into())]),
            Self::NotABackup { path, error } => {
                let reason = super::problems::say_with(messages, error.message_id(), &error.message_args());
                let path = detail(&path.display().to_string());
                messages.with("error-not-a-backup", &[("path", path.into()), ("reason", reason.into())])
            }
            Self::Backup(error) => {
                let reason = super::problems::say_with(messages, error.message_id(), &error.message_args());
                messages.with("error-backup", &[("reason", reason.into())])
            }
            Self::TooLarge(path) => at("error-too-large", path),
            Self::Stopped | Self::Package { reason: PackageError::Cancelled, .. } => {
                messages.get("error-cancelled")
            }
            Self::Package { path, reason } => failed("error-file", path, &reason.to_string()),
            Self::NotAPage { path, reason } => {
                let id = match reason {
                    NotAPage::Template => "error-lisa-template",
                    NotAPage::Objective => "error-lisa-objective",
                    NotAPage::Large => "error-too-large",
                };
                at(id, path)
            }
            Self::Anki { path, reason } => {
                let path = detail(&path.display().to_string());
                let why = super::problems::say_with(messages, reason.message_id(), &reason.message_args());
                messages.with("error-anki", &[("path", path.into()), ("reason", why.into())])
            }
            Self::Amend(path) => at("error-amend", path),
            Self::Changed(path) => at("error-changed", path),
            Self::NoProgramme => messages.get("error-no-programme"),
            Self::Programme { path, fault } => at(fault.message_id(), path),
            Self::NoEditor => messages.get("error-no-editor"),
            Self::Exam(error) => error.describe(messages),
            Self::Clock(leap) => leap.describe(messages),
            Self::Setting(SettingError::Unknown(name)) => {
                messages.with("error-setting-unknown", &[("name", detail(name).into())])
            }
            Self::Setting(SettingError::Value { setting, value }) => {
                let id = if value.is_empty() { "error-setting-empty" } else { "error-setting-value" };
                let args =
                    [("takes", wording::takes(*setting, messages).into()), ("value", detail(value).into())];
                messages.with(id, &args)
            }
            Self::ExamOver(date) => {
                messages.with("error-exam-over", &[("date", super::words::date(*date, messages).into())])
            }
        }
    }

    /// Whether the student has stopped it.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        matches!(
            self,
            Self::Stopped
                | Self::Package { reason: PackageError::Cancelled, .. }
                | Self::Journal(JournalError::Stopped)
                | Self::Foreign(ForeignError::Stopped)
                | Self::Download(DownloadError::Stopped)
                | Self::Git(GitError::Cancelled)
        )
    }

    /// Whether the history cannot be written, but may be read: a newer program's, or one in a folder that is closed.
    #[must_use]
    pub fn can_be_read(&self) -> bool {
        matches!(self, Self::Journal(JournalError::Newer { .. } | JournalError::ReadOnly))
    }

    /// No deck has this id.
    #[must_use]
    pub fn no_deck(id: &DeckId) -> Self {
        Self::NoDeck(Text::one_line(id.as_str()))
    }
}
