//! The figures: how the cards stand, what was done, what comes.
//!
//! The records are what `carabin stats --json` prints: field names are stable, fields may be added. Dates are ISO 8601,
//! shares 0 to 1 with four digits, absent values null.

mod memory;
mod records;
#[cfg(test)]
mod tests;
mod weakest;

use std::collections::BTreeMap;

pub use memory::{AgeFigures, RankRetention};
pub use records::{
    DayLine, DeckFigures, Figures, ForecastLine, ObjectiveFigures, RankFigures, RetentionFigures,
};
pub use weakest::Part;

use jiff::civil::Date;
use serde::Serialize;

use super::{
    error::AppError,
    open::App,
    programme::{Coverage, RankCoverage},
    scope::Scope,
    states,
    states::States,
};
use crate::{
    card::{ObjectiveId, Rank},
    insight::{self, DayFigures, Progress},
    journal::DayCount,
    memory::{Day, Now},
};

/// The last days that are told one by one, today included, and the coming ones.
const WINDOW: i32 = 30;
/// So many days are told as their answers alone: half a year, in whole weeks.
const CALENDAR: u32 = 27 * 7;
/// The spans, in days up to today, over which retention is told.
const SPANS: [u32; 3] = [7, 30, 365];

/// The figures of one moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stats {
    /// The day of study.
    pub today: Date,
    /// Days in a row with answers.
    pub streak: u32,
    /// All cards in the languages that are studied.
    pub all: Figures,
    /// By rank, A first, cards without a rank last.
    pub ranks: Vec<RankFigures>,
    /// By first objective, in their order, cards without one last.
    pub objectives: Vec<ObjectiveFigures>,
    /// How the objectives of the programme stand, by rank; null where it cannot be read.
    pub programme: Option<[RankCoverage; 2]>,
    /// By deck, in the order of Home.
    pub decks: Vec<DeckFigures>,
    /// Of the suspended cards, those that are so from the start, because their authors think them low-yield.
    pub suspended_by_decks: usize,
    /// The share of reviews that the student wants to succeed.
    pub desired_retention: f64,
    /// Over the last 7, 30 and 365 days.
    pub retention: Vec<RetentionFigures>,
    /// Over the last 30 days, by how long the card had not been seen.
    pub retention_by_age: Vec<AgeFigures>,
    /// Over the last 30 days, by rank, A first, cards without a rank last.
    pub retention_by_rank: Vec<RankRetention>,
    /// All answers of each day of the last half-year, those for practice included, today last.
    #[serde(skip)]
    pub calendar: Vec<u32>,
    /// The last 30 days, today last.
    pub days: Vec<DayLine>,
    /// The coming 30 days, today first.
    pub forecast: Vec<ForecastLine>,
}

impl App {
    /// The figures of now.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn stats(&mut self) -> Result<Stats, AppError> {
        let now = self.now();
        // The other figures are told without it.
        let coverage = self.coverage().inspect_err(|error| tracing::error!(%error, "no programme"));
        self.with_states(|app, states| app.stats_of(states, now, coverage.ok().as_ref()))
    }

    fn stats_of(&self, states: &States, now: Now, coverage: Option<&Coverage>) -> Result<Stats, AppError> {
        let groups = self.groups(states, now)?;
        let longest = SPANS.into_iter().max().unwrap_or_default();
        let mut days = self.figures(day_back(now.day, longest), now.day)?;
        let told = now.day.plus(1 - WINDOW);
        if days.iter().any(|day| day.day >= told && day.practice > 0) {
            let blanks = self.exam_blanks(told)?;
            for day in &mut days {
                let blank = blanks.get(&day.day).copied().unwrap_or_default();
                day.practice = day.practice.saturating_sub(blank);
            }
        }
        let retention = |span| {
            let found = insight::retention(&days, day_back(now.day, span), now.day);
            let share = found.share().map(rounded);
            RetentionFigures { days: span, reviews: found.reviews, recalled: found.recalled, share }
        };
        let rank = |(rank, progress): (Option<Rank>, Progress)| RankFigures {
            rank: rank.map(|rank| rank.to_string()),
            figures: progress.into(),
        };
        let month = day_back(now.day, WINDOW.unsigned_abs());
        let (retention_by_age, retention_by_rank) = self.retention_apart(states, month, now.day)?;
        let mut titles = self.objective_titles(states);
        for line in coverage.iter().flat_map(|coverage| &coverage.items).flat_map(|item| &item.objectives) {
            if let Some(title) = &line.title {
                titles.entry(line.objective).or_insert(title);
            }
        }
        let objective = |(objective, progress): (Option<ObjectiveId>, Progress)| ObjectiveFigures {
            objective: objective.map(|id| id.to_string()),
            title: objective.and_then(|id| titles.get(&id)).map(|title| (*title).clone()),
            item: objective.map(|id| id.item),
            rank: objective.map(|id| id.rank.to_string()),
            figures: progress.into(),
        };
        let deck = |(number, progress): (u32, Progress)| {
            let head = &states.catalogue.decks.get(number as usize)?.head;
            let (deck, title) = (head.id.clone(), head.title.clone());
            Some(DeckFigures { deck, title, figures: progress.into() })
        };
        Ok(Stats {
            today: now.day.date(),
            streak: self.streak(now.day)?,
            all: groups.all.into(),
            ranks: none_last(groups.ranks).map(rank).collect(),
            objectives: none_last(groups.objectives).map(objective).collect(),
            programme: coverage.map(|coverage| coverage.ranks),
            decks: groups.decks.into_iter().filter_map(deck).collect(),
            suspended_by_decks: self.suspended_by_decks(states),
            desired_retention: rounded(f64::from(self.settings.retention)),
            retention: SPANS.map(retention).into(),
            retention_by_age,
            retention_by_rank,
            calendar: insight::fill(&days, day_back(now.day, CALENDAR), now.day)
                .into_iter()
                .map(|day| day.answers + day.practice)
                .collect(),
            days: insight::fill(&days, told, now.day).into_iter().map(line).collect(),
            forecast: groups
                .due
                .into_iter()
                .zip(0..)
                .map(|(due, ahead)| ForecastLine { date: now.day.plus(ahead).date(), due })
                .collect(),
        })
    }

    fn groups(&self, states: &States, now: Now) -> Result<Groups, AppError> {
        let mut groups = Groups { due: vec![0; WINDOW.unsigned_abs() as usize], ..Groups::default() };
        let scope = Scope::default();
        let recalls = self.retrievabilities(states, now)?;
        for (number, entry) in states.catalogue.entries.iter().enumerate() {
            if !self.is_askable(entry, states, &scope) {
                continue;
            }
            let state = states.get(number);
            let suspended = state.suspended.unwrap_or(entry.starts_suspended);
            let standing = states::standing(state, now, &self.scheduler);
            let recall = self.retrievability_of(&recalls, number, state);
            for progress in [
                &mut groups.all,
                groups.ranks.entry(entry.rank).or_default(),
                groups.objectives.entry(entry.objective).or_default(),
                groups.decks.entry(entry.deck).or_default(),
            ] {
                if suspended {
                    progress.count_suspended();
                } else {
                    progress.count(standing, recall);
                }
            }
            let ahead = states::due_day(state, now).map(|day| day.since(now.day) as usize);
            if let Some(count) = ahead.filter(|_| !suspended).and_then(|ahead| groups.due.get_mut(ahead)) {
                *count += 1;
            }
        }
        Ok(groups)
    }

    /// What was done on the days from `from` to `to`, both included; days without answers are left out.
    pub(super) fn figures(&self, from: Day, to: Day) -> Result<Vec<DayFigures>, AppError> {
        let figures = |count: DayCount| DayFigures {
            day: count.day,
            answers: count.reviews,
            new: count.new,
            ratings: count.ratings,
            mature: count.mature,
            recalled: count.recalled,
            practice: count.practice,
            seconds: count.seconds(),
        };
        Ok(self.journal.day_counts(from, to)?.into_iter().map(figures).collect())
    }
}

#[derive(Default)]
struct Groups {
    all: Progress,
    ranks: BTreeMap<Option<Rank>, Progress>,
    objectives: BTreeMap<Option<ObjectiveId>, Progress>,
    decks: BTreeMap<u32, Progress>,
    /// How many fall due on each of the coming days, today (with everything late) first.
    due: Vec<u32>,
}

impl From<Progress> for Figures {
    fn from(progress: Progress) -> Self {
        let recall = progress.recall().map(rounded);
        let Progress { total, new, seen, due, suspended, .. } = progress;
        Self { total, seen, new, due, suspended, recall }
    }
}

fn line(figures: DayFigures) -> DayLine {
    let DayFigures { day, answers, new, ratings, mature, recalled, practice, seconds } = figures;
    let [again, hard, good, easy] = ratings;
    let date = day.date();
    DayLine { date, answers, new, again, hard, good, easy, reviews: mature, recalled, practice, seconds }
}

/// `None` sorts first in a map, and belongs last.
fn none_last<K: Ord, V>(mut map: BTreeMap<Option<K>, V>) -> impl Iterator<Item = (Option<K>, V)> {
    let none = map.remove(&None);
    map.into_iter().chain(none.map(|value| (None, value)))
}

/// The first of `span` days that end with `today`.
fn day_back(today: Day, span: u32) -> Day {
    today.plus(1 - i32::try_from(span).unwrap_or(i32::MAX))
}

/// Four digits, the same on every platform.
pub(super) fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
