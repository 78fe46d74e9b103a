//! Putting decks in place: all of them or none.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::Planned;
use crate::{
    app::{error::AppError, files::write_atomically, open::App},
    card::DeckId,
    exchange::{NewMedia, Source},
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
    /// When a file cannot be written; what was put in place before it is taken back.
    pub fn carry_out(&mut self, planned: Vec<Planned>) -> Result<Vec<String>, AppError> {
        let mut undo: Vec<Undo> = Vec::new();
        for deck in planned {
            let done = if deck.is_new { self.put_new(&deck) } else { self.put_changed(&deck) };
            match done {
                Ok(steps) => undo.extend(steps),
                Err(error) => {
                    undo.into_iter().rev().for_each(Undo::take_back);
                    return Err(error);
                }
            }
        }
        Ok(self.refresh()?.1)
    }

    /// A new deck is made beside its place, and moved there when it is complete.
    fn put_new(&self, deck: &Planned) -> Result<Vec<Undo>, AppError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            |source| AppError::File { path, source }
        };
        if deck.media.is_empty() {
            write_atomically(&deck.path, deck.text.as_bytes()).map_err(failed(&deck.path))?;
            return Ok(vec![Undo::Remove(deck.path.clone())]);
        }
        let decks = self.paths.decks();
        let folder = deck.path.parent().unwrap_or(&decks);
        let made = tempfile::Builder::new().prefix(".carabin-").tempdir_in(&decks).map_err(failed(&decks))?;
        put_media(made.path(), &deck.media)?;
        let file = made.path().join("deck.yaml");
        write_atomically(&file, deck.text.as_bytes()).map_err(failed(&file))?;
        fs::rename(made.path(), folder).map_err(failed(folder))?;
        // It is not there any more under that name: nothing is left to clean up.
        let _ = made.keep();
        Ok(vec![Undo::Remove(folder.to_owned())])
    }

    fn put_changed(&mut self, deck: &Planned) -> Result<Vec<Undo>, AppError> {
        let mut steps = Vec::new();
        let mut path = deck.path.clone();
        if deck.bundled {
            path = self.library.copy_to_user(&deck.id)?;
            steps.push(Undo::Remove(path.clone()));
        } else {
            let before = fs::read(&path).map_err(|source| AppError::File { path: path.clone(), source })?;
            steps.push(Undo::Restore(path.clone(), before));
        }
        put_media(path.parent().unwrap_or(Path::new(".")), &deck.media)?;
        write_atomically(&path, deck.text.as_bytes()).map_err(|source| AppError::File { path, source })?;
        Ok(steps)
    }
}

fn put_media(folder: &Path, media: &[NewMedia]) -> Result<(), AppError> {
    for one in media {
        let path = folder.join(&one.path);
        let failed = |source: io::Error| AppError::File { path: path.clone(), source };
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        match &one.source {
            Source::Bytes(bytes) => write_atomically(&path, bytes).map_err(failed)?,
            Source::File(from) => {
                if fs::rename(from, &path).is_err() {
                    fs::copy(from, &path).map_err(failed)?;
                }
            }
        }
    }
    Ok(())
}

/// How a step is taken back.
enum Undo {
    Remove(PathBuf),
    Restore(PathBuf, Vec<u8>),
}

impl Undo {
    /// As well as it can be: the reason why it is taken back is what the student is told.
    fn take_back(self) {
        let _ = match self {
            Self::Remove(path) if path.is_dir() => fs::remove_dir_all(path),
            Self::Remove(path) => fs::remove_file(path),
            Self::Restore(path, bytes) => write_atomically(&path, &bytes),
        };
    }
}
