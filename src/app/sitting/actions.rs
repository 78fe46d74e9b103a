//! What is done with a card beside answering it, and taking back.

use super::{Sitting, Undone, version_of};
use crate::{
    app::{asked::Asked, error::AppError, open::App, words},
    card::{Kind, Locator, Text},
    journal::{Draft, EventId, Record, kind},
    study::Step,
};

/// What was done longer ago than this is not taken back unasked.
const AN_HOUR: jiff::SignedDuration = jiff::SignedDuration::from_hours(1);

/// Something old that "undo" would take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldUndo {
    /// The event.
    pub event: EventId,
    /// What is asked.
    pub told: String,
}

impl App {
    /// Does something with the card on the screen that can be taken back.
    fn act(
        &mut self,
        sitting: &mut Sitting,
        asked: &Asked,
        record: Record,
        gone: bool,
    ) -> Result<(), AppError> {
        let draft = Draft::about(version_of(&asked.card), record);
        let ids = self.journal.append(&[draft], &self.stamp()?)?;
        self.follow(sitting, &asked.locator);
        let step =
            Step { locator: asked.locator.clone(), undo: ids, rating: None, seconds: 0.0, was_new: false };
        sitting.session.acted(step, gone);
        Ok(())
    }

    /// Puts the card on the screen aside until it is resumed.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn suspend(&mut self, sitting: &mut Sitting, asked: &Asked) -> Result<(), AppError> {
        let record = Record::Suspend { card: asked.locator.clone(), reason: "student".to_owned() };
        self.act(sitting, asked, record, true)
    }

    /// Brings a card back that was suspended or buried. Gives whether it was.
    ///
    /// # Errors
    /// When there is no such card, or it cannot be kept.
    pub fn resume(&mut self, locator: &Locator) -> Result<bool, AppError> {
        let today = self.now().day;
        let away: Vec<Locator> = self.with_states(|_, states| {
            let numbers = states.catalogue.card(locator);
            if numbers.is_empty() {
                return Err(AppError::NoCard(locator.clone()));
            }
            let is_away = |number: &usize| {
                let (state, entry) = (states.get(*number), &states.catalogue.entries[*number]);
                state.suspended.unwrap_or(entry.starts_suspended) || state.is_buried(today)
            };
            let of_part = |number: &usize| {
                locator.part.is_none() || states.catalogue.locator(*number).part == locator.part
            };
            Ok(numbers
                .filter(of_part)
                .filter(is_away)
                .map(|number| states.catalogue.locator(number))
                .collect())
        })?;
        if away.is_empty() {
            return Ok(false);
        }
        let drafts: Vec<Draft> =
            away.iter().map(|card| Draft::from(Record::Resume { card: card.clone() })).collect();
        self.journal.append(&drafts, &self.stamp()?)?;
        self.states = None;
        Ok(true)
    }

    /// Hides the card on the screen until tomorrow.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn bury(&mut self, sitting: &mut Sitting, asked: &Asked) -> Result<(), AppError> {
        let until = self.now().day.plus(1);
        self.act(sitting, asked, Record::Bury { card: asked.locator.clone(), until }, true)
    }

    /// Gives the card on the screen the next flag, after 7 none. Gives the flag.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn flag(&mut self, sitting: &mut Sitting, asked: &Asked) -> Result<u8, AppError> {
        let flag = (asked.flag + 1) % 8;
        self.act(sitting, asked, Record::Flag { card: asked.locator.clone(), flag }, false)?;
        Ok(flag)
    }

    /// Keeps the student's own note on the card on the screen.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn save_note(&mut self, sitting: &mut Sitting, asked: &Asked, text: &str) -> Result<(), AppError> {
        let text = Text::clean(text.trim()).to_string();
        self.act(sitting, asked, Record::Note { card: asked.locator.card(), text }, false)
    }

    /// Takes the last answer or action back: of this sitting, else of an earlier one. The card is next again.
    ///
    /// # Errors
    /// When it cannot be kept; nothing is then taken back.
    pub fn undo(&mut self, sitting: &mut Sitting) -> Result<Option<Undone>, AppError> {
        let Some(step) = sitting.session.last() else {
            let undone = self.undo_earlier()?;
            if let Some(undone) = &undone {
                self.follow(sitting, &undone.card);
                sitting.session.put_first(undone.card.clone());
            }
            return Ok(undone);
        };
        if step.rating.is_some() && self.is_locked(&step.locator) {
            return Err(AppError::NoWayBack);
        }
        let (ids, card) = (step.undo.clone(), step.locator.clone());
        self.journal.undo(&ids, &self.stamp()?)?;
        if sitting.session.undo().is_some_and(|step| step.rating.is_some()) {
            sitting.answers.pop();
        }
        self.follow(sitting, &card);
        Ok(Some(Undone { card }))
    }

    /// What "undo" would take back, when that is older than an hour: of an earlier sitting, or of this one before the lid was
    /// closed. It is told and asked about before it is taken back.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn old_undo(&self, sitting: Option<&Sitting>) -> Result<Option<OldUndo>, AppError> {
        let Some(batch) = self.journal.recent(1)?.into_iter().next() else { return Ok(None) };
        let Some(last) = batch.first() else { return Ok(None) };
        let step = sitting.and_then(|sitting| sitting.session.last());
        if step.is_some_and(|step| !step.undo.contains(&last.event.id)) {
            return Ok(None);
        }
        let age = self.now().at.duration_since(last.instant());
        let card = batch.iter().find_map(|stored| stored.record()?.card().cloned());
        Ok(card.filter(|_| age > AN_HOUR).map(|card| {
            let moment = words::moment(&last.wall.zoned(), &self.messages);
            let args = [("card", card.to_string().into()), ("moment", moment.into())];
            OldUndo { event: last.event.id, told: self.messages.with("undo-old", &args) }
        }))
    }

    /// Whether this is a question that there is no way back to.
    fn is_locked(&self, locator: &Locator) -> bool {
        let catalogue = self.library.catalogue();
        let Some(number) = catalogue.find_asked(locator) else { return false };
        let kind = catalogue.entries[number].kind;
        locator.part.is_some() && kind.is_container() && kind != Kind::Article
    }

    /// Takes back the last answer or action of this device, from whichever sitting.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn undo_earlier(&mut self) -> Result<Option<Undone>, AppError> {
        let Some(batch) = self.journal.recent(1)?.into_iter().next() else { return Ok(None) };
        // A whole exam is not taken back by one key.
        if batch.iter().any(|stored| stored.event.kind == kind::EXAM_SITTING) {
            return Ok(None);
        }
        let ids: Vec<EventId> = batch.iter().map(|stored| stored.event.id).collect();
        let card = batch.iter().find_map(|stored| stored.record()?.card().cloned());
        self.journal.undo(&ids, &self.stamp()?)?;
        let Some(card) = card else { return Ok(None) };
        self.follow_states(&card);
        // The card may be known by another name now.
        let catalogue = self.library.catalogue();
        let names = self.journal.aliases(&card).unwrap_or_default();
        let live = names.into_iter().find(|name| catalogue.find(name).is_some());
        Ok(Some(Undone { card: live.unwrap_or(card) }))
    }
}
