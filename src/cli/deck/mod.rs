//! `carabin deck`: the decks.

pub(super) mod check;
pub(super) mod guide;
pub(super) mod list;
pub(super) mod new;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use super::examples::Example;

/// What is done with decks.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum DeckCommand {
    /// How a good one is written.
    Guide(DeckGuide),
    /// Writes the skeleton of a new one.
    New(DeckNew),
    /// Tells what is wrong with them.
    Check(DeckCheck),
    /// The JSON Schema of the format.
    Schema,
    /// The decks of the library.
    List(DeckList),
}

/// How the guide is printed.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeckGuide {
    /// As Markdown, also on a terminal.
    #[arg(long)]
    pub markdown: bool,
}

/// Where the new deck goes.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckNew {
    /// Its name, or the path of its file.
    #[arg(value_name = "deck", value_hint = ValueHint::FilePath)]
    pub deck: String,

    /// Open it in the editor.
    #[arg(long)]
    pub edit: bool,
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

pub(super) const GUIDE_EXAMPLES: &[Example] = &[
    Example { line: "carabin deck guide", id: "cli-deck-guide-example" },
    Example { line: "carabin deck guide --markdown > guide.md", id: "cli-deck-guide-example-markdown" },
];

pub(super) const NEW_EXAMPLES: &[Example] = &[
    Example { line: "carabin deck new cardio", id: "cli-deck-new-example" },
    Example { line: "carabin deck new --edit cours/cardio.yaml", id: "cli-deck-new-example-path" },
];

pub(super) const SCHEMA_EXAMPLES: &[Example] =
    &[Example { line: "carabin deck schema > deck.schema.json", id: "cli-deck-schema-example" }];
