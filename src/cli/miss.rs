//! `carabin miss`: what was missed, here and elsewhere.

use std::process::ExitCode;

use clap::{Args, builder::NonEmptyStringValueParser};

use super::{Failure, Page, examples::Example, run::Session, values};
use crate::{
    app::{
        notebook::{Filter, Given, Logged, Miss, Notebook, Period, Reason},
        words,
    },
    card::{Item, Locator, ObjectiveId, Text},
};

/// Something that was missed elsewhere; without a text, the list of what was missed.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct MissArgs {
    /// What it was about.
    #[arg(value_name = "text", value_parser = NonEmptyStringValueParser::new())]
    pub text: Option<String>,

    /// The item.
    #[arg(long, value_name = "n", value_parser = values::item)]
    pub item: Option<Item>,

    /// The objective.
    #[arg(long, value_name = "objective", value_parser = values::objective)]
    pub objective: Option<ObjectiveId>,

    /// The reason.
    #[arg(long, value_name = "reason", value_parser = values::reason)]
    pub reason: Option<Reason>,

    /// A card about it.
    #[arg(long, value_name = "card", value_parser = values::locator, requires = "text")]
    pub card: Option<Locator>,

    /// Where it was missed.
    #[arg(long, value_name = "text", value_parser = NonEmptyStringValueParser::new(), requires = "text")]
    pub source: Option<String>,

    /// In the list: since the beginning.
    #[arg(long, conflicts_with = "text")]
    pub all: bool,

    /// The list as JSON.
    #[arg(long, conflicts_with = "text")]
    pub json: bool,
}

/// Writes a miss down, or lists them.
pub(super) fn run(args: &MissArgs, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let mut page = Page::default();
    if let Some(text) = &args.text {
        let text = Text::one_line(text.trim());
        if text.is_blank() {
            return Err(session.failed(&session.get("miss-empty")));
        }
        if let Some(card) = &args.card {
            app.card_info(card).map_err(|error| session.error(&error))?;
        }
        let logged = Logged {
            text,
            reason: args.reason,
            item: args.item,
            objective: args.objective,
            card: args.card.clone(),
            source: args.source.as_deref().map(Text::one_line),
        };
        app.log_miss(&logged).map_err(|error| session.error(&error))?;
        page.line(&session.get("miss-logged"));
        return session.print(&page);
    }
    let filter = Filter {
        period: if args.all { Period::All } else { Period::Month },
        reason: args.reason.map(Given::Reason),
        item: args.item,
        objective: args.objective.map(Some),
        ..Filter::default()
    };
    let notebook = app.notebook(&filter).map_err(|error| session.error(&error))?;
    if args.json {
        return session.print_json(&notebook.misses);
    }
    list(&notebook, session, &mut page);
    session.print(&page)
}

fn list(notebook: &Notebook, session: &Session, page: &mut Page) {
    if notebook.misses.is_empty() {
        return page.line(&session.get("cli-miss-none"));
    }
    for miss in &notebook.misses {
        let mut parts = vec![words::date(miss.day, session.messages), place(miss, session)];
        parts.extend(miss.why.as_ref().map(|why| why.describe(session.messages)));
        parts.extend(miss.source.iter().map(ToString::to_string));
        page.line(&parts.join(" · "));
        page.line(&format!("    {}", miss.text));
    }
}

/// What it is about: a card's name, else the objective or the item, and how often.
fn place(miss: &Miss, session: &Session) -> String {
    let item = || miss.item.map(|item| session.with("book-item", &[("item", item.to_string().into())]));
    let place = miss
        .card
        .as_ref()
        .map(ToString::to_string)
        .or_else(|| miss.objective.map(|objective| objective.to_string()))
        .or_else(item)
        .unwrap_or_else(|| session.get("book-elsewhere"));
    if miss.times > 1 { format!("{place} ×{}", miss.times) } else { place }
}

pub(super) const EXAMPLES: &[Example] = &[
    Example {
        line: "carabin miss --item 232 --reason confused OAP/pneumopathie --source EDN-2024",
        id: "cli-miss-example",
    },
    Example { line: "carabin miss", id: "cli-miss-example-list" },
    Example { line: "carabin miss --all --json", id: "cli-miss-example-json" },
];
