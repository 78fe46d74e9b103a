//! `carabin journal export`.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use super::{JournalExport, backup::count};
use crate::{
    app::{anonymous::Choice, error::AppError, export},
    cli::{Exit, Failure, Page, ask::may_write, json, run::Session},
};

/// Writes the history to a file or to standard output.
pub(in crate::cli) fn run(args: &JournalExport, session: &Session) -> Result<ExitCode, Failure> {
    let choice = Choice { decks: args.decks.clone(), with_typed: args.with_typed };
    let Some(file) = &args.file else { return to_stdout(args.anonymous.then_some(&choice), session) };
    if !may_write(session, file, args.yes)? {
        return Ok(Exit::Done.into());
    }
    let written = if args.anonymous {
        session.open_and_look()?.share_to_file(&choice, file)
    } else {
        export::to_file(&session.paths, file)
    };
    let events = written.map_err(|error| session.error(&error))?;
    let id = if args.anonymous { "cli-journal-shared" } else { "cli-journal-exported" };
    let mut page = Page::default();
    let path = file.display().to_string();
    page.line(&session.with(id, &[("events", count(events)), ("path", path.into())]));
    if args.anonymous {
        page.line(&session.get(if args.with_typed {
            "cli-journal-shared-typed"
        } else {
            "cli-journal-shared-what"
        }));
    }
    session.print(&page)
}

fn to_stdout(choice: Option<&Choice>, session: &Session) -> Result<ExitCode, Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    // A line is the same event with what a terminal would obey written as an escape.
    let mut each = |line: &str| out.write_all(json::escaped(line).as_bytes());
    let done = match choice {
        Some(choice) => session.open_and_look()?.share(choice, &mut each),
        None => export::to_lines(&session.paths, &mut each),
    };
    let flushed = out.flush();
    match done {
        Err(AppError::File { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => return Err(session.error(&error)),
        Ok(_) => match flushed {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                return Err(session.failed(&error.to_string()));
            }
            _ => {}
        },
    }
    Ok(Exit::Done.into())
}
