//! The objectives one by one.

use std::process::ExitCode;

use super::{ProgrammeShow, origin};
use crate::{
    app::{
        programme::{Coverage, Filter, ItemCoverage, ObjectiveCoverage, Status, status_word},
        words,
    },
    cli::{Failure, Page, run::Session, table::Table},
};

/// Shows the objectives that fit, item by item.
pub(super) fn run(args: &ProgrammeShow, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let coverage = app.coverage().map_err(|error| session.error(&error))?;
    let status = match args {
        ProgrammeShow { missing: true, .. } => Some(Status::Missing),
        ProgrammeShow { weak: true, .. } => Some(Status::Weak),
        ProgrammeShow { unseen: true, .. } => Some(Status::Unseen),
        _ => None,
    };
    let filter = Filter::new(args.rank, status).with_query(&args.words.join(" "));
    let found = fitting(&coverage, &filter);
    if args.json {
        let lines: Vec<&ObjectiveCoverage> = found.into_iter().flat_map(|(_, lines)| lines).collect();
        return session.print_json(&lines);
    }
    let mut page = Page::default();
    page.line(&origin(&coverage, session));
    if found.is_empty() {
        page.line(&session.get("programme-nothing-fits"));
    }
    for (item, lines) in &found {
        page.heading(&heading(item, session));
        let mut table = Table::default();
        for line in lines {
            let known = line.recall.map(|share| words::percent(share, session.lang)).unwrap_or_default();
            table.row([
                line.objective.to_string(),
                format!("{:<11}", session.get(status_word(line.status))),
                if line.cards > 0 { format!("{}/{}", line.seen, line.cards) } else { String::new() },
                known,
                title(line, session),
            ]);
        }
        table.write(&mut page);
    }
    session.page_through(&page)
}

/// The items with what fits of each; an item without objectives fits by itself.
fn fitting<'c>(
    coverage: &'c Coverage,
    filter: &Filter,
) -> Vec<(&'c ItemCoverage, Vec<&'c ObjectiveCoverage>)> {
    let all = filter.rank.is_none() && filter.status.is_none();
    let of = |item: &'c ItemCoverage| {
        let lines: Vec<_> = item.objectives.iter().filter(|line| filter.takes(item, line)).collect();
        (!lines.is_empty() || (all && filter.takes_item(item))).then_some((item, lines))
    };
    coverage.items.iter().filter_map(of).collect()
}

fn heading(item: &ItemCoverage, session: &Session) -> String {
    let mut parts = vec![session.with("programme-item", &[("item", item.item.to_string().into())])];
    parts.extend(item.title.as_ref().map(ToString::to_string));
    let counts = [("covered", item.covered().into()), ("n", item.objectives.len().into())];
    parts.push(session.with("programme-covered", &counts));
    if item.other_cards > 0 {
        parts.push(session.with("programme-other-cards", &[("n", item.other_cards.into())]));
    }
    parts.join(" · ")
}

fn title(line: &ObjectiveCoverage, session: &Session) -> String {
    let outside = line.outside_words(session.messages);
    let cases = (line.cases > 0).then(|| session.with("programme-in-cases", &[("n", line.cases.into())]));
    let title = line.title.as_ref().map(ToString::to_string);
    title.into_iter().chain(cases).chain(outside).collect::<Vec<_>>().join(" · ")
}
