//! The figures: how the cards stand, what was done, what comes.
//!
//! The records are what `carabin stats --json` prints: field names are stable, fields may be added. Dates are ISO 8601,
//! shares 0 to 1 with four digits, absent values null.

use std::collections::BTreeMap;

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
    card::{DeckId, Item, ObjectiveId, Rank, Text},
    insight::{self, DayFigures, Progress},
    journal::DayCount,
    memory::{Day, Now},
};

/// The last days that are told one by one, today included, and the coming ones.
const WINDOW: i32 = 30;
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
    /// Over the last 7, 30 and 365 days.
    pub retention: Vec<RetentionFigures>,
    /// The last 30 days, today last.
    pub days: Vec<DayLine>,
    /// The coming 30 days, today first.
    pub forecast: Vec<ForecastLine>,
}

/// How a group of cards stands. A card with several parts (blanks, directions) counts once for each.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// All that may be asked.
    pub total: u32,
    /// Answered at least once.
    pub seen: u32,
    /// Never answered.
    pub new: u32,
    /// Due today, those in a learning step included.
    pub due: u32,
    /// Put aside; not part of the total.
    pub suspended: u32,
    /// The mean probability of recall today of the cards that were seen before today, 0 for those that were missed today
    /// or are in a learning step; null while there is none.
    pub recall: Option<f64>,
}

/// The cards of a rank.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankFigures {
    /// `A`, `B`, or null.
    pub rank: Option<String>,
    /// How they stand.
    #[serde(flatten)]
    pub figures: Figures,
}

/// The cards of an objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObjectiveFigures {
    /// Its id, such as `OIC-019-09-A`, or null.
    pub objective: Option<String>,
    /// The title that a deck gives it.
    pub title: Option<Text>,
    /// Its item.
    pub item: Option<Item>,
    /// Its rank.
    pub rank: Option<String>,
    /// How they stand.
    #[serde(flatten)]
    pub figures: Figures,
}

/// The cards of a deck.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeckFigures {
    /// Its id.
    pub deck: DeckId,
    /// Its title.
    pub title: Text,
    /// How they stand.
    #[serde(flatten)]
    pub figures: Figures,
}

/// How much of what was known was still known when it was asked again.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RetentionFigures {
    /// Over so many days up to today.
    pub days: u32,
    /// Reviews of cards that had left the learning steps, last seen on an earlier day.
    pub reviews: u32,
    /// Of these, those recalled.
    pub recalled: u32,
    /// Their share.
    pub share: Option<f64>,
}

/// What was done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DayLine {
    /// The day.
    pub date: Date,
    /// All answers.
    pub answers: u32,
    /// Of these, the first ones of new cards.
    pub new: u32,
    /// Rated "again".
    pub again: u32,
    /// Rated "hard".
    pub hard: u32,
    /// Rated "good".
    pub good: u32,
    /// Rated "easy".
    pub easy: u32,
    /// Reviews that count for retention.
    pub reviews: u32,
    /// Of these, those recalled.
    pub recalled: u32,
    /// Answers for practice, which left the schedule as it was; not part of the others.
    pub practice: u32,
    /// The time of all answers, each capped at a minute.
    pub seconds: u64,
}

/// What falls due on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ForecastLine {
    /// The day.
    pub date: Date,
    /// Cards that fall due on it; today: with everything that is late.
    pub due: u32,
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
            retention: SPANS.map(retention).into(),
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
