//! Home: what is due and new, by deck, objective and rank.

use std::collections::BTreeMap;

use super::{
    error::AppError,
    face,
    open::App,
    overview::{ExamLine, Level, Overview, Row},
    scope::Scope,
    states::States,
};
use crate::{
    card::{ObjectiveId, Rank, Text},
    insight::{self, Progress},
    journal::DayCount,
    library::DeckEntry,
    memory::{Day, Now},
    study::{self, Candidate, Cap, Standing, Wish},
};

/// How far back days in a row are looked for: ten years.
const LONGEST_STREAK: i32 = 3650;
/// How many days ahead a backlog is followed.
const YEAR: usize = 365;

impl App {
    /// What Home shows.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn overview(&mut self) -> Result<Overview, AppError> {
        let now = self.now();
        self.with_states(|app, states| app.overview_of(states, now))
    }

    fn overview_of(&self, states: &States, now: Now) -> Result<Overview, AppError> {
        let candidates = self.candidates(states, &Scope::default(), now);
        let queue = self.queue_of(states, &candidates, &Wish::default(), now)?;
        let (_, today) = self.done_today(states, now)?;
        let date = now.day.date();
        let unseen = candidates.iter().filter(|c| c.standing == Standing::New).count();
        let exam = self.exam_plan(u32::try_from(unseen).unwrap_or(u32::MAX), now.day)?;
        let entries = &states.catalogue.entries;
        let not_playable = entries
            .iter()
            .filter(|e| !e.draft && !face::is_playable(e.kind) && self.is_studied(e, states))
            .count();
        Ok(Overview {
            first_start: !states.any_history,
            today: date,
            counts: queue.counts,
            answered_today: today.reviews + today.practice,
            seconds_today: Self::seconds(&today),
            streak: self.streak(now.day)?,
            level: self.level(states, queue.counts.reviews_waiting, now.day),
            pause_until: self
                .settings
                .pauses
                .iter()
                .find(|(a, b)| (*a..=*b).contains(&date))
                .map(|(_, b)| *b),
            exam: exam.map(|plan| ExamLine { days: plan.days_left, new_today: plan.new_today }),
            next_in_days: self.next_in_days(states, &candidates, now),
            rows: self.rows(states, &candidates, now),
            notices: self.notices.clone(),
            decks_with_problems: self.decks_with_problems(),
            not_playable: u32::try_from(not_playable).unwrap_or(u32::MAX),
        })
    }

    fn seconds(day: &DayCount) -> f64 {
        u32::try_from(day.seconds()).map_or(f64::from(u32::MAX), f64::from)
    }

    /// Days in a row with answers, up to today or yesterday.
    pub(super) fn streak(&self, today: Day) -> Result<u32, AppError> {
        let days = self.figures(today.plus(-LONGEST_STREAK), today)?;
        Ok(insight::streak(&days, today, |day| self.settings.share_of(day.date()) <= 0.0))
    }

    /// When a backlog is gone, if the student keeps to the cap.
    fn level(&self, states: &States, waiting: u32, today: Day) -> Option<Level> {
        if waiting == 0 {
            return None;
        }
        let pace = self.pace(today).unwrap_or_default();
        let capacity = |day: usize| {
            let date = today.plus(i32::try_from(day).unwrap_or(i32::MAX)).date();
            // Today's share is in the queue already: what waits begins tomorrow.
            if day == 0 {
                return 0;
            }
            let share = f64::from(self.settings.share_of(date));
            let cards = match self.settings.cap {
                Cap::None => self.settings.reviews_per_day,
                Cap::Cards(cards) => cards.min(self.settings.reviews_per_day),
                Cap::Minutes(minutes) => {
                    let seconds = f64::from(minutes) * 60.0;
                    #[allow(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "a day's cards"
                    )]
                    let cards = (seconds / f64::from(pace.review.max(1.0))) as u32;
                    cards.min(self.settings.reviews_per_day)
                }
            };
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a day's cards")]
            let cards = (f64::from(cards) * share).round() as u32;
            cards
        };
        let due = states.due_by_day(today);
        // Today's due cards are in the queue or among those that wait.
        let mut coming: Vec<u32> = due.to_vec();
        if let Some(first) = coming.first_mut() {
            *first = 0;
        }
        Some(match study::level_again(waiting, &coming, capacity, YEAR) {
            Some(days) => Level::In(u32::try_from(days).unwrap_or(u32::MAX)),
            None => Level::Never,
        })
    }

    fn rows(&self, states: &States, candidates: &[Candidate], now: Now) -> [Vec<Row>; 3] {
        let m = &self.messages;
        let catalogue = &states.catalogue;
        let mut decks: BTreeMap<u32, Progress> = BTreeMap::new();
        let mut objectives: BTreeMap<Option<ObjectiveId>, Progress> = BTreeMap::new();
        let mut ranks: BTreeMap<Option<Rank>, Progress> = BTreeMap::new();
        let mut whole = Progress::default();
        for candidate in candidates {
            let entry = &catalogue.entries[candidate.id as usize];
            let state = states.get(candidate.id as usize);
            let recall = self.scheduler.retrievability(state, now.day);
            for progress in [
                &mut whole,
                decks.entry(entry.deck).or_default(),
                objectives.entry(entry.objective).or_default(),
                ranks.entry(entry.rank).or_default(),
            ] {
                progress.count(candidate.standing, recall);
            }
        }
        let everything = || row(whole, Scope::default(), Text::from(m.get("home-row-all")));
        let mut by_deck = vec![everything()];
        for (number, progress) in decks {
            if let Some(deck) = catalogue.decks.get(number as usize) {
                by_deck.push(row(progress, Scope::deck(deck.head.id.clone()), deck.head.title.clone()));
            }
        }
        // None sorts first, and belongs last.
        let mut by_objective: Vec<Row> = Vec::new();
        for (objective, progress) in objectives {
            let Some(id) = objective else { continue };
            let scope = Scope { objective, ..Scope::default() };
            let title = self
                .objective_title(states, id)
                .map_or_else(|| id.to_string(), |title| format!("{id} {title}"));
            by_objective.push(row(progress, scope, Text::from(title)));
        }
        let mut by_rank: Vec<Row> = Vec::new();
        for (rank, progress) in ranks {
            let Some(rank) = rank else { continue };
            let title = m.with("home-row-rank", &[("rank", rank.to_string().into())]);
            by_rank.push(row(progress, Scope { rank: Some(rank), ..Scope::default() }, Text::from(title)));
        }
        [by_deck, by_objective, by_rank]
    }

    /// The title that a deck in a language that is studied gives an objective, else any deck.
    pub(super) fn objective_title<'a>(&self, states: &'a States, id: ObjectiveId) -> Option<&'a Text> {
        let foreign = |deck: &&DeckEntry| !self.studies(&deck.head);
        let mut decks: Vec<&DeckEntry> = states.catalogue.decks.iter().collect();
        decks.sort_by_key(foreign);
        let objective = decks.iter().flat_map(|deck| &deck.head.objectives).find(|found| found.id == id);
        objective.and_then(|objective| objective.title.as_ref())
    }
}

fn row(progress: Progress, scope: Scope, title: Text) -> Row {
    let Progress { due, new, seen, total, .. } = progress;
    Row { scope, title, due, new, seen, total, recall: progress.recall() }
}
