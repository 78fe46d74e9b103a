//! LiSA in: pages of the national reference for the EDN (MediaWiki), each about one knowledge objective.
//!
//! The way of a page: the template that names the objective is taken off (`template`), the rest is cut into paragraphs, lists
//! and tables (`blocks`), whose words lose their marks while what was emphasised is noted (`inline`); from these cards
//! are proposed (`propose`) and the whole is kept as Markdown (`reading`).
//!
//! Pages are written by hand, translated by machines and copied from browsers: bold that is never closed, bullets of
//! hyphens, quotation marks in the place of bold. Nothing of that stops a page from being read.

mod blocks;
mod deck;
mod inline;
mod propose;
mod reading;
mod template;
#[cfg(test)]
mod tests;

pub use deck::{NotAPage, read};
