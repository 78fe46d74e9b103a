//! A list whose chosen row is shown in full below it.

use ratatui::{buffer::Buffer, layout::Rect, text::Line, widgets::Widget};

use crate::tui::{
    mouse::Target,
    view::{Painter, ViewState, draw_rule},
    widgets::scroll,
};

/// Draws those of `total` rows that fit, the one with the cursor among them; each can be clicked.
pub(super) fn draw_rows<'a>(
    total: usize,
    cursor: usize,
    row: impl Fn(usize) -> Line<'a>,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    state.offset.page = usize::from(area.height);
    state.offset.reveal(cursor, cursor);
    scroll::draw_each(total, row, area, &mut state.offset, painter.theme, buffer);
    for (number, y) in (state.offset.line..total).zip(area.y..area.bottom()) {
        state.hits.add(Rect { y, height: 1, ..area }, Target::Row(number));
    }
}

/// Draws the chosen row in full below a rule; nothing where there is nothing to tell.
pub(super) fn draw_detail(
    detail: Vec<Line<'_>>,
    rule: Rect,
    area: Rect,
    painter: Painter<'_>,
    buffer: &mut Buffer,
) {
    if !detail.is_empty() {
        draw_rule(rule, painter.theme.rule, buffer);
    }
    for (line, y) in detail.into_iter().zip(area.y..area.bottom()) {
        line.render(Rect { y, height: 1, ..area }, buffer);
    }
}
