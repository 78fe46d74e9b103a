//! A paper before it is begun, or the exam under way.

use ratatui::{buffer::Buffer, layout::Rect, text::Line};

use super::{draw_title, wrapped};
use crate::{
    app::wording,
    tui::{
        model::Brief,
        view::{Painter, ViewState},
        widgets::scroll,
    },
};

/// ```text
/// Épreuve blanche
/// ──────────────────────────────────────────────────────────────
/// 20 questions en 36 minutes.
/// 7 QRU, 5 QRM, 3 QRP, 5 QROC.
///
/// Le chrono part quand vous commencez.
/// ```
pub(super) fn draw(
    brief: &Brief,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let title = painter.say(if brief.under_way { "exam-under-way-title" } else { "exam-title" });
    let body = draw_title(&title, "", painter, area, buffer);
    let width = body.width.saturating_sub(1);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let theme = painter.theme;
    if brief.under_way {
        let sitting = &brief.exam.sitting;
        let args = [
            ("blanks", sitting.blanks().into()),
            ("total", sitting.len().into()),
            ("time", wording::exam::clock(sitting.left_ms(), painter.messages).into()),
        ];
        lines.extend(wrapped(&painter.with("exam-under-way", &args), theme.text, width));
        for note in wording::exam::notes(&brief.exam, painter.messages) {
            lines.extend(wrapped(&note, theme.warn, width));
        }
    } else {
        let told = wording::exam::brief(&brief.exam, painter.messages);
        let notes = told.len() - brief.exam.notes.len();
        for (number, text) in told.iter().enumerate() {
            let style = if number >= notes { theme.warn } else { theme.text };
            lines.extend(wrapped(text, style, width));
        }
        lines.push(Line::default());
        lines.extend(wrapped(&painter.say("exam-brief-enter"), theme.dim, width));
    }
    scroll::draw(&lines, body, &mut state.offset, theme, buffer);
}
