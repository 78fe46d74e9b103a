//! Today's queue, from the decks and the states.

use super::{
    error::AppError,
    face,
    open::App,
    scope::Scope,
    states::{self, States},
};
use crate::{
    card::DeckHead,
    journal::{DayCount, Record, kind},
    library::Entry,
    memory::{Day, Now},
    study::{self, Candidate, Done, ExamPlan, Pace, Queue, Setting, Situation, Standing, Wish},
};

/// After so many answers the student's own pace counts.
const ANSWERS_FOR_PACE: u32 = 50;
/// A new card takes, its steps included, about this many times as long as a review: the ratio of the costs that the planning
/// study assumes (25 s and 10 s).
const NEW_TO_REVIEW: f32 = 2.5;

impl App {
    /// Whether an entry may be asked at all, whatever its state: not a draft, of a kind with a screen, in a language that
    /// is studied (a deck that the scope names is, whatever its language).
    pub(super) fn is_askable(&self, entry: &Entry, states: &States, scope: &Scope) -> bool {
        entry.schedulable
            && !entry.draft
            && face::plays(entry)
            && scope.holds(entry, &states.catalogue)
            && (!scope.decks.is_empty() || self.is_studied(entry, states))
    }

    /// Whether an entry's deck is in a language that is studied.
    pub(super) fn is_studied(&self, entry: &Entry, states: &States) -> bool {
        let deck = states.catalogue.decks.get(entry.deck as usize);
        deck.is_some_and(|deck| self.studies(&deck.head))
    }

    /// Whether a deck is in a language that is studied.
    pub(super) fn studies(&self, head: &DeckHead) -> bool {
        self.settings.languages.iter().any(|language| head.is_in(language))
    }

    /// Everything that may be asked today or later within a scope.
    pub(super) fn candidates(&self, states: &States, scope: &Scope, now: Now) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (number, entry) in states.catalogue.entries.iter().enumerate() {
            let state = states.get(number);
            if !self.is_askable(entry, states, scope)
                || state.suspended.unwrap_or(entry.starts_suspended)
                || state.is_buried(now.day)
            {
                continue;
            }
            candidates.push(Candidate {
                id: u32::try_from(number).unwrap_or(u32::MAX),
                card: entry.card,
                rank_a: entry.rank == Some(crate::card::Rank::A),
                standing: states::standing(state, now, &self.scheduler),
            });
        }
        candidates
    }

    /// What was done today.
    pub(super) fn done_today(&self, states: &States, now: Now) -> Result<(Done, DayCount), AppError> {
        let counts = self.journal.day_counts(now.day, now.day)?;
        let today = counts.into_iter().next().unwrap_or(DayCount { day: now.day, ..DayCount::default() });
        let entries = states.catalogue.entries.iter().enumerate();
        let mut done = Done { new: today.new, ..Done::default() };
        for (number, entry) in entries {
            let state = states.get(number);
            if state.last_day == Some(now.day) {
                done.schedules += 1;
                done.reviews += u32::from(state.first_day != Some(now.day));
                done.cards.insert(entry.card);
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "milliseconds of a day")]
        let seconds = today.took_ms as f32 / 1000.0;
        done.seconds = seconds;
        Ok((done, today))
    }

    /// How long this student's answers take, by the last two weeks.
    pub(super) fn pace(&self, today: Day) -> Result<Pace, AppError> {
        let days = self.journal.day_counts(today.plus(-14), today)?;
        let answers: u32 = days.iter().map(|day| day.reviews + day.practice).sum();
        if answers < ANSWERS_FOR_PACE {
            return Ok(Pace::default());
        }
        let took: u64 = days.iter().map(|day| day.took_ms).sum();
        #[allow(clippy::cast_precision_loss, reason = "two weeks in milliseconds")]
        let review = took as f32 / 1000.0 / answers as f32;
        Ok(Pace { new: review * NEW_TO_REVIEW, review })
    }

    /// The plan for the exam, when its day is known and ahead. `unseen`: new cards at the beginning of today.
    pub(super) fn exam_plan(&self, unseen: u32, today: Day) -> Result<Option<ExamPlan>, AppError> {
        let Some(exam) = self.settings.exam_date.map(Day::from_date).filter(|day| *day >= today) else {
            return Ok(None);
        };
        // The plan began on the day on which the date was set.
        let mut begun = today;
        for stored in self.journal.of_kind(kind::SETTING)? {
            if !stored.void
                && let Some(Record::Setting { key, .. }) = stored.record()
                && key == Setting::ExamDate.name()
            {
                begun = Day::of(&stored.wall.zoned(), self.settings.rollover);
            }
        }
        Ok(Some(ExamPlan::new(unseen, exam.since(begun).max(1), exam.since(today))))
    }

    /// Today's queue for a scope.
    pub(super) fn build_queue(
        &self,
        states: &States,
        scope: &Scope,
        wish: &Wish,
        now: Now,
    ) -> Result<Queue, AppError> {
        let candidates = self.candidates(states, scope, now);
        self.queue_of(states, &candidates, wish, now)
    }

    pub(super) fn queue_of(
        &self,
        states: &States,
        candidates: &[Candidate],
        wish: &Wish,
        now: Now,
    ) -> Result<Queue, AppError> {
        let (done, _) = self.done_today(states, now)?;
        let new = candidates.iter().filter(|c| c.standing == Standing::New).count();
        let unseen = u32::try_from(new).unwrap_or(u32::MAX).saturating_add(done.new);
        let situation = Situation {
            now,
            settings: &self.settings,
            done: &done,
            pace: self.pace(now.day)?,
            exam: self.exam_plan(unseen, now.day)?,
        };
        Ok(study::build(candidates, &situation, wish))
    }

    /// In how many days the next card of a list of candidates comes; 0 is today.
    pub(super) fn next_in_days(&self, states: &States, candidates: &[Candidate], now: Now) -> Option<u32> {
        candidates
            .iter()
            .filter(|c| c.standing != Standing::New)
            .filter_map(|c| states::due_day(states.get(c.id as usize), now))
            .map(|day| day.since(now.day))
            .min()
            .map(|days| {
                // What is due today and not in the queue waits for a limit: tomorrow.
                days.max(u32::from(candidates.iter().all(|c| !matches!(c.standing, Standing::Learning(_)))))
            })
    }
}

#[cfg(test)]
mod tests;
