//! Going back to a backup.

use std::path::{Path, PathBuf};

use jiff::Zoned;
use tempfile::TempDir;

use super::{LEFT_OVER, Name, list, packing, take_named};
use crate::{
    app::{clock::Clock, error::AppError, machine, paths::Paths},
    journal::{self, Compared, Journal, JournalError},
};

/// A backup that was looked at and may be restored.
#[derive(Debug)]
pub struct Plan {
    /// Its file.
    pub path: PathBuf,
    /// How many events it holds.
    pub events: u64,
    /// The events of the present history (first) and of the backup (second); `None` when the present one cannot be read.
    pub compared: Option<Compared>,
    /// When its last answer or change was made on the device that made it.
    pub last: Option<Zoned>,
    /// The unpacked copy.
    folder: TempDir,
}

/// What a restore came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the history as it was before is kept: a backup, or the damaged file itself.
    pub before: Option<PathBuf>,
}

/// The file that `typed` means: a path, or a backup by its name, in whole or without its ends, or the last one of a date.
fn find(paths: &Paths, typed: &Path) -> Result<PathBuf, AppError> {
    if typed.is_file() {
        return Ok(typed.to_owned());
    }
    let text = typed.to_string_lossy();
    let all = list(&paths.backups());
    let named = all.iter().find(|backup| backup.name.to_string() == text || backup.name.short() == text);
    let dated = || all.iter().find(|backup| backup.name.date.to_string() == text);
    named
        .or_else(dated)
        .map(|backup| backup.path.clone())
        .ok_or_else(|| AppError::NoBackup(crate::card::Text::one_line(&text)))
}

impl Plan {
    /// Unpacks a backup, checks it, and compares it with the present history. Nothing is changed yet.
    ///
    /// # Errors
    /// When there is no such backup, it is not whole, or a newer program has written it.
    pub fn of(paths: &Paths, typed: &Path) -> Result<Self, AppError> {
        let path = find(paths, typed)?;
        let refused = |error: JournalError| AppError::NotABackup { path: path.clone(), error };
        let io = |source: std::io::Error| refused(JournalError::Damaged(source.to_string()));
        paths.create().map_err(|(path, source)| AppError::Folder { path, source })?;
        let folder = tempfile::Builder::new().prefix(LEFT_OVER).tempdir_in(&paths.data).map_err(io)?;
        let copy = folder.path().join("journal.db");
        packing::unpack(&path, &copy).map_err(io)?;
        let events = journal::check(&copy).map_err(refused)?;
        let backup = Journal::open_read_only(&copy).map_err(refused)?;
        let present = Journal::open_read_only(&paths.journal()).ok();
        let compared = present.and_then(|present| present.compare(&backup).ok());
        let last = backup.last_wall().unwrap_or(None);
        Ok(Self { path, events, compared, last, folder })
    }

    /// The backup's own history, to read.
    pub(in crate::app) fn open(&self) -> Result<Journal, AppError> {
        Ok(Journal::open_read_only(&self.folder.path().join("journal.db"))?)
    }

    /// Puts the backup in the place of the present history, which is backed up first. This home gets a new device id, so
    /// that no id is ever used twice.
    ///
    /// # Errors
    /// When the present history cannot be backed up, is newer, or cannot be written; it is then as it was.
    pub fn carry_out(self, paths: &Paths, clock: &dyn Clock) -> Result<Restored, AppError> {
        let wall = clock.wall();
        let marker = machine::marker(&paths.data);
        let copy = self.folder.path().join("journal.db");
        // The new id is in the copy before it is anybody's history: a crash in between cannot leave an old id in use.
        let mut own = Journal::open(&copy, &marker)?;
        own.renew_device()?;
        drop(own);
        if !paths.journal().exists() {
            drop(Journal::open(&paths.journal(), &marker)?);
        }
        let name = Name::before_restore(&wall);
        let (mut present, before) = match present(paths, name) {
            Ok((present, before)) => (present, before),
            Err(AppError::Journal(JournalError::Damaged(_) | JournalError::NotAJournal)) => {
                let aside = put_aside(paths, name)?;
                (Journal::open(&paths.journal(), &marker)?, Some(aside))
            }
            Err(error) => return Err(error),
        };
        present.become_copy_of(&copy)?;
        tracing::info!(events = self.events, "restored");
        Ok(Restored { before })
    }
}

/// Opens the present history and backs it up, if there is anything in it.
fn present(paths: &Paths, name: Name) -> Result<(Journal, Option<PathBuf>), AppError> {
    let present = Journal::open(&paths.journal(), &machine::marker(&paths.data))?;
    if present.is_empty()? {
        return Ok((present, None));
    }
    match take_named(&present, &paths.backups(), name) {
        Ok(taken) => Ok((present, Some(taken.path))),
        Err(AppError::Backup(error @ JournalError::Damaged(_))) => Err(error.into()),
        Err(error) => Err(error),
    }
}

/// Moves a damaged history, with what SQLite keeps beside it, out of the way. It is not thrown away.
fn put_aside(paths: &Paths, name: Name) -> Result<PathBuf, AppError> {
    let journal = paths.journal();
    let stem = name.to_string().replace("-before-restore.db.zst", "-damaged.db");
    let aside = journal.with_file_name(stem);
    for end in ["-wal", "-shm", ""] {
        let with_end = |path: &Path| {
            let mut path = path.to_owned().into_os_string();
            path.push(end);
            PathBuf::from(path)
        };
        match std::fs::rename(with_end(&journal), with_end(&aside)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(AppError::File { path: journal, source: error });
            }
            _ => {}
        }
    }
    Ok(aside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_the_last_backup_of_that_day_and_each_can_be_named() {
        let home = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(home.path().into())).expect("paths");
        std::fs::create_dir_all(paths.backups()).expect("a folder");
        let names = [
            "journal-2026-11-22.db.zst",
            "journal-2026-11-22-080000.db.zst",
            "journal-2026-11-22-201500.db.zst",
        ];
        for name in names {
            crate::app::files::write_atomically(&paths.backups().join(name), b"x").expect("written");
        }
        let found = |typed: &str| {
            let path = find(&paths, Path::new(typed)).expect("found");
            path.file_name().expect("a name").to_string_lossy().into_owned()
        };
        assert_eq!(found("2026-11-22"), names[2]);
        assert_eq!(found("2026-11-22-080000"), names[1]);
        assert_eq!((found("2026-11-22-daily").as_str(), found(names[0]).as_str()), (names[0], names[0]));
    }
}
