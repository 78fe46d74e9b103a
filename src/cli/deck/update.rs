//! `carabin deck update`: what there is new is shown, then taken.

use std::process::ExitCode;

use super::DeckUpdate;
use crate::{
    app::foreign::{Aside, Change, Merge, Update, Updates},
    card::Text,
    cli::{Exit, Failure, Page, ask::confirm, progress::ProgressLine, run::Session, words::beginning},
};

/// How many cards of a sort are named; the rest is counted.
const NAMED: usize = 20;
/// How much of a prompt is shown, in characters.
const PROMPT: usize = 60;

/// Looks, shows, asks, takes.
pub(in crate::cli) fn run(args: &DeckUpdate, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    let updates = {
        let mut progress = ProgressLine::new(session);
        app.look_for_updates(&args.ids, &mut progress).map_err(|error| session.error(&error))?
    };
    session.print(&preview(&updates, session))?;
    let mut failed = !updates.failed.is_empty();
    for (deck, error) in &updates.failed {
        let reason = error.describe(session.messages);
        session.complain(
            &session
                .with("cli-update-failed", &[("deck", deck.to_string().into()), ("reason", reason.into())]),
        );
    }
    let news: Vec<usize> = (0..updates.ready.len()).filter(|n| !updates.ready[*n].unchanged).collect();
    if args.dry_run || news.is_empty() {
        return Ok(if failed { Exit::Failed } else { Exit::Done }.into());
    }
    if !confirm(session, &session.with("cli-update-question", &[("decks", news.len().into())]), args.yes)? {
        return Ok(Exit::Done.into());
    }
    let mut page = Page::default();
    for number in news {
        match app.take_update(&updates, number) {
            Ok(taken) => {
                let id = taken.id.to_string();
                page.line(&session.with("cli-update-taken", &[("deck", id.into())]));
                for (message, path) in
                    [("cli-update-aside", taken.aside), ("cli-update-archive", taken.archive)]
                {
                    if let Some(path) = path {
                        let path = Text::one_line(&path.to_string_lossy()).to_string();
                        page.line(&session.with(message, &[("path", path.into())]));
                    }
                }
            }
            Err(error) => {
                failed = true;
                session.complain(&error.describe(session.messages));
            }
        }
    }
    session.print(&page)?;
    Ok(if failed { Exit::Failed } else { Exit::Done }.into())
}

fn preview(updates: &Updates, session: &Session) -> Page {
    let mut page = Page::default();
    if updates.ready.is_empty() && updates.failed.is_empty() {
        page.line(&session.get("cli-update-none"));
    }
    for update in &updates.ready {
        tell(update, session, &mut page);
    }
    page
}

fn tell(update: &Update, session: &Session, page: &mut Page) {
    let plan: &Merge = &update.plan;
    let version = |version: &Option<Text>| version.as_ref().map_or("–".to_owned(), ToString::to_string);
    let args = [
        ("deck", update.installed.id.to_string().into()),
        ("title", plan.head.title.as_str().into()),
        ("before", version(&plan.before).into()),
        ("after", version(&plan.head.version).into()),
    ];
    if update.unchanged {
        page.line(&session.with("cli-update-current", &args));
        return;
    }
    page.heading(&session.with("cli-update-heading", &args));
    for change in Change::ALL {
        let count = plan.count(change);
        if count == 0 {
            continue;
        }
        page.line(&session.with(sort(change), &[("cards", count.into())]));
        for card in plan.changes.iter().filter(|card| card.change == change).take(NAMED) {
            page.line(&format!("  {}  {}", card.card.key, beginning(&card.prompt, PROMPT)));
        }
        if count > NAMED {
            page.line(&session.with("cli-update-more", &[("cards", (count - NAMED).into())]));
        }
    }
    page.line(&session.with("cli-update-same", &[("cards", plan.unchanged.into())]));
    for change in Change::ALL {
        let fields = plan.fields.iter().filter(|field| field.change == change).map(|field| &field.field);
        named(field(change), fields, session, page);
        let files = plan.files.iter().filter(|file| file.change == change).map(|file| &file.file);
        named(file(change), files, session, page);
    }
    match plan.aside {
        Some(Aside::Unmerged) => page.line(&session.get("cli-update-apart")),
        Some(Aside::Comments) => page.line(&session.get("cli-update-comments")),
        None => {}
    }
}

/// Fields or files by their names, as far as they are not too many.
fn named<'n>(id: Option<&str>, all: impl Iterator<Item = &'n Text>, session: &Session, page: &mut Page) {
    let all: Vec<&str> = all.map(Text::as_str).collect();
    if let Some(id) = id.filter(|_| !all.is_empty()) {
        let more = if all.len() > NAMED { ", …" } else { "" };
        let names = format!("{}{more}", all[..all.len().min(NAMED)].join(", "));
        page.line(&session.with(id, &[("count", all.len().into()), ("names", names.into())]));
    }
}

fn field(change: Change) -> Option<&'static str> {
    match change {
        Change::Changed => Some("cli-update-head-changed"),
        Change::Kept => Some("cli-update-head-kept"),
        Change::Both => Some("cli-update-head-both"),
        Change::New | Change::Gone | Change::Own => None,
    }
}

fn file(change: Change) -> Option<&'static str> {
    match change {
        Change::New => Some("cli-update-files-new"),
        Change::Changed => Some("cli-update-files-changed"),
        Change::Both => Some("cli-update-files-both"),
        Change::Gone | Change::Kept | Change::Own => None,
    }
}

fn sort(change: Change) -> &'static str {
    match change {
        Change::New => "cli-update-new",
        Change::Changed => "cli-update-changed",
        Change::Gone => "cli-update-gone",
        Change::Kept => "cli-update-kept",
        Change::Both => "cli-update-both",
        Change::Own => "cli-update-own",
    }
}
