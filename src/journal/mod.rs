//! The review history: immutable events in SQLite, and the card states projected from them.
//!
//! # The format of events
//!
//! It outlives everything else here: what a student has answered is kept and travels in it for years. What is written
//! below never changes for version 1; tests hold its bytes.
//!
//! An **event** is
//!
//! | field | what | as an integer |
//! |---|---|---|
//! | `device` | the home that made it: 8 random bytes | |
//! | `counter` | the home's own count of its events, from 1 | `u64`, up to 2^53 − 1 |
//! | `at` | when, made monotone: the wall time, but at least 1 ms after the home's event before | `i64`, ms since 1970 |
//! | `wall` | when, as the machine's clock told it | `i64`, ms since 1970 |
//! | `offset` | what local time was ahead of UTC | `i32`, seconds |
//! | `kind` | what happened: a word ([`kind`]) | |
//! | `body` | the particulars: canonical JSON by kind and `"v"` | |
//! | `hash` | 16 bytes over all of the above | |
//!
//! **Canonical bytes**: the 16 ASCII bytes `carabin event v1`; the 8 bytes of the device; then, little-endian, the
//! counter (8 bytes), `at` (8), `wall` (8), `offset` (4); then the kind and the body, each as its length in bytes (8,
//! little-endian) and its UTF-8. The **hash** is the first 16 bytes of the BLAKE3 hash of the canonical bytes. It is
//! over the body's text as it is: a reader never writes a body anew to check it.
//!
//! **Canonical JSON**: no white space; keys sorted by their UTF-8 bytes; numbers are integers up to ±(2^53 − 1), in
//! decimal; in strings only `"`, `\` and U+0000 to U+001F are escaped, as `\"`, `\\`, `\b`, `\t`, `\n`, `\f`, `\r`,
//! else `\u00xx` in lower case. There are no fractions: a score is in millionths, and a setting's value is JSON within
//! a string. The records of the bodies are in `body/`: objects with `"v":1`, `"batch"` (the counter of the first event
//! of the same append, absent in that one) and `"version"` (`card`, `fingerprint`, `text`: in the first event about
//! each version of a card). Absent fields are left out, unknown ones ignored; days are dates (`2026-11-23`).
//!
//! As **a line** (export, segments): `{"at":…,"body":{…},"hash":"32 hex","id":"16 hex-counter","kind":"…",
//! "offset":…,"wall":…}`; see [`Event::to_line`].
//!
//! # What events mean
//!
//! - **The truth is a set.** An event is the same as another if device, counter and hash are. States follow from the
//!   set alone, whatever the order of arrival. Two events under one id with different hashes (a home was copied and
//!   both went on) are both kept, told, and both count: both were answered.
//! - **Other programs** have a device id each ([`DeviceId::is_program`]). What happened in one is numbered by what it is, and may be
//!   taken in by several homes, each with its own zone and at its own moment. Such events under one id are one thing that
//!   happened: in the history of a card (of its whole class) the first in the order counts, the others have no
//!   effect; an undo of any of them is an undo of that thing.
//! - **The order** is by `at`, then device, then counter (then hash).
//! - **Void**: an event is void if an undo of it is not void itself, whichever arrives first. An undo names its target
//!   by id and hash, so nothing can undo itself or what comes after it; a ring would be harmless.
//! - **Kinds, versions or bodies that this program does not know** are kept and forwarded, and have no effect.
//! - **Aliases**: two cards as a whole are one, part by part; or two schedules are one. Classes are unions. All events
//!   of a class are replayed as one history; every member has its state.
//! - **Settings**: the last one of each key in the order counts. `parameters` and `rollover` change all states.
//! - **Salt**: the first one in the order counts; see [`Journal::salt`].
//! - **Clock**: the last `clock` event about a range of a home's events adds its shift to their wall times; their `at`
//!   is then that wall time, and later events need no longer stay above the wrong ones. Days and times in states are
//!   those of the wall; `at` is for the order.
//!
//! # How it is kept
//!
//! `event` is append-only (triggers refuse anything else). All other tables are derived, in the transaction that
//! appends, and can be derived anew at any time ([`Journal::rebuild`]); [`Journal::verify`] proves them. A commit is
//! durable when it returns: write-ahead log, `synchronous=FULL`. A counter is taken inside the transaction, so two
//! processes never share one. A home that finds itself on another machine, or meets events under its own id that it
//! does not know, mints a new device id.
//!
//! A **copy** ([`Journal::copy_to`]) is a whole database in one file, made by SQLite's online backup and checked before it
//! counts. A later format is reached by steps, all in one transaction,
//! after such a copy.

mod alias;
mod append;
mod body;
mod clock;
mod compact;
mod copy;
mod days;
mod derived;
mod error;
mod event;
mod files;
mod id;
mod json;
mod line;
mod mature;
mod meta;
mod open;
mod packed;
mod project;
mod read;
mod record;
mod repair;
mod rows;
mod salt;
mod schema;
mod settings;
mod settle;
#[cfg(test)]
mod tests;
mod travel;
mod twins;
mod verify;
mod void;
mod whole;

pub use append::Ingested;
pub use clock::EventTime;
pub use copy::{Compared, check};
pub use days::{DayCount, LONGEST_ANSWER_MS};
pub use error::{JournalError, Notice};
pub use event::{Event, Order, Wall};
pub use files::{on_network, synced_folder};
pub use id::{DeviceId, EventId, Hash, IdError, Salt};
pub use line::LineError;
pub use mature::MatureReview;
pub use open::Journal;
pub use read::{AllStates, Histories, StoredEvent};
pub use record::{
    CardVersion, Clock, Decided, Draft, ExamAnswer, ExamDecision, ExamQuestion, ExamSitting, ExamTerms,
    ExternalMiss, Mistake, Record, Review, Undo, kind,
};
pub use repair::SchemaFault;
#[cfg(test)]
pub use repair::tamper;
pub use settings::{DEFAULT_ROLLOVER, PARAMETERS, ROLLOVER};
pub use travel::Tip;
pub use verify::Difference;
