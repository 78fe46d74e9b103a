//! Today's queue, from the decks and the states.

use super::{
    error::AppError,
    open::App,
    scope::Scope,
    states::{self, Stage, States},
};
use crate::{
    card::DeckHead,
    journal::{DayCount, Record, kind},
    library::Entry,
    memory::{CardState, Day, Now},
    study::{self, Candidate, Done, ExamPlan, Pace, Queue, Setting, Situation, Wish},
};

/// After so many answers the student's own pace counts.
const ANSWERS_FOR_PACE: u32 = 50;
/// A new card takes, its steps included, about this many times as long as a review: the ratio of the costs that the planning
/// study assumes (25 s and 10 s).
const NEW_TO_REVIEW: f32 = 2.5;

/// What a queue of today is built from, beside its candidates.
#[derive(Debug)]
pub(super) struct Today {
    pub(super) now: Now,
    done: Done,
    /// The day's answers.
    pub(super) counts: DayCount,
    pub(super) pace: Pace,
    pub(super) exam: Option<ExamPlan>,
}

/// Whether a schedule is suspended or buried.
pub(super) fn is_aside(entry: &Entry, state: &CardState, day: Day) -> bool {
    state.suspended.unwrap_or(entry.starts_suspended) || state.is_buried(day)
}

/// For so many days a day with study is looked for: beyond any pause.
const FAR: u32 = 3650;

impl App {
    /// Whether an entry may be asked at all, whatever its state: not a draft, of a kind with a screen, in a language that
    /// is studied (a deck that the scope names is, whatever its language).
    pub(super) fn is_askable(&self, entry: &Entry, states: &States, scope: &Scope) -> bool {
        entry.schedulable
            && !entry.draft
            && self.plays(entry)
            && scope.holds(entry, &states.catalogue)
            && (!scope.decks.is_empty() || self.is_studied(entry, states))
    }

    /// Whether a card can be put before the student: everything on a screen; in plain lines nothing is pointed at on a
    /// picture.
    pub(super) fn plays(&self, entry: &Entry) -> bool {
        !(self.plain && entry.on_picture)
    }

    /// How many cards of a scope are left out because lines cannot show them.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn left_out(&mut self, scope: &Scope) -> Result<u32, AppError> {
        self.with_states(|app, states| {
            let left_out = states.catalogue.entries.iter().filter(|entry| {
                !entry.draft
                    && !app.plays(entry)
                    && scope.holds(entry, &states.catalogue)
                    && (!scope.decks.is_empty() || app.is_studied(entry, states))
            });
            Ok(u32::try_from(left_out.count()).unwrap_or(u32::MAX))
        })
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
        let mut candidates = Vec::with_capacity(states.catalogue.entries.len());
        for (number, entry) in states.catalogue.entries.iter().enumerate() {
            let state = states.get(number);
            if !self.is_askable(entry, states, scope) || is_aside(entry, state, now.day) {
                continue;
            }
            candidates.push(Candidate {
                id: u32::try_from(number).unwrap_or(u32::MAX),
                card: entry.card,
                deck: entry.deck,
                rank_a: entry.rank == Some(crate::card::Rank::A),
                fresh: state.is_new() || state.first_day == Some(now.day),
                standing: states::standing(state, now, &self.scheduler),
            });
        }
        candidates
    }

    /// What was done today.
    fn done_today(&self, states: &States, now: Now) -> Result<(Done, DayCount), AppError> {
        let counts = self.journal.day_counts(now.day, now.day)?;
        let mut today = counts.into_iter().next().unwrap_or(DayCount { day: now.day, ..DayCount::default() });
        if today.practice > 0 {
            let blanks = self.exam_blanks(now.day)?.remove(&now.day).unwrap_or_default();
            today.practice = today.practice.saturating_sub(blanks);
        }
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
    fn pace(&self, today: Day) -> Result<Pace, AppError> {
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

    /// What the plan for today is made from, the same for every scope.
    pub(super) fn today(&self, states: &States, now: Now) -> Result<Today, AppError> {
        let (done, counts) = self.done_today(states, now)?;
        let exam = self.exam_plan(states, &done, now)?;
        Ok(Today { now, done, counts, pace: self.pace(now.day)?, exam })
    }

    /// The plan for the exam, when its day is known and ahead: for everything that is studied, whatever the scope.
    fn exam_plan(&self, states: &States, done: &Done, now: Now) -> Result<Option<ExamPlan>, AppError> {
        let Some(exam) = self.settings.exam_date.map(Day::from_date).filter(|day| *day >= now.day) else {
            return Ok(None);
        };
        // The plan began on the day on which the date was set.
        let mut begun = now.day;
        for stored in self.journal.of_kind(kind::SETTING)? {
            if !stored.void
                && let Some(Record::Setting { key, .. }) = stored.record()
                && key == Setting::ExamDate.name()
            {
                begun = Day::of(&stored.wall.zoned(), self.settings.rollover);
            }
        }
        let everything = Scope::default();
        let entries = states.catalogue.entries.iter().enumerate();
        let new = entries.filter(|(number, entry)| {
            let state = states.get(*number);
            state.is_new() && !is_aside(entry, state, now.day) && self.is_askable(entry, states, &everything)
        });
        // At the beginning of today: those that were seen since were part of it.
        let unseen = u32::try_from(new.count()).unwrap_or(u32::MAX).saturating_add(done.new);
        let studies = |day: Day| self.settings.share_of(day.date()) > 0.0;
        Ok(Some(ExamPlan::new(unseen, begun, now.day, exam, studies)))
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
        Ok(self.queue_of(&candidates, wish, &self.today(states, now)?))
    }

    pub(super) fn queue_of(&self, candidates: &[Candidate], wish: &Wish, today: &Today) -> Queue {
        let Today { now, done, pace, exam, .. } = today;
        let situation = Situation { now: *now, settings: &self.settings, done, pace: *pace, exam: *exam };
        study::build(candidates, &situation, wish)
    }

    /// In how many days the next card of a scope comes: 0 while one is in a step of today, else the first day with study
    /// on which one is due, no longer buried, or new within the limit.
    pub(super) fn next_in_days(&self, states: &States, scope: &Scope, today: &Today) -> Option<u32> {
        let now = today.now;
        let takes_new = self.settings.new_per_day > 0 || today.exam.is_some_and(|plan| plan.new_today > 0);
        let mut first: Option<u32> = None;
        for (number, entry) in states.catalogue.entries.iter().enumerate() {
            let state = states.get(number);
            if state.suspended.unwrap_or(entry.starts_suspended) || !self.is_askable(entry, states, scope) {
                continue;
            }
            let wanted = match states::stage(state, now) {
                Stage::Learning(_) if !state.is_buried(now.day) => return Some(0),
                Stage::New => takes_new,
                Stage::Learning(_) => true,
                Stage::Due | Stage::Later => self.settings.reviews_per_day > 0,
            };
            if wanted {
                // What could be asked today and is not waits for a limit: tomorrow.
                let due = states::due_day(state, now).map_or(0, |day| day.since(now.day));
                let unburied = state.buried_until.map_or(0, |day| day.since(now.day));
                let days = due.max(unburied).max(1);
                first = Some(first.map_or(days, |first| first.min(days)));
            }
        }
        let studies = |ahead: &u32| {
            let day = now.day.plus(i32::try_from(*ahead).unwrap_or(i32::MAX));
            self.settings.share_of(day.date()) > 0.0
        };
        first.and_then(|first| (first..=first.saturating_add(FAR)).find(studies))
    }
}

#[cfg(test)]
mod tests;
