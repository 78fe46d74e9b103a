//! A bundled deck becomes the user's own.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::card::DeckHead;

use super::LibraryError;

/// The first line of a copy says what it was copied from, so that an update can be merged: id, version, and the
/// beginning of the BLAKE3 hash of the bundled text.
const MARK: &str = "# carabin-base:";

/// How many names are tried before giving up.
const NAMES: u32 = 1000;

/// What a copy says of the deck that it was copied from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The version, if the bundled deck had one.
    pub version: Option<String>,
    /// The first 16 hexadecimal digits of the BLAKE3 hash of the bundled text.
    pub hash: String,
}

impl Base {
    /// What the first line of a copied deck says; `None` for any other deck.
    #[must_use]
    pub fn of(source: &str) -> Option<Self> {
        let line = source.lines().next()?.strip_prefix(MARK)?;
        let mut words = line.split_whitespace().skip(1);
        let (version, hash) = (words.next()?, words.next()?);
        let version = (version != "-").then(|| version.to_owned());
        Some(Self { version, hash: hash.to_owned() })
    }
}

/// Writes a bundled deck into the user's folder, never over another file: a taken name gets a number.
pub(super) fn copy(text: &str, head: &DeckHead, name: &str, folder: &Path) -> Result<PathBuf, LibraryError> {
    fs::create_dir_all(folder).map_err(LibraryError::file(folder))?;
    let version = head.version.as_ref().map_or("-", |v| v.as_str());
    let version: String = version.split_whitespace().collect::<Vec<_>>().join("_");
    let hash = &blake3::hash(text.as_bytes()).to_hex()[..16];
    let mut file = temporary(folder).map_err(LibraryError::file(folder))?;
    write!(file, "{MARK} {} {version} {hash}\n{text}", head.id)
        .and_then(|()| file.as_file().sync_all())
        .map_err(LibraryError::file(folder))?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    for number in 1..=NAMES {
        let name = if number == 1 { format!("{stem}.yaml") } else { format!("{stem}-{number}.yaml") };
        let path = folder.join(name);
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
            Err(error) => return Err(LibraryError::file(&path)(error.error)),
        }
    }
    Err(LibraryError::file(folder)(io::ErrorKind::AlreadyExists.into()))
}

/// A file that is written whole before it gets its name. Its name is hidden, so that no refresh takes it for a deck.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".carabin-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Decks are shared: the user's umask decides, as with any file that they make.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
