//! Pages of LiSA as decks of proposals.

use std::path::{Path, PathBuf};

use super::table::bytes;
use crate::{
    app::{error::AppError, open::App, progress::Progress},
    exchange::{NewDeck, lisa::read, table::decode},
};

/// The largest page that is read, in bytes.
const LARGEST: u64 = 2 << 20;

impl App {
    /// Reads pages of LiSA.
    ///
    /// # Errors
    /// Those of [`Self::read_lisa`], or when it is stopped.
    pub fn read_all_lisa(
        &self,
        paths: &[PathBuf],
        progress: &mut dyn Progress,
    ) -> Result<Vec<NewDeck>, AppError> {
        let mut decks = Vec::with_capacity(paths.len());
        for (number, path) in paths.iter().enumerate() {
            progress.go_on("progress-lisa", number, paths.len())?;
            decks.push(self.read_lisa(path)?);
        }
        Ok(decks)
    }

    /// Reads a page of LiSA: a deck whose cards are drafts. Those that its deck has already are left out, so that what the
    /// student has taken and mended stays theirs, and those that were refused.
    ///
    /// # Errors
    /// When the file cannot be read, or names no objective.
    pub fn read_lisa(&self, path: &Path) -> Result<NewDeck, AppError> {
        let (text, _) = decode(&bytes(path, LARGEST)?);
        let mut new = read(&text).map_err(|reason| AppError::NotAPage { path: path.to_owned(), reason })?;
        if let Some((standing, ..)) = self.standing(&new.head.id)? {
            let refused = self.refused(std::slice::from_ref(&new.head.id));
            new.cards.retain(|card| standing.cards.iter().chain(&refused).all(|own| own.key != card.key));
        }
        Ok(new)
    }
}
