//! Putting decks in place: all of them or none.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    Planned,
    stage::{Placed, Stage},
};
use crate::{
    app::{error::AppError, files::write_atomically, open::App, progress::Progress},
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
    /// When a file cannot be written or it is stopped; then everything is as it was.
    pub fn carry_out(
        &mut self,
        planned: Vec<Planned>,
        progress: &mut dyn Progress,
    ) -> Result<Vec<String>, AppError> {
        self.put(&planned, progress)?.keep();
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
        let mut telling = Telling { progress, done: 0, total: planned.iter().map(files).sum() };
        for deck in planned.iter().filter(|deck| !deck.bundled) {
            if deck.is_new {
                self.stage_new(deck, &mut stage, &mut telling)?;
            } else {
                let path = deck.path.clone();
                stage_changed(&deck.text, path, &deck.media, &mut stage, &mut telling)?;
            }
        }
        for deck in planned.iter().filter(|deck| deck.bundled) {
            let copy = self.library.copy_to_user(&deck.id)?;
            // A deck with files has a folder of its own.
            let own = copy.file_name().is_some_and(|name| name == "deck.yaml");
            stage.made(copy.parent().filter(|_| own).unwrap_or(&copy).to_owned());
            let failed = |source| AppError::File { path: copy.clone(), source };
            let text = fs::read_to_string(&copy).map_err(failed)?;
            // The first line of a copy says what it was copied from.
            let base = text.lines().next().unwrap_or_default();
            stage_changed(&format!("{base}\n{}", deck.text), copy, &deck.media, &mut stage, &mut telling)?;
        }
        stage.put()
    }

    fn stage_new(
        &self,
        deck: &Planned,
        stage: &mut Stage,
        telling: &mut Telling<'_>,
    ) -> Result<(), AppError> {
        if deck.media.is_empty() {
            telling.one_more()?;
            return write(&stage.new_at(deck.path.clone()), deck.text.as_bytes());
        }
        let decks = self.paths.decks();
        let folder = stage.new_at(deck.path.parent().unwrap_or(&decks).to_owned());
        telling.one_more()?;
        fs::create_dir(&folder).map_err(|source| AppError::Folder { path: folder.clone(), source })?;
        write(&folder.join("deck.yaml"), deck.text.as_bytes())?;
        for one in &deck.media {
            telling.one_more()?;
            let path = folder.join(&one.path);
            let parent = path.parent().unwrap_or(&folder);
            fs::create_dir_all(parent)
                .map_err(|source| AppError::Folder { path: parent.to_owned(), source })?;
            put_medium(&path, one)?;
        }
        Ok(())
    }
}

/// How many files a deck brings.
fn files(deck: &Planned) -> usize {
    deck.media.len() + 1
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
    text: &str,
    path: PathBuf,
    media: &[NewMedia],
    stage: &mut Stage,
    telling: &mut Telling<'_>,
) -> Result<(), AppError> {
    telling.one_more()?;
    let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
    // Pictures first: no deck ever names one that is not there.
    for one in media {
        telling.one_more()?;
        put_medium(&stage.file(folder.join(&one.path)), one)?;
    }
    write(&stage.file(path), text.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    write_atomically(path, bytes).map_err(|source| AppError::File { path: path.to_owned(), source })
}

fn put_medium(path: &Path, one: &NewMedia) -> Result<(), AppError> {
    let failed = |source: io::Error| AppError::File { path: path.to_owned(), source };
    match &one.source {
        Source::Bytes(bytes) => write(path, bytes),
        Source::File(from) if fs::rename(from, path).is_ok() => Ok(()),
        Source::File(from) => fs::copy(from, path).map(|_| ()).map_err(failed),
    }
}
