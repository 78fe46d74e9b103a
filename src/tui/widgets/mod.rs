//! Pieces that the screens are made of.

pub mod bars;
pub mod field;
pub mod markdown;
pub mod scroll;
pub mod wrap;

pub(in crate::tui) use crate::app::typography;
