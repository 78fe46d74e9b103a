//! Packages of Anki.

use std::{ffi::OsStr, path::Path, process::ExitCode};

use super::{
    Import,
    ask::{self, Taken},
    shown,
};
use crate::{
    app::{
        App,
        bring::{AnkiFile, AnkiWishes, Planned},
    },
    cli::{Exit, Failure, Page, progress::ProgressLine, run::Session},
};

/// The most cards that are told one by one.
const TOLD: usize = 20;

/// Whether a file is a package by its name.
pub(super) fn is_package(path: &Path) -> bool {
    let is = |end: &OsStr| ["apkg", "colpkg"].iter().any(|package| end.eq_ignore_ascii_case(package));
    path.extension().is_some_and(is)
}

/// Shows what is in each package and what cannot be kept, and imports it.
pub(super) fn run(args: &Import, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let wishes = AnkiWishes {
        deck: args.deck.clone(),
        title: args.title.clone(),
        language: args.language.clone(),
        no_history: args.no_history,
        parameters: args.parameters,
    };
    let mut left_out = 0;
    for path in args.files.iter().filter(|path| is_package(path)) {
        left_out += one(path, args, &wishes, &mut app, session)?;
    }
    Ok(if left_out > 0 { Exit::Failed } else { Exit::Done }.into())
}

/// One package; gives how many of its cards were left out.
fn one(
    path: &Path,
    args: &Import,
    wishes: &AnkiWishes,
    app: &mut App,
    session: &Session,
) -> Result<usize, Failure> {
    let (mut file, planned) = {
        let mut progress = ProgressLine::new(session);
        let mut file = app.read_anki(path, wishes, &mut progress).map_err(|error| session.error(&error))?;
        let decks = std::mem::take(&mut file.decks);
        let planned =
            app.plan_all(decks, args.replace, &mut progress).map_err(|error| session.error(&error))?;
        (file, planned)
    };
    let mut page = Page::default();
    page.heading(&session.with(
        "cli-import-anki",
        &[("path", shown::path(path).into()), ("notes", file.notes.into()), ("cards", file.schedules.into())],
    ));
    shown::decks(&planned, session, &mut page);
    history(&file, args, session, &mut page);
    if file.losses.is_empty() {
        page.line(&session.get("cli-import-anki-no-loss"));
    } else {
        shown::losses(&file.losses, session, &mut page);
    }
    let left_out = unfit(&planned, session, &mut page);
    let anything = file.new_events() > 0 || planned.iter().any(Planned::changes_anything);
    if file.new_events() > 0 {
        match ask::taken(page, anything, args.how, session)? {
            None => return Ok(left_out),
            Some(Taken::Everything) => {}
            Some(Taken::Cards) => file.leave_history(),
        }
    } else if !ask::agreed(page, anything, args.how, session)? {
        return Ok(left_out);
    }
    let cards: usize = planned.iter().map(|deck| deck.added.len() + deck.changed.len()).sum();
    let taken = {
        let mut progress = ProgressLine::new(session);
        app.carry_out_anki(&file, &planned, &mut progress).map_err(|error| session.error(&error))?
    };
    session.warn(&taken.said);
    let mut done = Page::default();
    done.line(
        &session.with("cli-import-anki-done", &[("cards", cards.into()), ("events", taken.events.into())]),
    );
    if taken.left > 0 {
        done.line(&session.with("cli-import-anki-left", &[("events", taken.left.into())]));
    }
    session.print(&done)?;
    Ok(left_out)
}

/// What is told of the history.
fn history(file: &AnkiFile, args: &Import, session: &Session, page: &mut Page) {
    if file.returned > 0 {
        page.line(&session.with("cli-import-anki-returned", &[("notes", file.returned.into())]));
    }
    if args.no_history {
        page.line(&session.get("cli-import-anki-no-history"));
        return;
    }
    if file.answers == 0 && file.new_events() == 0 {
        page.line(&session.get("cli-import-anki-without-history"));
        return;
    }
    let counts = [("answers", file.answers.into()), ("new", file.new_events().into())];
    page.line(&session.with("cli-import-anki-history", &counts));
    let (compared, same) = file.agreement;
    if compared > 0 {
        let counts = [("compared", compared.into()), ("same", same.into())];
        page.line(&session.with("cli-import-anki-agreement", &counts));
    }
    if file.parameters.is_some() {
        let id =
            if args.parameters { "cli-import-anki-parameters-taken" } else { "cli-import-anki-parameters" };
        page.line(&session.get(id));
    }
}

/// The cards that no deck can hold.
fn unfit(planned: &[Planned], session: &Session, page: &mut Page) -> usize {
    let all = planned.iter().flat_map(|deck| &deck.unfit);
    for unfit in all.clone().take(TOLD) {
        let args = [("card", unfit.card.to_string().into()), ("reason", unfit.reason.as_str().into())];
        page.line(&session.with("cli-import-anki-unfit", &args));
    }
    all.count()
}
