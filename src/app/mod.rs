//! The use cases that the command line and the screens share; opens everything; owns the clock.

pub mod answered;
pub mod asked;
mod bundle;
pub mod card_content;
pub mod card_info;
pub mod check;
pub mod clock;
pub mod config;
pub mod decks;
pub mod edit;
mod editor;
pub mod error;
pub mod face;
pub mod files;
pub mod history;
mod home;
mod log;
mod machine;
pub mod markdown;
mod mended;
pub mod open;
pub mod overview;
pub mod paths;
mod problems;
mod queue;
pub mod report;
pub mod scope;
pub mod settings;
pub mod sitting;
mod states;
pub mod stats;
pub mod wording;
pub mod words;

pub use open::App;
