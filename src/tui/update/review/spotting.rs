//! Keys on a picture whose places are pointed at.

use crate::{
    app::{
        asked::Asked,
        ticks::{Limit, Toggled},
        wording,
    },
    i18n::Messages,
    tui::model::Spotting,
};

/// The cells of a picture that was not drawn yet: none but the first key could come before that.
const UNDRAWN: (u16, u16) = (40, 20);

/// Moves the cursor by so many columns and rows.
pub(super) fn walk(spotting: &mut Spotting, by: (i8, i8), cells: Option<(u16, u16)>) {
    spotting.walk(by, cells.unwrap_or(UNDRAWN));
}

/// Points at the place under the cursor, or no longer. Gives what is to be said.
pub(super) fn point(
    spotting: &mut Spotting,
    asked: &Asked,
    cells: Option<(u16, u16)>,
    messages: &Messages,
) -> Option<String> {
    let content = &asked.card.content;
    let toggled = spotting.toggle(Limit::of(content)?, cells.unwrap_or(UNDRAWN));
    (toggled == Toggled::Full).then(|| wording::full(content, messages))
}

/// What is said instead of handing in with fewer places than are expected; only once.
pub(super) fn objection(spotting: &mut Spotting, asked: &Asked, messages: &Messages) -> Option<String> {
    if std::mem::replace(&mut spotting.warned, true) {
        return None;
    }
    wording::left_to_tick(&asked.card.content, spotting.spots.len(), messages)
}
