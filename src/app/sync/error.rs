//! What can go wrong with a sync, in the student's words.

use std::{io, path::PathBuf};

use crate::{app::problems::say_with, exchange::git::GitError, i18n::Messages, journal::JournalError};

/// Why a sync did not happen. Nothing is lost: what was to travel stays in the journal and goes with the next one.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// No place was chosen yet.
    #[error("sync is not set up")]
    NotSetUp,
    /// The folder is not there now: a stick that is not plugged in, a drive that is not mounted.
    #[error("{path}: not there", path = path.display())]
    Away {
        /// Which.
        path: PathBuf,
    },
    /// The folder is not one where a journal may lie beside.
    #[error("{path}: the data directory and the shared folder lie within each other", path = path.display())]
    Within {
        /// Which.
        path: PathBuf,
    },
    /// A newer program has set up the place.
    #[error("a newer Carabin has set this place up")]
    Newer,
    /// Another process of this home is syncing.
    #[error("another sync is under way")]
    Busy,
    /// It was cancelled, or took longer than there was time.
    #[error("cancelled")]
    Cancelled,
    /// git.
    #[error(transparent)]
    Git(#[from] GitError),
    /// A file or folder.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

impl SyncError {
    /// The id of its message.
    #[must_use]
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NotSetUp => "sync-not-set-up",
            Self::Away { .. } => "sync-away",
            Self::Within { .. } => "sync-within",
            Self::Newer => "sync-newer",
            Self::Busy => "sync-busy",
            Self::Cancelled => "sync-cancelled",
            Self::Git(error) => error.message_id(),
            Self::Io { .. } => "sync-io",
            Self::Journal(error) => error.message_id(),
        }
    }

    /// The values in the places of that message.
    #[must_use]
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Away { path } | Self::Within { path } => vec![("path", path.display().to_string())],
            Self::Io { path, source } => {
                vec![("path", path.display().to_string()), ("detail", source.to_string())]
            }
            Self::Git(error) => error.message_args(),
            Self::Journal(error) => error.message_args(),
            Self::NotSetUp | Self::Newer | Self::Busy | Self::Cancelled => Vec::new(),
        }
    }

    /// What the student is told.
    #[must_use]
    pub fn describe(&self, messages: &Messages) -> String {
        say_with(messages, self.message_id(), &self.message_args())
    }

    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}
