//! `carabin pause`: days without study.

use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;

use super::{Failure, Page, examples::Example, run::Session, values, words::Words, wrong_use::Misuse};
use crate::{app::words, i18n::Arg, memory::Day};

/// What is done with the pauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// Tell those that are set.
    List,
    /// Take all away.
    Clear,
    /// Add one, both days included; `from` is not after `to`.
    Add {
        /// The first day without study.
        from: Date,
        /// The last day without study.
        to: Date,
    },
}

/// The same as typed.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct PauseArgs {
    /// The first day.
    #[arg(value_name = "from", value_parser = values::date, requires = "to")]
    from: Option<Date>,

    /// The last day.
    #[arg(value_name = "to", value_parser = values::date)]
    to: Option<Date>,

    /// Take all pauses away.
    #[arg(long, conflicts_with = "from")]
    clear: bool,
}

impl PauseArgs {
    pub(super) fn checked(self, words: &Words) -> Result<Pause, Misuse> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from > to => {
                let args = [("from", Arg::from(from.to_string())), ("to", Arg::from(to.to_string()))];
                Err(Misuse::of(&["pause"], words.with("cli-wrong-pause-order", &args)).tip(
                    words
                        .with("cli-tip-try", &[("try", words.quoted(&format!("carabin pause {to} {from}")))]),
                ))
            }
            (Some(from), Some(to)) => Ok(Pause::Add { from, to }),
            _ if self.clear => Ok(Pause::Clear),
            _ => Ok(Pause::List),
        }
    }
}

/// Lists, adds or takes away.
pub(super) fn run(args: Pause, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    session.warn(app.notices());
    let pauses = match args {
        Pause::List => app.pauses(),
        Pause::Add { from, to } => app.add_pause(from, to),
        Pause::Clear => app.clear_pauses().map(|()| Vec::new()),
    };
    let pauses = pauses.map_err(|error| session.error(&error))?;
    let mut page = Page::default();
    match args {
        Pause::Add { to, .. } if to < app.now().day.date() => page.line(&session.get("cli-pause-over")),
        Pause::Clear => page.line(&session.get("cli-pause-cleared")),
        _ if pauses.is_empty() => page.line(&session.get("cli-pause-none")),
        _ => {}
    }
    for (from, to) in pauses {
        let days = Day::from_date(to).since(Day::from_date(from)) + 1;
        let say = |date| Arg::from(words::date(date, session.messages));
        page.line(
            &session.with("cli-pause-line", &[("from", say(from)), ("to", say(to)), ("days", days.into())]),
        );
    }
    session.print(&page)
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin pause 2026-12-24 2027-01-02", id: "cli-pause-example" },
    Example { line: "carabin pause", id: "cli-pause-example-list" },
    Example { line: "carabin pause --clear", id: "cli-pause-example-clear" },
];
