//! Keys on an article that is read.

use crossterm::event::KeyEvent;

use super::Effect;
use crate::tui::{
    keymap::Action,
    model::Reading,
    widgets::field::{is_for_end, type_at_end},
};

/// Whether `key` goes into what is looked for.
pub(super) fn is_typed(reading: &Reading, key: KeyEvent) -> bool {
    reading.typing && is_for_end(key)
}

pub(super) fn type_key(reading: &mut Reading, key: KeyEvent) -> Vec<Effect> {
    type_at_end(&mut reading.query, key);
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
