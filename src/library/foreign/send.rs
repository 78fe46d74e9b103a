//! A deck and its files as one package, to send.

use std::{
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{bounds::Bounds, error::ForeignError, parcel::Offered};
use crate::{
    card::DeckId,
    deck::names,
    library::{Library, MediaFolder, write::write_atomically},
};

/// A package that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Where.
    pub path: PathBuf,
    /// How many cards.
    pub cards: usize,
    /// How many files beside the deck.
    pub media: usize,
    /// How many mistakes the deck has.
    pub errors: usize,
    /// Its size in bytes.
    pub bytes: usize,
}

impl Library {
    /// Writes a deck and the files that it names as one ZIP package. Nothing personal is in it: no history, no note, no
    /// name, no time; the same deck gives the same bytes.
    ///
    /// # Errors
    /// When there is no such deck, a file is beyond the limits, or the package cannot be written.
    pub fn send(&self, id: &DeckId, to: &Path) -> Result<Sent, ForeignError> {
        let catalogue = self.catalogue();
        let deck = catalogue.deck(id).ok_or_else(|| ForeignError::Empty(id.to_string()))?;
        let mut pack = Pack::new(id);
        let (mut media, mut cards, mut errors) = (0, 0, 0);
        if let Some(file) = deck.origin.file() {
            let offered =
                Offered::read(file, "deck.yaml").ok_or_else(|| ForeignError::Mistakes(file.to_owned()))?;
            (cards, errors) = (offered.deck.cards.len(), offered.errors);
            pack.add("deck.yaml", offered.text.as_bytes())?;
            let (folder, bounds) = (MediaFolder::of_deck(file), Bounds::default());
            for relative in &offered.media {
                names::check(relative)
                    .map_err(|problem| ForeignError::Name { name: relative.clone(), problem })?;
                let Ok(path) = folder.resolve(relative) else { continue };
                pack.add(relative, &bounds.read(&path)?)?;
                media += 1;
            }
        } else if let Some(bundled) = self.bundled(&deck.origin) {
            cards = deck
                .entries
                .clone()
                .map(|n| catalogue.entries[n].card)
                .collect::<std::collections::HashSet<_>>()
                .len();
            pack.add("deck.yaml", bundled.text.as_bytes())?;
            for file in bundled.media {
                pack.add(file.path, file.bytes)?;
                media += 1;
            }
        }
        let bytes = pack.finish()?;
        write_atomically(to, &bytes).map_err(ForeignError::file(to))?;
        Ok(Sent { path: to.to_owned(), cards, media, errors, bytes: bytes.len() })
    }
}

/// A package being written.
struct Pack {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    folder: String,
}

impl Pack {
    fn new(id: &DeckId) -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), folder: id.to_string() }
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ForeignError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let damaged = |error: &dyn std::fmt::Display| ForeignError::Damaged(error.to_string());
        self.zip.start_file(format!("{}/{name}", self.folder), options).map_err(|e| damaged(&e))?;
        self.zip.write_all(bytes).map_err(|e| damaged(&e))
    }

    fn finish(self) -> Result<Vec<u8>, ForeignError> {
        let done = self.zip.finish().map_err(|error| ForeignError::Damaged(error.to_string()))?;
        Ok(done.into_inner())
    }
}
