//! `carabin set`: the settings of studying.

use std::process::ExitCode;

use clap::Args;

use super::{Failure, Page, examples::Example, page, run::Session, values, words::Words, wrong_use::Misuse};
use crate::{
    app::{settings::SettingLine, wording::settings as wording},
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
            let lines = app.list_settings().map_err(|error| session.error(&error))?;
            let settings = app.kept_settings().map_err(|error| session.error(&error))?;
            for line in lines.iter().filter(|line| !matches!(args, Set::Show(one) if *one != line.setting)) {
                describe(line, &settings, session, &mut page);
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
    let value = app.setting_in_words(setting).map_err(|error| session.error(&error))?;
    page.line(&named(setting, &value, session));
    session.print(&page)
}

/// ```text
/// new-per-day = 10
///   Nouvelles cartes par jour : 10
///   Les autres attendent le lendemain. …
///   0 … 9999 (par défaut : 20)
/// ```
fn describe(line: &SettingLine, settings: &Settings, session: &Session, page: &mut Page) {
    let setting = line.setting;
    page.styled(page::LITERAL, &format!("{} = {}", setting.name(), settings.get(setting)));
    page.push("\n");
    page.line(&format!("  {}", named(setting, &line.value, session)));
    let words = session.words();
    let about = page::wrap(&wording::about(setting, session.messages), words.width().saturating_sub(2), 2);
    page.line(&format!("  {about}"));
    page.line(&format!("  {}", expected(setting, &words)));
}

/// A setting by its name in the student's language, with its value in words.
fn named(setting: Setting, value: &str, session: &Session) -> String {
    let name = wording::name(setting, session.messages);
    session.with("settings-named", &[("name", name.into()), ("value", value.into())])
}

fn expected(setting: Setting, words: &Words) -> String {
    let default = Settings::default().get(setting);
    words.with("cli-set-takes", &[("expected", setting.expected().into()), ("default", default.into())])
}

/// The settings: what each is called, what it does, what it takes with its default. The heading is the caller's.
pub(super) fn listing(words: &Words) -> Vec<(&'static str, [String; 3])> {
    let told = |setting: Setting| {
        let id = format!("setting-{}", setting.name());
        let about = words.get(&format!("{id}-about"));
        (setting.name(), [words.get(&id), about, expected(setting, words)])
    };
    Setting::ALL.into_iter().map(told).collect()
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin set", id: "cli-set-example-list" },
    Example { line: "carabin set new-per-day 10", id: "cli-set-example" },
    Example { line: "carabin set learning-steps 1m 10m", id: "cli-set-example-words" },
    Example { line: "carabin set exam-date 2027-10-18", id: "cli-set-example-exam" },
];
