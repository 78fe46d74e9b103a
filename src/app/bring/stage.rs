//! Files that are made beside their places and put there together: all of them or none, and never over what was not looked at.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use super::{FOLDER, beside::hash_at};
use crate::app::error::AppError;

/// What is to be put in place. As long as it is not, nothing has happened.
pub(super) struct Stage {
    placed: Placed,
    moves: Vec<Move>,
}

/// What is made at `from` goes `to`.
struct Move {
    from: PathBuf,
    to: PathBuf,
    /// The hash of the file that lay there; none: nothing did. What has come to lie there meanwhile is not replaced.
    before: Option<blake3::Hash>,
}

impl Move {
    fn is_as_looked_at(&self) -> Result<bool, AppError> {
        match self.before {
            None => Ok(self.to.symlink_metadata().is_err()),
            before => Ok(hash_at(&self.to)? == before),
        }
    }
}

impl Stage {
    /// A stage in this folder, on whose disk the places are.
    pub(super) fn within(folder: &Path) -> Result<Self, AppError> {
        let made = tempfile::Builder::new().prefix(FOLDER).tempdir_in(folder);
        let made = made.map_err(|source| AppError::Folder { path: folder.to_owned(), source })?;
        Ok(Self { placed: Placed { undo: Vec::new(), folder: made }, moves: Vec::new() })
    }

    /// Where to make the file that is to lie at `to`, where the file of this hash lies, or nothing.
    pub(super) fn file(&mut self, to: PathBuf, before: Option<blake3::Hash>) -> PathBuf {
        let from = self.placed.folder.path().join(format!("new-{}", self.moves.len()));
        self.moves.push(Move { from: from.clone(), to, before });
        from
    }

    /// Where to make the file or folder that is to lie at `to`, where nothing lies.
    pub(super) fn new_at(&mut self, to: PathBuf) -> PathBuf {
        self.file(to, None)
    }

    /// What was made in its place already is taken back with the others.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn made(&mut self, path: &Path) -> Result<(), AppError> {
        self.placed.undo.push(Undo::Remove(Made::at(path, path)?));
        Ok(())
    }

    /// Puts all in place, so that it is there after a loss of power.
    ///
    /// # Errors
    /// When one cannot be, or [`AppError::Changed`]; then those before it are taken back.
    pub(super) fn put(self) -> Result<Placed, AppError> {
        let Self { mut placed, moves } = self;
        for (number, one) in moves.iter().enumerate() {
            if !one.is_as_looked_at()? {
                return Err(AppError::Changed(one.to.clone()));
            }
            let made = Made::at(&one.from, &one.to)?;
            placed
                .put(number, one, made)
                .map_err(|source| AppError::File { path: one.to.clone(), source })?;
        }
        let folders: BTreeSet<&Path> = moves.iter().filter_map(|one| one.to.parent()).collect();
        for folder in folders {
            sync(folder).map_err(|source| AppError::File { path: folder.to_owned(), source })?;
        }
        Ok(placed)
    }
}

/// What was put in place. It is taken back when it is dropped, unless it is [kept](Self::keep).
#[must_use]
pub(super) struct Placed {
    undo: Vec<Undo>,
    /// Holds what was there before.
    folder: TempDir,
}

/// How a step is taken back. What somebody has written there since stays.
enum Undo {
    Remove(Made),
    /// What was there before lies there; what was put in its place has this hash.
    Restore {
        old: PathBuf,
        place: PathBuf,
        ours: Option<blake3::Hash>,
    },
}

/// Files and folders that were made.
#[derive(Default)]
struct Made {
    files: Vec<(PathBuf, Option<blake3::Hash>)>,
    /// Each before those in it.
    folders: Vec<PathBuf>,
}

impl Made {
    /// What lies at `from` and is to lie, or lies, at `to`.
    fn at(from: &Path, to: &Path) -> Result<Self, AppError> {
        let mut made = Self::default();
        made.look(from, to)?;
        Ok(made)
    }

    fn look(&mut self, from: &Path, to: &Path) -> Result<(), AppError> {
        if !from.is_dir() {
            self.files.push((to.to_owned(), hash_at(from)?));
            return Ok(());
        }
        self.folders.push(to.to_owned());
        let failed = |source| AppError::Folder { path: from.to_owned(), source };
        for entry in fs::read_dir(from).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            self.look(&entry.path(), &to.join(entry.file_name()))?;
        }
        Ok(())
    }

    /// Takes the files away that are as they were made, and the folders that are empty then.
    fn take_back(self) {
        for (path, ours) in self.files {
            if is_ours(&path, ours) {
                let _ = fs::remove_file(path);
            }
        }
        for folder in self.folders.into_iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn is_ours(path: &Path, ours: Option<blake3::Hash>) -> bool {
    ours.is_some() && hash_at(path).is_ok_and(|there| there == ours)
}

impl Placed {
    /// It stays.
    pub(super) fn keep(mut self) {
        self.undo.clear();
    }

    fn put(&mut self, number: usize, one: &Move, made: Made) -> io::Result<()> {
        let Move { from, to, .. } = one;
        // Through a link the file is replaced, not the link.
        if let Ok(there) = to.canonicalize() {
            let old = self.folder.path().join(format!("old-{number}"));
            if fs::hard_link(&there, &old).is_err() {
                fs::copy(&there, &old)?;
            }
            fs::set_permissions(from, fs::metadata(&there)?.permissions())?;
            fs::rename(from, &there)?;
            let ours = made.files.first().and_then(|(_, hash)| *hash);
            self.undo.push(Undo::Restore { old, place: there, ours });
        } else {
            self.make_parents(to)?;
            fs::rename(from, to)?;
            self.undo.push(Undo::Remove(made));
        }
        Ok(())
    }

    /// Makes the folders above a place that are not there.
    fn make_parents(&mut self, place: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = place.ancestors().skip(1).take_while(|folder| !folder.is_dir()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.undo.push(Undo::Remove(Made { folders: vec![folder.to_owned()], ..Made::default() }));
            folder.parent().map_or(Ok(()), sync)?;
        }
        Ok(())
    }
}

/// Makes the names in a folder durable, where that is a thing of its own.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

impl Drop for Placed {
    fn drop(&mut self) {
        for step in self.undo.drain(..).rev() {
            // As well as it can be: the reason why it is taken back is what the student is told.
            match step {
                Undo::Remove(made) => made.take_back(),
                Undo::Restore { old, place, ours } => {
                    if is_ours(&place, ours) || place.symlink_metadata().is_err() {
                        let _ = fs::rename(old, place);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
