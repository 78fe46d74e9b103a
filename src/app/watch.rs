//! The clock while the program runs: a day that begins, and a clock that is set.
//!
//! A session is left open, the lid is closed, and a week later it is another day. Or the computer's clock is set by a year while
//! a card is on the screen. Whoever writes down when something happened asks [`App::stamp`], which refuses to write under
//! a time that nobody believes before the student has said which one is right.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Zoned};

use super::{App, clock::Clock, error::AppError, jump, problems, words};
use crate::{i18n::Messages, memory::Day};

/// The clock that everybody is given: the computer's, unless the student said that it is wrong.
#[derive(Debug)]
pub struct Watch {
    clock: Arc<dyn Clock>,
    seen: Mutex<Seen>,
}

/// What it showed when it was last looked at.
#[derive(Debug)]
struct Seen {
    wall: Zoned,
    elapsed: Duration,
    /// The day that is on the screen, and the hour at which days begin.
    day: Option<(Day, u8)>,
    distrust: Option<Distrust>,
}

/// The computer's clock is wrong.
#[derive(Debug)]
struct Distrust {
    /// What time it was when it became so.
    since: Zoned,
    /// By how much it is ahead.
    ahead: SignedDuration,
}

/// The computer's clock was set while the program ran, further than clocks go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leap {
    /// What it had shown before.
    pub last: Zoned,
    /// What it shows now.
    pub now: Zoned,
}

impl Leap {
    /// What happened, and what cannot be done before it is settled.
    #[must_use]
    pub fn describe(&self, messages: &Messages) -> String {
        problems::say_with(messages, "clock-leap", &self.moments(messages))
    }

    /// What can be said about it: that the new date is right, that the one before is.
    #[must_use]
    pub fn choices(&self, messages: &Messages) -> [String; 2] {
        ["clock-leap-right", "clock-leap-wrong"]
            .map(|id| problems::say_with(messages, id, &self.moments(messages)))
    }

    fn moments(&self, messages: &Messages) -> [(&'static str, String); 2] {
        [("now", words::moment(&self.now, messages)), ("last", words::moment(&self.last, messages))]
    }
}

/// Whether no clock goes from one time to the other by itself: a day back, or more than a year on. (A lid can be closed for
/// months; two systems on one machine disagree by hours.)
fn is_leap(from: &Zoned, to: &Zoned) -> bool {
    let passed = to.timestamp().as_millisecond() - from.timestamp().as_millisecond();
    !(-jump::BACK_MS..=jump::AHEAD_MS).contains(&passed)
}

impl Watch {
    /// A watch set by `clock`.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        let seen = Seen { wall: clock.wall(), elapsed: clock.elapsed(), day: None, distrust: None };
        Self { clock, seen: Mutex::new(seen) }
    }

    /// The time on the wall.
    #[must_use]
    pub fn wall(&self) -> Zoned {
        self.read(&self.lock())
    }

    /// Whether what is on the screen is to be looked at again: another day has begun, or the clock was set.
    #[must_use]
    pub fn has_turned(&self) -> bool {
        match self.look() {
            Ok(now) => self.lock().day.is_some_and(|(day, rollover)| Day::of(&now, rollover) != day),
            Err(_) => true,
        }
    }

    /// The time, unless the clock has leapt since this was last asked.
    pub(super) fn look(&self) -> Result<Zoned, Leap> {
        let mut seen = self.lock();
        let now = self.read(&seen);
        if is_leap(&seen.wall, &now) {
            return Err(Leap { last: seen.wall.clone(), now });
        }
        (seen.wall, seen.elapsed) = (now.clone(), self.clock.elapsed());
        Ok(now)
    }

    /// This day is on the screen; days begin at the hour `rollover`.
    pub(super) fn shows(&self, day: Day, rollover: u8) {
        self.lock().day = Some((day, rollover));
    }

    /// Whatever it says now is right.
    pub(super) fn trust(&self) {
        let mut seen = self.lock();
        seen.distrust = None;
        (seen.wall, seen.elapsed) = (self.clock.wall(), self.clock.elapsed());
    }

    /// What it says now is wrong: from here on the time goes on from when it was last looked at, until the computer's
    /// clock is near that again.
    fn distrust(&self) {
        let mut seen = self.lock();
        let passed = self.clock.elapsed().saturating_sub(seen.elapsed);
        let Ok(since) = seen.wall.checked_add(passed) else { return };
        let ahead = self.clock.wall().timestamp().duration_since(since.timestamp());
        seen.distrust = Some(Distrust { since, ahead });
        seen.wall = self.read(&seen);
    }

    fn read(&self, seen: &Seen) -> Zoned {
        let wall = self.clock.wall();
        match &seen.distrust {
            Some(Distrust { since, ahead }) if is_leap(since, &wall) => {
                wall.checked_sub(*ahead).unwrap_or(wall)
            }
            _ => wall,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for Watch {
    fn wall(&self) -> Zoned {
        self.wall()
    }

    fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }
}

impl App {
    /// The clock, which tells when there is something to look at.
    #[must_use]
    pub fn watch(&self) -> Arc<Watch> {
        Arc::clone(&self.clock)
    }

    /// The time that is written down.
    ///
    /// # Errors
    /// [`AppError::Clock`] when the clock was set since it was last looked at, until [`App::settle_clock`].
    pub fn stamp(&self) -> Result<Zoned, AppError> {
        self.clock.look().map_err(|leap| AppError::Clock(Box::new(leap)))
    }

    /// The student says whether the clock is right now. If it is, what was kept at wrong times before is moved to where it
    /// can have been; if not, the time goes on from before it was set. Gives what to tell.
    ///
    /// # Errors
    /// When a correction cannot be kept.
    pub fn settle_clock(&mut self, right: bool) -> Result<String, AppError> {
        if !right {
            self.clock.distrust();
            let now = words::moment(&self.clock.wall(), &self.messages);
            return Ok(self.messages.with("clock-distrusted", &[("now", now.into())]));
        }
        self.clock.trust();
        self.states = None;
        let moved = match self.clock_jump()? {
            Some(jump) => self.correct_times(&jump)?,
            None => 0,
        };
        Ok(if moved > 0 {
            self.messages.with("clock-corrected", &[("count", moved.into())])
        } else {
            let now = words::moment(&self.clock.wall(), &self.messages);
            self.messages.with("clock-trusted", &[("now", now.into())])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::clock::StoppedClock;

    const HOUR: Duration = Duration::from_secs(3600);

    fn time(text: &str) -> Zoned {
        format!("{text}[Europe/Paris]").parse().expect("a time")
    }

    fn watch() -> (Arc<StoppedClock>, Watch) {
        let clock = Arc::new(StoppedClock::new(time("2026-11-22T20:00")));
        let watch = Watch::new(Arc::clone(&clock) as _);
        (clock, watch)
    }

    #[test]
    fn a_day_that_begins_is_noticed_once_a_day_is_shown() {
        let (clock, watch) = watch();
        clock.advance(9 * HOUR);
        assert!(!watch.has_turned(), "nothing is on the screen yet");
        watch.shows(Day::of(&time("2026-11-22T20:00"), 4), 4);
        assert!(watch.has_turned());
        watch.shows(Day::of(&clock.wall(), 4), 4);
        assert!(!watch.has_turned());
    }

    #[test]
    fn hours_and_months_are_no_leap_but_days_back_and_years_are() {
        for (to, leaps) in [
            ("2026-11-22T09:00", false),
            ("2027-10-01T08:00", false),
            ("2026-11-20T20:00", true),
            ("2036-11-22T20:00", true),
        ] {
            let (clock, watch) = watch();
            clock.set(time(to));
            assert_eq!(watch.look().is_err(), leaps, "{to}");
            assert_eq!(watch.look().is_err(), leaps, "{to}: until it is settled");
        }
    }

    #[test]
    fn a_clock_that_is_wrong_goes_on_from_before_until_it_is_set_right() {
        let (clock, watch) = watch();
        clock.advance(HOUR);
        clock.set(time("2036-11-22T21:00"));
        watch.distrust();
        assert_eq!(watch.wall(), time("2026-11-22T21:00"));
        clock.advance(HOUR);
        assert_eq!(watch.look(), Ok(time("2026-11-22T22:00")));
        // Somebody sets the computer's clock, a little otherwise.
        clock.set(time("2026-11-22T22:07"));
        assert_eq!(watch.look(), Ok(time("2026-11-22T22:07")));
        clock.set(time("2019-01-01T00:00"));
        assert!(watch.look().is_err(), "another leap is another question");
    }

    #[test]
    fn a_clock_that_is_trusted_is_asked_about_once() {
        let (clock, watch) = watch();
        clock.set(time("2036-11-22T21:00"));
        watch.trust();
        assert_eq!(watch.look(), Ok(time("2036-11-22T21:00")));
    }
}
