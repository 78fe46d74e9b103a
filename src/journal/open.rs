//! The journal of a home: opening it, and what is known of it.

use std::{cell::Cell, fmt, path::Path};

use jiff::Zoned;
use rusqlite::{Connection, TransactionBehavior};

use super::{DeviceId, EventId, JournalError, Notice, files, meta, packed, rows, schema, whole};

/// The review history of one home, on one machine.
///
/// It may be open in several processes at once; every write is one transaction, durable when it returns.
pub struct Journal {
    pub(super) conn: Connection,
    pub(super) notices: Vec<Notice>,
    /// The change counter of other connections, as last told by [`Journal::changed_elsewhere`].
    seen: Cell<i64>,
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal").field("notices", &self.notices).finish_non_exhaustive()
    }
}

impl Journal {
    /// Opens the journal at `path`; makes it, readable by its owner only, when it is not there.
    ///
    /// `machine` is whatever names this machine and home and does not travel with a copy. When it is not the one that
    /// the journal knows, the home was copied or restored: it gets a new device id, and [`Journal::notices`] tells.
    /// States of an older layout are derived anew; those of older rules stay in use until [`Journal::rebuild`]
    /// ([`Journal::is_stale`]).
    pub fn open(path: &Path, machine: &str) -> Result<Self, JournalError> {
        files::prepare(path)?;
        let (conn, log) = schema::open(path)?;
        let mut journal = Self { conn, notices: Vec::new(), seen: Cell::new(0) };
        if log == schema::Log::Rollback {
            journal.notices.push(Notice::Rollback);
        }
        if let Some(folder) = files::synced_folder(path) {
            journal.notices.push(Notice::SyncedFolder { folder });
        }
        journal.settle_in(machine)?;
        Ok(journal)
    }

    /// Opens the journal at `path` without ever writing to it: also one that a newer program has written, or in a
    /// directory that may not be written. Every write is refused with [`JournalError::ReadOnly`].
    pub fn open_read_only(path: &Path) -> Result<Self, JournalError> {
        let journal = Self { conn: schema::open_read_only(path)?, notices: Vec::new(), seen: Cell::new(0) };
        journal.changed_elsewhere()?;
        Ok(journal)
    }

    /// A journal in memory, that nothing is kept of: for trying things out.
    pub fn in_memory() -> Result<Self, JournalError> {
        let conn = schema::open_in_memory()?;
        let mut journal = Self { conn, notices: Vec::new(), seen: Cell::new(0) };
        journal.settle_in("memory")?;
        Ok(journal)
    }

    /// A journal in memory with the events of the one at `path`, derived by this program's rules: for showing what may not be
    /// written, or is of a newer program. Nothing that is written to it is kept.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn copy_in_memory(path: &Path) -> Result<Self, JournalError> {
        let mut events = Vec::new();
        Self::open_read_only(path)?.for_each_event(0, |_, event| events.push(event))?;
        let mut copy = Self::in_memory()?;
        copy.ingest(&events)?;
        Ok(copy)
    }

    /// Finds out which device this is, and whether the stored states are of this program's making.
    fn settle_in(&mut self, machine: &str) -> Result<(), JournalError> {
        let marker = meta::marker(machine);
        let projection = meta::projection();
        let layout = format!("{}.", packed::LAYOUT);
        let is_settled = |conn: &Connection| -> Result<bool, JournalError> {
            let stored = meta::get(conn, meta::PROJECTION)?.unwrap_or_default();
            let waits = meta::get(conn, meta::STALE)?.is_some() && stored.starts_with(&layout);
            Ok(meta::get(conn, meta::MARKER)?.as_ref() == Some(&marker)
                && meta::get(conn, meta::DEVICE)?.is_some()
                && (stored == projection || waits))
        };
        if !is_settled(&self.conn)? {
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let before = meta::get(&tx, meta::DEVICE)?.and_then(|id| id.parse::<DeviceId>().ok());
            if meta::get(&tx, meta::MARKER)?.as_ref() != Some(&marker) || before.is_none() {
                let now = meta::mint(&tx)?;
                meta::set(&tx, meta::MARKER, &marker)?;
                self.notices.extend(before.map(|before| Notice::NewDevice { before, now }));
            }
            let stored = meta::get(&tx, meta::PROJECTION)?;
            if stored.as_ref() != Some(&projection) {
                if stored.is_none_or(|stored| !stored.starts_with(&layout)) {
                    whole::write(&tx, &whole::compute(&tx)?)?;
                } else {
                    meta::set(&tx, meta::STALE, "algorithm")?;
                }
            }
            tx.commit()?;
        }
        self.changed_elsewhere()?;
        Ok(())
    }

    /// What the student should know, in the order in which it was found out.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The id that this home writes events under.
    pub fn device(&self) -> Result<DeviceId, JournalError> {
        meta::device(&self.conn)
    }

    /// The id that the next event of this home will have, unless another process is faster. The fuzz of an answer is
    /// drawn from it before the answer is kept.
    pub fn next_id(&self) -> Result<EventId, JournalError> {
        let device = self.device()?;
        Ok(EventId { device, counter: rows::last_counter(&self.conn, device)? + 1 })
    }

    /// Gives this home a new device id: after restoring a backup, so that no id is ever used twice.
    pub fn renew_device(&mut self) -> Result<DeviceId, JournalError> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let device = meta::mint(&tx)?;
        tx.commit()?;
        Ok(device)
    }

    /// Whether another process has written since this was last asked (or since the journal was opened): then states,
    /// settings and notes may have changed.
    pub fn changed_elsewhere(&self) -> Result<bool, JournalError> {
        let version = self.conn.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(self.seen.replace(version) != version)
    }

    /// Whether the stored states follow older parameters, rollover or rules, and wait for [`Journal::rebuild`].
    pub fn is_stale(&self) -> Result<bool, JournalError> {
        Ok(meta::get(&self.conn, meta::STALE)?.is_some())
    }

    /// How many events there are.
    pub fn len(&self) -> Result<u64, JournalError> {
        rows::count(&self.conn)
    }

    /// Whether nothing ever happened.
    pub fn is_empty(&self) -> Result<bool, JournalError> {
        Ok(self.len()? == 0)
    }

    /// The wall time of this home's last event, re-timed where a `clock` event says so: to tell a jump of the
    /// clock.
    pub fn last_wall(&self) -> Result<Option<Zoned>, JournalError> {
        let Some(last) = super::append::Last::of(&self.conn, self.device()?)? else { return Ok(None) };
        let retimes = super::derived::retimes(&self.conn)?;
        Ok(Some(retimes.of(last.id, last.at, last.wall).1.zoned()))
    }
}
