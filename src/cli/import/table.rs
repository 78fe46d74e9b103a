//! Spreadsheets.

use std::{path::Path, process::ExitCode};

use super::{Import, ask, shown};
use crate::{
    app::{
        App,
        bring::{Separator, TableFile, TableWishes, Wanted},
    },
    cli::{Exit, Failure, Page, progress::ProgressLine, run::Session},
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
            ..TableWishes::default()
        },
    };
    let mut left_out = 0;
    // One after the other: what the first brings is there when the next is planned.
    for path in &args.files {
        left_out += one(path, &wanted, args, &mut app, session)?;
    }
    Ok(if left_out > 0 { Exit::Failed } else { Exit::Done }.into())
}

/// One table; gives how many of its rows were left out.
fn one(
    path: &Path,
    wanted: &Wanted,
    args: &Import,
    app: &mut App,
    session: &Session,
) -> Result<usize, Failure> {
    let (file, planned) = {
        let mut progress = ProgressLine::new(session);
        let mut file = app.read_table(path, wanted, &mut progress).map_err(|error| session.error(&error))?;
        let decks = std::mem::take(&mut file.decks);
        let planned =
            app.plan_all(decks, args.replace, &mut progress).map_err(|error| session.error(&error))?;
        (file, planned)
    };
    let mut page = Page::default();
    describe(&shown::path(path), &file, session, &mut page);
    let mut left_out = shown::mistakes(file.mistakes(), session, &mut page);
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
    ask::then_do(app, &planned, page, args.how, session)?;
    Ok(left_out)
}

fn describe(path: &str, file: &TableFile, session: &Session, page: &mut Page) {
    let sheet = &file.sheet;
    page.heading(&session.with(
        "cli-import-table",
        &[
            ("path", path.into()),
            ("encoding", sheet.encoding.name().into()),
            ("separator", shown::separator(sheet.separator, session).into()),
            ("rows", file.cards.into()),
        ],
    ));
    shown::columns(&sheet.columns, session, page);
}
