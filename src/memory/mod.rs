//! FSRS: memory states, next intervals, learning steps, fuzz, and the replay of a card's history.
//!
//! Everything is a function of its arguments: the same history gives the same state on every device.

mod day;
mod fact;
mod fuzz;
mod leech;
mod options;
mod parameters;
mod quantise;
mod rating;
mod replay;
mod scheduler;
mod state;
mod steps;
#[cfg(test)]
mod tests;

pub use day::{Day, Now};
pub use fact::{Fact, Known};
pub use leech::is_leech_moment;
pub use options::Options;
pub use parameters::{Parameters, ParametersError};
pub use quantise::{agree, quantise};
pub use rating::Rating;
pub use replay::ALGORITHM;
pub use scheduler::{Outcome, Scheduler};
pub use state::{CardState, Due, Granted, Memory, Phase};
