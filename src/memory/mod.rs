//! FSRS: memory states, next intervals, learning steps, fuzz, and the replay of a card's history.
//!
//! Everything is a function of its arguments: the same history gives the same state on every device.

mod day;
mod rating;
mod state;

pub use day::{Day, Now};
pub use rating::Rating;
pub use state::{CardState, Due, Granted, Memory, Phase};
