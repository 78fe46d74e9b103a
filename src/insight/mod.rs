//! Aggregates: how groups of cards stand, what was done on each day, retention.

mod days;
mod progress;

pub use days::{DayFigures, Retention, fill, retention, streak};
pub use progress::Progress;
