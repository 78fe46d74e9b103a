//! `carabin set`: the settings of studying.

use clap::Args;

use super::{examples::Example, values, words::Words, wrong_use::Misuse};
use crate::{
    i18n::Arg,
    study::{Setting, Settings},
};

/// What is done with the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Set {
    /// Tell all, with their values and what they take.
    List,
    /// Tell one.
    Show(Setting),
    /// Give one a value, which fits it (as [`Settings::set`] says).
    Change(Setting, String),
}

/// The same as typed.
#[derive(Args, Clone, Debug)]
pub(super) struct SetArgs {
    /// The setting.
    #[arg(value_name = "name", value_parser = values::setting())]
    name: Option<Setting>,

    /// Its new value; several words are one value, so that `1m 10m` needs no quotes.
    #[arg(value_name = "value")]
    value: Vec<String>,
}

impl SetArgs {
    pub(super) fn checked(self, words: &Words) -> Result<Set, Misuse> {
        let Some(setting) = self.name else { return Ok(Set::List) };
        if self.value.is_empty() {
            return Ok(Set::Show(setting));
        }
        let value = self.value.join(" ").trim().to_owned();
        if Settings::default().set(setting, &value).is_ok() {
            return Ok(Set::Change(setting, value));
        }
        let args = [("name", Arg::from(setting.name())), ("value", words.quoted(&value))];
        Err(Misuse::of(&["set"], words.with("cli-wrong-setting", &args))
            .tip(words.with("cli-tip-setting", &[("expected", setting.expected().into())])))
    }
}

/// The settings with their defaults and what they take, one entry each: the heading is the caller's.
pub(super) fn listing(words: &Words) -> Vec<(&'static str, String)> {
    let defaults = Settings::default();
    let entry = |setting: Setting| {
        let meaning = words.get(&format!("cli-setting-{}", setting.name()));
        let args = [("expected", setting.expected().into()), ("default", defaults.get(setting).into())];
        (setting.name(), format!("{meaning}\n{}", words.with("cli-set-takes", &args)))
    };
    Setting::ALL.into_iter().map(entry).collect()
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin set", id: "cli-set-example-list" },
    Example { line: "carabin set new-per-day 10", id: "cli-set-example" },
    Example { line: "carabin set learning-steps 1m 10m", id: "cli-set-example-words" },
    Example { line: "carabin set exam-date 2027-10-18", id: "cli-set-example-exam" },
];
