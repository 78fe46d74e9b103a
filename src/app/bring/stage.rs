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
    pub(super) fn made(&mut self, path: PathBuf) {
        self.placed.undo.push(Undo::Remove(path));
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
            placed.put(number, one).map_err(|source| AppError::File { path: one.to.clone(), source })?;
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

/// How a step is taken back.
enum Undo {
    Remove(PathBuf),
    /// What was there before lies there.
    Restore(PathBuf, PathBuf),
}

impl Placed {
    /// It stays.
    pub(super) fn keep(mut self) {
        self.undo.clear();
    }

    fn put(&mut self, number: usize, one: &Move) -> io::Result<()> {
        let Move { from, to, .. } = one;
        // Through a link the file is replaced, not the link.
        if let Ok(there) = to.canonicalize() {
            let old = self.folder.path().join(format!("old-{number}"));
            if fs::hard_link(&there, &old).is_err() {
                fs::copy(&there, &old)?;
            }
            fs::set_permissions(from, fs::metadata(&there)?.permissions())?;
            fs::rename(from, &there)?;
            self.undo.push(Undo::Restore(old, there));
        } else {
            self.make_parents(to)?;
            fs::rename(from, to)?;
            self.undo.push(Undo::Remove(to.clone()));
        }
        Ok(())
    }

    /// Makes the folders above a place that are not there.
    fn make_parents(&mut self, place: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = place.ancestors().skip(1).take_while(|folder| !folder.is_dir()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.undo.push(Undo::Remove(folder.to_owned()));
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
            let _ = match step {
                Undo::Remove(path) if path.is_dir() => fs::remove_dir_all(path),
                Undo::Remove(path) => fs::remove_file(path),
                Undo::Restore(old, path) => fs::rename(old, path),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path, text: &str) {
        crate::app::files::write_atomically(path, text.as_bytes()).expect("written");
    }

    /// A folder with a file, a stage that replaces it, adds another in a folder of its own, and ends with `last`.
    fn staged(last: impl FnOnce(&mut Stage, &Path)) -> (TempDir, Result<Placed, AppError>) {
        let decks = tempfile::tempdir().expect("a folder");
        write(&decks.path().join("a.yaml"), "before");
        let mut stage = Stage::within(decks.path()).expect("a stage");
        let before = Some(blake3::hash(b"before"));
        write(&stage.file(decks.path().join("a.yaml"), before), "after");
        write(&stage.new_at(decks.path().join("b/media/x.png")), "picture");
        last(&mut stage, decks.path());
        let placed = stage.put();
        (decks, placed)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_kept_stays_and_nothing_is_left_beside_it() {
        let (decks, placed) = staged(|_, _| {});
        placed.expect("put").keep();
        assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "after");
        assert_eq!(fs::read_to_string(decks.path().join("b/media/x.png")).expect("there"), "picture");
        assert_eq!(names(decks.path()), ["a.yaml", "b"]);
    }

    #[test]
    fn what_is_not_kept_was_never_there() {
        let (decks, placed) = staged(|_, _| {});
        drop(placed);
        assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "before");
        assert_eq!(names(decks.path()), ["a.yaml"]);
    }

    #[test]
    fn one_that_cannot_be_put_takes_back_all_before_it() {
        let (decks, placed) = staged(|stage, decks| {
            // The student has made a deck of this name meanwhile.
            write(&stage.new_at(decks.join("c.yaml")), "ours");
            write(&decks.join("c.yaml"), "theirs");
        });
        assert!(matches!(placed, Err(AppError::Changed(_))));
        assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "before");
        assert_eq!(fs::read_to_string(decks.path().join("c.yaml")).expect("there"), "theirs");
        assert_eq!(names(decks.path()), ["a.yaml", "c.yaml"]);
    }

    #[test]
    fn what_was_edited_meanwhile_is_not_replaced() {
        let (decks, placed) = staged(|_, decks| {
            write(&decks.join("a.yaml"), "edited meanwhile");
        });
        assert!(matches!(placed, Err(AppError::Changed(_))));
        assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "edited meanwhile");
        assert_eq!(names(decks.path()), ["a.yaml"]);
    }

    #[test]
    fn two_things_for_one_place_are_refused() {
        let (decks, placed) = staged(|stage, decks| {
            write(&stage.file(decks.join("a.yaml"), Some(blake3::hash(b"before"))), "another");
        });
        assert!(matches!(placed, Err(AppError::Changed(_))));
        assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "before");
    }
}
