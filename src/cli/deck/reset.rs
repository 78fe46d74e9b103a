//! `carabin deck reset`: a bundled deck comes back as it was, and what the student made of it is kept aside.

use std::process::ExitCode;

use super::DeckReset;
use crate::{
    card::Text,
    cli::{Exit, Failure, Page, ask::confirm, run::Session},
};

/// Puts the student's copy aside once the student has said yes.
pub(in crate::cli) fn run(args: &DeckReset, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let deck = || [("deck", args.id.to_string().into())];
    // What cannot be given back, or is as it was, is not asked about.
    let is_changed = app.has_own_copy(&args.id).map_err(|error| session.error(&error))?;
    if is_changed && !confirm(session, &session.with("cli-reset-question", &deck()), args.yes)? {
        return Ok(Exit::Done.into());
    }
    let kept = app.reset_deck(&args.id).map_err(|error| session.error(&error))?;
    let mut page = Page::default();
    match kept {
        None => page.line(&session.with("cli-reset-none", &deck())),
        Some(kept) => {
            page.line(&session.with("cli-reset-done", &deck()));
            let path = Text::one_line(&kept.to_string_lossy()).to_string();
            page.line(&session.with("cli-reset-kept", &[("path", path.into())]));
        }
    }
    session.print(&page)
}
