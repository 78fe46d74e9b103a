//! Keys on the statistics.

use super::{Effect, ask};
use crate::tui::{
    keymap::Action,
    model::{Model, Screen, StatisticsScreen, StatisticsTab},
    service::Request,
};

/// So many rows are a page.
const PAGE: usize = 10;

pub(super) fn on_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Statistics(screen) = &mut model.screen else { return Vec::new() };
    match action {
        Action::Up => screen.choose(screen.cursor.saturating_sub(1)),
        Action::Down => screen.choose(screen.cursor + 1),
        Action::PageUp => screen.choose(screen.cursor.saturating_sub(PAGE)),
        Action::PageDown => screen.choose(screen.cursor + PAGE),
        Action::NextView => return turn_to(screen, screen.tab.turned(1)),
        Action::PreviousView => return turn_to(screen, screen.tab.turned(StatisticsTab::ALL.len() - 1)),
        Action::Start | Action::StudyAhead => {
            let Some(part) = screen.chosen() else { return Vec::new() };
            let ahead = action == Action::StudyAhead;
            let request = Request::Start { scope: part.scope.clone(), ahead, limit: None };
            return ask(model, request);
        }
        Action::Home => return ask(model, Request::Overview),
        _ => {}
    }
    vec![Effect::Follow]
}

/// Turns to a tab, from its top on.
pub(super) fn turn_to(screen: &mut StatisticsScreen, tab: StatisticsTab) -> Vec<Effect> {
    screen.tab = tab;
    vec![Effect::ScrollTop]
}

/// A click on a row: the first one chooses it, the second one begins.
pub(super) fn click(model: &mut Model, row: usize) -> Vec<Effect> {
    let Screen::Statistics(screen) = &mut model.screen else { return Vec::new() };
    if screen.cursor == row && !model.busy {
        return on_action(model, Action::Start);
    }
    screen.choose(row);
    vec![Effect::Follow]
}
