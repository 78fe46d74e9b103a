//! The command line: what may be typed, its help and its errors in both languages.
//!
//! [`parse`] turns arguments into a [`Command`]; it touches nothing outside. What a command does is asked of `app`.
//! Every word that clap would say in English comes from `assets/locales/{fr,en}/cli.ftl` instead: `tree` walks
//! clap's tree of commands, `wrong_use` its errors.

mod args;
mod ask;
mod card;
mod clock;
mod colour;
mod completions;
mod deck;
mod doctor;
mod exam;
mod examples;
mod export;
mod failure;
mod generate;
mod globals;
mod guide;
mod help;
mod import;
mod journal;
mod json;
mod language;
mod man;
mod miss;
mod page;
mod paths;
mod pause;
mod plain;
mod programme;
mod progress;
mod run;
mod selection;
mod set;
mod stats;
mod study;
mod sync;
mod table;
mod tree;
mod values;
mod words;
mod wrong_use;

#[cfg(test)]
mod tests;

use std::ffi::OsString;

use clap::{FromArgMatches, error::ErrorKind};

pub use card::{CardCommand, CardResume, CardShow};
pub use clock::Clock;
pub use colour::Colour;
pub use completions::Completions;
pub use deck::{DeckCheck, DeckCommand, DeckDrafts, DeckGuide, DeckList, DeckNew};
pub use doctor::Doctor;
pub use exam::{Exam, ExamCommand, ExamCompare, ExamList, ExamShow};
pub use export::{Export, Target};
pub use failure::{Exit, Failure};
pub use generate::{Generate, Generated};
pub use globals::Globals;
pub use import::{Import, ImportLisa, ImportWhat};
pub use journal::{JournalBackup, JournalCommand, JournalExport, JournalImport, JournalList, JournalRestore};
pub use language::of_environment;
pub use miss::MissArgs;
pub use page::Page;
pub use paths::Paths;
pub use pause::Pause;
pub use programme::{
    ProgrammeArgs, ProgrammeCommand, ProgrammeExport, ProgrammeImport, ProgrammeRemove, ProgrammeShow,
};
pub use run::{RunExam, RunScreens, Screens, main};
pub use set::Set;
pub use stats::Stats;
pub use study::{DeckChoice, Study};
pub use sync::{Sync, SyncInit, SyncStatus};

use crate::i18n::Messages;
use args::{Root, Sub};
use words::Words;

/// What the student asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// The full screen: no command was given.
    Screens,
    /// A text for standard output: the help or the version.
    Show(Page),
    /// `carabin study`
    Study(Study),
    /// `carabin miss`
    Miss(MissArgs),
    /// `carabin exam …`
    Exam(Box<Exam>),
    /// `carabin stats`
    Stats(Stats),
    /// `carabin programme …`
    Programme(ProgrammeArgs),
    /// `carabin card …`
    Card(CardCommand),
    /// `carabin deck …`
    Deck(DeckCommand),
    /// `carabin clock`
    Clock(Clock),
    /// `carabin doctor`
    Doctor(Doctor),
    /// `carabin journal …`
    Journal(JournalCommand),
    /// `carabin import`
    Import(Import),
    /// `carabin export`
    Export(Export),
    /// `carabin pause`
    Pause(Pause),
    /// `carabin set`
    Set(Set),
    /// `carabin sync …`
    Sync(Sync),
    /// `carabin paths`
    Paths(Paths),
    /// `carabin completions`
    Completions(Completions),
    /// `carabin generate` (hidden: for those who build Carabin)
    Generate(Generate),
}

/// Reads the arguments, the program's name first. `width` is how many columns the help and the errors may take.
///
/// `--lang` and `--color` are checked here but read by [`Globals::scan`], because the words of a refusal already depend
/// on them.
///
/// # Errors
/// Wrong use ([`Exit::Misused`]), explained in the language of `messages`, with what to write instead.
pub fn parse(args: &[OsString], messages: &Messages, width: usize) -> Result<Command, Failure> {
    let words = Words::new(messages, width);
    let mut tree = tree::localised(&words);
    let root = match tree.try_get_matches_from_mut(args).and_then(|found| Root::from_arg_matches(&found)) {
        Ok(root) => root,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(Command::Show(Page::from(error.render())));
        }
        Err(error) => return Err(wrong_use::explain(&error, &tree, args, &words).into_failure(&tree, &words)),
    };
    command(root, &mut tree, &words).map_err(|misuse| misuse.into_failure(&tree, &words))
}

fn command(root: Root, tree: &mut clap::Command, words: &Words) -> Result<Command, wrong_use::Misuse> {
    Ok(match root.command {
        None => Command::Screens,
        Some(Sub::Help(args)) => Command::Show(help::page(&args, tree, words)?),
        Some(Sub::Study(study)) => Command::Study(study),
        Some(Sub::Miss(miss)) => Command::Miss(miss),
        Some(Sub::Exam(exam)) => Command::Exam(Box::new(exam)),
        Some(Sub::Stats(stats)) => Command::Stats(stats),
        Some(Sub::Programme(programme)) => Command::Programme(programme),
        Some(Sub::Card(card)) => Command::Card(card),
        Some(Sub::Deck(deck)) => Command::Deck(deck),
        Some(Sub::Clock(clock)) => Command::Clock(clock),
        Some(Sub::Doctor(doctor)) => Command::Doctor(doctor),
        Some(Sub::Journal(journal)) => Command::Journal(journal),
        Some(Sub::Import(args)) => Command::Import(args),
        Some(Sub::Export(args)) => Command::Export(args),
        Some(Sub::Pause(args)) => Command::Pause(args.checked(words)?),
        Some(Sub::Set(args)) => Command::Set(args.checked(words)?),
        Some(Sub::Sync(args)) => Command::Sync(args.into()),
        Some(Sub::Paths(paths)) => Command::Paths(paths),
        Some(Sub::Completions(completions)) => Command::Completions(completions),
        Some(Sub::Generate(generate)) => Command::Generate(generate),
    })
}
