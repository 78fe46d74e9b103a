//! `carabin card`: one card.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{Failure, Page, examples::Example, page, run::Session, table::Table, values};
use crate::{
    app::{
        card_content::{ContentInfo, OptionInfo},
        card_info::{CardInfo, ScheduleInfo},
        markdown, words,
    },
    card::{Locator, Text, Verdict},
    i18n::Arg,
};

/// What is done with a card.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum CardCommand {
    /// Its content, history and memory.
    Show(CardShow),
    /// Asks a suspended or buried card again.
    Resume(CardResume),
    /// Writes a message about it to its author.
    Report(CardReport),
}

/// Which card has a mistake.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct CardReport {
    /// The card.
    #[arg(value_name = "card", value_parser = values::locator)]
    pub card: Locator,
}

/// Which card is shown, and how.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct CardShow {
    /// The card.
    #[arg(value_name = "card", value_parser = values::locator)]
    pub card: Locator,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Which card is asked again.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct CardResume {
    /// The card.
    #[arg(value_name = "card", value_parser = values::locator)]
    pub card: Locator,
}

/// Asks a card again that was suspended or buried.
pub(super) fn resume(args: &CardResume, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let was_away = app.resume(&args.card).map_err(|error| session.error(&error))?;
    let id = if was_away { "cli-card-resumed" } else { "cli-card-not-away" };
    let mut page = Page::default();
    page.line(&session.with(id, &[("card", args.card.to_string().into())]));
    session.print(&page)
}

/// Prints a message about a card to the author of its deck.
pub(super) fn report(args: &CardReport, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_to_read()?;
    let letter = app.letter(&args.card).map_err(|error| session.error(&error))?;
    session.print_text(&format!("{}\n", app.letter_text(&letter)))
}

/// Tells everything that is known of a card.
pub(super) fn run(args: &CardShow, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_to_read()?;
    let info = app.card_info(&args.card).map_err(|error| session.error(&error))?;
    if args.json {
        return session.print_json(&info);
    }
    let mut page = Page::default();
    write_head(&info, session, &mut page);
    if let Some(content) = &info.content {
        page.line("");
        write_content(content, session, &mut page);
        write_more(&info, session, &mut page);
    }
    page.heading(&session.get("cli-card-memory"));
    write_schedules(&info.schedules, session, &mut page);
    page.heading(&session.get("cli-card-history"));
    write_history(&info, session, &mut page);
    if !info.versions.is_empty() {
        page.heading(&session.get("cli-card-versions"));
        for version in &info.versions {
            let id = if version.current { "cli-card-version-current" } else { "cli-card-version" };
            page.line(&session.with(id, &[("fingerprint", version.fingerprint.as_str().into())]));
            version.text.lines().for_each(|line| page.line(format!("    {line}").trim_end()));
        }
    }
    session.print(&page)
}

/// The locator, the deck, the place in the programme.
fn write_head(info: &CardInfo, session: &Session, page: &mut Page) {
    page.styled(page::HEADING, &info.card);
    page.push("\n");
    match &info.deck {
        Some(deck) => {
            let file = deck.path.clone().unwrap_or_else(|| deck.id.clone());
            let args =
                [("title", deck.title.as_str().into()), ("file", file.into()), ("line", deck.line.into())];
            page.line(&session.with("cli-card-place", &args));
        }
        None => page.line(&session.get("cli-card-gone")),
    }
    let kind = info.content.as_ref().map(|content| session.get(&format!("kind-{}", content.kind)));
    let rank = info.rank.as_deref().map(|rank| session.with("rank-name", &[("rank", rank.into())]));
    let item = info.item.map(|item| session.with("cli-card-item", &[("item", item.to_string().into())]));
    let parts = kind.into_iter().chain(info.objectives.iter().cloned()).chain(rank).chain(item);
    let parts: Vec<String> = parts.chain(info.tags.iter().map(ToString::to_string)).collect();
    if !parts.is_empty() {
        page.line(&parts.join(" · "));
    }
    if !info.aliases.is_empty() {
        page.line(&session.with("cli-card-aliases", &[("cards", info.aliases.join(", ").into())]));
    }
    if info.content.is_some() && info.is_without_id() {
        page.line(&session.get("cli-card-without-id"));
    }
}

fn write_content(content: &ContentInfo, session: &Session, page: &mut Page) {
    let source = content.cloze.as_ref().unwrap_or(&content.prompt);
    write_markdown("", source, page);
    if let Some(answer) = &content.answer {
        write_markdown(&session.get("plain-answer"), answer, page);
    }
    for option in &content.options {
        write_option(option, session, page);
    }
    let list = |texts: &[Text]| texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" · ");
    if !content.answers.is_empty() {
        page.line(&format!("{} {}", session.get("answer-expected"), list(&content.answers)));
    }
    if !content.accept.is_empty() {
        page.line(&format!("{} {}", session.get("answer-half"), list(&content.accept)));
    }
    for item in &content.items {
        page.line(&format!("- {}", list(item)));
    }
    for zone in &content.zones {
        page.line(&format!("- {zone}"));
    }
    for question in &content.questions {
        page.push("\n");
        page.styled(page::HEADING, &question.id);
        page.push("\n");
        write_content(&question.content, session, page);
    }
}

fn write_option(option: &OptionInfo, session: &Session, page: &mut Page) {
    let id = match option.verdict {
        Verdict::Required => "cli-card-option-required",
        Verdict::Correct => "cli-card-option-correct",
        Verdict::Wrong => "cli-card-option-wrong",
        Verdict::Unacceptable => "cli-card-option-unacceptable",
    };
    page.line(&session.with(id, &[("text", markdown::one_line(&option.text).into())]));
    if let Some(why) = &option.why {
        page.line(&format!("    {}", markdown::one_line(why)));
    }
}

/// What the author and the student have to say beside the question.
fn write_more(info: &CardInfo, session: &Session, page: &mut Page) {
    let date = |date| Arg::from(words::date(date, session.messages));
    if let Some(hint) = &info.hint {
        write_markdown(&session.get("hint-label"), hint, page);
    }
    if let Some(note) = &info.note {
        write_markdown(&session.get("plain-note"), note, page);
    }
    match (info.as_of, info.until) {
        (Some(from), Some(to)) => {
            page.line(&session.with("true-between", &[("from", date(from)), ("to", date(to))]));
        }
        (Some(from), None) => page.line(&session.with("true-from", &[("date", date(from))])),
        (None, Some(to)) => page.line(&session.with("true-until", &[("date", date(to))])),
        (None, None) => {}
    }
    for source in &info.sources {
        let author = source.author.as_ref().map(|author| format!("{author}, ")).unwrap_or_default();
        let day = source.date.map(|day| format!(" ({})", words::date(day, session.messages)));
        let url = source.url.as_ref().map(|url| format!(" {url}"));
        let label = session.get("source-label");
        page.line(&format!(
            "{label} {author}{}{}{}",
            markdown::one_line(&source.title),
            day.unwrap_or_default(),
            url.unwrap_or_default()
        ));
    }
    if let Some(note) = &info.own_note {
        write_markdown(&session.get("plain-own-note"), note, page);
    }
}

/// `label` and the lines of a text.
fn write_markdown(label: &str, source: &str, page: &mut Page) {
    let lines = markdown::spoken(source, &|inner| inner.to_owned());
    for (number, line) in lines.iter().enumerate() {
        let label = if number == 0 { label } else { "" };
        page.line(format!("{label} {line}").trim_start());
    }
}

fn write_schedules(schedules: &[ScheduleInfo], session: &Session, page: &mut Page) {
    if schedules.is_empty() {
        return page.line(&session.get("cli-card-no-schedule"));
    }
    for schedule in schedules {
        let mut parts = Vec::new();
        let number = |value: f64| Arg::from(words::decimal(value, 1, session.lang));
        match (schedule.stability, schedule.difficulty) {
            (Some(stability), Some(difficulty)) => {
                parts.push(session.with("cli-card-stability", &[("days", number(stability))]));
                parts.push(session.with("cli-card-difficulty", &[("difficulty", number(difficulty))]));
            }
            _ => parts.push(session.get("card-new")),
        }
        if let Some(recall) = schedule.retrievability {
            let share = words::percent(recall, session.lang);
            parts.push(session.with("cli-card-recall", &[("share", share.into())]));
        }
        if let Some(due) = &schedule.due_words {
            parts.push(session.with("cli-card-due", &[("date", due.as_str().into())]));
        }
        if schedule.reps > 0 {
            let args = [("reps", schedule.reps.into()), ("lapses", Arg::from(schedule.lapses))];
            parts.push(session.with("cli-card-reps", &args));
        }
        if schedule.suspended {
            parts.push(session.get("event-suspend"));
        }
        if let Some(until) = schedule.buried_until {
            let until = words::date(until, session.messages);
            parts.push(session.with("event-bury", &[("date", until.into())]));
        }
        if schedule.flag > 0 {
            parts.push(session.with("event-flag", &[("flag", u32::from(schedule.flag).into())]));
        }
        if schedules.len() > 1 {
            page.line(&schedule.locator);
            page.push("  ");
        }
        page.line(&parts.join(" · "));
    }
}

fn write_history(info: &CardInfo, session: &Session, page: &mut Page) {
    if info.history.is_empty() {
        return page.line(&session.get("cli-card-no-history"));
    }
    let mut table = Table::default();
    for event in &info.history {
        let part =
            event.card.as_deref().and_then(|card| card.split_once('#')).map(|(_, part)| format!("#{part} "));
        let void = event.void.then(|| format!(" ({})", session.get("event-void")));
        table.row([
            event.moment.clone(),
            format!("{}{}{}", part.unwrap_or_default(), event.words, void.unwrap_or_default()),
        ]);
    }
    table.write(page);
}

pub(super) const RESUME_EXAMPLES: &[Example] =
    &[Example { line: "carabin card resume edn-019-missions-fr/cnam-sigle", id: "cli-card-resume-example" }];

pub(super) const REPORT_EXAMPLES: &[Example] =
    &[Example { line: "carabin card report edn-019-missions-fr/cnam-sigle", id: "cli-card-report-example" }];

pub(super) const SHOW_EXAMPLES: &[Example] = &[
    Example { line: "carabin card show edn-019-missions-fr/cnam-sigle", id: "cli-card-show-example" },
    Example {
        line: "carabin card show edn-019-missions-fr/cnam-sigle --json",
        id: "cli-card-show-example-json",
    },
];
