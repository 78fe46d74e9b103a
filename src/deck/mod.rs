//! YAML ↔ cards: read, check, edit in place, schema.
//!
//! The way of a file: bytes → text (`source`) → tree with places (`parse`, `node`; after a syntax error `recover`) → raw
//! records, field by field (`raw`) → cards (`check`). Every step reports to one list of [`Diagnostic`]s and goes on,
//! so that all mistakes of a file are told at once and one bad card never stops the others.

mod check;
mod cx;
mod diagnostic;
mod keys;
mod limits;
mod media;
mod node;
mod parse;
mod quote;
mod raw;
mod read;
mod source;

pub use diagnostic::{Diagnostic, Edit, Message, Related, Severity};
pub use limits::Limits;
pub use media::{Media, MediaCheck, MediaProblem, NoMedia};
pub use read::{Deck, Reading, read, read_with};

/// Changes when the same file reads to another deck or to other diagnostics; an index that was made by another
/// version is made again.
pub const READER_VERSION: u32 = 1;
