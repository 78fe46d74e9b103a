//! `carabin deck`: the decks.

pub(super) mod check;
pub(super) mod drafts;
pub(super) mod list;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use super::{examples::Example, values};
use crate::card::{DeckId, Locator};

/// What is done with decks.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum DeckCommand {
    /// Tells what is wrong with them.
    Check(DeckCheck),
    /// The JSON Schema of the format.
    Schema,
    /// The decks of the library.
    List(DeckList),
    /// The proposed cards.
    Drafts(DeckDrafts),
}

/// Which proposed cards, and what becomes of them.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct DeckDrafts {
    /// Only those of these decks.
    #[arg(value_name = "deck-id", value_parser = values::deck_id)]
    pub decks: Vec<DeckId>,

    /// Asks about each of them.
    #[arg(long)]
    pub ask: bool,

    /// These become cards.
    #[arg(long, value_name = "card", value_parser = values::locator)]
    pub accept: Vec<Locator>,

    /// These are taken out of their decks.
    #[arg(long, value_name = "card", value_parser = values::locator)]
    pub refuse: Vec<Locator>,
}

/// What is checked, and whether it is mended.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckCheck {
    /// Files and folders; at least one.
    #[arg(required = true, value_name = "path", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Mend what can be mended without a choice of the author's.
    #[arg(long)]
    pub fix: bool,
}

/// How the decks are listed.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeckList {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

pub(super) const CHECK_EXAMPLES: &[Example] = &[
    Example { line: "carabin deck check cardio.yaml", id: "cli-deck-check-example" },
    Example { line: "carabin deck check --fix decks/", id: "cli-deck-check-example-fix" },
];

pub(super) const SCHEMA_EXAMPLES: &[Example] =
    &[Example { line: "carabin deck schema > deck.schema.json", id: "cli-deck-schema-example" }];

pub(super) const DRAFTS_EXAMPLES: &[Example] =
    &[Example { line: "carabin deck drafts --ask", id: "cli-deck-drafts-example" }];
