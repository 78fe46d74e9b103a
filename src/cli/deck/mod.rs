//! `carabin deck`: the decks.

pub(super) mod add;
pub(super) mod check;
pub(super) mod drafts;
pub(super) mod guide;
pub(super) mod list;
pub(super) mod new;
pub(super) mod pack;
pub(super) mod reset;
pub(super) mod results;
pub(super) mod update;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use super::{examples::Example, values};
use crate::card::{DeckId, Locator};

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
    /// The proposed cards.
    Drafts(DeckDrafts),
    /// Takes decks of others in.
    Add(DeckAdd),
    /// Brings decks of others up to date.
    Update(DeckUpdate),
    /// Removes a deck of others.
    Remove(DeckRemove),
    /// Brings a bundled deck back as it was.
    Reset(DeckReset),
    /// Writes a deck as one file, to send.
    Pack(DeckPack),
    /// What the student has changed in a deck of others.
    Diff(DeckDiff),
    /// What a group has answered.
    Results(DeckResults),
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

    /// Lists those that were refused.
    #[arg(long, conflicts_with_all = ["ask", "accept", "refuse"])]
    pub refused: bool,

    /// These were refused, and are proposed again.
    #[arg(long, value_name = "card", value_parser = values::locator)]
    pub again: Vec<Locator>,
}

/// Where decks come from.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckAdd {
    /// A file, a folder, a package, an address.
    #[arg(value_name = "source", value_hint = ValueHint::AnyPath)]
    pub source: String,
}

/// Which decks are brought up to date.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckUpdate {
    /// The decks; none: all.
    #[arg(value_name = "deck-id", value_parser = values::deck_id)]
    pub ids: Vec<DeckId>,

    /// Only tell.
    #[arg(long)]
    pub dry_run: bool,

    /// Ask nothing.
    #[arg(long, short)]
    pub yes: bool,
}

/// Which deck is removed.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckRemove {
    /// The deck.
    #[arg(value_name = "deck-id", value_parser = values::deck_id)]
    pub id: DeckId,

    /// Ask nothing.
    #[arg(long, short)]
    pub yes: bool,
}

/// Which deck comes back.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckReset {
    /// The deck.
    #[arg(value_name = "deck-id", value_parser = values::deck_id)]
    pub id: DeckId,

    /// Ask nothing.
    #[arg(long, short)]
    pub yes: bool,
}

/// Which deck is packed, and where to.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckPack {
    /// The deck.
    #[arg(value_name = "deck-id", value_parser = values::deck_id)]
    pub id: DeckId,

    /// The package; none: `ID.zip` here.
    #[arg(value_name = "file", value_hint = ValueHint::FilePath)]
    pub to: Option<PathBuf>,

    /// Ask nothing.
    #[arg(long, short)]
    pub yes: bool,
}

/// Whose answers are gathered.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckResults {
    /// Anonymous exports; at least one.
    #[arg(required = true, value_name = "file", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,

    /// Only these decks.
    #[arg(long = "deck", value_name = "deck-id", value_parser = values::deck_id)]
    pub decks: Vec<DeckId>,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Of which deck the changes are shown.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DeckDiff {
    /// The deck.
    #[arg(value_name = "deck-id", value_parser = values::deck_id)]
    pub id: DeckId,
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
    /// Files, folders, names of decks; none: the student's own decks.
    #[arg(value_name = "deck", value_hint = ValueHint::AnyPath)]
    pub decks: Vec<PathBuf>,

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
    Example { line: "carabin deck check", id: "cli-deck-check-example-own" },
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

pub(super) const DRAFTS_EXAMPLES: &[Example] =
    &[Example { line: "carabin deck drafts --ask", id: "cli-deck-drafts-example" }];

pub(super) const ADD_EXAMPLES: &[Example] = &[
    Example { line: "carabin deck add cardio.zip", id: "cli-deck-add-example" },
    Example { line: "carabin deck add https://github.com/lea/cardio", id: "cli-deck-add-example-git" },
];

pub(super) const UPDATE_EXAMPLES: &[Example] =
    &[Example { line: "carabin deck update --dry-run", id: "cli-deck-update-example" }];

pub(super) const RESET_EXAMPLES: &[Example] =
    &[Example { line: "carabin deck reset edn-019-missions-fr", id: "cli-deck-reset-example" }];

pub(super) const PACK_EXAMPLES: &[Example] =
    &[Example { line: "carabin deck pack cardio", id: "cli-deck-pack-example" }];

pub(super) const DIFF_EXAMPLES: &[Example] =
    &[Example { line: "carabin deck diff cardio > cardio.patch", id: "cli-deck-diff-example" }];

pub(super) const RESULTS_EXAMPLES: &[Example] = &[Example {
    line: "carabin deck results lea.jsonl sam.jsonl --deck cardio",
    id: "cli-deck-results-example",
}];
