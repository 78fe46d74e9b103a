//! What is known of this copy of the journal: its device, its machine, the state of its projections.

use rusqlite::{Connection, OptionalExtension};

use super::{DeviceId, JournalError, packed};
use crate::memory;

pub(super) const DEVICE: &str = "device";
pub(super) const MARKER: &str = "marker";
pub(super) const PROJECTION: &str = "projection";
pub(super) const STALE: &str = "stale";

pub(super) fn get(conn: &Connection, key: &str) -> Result<Option<String>, JournalError> {
    let mut statement = conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

pub(super) fn set(conn: &Connection, key: &str, value: &str) -> Result<(), JournalError> {
    conn.prepare_cached("INSERT INTO meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value")?
        .execute([key, value])?;
    Ok(())
}

pub(super) fn remove(conn: &Connection, key: &str) -> Result<(), JournalError> {
    conn.prepare_cached("DELETE FROM meta WHERE key = ?1")?.execute([key])?;
    Ok(())
}

/// The device that this copy writes as.
pub(super) fn device(conn: &Connection) -> Result<DeviceId, JournalError> {
    get(conn, DEVICE)?
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| JournalError::Damaged("it does not know its device".to_owned()))
}

/// Gives this copy a new device id.
pub(super) fn mint(conn: &Connection) -> Result<DeviceId, JournalError> {
    let id = DeviceId::random()?;
    set(conn, DEVICE, &id.to_string())?;
    Ok(id)
}

/// What a machine is known by here: a hash, since nobody needs the name itself.
pub(super) fn marker(machine: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"carabin machine v1");
    hasher.update(machine.as_bytes());
    hasher.finalize().to_hex()[..32].to_owned()
}

/// How the stored states are laid out and computed; another value means that they must be derived anew.
pub(super) fn projection() -> String {
    format!("{}.{}", packed::LAYOUT, memory::ALGORITHM)
}
