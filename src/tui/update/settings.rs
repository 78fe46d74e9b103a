//! Keys on the settings.

use super::{Effect, ask, say};
use crate::{
    app::settings::SettingLine,
    study::Setting,
    tui::{
        keymap::Action,
        model::{LineForm, Model, Overlay, Purpose, Screen, SettingsScreen, Toast},
        service::{Request, SettingsRequest},
        widgets::field::guessed,
    },
};

/// So many rows are a page.
const PAGE: usize = 10;

pub(super) fn on_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Settings(screen) = &mut model.screen else { return Vec::new() };
    match action {
        Action::Up => screen.choose(screen.cursor.saturating_sub(1)),
        Action::Down => screen.choose(screen.cursor + 1),
        Action::PageUp => screen.choose(screen.cursor.saturating_sub(PAGE)),
        Action::PageDown => screen.choose(screen.cursor + PAGE),
        Action::Open | Action::Left | Action::Right | Action::Default => return change(model, action),
        Action::Undo => return ask(model, SettingsRequest::Undo.into()),
        Action::Home => return ask(model, Request::Overview),
        _ => {}
    }
    vec![Effect::Follow]
}

/// Changes the chosen setting: to the value beside it where they are few, else on a line that is asked for.
fn change(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Settings(screen) = &model.screen else { return Vec::new() };
    let Some(line) = screen.chosen() else { return Vec::new() };
    let setting = line.setting;
    let value = match (action, line.beside) {
        (Action::Default, _) => None,
        (Action::Left, Some((before, _))) => Some(before.to_owned()),
        (_, Some((_, after))) => Some(after.to_owned()),
        (Action::Open, None) => {
            let form = LineForm { purpose: Purpose::Setting(setting), input: guessed(&line.written) };
            model.overlay = Some(Overlay::Form(Box::new(form)));
            return vec![Effect::ScrollTop];
        }
        _ => return say(model, "settings-no-choice"),
    };
    ask(model, SettingsRequest::Change(setting, value).into())
}

/// The line is written. The form stays until its value is kept: what does not fit is told, and can be mended.
pub(super) fn submit(model: &mut Model, setting: Setting, typed: &str) -> Vec<Effect> {
    ask(model, SettingsRequest::Change(setting, Some(typed.to_owned())).into())
}

/// A click on a row: the first one chooses it, the second one changes it.
pub(super) fn click(model: &mut Model, row: usize) -> Vec<Effect> {
    let Screen::Settings(screen) = &mut model.screen else { return Vec::new() };
    if screen.cursor == row && !model.busy {
        return change(model, Action::Open);
    }
    screen.choose(row);
    vec![Effect::Follow]
}

/// The settings have come.
pub(super) fn show(model: &mut Model, lines: Vec<SettingLine>, said: Option<String>) -> Vec<Effect> {
    if matches!(&model.overlay, Some(Overlay::Form(form)) if matches!(form.purpose, Purpose::Setting(_))) {
        model.overlay = None;
    }
    model.toast = said.map(|text| Toast { text, bad: false });
    if let Screen::Settings(screen) = &mut model.screen {
        screen.lines = lines;
        return vec![Effect::Follow];
    }
    model.screen = Screen::Settings(SettingsScreen { lines, cursor: 0 });
    vec![Effect::ScrollTop]
}
