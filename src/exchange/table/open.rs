//! From the bytes of a table to its cells, whatever its rows are.

use super::{
    cells::{Cells, cells},
    decode::{Encoding, decode},
    dialect::{self, Header, Separator},
    read::{Mistake, whole},
    write::is_guarded,
};

/// A table cut into rows and cells.
pub(in crate::exchange) struct Opened {
    pub(in crate::exchange) encoding: Encoding,
    pub(in crate::exchange) separator: Separator,
    pub(super) header: Header,
    /// The rows with their numbers in the spreadsheet.
    pub(in crate::exchange) rows: Vec<Cells>,
    /// Why there are none.
    pub(in crate::exchange) broken: Option<Mistake>,
}

impl Opened {
    /// The names that a header line of Anki's gives to the columns.
    pub(in crate::exchange) fn names(&self) -> Option<Vec<String>> {
        self.header.names(self.separator)
    }
}

/// Cuts a table. What it does not say of itself shows; `separator` decides.
pub(in crate::exchange) fn open(bytes: &[u8], separator: Option<Separator>) -> Opened {
    let (text, encoding) = decode(bytes);
    let (header, rest) = dialect::header(&text);
    let separator = separator.or(header.separator).unwrap_or_else(|| Separator::guess(rest));
    let (rows, broken) = match cells(rest, separator.0, header.rows + 1) {
        Ok(rows) if rows.is_empty() => (rows, Some(whole(0, "table-empty"))),
        Ok(mut rows) => {
            rows.iter_mut().flat_map(|(_, cells)| cells).for_each(|cell| unguard(cell, separator));
            (rows, None)
        }
        Err(broken) => (Vec::new(), Some(whole(broken.row, broken.why.message_id()))),
    };
    Opened { encoding, separator, header, rows, broken }
}

/// What spreadsheets would run as a formula stands behind an apostrophe (see `write`).
fn unguard(cell: &mut String, separator: Separator) {
    if separator.0 != '\t' && cell.strip_prefix('\'').is_some_and(is_guarded) {
        cell.remove(0);
    }
}
