//! An answer → a mark (EDN scoring) → a rating; typed-answer matching for French.
//!
//! [`mark`] is the way in for every kind of question; [`mark_tcs`] marks one question of a script concordance
//! test, [`mark_zone`] a zone whose picture is not square. The tables of the exam, with where each comes from,
//! stand in [`rules`] and nowhere else. [`matcher`] compares a typed answer with the expected ones.
//!
//! Everything is a function of its arguments, in the author's order of the options: whoever shuffles them for the
//! screen translates the ticks back first.

mod answer;
mod assign;
mod choice;
mod list;
mod mark;
pub mod matcher;
mod pieces;
pub mod rules;
mod score;
mod tcs;
#[cfg(test)]
mod test_support;
mod zone;

pub use answer::Answer;
pub use choice::{ChoiceDetail, Tick};
pub use list::{ItemState, ListDetail, ListItem, PieceState};
pub use mark::{Certainty, Detail, Marked, mark, mark_by};
pub use score::{Score, proposed_rating};
pub use tcs::{TcsDetail, mark_tcs};
pub use zone::{ZoneDetail, mark_zone};
