//! Decks of others: taking them in, updating them, sending one's own.
//!
//! A deck that was taken in has a folder of its own in the user's decks: `ID/deck.yaml`, which the student may edit like
//! any other, and the files that it names. `ID/.carabin/` holds what an update needs: the deck as its author sent it
//! (`deck.yaml`) and where it came from (`origin.toml`, [`Record`]). An update is a merge of three: the author's old text,
//! the author's new text, the student's own; card by card, and in the head field by field, so that an edit of the student's outlives it. Cards that the
//! author took out are kept in `ID/archived.yaml`. Schedules, notes and flags hang on the cards' names in the journal
//! and are never touched here. A deck that is removed is kept in `.removed/` among the decks when anything in its folder is the
//! student's.
//!
//! A package is foreign: nothing of it is executed, only decks and the files that they name are taken, and a name that
//! could lead elsewhere refuses the whole package (`names`).

mod bounds;
mod error;
mod fields;
mod files;
mod head;
mod install;
mod merge;
mod parcel;
mod plan;
mod record;
mod remove;
mod send;
#[cfg(test)]
mod tests;
mod unzip;

pub use super::merge::{CardChange, Change};
pub use bounds::Bounds;
pub use error::ForeignError;
pub(super) use install::free_name;
pub use install::{Installed, Taken};
pub use parcel::{LeftOut, Offered, Parcel};
pub use plan::{Aside, FieldChange, FileChange, Plan};
pub use record::Record;
pub(super) use remove::REMOVED;
pub use remove::Removed;
pub use send::Sent;
