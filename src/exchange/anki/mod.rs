//! Packages of Anki (`.apkg`, `.colpkg`) → decks and their history.
//!
//! The way of a package: the archive within its limits (`container`), the database, read only, in both of its layouts
//! (`collection`), each note through its templates (`style`, `template`, `note`, `cloze`, `occlusion`) and from HTML
//! to Markdown, onto the shelves that become decks (`shelf`), and the log of each card (`history`).
//!
//! What makes a second import an update: a card's id follows from the GUID of its note, and a note whose card is in
//! a deck already stays there (`identity`); what happened is numbered by what it is. The notes themselves are kept beside
//! the deck (`keep`), so that they can go back as they came. Notes that Carabin itself made are known by their GUID; of them
//! only the history is taken where their deck is here, else their cards are made again (`remade`), and of cards that went out from here only what was done to them since.

mod cloze;
mod collection;
mod container;
mod error;
mod files;
mod history;
mod identity;
mod keep;
mod mended;
mod note;
mod occlusion;
mod reader;
mod remade;
mod shelf;
mod strays;
mod style;
mod template;
#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, path::Path};

use jiff::{Timestamp, tz::TimeZone};

pub use container::{Kind as PackageKind, Limits as PackageLimits};
pub use error::AnkiError;
pub(in crate::exchange) use files::create;
pub(in crate::exchange) use identity::of_guid;
pub use mended::{Unsaid, mended};
pub use note::Hidden;

use crate::{
    card::{CardKey, DeckId, Locator, PartKey},
    exchange::{Import, Marks, original::Originals, parts::Room},
    memory::Scheduler,
};
use collection::Database;
use container::Package;
use files::Files;
use reader::{Reader, Shelved};

/// How a package is read.
pub struct Options<'o> {
    /// The language of new decks.
    pub language: &'o str,
    /// What a hidden place of a picture is called in its question: "cache 2 sur 3".
    pub hidden: &'o dyn Fn(Hidden) -> String,
    /// Everything goes into this deck.
    pub deck: Option<DeckId>,
    /// Whether the history is taken.
    pub history: bool,
    /// The zone in which the reviews took place.
    pub zone: TimeZone,
    /// The hour at which our days begin.
    pub rollover: u8,
    /// The time of the import: nothing has happened later.
    pub now: Timestamp,
    /// The scheduler that will replay the answers.
    pub scheduler: &'o Scheduler,
    /// The parameters of the package are to be used, where it has one set of them: a scheduler for them.
    pub with_parameters: Option<&'o WithParameters<'o>>,
    /// The deck in which a card is already.
    pub deck_of: &'o dyn Fn(&CardKey) -> Option<DeckId>,
    /// What there is room for in a deck that is there; `None` when there is no such deck.
    pub room_in: &'o dyn Fn(&DeckId) -> Option<Room>,
    /// The schedules of a card that is in a deck: for notes that Carabin exported.
    pub parts_of: &'o dyn Fn(&Locator) -> Option<Parts>,
    /// Whether a deck is here.
    pub has_deck: &'o dyn Fn(&DeckId) -> bool,
    /// How a schedule stands here.
    pub marks_of: &'o dyn Fn(&Locator) -> Marks,
    /// The notes that a deck was made of so far.
    pub originals_of: &'o dyn Fn(&DeckId) -> Option<Originals>,
    /// How much a package may ask of the machine.
    pub limits: PackageLimits,
}

/// The schedules of a card, in the order of its parts.
pub type Parts = Vec<Option<PartKey>>;
/// Makes a scheduler for parameters, where they are some.
pub type WithParameters<'o> = dyn Fn(&[f32]) -> Option<Scheduler> + 'o;

/// What is being done, for whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The archive is unpacked.
    Unpack,
    /// The notes become cards.
    Notes,
    /// The history is replayed.
    History,
    /// The files are unpacked.
    Files,
}

/// What came of reading a package.
#[derive(Debug)]
pub struct Read {
    /// The decks, the history, the losses.
    pub import: Import,
    /// Which kind it is.
    pub kind: PackageKind,
    /// How many notes it has.
    pub notes: u64,
    /// How many of Anki's cards are kept as schedules.
    pub schedules: u64,
    /// How many answers are in the history.
    pub answers: u64,
    /// How many notes Carabin itself had exported.
    pub returned: u64,
    /// The one set of FSRS parameters that the package's decks use.
    pub parameters: Option<Vec<f32>>,
    /// Of how many cards Anki's stored stability could be compared, and of how many it is met within a hundredth by
    /// replaying their answers.
    pub agreement: (u64, u64),
}

/// Reads a package. `folder` is an empty folder for what is unpacked; `go_on` is told what is done, how far, and of how much,
/// and stops everything by `false`.
///
/// # Errors
/// When it is no package, is damaged, hostile or too large, or was stopped.
pub fn read(
    path: &Path,
    folder: &Path,
    options: &Options<'_>,
    go_on: &mut dyn FnMut(Step, u64, u64) -> bool,
) -> Result<Read, AnkiError> {
    let mut tell = |step: Step, done: u64, of: u64| {
        if go_on(step, done, of) { Ok(()) } else { Err(AnkiError::Cancelled) }
    };
    tell(Step::Unpack, 0, 1)?;
    let mut package = Package::open(path, options.limits)?;
    let database = folder.join("collection.db");
    package.collection(&database)?;
    let mut files = Files::new(package.files()?);
    let database = Database::open(&database)?;
    for (table, factor) in [("notes", 1), ("cards", 1), ("revlog", 10)] {
        let limit = options.limits.notes.saturating_mul(factor);
        if database.count(table)? > limit {
            return Err(AnkiError::TooLarge { what: "notes", limit });
        }
    }
    let mut reader = Reader::new(&database, options)?;
    let notes = reader.notes(&database, &mut files, &mut tell)?;
    let mut used = BTreeSet::new();
    let mut decks = reader.shelve(notes, &mut tell)?;
    let count = decks.len() as u64;
    for (number, Shelved { deck, files: names, originals }) in (0..).zip(&mut decks) {
        tell(Step::Files, number, count)?;
        let place = folder.join(format!("files-{number}"));
        if !names.is_empty() {
            std::fs::create_dir(&place)?;
        }
        deck.media = files.unpack(&mut package, names, &place)?;
        if !originals.notes.is_empty() {
            let written = originals.write()?;
            deck.notes = Some(written.bytes);
            for _ in 0..written.left_out {
                reader.losses.lose("note-not-kept", deck.head.title.as_str());
            }
        }
        used.append(names);
    }
    for name in files.unused(&used) {
        reader.losses.lose("file-unused", name);
    }
    Ok(reader.finish(package.kind, decks.into_iter().map(|shelved| shelved.deck).collect()))
}
