//! The tables, their version, and how a connection is set up.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::{JournalError, copy, files};

/// The newest format that this program knows (`user_version`).
pub(super) const SCHEMA: u32 = 1;

/// How each format is made from the one before it, the first from nothing.
const STEPS: [&str; SCHEMA as usize] = [include_str!("schema.sql")];

/// `Cara`, so that `file` and this program know a journal from another database.
const APPLICATION: u32 = 0x4361_7261;

/// How long a writer waits for another: longer than any replay.
const PATIENCE: Duration = Duration::from_secs(20);

/// Statements kept ready.
const STATEMENTS: usize = 64;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Empty,
    Journal,
}

/// How safe writes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Log {
    /// The write-ahead log.
    Ahead,
    /// The rollback journal, where the former cannot be.
    Rollback,
}

/// Opens the database at `path`, which exists, and brings it to the current format.
pub(super) fn open(path: &Path) -> Result<(Connection, Log), JournalError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, error))?;
    set_up(&conn)?;
    examine(&conn)?;
    if conn.is_readonly("main")? {
        return Err(JournalError::ReadOnly);
    }
    let log = if files::on_network(path) { rollback(&conn)? } else { write_ahead(&conn)? };
    durable(&conn)?;
    upgrade(&mut conn, &STEPS, &mut |conn, found| keep_former(conn, path, found))?;
    Ok((conn, log))
}

/// Opens the database at `path` without ever writing to it. A newer format is read as far as it can be.
pub(super) fn open_read_only(path: &Path) -> Result<Connection, JournalError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, error))?;
    match examine_to_read(conn) {
        // Where nothing may be written, SQLite cannot make the companions of its log; with an empty log it needs none.
        Err(JournalError::Io(_) | JournalError::ReadOnly) if log_is_empty(path) => {
            let flags = flags | OpenFlags::SQLITE_OPEN_URI;
            examine_to_read(Connection::open_with_flags(unchanging(path), flags)?)
        }
        examined => examined,
    }
}

fn examine_to_read(conn: Connection) -> Result<Connection, JournalError> {
    set_up(&conn)?;
    match examine(&conn) {
        Ok(Found::Journal) | Err(JournalError::Newer { .. }) => Ok(conn),
        Ok(Found::Empty) => Err(JournalError::NotAJournal),
        Err(error) => Err(error),
    }
}

fn log_is_empty(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).map_or(true, |metadata| metadata.len() == 0)
}

/// A URI that tells SQLite that nobody writes to the file.
fn unchanging(path: &Path) -> String {
    let mut uri = "file:".to_owned();
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => uri.extend(["%", &format!("{byte:02X}")]),
        }
    }
    uri + "?immutable=1"
}

/// A database in memory.
pub(super) fn open_in_memory() -> Result<Connection, JournalError> {
    let mut conn = Connection::open_in_memory()?;
    set_up(&conn)?;
    upgrade(&mut conn, &STEPS, &mut |_, _| Ok(()))?;
    Ok(conn)
}

fn cannot_open(path: &Path, error: rusqlite::Error) -> JournalError {
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            JournalError::Open { path: path.to_owned(), reason: error.to_string() }
        }
        _ => error.into(),
    }
}

fn set_up(conn: &Connection) -> Result<(), JournalError> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.pragma_update(None, "foreign_keys", true)?;
    // What a damaged or hostile file may do is kept small.
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    Ok(())
}

/// A commit that has returned survives the loss of power.
fn durable(conn: &Connection) -> Result<(), JournalError> {
    conn.pragma_update(None, "synchronous", "FULL")?;
    // On macOS fsync does not reach the disk; elsewhere these change nothing.
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    Ok(())
}

fn pragma(conn: &Connection, name: &str) -> rusqlite::Result<u32> {
    conn.pragma_query_value(None, name, |row| row.get(0))
}

/// What the file is, without writing to it.
fn examine(conn: &Connection) -> Result<Found, JournalError> {
    // One look: a process that creates the journal between two looks would make it seem another program's file.
    let look = conn.unchecked_transaction()?;
    let (application, version) = (pragma(&look, "application_id")?, pragma(&look, "user_version")?);
    let tables: u32 = look.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    look.finish()?;
    if application == APPLICATION {
        if version > SCHEMA {
            return Err(JournalError::Newer { found: version, known: SCHEMA });
        }
        return Ok(Found::Journal);
    }
    if application == 0 && version == 0 && tables == 0 {
        Ok(Found::Empty)
    } else {
        Err(JournalError::NotAJournal)
    }
}

/// The error of a newer format, if it is one.
pub(super) fn newer(conn: &Connection) -> Result<Option<JournalError>, JournalError> {
    match examine(conn) {
        Ok(_) => Ok(None),
        Err(error @ JournalError::Newer { .. }) => Ok(Some(error)),
        Err(error) => Err(error),
    }
}

fn write_ahead(conn: &Connection) -> Result<Log, JournalError> {
    // While another process creates the journal, SQLite refuses the change of mode at once instead of waiting; so
    // wait for it as for any writer.
    const TRIES: usize = 100;
    for _ in 0..TRIES {
        match journal_mode(conn, "WAL") {
            Ok(mode) if mode == "wal" => return Ok(Log::Ahead),
            Ok(_) => return rollback(conn),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                conn.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
            }
            Err(error) => match error.sqlite_error_code() {
                Some(
                    ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::FileLockingProtocolFailed,
                ) => {
                    return rollback(conn);
                }
                _ => return Err(error.into()),
            },
        }
    }
    Err(JournalError::Busy)
}

fn rollback(conn: &Connection) -> Result<Log, JournalError> {
    journal_mode(conn, "DELETE")?;
    Ok(Log::Rollback)
}

fn journal_mode(conn: &Connection, mode: &str) -> rusqlite::Result<String> {
    conn.pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0))
}

/// Brings a database to the newest format, all steps in one transaction; `before` is called first where there is
/// something to lose.
fn upgrade(
    conn: &mut Connection,
    steps: &[&str],
    before: &mut dyn FnMut(&Connection, u32) -> Result<(), JournalError>,
) -> Result<(), JournalError> {
    let found = pragma(conn, "user_version")?;
    if found as usize >= steps.len() {
        return Ok(());
    }
    if found > 0 {
        before(conn, found)?;
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been faster.
    let found = pragma(&tx, "user_version")?;
    if found == 0 {
        tx.pragma_update(None, "application_id", APPLICATION)?;
    }
    for step in steps.iter().skip(found as usize) {
        tx.execute_batch(step)?;
    }
    if (found as usize) < steps.len() {
        tx.pragma_update(None, "user_version", u32::try_from(steps.len()).unwrap_or(SCHEMA))?;
    }
    tx.commit()?;
    Ok(())
}

/// Copies the journal of a former format beside the backups, where it stays.
fn keep_former(conn: &Connection, path: &Path, format: u32) -> Result<(), JournalError> {
    let folder = path.with_file_name("backups");
    files::prepare_folder(&folder)?;
    copy::copy_file(conn, &folder.join(format!("journal-format-{format}.db")))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_read_where_nothing_may_be_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("é #1?%.db");
        files::prepare(&path).expect("made");
        drop(open(&path).expect("opened"));
        assert!(log_is_empty(&path));
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let conn = Connection::open_with_flags(unchanging(&path), flags).expect("opened");
        assert_eq!(examine(&conn).expect("read"), Found::Journal);
    }

    #[test]
    fn a_former_format_is_kept_before_it_is_brought_up_in_one_go() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.db");
        files::prepare(&path).expect("made");
        let (mut conn, _) = open(&path).expect("opened");
        conn.execute("INSERT INTO meta VALUES ('x', 'former')", []).expect("written");
        let value = |conn: &Connection| -> String {
            conn.query_row("SELECT value FROM meta WHERE key = 'x'", [], |row| row.get(0)).expect("a value")
        };
        let version = |conn: &Connection| pragma(conn, "user_version").expect("a version");
        let mut keep = |conn: &Connection, found: u32| keep_former(conn, &path, found);

        let broken = [STEPS[0], "UPDATE meta SET value = 'half'", "nonsense"];
        assert!(upgrade(&mut conn, &broken, &mut keep).is_err());
        assert_eq!((value(&conn).as_str(), version(&conn)), ("former", 1), "all steps or none");

        let steps = [STEPS[0], "UPDATE meta SET value = 'present' WHERE key = 'x'"];
        upgrade(&mut conn, &steps, &mut keep).expect("brought up");
        assert_eq!((value(&conn).as_str(), version(&conn)), ("present", 2));
        upgrade(&mut conn, &steps, &mut |_, _| panic!("it is done")).expect("nothing to do");

        let former = open_read_only(&folder.path().join("backups/journal-format-1.db")).expect("a copy");
        assert_eq!((value(&former).as_str(), version(&former)), ("former", 1));
    }
}
