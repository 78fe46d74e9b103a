//! `carabin deck new`: the skeleton of a new deck.

use std::{
    io,
    process::{Command, ExitCode},
};

use super::{DeckCheck, DeckNew, check};
use crate::{
    app::{config::Config, edit::editor_at, new_deck::NewDeck},
    card::Text,
    cli::{Failure, Page, run::Session},
};

/// Writes the skeleton, says what to do next, and opens it where that is asked for.
pub(in crate::cli) fn run(args: &DeckNew, session: &Session) -> Result<ExitCode, Failure> {
    let Some(new) = NewDeck::named(&args.deck, &session.paths) else {
        let name = session.words().quoted(&args.deck);
        return Err(session.failed(&session.with("cli-new-no-name", &[("name", name)])));
    };
    let path = Text::one_line(&new.path.to_string_lossy()).to_string();
    let app = session.open_and_look()?;
    if app.deck_list().iter().any(|deck| deck.id.as_ref() == Some(&new.id)) {
        return Err(session.failed(&session.with("cli-new-taken", &[("deck", new.id.as_str().into())])));
    }
    drop(app);
    new.write(session.lang).map_err(|error| {
        let path = ("path", path.as_str().into());
        session.failed(&match error.kind() {
            io::ErrorKind::AlreadyExists => session.with("cli-new-exists", &[path]),
            _ => session.with("cli-new-failed", &[path, ("reason", error.to_string().into())]),
        })
    })?;
    let mut page = Page::default();
    page.line(&session.with("cli-new-done", &[("path", path.as_str().into())]));
    if args.edit {
        session.print(&page)?;
        return edit(&new, session);
    }
    page.line(&session.get("cli-new-next"));
    let quoted = shlex::try_quote(&path).map_or_else(|_| path.clone(), std::borrow::Cow::into_owned);
    let mut steps = vec![format!("carabin deck check {quoted}"), "carabin deck guide".to_owned()];
    if !new.is_found {
        steps.insert(1, format!("carabin study --deck {quoted}"));
    }
    for step in &steps {
        page.line(&format!("  {step}"));
    }
    session.print(&page)
}

/// Opens the deck, waits until the editor is closed, and checks what was written.
fn edit(new: &NewDeck, session: &Session) -> Result<ExitCode, Failure> {
    let config = Config::read(&session.paths.settings()).0;
    let command =
        editor_at(&config, &new.path, new.first_card(session.lang)).map_err(|error| session.error(&error))?;
    let mut words = command.iter();
    let program = words.next().cloned().unwrap_or_default();
    if let Err(error) = Command::new(&program).args(words).status() {
        let args =
            [("editor", program.to_string_lossy().as_ref().into()), ("reason", error.to_string().into())];
        return Err(session.failed(&session.with("cli-new-no-editor", &args)));
    }
    check::run(&DeckCheck { decks: vec![new.path.clone()], fix: false }, session)
}
