//! `carabin deck pack` and `carabin deck diff`: decks and mends go to others.

use std::{path::PathBuf, process::ExitCode};

use super::{DeckDiff, DeckPack};
use crate::{
    card::Text,
    cli::{Exit, Failure, Page, ask::may_write, run::Session},
};

/// Writes a deck as one file.
pub(in crate::cli) fn run(args: &DeckPack, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    let to = args.to.clone().unwrap_or_else(|| PathBuf::from(format!("{}.zip", args.id)));
    if !may_write(session, &to, args.yes)? {
        return Ok(Exit::Done.into());
    }
    let sent = app.pack_deck(&args.id, &to).map_err(|error| session.error(&error))?;
    let values = [
        ("path", Text::one_line(&sent.path.to_string_lossy()).as_str().into()),
        ("cards", sent.cards.into()),
        ("files", sent.media.into()),
        ("size", sent.bytes.div_ceil(1024).into()),
    ];
    let mut page = Page::default();
    page.line(&session.with("cli-pack-done", &values));
    if sent.errors > 0 {
        page.line(&session.with("cli-add-errors", &[("errors", sent.errors.into())]));
    }
    session.print(&page)
}

/// Prints what the student has changed in a deck of others.
pub(in crate::cli) fn diff(args: &DeckDiff, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    let patch = app.patch_of(&args.id).map_err(|error| session.error(&error))?;
    if patch.is_empty() {
        let none = session.with("cli-diff-none", &[("deck", args.id.to_string().into())]);
        session.warn([&none]);
        return Ok(Exit::Done.into());
    }
    session.print_text(&patch)
}
