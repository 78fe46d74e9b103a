//! `carabin programme`: the list of items and objectives, and how they stand.

mod import;
mod show;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand, ValueHint};

use super::{
    Failure, Page, ask::confirm, examples::Example, import::How, run::Session, table::Table, values,
};
use crate::{
    app::{
        programme::{Coverage, Imported, RankCoverage},
        words,
    },
    card::{Rank, Text},
};

/// How the programme stands, or what is done with it.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ProgrammeArgs {
    /// What is done with it; none: how it stands.
    #[command(subcommand)]
    pub command: Option<ProgrammeCommand>,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// What is done with the programme.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum ProgrammeCommand {
    /// A list is taken in.
    Import(ProgrammeImport),
    /// The objectives one by one.
    Show(ProgrammeShow),
    /// It is written as a list.
    Export(ProgrammeExport),
    /// It is taken away.
    Remove(ProgrammeRemove),
}

/// Which list is taken in, and how.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeImport {
    /// The list.
    #[arg(value_name = "path", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,

    /// What stands between the cells.
    #[arg(long, value_name = "name", value_parser = values::separator())]
    pub separator: Option<char>,

    /// What the columns are, in order.
    #[arg(long, value_name = "names", value_delimiter = ',')]
    pub columns: Option<Vec<String>>,

    /// Whether it is done at once.
    #[command(flatten)]
    pub how: How,
}

/// Which objectives are shown.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag that stands or does not")]
pub struct ProgrammeShow {
    /// An item's number, an objective's id, or words of a title.
    #[arg(value_name = "text")]
    pub words: Vec<String>,

    /// Only this rank.
    #[arg(long, value_name = "A|B", value_parser = values::rank(), ignore_case = true)]
    pub rank: Option<Rank>,

    /// Only those without a card.
    #[arg(long, conflicts_with_all = ["weak", "unseen"])]
    pub missing: bool,

    /// Only those that are forgotten or fading.
    #[arg(long, conflicts_with = "unseen")]
    pub weak: bool,

    /// Only those whose cards were never answered.
    #[arg(long)]
    pub unseen: bool,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Where the list is written.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeExport {
    /// The file.
    #[arg(value_name = "file", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
}

/// How it is taken away.
#[derive(Args, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgrammeRemove {
    /// Ask nothing.
    #[arg(long, short)]
    pub yes: bool,
}

/// Does what is asked.
pub(super) fn run(args: &ProgrammeArgs, session: &Session) -> Result<ExitCode, Failure> {
    match &args.command {
        None => stand(args.json, session),
        Some(ProgrammeCommand::Import(args)) => import::run(args, session),
        Some(ProgrammeCommand::Show(args)) => show::run(args, session),
        Some(ProgrammeCommand::Export(args)) => export(args, session),
        Some(ProgrammeCommand::Remove(args)) => remove(*args, session),
    }
}

fn stand(json: bool, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let coverage = app.coverage().map_err(|error| session.error(&error))?;
    if json {
        return session.print_json(&coverage);
    }
    let mut page = Page::default();
    page.line(&origin(&coverage, session));
    if coverage.ranks.iter().all(|rank| rank.objectives == 0) {
        return session.print(&page);
    }
    page.line("");
    ranks(&coverage.ranks, session, &mut page);
    page.line("");
    page.line(&session.get("cli-programme-next"));
    session.print(&page)
}

/// Where the objectives come from.
fn origin(coverage: &Coverage, session: &Session) -> String {
    match &coverage.programme {
        Some(about) => told(about, session, "cli-programme-about-kept"),
        None => session.get("cli-programme-none"),
    }
}

/// A message about the programme that is kept.
fn told(about: &Imported, session: &Session, id: &str) -> String {
    session.with(
        id,
        &[
            ("date", words::date(about.imported, session.messages).into()),
            ("from", about.from.as_str().into()),
            ("items", about.items.into()),
            ("objectives", about.objectives.into()),
            ("a", about.rank_a.into()),
            ("b", about.rank_b.into()),
        ],
    )
}

/// A line for each rank.
pub(super) fn ranks(ranks: &[RankCoverage], session: &Session, page: &mut Page) {
    let columns = ["rank", "objectives", "covered", "retained", "weak", "unseen", "missing"];
    let mut table = Table::new(columns.map(|name| session.get(&format!("cli-programme-column-{name}"))));
    for rank in ranks {
        let name = session.with("rank-name", &[("rank", rank.rank.to_string().into())]);
        let figures = [rank.objectives, rank.covered, rank.retained, rank.weak, rank.unseen, rank.missing];
        // The last column stands left: figures want to stand right.
        let missing = session.get("cli-programme-column-missing").chars().count();
        let mut cells = vec![name];
        cells.extend(figures.iter().map(ToString::to_string));
        if let Some(last) = cells.last_mut() {
            *last = format!("{last:>missing$}");
        }
        table.row(cells);
    }
    table.write(page);
}

fn export(args: &ProgrammeExport, session: &Session) -> Result<ExitCode, Failure> {
    let app = session.open(Vec::new())?;
    let about = app.export_programme(&args.file).map_err(|error| session.error(&error))?;
    let mut page = Page::default();
    let path = Text::one_line(&args.file.to_string_lossy()).to_string();
    let args =
        [("items", about.items.into()), ("objectives", about.objectives.into()), ("path", path.into())];
    page.line(&session.with("cli-programme-exported", &args));
    session.print(&page)
}

fn remove(args: ProgrammeRemove, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    let mut page = Page::default();
    if app.paths.programme().exists()
        && !confirm(session, &session.get("cli-programme-remove-ask"), args.yes)?
    {
        page.line(&session.get("cli-programme-stays"));
    } else {
        let gone = app.remove_programme().map_err(|error| session.error(&error))?;
        page.line(&session.get(if gone { "cli-programme-removed" } else { "error-no-programme" }));
    }
    session.print(&page)
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin programme", id: "cli-programme-example" },
    Example { line: "carabin programme import objectifs.csv", id: "cli-programme-example-import" },
    Example { line: "carabin programme show --missing --rank A", id: "cli-programme-example-missing" },
];

pub(super) const IMPORT_EXAMPLES: &[Example] = &[
    Example { line: "carabin programme import objectifs.csv --dry-run", id: "cli-programme-import-example" },
    Example {
        line: "carabin programme import liste.txt --columns item,titre,rang",
        id: "cli-programme-import-example-columns",
    },
];

pub(super) const SHOW_EXAMPLES: &[Example] = &[
    Example { line: "carabin programme show 19", id: "cli-programme-show-example" },
    Example { line: "carabin programme show --weak --rank A", id: "cli-programme-show-example-weak" },
    Example { line: "carabin programme show --missing --json", id: "cli-programme-show-example-json" },
];

pub(super) const EXPORT_EXAMPLES: &[Example] =
    &[Example { line: "carabin programme export programme.csv", id: "cli-programme-export-example" }];
