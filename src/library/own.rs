//! The student's copies of bundled decks: what was changed in one, and the way back to the deck as it was.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Bundled, Library, LibraryError, Tier, copy,
    foreign::{REMOVED, Record, free_name},
    intake,
};
use crate::card::DeckId;

/// A copy of a bundled deck.
#[derive(Debug)]
struct OwnCopy {
    file: PathBuf,
    text: String,
}

impl Library {
    /// A bundled deck as it is in the binary and as the student has it, without the line that says what it was copied from.
    /// `None` when no bundled deck has this id.
    ///
    /// # Errors
    /// When a file of the student's cannot be read.
    pub fn bundled_texts(&self, id: &DeckId) -> Result<Option<(String, String)>, LibraryError> {
        let Some(bundled) = self.bundled_deck(id) else { return Ok(None) };
        let own = self.own_copy(id)?.map(|copy| copy::without_mark(&copy.text).to_owned());
        Ok(Some((bundled.text.to_owned(), own.unwrap_or_else(|| bundled.text.to_owned()))))
    }

    /// Whether the student has a copy of a bundled deck of this id.
    ///
    /// # Errors
    /// When a file of the student's cannot be read.
    pub fn has_own_copy(&self, id: &DeckId) -> Result<bool, LibraryError> {
        Ok(self.bundled_deck(id).is_some() && self.own_copy(id)?.is_some())
    }

    /// Puts the student's copy of a bundled deck aside, with the folder that it has for itself; so the bundled one is there
    /// again. Gives where the copy is kept; `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be read or moved; it is then where it was.
    pub fn reset(&self, id: &DeckId) -> Result<Option<PathBuf>, LibraryError> {
        let copy = if self.bundled_deck(id).is_some() { self.own_copy(id)? } else { None };
        let Some(OwnCopy { file, .. }) = copy else { return Ok(None) };
        let removed = self.places.user.join(REMOVED);
        fs::create_dir_all(&removed).map_err(LibraryError::file(&removed))?;
        let kept = free_name(&removed, id);
        let folder = file.parent().filter(|folder| *folder != self.places.user);
        if let Some(folder) = folder {
            fs::rename(folder, &kept).map_err(LibraryError::file(folder))?;
            return Ok(Some(kept));
        }
        fs::create_dir(&kept).map_err(LibraryError::file(&kept))?;
        let kept = kept.join(file.file_name().unwrap_or_default());
        fs::rename(&file, &kept).map_err(LibraryError::file(&file))?;
        Ok(Some(kept))
    }

    fn bundled_deck(&self, id: &DeckId) -> Option<&'static Bundled> {
        let decks = &self.catalogue.decks;
        let deck = decks.iter().find(|deck| deck.origin.tier == Tier::Bundled && deck.head.id == *id)?;
        self.bundled(&deck.origin)
    }

    /// The student's file in the place of a bundled deck: the one that has its id; else, where a mistake has taken that away,
    /// the one that says that it was copied from it.
    fn own_copy(&self, id: &DeckId) -> Result<Option<OwnCopy>, LibraryError> {
        let of = |file: &Path| {
            let bytes = intake::bytes(file).map_err(LibraryError::file(file))?;
            Ok(OwnCopy { file: file.to_owned(), text: String::from_utf8_lossy(&bytes).into_owned() })
        };
        let decks = self.catalogue.decks.iter().filter(|deck| deck.head.id == *id).map(|deck| &deck.origin);
        let named = decks.filter(|origin| origin.tier == Tier::User).filter_map(|origin| origin.file());
        for file in named {
            if !is_foreign(file) {
                return of(file).map(Some);
            }
        }
        let all = self.catalogue.decks.iter().map(|deck| &deck.origin);
        let all = all.chain(self.catalogue.unreadable.iter().map(|file| &file.origin));
        for file in all.filter(|origin| origin.tier == Tier::User).filter_map(|origin| origin.file()) {
            let copy = of(file)?;
            if copy::copied_from(&copy.text) == Some(id.as_str()) && !is_foreign(file) {
                return Ok(Some(copy));
            }
        }
        Ok(None)
    }
}

/// Whether a deck came from somebody else: that is updated and removed in other ways.
fn is_foreign(file: &Path) -> bool {
    file.parent().is_some_and(|folder| !matches!(Record::read(folder), Ok(None)))
}
