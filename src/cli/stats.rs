//! `carabin stats`: the figures.

use std::process::ExitCode;

use clap::Args;

use super::{Failure, Page, examples::Example, programme, run::Session, table::Table};
use crate::{
    app::{
        stats::{self, Figures},
        wording::figures as wording,
        words,
    },
    card::Text,
    i18n::Arg,
};

/// How many of the last and of the coming days are told one by one; JSON has more.
const DAYS: usize = 7;

/// How the figures are told.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Tells the figures.
pub(super) fn run(args: Stats, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_to_read()?;
    let figures = app.stats().map_err(|error| session.error(&error))?;
    if args.json {
        return session.print_json(&figures);
    }
    session.print(&page(&figures, session))
}

fn page(figures: &stats::Stats, session: &Session) -> Page {
    let mut page = Page::default();
    page.heading(&words::date(figures.today, session.messages));
    if let Some(today) = figures.days.last().filter(|day| day.answers + day.practice > 0) {
        let time = seconds(today.seconds, session);
        let args = [("n", (today.answers + today.practice).into()), ("time", time.into())];
        page.line(&format!("{}.", session.with("home-answered", &args)));
    } else {
        page.line(&session.get("home-nothing-yet"));
    }
    if figures.streak > 0 {
        page.line(&format!("{}.", session.with("home-streak", &[("days", figures.streak.into())])));
    }
    write_groups(figures, session, &mut page);
    if let Some(ranks) = figures.programme.filter(|ranks| ranks.iter().any(|rank| rank.objectives > 0)) {
        page.heading(&session.get("cli-stats-programme"));
        programme::ranks(&ranks, session, &mut page);
    }
    write_retention(figures, session, &mut page);
    write_days(figures, session, &mut page);
    page
}

/// One table for all groups, so that their columns line up.
fn write_groups(figures: &stats::Stats, session: &Session, page: &mut Page) {
    let columns = ["group", "seen", "due", "new", "suspended", "recall", "title"];
    let mut table = Table::new(columns.map(|name| session.get(&format!("cli-stats-column-{name}"))));
    let mut row = |name: String, figures: &Figures, title: Option<&Text>| {
        let recall = figures.recall.map(|share| words::percent(share, session.lang)).unwrap_or_default();
        table.row([
            name,
            format!("{}/{}", figures.seen, figures.total),
            figures.due.to_string(),
            figures.new.to_string(),
            figures.suspended.to_string(),
            recall,
            title.map(ToString::to_string).unwrap_or_default(),
        ]);
    };
    row(session.get("home-row-all"), &figures.all, None);
    for group in &figures.ranks {
        row(wording::rank(group.rank.as_deref(), session.messages), &group.figures, None);
    }
    for group in &figures.objectives {
        let name = group.objective.clone().unwrap_or_else(|| session.get("home-row-no-objective"));
        row(name, &group.figures, group.title.as_ref());
    }
    for group in &figures.decks {
        row(group.deck.to_string(), &group.figures, Some(&group.title));
    }
    page.line("");
    table.write(page);
    if figures.all.recall.is_some() {
        page.line("");
        page.line(&session.get("cli-stats-recall"));
    }
    if figures.suspended_by_decks > 0 {
        page.line("");
        page.line(&session.with("cli-stats-suspended", &[("n", figures.suspended_by_decks.into())]));
    }
}

fn write_retention(figures: &stats::Stats, session: &Session, page: &mut Page) {
    let wish = words::percent(figures.desired_retention, session.lang);
    page.heading(&session.with("statistics-retention", &[("wish", wish.into())]));
    if figures.retention.iter().all(|span| span.reviews == 0) {
        return page.line(&session.get("cli-stats-no-retention"));
    }
    let row = |table: &mut Table, name: String, share: Option<f64>, recalled: u32, reviews: u32| {
        let share = share.map_or_else(|| "-".to_owned(), |share| words::percent(share, session.lang));
        let args = [("recalled", recalled.into()), ("reviews", Arg::from(reviews))];
        table.row([name, share, session.with("cli-stats-of", &args)]);
    };
    let mut table = Table::default();
    for span in &figures.retention {
        let name = session.with("cli-stats-span", &[("days", span.days.into())]);
        row(&mut table, name, span.share, span.recalled, span.reviews);
    }
    table.write(page);
    page.heading(&session.get("statistics-by-age"));
    let mut table = Table::default();
    for age in &figures.retention_by_age {
        row(&mut table, wording::span_of_days(age, session.messages), age.share, age.recalled, age.reviews);
    }
    table.write(page);
    page.heading(&session.get("statistics-by-rank"));
    let mut table = Table::default();
    for line in &figures.retention_by_rank {
        let name = wording::rank(line.rank.as_deref(), session.messages);
        row(&mut table, name, line.share, line.recalled, line.reviews);
    }
    table.write(page);
}

fn write_days(figures: &stats::Stats, session: &Session, page: &mut Page) {
    page.heading(&session.get("cli-stats-last"));
    let columns = ["day", "answers", "new", "again", "time"];
    let mut table = Table::new(columns.map(|name| session.get(&format!("cli-stats-column-{name}"))));
    for day in figures.days.iter().rev().take(DAYS) {
        table.row([
            words::date(day.date, session.messages),
            (day.answers + day.practice).to_string(),
            day.new.to_string(),
            day.again.to_string(),
            seconds(day.seconds, session),
        ]);
    }
    table.write(page);
    page.heading(&session.get("cli-stats-coming"));
    let mut table = Table::default();
    for day in figures.forecast.iter().take(DAYS) {
        table.row([
            words::date(day.date, session.messages),
            session.with("home-row-due", &[("n", day.due.into())]),
        ]);
    }
    table.write(page);
}

fn seconds(seconds: u64, session: &Session) -> String {
    words::spent(u32::try_from(seconds).map_or(f64::from(u32::MAX), f64::from), session.messages)
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin stats", id: "cli-stats-example" },
    Example { line: "carabin stats --json", id: "cli-stats-example-json" },
];
