//! Aggregates: how groups of cards stand, how an objective does, what was done on each day, retention.

mod age;
mod coverage;
mod days;
mod progress;

pub use age::Age;
pub use coverage::{Status, Tally};
pub use days::{DayFigures, Retention, fill, retention, streak};
pub use progress::Progress;
