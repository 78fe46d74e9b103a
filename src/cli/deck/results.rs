//! `carabin deck results`: what a group has answered, for whoever wrote the deck or teaches it.

use std::process::ExitCode;

use super::DeckResults;
use crate::{
    app::results::{Chosen, Question, Results},
    cli::{Failure, Page, run::Session, words::beginning},
};

/// How much of a prompt is shown, in characters.
const PROMPT: usize = 70;
/// How many typed answers of a question are shown.
const TYPED: usize = 5;
/// How wide the bar of an option is at most, in columns.
const BAR: usize = 10;

/// Gathers and tells.
pub(in crate::cli) fn run(args: &DeckResults, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let results = app.results(&args.files, &args.decks).map_err(|error| session.error(&error))?;
    if args.json {
        return session.print_json(&results);
    }
    session.print(&page(&results, session))
}

fn page(results: &Results, session: &Session) -> Page {
    let mut page = Page::default();
    let sum = [
        ("students", results.students.into()),
        ("answers", results.answers.into()),
        ("questions", results.questions.len().into()),
    ];
    page.line(&session.with("cli-results-sum", &sum));
    if results.torn > 0 {
        page.line(&session.with("cli-results-torn", &[("lines", results.torn.into())]));
    }
    for question in &results.questions {
        tell(question, session, &mut page);
    }
    page
}

fn tell(question: &Question, session: &Session, page: &mut Page) {
    page.heading(&question.card);
    if let Some(prompt) = &question.prompt {
        page.line(&beginning(prompt, PROMPT));
    }
    let students = ("students", question.students.into());
    match question.mean {
        Some(mean) => page.line(&session.with(
            "cli-results-marked",
            &[students, ("mean", format!("{:.0}", mean * 100.0).into()), ("full", question.full.into())],
        )),
        None => page.line(&session.with("cli-results-rated", &[students, ("again", question.again.into())])),
    }
    if question.other_version > 0 {
        page.line(&session.with("cli-results-version", &[("answers", question.other_version.into())]));
    }
    let most = question.options.iter().map(|option| option.count).max().unwrap_or(0).max(1);
    for option in &question.options {
        page.line(&line(option, most));
    }
    for (typed, count) in question.typed.iter().take(TYPED) {
        page.line(&format!("  {count:>4}  « {typed} »"));
    }
    for (reason, count) in &question.reasons {
        let name = session.words().find(&format!("reason-{reason}")).unwrap_or_else(|| reason.clone());
        page.line(&format!("  {count:>4}  {name}"));
    }
}

/// `  ✔   12 ██████      An option`
fn line(option: &Chosen, most: usize) -> String {
    let mark = match option.right {
        Some(true) => '✔',
        Some(false) => '✘',
        None => ' ',
    };
    let bar = "█".repeat((option.count * BAR).div_ceil(most).min(BAR));
    format!("  {mark} {:>4} {bar:<BAR$}  {}", option.count, beginning(&option.text, PROMPT))
}
