//! Home: what is due and new, by deck, objective and rank.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    error::AppError,
    open::App,
    overview::{ExamLine, Level, Overview, Room, Row},
    queue::Today,
    scope::Scope,
    states::{self, States},
};
use crate::{
    card::{ObjectiveId, Rank, Text},
    insight::{self, Progress},
    journal::DayCount,
    library::DeckEntry,
    memory::{Day, Now},
    study::{self, Candidate, Cap, ExamPlan, Standing, Wish},
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
        self.clock.shows(now.day, self.settings.rollover);
        self.with_states(|app, states| app.overview_of(states, now))
    }

    fn overview_of(&self, states: &States, now: Now) -> Result<Overview, AppError> {
        let candidates = self.candidates(states, &Scope::default(), now);
        let day = self.today(states, now)?;
        let queue = self.queue_of(&candidates, &Wish::default(), &day);
        let today = &day.counts;
        let date = now.day.date();
        let entries = &states.catalogue.entries;
        let not_playable =
            entries.iter().filter(|e| !e.draft && !self.plays(e) && self.is_studied(e, states)).count();
        Ok(Overview {
            first_start: !states.any_history,
            today: date,
            counts: queue.counts,
            answered_today: today.reviews + today.practice,
            seconds_today: Self::seconds(today),
            streak: self.streak(now.day)?,
            level: self.level(states, &candidates, queue.counts.reviews_waiting, &day),
            pause_until: self
                .settings
                .pauses
                .iter()
                .find(|(a, b)| (*a..=*b).contains(&date))
                .map(|(_, b)| *b),
            exam: day
                .exam
                .map(|plan| self.exam_line(plan, &day, queue.counts.new + queue.counts.new_waiting)),
            exam_under_way: self.has_exam(),
            next_in_days: self.next_in_days(states, &Scope::default(), &day),
            rows: self.rows(states, &candidates, &queue.apart, now)?,
            notices: self
                .clock_notice()
                .into_iter()
                .chain(self.stale_notice()?)
                .chain(self.notices.iter().cloned())
                .collect(),
            sync: self.sync_line(),
            decks_with_problems: self.decks_with_problems(),
            other_problems: self.other_problems(),
            drafts: u32::try_from(self.drafts(&[]).len()).unwrap_or(u32::MAX),
            suspended_by_decks: self.suspended_by_decks(states),
            not_playable: u32::try_from(not_playable).unwrap_or(u32::MAX),
        })
    }

    fn seconds(day: &DayCount) -> f64 {
        u32::try_from(day.seconds()).map_or(f64::from(u32::MAX), f64::from)
    }

    fn exam_line(&self, plan: ExamPlan, day: &Today, unseen: u32) -> ExamLine {
        let limit = self.settings.new_per_day;
        let room = match self.settings.cap.new_cards(day.pace) {
            Some(cards) if cards < plan.new_today => Room::Capped(cards),
            _ if limit < plan.new_today => Room::Beyond(limit),
            _ => Room::Enough(limit),
        };
        ExamLine {
            days: plan.days_left,
            new_a_day: plan.new_today,
            new_until: plan.introduced_by.date(),
            seen_today: day.counts.new,
            unseen,
            room,
        }
    }

    /// Days in a row with answers, up to today or yesterday.
    pub(super) fn streak(&self, today: Day) -> Result<u32, AppError> {
        let days = self.figures(today.plus(-LONGEST_STREAK), today)?;
        Ok(insight::streak(&days, today, |day| self.settings.share_of(day.date()) <= 0.0))
    }

    /// When a backlog is gone, if the student keeps to the cap. On a day off everything waits, which is no backlog.
    fn level(&self, states: &States, candidates: &[Candidate], waiting: u32, today: &Today) -> Option<Level> {
        let Today { now, pace, exam, .. } = today;
        if waiting == 0 || self.settings.share_of(now.day.date()) <= 0.0 {
            return None;
        }
        let capacity = |ahead: usize| {
            // Today's share is in the queue already: what waits begins tomorrow.
            if ahead == 0 {
                return 0;
            }
            let day = now.day.plus(i32::try_from(ahead).unwrap_or(i32::MAX));
            let share = f64::from(self.settings.share_of(day.date()));
            if share <= 0.0 {
                return 0;
            }
            // Before an exam the new cards have the cap first.
            let introduced =
                |plan: &&ExamPlan| u32::try_from(ahead).is_ok_and(|n| n < plan.introduction_days);
            let new = f64::from(exam.as_ref().filter(introduced).map_or(0, |plan| plan.new_today));
            let under_cap = match self.settings.cap {
                Cap::None => f64::INFINITY,
                Cap::Cards(cards) => f64::from(cards) * share - new,
                Cap::Minutes(minutes) => {
                    let seconds = f64::from(minutes) * 60.0 * share - new * f64::from(pace.new);
                    seconds / f64::from(pace.review.max(1.0))
                }
            };
            let reviews = under_cap.min(f64::from(self.settings.reviews_per_day) * share).max(0.0).round();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a day's cards")]
            let reviews = reviews as u32;
            reviews
        };
        // What is due today is in the queue or among those that wait.
        let mut coming = vec![0_u32; YEAR];
        let (mut seen, mut intervals) = (0_u64, 0_u64);
        for candidate in candidates.iter().filter(|c| c.standing != Standing::New) {
            let state = states.get(candidate.id as usize);
            seen += 1;
            intervals += u64::from(state.interval_days);
            if matches!(candidate.standing, Standing::Later { .. })
                && let Some(day) = states::due_day(state, *now)
                && let Some(count) = coming.get_mut(day.since(now.day) as usize)
            {
                *count += 1;
            }
        }
        let back = usize::try_from(intervals / seen.max(1)).unwrap_or(usize::MAX);
        Some(match study::level_again(waiting, &coming, back, capacity, YEAR) {
            Some(days) => Level::In(u32::try_from(days).unwrap_or(u32::MAX)),
            None => Level::Never,
        })
    }

    /// `apart` are due, but not today's: the other part of a card waits for its day, and is not counted as due.
    fn rows(
        &self,
        states: &States,
        candidates: &[Candidate],
        apart: &HashSet<u32>,
        now: Now,
    ) -> Result<[Vec<Row>; 3], AppError> {
        let m = &self.messages;
        let catalogue = &states.catalogue;
        let recalls = self.retrievabilities(states, now)?;
        let mut decks: BTreeMap<u32, Progress> = BTreeMap::new();
        let mut objectives: BTreeMap<Option<ObjectiveId>, Progress> = BTreeMap::new();
        let mut ranks: BTreeMap<Option<Rank>, Progress> = BTreeMap::new();
        let mut whole = Progress::default();
        for candidate in candidates {
            let entry = &catalogue.entries[candidate.id as usize];
            let state = states.get(candidate.id as usize);
            let recall = self.retrievability_of(&recalls, candidate.id as usize, state);
            let standing = match candidate.standing {
                Standing::Due { .. } if apart.contains(&candidate.id) => {
                    Standing::Later { retrievability: recall.unwrap_or_default() }
                }
                standing => standing,
            };
            for progress in [
                &mut whole,
                decks.entry(entry.deck).or_default(),
                objectives.entry(entry.objective).or_default(),
                ranks.entry(entry.rank).or_default(),
            ] {
                progress.count(standing, recall);
            }
        }
        let everything = || row(whole, Scope::default(), Text::from(m.get("home-row-all")));
        let mut by_deck = vec![everything()];
        for (number, progress) in decks {
            if let Some(deck) = catalogue.decks.get(number as usize) {
                by_deck.push(row(progress, Scope::deck(deck.head.id.clone()), deck.head.title.clone()));
            }
        }
        let titles = self.objective_titles(states);
        let mut by_objective: Vec<Row> = Vec::new();
        let without = objectives.remove(&None);
        for (objective, progress) in objectives {
            let Some(id) = objective else { continue };
            let scope = Scope { objective, ..Scope::default() };
            let title = titles.get(&id).map_or_else(|| id.to_string(), |title| format!("{id} {title}"));
            by_objective.push(row(progress, scope, Text::from(title)));
        }
        if let Some(progress) = without {
            let scope = Scope { no_objective: true, ..Scope::default() };
            by_objective.push(row(progress, scope, Text::from(m.get("home-row-no-objective"))));
        }
        let mut by_rank: Vec<Row> = Vec::new();
        let without = ranks.remove(&None);
        for (rank, progress) in ranks {
            let Some(rank) = rank else { continue };
            let title = m.with("home-row-rank", &[("rank", rank.to_string().into())]);
            by_rank.push(row(progress, Scope { rank: Some(rank), ..Scope::default() }, Text::from(title)));
        }
        if let Some(progress) = without {
            let scope = Scope { no_rank: true, ..Scope::default() };
            by_rank.push(row(progress, scope, Text::from(m.get("home-row-no-rank"))));
        }
        Ok([by_deck, by_objective, by_rank])
    }

    /// The titles of the objectives: as a deck in a language that is studied gives them, else any deck.
    pub(super) fn objective_titles<'a>(&self, states: &'a States) -> HashMap<ObjectiveId, &'a Text> {
        let (own, foreign): (Vec<&DeckEntry>, Vec<&DeckEntry>) =
            states.catalogue.decks.iter().partition(|deck| self.studies(&deck.head));
        let mut titles = HashMap::new();
        for objective in own.into_iter().chain(foreign).flat_map(|deck| &deck.head.objectives) {
            if let Some(title) = &objective.title {
                titles.entry(objective.id).or_insert(title);
            }
        }
        titles
    }
}

fn row(progress: Progress, scope: Scope, title: Text) -> Row {
    let Progress { due, new, seen, total, .. } = progress;
    Row { scope, title, due, new, seen, total, recall: progress.recall() }
}
