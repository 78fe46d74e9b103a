//! What somebody sent: a deck, a folder of decks, or a package of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    bounds::Bounds,
    error::ForeignError,
    unzip::{self, is_wanted},
};
use crate::{
    deck::{self, Deck, Limits, Severity},
    library::{MediaFolder, intake},
};

/// Decks that can be taken, read where they lie (a package: unpacked to a temporary folder that goes with this).
#[derive(Debug)]
pub struct Parcel {
    /// The decks, by their path within the parcel.
    pub decks: Vec<Offered>,
    /// What looks like a deck and cannot be taken.
    pub left_out: Vec<LeftOut>,
    /// How many files of the package are no part of any deck.
    pub ignored: usize,
    _unpacked: Option<tempfile::TempDir>,
}

/// A deck in a parcel.
#[derive(Clone, Debug)]
pub struct Offered {
    /// Its file within the parcel, with `/`.
    pub path: String,
    /// The deck.
    pub deck: Deck,
    /// How many mistakes it has; cards with one are left out by the reader.
    pub errors: usize,
    /// Its file.
    pub(super) file: PathBuf,
    /// Its text.
    pub(super) text: String,
    /// The files that it names and that are there, relative to its folder.
    pub(super) media: Vec<String>,
}

/// A file that looks like a deck and cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its path within the parcel.
    pub path: String,
    /// It is a link: what it leads to may be anything.
    pub link: bool,
}

impl Parcel {
    /// Opens a deck file, a folder or a ZIP package. `go_on` is asked from time to time; when it says no, nothing is left
    /// behind.
    ///
    /// # Errors
    /// When it is none of these, is damaged or beyond `bounds`, holds a name that could lead elsewhere, or no deck.
    pub fn open(path: &Path, bounds: &Bounds, go_on: &dyn Fn() -> bool) -> Result<Self, ForeignError> {
        let metadata = fs::metadata(path).map_err(ForeignError::file(path))?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let parcel = if metadata.is_dir() {
            Self::of_folder(path, None, 0, bounds)?
        } else if is_zip(path)? {
            let folder = tempfile::Builder::new().prefix("carabin-").tempdir();
            let folder = folder.map_err(ForeignError::file(&std::env::temp_dir()))?;
            let ignored = unzip::unpack(path, folder.path(), bounds, go_on)?;
            let inside = folder.path().to_owned();
            Self::of_folder(&inside, Some(folder), ignored, bounds)?
        } else if is_wanted(&name.to_lowercase()) || name.contains('.') {
            let mut parcel = Self { decks: Vec::new(), left_out: Vec::new(), ignored: 0, _unpacked: None };
            parcel.look_at(path, &name);
            parcel
        } else {
            return Err(ForeignError::NoPackage(path.to_owned()));
        };
        match parcel.left_out.first() {
            _ if !parcel.decks.is_empty() => Ok(parcel),
            Some(left) if !left.link => Err(ForeignError::Unreadable(left.path.clone())),
            _ => Err(ForeignError::Empty(name)),
        }
    }

    fn of_folder(
        folder: &Path,
        unpacked: Option<tempfile::TempDir>,
        ignored: usize,
        bounds: &Bounds,
    ) -> Result<Self, ForeignError> {
        let mut parcel = Self { decks: Vec::new(), left_out: Vec::new(), ignored, _unpacked: unpacked };
        // An archive of a forge holds one folder, which holds everything.
        let mut root = folder.to_owned();
        let mut prefix = String::new();
        if let [only] = entries(&root, bounds)?.as_slice()
            && only.is_dir()
            && !only.is_symlink()
            && !only.join("deck.yaml").exists()
        {
            prefix = format!("{}/", file_name(only));
            root.clone_from(only);
        }
        for place in [root.clone(), root.join("decks")] {
            let inner = if place == root { prefix.clone() } else { format!("{prefix}decks/") };
            if !place.is_dir() || place.is_symlink() {
                continue;
            }
            for entry in entries(&place, bounds)? {
                let name = file_name(&entry);
                if name.starts_with('.') {
                    continue;
                }
                if is_deck_name(&name) {
                    parcel.look_at(&entry, &format!("{inner}{name}"));
                } else if entry.is_dir()
                    && !entry.is_symlink()
                    && let Some(deck) = ["deck.yaml", "deck.yml"].into_iter().find(|d| entry.join(d).exists())
                {
                    parcel.look_at(&entry.join(deck), &format!("{inner}{name}/{deck}"));
                }
            }
        }
        Ok(parcel)
    }

    fn look_at(&mut self, file: &Path, path: &str) {
        if file.is_symlink() {
            self.left_out.push(LeftOut { path: path.to_owned(), link: true });
            return;
        }
        match Offered::read(file, path) {
            Some(offered) => self.decks.push(offered),
            None => self.left_out.push(LeftOut { path: path.to_owned(), link: false }),
        }
    }
}

impl Offered {
    /// Whether its text is `text`.
    #[must_use]
    pub fn is_text(&self, text: &str) -> bool {
        self.text == text
    }

    /// Reads a deck; `None` when it is none.
    pub(super) fn read(file: &Path, path: &str) -> Option<Self> {
        let bytes = intake::bytes(file).ok()?;
        let folder = MediaFolder::of_deck(file);
        let reading = deck::read(&bytes, &folder);
        let errors = reading.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
        if bytes.len() > Limits::default().file_bytes {
            return None;
        }
        Some(Self {
            path: path.to_owned(),
            deck: reading.deck?,
            errors,
            file: file.to_owned(),
            text: String::from_utf8(bytes).ok()?,
            media: folder.asked().present(),
        })
    }
}

fn entries(folder: &Path, bounds: &Bounds) -> Result<Vec<PathBuf>, ForeignError> {
    let read = fs::read_dir(folder).map_err(ForeignError::file(folder))?;
    let mut out = Vec::new();
    for entry in read {
        out.push(entry.map_err(ForeignError::file(folder))?.path());
        if out.len() > bounds.files {
            return Err(ForeignError::TooMany(bounds.files));
        }
    }
    out.sort();
    Ok(out)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_deck_name(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|e| e.eq_ignore_ascii_case("yaml") || e.eq_ignore_ascii_case("yml"))
}

/// ZIP files begin with the header of a file, or, empty, with the end of the directory.
fn is_zip(path: &Path) -> Result<bool, ForeignError> {
    use std::io::Read as _;
    let mut first = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(4).read_to_end(&mut first));
    read.map_err(ForeignError::file(path))?;
    Ok(matches!(first.as_slice(), b"PK\x03\x04" | b"PK\x05\x06"))
}
