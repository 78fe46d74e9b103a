//! Keys on the places of a text.

use super::Effect;
use crate::{
    app::{
        asked::Asked,
        ticks::{Limit, Toggled},
        wording,
    },
    i18n::Messages,
    tui::{keymap::Action, model::Pointing},
};

/// Moves the cursor from place to place, or from sentence to sentence. Back from the first place brings the question back.
pub(super) fn walk(pointing: &mut Pointing, action: Action) -> Vec<Effect> {
    pointing.warned = false;
    let forward = matches!(action, Action::NextPlace | Action::Down);
    if !forward && pointing.cursor == 0 {
        return vec![Effect::ScrollTop, Effect::Follow];
    }
    pointing.cursor = match action {
        Action::NextPlace | Action::PreviousPlace => pointing.places.step(pointing.cursor, forward),
        _ => pointing.places.leap(pointing.cursor, forward),
    };
    vec![Effect::Follow]
}

/// Points at the place under the cursor, or no longer. Gives what is to be said.
pub(super) fn point(pointing: &mut Pointing, asked: &Asked, messages: &Messages) -> Option<String> {
    pointing.warned = false;
    let content = &asked.card.content;
    let (limit, span) = (Limit::of(content)?, pointing.places.span(pointing.cursor)?);
    (limit.toggle(&mut pointing.chosen, span) == Toggled::Full).then(|| wording::full(content, messages))
}

/// What is said instead of handing in with fewer places than are expected; only once.
pub(super) fn objection(pointing: &mut Pointing, asked: &Asked, messages: &Messages) -> Option<String> {
    if std::mem::replace(&mut pointing.warned, true) {
        return None;
    }
    wording::left_to_tick(&asked.card.content, pointing.chosen.len(), messages)
}
