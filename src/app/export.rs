//! The history as JSON Lines: all events out, events of any Carabin in.
//!
//! The first line is `{"carabin":"journal","events":N,"v":1}`; each other one is an event as the documentation of
//! `journal` writes it down. Lines may stand in any order, files may be joined or filtered: every event carries its own
//! hash, and one that is known already is taken once.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Read as _, Write},
    path::Path,
};

use serde::{Deserialize, Serialize};

use super::{App, backups, error::AppError, files, paths::Paths, problems};
use crate::journal::{Event, EventId, Journal, JournalError, LineError};

/// The longest line that is read, in bytes: far beyond any answer.
const LONGEST_LINE: u64 = 16 << 20;

/// So many events, or so many bytes of them, are taken in at once.
const BATCH: usize = 100_000;
const BATCH_BYTES: usize = 48 << 20;

/// So many line numbers and ids are told.
const TOLD: usize = 20;

/// The first line of an export.
#[derive(Serialize, Deserialize)]
struct Head {
    carabin: String,
    events: u64,
    v: u64,
}

/// What this kind of export is called in its first line.
const NAME: &str = "journal";

/// Writes all events to a file, which is replaced whole and readable by its owner only. Gives their number. The history
/// is only read: one that a newer Carabin has written is exported too.
///
/// # Errors
/// When there is no history, it cannot be read, or the file cannot be written.
pub fn to_file(paths: &Paths, file: &Path) -> Result<u64, AppError> {
    let journal = backups::open_to_read(&paths.journal())?;
    let mut written = Ok(0);
    files::replace(file, |out| {
        let mut out = BufWriter::new(out);
        written = write(&journal, &mut |line| out.write_all(line.as_bytes()));
        out.flush()
    })
    .map_err(|source| AppError::File { path: file.to_owned(), source })?;
    written
}

/// Gives all events to `each`, a line each with its line feed; what a terminal would obey is to be escaped by the caller.
/// Gives their number.
///
/// # Errors
/// When there is no history, it cannot be read, or `each` fails.
pub fn to_lines(paths: &Paths, each: &mut dyn FnMut(&str) -> io::Result<()>) -> Result<u64, AppError> {
    write(&backups::open_to_read(&paths.journal())?, each)
}

fn write(journal: &Journal, each: &mut dyn FnMut(&str) -> io::Result<()>) -> Result<u64, AppError> {
    let failed = |source| AppError::File { path: "-".into(), source };
    let head = Head { carabin: NAME.to_owned(), events: journal.len()?, v: 1 };
    let head = serde_json::to_string(&head).map_err(|error| failed(error.into()))?;
    each(&(head + "\n")).map_err(failed)?;
    let mut written = Ok(0);
    journal.for_each_event(0, |_, event| {
        if let Ok(count) = &mut written {
            match each(&(event.to_line() + "\n")) {
                Ok(()) => *count += 1,
                Err(error) => written = Err(failed(error)),
            }
        }
    })?;
    written
}

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Events that were new.
    pub added: u64,
    /// Events that were known.
    pub known: u64,
    /// Lines that are no events: torn, or not ours. The numbers of the first of them.
    pub unreadable: Lines,
    /// Lines whose hash does not fit: altered on their way.
    pub altered: Lines,
    /// Ids under which there are several events now, because a home was copied and both went on. All are kept and count.
    pub conflicts: Vec<EventId>,
    /// How many events the first line promised that did not come.
    pub missing: u64,
    /// What is to be told beside, in words.
    pub notices: Vec<String>,
}

/// Some lines of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// How many.
    pub count: u64,
    /// The numbers of the first of them, from 1.
    pub first: Vec<u64>,
}

impl Lines {
    fn add(&mut self, number: u64) {
        self.count += 1;
        if self.first.len() < TOLD {
            self.first.push(number);
        }
    }
}

/// What of a file has not been taken in yet.
#[derive(Default)]
struct Batch {
    events: Vec<Event>,
    bytes: usize,
}

impl App {
    /// Takes in the events of an export, or of a backup. As often as one likes: what is known is left alone, what cannot be
    /// read or was altered is left out and told by its line.
    ///
    /// # Errors
    /// When the file cannot be read or the events cannot be kept. Those that were taken in by then stay, and importing again
    /// goes on from there.
    pub fn import(&mut self, path: &Path) -> Result<Imported, AppError> {
        let failed = |source| AppError::File { path: path.to_owned(), source };
        let mut file = BufReader::new(File::open(path).map_err(failed)?);
        let start = file.fill_buf().map_err(failed)?;
        let told = self.journal.notices().len();
        let mut imported = if backups::is_backup(start) {
            self.import_backup(path)?
        } else {
            self.import_lines(&mut file, path)?
        };
        self.states = None;
        self.read_settings()?;
        let say = |notice: &crate::journal::Notice| {
            problems::say_with(&self.messages, notice.message_id(), &notice.message_args())
        };
        imported.notices = self.journal.notices().iter().skip(told).map(say).collect();
        Ok(imported)
    }

    fn import_lines(&mut self, file: &mut impl BufRead, path: &Path) -> Result<Imported, AppError> {
        let failed = |source| AppError::File { path: path.to_owned(), source };
        let mut imported = Imported::default();
        let (mut promised, mut read) = (0_u64, 0_u64);
        let mut batch = Batch::default();
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            let length = file.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line).map_err(failed)?;
            if length == 0 {
                break;
            }
            if length as u64 == LONGEST_LINE && line.last() != Some(&b'\n') {
                imported.unreadable.add(number);
                file.skip_until(b'\n').map_err(failed)?;
                continue;
            }
            let text = std::str::from_utf8(&line).map_or("\u{fffd}", str::trim);
            if text.is_empty() {
                continue;
            }
            match Event::from_line(text) {
                Ok(event) => {
                    read += 1;
                    batch.bytes += text.len();
                    batch.events.push(event);
                    if batch.events.len() >= BATCH || batch.bytes >= BATCH_BYTES {
                        self.take_in(&mut batch, &mut imported)?;
                    }
                }
                Err(LineError::Altered) => imported.altered.add(number),
                Err(LineError::Unreadable) => match serde_json::from_str::<Head>(text) {
                    Ok(head) if head.carabin == NAME => promised = promised.saturating_add(head.events),
                    _ => imported.unreadable.add(number),
                },
            }
        }
        self.take_in(&mut batch, &mut imported)?;
        let seen = read + imported.altered.count + imported.unreadable.count;
        imported.missing = promised.saturating_sub(seen);
        Ok(imported)
    }

    fn import_backup(&mut self, path: &Path) -> Result<Imported, AppError> {
        let plan = backups::Plan::of(&self.paths, path)?;
        let backup = plan.open()?;
        let mut imported = Imported::default();
        let mut batch = Batch::default();
        let mut after = 0;
        loop {
            // A part at a time, so that a long history need not fit into memory.
            backup.some_events(after, BATCH, |number, event| {
                after = number;
                batch.events.push(event);
            })?;
            if batch.events.is_empty() {
                return Ok(imported);
            }
            self.take_in(&mut batch, &mut imported)?;
        }
    }

    fn take_in(&mut self, batch: &mut Batch, imported: &mut Imported) -> Result<(), JournalError> {
        let taken = self.journal.ingest(&std::mem::take(batch).events)?;
        imported.added += taken.added as u64;
        imported.known += taken.known as u64;
        imported.conflicts.extend(taken.conflicts);
        Ok(())
    }
}
