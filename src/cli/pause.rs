//! `carabin pause`: days without study.

use clap::Args;
use jiff::civil::Date;

use super::{examples::Example, values, words::Words, wrong_use::Misuse};
use crate::i18n::Arg;

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

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin pause 2026-12-24 2027-01-02", id: "cli-pause-example" },
    Example { line: "carabin pause", id: "cli-pause-example-list" },
    Example { line: "carabin pause --clear", id: "cli-pause-example-clear" },
];
