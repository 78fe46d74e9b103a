//! A list is taken in.

use std::process::ExitCode;

use super::{ProgrammeImport, told};
use crate::{
    app::{
        bring::{Separator, TableWishes},
        programme::PlannedProgramme,
    },
    card::{Objective, Text},
    cli::{
        Exit, Failure, Page,
        import::{agreed, shown},
        run::Session,
    },
    i18n::Arg,
};

/// Of each kind of change so many are named.
const NAMED: usize = 5;

/// Shows what becomes of the columns and rows and what changes, and keeps it.
pub(super) fn run(args: &ProgrammeImport, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    let wishes = TableWishes {
        separator: args.separator.map(Separator),
        columns: args.columns.clone(),
        ..TableWishes::default()
    };
    let planned = app.read_programme(&args.file, &wishes).map_err(|error| session.error(&error))?;
    let mut page = Page::default();
    let listed = &planned.listed;
    page.heading(&session.with(
        "cli-programme-table",
        &[
            ("path", shown::path(&args.file).into()),
            ("encoding", listed.encoding.name().into()),
            ("separator", shown::separator(listed.separator, session).into()),
            ("rows", listed.rows.into()),
        ],
    ));
    shown::columns(&listed.columns, session, &mut page);
    let left_out = shown::mistakes(&listed.mistakes, session, &mut page);
    describe(&planned, session, &mut page);
    let code = || -> ExitCode { if left_out > 0 { Exit::Failed } else { Exit::Done }.into() };
    if !agreed(page, planned.changes_anything(), args.how, session)? {
        return Ok(code());
    }
    let about = app.import_programme(planned).map_err(|error| session.error(&error))?;
    let mut done = Page::default();
    done.line(&told(&about, session, "cli-programme-kept"));
    session.print(&done)?;
    Ok(code())
}

/// What the list holds, and what it changes.
fn describe(planned: &PlannedProgramme, session: &Session, page: &mut Page) {
    let programme = &planned.listed.programme;
    if programme.is_empty() {
        return;
    }
    let [a, b] = [crate::card::Rank::A, crate::card::Rank::B].map(|rank| programme.count(rank));
    page.line(&session.with(
        "cli-programme-holds",
        &[
            ("items", programme.items().len().into()),
            ("objectives", programme.objectives().len().into()),
            ("a", a.into()),
            ("b", b.into()),
        ],
    ));
    if planned.unreadable {
        page.line(&session.get("cli-programme-unreadable"));
    }
    if !planned.replaces {
        return;
    }
    let changes = &planned.changes;
    let mut tell = |id: &str, all: Vec<String>| {
        if !all.is_empty() {
            page.line(&session.with(id, &[("n", all.len().into())]));
            all.iter().take(NAMED).for_each(|one| page.line(&format!("  {one}")));
            let more = all.len().saturating_sub(NAMED);
            if more > 0 {
                page.line(&format!("  {}", session.with("cli-programme-and-more", &[("n", more.into())])));
            }
        }
    };
    tell("cli-programme-new", changes.new.iter().map(name).collect());
    tell("cli-programme-gone", changes.gone.iter().map(name).collect());
    let renamed = changes.renamed.iter().map(|(before, now)| {
        format!("{} {} → {}", now.id, title(before.as_ref()), title(now.title.as_ref()))
    });
    tell("cli-programme-renamed", renamed.collect());
    let ranks =
        changes.ranks.iter().map(|(before, now)| format!("{} ({before} → {})", name(now), now.id.rank));
    tell("cli-programme-ranks", ranks.collect());
    for (id, n) in [("cli-programme-rubrics", changes.rubrics), ("cli-programme-items", changes.items)] {
        if n > 0 {
            page.line(&session.with(id, &[("n", Arg::from(n))]));
        }
    }
}

fn name(objective: &Objective) -> String {
    format!("{} {}", objective.id, title(objective.title.as_ref()))
}

fn title(title: Option<&Text>) -> &str {
    title.map_or("–", Text::as_str)
}
