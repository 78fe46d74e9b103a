//! Why a deck of others cannot be taken, updated or sent.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::{
    card::{DeckId, Text},
    deck::{Message, names::NameProblem},
    library::notice::{message, shown},
};

/// Why a deck of others cannot be taken, updated or sent.
#[derive(Debug, thiserror::Error)]
pub enum ForeignError {
    /// A file could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is neither a deck, nor a folder, nor a package.
    #[error("{path} is no deck and no package", path = .0.display())]
    NoPackage(PathBuf),
    /// The package is damaged.
    #[error("the package is damaged: {0}")]
    Damaged(String),
    /// A file in it needs a password.
    #[error("{0} is encrypted")]
    Encrypted(String),
    /// A name in it could lead elsewhere, or cannot be a file everywhere.
    #[error("the name {name:?}: {problem:?}")]
    Name {
        /// Which, as it stands in the package.
        name: String,
        /// What is wrong with it.
        problem: NameProblem,
    },
    /// It holds more files than the limit.
    #[error("more than {0} files")]
    TooMany(usize),
    /// It, or a file in it, is larger than the limit, in bytes.
    #[error("larger than {0} bytes")]
    TooLarge(u64),
    /// No deck is in it.
    #[error("no deck in {0}")]
    Empty(String),
    /// What looks like a deck in it cannot be read as one.
    #[error("{0} cannot be read as a deck")]
    Unreadable(String),
    /// A deck of this id is there already, and did not come from elsewhere.
    #[error("there is a deck {0} already")]
    Own(DeckId),
    /// A deck of this id was taken already: it is to be updated.
    #[error("{0} was taken already")]
    Taken(DeckId),
    /// No deck of this id was taken.
    #[error("{0} was not taken from elsewhere")]
    NotTaken(DeckId),
    /// The new deck, or the student's own copy, has mistakes, so that they cannot be merged.
    #[error("{0} has mistakes")]
    Mistakes(PathBuf),
    /// The student has stopped it.
    #[error("stopped")]
    Stopped,
}

impl ForeignError {
    pub(super) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }

    /// What to tell the student.
    #[must_use]
    pub fn message(&self) -> Message {
        let one = |id, name, value: String| message(id, [(name, value)]);
        let line = |text: &str| Text::one_line(text).to_string();
        let mib = |bytes: u64| (bytes >> 20).to_string();
        match self {
            Self::File { path, source } if source.kind() == io::ErrorKind::NotFound => {
                one("library-missing", "path", shown(path))
            }
            Self::File { path, source } => {
                message("library-unreadable", [("path", shown(path)), ("reason", source.to_string())])
            }
            Self::NoPackage(path) => one("foreign-no-package", "path", shown(path)),
            Self::Damaged(reason) => one("foreign-damaged", "reason", line(reason)),
            Self::Encrypted(name) => one("foreign-encrypted", "name", line(name)),
            Self::Name { name, problem } => one(problem.message_id(), "name", line(name)),
            Self::TooMany(limit) => one("foreign-too-many", "limit", limit.to_string()),
            Self::TooLarge(limit) => one("foreign-too-large", "limit", mib(*limit)),
            Self::Empty(name) => one("foreign-empty", "name", line(name)),
            Self::Unreadable(name) => one("foreign-unreadable", "name", line(name)),
            Self::Own(deck) => one("foreign-own", "deck", deck.to_string()),
            Self::Taken(deck) => one("foreign-taken", "deck", deck.to_string()),
            Self::NotTaken(deck) => one("foreign-not-taken", "deck", deck.to_string()),
            Self::Mistakes(path) => one("foreign-mistakes", "path", shown(path)),
            Self::Stopped => message("foreign-stopped", []),
        }
    }
}
