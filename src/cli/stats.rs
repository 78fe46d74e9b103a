//! `carabin stats`: the figures.

use clap::Args;

use super::examples::Example;

/// How the figures are told.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin stats", id: "cli-stats-example" },
    Example { line: "carabin stats --json", id: "cli-stats-example-json" },
];
