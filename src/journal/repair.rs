//! Mending what is around the events: tables, indexes and triggers that are missing. Events are never touched.

use std::{collections::BTreeMap, path::Path};

use rusqlite::{Connection, TransactionBehavior};

use super::{Journal, JournalError, schema};

/// The tables that are the truth: what is missing of them cannot be made again.
const TRUTH: [&str; 3] = ["device", "event", "meta"];

/// A table, an index or a trigger that is missing or another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFault {
    /// Its name.
    pub name: String,
    /// Whether it can be made again from the events.
    pub derived: bool,
}

/// Runs SQL on a journal that no program would: for tests of what then happens.
///
/// # Panics
/// When it cannot.
#[cfg(test)]
pub fn tamper(path: &Path, sql: &str) {
    let conn = Connection::open(path).expect("opened");
    conn.execute_batch(sql).expect(sql);
}

/// What there is in a database: by name, the type and the columns or the statement.
fn objects(conn: &Connection) -> Result<BTreeMap<String, (String, String)>, JournalError> {
    let mut statement = conn
        .prepare("SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")?;
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    })?;
    let mut out = BTreeMap::new();
    for row in rows {
        let (name, kind, sql) = row?;
        // A table that a later format has changed in place has another statement, but the same columns.
        let form = if kind == "table" { columns(conn, &name)? } else { sql };
        out.insert(name, (kind, form));
    }
    Ok(out)
}

fn columns(conn: &Connection, table: &str) -> Result<String, JournalError> {
    let mut statement = conn.prepare("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid")?;
    let rows = statement.query_map([table], |row| {
        Ok(format!("{} {} {}", row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
    })?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.join(", "))
}

fn faults(conn: &Connection, right: &Connection) -> Result<Vec<SchemaFault>, JournalError> {
    let (found, right) = (objects(conn)?, objects(right)?);
    let missing = right.into_iter().filter(|(name, form)| found.get(name) != Some(form));
    Ok(missing
        .map(|(name, (kind, _))| {
            let derived = kind != "table" || !TRUTH.contains(&name.as_str());
            SchemaFault { name, derived }
        })
        .collect())
}

impl Journal {
    /// The tables, indexes and triggers that are missing, or others than this program makes.
    pub fn schema_faults(&self) -> Result<Vec<SchemaFault>, JournalError> {
        faults(&self.conn, &schema::open_in_memory()?)
    }

    /// Makes those again that can be, empty: [`Journal::rebuild`] fills them. In one transaction.
    pub fn mend_schema(path: &Path) -> Result<(), JournalError> {
        let right = schema::open_in_memory()?;
        let (mut conn, _) = schema::open(path)?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let broken = faults(&tx, &right)?;
        let mut statement = right.prepare(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        let all: Vec<(String, String, String, String)> = rows.collect::<Result<_, _>>()?;
        let is_broken = |name: &str| broken.iter().any(|fault| fault.derived && fault.name == name);
        for (kind, name, table, sql) in all {
            // An index goes with its table.
            if is_broken(&name) || (kind == "index" && is_broken(&table)) {
                tx.execute_batch(&format!("DROP {kind} IF EXISTS \"{name}\"; {sql}"))?;
            }
        }
        tx.commit()?;
        Ok(())
    }

    /// Makes SQLite's own indexes again, by which it finds the rows of a table.
    pub fn reindex(&mut self) -> Result<(), JournalError> {
        self.conn.execute_batch("REINDEX")?;
        Ok(())
    }

    /// Whether a newer program has written it, as the error that says so: then it can only be read, as far as this one
    /// understands it.
    pub fn newer(&self) -> Result<Option<JournalError>, JournalError> {
        schema::newer(&self.conn)
    }
}
