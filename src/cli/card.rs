//! `carabin card`: one card.

use clap::{Args, Subcommand};

use super::{examples::Example, values};
use crate::card::Locator;

/// What is done with a card.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum CardCommand {
    /// Its content, history and memory.
    Show(CardShow),
}

/// Which card is shown, and how.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct CardShow {
    /// The card.
    #[arg(value_name = "card", value_parser = values::locator)]
    pub card: Locator,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

pub(super) const SHOW_EXAMPLES: &[Example] = &[
    Example { line: "carabin card show edn-019-missions-fr/cnam-sigle", id: "cli-card-show-example" },
    Example {
        line: "carabin card show edn-019-missions-fr/cnam-sigle --json",
        id: "cli-card-show-example-json",
    },
];
