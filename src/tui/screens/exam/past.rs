//! Exams that were handed in.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use super::{draw_title, wrapped};
use crate::{
    app::{exam::Past, wording, words},
    tui::{
        model::PastScreen,
        view::{Painter, ViewState, cut},
        widgets::scroll,
    },
};

/// ```text
/// Épreuves rendues
/// ──────────────────────────────────────────────
/// ▸  3  14,25/20 · 20 questions · 22 novembre 2026 à 08:40
/// ```
pub(super) fn draw(
    screen: &PastScreen,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let title = painter.say("exam-past-title");
    let body = draw_title(&title, "", painter, area, buffer);
    if screen.past.is_empty() {
        let lines = wrapped(&painter.say("exam-past-none"), painter.theme.dim, body.width);
        return scroll::draw(&lines, body, &mut state.offset, painter.theme, buffer);
    }
    let newest_first: Vec<&Past> = screen.past.iter().rev().collect();
    let line = |number: usize| {
        let past = newest_first[number];
        let here = number == screen.cursor;
        let args = [
            ("mark", wording::exam::mark(past.report.mark(), painter.messages).into()),
            ("n", past.report.all.questions.into()),
            ("date", words::moment(&past.at, painter.messages).into()),
        ];
        let text = format!("{:>3}  {}", past.number, painter.with("exam-past-row", &args));
        let (mark, style) = if here { ("▸ ", painter.theme.selected) } else { ("  ", painter.theme.text) };
        Line::from(Span::styled(format!("{mark}{}", cut(&text, body.width.saturating_sub(3))), style))
    };
    state.offset.page = usize::from(body.height);
    state.offset.reveal(screen.cursor, screen.cursor);
    scroll::draw_each(newest_first.len(), line, body, &mut state.offset, painter.theme, buffer);
}
