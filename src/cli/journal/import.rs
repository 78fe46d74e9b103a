//! `carabin journal import`.

use std::{path::Path, process::ExitCode};

use super::{JournalImport, backup::count};
use crate::{
    app::export::{Imported, Lines},
    cli::{Exit, Failure, Page, run::Session},
};

/// Takes in the events of files, one after the other; tells what was left out.
pub(in crate::cli) fn run(args: &JournalImport, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    session.warn(app.notices());
    let mut whole = true;
    for file in &args.files {
        match app.import(file) {
            Ok(imported) => whole &= tell(file, &imported, session)?,
            Err(error) => {
                session.complain(&error.describe(session.messages));
                whole = false;
            }
        }
    }
    Ok(if whole { Exit::Done } else { Exit::Failed }.into())
}

/// Tells what became of a file; gives whether all of it is here now.
fn tell(file: &Path, imported: &Imported, session: &Session) -> Result<bool, Failure> {
    let path = || file.display().to_string().into();
    let mut page = Page::default();
    let args = [("path", path()), ("added", count(imported.added)), ("known", count(imported.known))];
    page.line(&session.with("cli-journal-imported", &args));
    session.print(&page)?;
    let mut warnings = Vec::new();
    let mut lines = |id: &str, lines: &Lines| {
        if lines.count > 0 {
            let mut numbers: Vec<String> = lines.first.iter().map(ToString::to_string).collect();
            if lines.count > lines.first.len() as u64 {
                numbers.push("…".to_owned());
            }
            let args =
                [("path", path()), ("count", count(lines.count)), ("lines", numbers.join(", ").into())];
            warnings.push(session.with(id, &args));
        }
    };
    lines("cli-journal-import-unreadable", &imported.unreadable);
    lines("cli-journal-import-altered", &imported.altered);
    if imported.missing > 0 {
        let args = [("path", path()), ("count", count(imported.missing))];
        warnings.push(session.with("cli-journal-import-missing", &args));
    }
    if !imported.conflicts.is_empty() {
        let args = [("count", count(imported.conflicts.len() as u64))];
        warnings.push(session.with("cli-journal-import-conflicts", &args));
    }
    let whole = imported.unreadable.count + imported.altered.count + imported.missing == 0;
    session.warn(warnings.iter().chain(&imported.notices));
    Ok(whole)
}
