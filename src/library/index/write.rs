//! Writing the index: one transaction for each refresh.

use std::collections::{HashMap, HashSet};

use rusqlite::{Transaction, TransactionBehavior, params};

use crate::{
    card::{Card, DeckHead},
    library::{LibraryError, pack, places::Tier, stamp::Stamp},
};

use super::{Index, read::tier_number, search};

/// Files named by `--deck` in other runs stay indexed, but not more than so many.
const FOREIGN: i64 = 64;

/// A file that was read.
pub(in crate::library) struct Fresh<'a> {
    pub tier: Tier,
    pub root: &'a [u8],
    pub path: &'a str,
    pub stamp: Stamp,
    pub racy: bool,
    pub hash: &'a [u8],
    pub reader: u32,
    pub media: &'a [u8],
    pub errors: u32,
    pub warnings: u32,
    pub head: Option<&'a DeckHead>,
    /// In the order of the file; no two of one key.
    pub cards: &'a [Card],
}

/// Writes of one refresh; nothing of them is kept unless [`Writing::commit`] is called.
pub(in crate::library) struct Writing<'a>(Transaction<'a>);

impl Index {
    /// Begins to write; waits for another writer.
    pub(in crate::library) fn write(&mut self) -> Result<Writing<'_>, LibraryError> {
        Ok(Writing(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?))
    }
}

impl Writing<'_> {
    pub(in crate::library) fn commit(self) -> Result<(), LibraryError> {
        Ok(self.0.commit()?)
    }

    /// The content is as it was; only the stamp is new.
    pub(in crate::library) fn restamp(&self, id: i64, stamp: Stamp, racy: bool) -> Result<(), LibraryError> {
        self.0
            .prepare_cached("UPDATE file SET size = ?2, mtime = ?3, racy = ?4 WHERE id = ?1")?
            .execute(params![id, stamp.size, stamp.mtime, racy])?;
        Ok(())
    }

    /// Forgets a file and its cards.
    pub(in crate::library) fn remove(&self, id: i64) -> Result<(), LibraryError> {
        for sql in [
            "DELETE FROM card_text WHERE rowid IN (SELECT id FROM card WHERE file = ?1)",
            "DELETE FROM card WHERE file = ?1",
            "DELETE FROM file WHERE id = ?1",
        ] {
            self.0.prepare_cached(sql)?.execute([id])?;
        }
        Ok(())
    }

    /// Forgets the oldest of the files that other runs named by `--deck`; `keep` are those of this run.
    pub(in crate::library) fn prune(&self, keep: &HashSet<i64>) -> Result<(), LibraryError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT id FROM file WHERE tier = ?1 ORDER BY id DESC LIMIT -1 OFFSET ?2")?;
        let old: Vec<i64> = statement
            .query_map(params![tier_number(Tier::Extra), FOREIGN], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        old.into_iter().filter(|id| !keep.contains(id)).try_for_each(|id| self.remove(id))
    }

    /// Puts a file that was read in the place of what was known of it. Of its cards only those that changed are
    /// written: a mended typo in a deck of 10,000 costs one row.
    pub(in crate::library) fn put(&self, fresh: &Fresh<'_>) -> Result<i64, LibraryError> {
        let head = fresh.head.map(serde_json::to_string).transpose().map_err(to_sql)?;
        let id = self
            .0
            .prepare_cached(
                "INSERT INTO file
                     (tier, root, path, size, mtime, racy, hash, reader, media, errors, warnings, head, entries)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                 ON CONFLICT (tier, root, path) DO UPDATE SET
                     size = ?4, mtime = ?5, racy = ?6, hash = ?7, reader = ?8, media = ?9, errors = ?10,
                     warnings = ?11, head = ?12, entries = ?13
                 RETURNING id",
            )?
            .query_row(
                params![
                    tier_number(fresh.tier),
                    fresh.root,
                    fresh.path,
                    fresh.stamp.size,
                    fresh.stamp.mtime,
                    fresh.racy,
                    fresh.hash,
                    fresh.reader,
                    fresh.media,
                    fresh.errors,
                    fresh.warnings,
                    head,
                    pack::pack(fresh.cards),
                ],
                |row| row.get(0),
            )?;
        self.put_cards(id, fresh.cards)?;
        Ok(id)
    }

    fn put_cards(&self, file: i64, cards: &[Card]) -> Result<(), LibraryError> {
        let mut known: HashMap<String, (i64, Vec<u8>)> = self
            .0
            .prepare_cached("SELECT key, id, digest FROM card WHERE file = ?1")?
            .query_map([file], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?
            .collect::<Result<_, _>>()?;
        let mut insert =
            self.0.prepare_cached("INSERT INTO card (file, key, digest, body) VALUES (?1, ?2, ?3, ?4)")?;
        let mut update = self.0.prepare_cached("UPDATE card SET digest = ?2, body = ?3 WHERE id = ?1")?;
        let mut delete = self.0.prepare_cached("DELETE FROM card WHERE id = ?1")?;
        let mut unindex = self.0.prepare_cached("DELETE FROM card_text WHERE rowid = ?1")?;
        let mut index = self.0.prepare_cached(
            "INSERT INTO card_text (rowid, name, prompt, answer, rest) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for card in cards {
            let key = card.key.to_string();
            let body = body(card)?;
            let hash = blake3::hash(body.as_bytes());
            let digest = &hash.as_bytes()[..16];
            let id = match known.remove(&key) {
                Some((_, old)) if old == digest => continue,
                Some((id, _)) => {
                    update.execute(params![id, digest, body])?;
                    unindex.execute([id])?;
                    id
                }
                None => insert.insert(params![file, key, digest, body])?,
            };
            let text = search::searchable(card);
            index.execute(params![id, text.name, text.prompt, text.answer, text.rest])?;
        }
        for (id, _) in known.into_values() {
            unindex.execute([id])?;
            delete.execute([id])?;
        }
        Ok(())
    }
}

/// The card as JSON without its line, which moves with every line that is written above it; the packed entries know
/// it.
fn body(card: &Card) -> Result<String, LibraryError> {
    #[derive(serde::Serialize)]
    struct Body<'a> {
        deck: &'a crate::card::DeckId,
        key: &'a crate::card::CardKey,
        was: &'a [crate::card::Locator],
        line: u32,
        meta: &'a crate::card::Meta,
        content: &'a crate::card::Content,
        fingerprint: &'a crate::card::Fingerprint,
    }
    let Card { deck, key, was, line: _, meta, content, fingerprint } = card;
    let body = Body { deck, key, was, line: 0, meta, content, fingerprint };
    Ok(serde_json::to_string(&body).map_err(to_sql)?)
}

fn to_sql(error: serde_json::Error) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(error.into())
}
