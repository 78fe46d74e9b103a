//! Keys on the programme.

use crossterm::event::{KeyCode, KeyEvent};

use super::{Effect, ask};
use crate::{
    app::series::Series,
    tui::{
        keymap::{Action, Key},
        model::{Chosen, Model, ProgrammeScreen, Screen, Toast},
        service::Request,
    },
};

/// So many rows are a page.
const PAGE: isize = 10;

/// A key that goes into what is looked for; `None` where none does.
pub(super) fn type_key(model: &mut Model, key: KeyEvent) -> Option<Vec<Effect>> {
    let Screen::Programme(screen) = &mut model.screen else { return None };
    if !screen.typing || !(Key::from(key).is_text() || key.code == KeyCode::Backspace) {
        return None;
    }
    let mut query = screen.query.clone();
    match key.code {
        KeyCode::Char(c) => query.push(c),
        _ => drop(query.pop()),
    }
    screen.seek(query);
    Some(vec![Effect::Follow])
}

/// A text that is pasted into what is looked for.
pub(super) fn paste(screen: &mut ProgrammeScreen, text: &str) {
    if screen.typing {
        screen.seek(format!("{}{text}", screen.query));
    }
}

pub(super) fn on_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Programme(screen) = &mut model.screen else { return Vec::new() };
    match action {
        Action::Up => screen.step(-1),
        Action::Down => screen.step(1),
        Action::PageUp => screen.step(-PAGE),
        Action::PageDown => screen.step(PAGE),
        Action::NextView => screen.turn_tab(),
        Action::RankFilter => screen.turn_rank(),
        Action::Open => screen.turn(None),
        Action::Right => screen.turn(Some(true)),
        Action::Left => screen.turn(Some(false)),
        Action::OpenAll => screen.turn_all(),
        Action::Search => screen.typing = true,
        Action::Find => screen.typing = false,
        Action::ClearSearch => {
            screen.typing = false;
            screen.seek(String::new());
        }
        Action::ClearFilter => screen.widen(),
        Action::Start | Action::StudyAhead => return begin(model, action == Action::StudyAhead),
        Action::ResumeObjective => {
            if let Some(Chosen::Objective(line)) = screen.chosen() {
                let request = Request::ResumeObjective(line.objective);
                return ask(model, request);
            }
        }
        Action::Home => return ask(model, Request::Overview),
        _ => {}
    }
    vec![Effect::Follow]
}

/// Studies what is chosen: its cards, else its cases.
fn begin(model: &mut Model, ahead: bool) -> Vec<Effect> {
    let Screen::Programme(screen) = &model.screen else { return Vec::new() };
    let (Some(chosen), Some(scope)) = (screen.chosen(), screen.scope()) else { return Vec::new() };
    let (cards, cases, suspended) = match chosen {
        Chosen::Objective(line) => (line.cards > 0, line.cases > 0, line.suspended > 0),
        Chosen::Item(item) => (item.has_cards(), item.objectives.iter().any(|line| line.cases > 0), false),
    };
    if cards {
        return ask(model, Request::Start { scope, ahead, limit: None });
    }
    if cases {
        return ask(model, Request::Series(Series::containers(scope)));
    }
    let id = if suspended { "programme-all-aside" } else { "programme-no-card" };
    model.toast = Some(Toast { text: model.messages.get(id), bad: false });
    Vec::new()
}
