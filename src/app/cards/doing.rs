//! What is done with cards of a list. Each is one batch of the history, so that one "undo" takes it back.

use super::Wanted;
use crate::{
    app::{error::AppError, open::App, sitting::version_of},
    card::{Locator, Text},
    journal::{Draft, Record},
};

/// Something that is done with a card of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It is asked again: no longer suspended or buried.
    Resume(Locator),
    /// All that the list holds are.
    ResumeAll,
    /// It is put aside until it is resumed.
    Suspend(Locator),
    /// It gets this flag; 0 is none.
    Flag(Locator, u8),
    /// It gets this note of the student's; an empty one is none.
    Note(Locator, String),
}

impl App {
    /// Does something with cards of a list. Gives what is to be said.
    ///
    /// # Errors
    /// When there is no such card, or it cannot be kept; nothing is then done.
    pub fn do_with_cards(&mut self, doing: &Doing, wanted: &Wanted) -> Result<String, AppError> {
        match doing {
            Doing::Resume(card) => {
                let was_away = self.resume(card)?;
                Ok(self.messages.get(if was_away { "cards-resumed-one" } else { "cards-not-away" }))
            }
            Doing::ResumeAll => {
                let away = self.away(wanted)?;
                let n = away.len();
                self.keep_about_cards(away.into_iter().map(|card| Record::Resume { card }).collect())?;
                Ok(self.messages.with("cards-resumed", &[("n", n.into())]))
            }
            Doing::Suspend(card) => {
                let reason = "student".to_owned();
                self.keep_about_cards(vec![Record::Suspend { card: card.clone(), reason }])?;
                Ok(self.messages.get("card-suspended"))
            }
            Doing::Note(card, text) => {
                let text = Text::clean(text.trim()).to_string();
                self.keep_about_cards(vec![Record::Note { card: card.card(), text }])?;
                Ok(self.messages.get("note-saved"))
            }
            Doing::Flag(card, flag) => {
                self.keep_about_cards(vec![Record::Flag { card: card.clone(), flag: *flag }])?;
                Ok(self.messages.with("card-flagged", &[("flag", u32::from(*flag).into())]))
            }
        }
    }

    fn keep_about_cards(&mut self, records: Vec<Record>) -> Result<(), AppError> {
        if !records.is_empty() {
            let drafts: Vec<Draft> = records.into_iter().map(|record| self.about(record)).collect();
            self.journal.append(&drafts, &self.stamp()?)?;
            self.states = None;
        }
        Ok(())
    }

    /// An event with the text of its card, by which the card is known again once it is mended.
    fn about(&self, record: Record) -> Draft {
        match record.card().map(|card| self.library.card(card)) {
            Some(Ok(Some(card))) => Draft::about(version_of(&card), record),
            _ => Draft::from(record),
        }
    }
}
