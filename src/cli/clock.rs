//! `carabin clock`: jumps of the computer's clock.

use std::{
    io::{self, IsTerminal as _},
    process::ExitCode,
};

use clap::Args;

use super::{
    Failure, Page,
    ask::agrees,
    examples::Example,
    run::{Session, to_stderr},
};
use crate::{
    app::{
        App,
        jump::{Jump, Way},
        words,
    },
    i18n::Arg,
};

/// What is done about the clock.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// The clock is right now: move what was kept at wrong times.
    #[arg(long, conflicts_with = "undo")]
    pub correct: bool,

    /// Take the last correction back.
    #[arg(long)]
    pub undo: bool,
}

/// Tells what the clock says and what was corrected; corrects, or takes it back.
pub(super) fn run(args: Clock, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    session.warn(app.notices());
    let mut page = Page::default();
    if args.undo {
        let undone = app.withdraw_correction().map_err(|error| session.error(&error))?;
        page.line(&session.get(if undone { "cli-clock-undone" } else { "cli-clock-nothing-to-undo" }));
        return session.print(&page);
    }
    match app.clock_jump().map_err(|error| session.error(&error))? {
        None => {
            let now = words::moment(&app.clock().wall(), session.messages);
            page.line(&session.with("cli-clock-fits", &[("now", now.into())]));
        }
        Some(jump) => {
            page.line(&app.describe_jump(&jump));
            if args.correct && jump.moved() > 0 {
                correct(&mut app, &jump, &mut page, session)?;
            } else {
                page.line(&advice(&jump, session));
            }
        }
    }
    for correction in app.corrections().map_err(|error| session.error(&error))? {
        let days = correction.shift_ms.unsigned_abs().div_ceil(24 * 60 * 60 * 1000);
        let id = if correction.shift_ms < 0 { "cli-clock-moved-back" } else { "cli-clock-moved-on" };
        let args = [
            ("count", number(correction.moved)),
            ("days", number(days)),
            ("made", words::moment(&correction.made, session.messages).into()),
        ];
        page.line(&session.with(id, &args));
    }
    session.print(&page)
}

/// Before a session: a clock that does not fit is asked about where somebody can answer, and told elsewhere.
pub(super) fn look(app: &mut App, session: &Session) -> Result<(), Failure> {
    let jump = app.clock_jump().map_err(|error| session.error(&error))?;
    let Some(jump) = jump else { return Ok(()) };
    session.warn([&app.describe_jump(&jump)]);
    let mut page = Page::default();
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        page.line(&advice(&jump, session));
    } else if agrees(
        session,
        &session.get(if jump.way == Way::Ahead { "cli-clock-ask-ahead" } else { "cli-clock-ask" }),
    )? {
        if jump.moved() > 0 {
            correct(app, &jump, &mut page, session)?;
        }
    } else {
        page.line(&session.get("cli-clock-set-it"));
    }
    to_stderr(&page.render(session.colours_errors()));
    Ok(())
}

fn correct(app: &mut App, jump: &Jump, page: &mut Page, session: &Session) -> Result<(), Failure> {
    let moved = app.correct_times(jump).map_err(|error| session.error(&error))?;
    page.line(&session.with("clock-corrected", &[("count", number(moved))]));
    Ok(())
}

fn advice(jump: &Jump, session: &Session) -> String {
    session.get(match jump.way {
        Way::Ahead => "cli-clock-set-it",
        Way::Back | Way::Behind => "cli-clock-advice",
    })
}

fn number(number: u64) -> Arg {
    u32::try_from(number).unwrap_or(u32::MAX).into()
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin clock", id: "cli-clock-example" },
    Example { line: "carabin clock --correct", id: "cli-clock-example-correct" },
];
