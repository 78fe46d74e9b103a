//! Other programs and their formats, in and out.
//!
//! An importer reads a file of another program and yields an [`Import`]: decks as cards (the deck format's own writer,
//! [`crate::deck::write`], makes files of them), the history, and what could not be kept. It writes nothing but files in
//! the folder that it is given for the purpose; `app` puts everything in place.

pub mod anki;
pub mod download;
pub mod filenames;
pub mod git;
mod groups;
mod html;
mod import;
pub mod lisa;
pub mod original;
pub mod package;
pub mod parts;
pub mod programme;
mod proto;
pub mod table;

pub use import::{Import, Loss, Losses, Marks, NewDeck, NewMedia, Past, Source};
