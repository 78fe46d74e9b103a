//! The use cases that the command line and the screens share; opens everything; owns the clock.

pub mod asked;
mod bundle;
pub mod clock;
pub mod config;
pub mod edit;
mod editor;
pub mod error;
pub mod face;
pub mod files;
mod home;
mod log;
mod machine;
mod mended;
pub mod open;
pub mod overview;
pub mod paths;
mod problems;
mod queue;
pub mod report;
pub mod scope;
pub mod sitting;
mod states;
pub mod words;

pub use open::App;
