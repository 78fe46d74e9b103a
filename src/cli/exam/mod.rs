//! `carabin exam`: mock exams.

mod past;
mod sit;

use std::{num::NonZeroU32, path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand, ValueHint, builder::NonEmptyStringValueParser};

use super::{Failure, Page, examples::Example, run::Session, study::DeckChoice, values};
use crate::{
    card::{Item, ObjectiveId, Rank},
    study::exam::ExtraTime,
};

/// A mock exam, or what was done before.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Exam {
    /// What is done with the exams; none: one is sat.
    #[command(subcommand)]
    pub command: Option<ExamCommand>,

    /// How many questions.
    #[arg(long, value_name = "n", value_parser = values::count, conflicts_with_all = ["edn", "paper"])]
    pub questions: Option<NonZeroU32>,

    /// How many minutes.
    #[arg(long, value_name = "n", value_parser = values::count)]
    pub minutes: Option<NonZeroU32>,

    /// Only this rank.
    #[arg(long, value_name = "A|B", value_parser = values::rank(), ignore_case = true, conflicts_with = "paper")]
    pub rank: Option<Rank>,

    /// Only this item of the EDN.
    #[arg(long, value_name = "n", value_parser = values::item, conflicts_with = "paper")]
    pub item: Option<Item>,

    /// Only this knowledge objective.
    #[arg(long, value_name = "objective", value_parser = values::objective, conflicts_with = "paper")]
    pub objective: Option<ObjectiveId>,

    /// Only these decks; none: all.
    #[arg(long = "deck", value_name = "deck", value_parser = values::deck(), value_hint = ValueHint::AnyPath)]
    pub decks: Vec<DeckChoice>,

    /// Only this tag and the tags below it.
    #[arg(long, value_name = "tag", value_parser = NonEmptyStringValueParser::new(), conflicts_with = "paper")]
    pub tag: Option<String>,

    /// A whole unit of the exam.
    #[arg(long, conflicts_with = "paper")]
    pub edn: bool,

    /// Extra time.
    #[arg(long, value_name = "share", value_parser = values::share)]
    pub extra_time: Option<ExtraTime>,

    /// The same paper again.
    #[arg(long, value_name = "seed", value_parser = values::seed, conflicts_with = "paper")]
    pub seed: Option<u64>,

    /// A paper that was saved.
    #[arg(long, value_name = "file", value_hint = ValueHint::FilePath)]
    pub paper: Option<PathBuf>,

    /// Saves the paper for others, and sits nothing.
    #[arg(long, value_name = "file", value_hint = ValueHint::FilePath, conflicts_with = "paper")]
    pub save_paper: Option<PathBuf>,

    /// Lines on standard output and input instead of the full screen.
    #[arg(long)]
    pub plain: bool,
}

/// What is done with exams beside sitting one.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum ExamCommand {
    /// Those that were handed in.
    List(ExamList),
    /// One of them.
    Show(ExamShow),
    /// Two of them side by side.
    Compare(ExamCompare),
    /// The one under way is thrown away.
    Abandon,
}

/// How they are listed.
#[derive(Args, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamList {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Which is shown, and how.
#[derive(Args, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamShow {
    /// Its number; none: the last.
    #[arg(value_name = "number", value_parser = values::count)]
    pub number: Option<NonZeroU32>,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Which are compared, and how.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct ExamCompare {
    /// A number, or a file of `carabin exam show --json`.
    #[arg(value_name = "result", value_parser = NonEmptyStringValueParser::new())]
    pub first: String,

    /// The same.
    #[arg(value_name = "result", value_parser = NonEmptyStringValueParser::new())]
    pub second: String,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Sits, lists, shows, compares or abandons.
pub(super) fn run(args: &Exam, session: &Session) -> Result<ExitCode, Failure> {
    match &args.command {
        None => sit::run(args, session),
        Some(ExamCommand::List(list)) => past::list(*list, session),
        Some(ExamCommand::Show(show)) => past::show(*show, session),
        Some(ExamCommand::Compare(compare)) => past::compare(compare, session),
        Some(ExamCommand::Abandon) => {
            let mut app = session.open(Vec::new())?;
            let there = app.abandon_exam().map_err(|error| session.error(&error))?;
            let mut page = Page::default();
            page.line(&session.get(if there { "exam-abandoned" } else { "exam-error-none" }));
            session.print(&page)
        }
    }
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin exam", id: "cli-exam-example" },
    Example { line: "carabin exam --questions 60 --rank A", id: "cli-exam-example-rank" },
    Example { line: "carabin exam --edn --extra-time 1/3", id: "cli-exam-example-edn" },
    Example { line: "carabin exam --item 19 --save-paper paper.txt", id: "cli-exam-example-save" },
    Example { line: "carabin exam --paper paper.txt", id: "cli-exam-example-paper" },
];

pub(super) const SHOW_EXAMPLES: &[Example] = &[
    Example { line: "carabin exam show", id: "cli-exam-show-example" },
    Example { line: "carabin exam show 3 --json", id: "cli-exam-show-example-json" },
];

pub(super) const COMPARE_EXAMPLES: &[Example] = &[
    Example { line: "carabin exam compare 2 5", id: "cli-exam-compare-example" },
    Example { line: "carabin exam compare 5 lea.json", id: "cli-exam-compare-example-friend" },
];
