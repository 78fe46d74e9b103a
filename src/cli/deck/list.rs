//! `carabin deck list`: the decks of the library.

use std::process::ExitCode;

use super::DeckList;
use crate::{
    app::decks::DeckLine,
    cli::{Failure, Page, run::Session, table::Table},
};

/// Lists the decks.
pub(in crate::cli) fn run(args: DeckList, session: &Session) -> Result<ExitCode, Failure> {
    let app = session.open_to_read()?;
    let decks = app.deck_list();
    if args.json {
        return session.print_json(&decks);
    }
    let mut page = Page::default();
    let columns = ["deck", "language", "cards", "errors", "warnings", "title"];
    let mut table = Table::new(columns.map(|name| session.get(&format!("cli-list-column-{name}"))));
    let mut notes = Vec::new();
    for deck in &decks {
        let id = deck.id.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
        table.row([
            id.clone(),
            deck.language.as_ref().map(ToString::to_string).unwrap_or_default(),
            format!("{}/{}", deck.playable, deck.cards),
            deck.errors.to_string(),
            deck.warnings.to_string(),
            title(deck, session),
        ]);
        if let Some(kept) = &deck.shadowed_by {
            notes.push(
                session.with("cli-list-shadowed", &[("deck", id.into()), ("kept", kept.as_str().into())]),
            );
        }
    }
    table.write(&mut page);
    for note in &notes {
        page.line(note);
    }
    session.print(&page)
}

/// The title, or where nothing of the deck can be read its file; the file too where it is the student's.
fn title(deck: &DeckLine, session: &Session) -> String {
    let path = deck.path.as_ref().map(|path| format!("({path})"));
    let not_studied = (deck.title.is_some() && !deck.studied && deck.shadowed_by.is_none())
        .then(|| session.get("cli-list-not-studied"));
    let parts = deck.title.as_ref().map(ToString::to_string).into_iter().chain(path).chain(not_studied);
    parts.collect::<Vec<_>>().join(" ")
}
