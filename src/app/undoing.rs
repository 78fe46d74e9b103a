//! Taking back: what would be, and was, in a few words.

use super::{error::AppError, open::App, sitting::Sitting};
use crate::{
    card::{Locator, Text},
    journal::{EventId, Record, StoredEvent, kind},
};

/// What was done in a session longer ago than this is not taken back unasked.
const AN_HOUR: jiff::SignedDuration = jiff::SignedDuration::from_hours(1);
/// A question is cut to so many characters.
const LONGEST: usize = 48;

/// Something from before the sitting that "undo" would take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldUndo {
    /// The event.
    pub event: EventId,
    /// What is asked.
    pub told: String,
}

/// What "undo" has taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The card.
    pub card: Locator,
    /// What is to be said.
    pub told: String,
}

impl App {
    /// What "undo" would take back where it is no step of `sitting`, or one from before the lid was closed: it is told and
    /// asked about first.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn old_undo(&self, sitting: Option<&Sitting>) -> Result<Option<OldUndo>, AppError> {
        let Some(batch) = self.journal.recent(1)?.into_iter().next() else { return Ok(None) };
        let Some(last) = batch.first().filter(|_| !is_exam(&batch)) else { return Ok(None) };
        let age = self.now().at.duration_since(last.instant());
        if let Some(step) = sitting.and_then(Sitting::last_step)
            && (age <= AN_HOUR || !step.contains(&last.event.id))
        {
            return Ok(None);
        }
        let what = self.what_was_done(&batch)?;
        Ok(what.map(|what| {
            let moment = super::words::moment(&last.wall.zoned(), &self.messages);
            let args = [("what", what.into()), ("moment", moment.into())];
            OldUndo { event: last.event.id, told: self.messages.with("undo-old", &args) }
        }))
    }

    /// Takes back the last answer or action of this device, from whichever sitting.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn undo_earlier(&mut self) -> Result<Option<Undone>, AppError> {
        let Some(batch) = self.journal.recent(1)?.into_iter().next() else { return Ok(None) };
        // A whole exam is not taken back by one key.
        if is_exam(&batch) {
            return Ok(None);
        }
        let ids: Vec<EventId> = batch.iter().map(|stored| stored.event.id).collect();
        let card = batch.iter().find_map(|stored| stored.record()?.card().cloned());
        let told = self.told_undone(&batch)?;
        self.journal.undo(&ids, &self.stamp()?)?;
        // It may have been about many cards.
        self.states = None;
        let Some(card) = card else { return Ok(None) };
        // The card may be known by another name now.
        let present = self.present_name(&card)?;
        Ok(Some(Undone { card: present.unwrap_or(card), told }))
    }

    /// What is said once a batch is taken back.
    pub(super) fn told_undone(&self, batch: &[StoredEvent]) -> Result<String, AppError> {
        Ok(match self.what_was_done(batch)? {
            Some(what) => self.messages.with("undone-what", &[("what", what.into())]),
            None => self.messages.get("undone"),
        })
    }

    /// `réponse à « Qui vote l'ONDAM ? »`; `None` for a batch that is about no card.
    fn what_was_done(&self, batch: &[StoredEvent]) -> Result<Option<String>, AppError> {
        let records = batch.iter().filter_map(StoredEvent::record);
        let Some((record, card)) = records.into_iter().find_map(|record| {
            let card = record.card()?.clone();
            Some((record, card))
        }) else {
            return Ok(None);
        };
        let resumed = batch.iter().filter(|stored| stored.event.kind == kind::RESUME).count();
        if resumed > 1 {
            return Ok(Some(self.messages.with("done-resumed-all", &[("n", resumed.into())])));
        }
        let id = match record {
            Record::Review(_) => "done-answer",
            Record::Suspend { .. } => "done-suspended",
            Record::Resume { .. } => "done-resumed",
            Record::Bury { .. } => "done-buried",
            Record::Flag { .. } => "done-flagged",
            Record::Note { .. } => "done-note",
            Record::Mistake(_) => "done-reason",
            _ => "done-other",
        };
        let name = self.present_name(&card)?.unwrap_or(card);
        let mut text = self.prompt_of(&name);
        if text.is_blank() {
            text = Text::one_line(&name.to_string());
        }
        Ok(Some(self.messages.with(id, &[("card", short(&text).into())])))
    }
}

fn short(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let begin: String = text.chars().take(LONGEST).collect();
    format!("{}…", begin.trim_end())
}

fn is_exam(batch: &[StoredEvent]) -> bool {
    batch.iter().any(|stored| stored.event.kind == kind::EXAM_SITTING)
}
