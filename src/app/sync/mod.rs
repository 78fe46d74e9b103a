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
//! A device writes what the place lacks: every event of its journal that no whole segment there holds. That is found by
//! looking, so a push that was refused, a segment that was lost or damaged, a new place need no thought of their own. Nor does
//! it matter whose events they are: those that were taken in from another program or a backup go as well, and what a lost device
//! made stays in the history of all. Since a segment's bytes follow from its events, two devices that both write the
//! same ones write the same file. When a device has many small segments it writes a larger one of the same events and, at a
//! later sync that finds the larger one, takes the small ones away; it takes away nothing that is not its own.
//!
//! # What is remembered
//!
//! `sync/` in the data directory: the place, how the last sync went, and which segments were taken with which events. It is about one
//! journal (by its device and its last event) and is forgotten when the journal is another one. An exclusive lock on `sync/lock`, which the system
//! takes back when the process dies, keeps two syncs of one home apart.

mod background;
mod error;
mod events;
mod news;
mod numbers;
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
pub use news::News;
pub use run::{Report, Setup, Status, Syncer};
pub use sealed::Fault;
pub use state::Target;
