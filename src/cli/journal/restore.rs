//! `carabin journal restore`.

use std::{
    io::{self, IsTerminal as _},
    process::ExitCode,
};

use super::{JournalRestore, backup::count};
use crate::{
    app::{backups::Plan, words},
    cli::{
        Exit, Failure, Page,
        ask::agrees,
        run::{Session, clock, to_stderr},
    },
};

/// Tells what will be different, asks, and goes back.
pub(in crate::cli) fn run(args: &JournalRestore, session: &Session) -> Result<ExitCode, Failure> {
    let plan = Plan::of(&session.paths, &args.backup).map_err(|error| session.error(&error))?;
    let mut page = Page::default();
    let values = [("path", plan.path.display().to_string().into()), ("events", count(plan.events))];
    page.line(&session.with("cli-journal-restore-of", &values));
    if let Some(last) = &plan.last {
        let values = [("last", words::moment(last, session.messages).into())];
        page.line(&session.with("cli-journal-restore-last", &values));
    }
    match plan.compared {
        None => page.line(&session.get("cli-journal-restore-damaged")),
        Some(compared) => {
            if compared.only_first == 0 && compared.only_second == 0 {
                page.line(&session.get("cli-journal-restore-same"));
                return session.print(&page);
            }
            if compared.only_first > 0 {
                page.line(
                    &session.with("cli-journal-restore-lost", &[("events", count(compared.only_first))]),
                );
            }
            if compared.only_second > 0 {
                page.line(
                    &session.with("cli-journal-restore-won", &[("events", count(compared.only_second))]),
                );
                let file = plan.path.display().to_string();
                page.line(&session.with("cli-journal-restore-merge", &[("path", file.into())]));
            }
        }
    }
    if !args.yes {
        to_stderr(&page.render(session.colours_errors()));
        page = Page::default();
        if !io::stdin().is_terminal() {
            return Err(session.failed(&session.get("cli-journal-restore-ask-not")));
        }
        if !agrees(session, &session.get("cli-journal-restore-ask"))? {
            page.line(&session.get("cli-journal-restore-not-done"));
            session.print(&page)?;
            return Ok(Exit::Done.into());
        }
    }
    let restored = plan.carry_out(&session.paths, &*clock()).map_err(|error| session.error(&error))?;
    page.line(&session.get("cli-journal-restored"));
    if let Some(before) = restored.before {
        let args = [("path", before.display().to_string().into())];
        page.line(&session.with("cli-journal-restored-before", &args));
    }
    session.print(&page)
}
