//! `carabin export`: decks for other programs.

use std::{ffi::OsStr, path::PathBuf, process::ExitCode};

use clap::{Args, ValueHint};

use super::{
    Exit, Failure, Page, ask::may_write, examples::Example, progress::ProgressLine, run::Session,
    selection::Selection, values,
};
use crate::{
    app::{
        App,
        bring::Separator,
        scope::Scope,
        send::{Packing, TableFormat, TableSent},
    },
    card::Text,
    i18n::Lang,
};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A table for spreadsheets.
    Csv,
    /// A table for Anki and others.
    Tsv,
    /// A package for Anki.
    Anki,
}

/// What is exported, and where to. A card must fit every filter that is given.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The file.
    #[arg(value_name = "path", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,

    /// What for.
    #[arg(long, value_name = "format", value_parser = values::target())]
    pub to: Option<Target>,

    /// A package for programs that do not know the modern kind.
    #[arg(long)]
    pub legacy: bool,

    /// Without states and reviews.
    #[arg(long)]
    pub no_history: bool,

    /// What stands between the cells.
    #[arg(long, value_name = "name", value_parser = values::separator())]
    pub separator: Option<char>,

    /// Which cards.
    #[command(flatten)]
    pub selection: Selection,

    /// Ask nothing.
    #[arg(long, short)]
    pub yes: bool,
}

impl Export {
    fn target(&self) -> Option<Target> {
        let end = self.file.extension().and_then(OsStr::to_str).unwrap_or_default().to_lowercase();
        self.to.or(match end.as_str() {
            "csv" => Some(Target::Csv),
            "tsv" | "tab" | "txt" => Some(Target::Tsv),
            "apkg" => Some(Target::Anki),
            _ => None,
        })
    }
}

/// Exports.
pub(super) fn run(args: &Export, session: &Session) -> Result<ExitCode, Failure> {
    let shown = Text::one_line(&args.file.to_string_lossy()).to_string();
    let Some(target) = args.target() else {
        return Err(session.failed(&session.with("cli-export-unknown", &[("path", shown.into())])));
    };
    if !may_write(session, &args.file, args.yes)? {
        return Ok(Exit::Done.into());
    }
    let (mut app, scope) = args.selection.open(session)?;
    let usual = if session.lang == Lang::Fr { ';' } else { ',' };
    let format = match target {
        Target::Csv => TableFormat::Csv(Separator(args.separator.unwrap_or(usual))),
        Target::Tsv => TableFormat::Tsv,
        Target::Anki => return anki(&mut app, &scope, args, &shown, session),
    };
    let sent = {
        let mut progress = ProgressLine::new(session);
        app.send_table(&scope, format, &args.file, &mut progress).map_err(|error| session.error(&error))?
    };
    tell(&sent, &shown, session)
}

fn anki(
    app: &mut App,
    scope: &Scope,
    args: &Export,
    path: &str,
    session: &Session,
) -> Result<ExitCode, Failure> {
    let packing = Packing { legacy: args.legacy, history: !args.no_history };
    let packed = {
        let mut progress = ProgressLine::new(session);
        app.send_anki(scope, packing, &args.file, &mut progress).map_err(|error| session.error(&error))?
    };
    if packed.notes == 0 {
        return Err(session.failed(&session.get("cli-study-nothing-fits")));
    }
    let mut page = Page::default();
    page.line(&session.with(
        "cli-export-anki-done",
        &[
            ("notes", packed.notes.into()),
            ("cards", packed.cards.into()),
            ("reviews", packed.reviews.into()),
            ("media", packed.media.into()),
            ("path", path.into()),
        ],
    ));
    if packed.missing > 0 {
        page.line(&session.with("cli-export-anki-missing", &[("files", packed.missing.into())]));
    }
    if packed.unsaid > 0 {
        page.line(&session.with("cli-export-anki-unsaid", &[("notes", packed.unsaid.into())]));
    }
    session.print(&page)
}

fn tell(sent: &TableSent, path: &str, session: &Session) -> Result<ExitCode, Failure> {
    if sent.cards == 0 && sent.left_out.is_empty() {
        return Err(session.failed(&session.get("cli-study-nothing-fits")));
    }
    let mut page = Page::default();
    page.line(&session.with("cli-export-done", &[("cards", sent.cards.into()), ("path", path.into())]));
    for (kind, count) in &sent.left_out {
        let args = [("kind", kind.key().into()), ("n", (*count).into())];
        page.line(&session.with("cli-export-left-out", &args));
    }
    if sent.pictures > 0 {
        page.line(&session.with("cli-export-pictures", &[("n", sent.pictures.into())]));
    }
    session.print(&page)
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin export item-19.csv --item 19", id: "cli-export-example-csv" },
    Example { line: "carabin export item-19.apkg --item 19", id: "cli-export-example-anki" },
    Example { line: "carabin export tout.tsv --rank A", id: "cli-export-example-tsv" },
];
