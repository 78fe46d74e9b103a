//! Bringing the index up to date with the disk.

use std::collections::{HashMap, HashSet};

use crate::{card::DeckId, deck::READER_VERSION};

use super::{
    LibraryError, Notice, Problem,
    find::{Found, Source},
    index::{FileRow, Index, tier_number},
    intake::{bytes, hash, hash_of_bundled, read_all},
    media::{self, Asked},
    notice::shown,
    places::{Root, Tier},
    stamp::Stamp,
};

/// How far a refresh is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Decks that are read.
    pub done: usize,
    /// Decks that changed and so are to be read.
    pub total: usize,
    /// The file that was read last.
    pub file: String,
}

/// What a refresh found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refresh {
    /// Decks whose content is new or another than before.
    pub changed: Vec<DeckId>,
    /// Decks that are not there any more.
    pub removed: Vec<DeckId>,
    /// All that is wrong with the decks now, whether it changed or not.
    pub problems: Vec<Problem>,
    /// What happened to the index meanwhile.
    pub notices: Vec<Notice>,
}

/// What [`update`] did to the index.
#[derive(Debug, Default)]
pub(super) struct Update {
    /// The rows whose content is another than before.
    pub changed: HashSet<i64>,
    /// No file is new, changed or gone.
    pub same: bool,
    /// Files that could not be opened.
    pub problems: Vec<Problem>,
}

/// Reads the files of `found` that changed, and writes what became of them in one transaction.
pub(super) fn update(
    index: &mut Index,
    roots: &[Root],
    found: &[Found],
    now: Option<i64>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Update, LibraryError> {
    let rows = index.files()?;
    let known: HashMap<(u8, &[u8], &str), &FileRow> =
        rows.iter().map(|row| ((row.tier, row.root.as_slice(), row.path.as_str()), row)).collect();
    let row_of = |file: &Found| {
        let root = &roots[file.root];
        known.get(&(tier_number(root.tier), root.key(), file.path.as_str())).copied()
    };
    let mut seen = HashSet::new();
    let mut settled = Vec::new();
    let mut jobs = Vec::new();
    for file in found {
        let row = row_of(file);
        seen.extend(row.map(|row| row.id));
        match row.map_or(State::Changed, |row| state(file, row, now)) {
            State::Same => {}
            State::Restamped(stamp, racy) => settled.extend(row.map(|row| (row.id, stamp, racy))),
            State::Changed => jobs.push(file),
        }
    }
    let gone: Vec<i64> = rows.iter().filter(|row| is_gone(row, roots, &seen)).map(|row| row.id).collect();
    let mut update = Update { same: jobs.is_empty() && gone.is_empty(), ..Update::default() };
    if update.same && settled.is_empty() {
        return Ok(update);
    }
    let writing = index.write()?;
    for (id, stamp, racy) in settled {
        writing.restamp(id, stamp, racy)?;
    }
    for id in gone {
        writing.remove(id)?;
    }
    let total = jobs.len();
    let mut done = 0;
    read_all(&jobs, now, |file, result| -> Result<(), LibraryError> {
        let root = &roots[file.root];
        let row = row_of(file);
        match result {
            Ok(read) => {
                let media = read.asked.pack();
                let same = row.is_some_and(|row| {
                    row.hash == read.hash && row.media == media && row.reader == READER_VERSION
                });
                match row {
                    Some(row) if same => writing.restamp(row.id, read.stamp, read.racy)?,
                    _ => {
                        let id = writing.put(&read.fresh(root, &file.path, &media))?;
                        update.changed.insert(id);
                        seen.insert(id);
                    }
                }
            }
            Err(problem) => {
                update.problems.push(problem);
                row.map_or(Ok(()), |row| writing.remove(row.id))?;
            }
        }
        done += 1;
        let file = shown(&root.origin(&file.path).path);
        progress(Progress { done, total, file });
        Ok(())
    })?;
    writing.prune(&seen)?;
    writing.commit()?;
    Ok(update)
}

/// Whether a file is as it was when it was read.
enum State {
    Same,
    /// The same, with another stamp or with one that may now be trusted.
    Restamped(Stamp, bool),
    Changed,
}

fn state(file: &Found, row: &FileRow, now: Option<i64>) -> State {
    if row.reader != READER_VERSION {
        return State::Changed;
    }
    let path = match &file.source {
        Source::Bundled(deck) => {
            return if row.hash == hash_of_bundled(deck) { State::Same } else { State::Changed };
        }
        Source::File(path) => path,
    };
    let Some(stamp) = Stamp::at(path) else { return State::Changed };
    if !media::is_unchanged(path, &row.media, row.racy) {
        return State::Changed;
    }
    if stamp == row.stamp && !row.racy {
        return State::Same;
    }
    // Only touched, or too fresh to be trusted: what it holds decides. A deck with texts beside it never has this hash and
    // is read again.
    let racy = stamp.is_racy(now);
    if !bytes(path).is_ok_and(|bytes| row.hash == hash(&bytes, &Asked::default())) {
        State::Changed
    } else if (stamp, racy) == (row.stamp, row.racy) {
        State::Same
    } else {
        State::Restamped(stamp, racy)
    }
}

/// A row of a root that is looked into now, without its file. Rows of what other runs named by `--deck` stay.
fn is_gone(row: &FileRow, roots: &[Root], seen: &HashSet<i64>) -> bool {
    let foreign = row.tier == tier_number(Tier::Extra)
        && !roots.iter().any(|root| tier_number(root.tier) == row.tier && root.key() == row.root);
    !seen.contains(&row.id) && !foreign
}
