//! `carabin set`: the settings of studying.

use std::process::ExitCode;

use clap::Args;

use super::{Failure, Page, examples::Example, page, run::Session, values, words::Words, wrong_use::Misuse};
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
    /// Take one back to its default.
    Reset(Setting),
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
        if DEFAULT.contains(&value.to_lowercase().as_str()) {
            return Ok(Set::Reset(setting));
        }
        if Settings::default().set(setting, &value).is_ok() {
            return Ok(Set::Change(setting, value));
        }
        let args = [("name", Arg::from(setting.name())), ("value", words.quoted(&value))];
        Err(Misuse::of(&["set"], words.with("cli-wrong-setting", &args))
            .tip(words.with("cli-tip-setting", &[("expected", setting.expected().into())])))
    }
}

/// The words that take a setting back to its default.
const DEFAULT: [&str; 3] = ["default", "défaut", "defaut"];

/// Lists, tells or changes.
pub(super) fn run(args: &Set, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    session.warn(app.notices());
    let mut page = Page::default();
    let (setting, value) = match args {
        Set::List | Set::Show(_) => {
            let settings = app.kept_settings().map_err(|error| session.error(&error))?;
            let listed = Setting::ALL.into_iter().filter(|s| !matches!(args, Set::Show(one) if one != s));
            for setting in listed {
                describe(setting, &settings, session, &mut page);
            }
            return session.print(&page);
        }
        Set::Change(setting, value) => (*setting, Some(value.as_str())),
        Set::Reset(setting) => (*setting, None),
    };
    let changed = app.change_setting(setting, value).map_err(|error| session.error(&error))?;
    let args = [
        ("name", setting.name().into()),
        ("before", changed.before.as_str().into()),
        ("after", changed.after.as_str().into()),
    ];
    let id = if changed.before == changed.after { "cli-set-unchanged" } else { "cli-set-changed" };
    page.line(&session.with(id, &args));
    page.line(&session.get(&format!("cli-setting-{}", setting.name())));
    session.print(&page)
}

/// ```text
/// new-per-day = 10
///   Nouvelles cartes par jour
///   0 … 9999 (par défaut : 20)
/// ```
fn describe(setting: Setting, settings: &Settings, session: &Session, page: &mut Page) {
    page.styled(page::LITERAL, &format!("{} = {}", setting.name(), settings.get(setting)));
    page.push("\n");
    for line in meaning(setting, &session.words()).lines() {
        page.line(&format!("  {line}"));
    }
}

/// What a setting is, what it takes and its default, a line each.
fn meaning(setting: Setting, words: &Words) -> String {
    let meaning = words.get(&format!("cli-setting-{}", setting.name()));
    let default = Settings::default().get(setting);
    let args = [("expected", setting.expected().into()), ("default", default.into())];
    format!("{meaning}\n{}", words.with("cli-set-takes", &args))
}

/// The settings with their defaults and what they take, one entry each: the heading is the caller's.
pub(super) fn listing(words: &Words) -> Vec<(&'static str, String)> {
    Setting::ALL.into_iter().map(|setting| (setting.name(), meaning(setting, words))).collect()
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin set", id: "cli-set-example-list" },
    Example { line: "carabin set new-per-day 10", id: "cli-set-example" },
    Example { line: "carabin set learning-steps 1m 10m", id: "cli-set-example-words" },
    Example { line: "carabin set exam-date 2027-10-18", id: "cli-set-example-exam" },
];
