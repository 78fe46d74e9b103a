//! What sync needs to know of the events here: which there are of a device, and whether this is still the same journal.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::{DeviceId, Event, Hash, Journal, JournalError, rows};

/// The event that arrived last: what was known of a journal holds for it as long as it still has its tip. (A backup
/// put back by hand has not.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tip {
    /// Its number in this database.
    pub seq: u64,
    /// Its hash.
    pub hash: Hash,
}

impl Journal {
    /// The event that arrived last.
    pub fn tip(&self) -> Result<Option<Tip>, JournalError> {
        let mut statement =
            self.conn.prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")?;
        let tip = statement.query_row([], |row| {
            Ok(Tip { seq: row.get::<_, i64>(0)?.unsigned_abs(), hash: Hash(row.get(1)?) })
        });
        Ok(tip.optional()?)
    }

    /// Whether this journal still holds the event of `tip` where it was.
    pub fn continues(&self, tip: Tip) -> Result<bool, JournalError> {
        let mut statement = self.conn.prepare_cached("SELECT 1 FROM event WHERE seq = ?1 AND hash = ?2")?;
        Ok(statement.exists(params![rows::counter(tip.seq)?, tip.hash.0])?)
    }

    /// The first `limit` events with numbers in `first..=last`, in the order of their arrival here.
    pub fn numbered(&self, first: u64, last: u64, limit: usize) -> Result<Vec<(u64, Event)>, JournalError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM event e JOIN device d ON d.num = e.device WHERE e.seq BETWEEN ?1 AND ?2
             ORDER BY e.seq LIMIT ?3",
            rows::COLUMNS
        ))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let events = statement
            .query_map(params![rows::counter(first)?, rows::counter(last)?, limit], rows::event_of)?;
        Ok(events.map(|row| row.map(|(seq, event)| (seq.unsigned_abs(), event))).collect::<Result<_, _>>()?)
    }

    /// Whether every event of a device with a counter in `first..=last` is known here.
    pub fn has_all(&self, device: DeviceId, first: u64, last: u64) -> Result<bool, JournalError> {
        let (Ok(from), Ok(to)) = (rows::counter(first), rows::counter(last)) else { return Ok(false) };
        let mut statement = self.conn.prepare_cached(
            "SELECT count(DISTINCT counter) FROM event
             WHERE device = (SELECT num FROM device WHERE id = ?1) AND counter BETWEEN ?2 AND ?3",
        )?;
        let known: i64 = statement.query_row(params![device.0, from, to], |row| row.get(0))?;
        Ok(known.unsigned_abs() == last - first + 1)
    }
}
