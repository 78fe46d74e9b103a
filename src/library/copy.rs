//! A bundled deck becomes the user's own.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::card::DeckHead;

use super::{Bundled, BundledFile, LibraryError};

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

/// The student's own file of a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Where it is.
    pub path: PathBuf,
    /// It was not there before.
    pub made: bool,
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

/// The id of the deck that a text says to be copied from.
pub(super) fn copied_from(source: &str) -> Option<&str> {
    source.lines().next()?.strip_prefix(MARK)?.split_whitespace().next()
}

/// The text of a copy without the line that says what it was copied from.
pub(super) fn without_mark(source: &str) -> &str {
    if source.starts_with(MARK) { source.split_once('\n').map_or("", |(_, rest)| rest) } else { source }
}

/// Writes a bundled deck into the user's folder, never over another file: a taken name gets a number. A deck with
/// files beside it becomes a folder of its own, so that no two decks share a picture.
pub(super) fn copy(deck: &Bundled, head: &DeckHead, folder: &Path) -> Result<PathBuf, LibraryError> {
    fs::create_dir_all(folder).map_err(LibraryError::file(folder))?;
    let version = head.version.as_ref().map_or("-", |v| v.as_str());
    let version: String = version.split_whitespace().collect::<Vec<_>>().join("_");
    let hash = &blake3::hash(deck.text.as_bytes()).to_hex()[..16];
    let text = format!("{MARK} {} {version} {hash}\n{}", head.id, deck.text);
    let stem = deck.path.rsplit_once('.').map_or(deck.path, |(stem, _)| stem);
    let names =
        (1..=NAMES).map(|number| if number == 1 { stem.to_owned() } else { format!("{stem}-{number}") });
    if deck.media.is_empty() {
        as_file(&text, names, folder)
    } else {
        as_folder(&text, deck.media, names, folder)
    }
}

/// Takes a copy away again where it is to the byte what [`copy`] made, with nothing beside it that was not copied. Gives
/// whether it was.
pub(super) fn take_back(path: &Path, bundled: &[Bundled]) -> Result<bool, LibraryError> {
    let text = fs::read_to_string(path).map_err(LibraryError::file(path))?;
    let copied = text.split_once('\n').filter(|_| Base::of(&text).is_some());
    let Some(deck) = copied.and_then(|(_, rest)| bundled.iter().find(|deck| deck.text == rest)) else {
        return Ok(false);
    };
    if deck.media.is_empty() {
        fs::remove_file(path).map_err(LibraryError::file(path))?;
        return Ok(true);
    }
    let Some(folder) = path.parent() else { return Ok(false) };
    let mut files = 0;
    for file in walkdir(folder).map_err(LibraryError::file(folder))? {
        let bytes = fs::read(&file).map_err(LibraryError::file(&file))?;
        let copied = |medium: &&BundledFile| folder.join(medium.path) == file && medium.bytes == bytes;
        if file != path && !deck.media.iter().any(|medium| copied(&medium)) {
            return Ok(false);
        }
        files += 1;
    }
    let whole = files == deck.media.len() + 1;
    if whole {
        fs::remove_dir_all(folder).map_err(LibraryError::file(folder))?;
    }
    Ok(whole)
}

/// All files in a folder and below it.
fn walkdir(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.append(&mut walkdir(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    Ok(files)
}

fn as_file(text: &str, names: impl Iterator<Item = String>, folder: &Path) -> Result<PathBuf, LibraryError> {
    let mut file = temporary(folder).map_err(LibraryError::file(folder))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.as_file().sync_all())
        .map_err(LibraryError::file(folder))?;
    for name in names {
        let path = folder.join(format!("{name}.yaml"));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
            Err(error) => return Err(LibraryError::file(&path)(error.error)),
        }
    }
    Err(LibraryError::file(folder)(io::ErrorKind::AlreadyExists.into()))
}

/// The folder is made whole under a hidden name and then gets its own.
fn as_folder(
    text: &str,
    media: &[BundledFile],
    names: impl Iterator<Item = String>,
    folder: &Path,
) -> Result<PathBuf, LibraryError> {
    let mut builder = tempfile::Builder::new();
    shared(builder.prefix(".carabin-"), 0o777);
    let made = builder.tempdir_in(folder).map_err(LibraryError::file(folder))?;
    let files = [("deck.yaml", text.as_bytes())];
    for (path, bytes) in files.into_iter().chain(media.iter().map(|file| (file.path, file.bytes))) {
        let file = made.path().join(path);
        write_durably(&file, bytes).map_err(LibraryError::file(&file))?;
    }
    for name in names {
        let path = folder.join(name);
        // The name may be taken between this look and the renaming: by a file or a folder with files, which
        // renaming refuses, or by an empty folder, with which nothing is lost.
        if path.symlink_metadata().is_ok() {
            continue;
        }
        fs::rename(made.path(), &path).map_err(LibraryError::file(&path))?;
        let _ = made.keep(); // it is elsewhere now
        return Ok(path.join("deck.yaml"));
    }
    Err(LibraryError::file(folder)(io::ErrorKind::AlreadyExists.into()))
}

fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    let mut file = fs::File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A file that is written whole before it gets its name. Its name is hidden, so that no refresh takes it for a deck.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    shared(builder.prefix(".carabin-"), 0o666);
    builder.tempfile_in(folder)
}

/// Decks are shared: the user's umask decides who may read them, as with any file that they make.
fn shared(builder: &mut tempfile::Builder<'_, '_>, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = (builder, mode);
}
