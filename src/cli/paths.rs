//! `carabin paths`: where the files are.

use clap::Args;

/// How the places are told.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}
