//! What the library has to tell, as values; the surface puts them into words (`library.ftl`).

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::card::{DeckId, Locator};

use super::places::Origin;

/// What could not be done.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The index failed, even after it was replaced.
    #[error("the index of the decks: {0}")]
    Index(#[from] rusqlite::Error),
    /// A file could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// No deck has this id.
    #[error("there is no deck {0}")]
    NoDeck(DeckId),
    /// No card has this locator.
    #[error("there is no card {0}")]
    NoCard(Locator),
}

impl LibraryError {
    pub(super) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

/// What happened to the index. Nothing is lost with it: it is made anew from the decks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It was damaged or of another version, and was begun anew.
    Rebuilt {
        /// What was wrong with it.
        reason: String,
    },
    /// It cannot be kept on disk (locked, read-only, foreign file): this run has it in memory, and the next start
    /// reads the decks again.
    InMemory {
        /// Why.
        reason: String,
    },
}

/// What is wrong with the decks, as of the last refresh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A file or folder that cannot be opened.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// It is not there at all.
        missing: bool,
        /// What the system says.
        reason: String,
    },
    /// A file whose name is not Unicode.
    Name {
        /// Which.
        path: PathBuf,
    },
    /// A deck with mistakes. With a head, its good cards are studied.
    Mistakes {
        /// Which.
        origin: Origin,
        /// Its id; `None` when even the head cannot be read.
        deck: Option<DeckId>,
        /// How many.
        errors: u32,
    },
    /// Two decks of one id: the first is studied.
    Duplicate {
        /// The id.
        deck: DeckId,
        /// Which is studied.
        kept: Origin,
        /// Which is not.
        hidden: Origin,
    },
}
