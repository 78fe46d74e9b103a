//! Spreadsheets.

use std::{path::Path, process::ExitCode};

use super::{How, Import, ask, shown};
use crate::{
    app::{
        App,
        bring::{Separator, TableFile, TableMistake, TableWishes, Wanted},
    },
    cli::{Exit, Failure, Page, progress::ProgressLine, run::Session, table::Table},
    i18n::{Arg, Lang},
};

/// The most mistakes that are told one by one.
const TOLD: usize = 50;

/// Shows what becomes of the columns and rows, and imports them.
pub(super) fn run(args: &Import, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let wanted = Wanted {
        deck: args.deck.clone(),
        title: args.title.clone(),
        language: args.language.clone(),
        table: TableWishes {
            separator: args.separator.map(Separator),
            columns: args.columns.clone(),
            kind: args.kind,
        },
    };
    let mut left_out = 0;
    // One after the other: what the first brings is there when the next is planned.
    for path in &args.files {
        left_out += one(path, &wanted, args.how, &mut app, session)?;
    }
    Ok(if left_out > 0 { Exit::Failed } else { Exit::Done }.into())
}

/// One table; gives how many of its rows were left out.
fn one(path: &Path, wanted: &Wanted, how: How, app: &mut App, session: &Session) -> Result<usize, Failure> {
    let (file, planned) = {
        let mut progress = ProgressLine::new(session);
        let mut file = app.read_table(path, wanted, &mut progress).map_err(|error| session.error(&error))?;
        let decks = std::mem::take(&mut file.decks);
        let planned = app.plan_all(decks, &mut progress).map_err(|error| session.error(&error))?;
        (file, planned)
    };
    let mut page = Page::default();
    describe(&shown::path(path), &file, session, &mut page);
    let mut left_out = mistakes(file.mistakes(), session, &mut page);
    for (deck, unfit) in planned.iter().flat_map(|deck| deck.unfit.iter().map(move |unfit| (deck, unfit))) {
        left_out += 1;
        let row = file.rows.get(&(deck.id.clone(), unfit.card.clone())).copied().unwrap_or_default();
        let args = [("row", row.into()), ("reason", unfit.reason.as_str().into())];
        page.line(&session.with("cli-import-row", &args));
    }
    if !file.sheet.losses.is_empty() {
        shown::losses(&file.sheet.losses, session, &mut page);
    }
    shown::decks(&planned, session, &mut page);
    ask::then_do(app, planned, page, how, session)?;
    Ok(left_out)
}

fn describe(path: &str, file: &TableFile, session: &Session, page: &mut Page) {
    let sheet = &file.sheet;
    let separator = match sheet.separator.0 {
        '\t' => session.get("cli-import-tab"),
        other => other.to_string(),
    };
    page.heading(&session.with(
        "cli-import-table",
        &[
            ("path", path.into()),
            ("encoding", sheet.encoding.name().into()),
            ("separator", separator.into()),
            ("rows", file.cards.into()),
        ],
    ));
    let heads = ["column", "meaning", "example"].map(|name| session.get(&format!("cli-import-head-{name}")));
    let [column, meaning, example] = heads;
    let mut table = Table::new([column, String::new(), meaning, example]);
    for line in &sheet.columns {
        let meaning = if session.lang == Lang::Fr { &line.meaning_fr } else { &line.meaning };
        let meaning = meaning.clone().unwrap_or_else(|| session.get("cli-import-not-read"));
        table.row([line.name.to_string(), "→".to_owned(), meaning, line.example.to_string()]);
    }
    table.write(page);
}

/// Tells them; gives how many rows they leave out.
fn mistakes(mistakes: &[TableMistake], session: &Session, page: &mut Page) -> usize {
    for mistake in mistakes.iter().take(TOLD) {
        let args: Vec<(&str, Arg)> =
            mistake.message.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        let reason = session.with(mistake.message.id, &args);
        let row = ("row", mistake.row.into());
        page.line(&match (&mistake.column, mistake.row) {
            (_, 0) => reason,
            (None, _) => session.with("cli-import-row", &[row, ("reason", reason.into())]),
            (Some(column), _) => session.with(
                "cli-import-cell",
                &[row, ("column", column.as_str().into()), ("reason", reason.into())],
            ),
        });
    }
    if mistakes.len() > TOLD {
        page.line(&session.with("cli-import-more-mistakes", &[("n", (mistakes.len() - TOLD).into())]));
    }
    let mut rows: Vec<usize> = mistakes.iter().map(|mistake| mistake.row).collect();
    rows.dedup();
    rows.len()
}
