//! Tests that see Carabin from the outside. One binary: it links once.

#![allow(clippy::expect_used, reason = "a test that cannot go on says why")]

mod deck_corpus;
