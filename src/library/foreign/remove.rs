//! Removing a deck of others, and nothing of the student's with it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    bounds::Bounds,
    error::ForeignError,
    install::{DECK, Installed, free_name, hash},
    record::{self, Record},
};
use crate::{card::DeckId, library::Library};

/// Among the decks: where those that were removed are kept when the student had written in them. Hidden, so that no refresh
/// looks there.
pub(in crate::library) const REMOVED: &str = ".removed";

/// A deck that was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// What it was.
    pub installed: Installed,
    /// Where its folder was kept, when anything in it was the student's.
    pub kept: Option<PathBuf>,
}

impl Library {
    /// Removes a deck of others. Its history stays in the journal, and goes on should the deck come back. Where anything in
    /// its folder is the student's, the folder is kept aside; else it is deleted.
    ///
    /// # Errors
    /// [`ForeignError::NotTaken`] for a deck that is the student's own; any of the file system's.
    pub fn remove(&self, id: &DeckId) -> Result<Removed, ForeignError> {
        let installed = self.find_installed(id)?;
        let folder = &installed.folder;
        // What cannot be looked at, or is too large to come from a package, is not deleted either.
        if is_as_taken(folder, &installed.record).unwrap_or(false) {
            // No deck is found half deleted.
            let doomed = folder.with_file_name(format!(".carabin-removed-{id}"));
            let _ = fs::remove_dir_all(&doomed);
            fs::rename(folder, &doomed).map_err(ForeignError::file(folder))?;
            fs::remove_dir_all(&doomed).map_err(ForeignError::file(&doomed))?;
            return Ok(Removed { installed, kept: None });
        }
        let removed = self.places.user.join(REMOVED);
        fs::create_dir_all(&removed).map_err(ForeignError::file(&removed))?;
        let kept = free_name(&removed, id);
        fs::rename(folder, &kept).map_err(ForeignError::file(folder))?;
        Ok(Removed { installed, kept: Some(kept) })
    }
}

/// Whether nothing in the folder of a deck was added or changed since it was taken or updated. What is missing is no loss.
fn is_as_taken(folder: &Path, record: &Record) -> Result<bool, ForeignError> {
    let pristine = Record::pristine(folder)?;
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(&inner).map_err(ForeignError::file(&inner))? {
            let path = entry.map_err(ForeignError::file(&inner))?.path();
            let relative = relative(folder, &path);
            if relative == record::FOLDER {
                continue;
            }
            if path.is_dir() && !path.is_symlink() {
                open.push(path);
                continue;
            }
            let bytes = Bounds::default().read(&path)?;
            let as_taken = if relative == DECK {
                bytes == pristine
            } else {
                record.media.get(&relative) == Some(&hash(&bytes))
            };
            if !as_taken {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// A path below `folder`, with `/`.
fn relative(folder: &Path, path: &Path) -> String {
    let steps = path.strip_prefix(folder).unwrap_or(path).iter().map(|step| step.to_string_lossy());
    steps.collect::<Vec<_>>().join("/")
}
