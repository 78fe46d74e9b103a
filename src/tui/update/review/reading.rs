//! Keys on an article that is read.

use crossterm::event::{KeyCode, KeyEvent};

use super::Effect;
use crate::tui::{
    keymap::{Action, Key},
    model::Reading,
};

/// Whether `key` goes into what is looked for.
pub(super) fn is_typed(reading: &Reading, key: KeyEvent) -> bool {
    reading.typing && (Key::from(key).is_text() || key.code == KeyCode::Backspace)
}

pub(super) fn type_key(reading: &mut Reading, key: KeyEvent) -> Vec<Effect> {
    match key.code {
        KeyCode::Char(c) => reading.query.push(c),
        _ => {
            reading.query.pop();
        }
    }
    reading.hit = 0;
    vec![Effect::Follow]
}

/// The keys of an open article; `None` for one that is not its own.
pub(super) fn on_action(reading: &mut Reading, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::Article | Action::CloseArticle => {
            reading.open = action == Action::Article && !reading.open;
            reading.typing = false;
        }
        Action::Search => {
            reading.typing = true;
            reading.query.clear();
            reading.hit = 0;
        }
        Action::Find => reading.typing = false,
        Action::ClearSearch => {
            reading.typing = false;
            reading.query.clear();
        }
        Action::NextHit => reading.hit += 1,
        Action::PreviousHit => reading.hit -= 1,
        _ => return None,
    }
    Some(vec![Effect::Follow])
}
