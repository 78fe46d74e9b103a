//! Keys on a list whose items are typed one by one.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui_textarea::TextArea;

use super::{Effect, goes_into_field};
use crate::{
    app::{answered::Listed, asked::Asked},
    card::Text,
    tui::{
        keymap::Action,
        model::{Recalling, Stage},
        widgets::field::field,
    },
};

/// Whether `key` goes into the item that is being typed: with nothing to delete, Backspace is a key of its own.
pub(super) fn is_typed(recalling: &Recalling, key: KeyEvent, action: Option<Action>) -> bool {
    goes_into_field(key, action) && !(key.code == KeyCode::Backspace && is_blank(&recalling.input))
}

pub(super) fn paste(recalling: &mut Recalling, text: &Text) {
    // Lines are items.
    recalling.input.insert_str(text.trim().replace('\n', ", "));
}

/// The item is added; a blank line hands in. What comes of it, or the id of what is to be said.
pub(super) fn validate(
    recalling: &mut Recalling,
    asked: &Asked,
    took: Duration,
) -> Result<Option<Stage>, &'static str> {
    let typed = recalling.input.lines().join(" ");
    if typed.trim().is_empty() {
        // An Enter too many on the card before is not an answer.
        return if recalling.recall.is_empty() {
            Err("list-empty")
        } else {
            Ok(Some(hand_in(recalling, asked, took)))
        };
    }
    recalling.recall.add(asked, &typed);
    recalling.input = field("");
    Ok(recalling.recall.is_complete().then(|| hand_in(recalling, asked, took)))
}

/// What was found so far counts.
pub(super) fn hand_in(recalling: &mut Recalling, asked: &Asked, took: Duration) -> Stage {
    after(std::mem::take(&mut recalling.recall).hand_in(asked, took))
}

pub(super) fn after(listed: Listed) -> Stage {
    match listed {
        Listed::Answered(answered) => Stage::Answered(answered),
        Listed::Almost(doubts) => Stage::Judging(doubts),
    }
}

/// The last entry comes back into the field.
pub(super) fn take_back(recalling: &mut Recalling, asked: &Asked) -> Vec<Effect> {
    if let Some(entry) = recalling.recall.take_back(asked) {
        recalling.input = field(&entry);
    }
    vec![Effect::Follow]
}

fn is_blank(input: &TextArea<'_>) -> bool {
    input.lines().iter().all(String::is_empty)
}
