//! The list of items and knowledge objectives, from a spreadsheet and back.
//!
//! One objective a row, or one item. The columns stand in any order, under French or English names, whatever their case and
//! accents; what a column called "id", "number" or "objective" holds shows in its cells.
//!
//! | column | what |
//! |---|---|
//! | `identifiant` (`id`, `oic`, `code`) | `OIC-019-09-A`: item, number and rank; the rank may stand in its own column |
//! | `item` (`n° d'item`) | the item, where the id does not say it: `19`, `IC-019`, `19 - Title` |
//! | `numéro d'objectif` (`objective number`, `ordre`) | the objective's number within its item |
//! | `intitulé` (`title`, `libellé`) | the objective's title |
//! | `titre de l'item` (`item title`) | the item's |
//! | `rang` (`rank`) | `A` or `B` |
//! | `rubrique` (`rubric`) | `Définition`, `Diagnostic positif`, … |
//!
//! A row with an item and neither id, number nor rank is about the item. Where no column numbers the objectives, they are
//! numbered within their item in the order of the rows. A file without names is read as id, title, rank, rubric.

mod column;
mod read;
mod reference;
#[cfg(test)]
mod tests;
mod write;

pub use read::{Listed, read};
pub use write::write;
