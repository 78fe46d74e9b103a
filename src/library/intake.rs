//! Reading deck files, several at once.

use std::{
    collections::HashSet,
    fs::File,
    io::{self, Read},
    path::Path,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use crate::{
    card::{Card, DeckHead},
    deck::{self, Limits, READER_VERSION, Reading, Severity},
};

use super::{
    MediaFolder, Problem,
    find::{Found, Source},
    index::Fresh,
    media::Asked,
    places::{Bundled, Root},
    stamp::{Stamp, length},
};

/// A deck file as it was read.
#[derive(Debug)]
pub(super) struct Intake {
    pub stamp: Stamp,
    pub racy: bool,
    pub hash: Vec<u8>,
    pub asked: Asked,
    head: Option<DeckHead>,
    /// No two of one key.
    cards: Vec<Card>,
    errors: u32,
    warnings: u32,
}

impl Intake {
    /// As the index takes it.
    pub(super) fn fresh<'a>(&'a self, root: &'a Root, path: &'a str, media: &'a [u8]) -> Fresh<'a> {
        Fresh {
            tier: root.tier,
            root: root.key(),
            path,
            stamp: self.stamp,
            racy: self.racy,
            hash: &self.hash,
            reader: READER_VERSION,
            media,
            errors: self.errors,
            warnings: self.warnings,
            head: self.head.as_ref(),
            cards: &self.cards,
        }
    }
}

/// Reads `jobs` on as many threads as there are processors, and hands each to `sink` on this thread, in the order in
/// which they are done. Stops at the first error of `sink`.
pub(super) fn read_all<E>(
    jobs: &[&Found],
    now: Option<i64>,
    mut sink: impl FnMut(&Found, Result<Intake, Problem>) -> Result<(), E>,
) -> Result<(), E> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    if workers <= 1 {
        return jobs.iter().try_for_each(|job| sink(job, read_one(job, now)));
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        // Few wait to be written: a hundred thousand cards never stand in memory at once.
        let (sender, receiver) = mpsc::sync_channel(1);
        for _ in 0..workers {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if sender.send((*job, read_one(job, now))).is_err() {
                        return; // the sink has failed
                    }
                }
            });
        }
        drop(sender);
        receiver.into_iter().try_for_each(|(job, intake)| sink(job, intake))
    })
}

fn read_one(file: &Found, now: Option<i64>) -> Result<Intake, Problem> {
    match &file.source {
        Source::Bundled(deck) => {
            let stamp = Stamp { size: length(deck.text.len() as u64), mtime: 0 };
            let reading = deck::read(deck.text.as_bytes(), *deck);
            Ok(take(reading, stamp, false, hash_of_bundled(deck), Asked::default()))
        }
        Source::File(path) => {
            let unreadable = |error: io::Error| Problem::Unreadable {
                path: path.clone(),
                missing: error.kind() == io::ErrorKind::NotFound,
                reason: error.to_string(),
            };
            // Before its content: what is written while it is read has a newer stamp and is read next time.
            let stamp = std::fs::metadata(path).map(|metadata| Stamp::of(&metadata)).map_err(unreadable)?;
            let bytes = bytes(path).map_err(unreadable)?;
            let media = MediaFolder::of_deck(path);
            let reading = deck::read(&bytes, &media);
            let asked = media.asked();
            let racy = stamp.is_racy(now) || asked.is_racy(now);
            let hash = hash(&bytes, &asked);
            Ok(take(reading, stamp, racy, hash, asked))
        }
    }
}

fn take(reading: Reading, stamp: Stamp, racy: bool, hash: Vec<u8>, asked: Asked) -> Intake {
    let count = |severity| {
        let count = reading.diagnostics.iter().filter(|d| d.severity == severity).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let (head, mut cards) = reading.deck.map_or((None, Vec::new()), |deck| (Some(deck.head), deck.cards));
    let mut keys = HashSet::new();
    cards.retain(|card| keys.insert(card.key.clone()));
    Intake { stamp, racy, hash, asked, head, cards, errors, warnings }
}

/// The bytes of a deck file; of one beyond the reader's limit only so many that the reader sees it is beyond.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = Limits::default().file_bytes as u64;
    File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// By what a deck is known to be the same: the file, and the texts beside it that its cards hold.
pub(super) fn hash(bytes: &[u8], asked: &Asked) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(bytes);
    for text in asked.text_hashes() {
        hasher.update(text);
    }
    hasher.finalize().as_bytes().to_vec()
}

/// The same for a deck of the binary: another picture beside it is another deck too.
pub(super) fn hash_of_bundled(deck: &Bundled) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(deck.text.as_bytes());
    for file in deck.media {
        hasher.update(file.path.as_bytes());
        hasher.update(blake3::hash(file.bytes).as_bytes());
    }
    hasher.finalize().as_bytes().to_vec()
}
