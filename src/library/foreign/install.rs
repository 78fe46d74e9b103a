//! Decks of others in the student's folder: taken in and updated.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::{
    error::ForeignError,
    files::{self, beside},
    merge::merge,
    parcel::Offered,
    plan::Plan,
    record::Record,
};
use crate::{
    card::{DeckId, Text},
    deck::{Media, MediaCheck, MediaProblem, names},
    library::{DeckEntry, Library, MediaFolder, Tier, merge::Side, write::write_atomically},
};

/// The deck in its folder.
pub(super) const DECK: &str = "deck.yaml";
/// The cards that its author took out.
const ARCHIVE: &str = "archived.yaml";

/// A deck of others in the student's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// Its id.
    pub id: DeckId,
    /// Its title.
    pub title: Text,
    /// Its folder.
    pub folder: PathBuf,
    /// Where it came from.
    pub record: Record,
}

/// A deck that was taken in or updated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its id.
    pub id: DeckId,
    /// Its title.
    pub title: Text,
    /// How many cards it holds.
    pub cards: usize,
    /// How many files beside it were taken.
    pub media: usize,
    /// How many mistakes it has.
    pub errors: usize,
    /// It takes the place of the bundled deck of the same id.
    pub replaces_bundled: bool,
    /// Where the student's own copy was kept, when the two could not be merged as a whole.
    pub aside: Option<PathBuf>,
    /// Where cards that the author took out were kept.
    pub archive: Option<PathBuf>,
}

impl Library {
    /// The decks of others, by id.
    ///
    /// # Errors
    /// When a record is there and cannot be read.
    pub fn installed(&self) -> Result<Vec<Installed>, ForeignError> {
        let mut out = Vec::new();
        for deck in &self.catalogue().decks {
            let Some(folder) = self.folder_of(deck) else { continue };
            if let Some(record) = Record::read(folder)? {
                let (id, title) = (deck.head.id.clone(), deck.head.title.clone());
                out.push(Installed { id, title, folder: folder.to_owned(), record });
            }
        }
        out.sort_by(|a, b| a.id.cmp(&b.id));
        out.dedup_by(|a, b| a.id == b.id);
        Ok(out)
    }

    /// Takes a deck in: a folder of its own in the student's decks, made whole before it gets its name. A refresh then
    /// finds it. `source` is what the student named, `taken` the instant (RFC 3339).
    ///
    /// # Errors
    /// [`ForeignError::Taken`] and [`ForeignError::Own`] when the student has a deck of this id; any of the file system's.
    pub fn take_in(&self, offered: &Offered, source: &str, taken: &str) -> Result<Taken, ForeignError> {
        let id = &offered.deck.head.id;
        let present = self.catalogue();
        let present = present.deck(id).filter(|deck| deck.origin.tier != Tier::Bundled);
        if let Some(deck) = present {
            let record = self.folder_of(deck).map(Record::read).transpose()?.flatten();
            return Err(if record.is_some() {
                ForeignError::Taken(id.clone())
            } else {
                ForeignError::Own(id.clone())
            });
        }
        let decks = &self.places.user;
        fs::create_dir_all(decks).map_err(ForeignError::file(decks))?;
        // Hidden, so that no refresh takes it for a deck before it is whole.
        let fresh = tempfile::Builder::new().prefix(".carabin-").tempdir_in(decks);
        let fresh = fresh.map_err(ForeignError::file(decks))?;
        let media = files::copy(offered, fresh.path(), &BTreeMap::new())?;
        let path = fresh.path().join(DECK);
        write_atomically(&path, offered.text.as_bytes()).map_err(ForeignError::file(&path))?;
        let record = record(offered, source, taken, media);
        record.write(fresh.path(), offered.text.as_bytes())?;
        let folder = free_name(decks, id);
        fs::rename(fresh.path(), &folder).map_err(ForeignError::file(&folder))?;
        // The folder has another name now and stays.
        let _ = fresh.keep();
        Ok(Taken {
            replaces_bundled: self.catalogue().deck(id).is_some(),
            ..told(offered, record.media.len(), None, None)
        })
    }

    /// What an update of a deck to `offered` would do.
    ///
    /// # Errors
    /// [`ForeignError::NotTaken`] for a deck that is the student's own, [`ForeignError::Mistakes`] when a side cannot be
    /// read whole.
    pub fn plan_update(&self, offered: &Offered) -> Result<Plan, ForeignError> {
        let installed = self.find_installed(&offered.deck.head.id)?;
        plan(&installed, offered)
    }

    /// Updates a deck. What was planned is planned anew, for the student may have edited the deck since. Each file is
    /// replaced whole, the deck last but its record: killed in between, the same update completes it.
    ///
    /// # Errors
    /// As [`Self::plan_update`], and any of the file system's.
    pub fn update(&self, offered: &Offered, source: &str, taken: &str) -> Result<Taken, ForeignError> {
        let installed = self.find_installed(&offered.deck.head.id)?;
        let plan = plan(&installed, offered)?;
        let folder = &installed.folder;
        let media = files::copy(offered, folder, &installed.record.media)?;
        let archive = keep_archive(folder, offered, &plan.archive)?;
        let path = folder.join(DECK);
        let aside = plan.aside.map(|_| keep_aside(folder, &path, taken)).transpose()?;
        write_atomically(&path, plan.text.as_bytes()).map_err(ForeignError::file(&path))?;
        let record = record(offered, source, taken, media);
        record.write(folder, offered.text.as_bytes())?;
        Ok(told(offered, record.media.len(), aside, archive))
    }

    /// The deck as its author sent it and as it is now, for a patch: (author's, student's).
    ///
    /// # Errors
    /// [`ForeignError::NotTaken`] for a deck that is the student's own; any of the file system's.
    pub fn both_texts(&self, id: &DeckId) -> Result<(String, String), ForeignError> {
        let installed = self.find_installed(id)?;
        let path = installed.folder.join(DECK);
        let mine = fs::read(&path).map_err(ForeignError::file(&path))?;
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ok((text(Record::pristine(&installed.folder)?), text(mine)))
    }

    /// The folder that a deck of the user's has for itself.
    fn folder_of<'d>(&self, deck: &'d DeckEntry) -> Option<&'d Path> {
        let file = deck.origin.file().filter(|_| deck.origin.tier == Tier::User)?;
        let folder = file.parent().filter(|folder| *folder != self.places.user)?;
        file.file_name().is_some_and(|name| name == DECK).then_some(folder)
    }

    pub(super) fn find_installed(&self, id: &DeckId) -> Result<Installed, ForeignError> {
        let found = self.installed()?.into_iter().find(|deck| deck.id == *id);
        found.ok_or_else(|| ForeignError::NotTaken(id.clone()))
    }
}

/// The name of a content in a record.
pub(super) fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// A folder that is not there yet.
pub(in crate::library) fn free_name(decks: &Path, id: &DeckId) -> PathBuf {
    let plain = if names::is_device(id.as_str()) { format!("{id}-deck") } else { id.to_string() };
    let mut path = decks.join(&plain);
    let mut number = 2;
    while path.symlink_metadata().is_ok() {
        path = decks.join(format!("{plain}-{number}"));
        number += 1;
    }
    path
}

fn record(offered: &Offered, source: &str, taken: &str, media: BTreeMap<String, String>) -> Record {
    Record {
        source: source.to_owned(),
        path: offered.path.clone(),
        version: offered.deck.head.version.as_ref().map(ToString::to_string),
        taken: taken.to_owned(),
        media,
    }
}

fn told(offered: &Offered, media: usize, aside: Option<PathBuf>, archive: Option<PathBuf>) -> Taken {
    Taken {
        id: offered.deck.head.id.clone(),
        title: offered.deck.head.title.clone(),
        cards: offered.deck.cards.len(),
        media,
        errors: offered.errors,
        replaces_bundled: false,
        aside,
        archive,
    }
}

fn plan(installed: &Installed, offered: &Offered) -> Result<Plan, ForeignError> {
    let path = installed.folder.join(DECK);
    let mine = Offered::read(&path, DECK).ok_or_else(|| ForeignError::Mistakes(path.clone()))?;
    let pristine = Record::pristine(&installed.folder)?;
    let untouched = pristine == mine.text.as_bytes();
    let folder = MediaFolder::of_deck(&path);
    let base = crate::deck::read(&pristine, &folder);
    let base_text = String::from_utf8_lossy(&pristine);
    let Some(base_deck) = base.deck else { return Err(ForeignError::Mistakes(path)) };
    if mine.errors > 0 && !untouched {
        return Err(ForeignError::Mistakes(path));
    }
    if offered.errors > 0 && !untouched {
        return Err(ForeignError::Mistakes(offered.file.clone()));
    }
    let both = Both { new: MediaFolder::of_deck(&offered.file), old: folder };
    let plan = merge(
        Side { text: &base_text, deck: &base_deck },
        Side { text: &offered.text, deck: &offered.deck },
        Side { text: &mine.text, deck: &mine.deck },
        &both,
    );
    Ok(Plan { files: files::changes(offered, &installed.folder, &installed.record.media)?, ..plan })
}

/// The folder as it will be: the new files, else those that are there.
struct Both {
    new: MediaFolder,
    old: MediaFolder,
}

impl Media for Both {
    fn check(&self, relative: &str) -> MediaCheck {
        match self.new.check(relative) {
            MediaCheck::Ok => MediaCheck::Ok,
            _ => self.old.check(relative),
        }
    }

    fn read_text(&self, relative: &str) -> Result<String, MediaProblem> {
        self.new.read_text(relative).or_else(|_| self.old.read_text(relative))
    }
}

/// Adds cards to the archive, which is a deck that no refresh finds. Those that it holds already are not added again.
fn keep_archive(folder: &Path, offered: &Offered, cards: &[String]) -> Result<Option<PathBuf>, ForeignError> {
    let path = folder.join(ARCHIVE);
    let mut text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let head = &offered.deck.head;
            let title = serde_json::to_string(head.title.as_str()).unwrap_or_default();
            format!("format: 1\ndeck: {}\ntitle: {title}\nlanguage: {}\ncards:\n", head.id, head.language)
        }
        Err(error) => return Err(ForeignError::file(&path)(error)),
    };
    let fresh: Vec<&String> = cards.iter().filter(|card| !text.contains(card.as_str())).collect();
    if !fresh.is_empty() {
        for card in fresh {
            text.push_str(card);
        }
        write_atomically(&path, text.as_bytes()).map_err(ForeignError::file(&path))?;
    }
    Ok((!cards.is_empty()).then_some(path))
}

/// Keeps the student's own copy under another name.
fn keep_aside(folder: &Path, deck: &Path, taken: &str) -> Result<PathBuf, ForeignError> {
    let day = taken.get(..10).unwrap_or("own");
    let kept = beside(&folder.join(DECK), day);
    let bytes = fs::read(deck).map_err(ForeignError::file(deck))?;
    write_atomically(&kept, &bytes).map_err(ForeignError::file(&kept))?;
    Ok(kept)
}
