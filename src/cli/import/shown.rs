//! What would be done, before it is.

use std::path::Path;

use crate::{
    app::bring::{Loss, Planned, Separator, TableColumn, TableMistake},
    card::{CardKey, Text},
    cli::{Page, run::Session, table::Table},
    i18n::{Arg, Lang},
};

/// How many cards are named.
const NAMED: usize = 10;
/// The most mistakes that are told one by one.
const TOLD: usize = 50;

/// A path on one line.
pub(in crate::cli) fn path(path: &Path) -> String {
    Text::one_line(&path.to_string_lossy()).to_string()
}

/// Cards by their names, as far as they are not too many.
fn named(id: &str, cards: &[CardKey], session: &Session, page: &mut Page) {
    if cards.is_empty() {
        return;
    }
    let mut names: Vec<String> = cards.iter().take(NAMED).map(ToString::to_string).collect();
    if cards.len() > NAMED {
        names.push("…".to_owned());
    }
    page.line(&session.with(id, &[("cards", cards.len().into()), ("names", names.join(", ").into())]));
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
        for (id, cards) in [
            ("cli-import-over", &deck.over),
            ("cli-import-kept", &deck.kept),
            ("cli-import-away", &deck.away),
        ] {
            named(id, cards, session, page);
        }
        if deck.changes_anything() && !deck.changes_deck() {
            page.line(&session.get("cli-import-remembered"));
        }
        if let Some(damaged) = &deck.damaged {
            page.line(&session.with("cli-import-damaged", &[("path", path(damaged).into())]));
        }
    }
}

/// What stands between the cells, in words.
pub(in crate::cli) fn separator(separator: Separator, session: &Session) -> String {
    match separator.0 {
        '\t' => session.get("cli-import-tab"),
        other => other.to_string(),
    }
}

/// What becomes of the columns, a line each.
pub(in crate::cli) fn columns(columns: &[TableColumn], session: &Session, page: &mut Page) {
    let heads = ["column", "meaning", "example"].map(|name| session.get(&format!("cli-import-head-{name}")));
    let [column, meaning, example] = heads;
    let mut table = Table::new([column, String::new(), meaning, example]);
    for line in columns {
        let meaning = if session.lang == Lang::Fr { &line.meaning_fr } else { &line.meaning };
        let meaning = meaning.clone().unwrap_or_else(|| session.get("cli-import-not-read"));
        table.row([line.name.to_string(), "→".to_owned(), meaning, line.example.to_string()]);
    }
    table.write(page);
}

/// Tells them; gives how many rows they leave out.
pub(in crate::cli) fn mistakes(mistakes: &[TableMistake], session: &Session, page: &mut Page) -> usize {
    for mistake in mistakes.iter().take(TOLD) {
        let args: Vec<(&str, Arg)> =
            mistake.message.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        let reason = session.with(mistake.message.id, &args);
        let row = ("row", mistake.row.into());
        page.line(&match (&mistake.column, mistake.row) {
            (_, 0) => reason,
            (None, _) => session.with("cli-import-row", &[row, ("reason", reason.into())]),
            (Some(column), _) => session.with(
                "cli-import-cell",
                &[row, ("column", column.as_str().into()), ("reason", reason.into())],
            ),
        });
    }
    if mistakes.len() > TOLD {
        page.line(&session.with("cli-import-more-mistakes", &[("n", (mistakes.len() - TOLD).into())]));
    }
    let mut rows: Vec<usize> = mistakes.iter().map(|mistake| mistake.row).collect();
    rows.dedup();
    rows.len()
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
