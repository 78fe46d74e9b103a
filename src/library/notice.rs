//! What the library has to tell, as values; the surface puts them into words (`library.ftl`).

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::{
    card::{DeckId, Locator, Text},
    deck::Message,
};

use super::{
    media::{LONGEST_MEDIUM, MediaError},
    places::Origin,
};

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
    /// Another Carabin is indexing; what it finds comes with the next look.
    Busy,
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
    /// Another version of a deck, which two devices have changed in two ways: it lies beside the deck and is not studied.
    Version {
        /// Which.
        path: PathBuf,
        /// The deck that is studied.
        kept: PathBuf,
    },
}

/// A path as it may be shown: names of files come from strangers too.
pub(super) fn shown(path: &Path) -> String {
    Text::one_line(&path.to_string_lossy()).to_string()
}

pub(super) fn message<const N: usize>(id: &'static str, args: [(&'static str, String); N]) -> Message {
    Message { id, args: args.into() }
}

impl LibraryError {
    /// What to tell the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Index(error) => message("library-error-index", [("reason", error.to_string())]),
            Self::File { path, source } => {
                message("library-unreadable", [("path", shown(path)), ("reason", source.to_string())])
            }
            Self::NoDeck(deck) => message("library-error-no-deck", [("deck", deck.to_string())]),
            Self::NoCard(card) => message("library-error-no-card", [("card", card.to_string())]),
        }
    }
}

impl MediaError {
    /// What to tell the user.
    #[must_use]
    pub fn message(&self) -> Message {
        let file = |file: &str| ("file", Text::one_line(file).to_string());
        match self {
            Self::NoDeck(deck) => message("library-error-no-deck", [("deck", deck.to_string())]),
            Self::Missing(name) => message("library-media-missing", [file(name)]),
            Self::Outside(name) => message("library-media-outside", [file(name)]),
            Self::TooLong(name) => {
                message("library-media-too-long", [file(name), ("limit", (LONGEST_MEDIUM >> 20).to_string())])
            }
            Self::Unreadable { file: name, reason } => {
                message("library-media-unreadable", [file(name), ("reason", reason.clone())])
            }
        }
    }
}

impl Notice {
    /// What to tell the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Rebuilt { reason } => message("library-index-rebuilt", [("reason", reason.clone())]),
            Self::InMemory { reason } => message("library-index-in-memory", [("reason", reason.clone())]),
            Self::Busy => message("library-index-busy", []),
        }
    }
}

impl Problem {
    /// What to tell the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable { path, missing: true, .. } => {
                message("library-missing", [("path", shown(path))])
            }
            Self::Unreadable { path, reason, .. } => {
                message("library-unreadable", [("path", shown(path)), ("reason", reason.clone())])
            }
            Self::Name { path } => message("library-name", [("path", shown(path))]),
            Self::Mistakes { origin, deck, errors } => {
                let id = if deck.is_some() { "library-mistakes" } else { "library-mistakes-head" };
                message(id, [("path", shown(&origin.path)), ("errors", errors.to_string())])
            }
            Self::Duplicate { deck, kept, hidden } => message(
                "library-duplicate",
                [("deck", deck.to_string()), ("kept", shown(&kept.path)), ("hidden", shown(&hidden.path))],
            ),
            Self::Version { path, kept } => {
                message("library-version", [("path", shown(path)), ("kept", shown(kept))])
            }
        }
    }
}
