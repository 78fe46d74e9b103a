//! Copies of the whole journal: made while it is in use, checked before they count; and the way back.

use std::{
    collections::HashSet,
    fs::File,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};

use super::{Hash, Journal, JournalError, rows, schema};

/// How often, and after which pause, a copy is tried again while another process writes.
const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(100);

/// What the events of two journals have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Events that only the first has.
    pub only_first: u64,
    /// Events that only the second has.
    pub only_second: u64,
    /// Events that both have.
    pub both: u64,
}

impl Journal {
    /// Writes a copy to `path` by SQLite's own online backup: a whole database in one file, as of one moment, readable by its
    /// owner only. The copy is checked before it takes its place; until then a file that is there stays. Gives the number of
    /// events in it.
    ///
    /// Others go on writing meanwhile.
    pub fn copy_to(&self, path: &Path) -> Result<u64, JournalError> {
        copy_file(&self.conn, path)
    }

    /// Takes over everything of the journal at `other`, in one transaction: events, device and all. Other processes
    /// that have this one open see the change.
    ///
    /// `other` must be a journal of this program's own format ([`Journal::open`] brings it there), and must not be used
    /// meanwhile.
    pub fn become_copy_of(&mut self, other: &Path) -> Result<(), JournalError> {
        check(other)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let source = Connection::open_with_flags(other, flags)?;
        self.conn.flush_prepared_statement_cache();
        transfer(&source, &mut self.conn)?;
        self.changed_elsewhere()?;
        Ok(())
    }

    /// Compares the events of this journal with those of another. It reads the hashes alone: 16 bytes an event.
    pub fn compare(&self, other: &Self) -> Result<Compared, JournalError> {
        let own: HashSet<Hash> = hashes(&self.conn)?.into_iter().collect();
        let others = hashes(&other.conn)?;
        let both = others.iter().filter(|hash| own.contains(hash)).count() as u64;
        Ok(Compared { only_first: own.len() as u64 - both, only_second: others.len() as u64 - both, both })
    }
}

/// Checks that `path` is a whole journal: the file, the format, every event's hash. Gives the number of events.
///
/// # Errors
/// [`JournalError::Damaged`] when it is not whole, [`JournalError::NotAJournal`] when it is something else.
pub fn check(path: &Path) -> Result<u64, JournalError> {
    let conn = schema::open_read_only(path)?;
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(JournalError::Damaged(verdict));
    }
    let mut altered = None;
    let mut statement =
        conn.prepare(&format!("SELECT {} FROM event e JOIN device d ON d.num = e.device", rows::COLUMNS))?;
    let mut found = statement.query([])?;
    let mut events = 0;
    while let Some(row) = found.next()? {
        let (_, event) = rows::event_of(row)?;
        events += 1;
        if !event.is_intact() {
            altered.get_or_insert(event.id);
        }
    }
    match altered {
        Some(id) => Err(JournalError::Damaged(format!("event {id}"))),
        None => Ok(events),
    }
}

/// See [`Journal::copy_to`].
pub(super) fn copy_file(conn: &Connection, path: &Path) -> Result<u64, JournalError> {
    let told = |error: io::Error| failed(path, &error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let draft = tempfile::Builder::new().prefix(".carabin-").tempfile_in(folder).map_err(told)?;
    // What SQLite leaves beside a copy that failed goes with it.
    let beside = Beside(draft.path().to_owned());
    copy(conn, &mut Connection::open(draft.path())?)?;
    let events = check(draft.path())?;
    drop(beside);
    draft.as_file().sync_all().map_err(told)?;
    draft.persist(path).map_err(|error| told(error.error))?;
    sync_folder(folder).map_err(told)?;
    Ok(events)
}

fn copy(from: &Connection, to: &mut Connection) -> Result<(), JournalError> {
    // The whole file is made durable at the end.
    to.pragma_update(None, "synchronous", "OFF")?;
    transfer(from, to)?;
    // A copy is one file: what follows the log of the original would leave companions beside it.
    to.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0))?;
    Ok(())
}

fn transfer(from: &Connection, to: &mut Connection) -> Result<(), JournalError> {
    let backup = Backup::new(from, to)?;
    for _ in 0..TRIES {
        match backup.step(-1)? {
            StepResult::Done => return Ok(()),
            _ => std::thread::sleep(PAUSE),
        }
    }
    Err(JournalError::Busy)
}

fn hashes(conn: &Connection) -> Result<Vec<Hash>, JournalError> {
    let mut statement = conn.prepare("SELECT hash FROM event")?;
    let rows = statement.query_map([], |row| row.get(0).map(Hash))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn failed(path: &Path, error: &io::Error) -> JournalError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            JournalError::Full
        }
        _ => JournalError::Open { path: path.to_owned(), reason: error.to_string() },
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// SQLite's companions of a file, removed when they are no longer needed.
struct Beside(PathBuf);

impl Drop for Beside {
    fn drop(&mut self) {
        for end in ["-journal", "-wal", "-shm"] {
            let mut path = self.0.clone().into_os_string();
            path.push(end);
            let _ = std::fs::remove_file(path);
        }
    }
}
