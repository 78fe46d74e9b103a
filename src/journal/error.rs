//! What can go wrong, and what the student should be told.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use super::{DeviceId, EventId};

/// Why the journal could not do something. Nothing was changed: every write is one transaction.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// A newer program has written it; it can be opened read-only.
    #[error("the journal has format {found}, this program knows up to {known}")]
    Newer {
        /// The format found.
        found: u32,
        /// The newest that this program knows.
        known: u32,
    },
    /// The file is something else.
    #[error("the file is not a journal")]
    NotAJournal,
    /// The file is damaged.
    #[error("the journal is damaged: {0}")]
    Damaged(String),
    /// Another process held it for longer than the patience of this one.
    #[error("another program is holding the journal")]
    Busy,
    /// No space left.
    #[error("the disk is full")]
    Full,
    /// The system refused to write: a quota, a limit, a failing disk.
    #[error("the system refused to write the journal: {0}")]
    Unwritten(String),
    /// The file or its directory may not be written, or it was opened read-only.
    #[error("the journal may not be written")]
    ReadOnly,
    /// The file may not be opened, or its directory is missing.
    #[error("{path}: {reason}")]
    Open {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The disk or the network failed.
    #[error("reading or writing the journal failed: {0}")]
    Io(String),
    /// There is no such event.
    #[error("there is no event {0}")]
    NoSuchEvent(EventId),
    /// A draft that no event can hold (a setting's key or a counter beyond the limits).
    #[error("this cannot be kept as an event")]
    Unkeepable,
    /// The student stopped it.
    #[error("stopped")]
    Stopped,
    /// Anything else that SQLite says.
    #[error("the journal: {0}")]
    Sqlite(rusqlite::Error),
}

impl JournalError {
    /// The id of its message in `journal.ftl`.
    #[must_use]
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "journal-newer",
            Self::NotAJournal => "journal-not-a-journal",
            Self::Damaged(_) => "journal-damaged",
            Self::Busy => "journal-busy",
            Self::Full => "journal-full",
            Self::Unwritten(_) => "journal-unwritten",
            Self::ReadOnly => "journal-read-only",
            Self::Open { .. } => "journal-open",
            Self::Io(_) => "journal-io",
            Self::NoSuchEvent(_) => "journal-no-such-event",
            Self::Unkeepable => "journal-unkeepable",
            Self::Stopped => "error-cancelled",
            Self::Sqlite(_) => "journal-sqlite",
        }
    }

    /// The values in the places of that message.
    #[must_use]
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Newer { found, known } => vec![("found", found.to_string()), ("known", known.to_string())],
            Self::Open { path, reason } => {
                vec![("path", path.display().to_string()), ("reason", reason.clone())]
            }
            Self::Damaged(reason) | Self::Io(reason) | Self::Unwritten(reason) => {
                vec![("reason", reason.clone())]
            }
            Self::Sqlite(error) => vec![("reason", error.to_string())],
            Self::NoSuchEvent(id) => vec![("id", id.to_string())],
            Self::NotAJournal
            | Self::Busy
            | Self::Full
            | Self::ReadOnly
            | Self::Unkeepable
            | Self::Stopped => Vec::new(),
        }
    }
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error_code() else { return Self::Sqlite(error) };
        match code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseCorrupt => Self::Damaged(error.to_string()),
            ErrorCode::NotADatabase => Self::NotAJournal,
            ErrorCode::SystemIoFailure if is_write(&error) => Self::Unwritten(error.to_string()),
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Self::Io(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

/// Whether it was writing that failed. SQLite tells a full disk apart, but not a quota or a limit of the system.
fn is_write(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{
        SQLITE_IOERR_DIR_FSYNC, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_TRUNCATE,
        SQLITE_IOERR_WRITE,
    };
    let kinds = [
        SQLITE_IOERR_WRITE,
        SQLITE_IOERR_FSYNC,
        SQLITE_IOERR_DIR_FSYNC,
        SQLITE_IOERR_TRUNCATE,
        SQLITE_IOERR_SHMSIZE,
    ];
    error.sqlite_error().is_some_and(|error| kinds.contains(&error.extended_code))
}

/// Something that the student should know, though the journal goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The home was copied or restored from another machine: this copy has an id of its own from now on.
    NewDevice {
        /// The id of the home that it was copied from.
        before: DeviceId,
        /// Its id.
        now: DeviceId,
    },
    /// Events under this device's own id came from elsewhere (a copy that went its own way, or an older backup put
    /// back): this home has a new id from now on. All events are kept and count.
    SharedDevice {
        /// The id that was shared.
        before: DeviceId,
        /// Its id.
        now: DeviceId,
    },
    /// The journal is on a network folder, or where SQLite's log cannot be: it uses the slower rollback journal.
    Rollback,
    /// The journal is inside a folder that is synced file by file, which can damage a database.
    SyncedFolder {
        /// That folder.
        folder: PathBuf,
    },
}

impl Notice {
    /// The id of its message in `journal.ftl`.
    #[must_use]
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NewDevice { .. } => "journal-new-device",
            Self::SharedDevice { .. } => "journal-shared-device",
            Self::Rollback => "journal-rollback",
            Self::SyncedFolder { .. } => "journal-synced-folder",
        }
    }

    /// The values in the places of that message.
    #[must_use]
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SyncedFolder { folder } => vec![("folder", folder.display().to_string())],
            Self::NewDevice { .. } | Self::SharedDevice { .. } | Self::Rollback => Vec::new(),
        }
    }
}
