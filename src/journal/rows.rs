//! Events to and from their rows.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row as SqlRow, params};

use super::{DeviceId, Event, EventId, Hash, JournalError, Undo, Wall};

/// The columns that [`event_of`] reads, with `event e JOIN device d`.
pub(super) const COLUMNS: &str = "e.seq, d.id, e.counter, e.at, e.wall, e.offset, e.kind, e.body, e.hash";

/// The event of a row, and its number in this database.
pub(super) fn event_of(row: &SqlRow<'_>) -> rusqlite::Result<(i64, Event)> {
    let id = EventId { device: DeviceId(row.get(1)?), counter: row.get::<_, i64>(2)?.unsigned_abs() };
    let wall = Wall { ms: row.get(4)?, offset: row.get(5)? };
    let event =
        Event { id, at: row.get(3)?, wall, kind: row.get(6)?, body: row.get(7)?, hash: Hash(row.get(8)?) };
    Ok((row.get(0)?, event))
}

/// A counter as SQLite keeps it.
pub(super) fn counter(counter: u64) -> Result<i64, JournalError> {
    i64::try_from(counter).map_err(|_| JournalError::Unkeepable)
}

/// The number that stands for `device` in this database.
pub(super) fn device_num(conn: &Connection, device: DeviceId) -> Result<i64, JournalError> {
    let known = conn
        .prepare_cached("SELECT num FROM device WHERE id = ?1")?
        .query_row([device.0], |row| row.get(0))
        .optional()?;
    if let Some(num) = known {
        return Ok(num);
    }
    conn.prepare_cached("INSERT INTO device (id) VALUES (?1)")?.execute([device.0])?;
    Ok(conn.last_insert_rowid())
}

/// Writes an event; gives its number.
pub(super) fn insert(conn: &Connection, event: &Event) -> Result<i64, JournalError> {
    let device = device_num(conn, event.id.device)?;
    conn.prepare_cached(
        "INSERT INTO event (device, counter, at, wall, offset, kind, body, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        device,
        counter(event.id.counter)?,
        event.at,
        event.wall.ms,
        event.wall.offset,
        event.kind,
        event.body,
        event.hash.0
    ])?;
    Ok(conn.last_insert_rowid())
}

/// The number of the event with this id and hash.
pub(super) fn seq_of(conn: &Connection, target: Undo) -> Result<Option<i64>, JournalError> {
    let mut statement = conn.prepare_cached(
        "SELECT e.seq FROM event e JOIN device d ON d.num = e.device
         WHERE d.id = ?1 AND e.counter = ?2 AND e.hash = ?3",
    )?;
    let Ok(counter) = counter(target.target.counter) else { return Ok(None) };
    let found =
        statement.query_row(params![target.target.device.0, counter, target.hash.0], |row| row.get(0));
    Ok(found.optional()?)
}

/// The events under an id: one, or several where a home was copied.
pub(super) fn under(conn: &Connection, id: EventId) -> Result<Vec<(i64, Event)>, JournalError> {
    let Ok(counter) = counter(id.counter) else { return Ok(Vec::new()) };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM event e JOIN device d ON d.num = e.device WHERE d.id = ?1 AND e.counter = ?2"
    ))?;
    let rows = statement.query_map(params![id.device.0, counter], event_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The hashes of the events under an id.
pub(super) fn hashes(conn: &Connection, id: EventId) -> Result<Vec<Hash>, JournalError> {
    let Ok(counter) = counter(id.counter) else { return Ok(Vec::new()) };
    let mut statement = conn.prepare_cached(
        "SELECT hash FROM event WHERE device = (SELECT num FROM device WHERE id = ?1) AND counter = ?2",
    )?;
    let rows = statement.query_map(params![id.device.0, counter], |row| row.get(0).map(Hash))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The hashes of the events that share their id with another one (a home was copied and both went on), by number.
pub(super) fn twins(conn: &Connection) -> Result<HashMap<i64, Hash>, JournalError> {
    let mut statement = conn.prepare_cached(
        "SELECT e.seq, e.hash FROM event e JOIN
         (SELECT device, counter FROM event GROUP BY device, counter HAVING count(*) > 1) twin
         ON e.device = twin.device AND e.counter = twin.counter",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, Hash(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The event of a number.
pub(super) fn by_seq(conn: &Connection, seq: i64) -> Result<Event, JournalError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM event e JOIN device d ON d.num = e.device WHERE e.seq = ?1"
    ))?;
    Ok(statement.query_row([seq], event_of)?.1)
}

/// The last counter of a device; 0 when it has made none.
pub(super) fn last_counter(conn: &Connection, device: DeviceId) -> Result<u64, JournalError> {
    let mut statement = conn.prepare_cached(
        "SELECT max(e.counter) FROM event e WHERE e.device = (SELECT num FROM device WHERE id = ?1)",
    )?;
    let last: Option<i64> = statement.query_row([device.0], |row| row.get(0))?;
    Ok(last.map_or(0, i64::unsigned_abs))
}

/// How many events there are.
pub(super) fn count(conn: &Connection) -> Result<u64, JournalError> {
    // Events are never deleted, so their numbers have no gaps.
    let last: Option<i64> =
        conn.prepare_cached("SELECT max(seq) FROM event")?.query_row([], |row| row.get(0))?;
    Ok(last.map_or(0, i64::unsigned_abs))
}

/// Calls `each` with every event of the kinds that are few, of one kind, and whether it is void.
pub(super) fn of_kind(
    conn: &Connection,
    kind: &str,
    mut each: impl FnMut(i64, Event, i64, bool),
) -> Result<(), JournalError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS}, f.at, f.void FROM event e JOIN device d ON d.num = e.device JOIN fact f ON f.seq = e.seq
         WHERE e.kind <> 'review' AND e.kind = ?1"
    ))?;
    let mut rows = statement.query([kind])?;
    while let Some(row) = rows.next()? {
        let (seq, event) = event_of(row)?;
        each(seq, event, row.get(9)?, row.get(10)?);
    }
    Ok(())
}
