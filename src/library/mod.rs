//! All decks on disk: find, index, open.
//!
//! The decks are the truth; the index (`library.db`) is a cache that may be thrown away at any time. A
//! [`Library`] opens with what the index knows, at once; [`Library::refresh`] then looks at the disk and reads what
//! changed. The [`Catalogue`] is what there is to study, small enough to stay in memory; the texts of a card come
//! from the index, one at a time.

mod bounded;
mod bytes;
mod catalogue;
mod copy;
mod find;
pub mod foreign;
mod index;
mod intake;
mod load;
mod media;
mod mended;
pub mod merge;
mod notice;
mod own;
mod pack;
pub mod picture;
mod places;
mod recognise;
mod refresh;
mod similar;
mod stamp;
mod table;
#[cfg(test)]
mod tests;
pub mod versions;
mod write;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use crate::{
    card::{Card, DeckId, Locator},
    deck::{self, Diagnostic, Reading},
};

pub use catalogue::{Catalogue, DeckEntry, Entry, Unreadable};
pub use copy::{Base, Own};
pub use media::{LONGEST_MEDIUM, MediaError, MediaFolder};
pub use notice::{LibraryError, Notice, Problem};
pub use places::{Bundled, BundledFile, Origin, Places, Tier};
pub use recognise::recognise;
pub use refresh::{Progress, Refresh};
pub use write::{replace, write_atomically};

use index::Index;
use places::Root;

/// All decks.
#[derive(Debug)]
pub struct Library {
    places: Places,
    roots: Vec<Root>,
    index: Index,
    catalogue: Arc<Catalogue>,
    data_version: i32,
    patience: Duration,
}

/// How long a refresh waits for another Carabin that is indexing.
const PATIENCE: Duration = Duration::from_secs(5);

/// A deck file, read again to tell what is wrong with it.
#[derive(Clone, Debug)]
pub struct Examined {
    /// Its name for messages.
    pub name: String,
    /// Its text; what is not UTF-8 in it is U+FFFD.
    pub source: String,
    /// Its mistakes and warnings, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl Examined {
    /// The id of the bundled deck of which it is the student's copy.
    #[must_use]
    pub fn copied_from(&self) -> Option<DeckId> {
        copy::copied_from(&self.source)?.parse().ok()
    }
}

impl Library {
    /// Opens the library with what the index knows of the last run. A broken or locked index is made anew or replaced
    /// by one in memory, and told.
    ///
    /// # Errors
    /// Only when not even an index in memory can be made.
    pub fn open(places: Places) -> Result<(Self, Vec<Notice>), LibraryError> {
        Self::open_with(places, PATIENCE)
    }

    fn open_with(places: Places, patience: Duration) -> Result<(Self, Vec<Notice>), LibraryError> {
        let (index, mut notices) = Index::open(&places.index, patience)?;
        let roots = places.roots();
        let mut library = Self { places, roots, index, catalogue: Arc::default(), data_version: 0, patience };
        if let Err(error) = library.reload() {
            library.replace_index(&error, &mut notices)?;
        }
        Ok((library, notices))
    }

    /// Looks at the disk, reads the decks that changed, and brings index and catalogue up to date. When another
    /// Carabin is doing just that, the catalogue stays as it is ([`Notice::Busy`]); [`Self::changed_elsewhere`] says when
    /// the other is done.
    pub fn refresh(&mut self, progress: &mut dyn FnMut(Progress)) -> Result<Refresh, LibraryError> {
        let mut refresh = Refresh::default();
        for attempt in 0.. {
            let mut problems = Vec::new();
            match self.try_refresh(progress, &mut problems, &mut refresh) {
                Ok(()) => {
                    refresh.problems = problems;
                    break;
                }
                Err(LibraryError::Index(error))
                    if index::is_busy(&error) && !self.catalogue.decks.is_empty() =>
                {
                    refresh.notices.push(Notice::Busy);
                    refresh.problems = load::problems(&self.catalogue);
                    break;
                }
                Err(error) if attempt >= 2 => return Err(error),
                Err(error) => self.replace_index(&error, &mut refresh.notices)?,
            }
        }
        Ok(refresh)
    }

    fn try_refresh(
        &mut self,
        progress: &mut dyn FnMut(Progress),
        problems: &mut Vec<Problem>,
        refresh: &mut Refresh,
    ) -> Result<(), LibraryError> {
        let (found, not_found) = find::find(&self.places, &self.roots);
        let folder = self.places.index.parent().unwrap_or(&self.places.index);
        let now = stamp::disk_clock(folder);
        let update = refresh::update(&mut self.index, &self.roots, &found, now, progress)?;
        let before = Arc::clone(&self.catalogue);
        // A catalogue that stays the same one lets the states beside it stay, too.
        if !update.same || self.changed_elsewhere()? {
            self.reload()?;
        }
        let files = |catalogue: &Catalogue| -> HashSet<(DeckId, i64)> {
            let live = catalogue.decks.iter().filter(|deck| deck.shadowed_by.is_none());
            live.map(|deck| (deck.head.id.clone(), deck.file)).collect()
        };
        let (old, new) = (files(&before), files(&self.catalogue));
        let mut changed: Vec<DeckId> = new
            .iter()
            .filter(|deck| update.changed.contains(&deck.1) || !old.contains(deck))
            .map(|deck| deck.0.clone())
            .collect();
        changed.sort_unstable();
        let mut removed: Vec<DeckId> =
            old.into_iter().map(|deck| deck.0).filter(|id| self.catalogue.deck(id).is_none()).collect();
        removed.sort_unstable();
        (refresh.changed, refresh.removed) = (changed, removed);
        problems.extend(not_found);
        problems.extend(update.problems);
        problems.extend(load::problems(&self.catalogue));
        Ok(())
    }

    /// What SQLite finds wrong with the index, if anything.
    #[must_use]
    pub fn index_fault(&self) -> Option<String> {
        self.index.fault().unwrap_or_else(|error| Some(error.to_string()))
    }

    /// Throws the index at `path` away: the next start makes it anew from the decks.
    pub fn forget(path: &Path) {
        index::remove(path);
    }

    /// What there is to study. A copy of the pointer: it stays as it is while a refresh goes on.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&self.catalogue)
    }

    /// Loads the catalogue from the index again, for what another process wrote there.
    pub fn reload(&mut self) -> Result<(), LibraryError> {
        self.data_version = self.index.data_version()?;
        self.catalogue = Arc::new(load::load(&self.index, &self.roots, self.places.bundled)?);
        Ok(())
    }

    /// Whether another process wrote to the index since the catalogue was loaded.
    pub fn changed_elsewhere(&self) -> Result<bool, LibraryError> {
        Ok(self.index.data_version()? != self.data_version)
    }

    /// The card that `locator`, or the locator of one of its parts, names. Comes from the index; where that fails, from
    /// the deck itself.
    pub fn card(&self, locator: &Locator) -> Result<Option<Card>, LibraryError> {
        let Some(entry) = self.entry(locator) else { return Ok(None) };
        let Some(deck) = self.catalogue.deck_of(entry) else { return Ok(None) };
        // Another process may have given the row to another deck since the catalogue was loaded.
        if let Ok(Some(card)) = self.index.card(deck.file, &locator.key)
            && card.deck == locator.deck
        {
            return Ok(Some(Card { line: entry.line, ..card }));
        }
        let reading = self.read(&deck.origin)?.1;
        let cards = reading.deck.into_iter().flat_map(|deck| deck.cards);
        Ok(cards.into_iter().find(|card| card.key == locator.key))
    }

    /// What makes the card that card ([`Content::identity`](crate::card::Content::identity)), for the journal and for [`recognise`].
    pub fn identity(&self, locator: &Locator) -> Result<Option<String>, LibraryError> {
        Ok(self.card(locator)?.map(|card| card.content.identity()))
    }

    /// The cards that hold all words of `text` (the beginning of a word is enough; case and accents do not matter), best
    /// first, each by the locator of the card as a whole. A locator finds its card first.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<Locator>, LibraryError> {
        let mut out = Vec::new();
        if let Ok(locator) = text.trim().parse::<Locator>()
            && self.entry(&locator).is_some()
        {
            out.push(locator.card());
        }
        let live =
            |file| self.catalogue.decks.iter().find(|deck| deck.file == file && deck.shadowed_by.is_none());
        for (file, key) in self.index.search(text, limit, &|file| live(file).is_some())? {
            if let Some(deck) = live(file) {
                let hit = Locator { deck: deck.head.id.clone(), key, part: None };
                if !out.contains(&hit) {
                    out.push(hit);
                }
            }
        }
        out.truncate(limit);
        Ok(out)
    }

    /// The file and the line where a card begins; `None` for a bundled deck, which has no file until
    /// [`Self::copy_to_user`] makes one, and for a card that is not there.
    #[must_use]
    pub fn place_of(&self, locator: &Locator) -> Option<(PathBuf, u32)> {
        let entry = self.entry(locator)?;
        let file = self.catalogue.deck_of(entry)?.origin.file()?;
        Some((file.to_owned(), entry.line))
    }

    /// The bytes of a file beside a deck, wherever the deck comes from; `relative` is its path as the deck writes it.
    ///
    /// # Errors
    /// When there is no such deck or file, when it lies outside the deck's folder, is longer than
    /// [`LONGEST_MEDIUM`], or cannot be read.
    pub fn media(&self, id: &DeckId, relative: &str) -> Result<Vec<u8>, MediaError> {
        let deck = self.catalogue.deck(id).ok_or_else(|| MediaError::NoDeck(id.clone()))?;
        if let Some(file) = deck.origin.file() {
            return MediaFolder::of_deck(file).bytes(relative);
        }
        let bundled = self.bundled(&deck.origin).ok_or_else(|| MediaError::NoDeck(id.clone()))?;
        bundled.bytes(relative).map(<[u8]>::to_vec)
    }

    /// Reads a deck file again, to tell what is wrong with it.
    pub fn examine(&self, origin: &Origin) -> Result<Examined, LibraryError> {
        let (bytes, reading) = self.read(origin)?;
        Ok(Examined {
            name: notice::shown(&origin.path),
            source: String::from_utf8_lossy(&bytes).into_owned(),
            diagnostics: reading.diagnostics,
        })
    }

    /// The user's own file of a deck, to edit: a bundled deck is copied to the user's folder with the files beside it,
    /// any other is where it is. The first line of a copy says what it was copied from ([`Base`]). A refresh then finds it.
    pub fn copy_to_user(&self, id: &DeckId) -> Result<Own, LibraryError> {
        let deck = self.catalogue.deck(id).ok_or_else(|| LibraryError::NoDeck(id.clone()))?;
        if let Some(file) = deck.origin.file() {
            return Ok(Own { path: file.to_owned(), made: false });
        }
        let bundled = self.bundled(&deck.origin).ok_or_else(|| LibraryError::NoDeck(id.clone()))?;
        let path = copy::copy(bundled, &deck.head, &self.places.user)?;
        Ok(Own { path, made: true })
    }

    /// Takes a copy that [`Self::copy_to_user`] made away again, where nothing in it was changed. Gives whether it was; a
    /// refresh then finds the bundled deck.
    pub fn take_back_copy(&self, path: &Path) -> Result<bool, LibraryError> {
        copy::take_back(path, self.places.bundled)
    }

    fn entry(&self, locator: &Locator) -> Option<&Entry> {
        self.catalogue.entries.get(self.catalogue.card(locator)).and_then(<[Entry]>::first)
    }

    fn bundled(&self, origin: &Origin) -> Option<&'static Bundled> {
        self.places.bundled.iter().find(|deck| origin.path.to_str() == Some(deck.path))
    }

    fn read(&self, origin: &Origin) -> Result<(Vec<u8>, Reading), LibraryError> {
        if let Some(file) = origin.file() {
            let bytes = intake::bytes(file).map_err(LibraryError::file(file))?;
            let reading = deck::read(&bytes, &MediaFolder::of_deck(file));
            return Ok((bytes, reading));
        }
        let nothing = Bundled { path: "", text: "", media: &[] };
        let bundled = self.bundled(origin).unwrap_or(&nothing);
        Ok((bundled.text.as_bytes().to_vec(), deck::read(bundled.text.as_bytes(), bundled)))
    }

    /// A damaged index begins anew, one that cannot be used goes to memory; both start empty.
    fn replace_index(&mut self, error: &LibraryError, notices: &mut Vec<Notice>) -> Result<(), LibraryError> {
        let damaged = matches!(error, LibraryError::Index(error) if index::is_damage(error));
        // The old connection is closed first, or the file could not be removed everywhere.
        self.index = Index::memory()?;
        if damaged && !notices.iter().any(|notice| matches!(notice, Notice::Rebuilt { .. })) {
            let (index, told) = Index::replace(&self.places.index, self.patience, error.to_string())?;
            self.index = index;
            notices.extend(told);
        } else {
            notices.push(Notice::InMemory { reason: error.to_string() });
        }
        self.catalogue = Arc::default();
        self.data_version = self.index.data_version()?;
        Ok(())
    }
}
