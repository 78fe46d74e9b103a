//! A list comes in: read and shown first, then kept as a whole.

use std::path::{Path, PathBuf};

use super::kept::{Imported, KeptProgramme, ProgrammeFault};
use crate::{
    app::{
        App,
        bring::{TableWishes, bytes},
        error::AppError,
        files::write_atomically,
    },
    card::{Changes, Text},
    exchange::programme::{Listed, read, write},
    i18n::Lang,
};

/// The largest list that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// A list that was read, and what it would change.
#[derive(Clone, Debug)]
pub struct PlannedProgramme {
    /// What was read.
    pub listed: Listed,
    /// What it says otherwise than the programme that is kept; against nothing where there is none.
    pub changes: Changes,
    /// There is one that it replaces.
    pub replaces: bool,
    /// What lies in its place cannot be read, and will be kept aside.
    pub unreadable: bool,
    from: Text,
}

impl PlannedProgramme {
    /// Whether keeping it changes anything.
    #[must_use]
    pub fn changes_anything(&self) -> bool {
        !self.listed.programme.is_empty() && !self.changes.is_empty()
    }
}

impl App {
    /// Reads a list of items and objectives. Nothing is written; rows with mistakes are left out and told.
    ///
    /// # Errors
    /// When the file cannot be read, or a newer Carabin keeps a programme here.
    pub fn read_programme(&self, path: &Path, wishes: &TableWishes) -> Result<PlannedProgramme, AppError> {
        let listed = read(&bytes(path, LARGEST)?, wishes.separator, wishes.columns.as_deref());
        let before = self.readable_programme()?;
        let unreadable = before.is_none();
        let before = before.flatten();
        let changes =
            listed.programme.changes_since(&before.as_ref().map(|k| k.programme.clone()).unwrap_or_default());
        let from = path.file_name().map(|name| Text::one_line(&name.to_string_lossy())).unwrap_or_default();
        Ok(PlannedProgramme { listed, changes, replaces: before.is_some(), unreadable, from })
    }

    /// Keeps the programme of a list, in place of the one before. What lies there and cannot be read is kept aside.
    ///
    /// # Errors
    /// When its file cannot be written, or a newer Carabin has written it since; the one before is then still there.
    pub fn import_programme(&mut self, planned: PlannedProgramme) -> Result<Imported, AppError> {
        // Looked at again: a sync may have brought another since.
        if self.readable_programme()?.is_none() {
            self.keep_programme_aside()?;
        }
        let imported = self.clock.wall().date();
        let kept = KeptProgramme { programme: planned.listed.programme, imported, from: planned.from };
        self.keep_programme(&kept)?;
        Ok(kept.about())
    }

    /// The programme that is kept; `None` where what lies there is damaged or something else.
    #[allow(clippy::option_option, reason = "unreadable, or none, or one")]
    fn readable_programme(&self) -> Result<Option<Option<KeptProgramme>>, AppError> {
        match self.programme() {
            Err(AppError::Programme { fault: ProgrammeFault::Foreign, .. } | AppError::TooLarge(_)) => {
                Ok(None)
            }
            kept => kept.map(Some),
        }
    }

    /// Writes the programme as a list for spreadsheets, and for friends. Gives what was written.
    ///
    /// # Errors
    /// When there is none, or a file cannot be read or written.
    pub fn export_programme(&self, path: &Path) -> Result<Imported, AppError> {
        let Some(kept) = self.programme()? else { return Err(AppError::NoProgramme) };
        let text = write(&kept.programme, self.messages.lang() == Lang::Fr);
        let failed = |source| AppError::File { path: PathBuf::from(path), source };
        write_atomically(path, text.as_bytes()).map_err(failed)?;
        Ok(kept.about())
    }
}
