//! The only place that reads the clock.

use std::{fmt, sync::Mutex, time::Duration};

use jiff::Zoned;

/// The environment variable that stops the clock at a time (`2026-11-22T08:00+01:00[Europe/Paris]`), so that tests
/// and pictures repeat.
pub const CLOCK_VARIABLE: &str = "CARABIN_CLOCK";

/// What the time is.
pub trait Clock: Send + Sync + fmt::Debug {
    /// The time on the wall, with its zone.
    fn wall(&self) -> Zoned;

    /// Time since some beginning; never jumps.
    fn elapsed(&self) -> Duration;
}

/// The computer's clock.
#[derive(Debug)]
pub struct SystemClock {
    start: std::time::Instant,
}

impl SystemClock {
    /// The computer's clock, counting from now.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn new() -> Self {
        Self { start: std::time::Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    fn wall(&self) -> Zoned {
        Zoned::now()
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct StoppedClock {
    time: Mutex<(Zoned, Duration)>,
}

impl StoppedClock {
    /// Stands at `wall`.
    #[must_use]
    pub fn new(wall: Zoned) -> Self {
        Self { time: Mutex::new((wall, Duration::ZERO)) }
    }

    /// Lets `by` pass.
    pub fn advance(&self, by: Duration) {
        let mut time = self.time.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Ok(later) = time.0.checked_add(by) {
            time.0 = later;
            time.1 += by;
        }
    }

    /// Somebody sets it: no time passes.
    pub fn set(&self, wall: Zoned) {
        self.time.lock().unwrap_or_else(std::sync::PoisonError::into_inner).0 = wall;
    }
}

impl Clock for StoppedClock {
    fn wall(&self) -> Zoned {
        self.time.lock().unwrap_or_else(std::sync::PoisonError::into_inner).0.clone()
    }

    fn elapsed(&self) -> Duration {
        self.time.lock().unwrap_or_else(std::sync::PoisonError::into_inner).1
    }
}
