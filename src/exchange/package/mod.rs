//! Packages for Anki, out (`.apkg`).
//!
//! A card becomes a note of one of a few types of our own, which work on a phone by themselves: options can be tapped, reasons
//! show with the answer, nothing is asked of the network. Without scripts a card still shows question and answer.
//!
//! A note that came from Anki goes back as it came, with its own GUID, type and fields (`original`). Any other note's GUID is
//! `carabin:` and the locator of its card, which also stands in its field before the last. Anki matches by GUID: a second export
//! updates what the first brought, and reviews made there are known again when they come back. The last field is the card itself,
//! as a deck of one card: where the deck is not (a friend's Carabin, a new computer), it is made again from that.
//!
//! The modern package is SQLite (schema 18) in Zstandard with lists in protobuf; the legacy one, for programs that do not know it,
//! is SQLite (schema 11) with lists in JSON. Both are deflated or stored in a ZIP archive.

mod archive;
mod database;
mod files;
mod markup;
mod note;
mod schedule;
mod schema;
#[cfg(test)]
mod tests;
mod types;

use std::{collections::BTreeMap, io, path::Path};

use jiff::Timestamp;

use crate::{
    card::{Card, DeckId, Locator, Text},
    exchange::original::{NoteType, Original},
    memory::{CardState, Day, Granted, Rating},
};

pub(in crate::exchange) use markup::html;
pub(in crate::exchange) use note::cloze_html;
pub(in crate::exchange) use types::is_ours;

/// Why a package could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// The file system.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The database of the package.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The archive.
    #[error(transparent)]
    Zip(#[from] zip::result::ZipError),
    /// The student stopped it.
    #[error("stopped")]
    Cancelled,
}

/// Which Anki it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// Anki 2.1.50 and later, AnkiMobile, AnkiDroid.
    Modern,
    /// Everything before.
    Legacy,
}

/// What is the same for the whole package.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Which Anki it is for.
    pub version: Version,
    /// Now.
    pub now: Timestamp,
    /// The day of study that is now.
    pub today: Day,
    /// What local time is ahead of UTC, in seconds.
    pub offset: i32,
    /// The hour at which days begin.
    pub rollover: u8,
    /// The retention that is wished for, 0 to 1.
    pub retention: f32,
    /// Whether states and reviews go with the cards.
    pub history: bool,
}

/// A card that goes out.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// What its history hangs on: that of the card, or of a question of a container.
    pub locator: Locator,
    /// The title of its deck.
    pub deck: Text,
    /// The card.
    pub card: Card,
    /// What stands before its question: the vignette and the news of a case.
    pub before: Vec<Text>,
    /// A deck of this card alone (or of what it is a question of), with the names that its files have in the package: where its deck is
    /// not, it can be made again.
    pub source: Option<String>,
    /// Its schedules in the order of its parts.
    pub schedules: Vec<Schedule>,
    /// The files of its deck that its pictures are.
    pub pictures: Vec<String>,
}

/// A note that came from Anki, and goes back as it came.
#[derive(Clone, Debug)]
pub struct OutgoingOriginal {
    /// What Anki knows it by.
    pub guid: String,
    /// The note as it goes. Of its cards those that are wanted.
    pub note: Original,
    /// The deck of ours whose folder has its files.
    pub deck: DeckId,
    /// The schedules of its cards, in their order, each with whether its author suspended it.
    pub schedules: Vec<(Schedule, bool)>,
}

/// What goes out.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// Cards of ours.
    pub cards: Vec<Outgoing>,
    /// Notes of Anki.
    pub originals: Vec<OutgoingOriginal>,
    /// Their types, by their ids.
    pub types: BTreeMap<i64, NoteType>,
}

impl Contents {
    /// How many notes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cards.len() + self.originals.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A schedule of a card.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    /// How it stands.
    pub state: CardState,
    /// What happened to it, the first first.
    pub log: Vec<Entry>,
}

/// Something that happened to a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// What.
    pub what: What,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
}

/// What happens to cards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A review.
    Answered {
        /// How well it was recalled.
        rating: Rating,
        /// What it granted.
        granted: Granted,
        /// It leaves the schedule as it is.
        practice: bool,
    },
    /// Its learning began anew.
    Reset,
    /// It was moved by hand to so many days later.
    Moved {
        /// How many.
        days: u32,
    },
}

/// What went out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// How many notes.
    pub notes: usize,
    /// How many of Anki's cards.
    pub cards: usize,
    /// How many reviews.
    pub reviews: usize,
    /// How many pictures.
    pub media: usize,
    /// How many pictures and sounds could not be read, and stay behind.
    pub missing: usize,
    /// Of how many notes of Anki's what was mended here could not be said in their fields: they went as they came.
    pub unsaid: usize,
}

/// Gives a file of a deck; `None` where it cannot be read.
pub type Load<'l> = &'l dyn Fn(&DeckId, &str) -> Option<Vec<u8>>;

/// What is being done, for whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Cards become notes.
    Cards,
    /// The database and the files are packed.
    Files,
}

/// What `go_on` is told: what is done, how far, and of how much. False stops.
pub type GoOn<'g> = &'g mut dyn FnMut(Step, usize, usize) -> bool;

/// Writes a package to `path`, whole or not at all.
///
/// # Errors
/// When a file cannot be read or written, or it was stopped.
pub fn write(
    path: &Path,
    contents: &Contents,
    setting: &Setting,
    load: Load<'_>,
    go_on: GoOn<'_>,
) -> Result<Packed, PackageError> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let work = tempfile::Builder::new().prefix(".carabin-").tempdir_in(folder)?;
    let file = work.path().join("collection.db");
    let (mut packed, media) = database::write(&file, contents, setting, load, go_on)?;
    let made = work.path().join("package");
    packed.missing = archive::write(&made, &file, &media, setting.version, load, go_on)?;
    packed.media -= packed.missing;
    std::fs::rename(&made, path)?;
    Ok(packed)
}

/// The name of a file of a deck in Anki's one folder: no two decks' files share one, and every system can hold it.
#[must_use]
pub fn media_name(deck: &DeckId, file: &str) -> String {
    let hash = blake3::hash(format!("{deck}/{file}").as_bytes()).to_hex();
    let end = Path::new(file).extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let end: String = end.chars().filter(char::is_ascii_alphanumeric).take(5).collect();
    format!("{MEDIA}{}.{end}", &hash.as_str()[..16])
}

/// How the names of our files begin.
pub(in crate::exchange) const MEDIA: &str = "carabin-";

/// The GUID of a card's note.
#[must_use]
pub fn guid(locator: &Locator) -> String {
    format!("carabin:{locator}")
}
