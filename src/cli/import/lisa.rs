//! Pages of LiSA.

use std::process::ExitCode;

use super::{ImportLisa, ask, shown};
use crate::cli::{Exit, Failure, Page, progress::ProgressLine, run::Session};

/// Shows what would be proposed, and makes the decks.
pub(super) fn run(args: &ImportLisa, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let mut page = Page::default();
    let planned = {
        let mut progress = ProgressLine::new(session);
        app.read_all_lisa(&args.files, args.replace, &mut progress)
            .and_then(|decks| app.plan_all(decks, args.replace, &mut progress))
            .map_err(|error| session.error(&error))?
    };
    let left_out: usize = planned.iter().map(|deck| deck.unfit.len()).sum();
    shown::decks(&planned, session, &mut page);
    page.line(&session.get("cli-import-lisa-drafts"));
    ask::then_do(&mut app, &planned, page, args.how, session)?;
    Ok(if left_out > 0 { Exit::Failed } else { Exit::Done }.into())
}
