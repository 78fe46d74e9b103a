//! Where a deck of others came from.

use std::{collections::BTreeMap, path::Path};

use serde::{Deserialize, Serialize};

use super::error::ForeignError;
use crate::library::write::write_atomically;

/// The folder beside `deck.yaml` that holds what an update needs.
pub(super) const FOLDER: &str = ".carabin";
/// The record in it.
const FILE: &str = "origin.toml";
/// The deck in it, as its author sent it.
const PRISTINE: &str = "deck.yaml";

/// Where a deck came from, as `origin.toml` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What the student named: a path, an address.
    pub source: String,
    /// The deck's file within it.
    pub path: String,
    /// The version that the deck gave itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// When it was taken or updated last (RFC 3339).
    pub taken: String,
    /// The files that came with it, each with its BLAKE3 hash: a file that the student has changed is not overwritten
    /// unasked.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub media: BTreeMap<String, String>,
}

impl Record {
    /// The record of the deck in `folder`; `None` for a deck that is the student's own.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn read(folder: &Path) -> Result<Option<Self>, ForeignError> {
        let path = folder.join(FOLDER).join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(ForeignError::file(&path)(error)),
        };
        let damaged = |error: toml::de::Error| {
            ForeignError::Damaged(format!("{}: {}", path.display(), error.message()))
        };
        toml::from_str(&text).map(Some).map_err(damaged)
    }

    /// Keeps it in `folder`, with the deck as its author sent it. The deck first: a record without its deck is of no use.
    pub(super) fn write(&self, folder: &Path, pristine: &[u8]) -> Result<(), ForeignError> {
        let inner = folder.join(FOLDER);
        std::fs::create_dir_all(&inner).map_err(ForeignError::file(&inner))?;
        let text = toml::to_string(self).map_err(|error| ForeignError::Damaged(error.to_string()))?;
        for (name, bytes) in [(PRISTINE, pristine), (FILE, text.as_bytes())] {
            let path = inner.join(name);
            write_atomically(&path, bytes).map_err(ForeignError::file(&path))?;
        }
        Ok(())
    }

    /// The deck in `folder` as its author sent it.
    pub(super) fn pristine(folder: &Path) -> Result<Vec<u8>, ForeignError> {
        let path = folder.join(FOLDER).join(PRISTINE);
        std::fs::read(&path).map_err(ForeignError::file(&path))
    }
}
