//! Carabin: revise for the EDN in the terminal.
//!
//! The map of the house (`ARCHITECTURE.md` gives the reasons):
//!
//! - the core, pure (no file, clock, global randomness, terminal, YAML or SQL): [`card`] ← [`grade`],
//!   [`memory`] ← [`study`] ← [`insight`];
//! - the edges, each owning one kind of outside thing: [`deck`] (YAML), [`library`] (decks on disk),
//!   [`journal`] (the review history), [`exchange`] (other programs' formats);
//! - the surface: [`app`] (use cases, the clock), [`tui`] (full screen), [`cli`] (command line), [`i18n`] (messages).

pub mod app;
pub mod card;
pub mod cli;
pub mod deck;
pub mod exchange;
pub mod grade;
pub mod i18n;
pub mod insight;
pub mod journal;
pub mod library;
pub mod memory;
pub mod study;
pub mod tui;
