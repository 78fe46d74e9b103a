//! The use cases that the command line and the screens share; opens everything; owns the clock.

pub mod clock;
pub mod config;
pub mod face;
pub mod files;
pub mod paths;
pub mod words;
