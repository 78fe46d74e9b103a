//! Editing a card in the middle of a session.

use std::{
    collections::{BTreeSet, HashMap},
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::{
    asked::Asked,
    config::Config,
    editor,
    error::AppError,
    open::App,
    sitting::{Aside, Sitting},
};
use crate::{
    card::{DeckId, Locator},
    journal::{Draft, Record},
    library::{Catalogue, Problem, recognise},
    memory::CardState,
};

/// Where a card stands, and how to open it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The command with its arguments.
    pub command: Vec<OsString>,
    /// The deck's file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u32,
    /// What to tell before it opens for the first time: how to leave an editor that nobody has chosen.
    pub beforehand: Option<String>,
}

/// What became of the card after an edit.
#[derive(Clone, Debug)]
pub enum Edited {
    /// It is there.
    Card(Box<Asked>),
    /// It has mistakes, or was taken out: what is wrong with its deck, as text (empty when nothing is).
    Gone(String),
}

/// The command that opens `path` at `line` in the student's editor.
///
/// # Errors
/// When there is no editor.
pub fn editor_at(config: &Config, path: &Path, line: u32) -> Result<Vec<OsString>, AppError> {
    editor::command(config.editor.as_deref(), path, line).ok_or(AppError::NoEditor)
}

impl App {
    /// Where the card on the screen stands. A bundled deck is first copied to the student's own.
    ///
    /// # Errors
    /// When the copy cannot be made, or there is no editor.
    pub fn edit_place(&mut self, asked: &Asked) -> Result<Place, AppError> {
        self.own_place_of(&asked.locator)
    }

    /// Where a card stands, and how to open it there. A bundled deck is first copied to the student's own.
    ///
    /// # Errors
    /// When the copy cannot be made, the card has left the decks, or there is no editor.
    pub fn own_place_of(&mut self, card: &Locator) -> Result<Place, AppError> {
        if self.library.place_of(card).is_none() && self.is_known(card) {
            let own = self.library.copy_to_user(&card.deck)?;
            self.copied = own.made.then_some(own.path);
            self.refresh()?;
        }
        let place = self.place_of(card);
        if place.is_err() && self.editor_closed()? {
            self.refresh()?;
        }
        place
    }

    /// Where a card stands, and how to open it there.
    ///
    /// # Errors
    /// When it has no file (it has left the decks, or stands in a bundled one), or there is no editor.
    pub fn place_of(&self, card: &Locator) -> Result<Place, AppError> {
        let (path, line) = self.library.place_of(card).ok_or_else(|| AppError::NoCard(card.clone()))?;
        self.opening(path, line)
    }

    /// How to open a file at a line.
    pub(super) fn opening(&self, path: PathBuf, line: u32) -> Result<Place, AppError> {
        let command = editor_at(&self.config, &path, line)?;
        let beforehand = (editor::is_vi_by_default(self.config.editor.as_deref())
            && self.first_time("vi-told"))
        .then(|| self.messages.get("editor-vi"));
        Ok(Place { command, path, line, beforehand })
    }

    /// Whether this is asked for the first time here. What cannot be kept is told again.
    fn first_time(&self, name: &str) -> bool {
        let mark = self.paths.index().with_file_name(name);
        std::fs::File::create_new(mark).is_ok()
    }

    /// The editor is closed. A bundled deck that was copied for it and is as it was is bundled again; gives whether it is.
    ///
    /// # Errors
    /// When the copy cannot be read or taken away.
    pub fn editor_closed(&mut self) -> Result<bool, AppError> {
        let Some(path) = self.copied.take() else { return Ok(false) };
        Ok(self.library.take_back_copy(&path)?)
    }

    /// The editor is closed: checks and reads the deck again. The card keeps its place in the sitting, also under another
    /// name; what there is to say comes with it.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn edited(
        &mut self,
        sitting: &mut Sitting,
        locator: &Locator,
    ) -> Result<(Edited, Vec<String>), AppError> {
        let before = self.library.catalogue();
        let texts = self.texts_of(sitting, &locator.deck);
        let (_, said) = self.refresh()?;
        let renamed = self.follow_names(sitting, &before, &texts)?;
        let catalogue = self.library.catalogue();
        let present = renamed.get(locator).unwrap_or(locator);
        if catalogue.find_asked(present).is_some()
            && let Some(asked) = self.again(sitting, present)?
        {
            return Ok((Edited::Card(Box::new(asked)), said));
        }
        Ok((Edited::Gone(self.problems_of(&locator.deck)), said))
    }

    /// What the cards of the sitting in one deck say before it is read again: by that a card without a history is known
    /// again. One that cannot be read has none.
    fn texts_of(&self, sitting: &Sitting, deck: &DeckId) -> HashMap<Locator, String> {
        let names = sitting.names().filter(|name| name.deck == *deck);
        let mut texts: HashMap<Locator, String> =
            names.filter_map(|name| Some((name.clone(), self.library.identity(name).ok()??))).collect();
        for aside in sitting.aside.iter().filter(|aside| aside.locator.deck == *deck) {
            if let Some(text) = &aside.text {
                texts.entry(aside.locator.clone()).or_insert_with(|| text.clone());
            }
        }
        texts
    }

    /// The sitting follows what has become of its cards: other names, gone, there again. Gives the new names.
    fn follow_names(
        &mut self,
        sitting: &mut Sitting,
        before: &Catalogue,
        texts: &HashMap<Locator, String>,
    ) -> Result<HashMap<Locator, Locator>, AppError> {
        let catalogue = self.library.catalogue();
        let names: BTreeSet<Locator> = sitting.names().cloned().collect();
        let mut renamed = HashMap::new();
        let mut vanished = Vec::new();
        for name in names.iter().filter(|name| catalogue.find_asked(name).is_none()) {
            let live =
                self.journal.aliases(name)?.into_iter().find(|name| catalogue.find_asked(name).is_some());
            match (live, texts.get(name)) {
                (Some(live), _) => drop(renamed.insert(name.clone(), live)),
                (None, Some(text)) => vanished.push((name.clone(), text.clone())),
                (None, None) => {}
            }
        }
        let decks: BTreeSet<&DeckId> = vanished.iter().map(|(name, _)| &name.deck).collect();
        let mut appeared = Vec::new();
        for deck in decks.into_iter().filter_map(|deck| catalogue.deck(deck)) {
            for number in deck.entries.clone().filter(|&number| catalogue.entries[number].schedulable) {
                let name = catalogue.locator(number);
                let is_free = before.find(&name).is_none() && !names.contains(&name);
                if is_free
                    && self.journal.state(&name)? == CardState::default()
                    && let Ok(Some(text)) = self.library.identity(&name)
                {
                    appeared.push((name, text));
                }
            }
        }
        let mut drafts = Vec::new();
        for (former, present) in recognise(&vanished, &appeared) {
            // The student's own note goes with the card.
            if self.journal.note(&former)?.is_some() {
                drafts.push(Draft::from(Record::Alias { a: former.clone(), b: present.clone() }));
            }
            renamed.insert(former, present);
        }
        if !drafts.is_empty() {
            self.journal.append(&drafts, &self.stamp()?)?;
            self.states = None;
        }
        for (former, present) in &renamed {
            sitting.rename(former, present);
        }
        let gone: Vec<Locator> =
            sitting.session.upcoming().filter(|name| catalogue.find_asked(name).is_none()).cloned().collect();
        for name in gone {
            sitting.set_aside(&name, texts.get(&name).cloned());
        }
        let (back, aside): (Vec<Aside>, Vec<Aside>) = std::mem::take(&mut sitting.aside)
            .into_iter()
            .partition(|aside: &Aside| catalogue.find_asked(&aside.locator).is_some());
        sitting.aside = aside;
        for Aside { locator, step, .. } in back.into_iter().rev() {
            sitting.session.bring_back(locator, step);
        }
        Ok(renamed)
    }

    fn problems_of(&self, deck: &DeckId) -> String {
        let origins = self.problems.iter().filter_map(|problem| match problem {
            Problem::Mistakes { origin, deck: id, .. } if id.as_ref().is_none_or(|id| id == deck) => {
                Some(origin)
            }
            _ => None,
        });
        origins.map(|origin| self.render_problems(origin)).collect::<Vec<_>>().join("\n")
    }
}
