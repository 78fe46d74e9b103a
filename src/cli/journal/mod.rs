//! `carabin journal`: backups of the history, and the history as a file.

pub(super) mod backup;
pub(super) mod export;
pub(super) mod import;
pub(super) mod restore;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use super::{examples::Example, values};
use crate::card::DeckId;

/// What is done with the history.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum JournalCommand {
    /// Backs it up.
    Backup(JournalBackup),
    /// Lists the backups.
    List(JournalList),
    /// Goes back to a backup.
    Restore(JournalRestore),
    /// Writes all events, or the answers that can be shared.
    Export(JournalExport),
    /// Takes in events.
    Import(JournalImport),
}

/// Where the backup goes.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalBackup {
    /// The file; none: among the other backups.
    #[arg(value_name = "file", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,

    /// Ask nothing.
    #[arg(long, short)]
    pub yes: bool,
}

/// How the backups are listed.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JournalList {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Which backup is restored.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct JournalRestore {
    /// A backup by its name or date, or a file.
    #[arg(value_name = "backup", value_hint = ValueHint::FilePath)]
    pub backup: PathBuf,

    /// Without asking.
    #[arg(long)]
    pub yes: bool,
}

/// What is exported, and whereto.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalExport {
    /// The file; none: standard output.
    #[arg(value_name = "file", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,

    /// Only what can be shared: no names, no notes, days instead of instants.
    #[arg(long)]
    pub anonymous: bool,

    /// Only the answers to these decks.
    #[arg(long = "deck", value_name = "id", value_parser = values::deck_id, requires = "anonymous")]
    pub decks: Vec<DeckId>,

    /// What was typed, too.
    #[arg(long, requires = "anonymous")]
    pub with_typed: bool,

    /// Ask nothing.
    #[arg(long, short)]
    pub yes: bool,
}

/// What is imported.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct JournalImport {
    /// Exports or backups; at least one.
    #[arg(required = true, value_name = "file", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
}

pub(super) const BACKUP_EXAMPLES: &[Example] = &[
    Example { line: "carabin journal backup", id: "cli-journal-backup-example" },
    Example { line: "carabin journal backup /media/usb/carabin.db", id: "cli-journal-backup-example-file" },
];

pub(super) const RESTORE_EXAMPLES: &[Example] = &[
    Example { line: "carabin journal restore 2026-11-22", id: "cli-journal-restore-example" },
    Example { line: "carabin journal restore /media/usb/carabin.db", id: "cli-journal-restore-example-file" },
];

pub(super) const EXPORT_EXAMPLES: &[Example] = &[
    Example { line: "carabin journal export history.jsonl", id: "cli-journal-export-example" },
    Example {
        line: "carabin journal export --anonymous --deck cardio answers.jsonl",
        id: "cli-journal-export-example-anonymous",
    },
];

pub(super) const IMPORT_EXAMPLES: &[Example] =
    &[Example { line: "carabin journal import history.jsonl", id: "cli-journal-import-example" }];
