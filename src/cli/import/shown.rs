//! What would be done, before it is.

use std::path::Path;

use crate::{
    app::bring::{Loss, Planned},
    card::Text,
    cli::{Page, run::Session},
};

/// A path on one line.
pub(super) fn path(path: &Path) -> String {
    Text::one_line(&path.to_string_lossy()).to_string()
}

/// What becomes of the decks, a line each.
pub(super) fn decks(planned: &[Planned], session: &Session, page: &mut Page) {
    for deck in planned {
        let id = if deck.is_new { "cli-import-new-deck" } else { "cli-import-deck" };
        page.line(&session.with(
            id,
            &[
                ("deck", deck.id.as_str().into()),
                ("title", deck.title.as_str().into()),
                ("path", path(&deck.path).into()),
                ("added", deck.added.len().into()),
                ("changed", deck.changed.len().into()),
                ("same", deck.same.into()),
            ],
        ));
        if !deck.kept.is_empty() {
            page.line(&session.with("cli-import-kept", &[("cards", deck.kept.len().into())]));
        }
    }
}

/// What could not be kept, by kind.
pub(super) fn losses(losses: &[Loss], session: &Session, page: &mut Page) {
    page.heading(&session.get("cli-import-anki-losses"));
    for loss in losses {
        let what = session.with(&format!("loss-{}", loss.kind), &[("count", loss.count.into())]);
        let examples: Vec<&str> = loss.examples.iter().map(Text::as_str).collect();
        if examples.is_empty() {
            page.line(&format!("- {what}"));
        } else {
            let args = [("what", what.as_str().into()), ("examples", examples.join(" · ").into())];
            page.line(&format!("- {}", session.with("cli-import-anki-loss", &args)));
        }
    }
}
