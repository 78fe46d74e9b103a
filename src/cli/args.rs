//! The root of the arguments, as clap sees it. The doc comments of the fields are for the reader of the source: what
//! the student reads is put over them by `tree`.

use clap::{Parser, Subcommand};

use super::{
    card::CardCommand, clock::Clock, colour::Colour, completions::Completions, deck::DeckCommand,
    doctor::Doctor, exam::Exam, examples::Example, export::Export, generate::Generate, help::HelpArgs,
    import::Import, journal::JournalCommand, miss::MissArgs, paths::Paths, pause::PauseArgs,
    programme::ProgrammeArgs, set::SetArgs, stats::Stats, study::Study, sync::SyncArgs, values,
};
use crate::i18n::Lang;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "carabin",
    bin_name = "carabin",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(super) struct Root {
    /// The language of the interface.
    #[arg(long, global = true, value_name = "fr|en", value_parser = values::lang())]
    pub(super) lang: Option<Lang>,

    /// When to colour.
    #[arg(long, global = true, value_name = "auto|always|never", value_parser = values::colour())]
    pub(super) color: Option<Colour>,

    /// The command; none: the full screen.
    #[command(subcommand)]
    pub(super) command: Option<Sub>,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub(super) enum Sub {
    /// A session of revision.
    Study(Study),
    /// What was missed.
    Miss(MissArgs),
    /// A mock exam.
    Exam(Exam),
    /// The figures.
    Stats(Stats),
    /// The items and objectives.
    Programme(ProgrammeArgs),
    /// One card.
    #[command(subcommand)]
    Card(CardCommand),
    /// The decks.
    #[command(subcommand)]
    Deck(DeckCommand),
    /// What is well and what is not.
    Doctor(Doctor),
    /// The history: backups, export, import.
    #[command(subcommand)]
    Journal(JournalCommand),
    /// What other programs wrote.
    Import(Import),
    /// For other programs.
    Export(Export),
    /// Days without study.
    Pause(PauseArgs),
    /// The settings of studying.
    Set(SetArgs),
    /// Several devices.
    Sync(SyncArgs),
    /// Where the files are.
    Paths(Paths),
    /// Completions for a shell.
    Completions(Completions),
    /// Jumps of the computer's clock.
    Clock(Clock),
    /// The help.
    Help(HelpArgs),
    /// The generated files of `assets/`.
    #[command(hide = true)]
    Generate(Generate),
}

/// How the program is called without a command.
pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin", id: "cli-root-example-screens" },
    Example { line: "carabin study --item 19", id: "cli-root-example-study" },
    Example { line: "carabin --lang en", id: "cli-root-example-lang" },
];
