//! The programme: the list of items and objectives that the student has imported, and how they stand.
//!
//! The list lies beside the decks (`decks/programme.json`), so that it goes wherever they go. It is read when a figure is
//! asked for, never at the start. Without one, the objectives are those that the decks declare.

mod coverage;
mod filter;
mod import;
mod kept;

pub use coverage::{Coverage, ItemCoverage, ObjectiveCoverage, RankCoverage, status_word};
pub use filter::Filter;
pub use import::PlannedProgramme;
pub use kept::{Imported, KeptProgramme, ProgrammeFault};

pub use crate::{
    exchange::programme::Listed,
    insight::{Progress, Status},
};
