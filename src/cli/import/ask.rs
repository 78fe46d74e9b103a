//! Asking before anything is written.

use super::How;
use crate::{
    app::{App, bring::Planned},
    cli::{Failure, Page, ask::next_is_yes, progress::ProgressLine, run::Session},
};

/// Shows the page and does what was planned once the student agrees.
pub(super) fn then_do(
    app: &mut App,
    planned: &[Planned],
    page: Page,
    how: How,
    session: &Session,
) -> Result<(), Failure> {
    if !agreed(page, planned.iter().any(Planned::changes_anything), how, session)? {
        return Ok(());
    }
    let cards: usize = planned.iter().map(|deck| deck.added.len() + deck.changed.len()).sum();
    let said = {
        let mut progress = ProgressLine::new(session);
        app.carry_out(planned, &mut progress).map_err(|error| session.error(&error))?
    };
    session.warn(&said);
    let mut done = Page::default();
    done.line(&session.with("cli-import-done", &[("cards", cards.into())]));
    session.print(&done)?;
    Ok(())
}

/// Shows the page; whether the student agrees to what it says. `anything` is whether there is something to do.
pub(in crate::cli) fn agreed(
    mut page: Page,
    anything: bool,
    how: How,
    session: &Session,
) -> Result<bool, Failure> {
    if !anything || how.dry_run {
        page.line(&session.get(if anything { "cli-import-dry-run" } else { "cli-import-nothing-new" }));
        session.print(&page)?;
        return Ok(false);
    }
    if !how.yes {
        page.push(&session.get("cli-import-ask"));
        page.push(" ");
    }
    session.print(&page)?;
    // What cannot be read is no yes.
    if !how.yes && !next_is_yes().unwrap_or(false) {
        return Err(session.failed(&session.get("cli-import-declined")));
    }
    Ok(true)
}
