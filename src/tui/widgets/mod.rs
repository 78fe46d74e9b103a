//! Pieces that the screens are made of.

pub mod field;
pub mod markdown;
pub mod scroll;
pub mod typography;
pub mod wrap;
