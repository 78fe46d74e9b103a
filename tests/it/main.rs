//! The integration tests, in one binary so that the library is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "clippy.toml allows them in test functions only, not in the helpers beside them"
)]

mod cli;
