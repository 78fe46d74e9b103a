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
    /// Reads pages of LiSA; `over`: also what the student has refused.
    ///
    /// # Errors
    /// Those of [`Self::read_lisa`], or when it is stopped.
    pub fn read_all_lisa(
        &self,
        paths: &[PathBuf],
        over: bool,
        progress: &mut dyn Progress,
    ) -> Result<Vec<NewDeck>, AppError> {
        let mut decks = Vec::with_capacity(paths.len());
        for (number, path) in paths.iter().enumerate() {
            progress.go_on("progress-lisa", number, paths.len())?;
            decks.push(self.read_lisa(path, over)?);
        }
        Ok(decks)
    }

    /// Reads a page of LiSA: a deck whose cards are drafts. Those that were refused are left out, unless the page is to be taken
    /// `over` what the student did.
    ///
    /// # Errors
    /// When the file cannot be read, or names no objective.
    pub fn read_lisa(&self, path: &Path, over: bool) -> Result<NewDeck, AppError> {
        let (text, _) = decode(&bytes(path, LARGEST)?);
        let mut new = read(&text).map_err(|reason| AppError::NotAPage { path: path.to_owned(), reason })?;
        if !over {
            let refused = self.refused(std::slice::from_ref(&new.head.id));
            new.cards.retain(|card| refused.iter().all(|own| own.key != card.key));
        }
        Ok(new)
    }
}
