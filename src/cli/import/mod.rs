//! `carabin import`: what other programs wrote becomes decks.

mod anki;
mod ask;
mod lisa;
pub(in crate::cli) mod shown;
mod table;

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand, ValueHint, builder::NonEmptyStringValueParser};

pub(in crate::cli) use ask::agreed;

use super::{Failure, examples::Example, run::Session, values};
use crate::card::{DeckId, Kind};

/// What is imported, and how.
#[derive(Args, Clone, Debug, PartialEq)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Import {
    /// What the files are, where they do not show it.
    #[command(subcommand)]
    pub what: Option<ImportWhat>,

    /// The files.
    #[arg(value_name = "path", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,

    /// Everything goes into this deck.
    #[arg(long, value_name = "deck-id", value_parser = values::deck_id)]
    pub deck: Option<DeckId>,

    /// The title of a new deck.
    #[arg(long, value_name = "title", value_parser = NonEmptyStringValueParser::new())]
    pub title: Option<String>,

    /// The language of a new deck.
    #[arg(long, value_name = "code", value_parser = NonEmptyStringValueParser::new())]
    pub language: Option<String>,

    /// The kind of rows that do not say it.
    #[arg(long, value_name = "kind", value_parser = values::table_kind())]
    pub kind: Option<Kind>,

    /// What stands between the cells.
    #[arg(long, value_name = "name", value_parser = values::separator())]
    pub separator: Option<char>,

    /// What the columns are, in order.
    #[arg(long, value_name = "names", value_delimiter = ',')]
    pub columns: Option<Vec<String>>,

    /// The history of a package of Anki stays out.
    #[arg(long)]
    pub no_history: bool,

    /// The FSRS parameters of a package of Anki become those of the student.
    #[arg(long, conflicts_with = "no_history")]
    pub parameters: bool,

    /// What comes counts, also where the student has mended or taken out a card.
    #[arg(long)]
    pub replace: bool,

    /// Whether it is done at once.
    #[command(flatten)]
    pub how: How,
}

/// Whether it is done at once.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct How {
    /// Only show what would be done.
    #[arg(long)]
    pub dry_run: bool,

    /// Do it without asking.
    #[arg(long, short, conflicts_with = "dry_run")]
    pub yes: bool,
}

/// What files are that do not show it by their names.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum ImportWhat {
    /// Pages of LiSA.
    Lisa(ImportLisa),
}

/// Pages of LiSA.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct ImportLisa {
    /// The files.
    #[arg(required = true, value_name = "path", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,

    /// What comes counts, also where the student has mended or taken out a card.
    #[arg(long)]
    pub replace: bool,

    /// Whether it is done at once.
    #[command(flatten)]
    pub how: How,
}

/// Imports.
pub(super) fn run(args: &Import, session: &Session) -> Result<ExitCode, Failure> {
    if let Some(ImportWhat::Lisa(lisa)) = &args.what {
        return lisa::run(lisa, session);
    }
    if args.files.is_empty() {
        return Err(session.failed(&session.get("cli-import-nothing")));
    }
    for file in &args.files {
        if !is_table(file) && !anki::is_package(file) {
            let path = shown::path(file);
            return Err(session.failed(&session.with("cli-import-unknown", &[("path", path.into())])));
        }
    }
    if args.files.iter().all(|file| is_table(file)) {
        return table::run(args, session);
    }
    let done = anki::run(args, session)?;
    let tables: Vec<PathBuf> = args.files.iter().filter(|file| is_table(file)).cloned().collect();
    if tables.is_empty() { Ok(done) } else { table::run(&Import { files: tables, ..args.clone() }, session) }
}

fn is_table(path: &Path) -> bool {
    let is = |end: &OsStr| ["csv", "tsv", "tab", "txt"].iter().any(|table| end.eq_ignore_ascii_case(table));
    path.extension().is_some_and(is)
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin import cardio.csv --dry-run", id: "cli-import-example-table" },
    Example { line: "carabin import collection.colpkg", id: "cli-import-example-anki" },
    Example { line: "carabin import questions.tsv --deck cardio --kind qrm", id: "cli-import-example-deck" },
];

pub(super) const LISA_EXAMPLES: &[Example] =
    &[Example { line: "carabin import lisa OIC-019-09-A.txt", id: "cli-import-lisa-example" }];
