//! Pages of LiSA.

use std::process::ExitCode;

use super::{ImportLisa, ask, shown};
use crate::cli::{Failure, Page, run::Session};

/// Shows what would be proposed, and makes the decks.
pub(super) fn run(args: &ImportLisa, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let mut page = Page::default();
    let (mut planned, mut left_out) = (Vec::new(), 0);
    for path in &args.files {
        let deck =
            app.read_lisa(path).and_then(|deck| app.plan(deck, args.how.replace)).map_err(|error| session.error(&error))?;
        left_out += deck.unfit.len();
        planned.push(deck);
    }
    shown::decks(&planned, session, &mut page);
    page.line(&session.get("cli-import-lisa-drafts"));
    ask::then_do(&mut app, planned, left_out, page, args.how, session)
}
