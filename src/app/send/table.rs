//! Spreadsheets.

use std::path::Path;

use super::TableFormat;
use crate::{
    app::{error::AppError, open::App, scope::Scope},
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
    /// When a card cannot be read or the file not be written.
    pub fn send_table(&self, scope: &Scope, format: TableFormat, path: &Path) -> Result<TableSent, AppError> {
        let cards = self.selected(scope)?;
        let pairs: Vec<_> = cards.iter().map(|(head, card)| (head, card)).collect();
        let written = write(&pairs, format, self.messages.lang() == Lang::Fr);
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
