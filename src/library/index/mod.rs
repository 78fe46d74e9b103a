//! The index: a SQLite cache of what the decks hold, rebuildable from them at any time.
//!
//! `file` has a row for each deck file with the stamp it was read at and its entries packed
//! ([`super::pack`]); `card` holds the cards' bodies as JSON; `card_text` is the full-text index over them
//! (contentless: the texts are not kept twice).

mod read;
mod search;
mod write;

use std::{fs, path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode};

use super::notice::{LibraryError, Notice};

pub(super) use read::{FileRow, tier_number};
pub(super) use write::Fresh;

/// "CarL": tells the library's index from any other SQLite file.
const APPLICATION_ID: i32 = 0x4361_724C;

/// The version of the tables and of the packed entries. Any other version is thrown away and made anew.
pub(super) const VERSION: i32 = 3;

const SCHEMA: &str = "
    CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        tier INTEGER NOT NULL,
        root BLOB NOT NULL,
        path TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime INTEGER NOT NULL,
        racy INTEGER NOT NULL,
        hash BLOB NOT NULL,
        reader INTEGER NOT NULL,
        media BLOB NOT NULL,
        errors INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        head TEXT,
        entries BLOB NOT NULL,
        UNIQUE (tier, root, path)
    ) STRICT;
    CREATE TABLE card (
        id INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES file (id),
        key TEXT NOT NULL,
        digest BLOB NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (file, key)
    ) STRICT;
    CREATE VIRTUAL TABLE card_text USING fts5 (
        name, prompt, answer, rest,
        content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    );
";

/// An open index.
#[derive(Debug)]
pub(super) struct Index {
    connection: Connection,
}

impl Index {
    /// Opens the index at `path`. What is broken is made anew; where that fails, the index lives in memory.
    /// `patience` is how long a writer waits for another.
    pub(super) fn open(path: &Path, patience: Duration) -> Result<(Self, Vec<Notice>), LibraryError> {
        if let Some(folder) = path.parent() {
            // Whatever fails here fails again, with its reason, when the file is opened.
            let _ = fs::create_dir_all(folder);
        }
        match Self::open_file(path, patience) {
            Ok(index) => Ok((index, Vec::new())),
            Err(Refusal::Broken(reason)) => Self::replace(path, patience, reason),
            Err(Refusal::Unusable(reason)) => Ok((Self::memory()?, vec![Notice::InMemory { reason }])),
        }
    }

    /// Throws the file away and begins anew.
    pub(super) fn replace(
        path: &Path,
        patience: Duration,
        reason: String,
    ) -> Result<(Self, Vec<Notice>), LibraryError> {
        remove(path);
        match Self::open_file(path, patience) {
            Ok(index) => Ok((index, vec![Notice::Rebuilt { reason }])),
            Err(Refusal::Broken(reason) | Refusal::Unusable(reason)) => {
                Ok((Self::memory()?, vec![Notice::InMemory { reason }]))
            }
        }
    }

    /// An index that ends with the program.
    pub(super) fn memory() -> Result<Self, LibraryError> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self { connection })
    }

    fn open_file(path: &Path, patience: Duration) -> Result<Self, Refusal> {
        close_to_others(path);
        let connection = Connection::open(path)?;
        connection.busy_timeout(patience)?;
        // A cache: after a power cut it may be older, never torn. Where WAL cannot be, SQLite keeps its other mode.
        let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        connection.execute_batch("PRAGMA synchronous = NORMAL")?;
        let mut index = Self { connection };
        match (
            index.pragma("application_id")?,
            index.pragma("user_version")?,
            index.pragma("schema_version")?,
        ) {
            (APPLICATION_ID, VERSION, _) => {}
            (0, 0, 0) => index.create()?,
            (APPLICATION_ID, other, _) => {
                return Err(Refusal::Broken(format!("version {other}, {VERSION} is needed")));
            }
            _ => return Err(Refusal::Unusable("another program's database stands there".to_owned())),
        }
        Ok(index)
    }

    fn create(&mut self) -> rusqlite::Result<()> {
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let empty: bool =
            transaction.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
        if empty {
            // Otherwise another Carabin was quicker.
            transaction.execute_batch(SCHEMA)?;
            transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
            transaction.pragma_update(None, "user_version", VERSION)?;
        }
        transaction.commit()
    }

    fn pragma(&self, name: &str) -> rusqlite::Result<i32> {
        self.connection.pragma_query_value(None, name, |row| row.get(0))
    }

    /// What SQLite finds wrong with it, if anything.
    pub(super) fn fault(&self) -> Result<Option<String>, LibraryError> {
        let verdict: String = self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        Ok((verdict != "ok").then_some(verdict))
    }

    /// A number that changes when another process writes to the index.
    pub(super) fn data_version(&self) -> Result<i32, LibraryError> {
        Ok(self.pragma("data_version")?)
    }
}

/// Whether the error says that another Carabin was writing all the while.
pub(super) fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// Whether the error says that the file is damaged, so that a new one helps.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
        || matches!(
            error,
            // A table, a column or a value that is not what this version made.
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::SqlInputError { .. }
        )
}

/// Why the file cannot be used as it is.
enum Refusal {
    /// It is ours, or no database at all: a new one helps.
    Broken(String),
    /// A new one would not help, or would destroy what is not ours.
    Unusable(String),
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        if is_damage(&error) { Self::Broken(error.to_string()) } else { Self::Unusable(error.to_string()) }
    }
}

/// Makes the file, or takes the rights of others away: it holds what the student's own decks say. SQLite gives its companions
/// the same rights.
fn close_to_others(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
        let made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        if let (Err(_), Ok(metadata)) = (made, fs::metadata(path))
            && metadata.permissions().mode() & 0o077 != 0
        {
            let rights = fs::Permissions::from_mode(metadata.permissions().mode() & 0o700);
            let _ = fs::set_permissions(path, rights);
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

pub(super) fn remove(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        // What cannot be removed shows when the file is opened again.
        let _ = fs::remove_file(name);
    }
}
