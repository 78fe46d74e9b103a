//! Spreadsheets.

use std::process::ExitCode;

use super::{Import, ask, shown};
use crate::{
    app::bring::{Separator, TableFile, TableWishes, Wanted},
    cli::{Failure, Page, run::Session},
};

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
    let mut page = Page::default();
    let (mut planned, mut left_out) = (Vec::new(), 0);
    for path in &args.files {
        let file = app.read_table(path, &wanted).map_err(|error| session.error(&error))?;
        describe(&shown::path(path), &file, session, &mut page);
        left_out += shown::mistakes(file.mistakes(), session, &mut page);
        let first = planned.len();
        for deck in &file.decks {
            planned.push(app.plan(deck.clone()).map_err(|error| session.error(&error))?);
        }
        for deck in &planned[first..] {
            for unfit in &deck.unfit {
                left_out += 1;
                let row = file.rows.get(&(deck.id.clone(), unfit.card.clone())).copied().unwrap_or_default();
                let args = [("row", row.into()), ("reason", unfit.reason.as_str().into())];
                page.line(&session.with("cli-import-row", &args));
            }
        }
    }
    shown::decks(&planned, session, &mut page);
    ask::then_do(&mut app, planned, left_out, page, args.how, session)
}

fn describe(path: &str, file: &TableFile, session: &Session, page: &mut Page) {
    let sheet = &file.sheet;
    page.heading(&session.with(
        "cli-import-table",
        &[
            ("path", path.into()),
            ("encoding", sheet.encoding.name().into()),
            ("separator", shown::separator(sheet.separator, session).into()),
            ("rows", sheet.rows.len().into()),
        ],
    ));
    shown::columns(&sheet.columns, session, page);
}
