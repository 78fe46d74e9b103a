//! The tables that are derived from the events: reading and writing their rows.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};

use super::{
    DeviceId, EventId, Hash, JournalError, Record, Undo, alias, body,
    clock::Retimes,
    days::{DayCount, Tally},
    packed,
    record::kind,
    rows,
};
use crate::memory::{CardState, Day};

/// The `clock` events in force.
pub(super) fn retimes(conn: &Connection) -> Result<Retimes, JournalError> {
    let mut clocks = Vec::new();
    rows::of_kind(conn, kind::CLOCK, |_, event, _, is_void| {
        if let (false, Some(Record::Clock(clock))) = (is_void, body::read(&event.kind, &event.body)) {
            clocks.push((event.order(), clock));
        }
    })?;
    Ok(Retimes::new(clocks))
}

/// The settings in force, as JSON texts.
pub(super) fn stored_settings(conn: &Connection) -> Result<BTreeMap<String, String>, JournalError> {
    let mut statement = conn.prepare_cached("SELECT key, value FROM setting")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes all settings into an empty table.
pub(super) fn write_settings(
    conn: &Connection,
    settings: &BTreeMap<String, String>,
) -> Result<(), JournalError> {
    let mut statement = conn.prepare_cached("INSERT INTO setting VALUES (?1, ?2)")?;
    for (key, value) in settings {
        statement.execute([key, value])?;
    }
    Ok(())
}

/// The aliases of a card and its parts.
pub(super) fn edges(conn: &Connection, card: &str) -> Result<Vec<(String, String)>, JournalError> {
    let mut statement = conn.prepare_cached("SELECT a, b FROM edge WHERE card = ?1")?;
    let rows = statement.query_map([card], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// All schedules that are one with `locator`.
pub(super) fn class(conn: &Connection, locator: &str) -> Result<BTreeSet<String>, JournalError> {
    alias::class(locator, &mut |card| edges(conn, card))
}

/// Writes one side of an alias.
pub(super) fn insert_edge(conn: &Connection, a: &str, b: &str, seq: i64) -> Result<(), JournalError> {
    conn.prepare_cached("INSERT INTO edge VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")?
        .execute(params![alias::split(a).0, a, b, seq])?;
    Ok(())
}

/// The number that stands for a locator.
pub(super) fn place_num(conn: &Connection, locator: &str) -> Result<i64, JournalError> {
    let known = conn
        .prepare_cached("SELECT num FROM place WHERE locator = ?1")?
        .query_row([locator], |row| row.get(0))
        .optional()?;
    if let Some(num) = known {
        return Ok(num);
    }
    conn.prepare_cached("INSERT INTO place (locator) VALUES (?1)")?.execute([locator])?;
    Ok(conn.last_insert_rowid())
}

/// The target in three columns of a row.
pub(super) fn undo_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Undo> {
    let counter = row.get::<_, i64>(1)?.unsigned_abs();
    Ok(Undo { target: EventId { device: DeviceId(row.get(0)?), counter }, hash: Hash(row.get(2)?) })
}

/// Stores what is counted for an answer.
pub(super) fn write_tally(
    conn: &Connection,
    seq: i64,
    tally: Option<(Day, Tally)>,
) -> Result<(), JournalError> {
    let (day, tally) = tally.map(|(day, tally)| (day.number(), tally.packed())).unzip();
    conn.prepare_cached("UPDATE fact SET day = ?2, tally = ?3 WHERE seq = ?1")?
        .execute(params![seq, day, tally])?;
    Ok(())
}

/// Stores a state; one that says nothing is not stored.
pub(super) fn write_state(conn: &Connection, locator: &str, state: &CardState) -> Result<(), JournalError> {
    if *state == CardState::default() {
        conn.prepare_cached("DELETE FROM state WHERE locator = ?1")?.execute([locator])?;
    } else {
        conn.prepare_cached(
            "INSERT INTO state VALUES (?1, ?2) ON CONFLICT DO UPDATE SET packed = excluded.packed",
        )?
        .execute(params![locator, packed::pack(state)])?;
    }
    Ok(())
}

/// The day of a row of the table `day`.
pub(super) fn day_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<DayCount> {
    Ok(DayCount {
        day: Day::new(row.get(0)?),
        reviews: row.get(1)?,
        new: row.get(2)?,
        ratings: [row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?],
        mature: row.get(7)?,
        recalled: row.get(8)?,
        practice: row.get(9)?,
        took_ms: row.get::<_, i64>(10)?.unsigned_abs(),
    })
}

/// Stores the counts of a day.
pub(super) fn write_day(conn: &Connection, count: &DayCount) -> Result<(), JournalError> {
    conn.prepare_cached("REPLACE INTO day VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")?.execute(
        params![
            count.day.number(),
            count.reviews,
            count.new,
            count.ratings[0],
            count.ratings[1],
            count.ratings[2],
            count.ratings[3],
            count.mature,
            count.recalled,
            count.practice,
            i64::try_from(count.took_ms).unwrap_or(i64::MAX)
        ],
    )?;
    Ok(())
}
