//! Backups of the history: whole copies, packed, in a folder beside it.
//!
//! One is made by itself each day on which there is none yet ([`App::daily_backup`]); of those, the newest of the last 7 days,
//! 8 weeks and 24 months that have one are kept. Those that the student asks for stay; of those made before a restore, the
//! last 3. A backup is `journal-DATE[-TIME[-before-restore]].db.zst`: an SQLite database, packed by Zstandard.

mod daily;
mod name;
mod packing;
mod restore;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::{App, error::AppError};
use crate::journal::{Journal, JournalError};

pub use daily::{Daily, daily_at_end};
pub use name::{Name, Why};
pub use restore::{Plan, Restored};

/// A backup in the folder of backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its name.
    pub name: Name,
    /// Its file.
    pub path: PathBuf,
    /// How large it is.
    pub bytes: u64,
}

/// A backup that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its file.
    pub path: PathBuf,
    /// How many events it holds.
    pub events: u64,
    /// How large it is.
    pub bytes: u64,
}

/// The backups of a folder, the newest first; what is not named like one is left out.
#[must_use]
pub fn list(folder: &Path) -> Vec<Backup> {
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut all: Vec<Backup> = files
        .filter_map(|file| {
            let file = file.ok()?;
            let name = Name::parse(file.file_name().to_str()?)?;
            let bytes = file.metadata().ok()?.len();
            Some(Backup { name, path: file.path(), bytes })
        })
        .collect();
    all.sort_by_key(|backup| std::cmp::Reverse(backup.name));
    all
}

impl App {
    /// Backs the history up now: into `to`, or under the name of this moment among the other backups. A name that ends in
    /// `.db` makes a plain database, any other a packed one.
    ///
    /// # Errors
    /// When it cannot be written or, once written, does not read back whole; then nothing is left of it.
    pub fn back_up(&self, to: Option<&Path>) -> Result<Taken, AppError> {
        let wall = self.clock.wall();
        match to {
            Some(path) => take(&self.journal, path),
            None => take_named(&self.journal, &self.paths.backups(), Name::asked(&wall)),
        }
    }
}

/// Opens the history only to read it: also one that a newer Carabin has written.
pub(super) fn open_to_read(path: &Path) -> Result<Journal, AppError> {
    if !path.exists() {
        return Err(AppError::NoHistory);
    }
    Ok(Journal::open_read_only(path)?)
}

/// Whether a file that begins so is a backup, packed or not.
pub(super) fn is_backup(start: &[u8]) -> bool {
    start.starts_with(&packing::MAGIC) || start.starts_with(b"SQLite format 3\0")
}

/// Makes a backup in the folder of backups.
fn take_named(journal: &Journal, folder: &Path, name: Name) -> Result<Taken, AppError> {
    super::paths::create_private(folder)
        .map_err(|source| AppError::Folder { path: folder.to_owned(), source })?;
    take(journal, &folder.join(name.to_string()))
}

/// Makes a backup at `path`, checked before it takes its place.
fn take(journal: &Journal, path: &Path) -> Result<Taken, AppError> {
    let plain = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("db"));
    let events = if plain {
        journal.copy_to(path).map_err(AppError::Backup)?
    } else {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = |error: std::io::Error| AppError::Backup(unwritten(path, &error));
        let draft = tempfile::Builder::new().prefix(LEFT_OVER).tempdir_in(folder).map_err(file)?;
        let copy = draft.path().join("journal.db");
        let events = journal.copy_to(&copy).map_err(AppError::Backup)?;
        packing::pack(&copy, path).map_err(file)?;
        events
    };
    let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
    tracing::info!(events, bytes, "backed up");
    Ok(Taken { path: path.to_owned(), events, bytes })
}

/// What the names of files that are not finished begin with.
const LEFT_OVER: &str = ".carabin-";

fn unwritten(path: &Path, error: &std::io::Error) -> JournalError {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => JournalError::Full,
        ErrorKind::FileTooLarge => JournalError::Unwritten(error.to_string()),
        _ => JournalError::Open { path: path.to_owned(), reason: error.to_string() },
    }
}

/// Which of the backups that were made by themselves are no longer needed.
///
/// By number, not by age: a clock that jumps ahead ten years must not empty the folder. Those of days to come (the clock was
/// wrong when they were made) count for themselves.
fn superfluous(backups: &[Backup], today: Date) -> Vec<&Backup> {
    const DAYS: usize = 7;
    const WEEKS: usize = 8;
    const MONTHS: usize = 24;
    const BEFORE_RESTORE: usize = 3;
    let mut sorted: Vec<&Backup> = backups.iter().collect();
    sorted.sort_by_key(|backup| std::cmp::Reverse(backup.name));
    let daily = |backup: &&&Backup| backup.name.why == Why::Daily;
    let (to_come, past): (Vec<&Backup>, Vec<&Backup>) =
        sorted.iter().filter(daily).partition(|backup| backup.name.date > today);
    let mut kept: Vec<&Backup> = to_come.into_iter().take(DAYS).collect();
    keep_newest(&past, DAYS, |date| (date.year(), i16::from(date.month()), date.day()), &mut kept);
    let week = |date: Date| (date.iso_week_date().year(), i16::from(date.iso_week_date().week()), 0);
    keep_newest(&past, WEEKS, week, &mut kept);
    keep_newest(&past, MONTHS, |date| (date.year(), i16::from(date.month()), 0), &mut kept);
    let restores = sorted.iter().filter(|backup| backup.name.why == Why::BeforeRestore);
    kept.extend(restores.take(BEFORE_RESTORE).copied());
    sorted.into_iter().filter(|backup| backup.name.why != Why::Asked && !kept.contains(backup)).collect()
}

/// Keeps the newest of each of the last `count` spans (days, weeks, months) that have one.
fn keep_newest<'a>(
    sorted: &[&'a Backup],
    count: usize,
    span: impl Fn(Date) -> (i16, i16, i8),
    kept: &mut Vec<&'a Backup>,
) {
    let mut last = None;
    let mut spans = 0;
    for backup in sorted {
        let this = span(backup.name.date);
        if last.replace(this) != Some(this) {
            spans += 1;
            if spans > count {
                return;
            }
            kept.push(backup);
        }
    }
}

/// Removes what is no longer needed, and what a crash has left.
fn prune(folder: &Path, today: Date, made: &Path) {
    let all = list(folder);
    for backup in superfluous(&all, today) {
        if let Err(error) = std::fs::remove_file(&backup.path) {
            tracing::warn!(%error, path = %backup.path.display(), "an old backup stays");
        }
    }
    // What is unfinished and an hour older than the backup just made, nobody is working on.
    let modified = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    let Some(now) = modified(made) else { return };
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let old = modified(&file.path())
            .and_then(|then| now.duration_since(then).ok())
            .is_some_and(|age| age.as_secs() > 3600);
        if old && file.file_name().to_string_lossy().starts_with(LEFT_OVER) {
            let path = file.path();
            let _ = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;

    use super::*;

    fn backup(name: &str) -> Backup {
        Backup { name: Name::parse(name).expect("a name"), path: name.into(), bytes: 1 }
    }

    fn daily(date: Date) -> Backup {
        backup(&format!("journal-{date}.db.zst"))
    }

    /// A backup each day for `days` days, pruned each day.
    fn lived(from: Date, days: i32) -> Vec<Date> {
        let mut all: Vec<Backup> = Vec::new();
        for day in 0..days {
            let today = from.checked_add(day.days()).expect("a date");
            all.push(daily(today));
            let gone: Vec<Backup> = superfluous(&all, today).into_iter().cloned().collect();
            all.retain(|backup| !gone.contains(backup));
        }
        all.iter().map(|backup| backup.name.date).collect()
    }

    #[test]
    fn of_three_years_there_stay_seven_days_eight_weeks_and_twenty_four_months() {
        let from: Date = "2023-11-22".parse().expect("a date");
        let kept = lived(from, 3 * 365);
        let last = *kept.last().expect("the newest");
        assert!(kept.len() <= 7 + 8 + 24 && kept.len() >= 24 + 7, "{}", kept.len());
        for back in 0..7 {
            assert!(kept.contains(&last.checked_sub(back.days()).expect("a date")), "{back} days");
        }
        let oldest = kept.first().expect("the oldest");
        let months = (last.year() - oldest.year()) * 12 + i16::from(last.month()) - i16::from(oldest.month());
        assert_eq!(months, 23);
    }

    #[test]
    fn days_without_study_take_nobody_s_place() {
        let dates = [
            "2026-11-22",
            "2026-08-01",
            "2026-07-31",
            "2025-01-02",
            "2024-02-02",
            "2020-05-05",
            "2019-01-01",
        ];
        let all: Vec<Backup> = dates.map(|date| daily(date.parse().expect("a date"))).into();
        assert!(superfluous(&all, "2026-11-22".parse().expect("a date")).is_empty());
    }

    #[test]
    fn a_clock_that_jumps_ahead_empties_nothing_and_its_backups_displace_none() {
        let from: Date = "2026-10-01".parse().expect("a date");
        let mut all: Vec<Backup> = lived(from, 30).into_iter().map(daily).collect();
        let before = all.len();
        for day in 0..20 {
            let wrong =
                "2036-11-01".parse::<Date>().expect("a date").checked_add(day.days()).expect("a date");
            all.push(daily(wrong));
        }
        let today: Date = "2026-10-30".parse().expect("a date");
        let gone = superfluous(&all, today);
        assert!(gone.iter().all(|backup| backup.name.date > today), "{gone:?}");
        assert_eq!(all.len() - gone.len(), before + 7);
    }

    #[test]
    fn what_the_student_asked_for_stays_and_three_of_those_before_a_restore() {
        let mut all: Vec<Backup> =
            (1..=9).map(|day| backup(&format!("journal-2026-11-0{day}-101500.db.zst"))).collect();
        all.extend(
            (1..=5).map(|day| backup(&format!("journal-2026-11-0{day}-101500-before-restore.db.zst"))),
        );
        let gone = superfluous(&all, "2026-11-22".parse().expect("a date"));
        let names: Vec<String> = gone.iter().map(|backup| backup.name.to_string()).collect();
        let expected = ["02", "01"].map(|day| format!("journal-2026-11-{day}-101500-before-restore.db.zst"));
        assert_eq!(names, expected);
    }
}
