//! Reading the index.

use rusqlite::{OptionalExtension, Row as SqlRow, Transaction, params};

use crate::{
    card::{Card, CardKey, DeckHead},
    library::{
        LibraryError,
        places::{Root, Tier},
        stamp::Stamp,
    },
};

use super::Index;

/// By what a file is known to be unchanged.
#[derive(Clone, Debug)]
pub(in crate::library) struct FileRow {
    pub id: i64,
    pub tier: u8,
    pub root: Vec<u8>,
    pub path: String,
    pub stamp: Stamp,
    pub racy: bool,
    pub hash: Vec<u8>,
    pub reader: u32,
    pub media: Vec<u8>,
}

/// What a file holds, but for its entries.
#[derive(Clone, Debug)]
pub(in crate::library) struct Row {
    pub id: i64,
    pub path: String,
    pub head: Option<DeckHead>,
    pub errors: u32,
    pub warnings: u32,
}

/// The number that the index knows a tier by.
pub(in crate::library) fn tier_number(tier: Tier) -> u8 {
    match tier {
        Tier::Extra => 0,
        Tier::User => 1,
        Tier::Bundled => 2,
    }
}

impl Index {
    /// What is read while this lives is of one moment, whatever another process writes.
    pub(in crate::library) fn snapshot(&self) -> Result<Transaction<'_>, LibraryError> {
        Ok(self.connection.unchecked_transaction()?)
    }

    /// The stamps of all files, those of other roots included.
    pub(in crate::library) fn files(&self) -> Result<Vec<FileRow>, LibraryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, tier, root, path, size, mtime, racy, hash, reader, media FROM file ORDER BY id",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(FileRow {
                id: row.get(0)?,
                tier: row.get(1)?,
                root: row.get(2)?,
                path: row.get(3)?,
                stamp: Stamp { size: row.get(4)?, mtime: row.get(5)? },
                racy: row.get(6)?,
                hash: row.get(7)?,
                reader: row.get(8)?,
                media: row.get(9)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The decks of one root in the order of their paths.
    pub(in crate::library) fn decks(&self, root: &Root) -> Result<Vec<Row>, LibraryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, path, head, errors, warnings FROM file WHERE tier = ?1 AND root = ?2 ORDER BY path",
        )?;
        let rows = statement.query_map(params![tier_number(root.tier), root.key()], deck_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Hands the packed entries of a file to `unpack`.
    pub(in crate::library) fn entries<T>(
        &self,
        file: i64,
        unpack: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<T, LibraryError> {
        let mut statement = self.connection.prepare_cached("SELECT entries FROM file WHERE id = ?1")?;
        Ok(statement.query_row([file], |row| {
            let blob = row.get_ref(0)?.as_blob()?;
            unpack(blob).ok_or_else(|| broken("the packed entries do not unpack"))
        })?)
    }

    /// The body of a card. Its line is not kept in the body.
    pub(in crate::library) fn card(&self, file: i64, key: &CardKey) -> Result<Option<Card>, LibraryError> {
        let mut statement =
            self.connection.prepare_cached("SELECT body FROM card WHERE file = ?1 AND key = ?2")?;
        let card = statement
            .query_row(params![file, key.to_string()], |row| {
                serde_json::from_str(row.get_ref(0)?.as_str()?).map_err(|error| broken(&error.to_string()))
            })
            .optional()?;
        Ok(card)
    }
}

fn deck_row(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
    let head: Option<DeckHead> = match row.get_ref(2)?.as_str_or_null()? {
        Some(json) => Some(serde_json::from_str(json).map_err(|error| broken(&error.to_string()))?),
        None => None,
    };
    Ok(Row { id: row.get(0)?, path: row.get(1)?, head, errors: row.get(3)?, warnings: row.get(4)? })
}

/// The index holds what this version never wrote.
fn broken(reason: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Blob, reason.into())
}
