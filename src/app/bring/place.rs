//! Putting decks in place: all of them or none, and nothing over what was not looked at.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::{Planned, beside::hash_at};
use crate::{
    app::{
        error::AppError,
        files::{replace, write_atomically},
        open::App,
    },
    card::DeckId,
    exchange::Source,
};

/// Where a new deck goes: a folder where files come with it. A taken name gets a number.
pub(super) fn free_place(decks: &Path, id: &DeckId, folder: bool) -> PathBuf {
    let mut name = id.to_string();
    let mut number = 2_u32;
    while decks.join(&name).exists() || decks.join(format!("{name}.yaml")).exists() {
        name = format!("{id}-{number}");
        number += 1;
    }
    if folder { decks.join(name).join("deck.yaml") } else { decks.join(format!("{name}.yaml")) }
}

impl App {
    /// Writes what was planned, and looks at the decks again. Gives what there is to say.
    ///
    /// # Errors
    /// [`AppError::Changed`] when a file is not what it was when that was planned; when one cannot be written. What was put in
    /// place before is then taken back.
    pub fn carry_out(&mut self, planned: Vec<Planned>) -> Result<Vec<String>, AppError> {
        let mut placed = Placed::default();
        for deck in &planned {
            self.put(deck, &mut placed)?;
        }
        placed.keep()?;
        Ok(self.refresh()?.1)
    }

    fn put(&mut self, deck: &Planned, placed: &mut Placed) -> Result<(), AppError> {
        let (mut path, mut before) = (deck.path.clone(), deck.before);
        if deck.bundled {
            path = self.library.copy_to_user(&deck.id)?;
            // A deck with files has a folder of its own.
            let own = path.file_name().is_some_and(|name| name == "deck.yaml");
            placed.undo.push(Undo::Remove(path.parent().filter(|_| own).unwrap_or(&path).to_owned()));
            before = hash_at(&path)?;
        }
        let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
        // Pictures first: no deck ever names one that is not there.
        for file in &deck.files {
            placed.put(&folder.join(&file.path), file.before, &file.source)?;
        }
        placed.put(&path, before, &Source::Bytes(deck.text.clone().into_bytes()))?;
        for (path, bytes) in &deck.base {
            placed.put(path, hash_at(path)?, &Source::Bytes(bytes.clone()))?;
        }
        Ok(())
    }
}

/// What was put in place. It is taken back when it is dropped, unless it is kept.
#[derive(Default)]
struct Placed {
    undo: Vec<Undo>,
    folders: BTreeSet<PathBuf>,
}

/// How a step is taken back.
enum Undo {
    Remove(PathBuf),
    Restore(PathBuf, Vec<u8>),
}

impl Placed {
    /// Puts a file in place, where what lies there is what was looked at.
    fn put(&mut self, path: &Path, before: Option<blake3::Hash>, source: &Source) -> Result<(), AppError> {
        let failed = |source: io::Error| AppError::File { path: path.to_owned(), source };
        if hash_at(path)? != before {
            return Err(AppError::Changed(path.to_owned()));
        }
        if before.is_some() {
            self.undo.push(Undo::Restore(path.to_owned(), fs::read(path).map_err(failed)?));
        } else {
            self.make_parents(path).map_err(failed)?;
            self.undo.push(Undo::Remove(path.to_owned()));
        }
        match source {
            Source::Bytes(bytes) => write_atomically(path, bytes),
            // A file that is whole and durable may be moved; from another disk it is copied.
            Source::File(from) if before.is_none() && moved(from, path).is_ok() => {
                self.folders.extend(path.parent().map(Path::to_owned));
                Ok(())
            }
            Source::File(from) => {
                replace(path, |file| File::open(from).and_then(|mut from| io::copy(&mut from, file)).map(drop))
            }
        }
        .map_err(failed)
    }

    /// Makes the folders above a place that are not there.
    fn make_parents(&mut self, place: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = place.ancestors().skip(1).take_while(|folder| !folder.is_dir()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.undo.push(Undo::Remove(folder.to_owned()));
            self.folders.extend(folder.parent().map(Path::to_owned));
        }
        Ok(())
    }

    /// It stays, and a computer that loses its power now has it too.
    fn keep(mut self) -> Result<(), AppError> {
        #[cfg(unix)]
        for folder in &self.folders {
            let synced = File::open(folder).and_then(|folder| folder.sync_all());
            synced.map_err(|source| AppError::Folder { path: folder.clone(), source })?;
        }
        self.undo.clear();
        Ok(())
    }
}

fn moved(from: &Path, to: &Path) -> io::Result<()> {
    File::open(from)?.sync_all()?;
    fs::rename(from, to)
}

impl Drop for Placed {
    fn drop(&mut self) {
        for step in self.undo.drain(..).rev() {
            // As well as it can be: the reason why it is taken back is what the student is told.
            let _ = match step {
                Undo::Remove(path) if path.is_dir() => fs::remove_dir_all(path),
                Undo::Remove(path) => fs::remove_file(path),
                Undo::Restore(path, bytes) => write_atomically(&path, &bytes),
            };
        }
    }
}
