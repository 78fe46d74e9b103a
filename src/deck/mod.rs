//! YAML ↔ cards: read, check, edit in place, schema.
//!
//! The way of a file: bytes → text (`decode`, `source`) → tree with places (`load`, `parse`, `node`; after a syntax error
//! `recover`) → raw records, field by field (`raw`) → cards (`check`). Every step reports to one list of
//! [`Diagnostic`]s and goes on, so that all mistakes of a file are told at once and one bad card never stops the others.
//! [`render`] shows them as rustc does, [`fix`] mends what is certain, [`schema`] is for editors. [`write`](write()) is the way
//! back, from cards to a file.
//!
//! # What format 1 leaves open, and what holds here
//!
//! - Text is text: `1945`, `no`, `1.10` and `2012-07-26` stay what is written. Only a plain `null` or `~` is nothing.
//! - An `id` is letters without accents, digits and `-` `_` `.` `:`. A question without `id` goes by its place: `a`, `b`, …
//! - `objective`, `source`, `tags`, `answers`, `accept`, `items`, `facts`, `was` and `authors` are one value or a list;
//!   an empty list takes a default away (`objective: []`).
//! - `image` is `{ file, alt, credit }`, or a path with `alt` beside it. Paths are relative to the deck, with `/`.
//! - A source is `{ title, date, file, url, author }`, or only its title.
//! - `defaults` holds what every card may carry, and nothing of a kind. A question of a case takes over from its card
//!   objective, rank, item, situation, tags, sources, dates and `shuffle`; not notes, hints, pictures or facts.
//! - A card's item is its own `item`, else that of its own first objective, else the default's, else the deck's.
//! - A mistake leaves out the card that it stands in, or, in the head, is told while the deck is kept, unless the deck
//!   has no usable name or a newer format. A doubt (warning) leaves nothing out.
//! - Lengths that only the exam fixes are doubts: right options of a QRM, options of a QRP, questions of cases, KFP and
//!   TCS, places of a zone, words of a typed answer.
//! - `<<` is not read; aliases are, within [`Limits`].

mod amend;
pub mod archive;
mod check;
mod cx;
mod decode;
mod diagnostic;
mod fix;
mod halves;
mod keys;
#[cfg(test)]
mod laws;
mod limits;
mod load;
mod media;
pub mod names;
mod node;
mod parse;
mod quote;
mod raw;
mod read;
mod recover;
mod render;
mod schema;
mod source;
#[cfg(test)]
mod tests;
mod write;

pub use amend::{Amendment, amend};
pub use diagnostic::{Diagnostic, Edit, Message, Related, Severity};
pub use fix::{Change, ChangeKind, Fixed, Refusal, fix, new_id};
pub use keys::slug;
pub use limits::Limits;
pub use media::{AnyMedia, Media, MediaCheck, MediaProblem, NoMedia};
pub use read::{Deck, Reading, read, read_with};
pub use render::render;
pub use schema::schema;
pub use write::{write, write_card};

/// Changes when the same file reads to another deck or to other diagnostics; an index that was made by another
/// version is made again.
pub const READER_VERSION: u32 = 1;
