//! What is tested from outside, in one binary: a second one would link everything once more.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod architecture;
mod cli;
mod commands;
mod deck_corpus;
mod decks;
mod guide;
mod messages;
#[cfg(unix)]
mod pty;
mod readme;
mod screens;
mod stopping;
mod sync;
mod tree;
