//! Jumps of the clock: noticed, asked about, mended.
//!
//! A computer whose battery died believes it is 2019, one with a mistyped date that it is 2036. The answers of such days are
//! kept like any other; what is wrong is their time. When the clock is right again, a `clock` event moves them to where they
//! can have been: by whole days, so that the hour stays, as late as the present allows and not before the answer before them.

use std::ops::ControlFlow;

use jiff::Zoned;

use super::{App, error::AppError, problems, words};
use crate::journal::{Clock, Draft, EventTime, Record, StoredEvent, kind};

/// A clock that goes back by less is none of our business: two systems on one machine disagree by hours.
pub(super) const BACK_MS: i64 = 24 * 60 * 60 * 1000;

/// After so long a time without an answer, the date is asked about.
pub(super) const AHEAD_MS: i64 = 366 * BACK_MS;

const DAY_MS: i64 = BACK_MS;

/// A clock that does not fit the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    /// In which way.
    pub way: Way,
    /// When the last answer or change of this device was made, as it is kept.
    pub last: Zoned,
    /// What the clock says now.
    pub now: Zoned,
    /// What would put right what is kept, if the clock is right now.
    corrections: Vec<Clock>,
}

/// The ways in which a clock jumps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The present is long after all answers: has so much time passed?
    Ahead,
    /// Answers carry times that are yet to come: the clock was ahead, or is behind now.
    Back,
    /// The last answers carry times long before those before them: the clock was behind.
    Behind,
}

impl Jump {
    /// How many answers and changes would be moved if the clock is right now.
    #[must_use]
    pub fn moved(&self) -> u64 {
        self.corrections
            .iter()
            .filter(|clock| clock.shift_ms != 0)
            .map(|clock| clock.to - clock.from + 1)
            .sum()
    }
}

/// A correction in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// How many answers and changes it moves.
    pub moved: u64,
    /// By how many milliseconds.
    pub shift_ms: i64,
    /// When it was made.
    pub made: Zoned,
}

impl App {
    /// Whether the clock fits the answers of this device.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn clock_jump(&self) -> Result<Option<Jump>, AppError> {
        let now = self.clock.wall();
        let now_ms = now.timestamp().as_millisecond();
        // The newest first, as far back as something may be wrong.
        let mut times: Vec<EventTime> = Vec::new();
        self.journal.own_times(|time| {
            let odd = time.wall.ms > now_ms || time.at - time.wall.ms > BACK_MS;
            times.push(time);
            if odd { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        let Some(last) = times.first() else { return Ok(None) };
        let found = look(&times, now_ms);
        Ok(found.map(|(way, corrections)| Jump { way, last: last.wall.zoned(), now, corrections }))
    }

    /// The clock is right now: what was kept at wrong times is moved to where it can have been. Gives how many answers and changes
    /// were moved.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn correct_times(&mut self, jump: &Jump) -> Result<u64, AppError> {
        if jump.corrections.is_empty() {
            return Ok(0);
        }
        let drafts: Vec<Draft> =
            jump.corrections.iter().map(|clock| Draft::from(Record::Clock(*clock))).collect();
        self.clock.trust();
        self.journal.append(&drafts, &self.stamp()?)?;
        if self.journal.is_stale()? {
            self.journal.rebuild()?;
        }
        self.states = None;
        Ok(jump.moved())
    }

    /// The corrections in force, the last one last.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn corrections(&self) -> Result<Vec<Correction>, AppError> {
        let of = |stored: &StoredEvent| match stored.record() {
            Some(Record::Clock(clock)) if !stored.void && clock.shift_ms != 0 => Some(Correction {
                moved: clock.to.saturating_sub(clock.from) + 1,
                shift_ms: clock.shift_ms,
                made: stored.wall.zoned(),
            }),
            _ => None,
        };
        Ok(self.journal.of_kind(kind::CLOCK)?.iter().filter_map(of).collect())
    }

    /// Withdraws the last correction made on this device. Gives whether there was one.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn withdraw_correction(&mut self) -> Result<bool, AppError> {
        let device = self.journal.device()?;
        let all = self.journal.of_kind(kind::CLOCK)?;
        let own = all.iter().filter(|stored| !stored.void && stored.event.id.device == device);
        let batch = |stored: &StoredEvent| stored.wall.ms;
        let Some(last) = own.clone().map(batch).max() else { return Ok(false) };
        let ids: Vec<_> = own.filter(|stored| batch(stored) == last).map(|stored| stored.event.id).collect();
        self.journal.undo(&ids, &self.stamp()?)?;
        if self.journal.is_stale()? {
            self.journal.rebuild()?;
        }
        self.states = None;
        Ok(true)
    }

    /// What there is to tell about the clock, in words.
    #[must_use]
    pub fn clock_notice(&self) -> Option<String> {
        match self.clock_jump() {
            Ok(jump) => jump.map(|jump| self.describe_jump(&jump)),
            Err(error) => {
                tracing::error!(%error, "the clock is not looked at");
                None
            }
        }
    }

    /// A jump in words, without what can be done about it.
    #[must_use]
    pub fn describe_jump(&self, jump: &Jump) -> String {
        let id = match jump.way {
            Way::Ahead => "clock-ahead",
            Way::Back => "clock-back",
            Way::Behind => "clock-behind",
        };
        let moment = |at: &Zoned| words::moment(at, &self.messages);
        let args = [("now", moment(&jump.now)), ("last", moment(&jump.last))];
        problems::say_with(&self.messages, id, &args)
    }
}

/// What does not fit, among the times of this device's events, the newest first; at most the last of them is in order.
fn look(times: &[EventTime], now: i64) -> Option<(Way, Vec<Clock>)> {
    let last = times.first()?;
    // What was held back by times that were wrong: the clock had gone back.
    let held = times.iter().take_while(|time| time.at - time.wall.ms > BACK_MS).count();
    let (held, rest) = times.split_at(held);
    let to_come = rest.iter().take_while(|time| time.wall.ms > now).count();
    let (to_come, before) = rest.split_at(to_come);
    let floor = before.first().map(|time| time.wall.ms);
    if to_come.iter().any(|time| time.wall.ms > now + BACK_MS) {
        // Those after it are right; their place in the order is not.
        let until = held.last().map_or(now, |first| (first.wall.ms - 1).min(now));
        let corrections = correction(to_come, floor, until).into_iter().chain(correction_of(held, 0));
        return Some((Way::Back, corrections.collect()));
    }
    if let (Some(first), Some(before)) = (held.last(), rest.first())
        && first.wall.ms < before.wall.ms - BACK_MS
    {
        return Some((Way::Behind, correction(held, Some(before.wall.ms), now).into_iter().collect()));
    }
    (last.wall.ms + AHEAD_MS < now).then_some((Way::Ahead, Vec::new()))
}

/// Moves a range (the newest first) by whole days, as late as `until` allows, and not before `floor`.
fn correction(range: &[EventTime], floor: Option<i64>, until: i64) -> Option<Clock> {
    let latest = range.iter().map(|time| time.wall.ms).max()?;
    let earliest = range.iter().map(|time| time.wall.ms).min()?;
    let days = (until - latest).div_euclid(DAY_MS) * DAY_MS;
    let least = floor.map_or(i64::MIN, |floor| floor.saturating_add(1).saturating_sub(earliest));
    correction_of(range, days.max(least))
}

fn correction_of(range: &[EventTime], shift_ms: i64) -> Option<Clock> {
    let (last, first) = (range.first()?, range.last()?);
    Some(Clock { device: last.id.device, from: first.id.counter, to: last.id.counter, shift_ms })
}

#[cfg(test)]
mod tests;
