//! The reader of decks, under the name that this room knows it by.

pub(super) use crate::deck::*;
