//! What goes out to other programs.

mod anki;
mod homecoming;
mod table;

use std::path::Path;

use super::{error::AppError, files::write_atomically, open::App, progress::Progress, scope::Scope};
use crate::card::{Card, DeckHead, Locator};

pub use crate::exchange::{package::Packed, table::Format as TableFormat};
pub use anki::Packing;
pub use table::TableSent;

/// After so many cards whoever waits is told.
const TOLD: usize = 256;

impl App {
    /// The cards of a selection with the heads of their decks, deck by deck in the order of the files. Drafts are left
    /// out.
    ///
    /// # Errors
    /// When a card cannot be read, or it is stopped.
    pub(super) fn selected(
        &self,
        scope: &Scope,
        progress: &mut dyn Progress,
    ) -> Result<Vec<(DeckHead, Card)>, AppError> {
        let catalogue = self.catalogue();
        let mut out: Vec<(DeckHead, Card)> = Vec::new();
        let mut last: Option<Locator> = None;
        for (number, entry) in catalogue.entries.iter().enumerate() {
            if number.is_multiple_of(TOLD) {
                progress.go_on("progress-select", number, catalogue.entries.len())?;
            }
            if entry.draft || !scope.holds(entry, &catalogue) {
                continue;
            }
            let Some(deck) = catalogue.decks.get(entry.deck as usize) else { continue };
            if scope.decks.is_empty() && !self.studies(&deck.head) {
                continue;
            }
            let locator = catalogue.locator(number).card();
            if last.as_ref() == Some(&locator) {
                continue;
            }
            if let Some(card) = self.library.card(&locator)? {
                out.push((deck.head.clone(), card));
            }
            last = Some(locator);
        }
        Ok(out)
    }

    fn write_out(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
        write_atomically(path, bytes).map_err(|source| AppError::File { path: path.to_owned(), source })
    }
}
