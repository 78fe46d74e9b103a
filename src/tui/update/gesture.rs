//! What the mouse does.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};

use super::{Effect, cards, home, lists, on_action, on_overlay, review, settings, statistics};
use crate::tui::{
    keymap::Action,
    model::{BookView, Chosen, Model, Screen, StatisticsTab},
    mouse::{Gesture, Target},
};

/// What the mouse did is what a key would have done.
pub(super) fn on_gesture(model: &mut Model, gesture: Gesture, at: Duration) -> Vec<Effect> {
    model.toast = None;
    let target = match gesture {
        Gesture::Wheel(lines) => {
            if model.overlay.is_none() && lists(&model.screen) {
                return on_action(model, if lines < 0 { Action::Up } else { Action::Down }, at);
            }
            return vec![Effect::Scroll(lines)];
        }
        Gesture::Spot(spot) if model.overlay.is_none() && !model.busy => {
            return review::spot(model, spot, at);
        }
        Gesture::Spot(_) => return Vec::new(),
        Gesture::Click(target) => target,
    };
    match (target, &mut model.screen) {
        (Target::Act(action), _) if model.overlay.is_some() => {
            on_overlay(model, Some(action), KeyEvent::from(KeyCode::Null))
        }
        (Target::Act(action), _) => match action {
            Action::Interrupt | Action::SuspendProgram | Action::Redraw => Vec::new(),
            action => on_action(model, action, at),
        },
        (Target::Tab(view), Screen::Home(home)) => home::turn_to(home, view),
        // The first click chooses, the second one begins.
        (Target::Row(row), Screen::Home(home)) if home.cursor == row => on_action(model, Action::Start, at),
        (Target::Row(row), Screen::Home(home)) => {
            home.cursor = row;
            vec![Effect::Follow]
        }
        (Target::Row(row), Screen::Cards(_)) if !model.busy => cards::click(model, row),
        (Target::Pile(pile), Screen::Cards(_)) => cards::choose_pile(model, pile),
        (Target::Row(row), Screen::Notebook(book)) if book.cursor == row && !model.busy => {
            let opens = book.view != BookView::List;
            on_action(model, if opens { Action::Open } else { Action::Start }, at)
        }
        (Target::Row(row), Screen::Notebook(book)) => {
            book.cursor = row;
            vec![Effect::Follow]
        }
        (Target::Row(row), Screen::Programme(screen)) if screen.cursor == row => {
            let opens = matches!(screen.chosen(), Some(Chosen::Item(_)));
            on_action(model, if opens { Action::Open } else { Action::Start }, at)
        }
        (Target::Row(row), Screen::Programme(screen)) => {
            screen.choose(row);
            vec![Effect::Follow]
        }
        (Target::Nth(tab), Screen::Programme(screen)) => {
            screen.show_tab(tab);
            vec![Effect::Follow]
        }
        (Target::Nth(tab), Screen::Statistics(screen)) => {
            statistics::turn_to(screen, StatisticsTab::default().turned(tab))
        }
        (Target::Row(row), Screen::Statistics(_)) => statistics::click(model, row),
        (Target::Row(row), Screen::Settings(_)) => settings::click(model, row),
        (_, Screen::Review(_) | Screen::Exam(_)) if !model.busy => review::on_target(model, target, at),
        _ => Vec::new(),
    }
}
