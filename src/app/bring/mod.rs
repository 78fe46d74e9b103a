//! What comes from elsewhere: planned and shown before anything is written, then put in place as a whole.

mod anki;
mod base;
mod beside;
mod joined;
mod lisa;
mod merge;
mod place;
mod plan;
mod settle;
mod stage;
mod table;
#[cfg(test)]
mod tests;

pub(in crate::app) use base::notes;

pub use anki::{AnkiFile, AnkiWishes, TakenIn};
pub use plan::{Planned, Unfit};
pub(super) use table::bytes;
pub use table::{TableFile, Wanted};

pub use crate::exchange::Loss;
pub use crate::exchange::table::{
    Line as TableColumn, Mistake as TableMistake, Separator, Wishes as TableWishes,
};

/// What the folders of an import are called until it is done.
const FOLDER: &str = ".carabin-import-";
