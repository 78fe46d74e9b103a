//! Keys on options.

use crossterm::event::{KeyCode, KeyEvent};

use super::Effect;
use crate::{
    app::{
        asked::Asked,
        ticks::{Limit, Toggled},
        wording,
    },
    card::Text,
    i18n::Messages,
    tui::{
        keymap::{Action, Key},
        model::Choosing,
    },
};

/// Whether `key` goes into the filter: a space does not before anything is typed, since it ticks then.
pub(super) fn is_typed(choosing: &Choosing, key: KeyEvent, action: Option<Action>) -> bool {
    match key.code {
        _ if choosing.filter.is_none() || action == Some(Action::Tick) => false,
        KeyCode::Char(_) => Key::from(key).is_text(),
        KeyCode::Backspace => true,
        _ => false,
    }
}

pub(super) fn type_key(choosing: &mut Choosing, key: KeyEvent) {
    choosing.refilter(|filter| match key.code {
        KeyCode::Char(c) => filter.push(c),
        _ => {
            filter.pop();
        }
    });
}

pub(super) fn paste(choosing: &mut Choosing, text: &Text) {
    choosing.refilter(|filter| filter.push_str(Text::one_line(text).as_str()));
}

/// Moves the cursor. Up from the first option brings the question back.
pub(super) fn walk(choosing: &mut Choosing, asked: &Asked, action: Action) -> Vec<Effect> {
    choosing.warned = false;
    if action == Action::Up && choosing.cursor == 0 {
        return vec![Effect::ScrollTop, Effect::Follow];
    }
    let last = choosing.visible(asked).len().saturating_sub(1);
    choosing.cursor = match action {
        Action::Up => choosing.cursor - 1,
        _ => (choosing.cursor + 1).min(last),
    };
    vec![Effect::Follow]
}

/// Ticks the option on line `line` of those that are shown, or takes its tick away. Gives what is to be said.
pub(super) fn tick(
    choosing: &mut Choosing,
    asked: &Asked,
    line: usize,
    messages: &Messages,
) -> Option<String> {
    choosing.warned = false;
    let content = &asked.card.content;
    let (limit, (place, option)) = (Limit::of(content)?, choosing.visible(asked).get(line).copied()?);
    choosing.cursor = line;
    if limit.toggle(&mut choosing.ticked, option) == Toggled::Full {
        return Some(wording::full(content, messages));
    }
    // What was looked for is found: the whole list comes back, with the cursor where it was.
    if choosing.filter.as_deref().is_some_and(|filter| !filter.is_empty()) {
        choosing.refilter(String::clear);
        choosing.cursor = place;
    }
    None
}

/// What is said instead of handing in with fewer ticks than are right, or with none; only once.
pub(super) fn objection(choosing: &mut Choosing, asked: &Asked, messages: &Messages) -> Option<String> {
    if std::mem::replace(&mut choosing.warned, true) {
        return None;
    }
    wording::left_to_tick(&asked.card.content, choosing.ticked.len(), messages)
        .or_else(|| choosing.ticked.is_empty().then(|| messages.get("ticks-none")))
}
