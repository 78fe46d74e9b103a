//! Asking before anything is written.

use super::How;
use crate::{
    app::{App, bring::Planned},
    cli::{
        Failure, Page,
        ask::{is_yes, next_word},
        progress::ProgressLine,
        run::Session,
    },
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
    page: Page,
    anything: bool,
    how: How,
    session: &Session,
) -> Result<bool, Failure> {
    match answer(page, anything, how, "cli-import-ask", session)? {
        None => Ok(false),
        Some(word) if is_yes(&word) => Ok(true),
        Some(_) => Err(session.failed(&session.get("cli-import-declined"))),
    }
}

/// What the student takes of a package that has a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    Everything,
    /// The history is somebody else's.
    Cards,
}

/// Shows the page; what the student takes of what it says. What a friend has answered must not become the student's memory,
/// and nothing in a package tells whose it is.
pub(super) fn taken(
    page: Page,
    anything: bool,
    how: How,
    session: &Session,
) -> Result<Option<Taken>, Failure> {
    match answer(page, anything, how, "cli-import-ask-history", session)? {
        None => Ok(None),
        Some(word) if is_yes(&word) => Ok(Some(Taken::Everything)),
        Some(word) if ["c", "cartes", "cards"].contains(&word.as_str()) => Ok(Some(Taken::Cards)),
        Some(_) => Err(session.failed(&session.get("cli-import-declined"))),
    }
}

/// Shows the page with a question; the answer, or nothing where nothing is to be done.
fn answer(
    mut page: Page,
    anything: bool,
    how: How,
    question: &str,
    session: &Session,
) -> Result<Option<String>, Failure> {
    if !anything || how.dry_run {
        page.line(&session.get(if anything { "cli-import-dry-run" } else { "cli-import-nothing-new" }));
        session.print(&page)?;
        return Ok(None);
    }
    if how.yes {
        session.print(&page)?;
        return Ok(Some("yes".to_owned()));
    }
    page.push(&session.get(question));
    page.push(" ");
    session.print(&page)?;
    // What cannot be read is no yes.
    Ok(Some(next_word().unwrap_or_default()))
}
