//! What the terminal can do, so far as it tells.

use super::{Area, Level, Sheet, count};

/// What is known of the terminal. Who draws on it fills this in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terminal {
    /// Input and output are a terminal.
    pub there: bool,
    /// It cannot move the cursor.
    pub dumb: bool,
    /// The locale says that it shows Unicode.
    pub unicode: bool,
    /// How many colours it shows: 0, 16, 256, or 16,777,216.
    pub colours: u32,
    /// Columns and rows.
    pub size: Option<(u16, u16)>,
}

/// The smallest screen that everything fits on.
const SMALLEST: (u16, u16) = (40, 12);

pub(super) fn look(sheet: &mut Sheet) {
    const TERMINAL: Area = Area::Terminal;
    let Some(terminal) = sheet.patient.terminal else { return };
    if !terminal.there || terminal.dumb {
        let id = if terminal.there { "doctor-dumb-terminal" } else { "doctor-no-terminal" };
        sheet.note(TERMINAL, Level::Note, id, &[]);
        return;
    }
    if !terminal.unicode {
        sheet.note(TERMINAL, Level::Warning, "doctor-no-unicode", &[]);
    }
    let Some((columns, rows)) = terminal.size else { return };
    let args = [
        ("columns", count(columns.into())),
        ("rows", count(rows.into())),
        ("colours", terminal.colours.into()),
    ];
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        sheet.note(TERMINAL, Level::Note, "doctor-small-terminal", &args);
    } else {
        sheet.note(TERMINAL, Level::Good, "doctor-terminal-good", &args);
    }
}
