//! Several devices without an account: what travels, and how.
//!
//! # The place
//!
//! Devices meet in a *place*: a folder that something else carries (Syncthing, Nextcloud, Dropbox, a USB stick), or a
//! branch of a git repository. In it lie
//!
//! | | what | who writes it |
//! |---|---|---|
//! | `carabin-sync.json` | that this is a place | whoever comes first; always the same bytes |
//! | `events/DEVICE/DEVICE-FIRST-LAST-HASH.jsonl` | a **segment**: events of one device with counters from FIRST to LAST | see below |
//! | `decks/DEVICE/DEVICE-NUMBER-HASH.jsonl` | the list of a device's decks | that device |
//! | `files/ab/abcd…` | the content with this BLAKE3 hash | whoever has it |
//!
//! Segments and lists are text: a first line with what they are (`{"carabin":"segment","device":…,"events":2,"first":1,
//! "last":2,"v":1}`), a line for each event (as [`crate::journal`] documents) or file, and a last line `{"blake3":…}` over all
//! bytes before it. HASH is its first 32 digits. So a file is never rewritten with other bytes under its name, and no
//! carrier has anything to merge. A file that is torn, altered or of a newer program is told, skipped, and looked at again
//! at each sync; files under other names are taken when they turn out to be whole segments (a carrier's "conflicted copy"), and
//! otherwise left alone, as is everything hidden.
//!
//! # Who writes which events
//!
//! A device writes its own. What it has to write is what its segments in the place do not hold, found by looking, so
//! a segment that was lost or damaged is written again. Only when a journal meets a place for the first time (a new place, a
//! copied home, a backup that was put back) it also writes the events of others that the place does not hold: a lost device
//! stays in the history of all. When a device has many small segments it writes a larger one over the same range and, at a
//! later sync that finds the larger one whole, takes the small ones away.
//!
//! # What is remembered
//!
//! `sync/` in the data directory: the place, how the last sync went, and which segments were taken. It is about one journal (by its device
//! and its last event) and is forgotten when the journal is another one. An exclusive lock on `sync/lock`, which the system
//! takes back when the process dies, keeps two syncs of one home apart.

mod background;
mod error;
mod events;
mod place;
mod remote;
mod run;
mod say;
mod sealed;
mod segment;
mod shelf;
mod state;
#[cfg(test)]
mod tests;
mod version;

pub use background::Background;
pub use error::SyncError;
pub use run::{Report, Setup, Status, Syncer};
pub use sealed::Fault;
pub use state::Target;
