//! Where a log does not come to what Anki knows of a card.

use jiff::Timestamp;

use super::{Card, Preset, Row, SECONDS_A_DAY, Teller, is_cram, step};
use crate::memory::{CardState, Due, Fact, Known, Memory, Phase};

impl Teller<'_> {
    /// Of a log that was cut, the first answer stands for all before it, by the ease and the interval that it came to: so Anki
    /// takes it where it has no memory of the card.
    pub(super) fn before_the_cut(&mut self, row: &Row, later: &[Row]) {
        let interval = u32::try_from(row.interval).unwrap_or(0).max(1);
        #[allow(clippy::cast_precision_loss, reason = "a factor of a few thousands")]
        let ease = if row.factor > 0 { row.factor as f32 / 1000.0 } else { 2.5 };
        let Some(memory) = self.context.scheduler.memory_of_sm2(ease, interval) else { return };
        let Ok(at) = Timestamp::from_millisecond(row.id) else { return };
        let (day, card) = (self.day(row.id), self.card);
        let counted = later.iter().filter(|row| row.ease > 0 && !is_cram(row));
        let lapses = counted.clone().filter(|row| row.ease == 1 && row.kind == 1).count();
        let less = |all: u32, since: usize| all.saturating_sub(u32::try_from(since).unwrap_or(u32::MAX));
        let known = Known {
            day,
            memory,
            phase: Phase::Review,
            due: Due::Day(day.plus(i32::try_from(interval).unwrap_or(i32::MAX))),
            interval_days: interval,
            reps: less(card.reps, counted.count()),
            lapses: less(card.lapses, lapses),
        };
        self.push("cut", row.id, row.id.saturating_add(1), Fact::Known { at, known }, 0);
    }

    /// Adds what brings the state to where Anki has the card.
    pub(super) fn settle(
        &mut self,
        state: &CardState,
        last: i64,
        whole: bool,
        preset: Option<&Preset>,
    ) -> Option<bool> {
        let card = self.card;
        if card.kind == 0 {
            if !state.is_new() {
                self.push("forgotten", last, last.saturating_add(1), Fact::Reset, 0);
            }
            return None;
        }
        let stored = card
            .stability
            .zip(card.difficulty)
            .map(|(stability, difficulty)| Memory { stability, difficulty });
        let near = |a: f32, b: f32, share: f32| (a - b).abs() <= share * b.abs();
        let agrees = stored
            .map(|stored| state.memory.is_some_and(|memory| near(memory.stability, stored.stability, 0.01)));
        let same_memory = agrees.unwrap_or(whole && state.memory.is_some())
            && stored.is_none_or(|stored| {
                state.memory.is_some_and(|memory| (memory.difficulty - stored.difficulty).abs() <= 0.1)
            });
        let due = self.due(card);
        if same_memory && !state.is_new() {
            if let (Phase::Review, 2, Due::Day(day)) = (state.phase, card.kind, due)
                && state.due != Some(due)
            {
                // When it was moved is not told: the time at which the card was changed last may be that of anything. Right behind
                // the last answer it does not undo what was answered here since.
                let value = last ^ (i64::from(day.number()) << 42);
                self.push("due", value, last.saturating_add(2), Fact::Reschedule { due: day }, 0);
            }
        } else {
            self.known(state, stored, due, last, preset);
        }
        agrees.filter(|_| whole)
    }

    /// What Anki knew of the card, where the log does not come to that.
    fn known(
        &mut self,
        state: &CardState,
        stored: Option<Memory>,
        due: Due,
        last: i64,
        preset: Option<&Preset>,
    ) {
        let card = self.card;
        let interval = u32::try_from(card.interval).unwrap_or(0);
        #[allow(clippy::cast_precision_loss, reason = "a factor of a few thousands")]
        let ease = if card.factor > 0 { card.factor as f32 / 1000.0 } else { 2.5 };
        let memory = stored
            .or_else(|| self.context.scheduler.memory_of_sm2(ease, interval))
            .or(state.memory)
            .unwrap_or(Memory { stability: 1.0, difficulty: 5.0 });
        let day = state.last_day.unwrap_or_else(|| match (card.last_review, due) {
            (Some(seconds), _) => self.day(seconds.saturating_mul(1000)),
            (None, Due::Day(day)) => day.plus(-card.interval.clamp(0, 100_000).try_into().unwrap_or(0)),
            (None, Due::At(at)) => self.day(at.as_millisecond()),
        });
        let phase = match card.kind {
            1 => Phase::Learning(step(card, preset.map_or(2, |preset| preset.learning_steps))),
            3 => Phase::Relearning(step(card, preset.map_or(1, |preset| preset.relearning_steps))),
            _ => Phase::Review,
        };
        let known =
            Known { day, memory, phase, due, interval_days: interval, reps: card.reps, lapses: card.lapses };
        let reviewed = state
            .last_review
            .map(Timestamp::as_millisecond)
            .or(card.last_review.map(|s| s.saturating_mul(1000)));
        // Behind the answers, and not behind what the student does later.
        let at = reviewed.unwrap_or(last).max(last).saturating_add(1);
        let at_moment = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
        let value = i64::from(memory.stability.to_bits()) << 31
            ^ i64::from(memory.difficulty.to_bits())
            ^ card.due
            ^ last;
        self.push("known", value, at, Fact::Known { at: at_moment, known }, 0);
    }

    /// When a card without a log was answered last, as far as it says: a time that stays the same whatever else is changed.
    pub(super) fn last_known(&self) -> i64 {
        let card = self.card;
        let due = match self.due(card) {
            Due::Day(day) => {
                i64::from(day.number()).saturating_sub(card.interval.max(0)).saturating_mul(SECONDS_A_DAY)
            }
            Due::At(at) => at.as_second(),
        };
        card.last_review.unwrap_or(due).clamp(0, card.changed.max(0)).saturating_mul(1000)
    }

    fn due(&self, card: &Card) -> Due {
        let today = |days: i64| Due::Day(self.context.day_zero.plus(i32::try_from(days).unwrap_or(i32::MAX)));
        if matches!(card.kind, 1 | 3) && card.due > 1_000_000_000 {
            return Timestamp::from_second(card.due).map_or_else(|_| today(0), Due::At);
        }
        today(card.due)
    }
}
