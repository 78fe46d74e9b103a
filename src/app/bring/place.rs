//! Putting decks in place: all of them or none.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::{
    Planned,
    base::Kept,
    stage::{Placed, Stage, sync},
};
use crate::{
    app::{
        error::AppError,
        files::{replace, write_atomically},
        open::App,
        progress::Progress,
    },
    card::DeckId,
    exchange::Source,
    library::Own,
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
    /// When a file cannot be written or it is stopped; then everything is as it was.
    pub fn carry_out(
        &mut self,
        planned: &[Planned],
        progress: &mut dyn Progress,
    ) -> Result<Vec<String>, AppError> {
        self.put(planned, progress)?.keep();
        Ok(self.refresh_telling(progress)?.1)
    }

    /// Puts decks in place; they stay when that is kept.
    pub(super) fn put(
        &mut self,
        planned: &[Planned],
        progress: &mut dyn Progress,
    ) -> Result<Placed, AppError> {
        self.forget_stale_imports();
        let mut stage = Stage::within(&self.paths.decks())?;
        let written = || planned.iter().filter(|deck| deck.changes_deck());
        let mut telling = Telling { progress, done: 0, total: written().map(files).sum() };
        for deck in written().filter(|deck| !deck.bundled) {
            if deck.is_new {
                self.stage_new(deck, &mut stage, &mut telling)?;
            } else {
                stage_changed(deck, &deck.text, deck.path.clone(), deck.before, &mut stage, &mut telling)?;
            }
        }
        for deck in written().filter(|deck| deck.bundled) {
            let Own { path: copy, made } = self.library.copy_to_user(&deck.id)?;
            if !made {
                // The student has made one since it was planned.
                return Err(AppError::Changed(copy));
            }
            // A deck with files has a folder of its own.
            let own = copy.file_name().is_some_and(|name| name == "deck.yaml");
            stage.made(copy.parent().filter(|_| own).unwrap_or(&copy))?;
            let failed = |source| AppError::File { path: copy.clone(), source };
            let text = fs::read_to_string(&copy).map_err(failed)?;
            // The first line of a copy says what it was copied from.
            let base = text.lines().next().unwrap_or_default();
            let before = Some(blake3::hash(text.as_bytes()));
            stage_changed(deck, &format!("{base}\n{}", deck.text), copy, before, &mut stage, &mut telling)?;
        }
        for Kept { path, bytes, before } in planned.iter().flat_map(|deck| &deck.base) {
            write(&stage.file(path.clone(), *before), bytes)?;
        }
        stage.put()
    }

    fn stage_new(
        &self,
        deck: &Planned,
        stage: &mut Stage,
        telling: &mut Telling<'_>,
    ) -> Result<(), AppError> {
        if deck.files.is_empty() {
            telling.one_more()?;
            return write(&stage.new_at(deck.path.clone()), deck.text.as_bytes());
        }
        let decks = self.paths.decks();
        let folder = stage.new_at(deck.path.parent().unwrap_or(&decks).to_owned());
        telling.one_more()?;
        let mut folders = BTreeSet::from([folder.clone()]);
        fs::create_dir(&folder).map_err(|source| AppError::Folder { path: folder.clone(), source })?;
        for file in &deck.files {
            telling.one_more()?;
            let path = folder.join(&file.path);
            let parent = path.parent().unwrap_or(&folder);
            fs::create_dir_all(parent)
                .map_err(|source| AppError::Folder { path: parent.to_owned(), source })?;
            put_file(&path, &file.source)?;
            folders.insert(parent.to_owned());
        }
        for folder in folders {
            sync(&folder).map_err(|source| AppError::Folder { path: folder, source })?;
        }
        write(&folder.join("deck.yaml"), deck.text.as_bytes())
    }
}

/// How many files a deck brings.
fn files(deck: &Planned) -> usize {
    deck.files.len() + 1
}

/// Tells file by file how far it is.
struct Telling<'p> {
    progress: &'p mut dyn Progress,
    done: usize,
    total: usize,
}

impl Telling<'_> {
    fn one_more(&mut self) -> Result<(), AppError> {
        self.done += 1;
        self.progress.go_on("progress-write", self.done - 1, self.total)
    }
}

fn stage_changed(
    deck: &Planned,
    text: &str,
    path: PathBuf,
    before: Option<blake3::Hash>,
    stage: &mut Stage,
    telling: &mut Telling<'_>,
) -> Result<(), AppError> {
    telling.one_more()?;
    let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
    // Pictures first: no deck ever names one that is not there.
    for file in &deck.files {
        telling.one_more()?;
        put_file(&stage.file(folder.join(&file.path), file.before), &file.source)?;
    }
    write(&stage.file(path, before), text.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    write_atomically(path, bytes).map_err(|source| AppError::File { path: path.to_owned(), source })
}

/// Puts a file where it is made, durably: one that the importer unpacked is moved.
fn put_file(path: &Path, source: &Source) -> Result<(), AppError> {
    let moved = |from: &Path| File::open(from)?.sync_all().and_then(|()| fs::rename(from, path));
    match source {
        Source::Bytes(bytes) => write(path, bytes),
        Source::File(from) if moved(from).is_ok() => Ok(()),
        Source::File(from) | Source::Copy(from) => {
            let copied = |file: &mut File| io::copy(&mut File::open(from)?, file).map(drop);
            replace(path, copied).map_err(|source| AppError::File { path: path.to_owned(), source })
        }
    }
}
