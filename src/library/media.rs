//! The files beside a deck, and never any other.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use unicode_normalization::UnicodeNormalization;

use crate::{
    card::DeckId,
    deck::{Media, MediaCheck, MediaProblem},
};

use super::{
    bounded,
    bytes::{Reader, Writer},
    picture::{self, PictureError},
    places::{Bundled, BundledFile},
    stamp::Stamp,
};

/// The longest text beside a deck (the article of a critical reading), in bytes.
const LONGEST_TEXT: u64 = 2 << 20;

/// The longest file beside a deck that is handed out, in bytes (32 MiB): a scan in full size, not a film.
pub const LONGEST_MEDIUM: u64 = 32 << 20;

/// Why a file beside a deck is not handed out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MediaError {
    /// No deck has this id.
    #[error("there is no deck {0}")]
    NoDeck(DeckId),
    /// It is not there.
    #[error("{0} is not there")]
    Missing(String),
    /// It lies outside the deck's folder, itself or by a link.
    #[error("{0} lies outside the deck's folder")]
    Outside(String),
    /// It is longer than [`LONGEST_MEDIUM`].
    #[error("{0} is too long")]
    TooLong(String),
    /// The system cannot read it.
    #[error("{file}: {reason}")]
    Unreadable {
        /// Its path as the deck writes it.
        file: String,
        /// What the system says.
        reason: String,
    },
}

/// The folder of a deck, as [`Media`]. Remembers what it was asked for, so that the index knows when the answer
/// may be another.
#[derive(Debug)]
pub struct MediaFolder {
    /// With every link resolved; `None` where there is no such folder.
    folder: Option<PathBuf>,
    asked: RefCell<Asked>,
    looks_inside: bool,
}

/// The files that a deck asked for, with their stamps (`None`: not there).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Asked {
    files: BTreeMap<String, Option<Stamp>>,
    /// The texts among them; what they hold is part of the cards.
    texts: BTreeMap<String, [u8; 32]>,
}

impl MediaFolder {
    /// The folder that the deck `file` stands in. A link to a deck leads to the folder of the deck itself.
    #[must_use]
    pub fn of_deck(file: &Path) -> Self {
        let folder = fs::canonicalize(file).ok().and_then(|file| file.parent().map(Path::to_owned));
        Self { folder, asked: RefCell::default(), looks_inside: false }
    }

    /// The file that `relative` names.
    ///
    /// # Errors
    /// [`MediaProblem::Missing`] and [`MediaProblem::Outside`].
    pub fn resolve(&self, relative: &str) -> Result<PathBuf, MediaProblem> {
        if !stays_inside(relative) {
            return Err(MediaProblem::Outside);
        }
        let folder = self.folder.as_deref().ok_or(MediaProblem::Missing)?;
        let file = locate(folder, relative).ok_or(MediaProblem::Missing)?;
        // Between this look and the use of the path a link may change; who can do that can read the file anyway.
        let real = fs::canonicalize(&file).map_err(|_| MediaProblem::Missing)?;
        if !real.starts_with(folder) {
            return Err(MediaProblem::Outside);
        }
        if real.is_file() { Ok(real) } else { Err(MediaProblem::Missing) }
    }

    /// The bytes of the file that `relative` names.
    ///
    /// # Errors
    /// Each of [`MediaError`] but [`MediaError::NoDeck`].
    pub fn bytes(&self, relative: &str) -> Result<Vec<u8>, MediaError> {
        let file = self.resolve(relative).map_err(|problem| match problem {
            MediaProblem::Outside => MediaError::Outside(relative.to_owned()),
            _ => MediaError::Missing(relative.to_owned()),
        })?;
        bounded::read(&file, LONGEST_MEDIUM)
            .map_err(|error| MediaError::Unreadable { file: relative.to_owned(), reason: error.to_string() })?
            .ok_or_else(|| MediaError::TooLong(relative.to_owned()))
    }

    /// The same folder, which also looks into its pictures: for a check that may take its time.
    #[must_use]
    pub fn looking_inside(self) -> Self {
        Self { looks_inside: true, ..self }
    }

    /// What was asked for so far.
    pub(super) fn asked(&self) -> Asked {
        self.asked.borrow().clone()
    }

    fn remember(&self, relative: &str) {
        if stays_inside(relative) {
            let stamp = self.folder.as_deref().and_then(|folder| stamp(folder, relative));
            self.asked.borrow_mut().files.insert(relative.to_owned(), stamp);
        }
    }
}

impl Media for MediaFolder {
    fn check(&self, relative: &str) -> MediaCheck {
        self.remember(relative);
        match self.resolve(relative) {
            Ok(_) if self.looks_inside => match self.bytes(relative) {
                Ok(bytes) => match picture::examine(&bytes) {
                    Err(PictureError::Huge) => MediaCheck::Huge,
                    Err(PictureError::Unsupported) => MediaCheck::Unsupported,
                    Err(_) => MediaCheck::Broken,
                    Ok(()) => MediaCheck::Ok,
                },
                Err(MediaError::TooLong(_)) => MediaCheck::Huge,
                Err(_) => MediaCheck::Missing,
            },
            Ok(_) => MediaCheck::Ok,
            Err(MediaProblem::Outside) => MediaCheck::Outside,
            Err(_) => MediaCheck::Missing,
        }
    }

    fn read_text(&self, relative: &str) -> Result<String, MediaProblem> {
        self.remember(relative);
        let file = self.resolve(relative)?;
        let mut bytes = Vec::new();
        File::open(file)
            .and_then(|file| file.take(LONGEST_TEXT + 1).read_to_end(&mut bytes))
            .map_err(|_| MediaProblem::Missing)?;
        let hash = *blake3::hash(&bytes).as_bytes();
        self.asked.borrow_mut().texts.insert(relative.to_owned(), hash);
        if bytes.len() as u64 > LONGEST_TEXT {
            return Err(MediaProblem::NotText);
        }
        String::from_utf8(bytes).map_err(|_| MediaProblem::NotText)
    }
}

impl Bundled {
    /// The bytes of the file beside it that `relative` names.
    pub(super) fn bytes(&self, relative: &str) -> Result<&'static [u8], MediaError> {
        match self.media.iter().find(|file| file.path == relative) {
            Some(BundledFile { bytes, .. }) => Ok(bytes),
            None => Err(MediaError::Missing(relative.to_owned())),
        }
    }
}

/// The files beside it are those of the binary.
impl Media for Bundled {
    fn check(&self, relative: &str) -> MediaCheck {
        self.bytes(relative).map_or(MediaCheck::Missing, |_| MediaCheck::Ok)
    }

    fn read_text(&self, relative: &str) -> Result<String, MediaProblem> {
        let bytes = self.bytes(relative).map_err(|_| MediaProblem::Missing)?;
        String::from_utf8(bytes.to_vec()).map_err(|_| MediaProblem::NotText)
    }
}

impl Asked {
    /// As the index keeps it: count, then each: path, 0 or 1 for "there", size, time, 0 or 1 for "a text".
    pub(super) fn pack(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.length(self.files.len());
        for (path, stamp) in &self.files {
            out.text(path);
            out.byte(u8::from(stamp.is_some()));
            let stamp = stamp.unwrap_or(Stamp { size: 0, mtime: 0 });
            out.number(stamp.size.cast_unsigned());
            out.number(stamp.mtime.cast_unsigned());
            out.byte(u8::from(self.texts.contains_key(path)));
        }
        out.finish()
    }

    /// The files that were asked for and are there.
    pub(super) fn present(&self) -> Vec<String> {
        self.files.iter().filter(|(_, stamp)| stamp.is_some()).map(|(path, _)| path.clone()).collect()
    }

    /// The hashes of the texts, for the hash of the deck as a whole.
    pub(super) fn text_hashes(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.texts.values()
    }

    /// Whether one of the texts may still change without its stamp changing.
    pub(super) fn is_racy(&self, now: Option<i64>) -> bool {
        self.texts.keys().any(|path| self.files.get(path).is_some_and(|s| s.is_some_and(|s| s.is_racy(now))))
    }
}

/// Whether the files that a deck asked for, as [`Asked::pack`] wrote them, are as they were. With `racy`, a text
/// among them counts as changed, because its stamp proves nothing yet.
pub(super) fn is_unchanged(deck: &Path, packed: &[u8], racy: bool) -> bool {
    let mut reader = Reader::new(packed);
    let Some(count) = reader.length() else { return false };
    if count == 0 {
        return true;
    }
    let MediaFolder { folder, .. } = MediaFolder::of_deck(deck);
    (0..count).all(|_| {
        let mut one = || {
            let path = reader.text()?;
            let there = reader.byte()? == 1;
            let was = Stamp { size: reader.number()?.cast_signed(), mtime: reader.number()?.cast_signed() };
            let is_text = reader.byte()? == 1;
            let now = folder.as_deref().and_then(|folder| stamp(folder, path));
            Some(now == there.then_some(was) && !(racy && is_text))
        };
        one().unwrap_or(false)
    })
}

fn stamp(folder: &Path, relative: &str) -> Option<Stamp> {
    locate(folder, relative).and_then(|file| Stamp::at(&file))
}

/// The file as it is written, or with its accents composed or decomposed: a deck written on one system and zipped on
/// another spells "é" otherwise than the disk does.
fn locate(folder: &Path, relative: &str) -> Option<PathBuf> {
    let written = folder.join(relative);
    if relative.is_ascii() || written.exists() {
        return written.exists().then_some(written);
    }
    let spellings = [relative.nfc().collect::<String>(), relative.nfd().collect()];
    spellings.into_iter().map(|spelling| folder.join(spelling)).find(|file| file.exists())
}

/// Whether `path` cannot lead out of the folder that it is relative to, on any system, links aside.
fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with('/')
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|step| !matches!(step, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Room {
        _temporary: tempfile::TempDir,
        deck: PathBuf,
    }

    fn write(path: &Path, text: &str) {
        use std::io::Write;
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        File::create(path).expect("a file").write_all(text.as_bytes()).expect("written");
    }

    fn room() -> Room {
        let temporary = tempfile::tempdir().expect("a folder");
        let deck = temporary.path().join("decks/deck.yaml");
        write(&deck, "format: 1");
        write(&temporary.path().join("decks/media/a.png"), "a");
        write(&temporary.path().join("decks/media/article.md"), "# Titre");
        write(&temporary.path().join("decks-too/secret.md"), "secret");
        Room { deck, _temporary: temporary }
    }

    #[test]
    fn a_picture_beside_the_deck_is_found() {
        let room = room();
        let media = MediaFolder::of_deck(&room.deck);
        assert_eq!(media.check("media/a.png"), MediaCheck::Ok);
        assert_eq!(media.check("media/b.png"), MediaCheck::Missing);
        assert_eq!(media.check("media"), MediaCheck::Missing, "a folder is no picture");
        assert_eq!(media.read_text("media/article.md"), Ok("# Titre".to_owned()));
    }

    #[test]
    fn the_bytes_of_a_file_are_handed_out_up_to_a_limit() {
        let room = room();
        let media = MediaFolder::of_deck(&room.deck);
        assert_eq!(media.bytes("media/a.png"), Ok(b"a".to_vec()));
        assert_eq!(media.bytes("media/b.png"), Err(MediaError::Missing("media/b.png".to_owned())));
        let outside = "../decks-too/secret.md";
        assert_eq!(media.bytes(outside), Err(MediaError::Outside(outside.to_owned())));
        let long = room.deck.with_file_name("film.png");
        // A file with a hole: it takes no room on the disk.
        File::create(&long).and_then(|file| file.set_len(LONGEST_MEDIUM + 1)).expect("a file");
        assert_eq!(media.bytes("film.png"), Err(MediaError::TooLong("film.png".to_owned())));
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let room = room();
        let media = MediaFolder::of_deck(&room.deck);
        for bad in [
            "../decks-too/secret.md",
            "media/../../decks-too/secret.md",
            "/etc/passwd",
            "C:\\x",
            "media\\a.png",
            "",
            ".",
        ] {
            assert_eq!(media.check(bad), MediaCheck::Outside, "{bad:?}");
            assert_eq!(media.read_text(bad), Err(MediaProblem::Outside), "{bad:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_out_of_the_folder() {
        let room = room();
        let folder = room.deck.parent().expect("a parent");
        let link = |target: &str, name: &str| {
            std::os::unix::fs::symlink(folder.join(target), folder.join(name)).expect("a link");
        };
        link("../decks-too/secret.md", "media/secret.md");
        link("../decks-too", "media/too");
        link("media/a.png", "media/inside.png");
        let media = MediaFolder::of_deck(&room.deck);
        assert_eq!(media.check("media/secret.md"), MediaCheck::Outside);
        assert_eq!(media.read_text("media/too/secret.md"), Err(MediaProblem::Outside));
        assert_eq!(media.check("media/inside.png"), MediaCheck::Ok);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_deck_keeps_the_media_of_the_deck() {
        let room = room();
        let elsewhere = tempfile::tempdir().expect("a folder");
        let link = elsewhere.path().join("lien.yaml");
        std::os::unix::fs::symlink(&room.deck, &link).expect("a link");
        assert_eq!(MediaFolder::of_deck(&link).check("media/a.png"), MediaCheck::Ok);
    }

    #[test]
    fn accents_are_found_however_the_disk_spells_them() {
        let room = room();
        write(&room.deck.with_file_name("sche\u{301}ma.png"), "x");
        assert_eq!(MediaFolder::of_deck(&room.deck).check("sch\u{e9}ma.png"), MediaCheck::Ok);
    }

    #[test]
    fn a_text_that_is_too_long_or_not_unicode_is_refused() {
        let room = room();
        let long = room.deck.with_file_name("long.md");
        write(&long, &"a".repeat(usize::try_from(LONGEST_TEXT).expect("small") + 1));
        let media = MediaFolder::of_deck(&room.deck);
        assert_eq!(media.read_text("long.md"), Err(MediaProblem::NotText));
    }

    #[test]
    fn what_was_asked_for_is_known_to_change() {
        let room = room();
        let media = MediaFolder::of_deck(&room.deck);
        media.check("media/b.png");
        assert!(media.read_text("media/article.md").is_ok());
        let packed = media.asked().pack();
        assert!(is_unchanged(&room.deck, &packed, false));
        assert!(!is_unchanged(&room.deck, &packed, true), "a text that may still change is read again");
        write(&room.deck.with_file_name("media").join("b.png"), "b");
        assert!(!is_unchanged(&room.deck, &packed, false));
    }
}
