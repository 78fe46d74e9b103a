//! The error notebook: what was missed, why, and what becomes of it.
//!
//! A miss is an answer rated "again" or that did not earn all of its mark, or something that the student met elsewhere
//! and wrote down. What was misread or rushed says nothing about the memory: such an answer is kept for practice. All
//! this is in the history as events of their own, so that nothing of it is lost, and everything can be taken back.

mod carnet;
mod line;
mod miss;
mod reason;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

pub use carnet::Made;
pub use line::Logged;
pub use miss::{Filter, Given, Group, Miss, Notebook, Period};
pub use reason::{Reason, Why};

use super::{error::AppError, markdown, open::App, questions, states::States};
use crate::{
    card::{Locator, ObjectiveId, Text},
    journal::{Draft, EventId, ExternalMiss, Mistake, Record, Review, StoredEvent, Undo, kind},
    memory::{Day, Rating},
};

/// Before every day on which anything was studied.
const BEGINNING: i32 = i32::MIN / 2;

/// Whether an answer was a miss: rated "again", or not all of the mark.
#[must_use]
pub(super) fn is_miss(review: &Review) -> bool {
    review.rating == Rating::Again || review.score.is_some_and(|score| score < 1.0)
}

/// What the history keeps of a reason.
pub(super) fn mistake(card: &Locator, review: Option<EventId>, why: &Why) -> Record {
    Record::Mistake(Mistake {
        card: card.clone(),
        review,
        reason: why.reason.word().to_owned(),
        detail: why.detail.as_ref().map(ToString::to_string),
    })
}

impl App {
    /// What was missed, narrowed by `filter`.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn notebook(&mut self, filter: &Filter) -> Result<Notebook, AppError> {
        let today = self.now().day;
        let first = filter.period.days().map_or(Day::new(BEGINNING), |days| today.plus(-days));
        let done = self.done_with()?;
        self.with_states(|app, states| {
            let mut misses = app.missed_cards(states, first, &done)?;
            misses.extend(app.missed_elsewhere(first, &done)?);
            misses.retain(|(_, miss)| filter.takes(miss));
            misses.sort_by_key(|(order, _)| std::cmp::Reverse(*order));
            let mut misses: Vec<Miss> = misses.into_iter().map(|(_, miss)| miss).collect();
            // The texts come from the index one by one: only for what is shown.
            for miss in misses.iter_mut().filter(|miss| !miss.elsewhere) {
                miss.text = miss.card.as_ref().map_or_else(Text::default, |card| app.prompt_of(card));
            }
            Ok(app.grouped(states, filter, misses))
        })
    }

    fn grouped(&self, states: &States, filter: &Filter, misses: Vec<Miss>) -> Notebook {
        let m = &self.messages;
        let titles = self.objective_titles(states);
        let (mut by_objective, mut by_reason) = (BTreeMap::new(), BTreeMap::new());
        for miss in &misses {
            *by_objective.entry(miss.objective).or_insert(0) += 1;
            *by_reason.entry(miss.reason().map_or(Given::Nothing, Given::Reason)).or_insert(0) += 1;
        }
        let mut objectives: Vec<Group<Option<ObjectiveId>>> = by_objective
            .into_iter()
            .map(|(key, misses)| {
                let title = key.map_or_else(
                    || m.get("home-row-no-objective"),
                    |id| titles.get(&id).map_or_else(|| id.to_string(), |title| format!("{id} {title}")),
                );
                Group { key, title: Text::one_line(&title), misses }
            })
            .collect();
        objectives.sort_by_key(|group| std::cmp::Reverse(group.misses));
        let reasons = by_reason
            .into_iter()
            .map(|(key, misses)| {
                let title = match key {
                    Given::Reason(reason) => reason.name(m),
                    Given::Nothing => m.get("reason-none"),
                };
                Group { key, title: Text::one_line(&title), misses }
            })
            .collect();
        Notebook { filter: filter.clone(), misses, objectives, reasons }
    }

    /// The cards of the decks that were missed, each once with its last miss. The texts are still empty.
    fn missed_cards(
        &self,
        states: &States,
        first: Day,
        done: &HashMap<EventId, EventId>,
    ) -> Result<Vec<(Sorted, Miss)>, AppError> {
        let reasons = self.reasons()?;
        let mut places: HashMap<Locator, usize> = HashMap::new();
        let mut misses: Vec<(Sorted, Miss)> = Vec::new();
        // What cards are called now, by what they were called then.
        let mut names: HashMap<Locator, Option<Locator>> = HashMap::new();
        for stored in self.journal.answers_since(first)? {
            let Some(Record::Review(review)) = stored.record() else { continue };
            if !names.contains_key(&review.card) {
                names.insert(review.card.clone(), self.present_name(&review.card)?);
            }
            let Some(Some(card)) = names.get(&review.card).cloned() else { continue };
            if !is_miss(&review) {
                if let Some(&place) = places.get(&card) {
                    misses[place].1.recalled = true;
                }
                continue;
            }
            let Some(number) = states.catalogue.find_asked(&card) else { continue };
            let entry = &states.catalogue.entries[number];
            let id = stored.event.id;
            let given = reasons.get(&id);
            let place = *places.entry(card.clone()).or_insert_with(|| {
                misses.push((
                    sorted(&stored),
                    Miss {
                        id,
                        day: self.day_of(&stored).date(),
                        times: 0,
                        text: Text::default(),
                        card: Some(card),
                        elsewhere: false,
                        source: None,
                        why: None,
                        reason_event: None,
                        objective: entry.objective,
                        rank: entry.rank,
                        item: entry.item,
                        answered: None,
                        recalled: false,
                        done: None,
                    },
                ));
                misses.len() - 1
            });
            let (order, miss) = &mut misses[place];
            *order = sorted(&stored);
            miss.id = id;
            miss.day = self.day_of(&stored).date();
            miss.times += 1;
            miss.answered = review.answered.as_deref().map(Text::one_line);
            miss.recalled = false;
            // A reason that was given once is not taken back by a miss without one.
            if let Some((event, why)) = given {
                miss.reason_event = Some(*event);
                miss.why = Some(why.clone());
            }
            miss.done = done.get(&id).copied();
        }
        Ok(misses)
    }

    fn missed_elsewhere(
        &self,
        first: Day,
        done: &HashMap<EventId, EventId>,
    ) -> Result<Vec<(Sorted, Miss)>, AppError> {
        let mut misses = Vec::new();
        for stored in self.journal.of_kind(kind::EXTERNAL_MISS)? {
            let day = self.day_of(&stored);
            if stored.void || day < first {
                continue;
            }
            let Some(Record::ExternalMiss(miss)) = stored.record() else { continue };
            let ExternalMiss { text, reason, item, objective, card, source } = miss;
            let objective: Option<ObjectiveId> = objective.and_then(|id| id.parse().ok());
            let card = match card {
                Some(card) => self.present_name(&card)?,
                None => None,
            };
            let id = stored.event.id;
            misses.push((
                sorted(&stored),
                Miss {
                    id,
                    day: day.date(),
                    times: 1,
                    text: Text::one_line(&text),
                    card,
                    elsewhere: true,
                    source: source.as_deref().map(Text::one_line),
                    why: reason
                        .as_deref()
                        .and_then(Reason::of_word)
                        .map(|reason| Why { reason, detail: None }),
                    reason_event: None,
                    objective,
                    rank: objective.map(|objective| objective.rank),
                    item: item.and_then(crate::card::Item::new).or_else(|| objective.map(|id| id.item)),
                    answered: None,
                    recalled: false,
                    done: done.get(&id).copied(),
                },
            ));
        }
        Ok(misses)
    }

    pub(super) fn day_of(&self, stored: &StoredEvent) -> Day {
        stored.wall.day(self.settings.rollover)
    }

    /// The question on one line; empty when it cannot be read.
    pub(super) fn prompt_of(&self, locator: &Locator) -> Text {
        let Ok(Some(card)) = self.library.card(locator) else { return Text::default() };
        let question = questions::questions(&card).into_iter().find(|posed| posed.locator == *locator);
        let card = question.map_or(card, |posed| posed.card);
        let text = super::face::question(&card, locator.part.as_ref());
        Text::one_line(&markdown::one_line(&super::face::without_marks(&text)))
    }

    /// The reasons that were given, by the answer that they are about, each with the event that says so; the last one of
    /// each answer counts.
    pub(super) fn reasons(&self) -> Result<HashMap<EventId, (EventId, Why)>, AppError> {
        let mut reasons = HashMap::new();
        for stored in self.journal.of_kind(kind::MISTAKE)?.iter().filter(|stored| !stored.void) {
            if let Some(Record::Mistake(Mistake { review: Some(review), reason, detail, .. })) =
                stored.record()
                && let Some(reason) = Reason::of_word(&reason)
            {
                let detail = detail.as_deref().map(Text::clean).unwrap_or_default();
                reasons.insert(review, (stored.event.id, Why::new(reason, &detail)));
            }
        }
        Ok(reasons)
    }

    /// The misses that the student is done with, each with the event that says so.
    fn done_with(&self) -> Result<HashMap<EventId, EventId>, AppError> {
        let events = self.journal.of_kind(kind::MISS_DONE)?;
        let in_force = events.iter().filter(|stored| !stored.void);
        Ok(in_force
            .filter_map(|stored| match stored.record() {
                Some(Record::MissDone { miss }) => Some((miss, stored.event.id)),
                _ => None,
            })
            .collect())
    }

    /// Says why an answer that is kept was wrong: after an exam, or in the notebook. Gives the answer's id, which is a new
    /// one when it was moved to practice.
    ///
    /// What was misread or rushed does not count as a lapse unless `counts`: where the answer is the last one of its
    /// card, it is undone and kept again for practice, in one batch with the reason. An earlier one stays as it is,
    /// since what was granted after it was granted because of it.
    ///
    /// # Errors
    /// When there is no such answer, or it cannot be kept.
    pub fn explain(
        &mut self,
        card: &Locator,
        answer: EventId,
        why: &Why,
        counts: bool,
    ) -> Result<EventId, AppError> {
        let wall = self.stamp()?;
        let history = self.journal.history(card)?;
        let answers = history.iter().filter(|stored| !stored.void && stored.event.kind == kind::REVIEW);
        let last = answers.max_by_key(|stored| stored.order).filter(|stored| stored.event.id == answer);
        let review = last.and_then(|stored| match stored.record()? {
            Record::Review(review) if !review.practice => Some((review, stored.event.hash)),
            _ => None,
        });
        let id = if let Some((review, hash)) = review.filter(|_| !counts && !why.reason.is_lapse()) {
            let kept = |first: EventId| EventId { counter: first.counter + 1, ..first };
            let make = |first| {
                let undo = Record::Undo(Undo { target: answer, hash });
                let practice = Record::Review(Review { practice: true, ..review });
                [undo, practice, mistake(card, Some(kept(first)), why)].map(Draft::from).to_vec()
            };
            self.journal.append_from(make, &wall)?.get(1).copied().unwrap_or(answer)
        } else {
            self.journal.append(&[Draft::from(mistake(card, Some(answer), why))], &wall)?;
            answer
        };
        self.states = None;
        Ok(id)
    }

    /// Writes down something that was missed elsewhere.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn log_miss(&mut self, logged: &Logged) -> Result<EventId, AppError> {
        let record = Record::ExternalMiss(logged.record());
        let ids = self.journal.append(&[Draft::from(record)], &self.stamp()?)?;
        ids.first().copied().ok_or(AppError::Journal(crate::journal::JournalError::Unkeepable))
    }

    /// The student is done with a miss, or no longer: what was said before is undone. Gives whether it is done.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn turn_done(&mut self, miss: &Miss) -> Result<bool, AppError> {
        let wall = self.stamp()?;
        match miss.done {
            Some(event) => self.journal.undo(&[event], &wall).map(|_| false),
            None => {
                self.journal.append(&[Draft::from(Record::MissDone { miss: miss.id })], &wall).map(|_| true)
            }
        }
        .map_err(AppError::from)
    }

    /// Takes back what the student said: a miss elsewhere as a whole, of a card its reason. Gives whether there was
    /// anything. An answer that its reason had moved to practice stays there.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn take_back_miss(&mut self, miss: &Miss) -> Result<bool, AppError> {
        let event = if miss.elsewhere { Some(miss.id) } else { miss.reason_event };
        let Some(event) = event else { return Ok(false) };
        self.journal.undo(&[event], &self.stamp()?)?;
        Ok(true)
    }
}

/// Where a miss stands in time.
type Sorted = crate::journal::Order;

fn sorted(stored: &StoredEvent) -> Sorted {
    stored.order
}
