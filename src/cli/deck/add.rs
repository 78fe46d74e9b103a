//! `carabin deck add` and `carabin deck remove`: decks of others come and go.

use std::process::ExitCode;

use super::{DeckAdd, DeckRemove};
use crate::{
    app::foreign::{Added, shown_source},
    card::Text,
    cli::{Exit, Failure, Page, ask::confirm, progress::ProgressLine, run::Session},
};

/// Takes decks in and tells what came.
pub(in crate::cli) fn run(args: &DeckAdd, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    let added = {
        let mut progress = ProgressLine::new(session);
        app.add_decks(&args.source, &mut progress).map_err(|error| session.error(&error))?
    };
    let mut page = Page::default();
    tell(&added, session, &mut page);
    session.print(&page)?;
    for (deck, error) in &added.refused {
        let reason = error.describe(session.messages);
        session.complain(
            &session.with("cli-add-refused", &[("deck", deck.to_string().into()), ("reason", reason.into())]),
        );
    }
    Ok(if added.taken.is_empty() { Exit::Failed } else { Exit::Done }.into())
}

fn tell(added: &Added, session: &Session, page: &mut Page) {
    for taken in &added.taken {
        let args = [
            ("deck", taken.id.to_string().into()),
            ("title", taken.title.as_str().into()),
            ("cards", taken.cards.into()),
            ("files", taken.media.into()),
        ];
        page.line(&session.with("cli-add-taken", &args));
        if taken.errors > 0 {
            page.line(&session.with("cli-add-errors", &[("errors", taken.errors.into())]));
        }
        if taken.replaces_bundled {
            page.line(&session.with("cli-add-replaces", &[("deck", taken.id.to_string().into())]));
        }
    }
    for left in &added.left_out {
        let id = if left.link { "cli-add-link" } else { "cli-add-no-deck" };
        page.line(&session.with(id, &[("path", Text::one_line(&left.path).as_str().into())]));
    }
    if added.ignored > 0 {
        page.line(&session.with("cli-add-ignored", &[("files", added.ignored.into())]));
    }
    if let Some(first) = added.taken.first() {
        page.line(&session.with("cli-add-next", &[("deck", first.id.to_string().into())]));
    }
}

/// Removes a deck of others once the student has said yes.
pub(in crate::cli) fn remove(args: &DeckRemove, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let question = session.with("cli-remove-question", &[("deck", args.id.to_string().into())]);
    let known = app.installed_decks().map_err(|error| session.error(&error))?;
    let known = known.iter().any(|deck| deck.id == args.id);
    if known && !confirm(session, &question, args.yes)? {
        return Ok(Exit::Done.into());
    }
    let removed = app.remove_deck(&args.id).map_err(|error| session.error(&error))?;
    let source = shown_source(&removed.installed.record.source);
    let args = [
        ("deck", removed.installed.id.to_string().into()),
        ("source", Text::one_line(&source).as_str().into()),
    ];
    let mut page = Page::default();
    page.line(&session.with("cli-remove-done", &args));
    if let Some(kept) = &removed.kept {
        let path = Text::one_line(&kept.to_string_lossy()).to_string();
        page.line(&session.with("cli-remove-kept", &[("path", path.into())]));
    }
    session.print(&page)
}
