//! Spreadsheets.

use std::path::Path;

use super::TableFormat;
use crate::{
    app::{error::AppError, open::App, progress::Progress, scope::Scope},
    card::Kind,
    exchange::table::write,
    i18n::Lang,
};

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSent {
    /// How many cards.
    pub cards: usize,
    /// Cards of kinds that no row can hold.
    pub left_out: Vec<(Kind, usize)>,
    /// Cards that lost a picture.
    pub pictures: usize,
}

impl App {
    /// Writes the cards of a selection as a table. Nothing is written when there is none.
    ///
    /// # Errors
    /// When a card cannot be read, the file not be written, or it is stopped.
    pub fn send_table(
        &self,
        scope: &Scope,
        format: TableFormat,
        path: &Path,
        progress: &mut dyn Progress,
    ) -> Result<TableSent, AppError> {
        let cards = self.selected(scope, progress)?;
        let pairs: Vec<_> = cards.iter().map(|(head, card)| (head, card)).collect();
        let written = write(&pairs, format, self.messages.lang() == Lang::Fr);
        progress.go_on("progress-write", 0, 1)?;
        if written.cards > 0 {
            Self::write_out(path, written.text.as_bytes())?;
        }
        Ok(TableSent {
            cards: written.cards,
            left_out: written.left_out.into_iter().collect(),
            pictures: written.pictures,
        })
    }
}
