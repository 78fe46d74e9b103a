//! Editing a card in the middle of a session.

use std::{ffi::OsString, path::PathBuf};

use super::{asked::Asked, editor, error::AppError, open::App, sitting::Sitting};
use crate::{card::Locator, library::Problem};

/// Where a card stands, and how to open it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The command with its arguments.
    pub command: Vec<OsString>,
    /// The deck's file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u32,
}

/// What became of the card after an edit.
#[derive(Clone, Debug)]
pub enum Edited {
    /// It is there.
    Card(Box<Asked>),
    /// It has mistakes, or was taken out: what is wrong with its deck, as text (empty when nothing is).
    Gone(String),
}

impl App {
    /// Where the card on the screen stands. A bundled deck is first copied to the student's own.
    ///
    /// # Errors
    /// When the copy cannot be made, or there is no editor.
    pub fn edit_place(&mut self, asked: &Asked) -> Result<Place, AppError> {
        if asked.bundled {
            self.library.copy_to_user(&asked.locator.deck)?;
            self.refresh()?;
        }
        let (path, line) =
            self.library.place_of(&asked.locator).ok_or_else(|| AppError::NoCard(asked.locator.clone()))?;
        let command =
            editor::command(self.config.editor.as_deref(), &path, line).ok_or(AppError::NoEditor)?;
        Ok(Place { command, path, line })
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
        let (_, said) = self.refresh()?;
        let catalogue = self.library.catalogue();
        let names = self.journal.aliases(locator)?;
        let present = std::iter::once(locator).chain(&names).find(|name| catalogue.find(name).is_some());
        if let Some(present) = present {
            let present = present.clone();
            if present != *locator {
                sitting.rename(locator, &present);
            }
            if let Some(asked) = self.again(sitting, &present)? {
                return Ok((Edited::Card(Box::new(asked)), said));
            }
        }
        sitting.remove(locator);
        Ok((Edited::Gone(self.problems_of(&locator.deck)), said))
    }

    fn problems_of(&self, deck: &crate::card::DeckId) -> String {
        let origins = self.problems.iter().filter_map(|problem| match problem {
            Problem::Mistakes { origin, deck: id, .. } if id.as_ref().is_none_or(|id| id == deck) => {
                Some(origin)
            }
            _ => None,
        });
        origins.map(|origin| self.render_problems(origin)).collect::<Vec<_>>().join("\n")
    }
}
