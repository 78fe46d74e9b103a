//! A question of an exam.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::Span,
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::{super::review, navigator};
use crate::{
    app::wording,
    tui::{
        model::{Panel, Sat},
        view::{Painter, ViewState, draw_ends, draw_rule},
    },
};

/// ```text
/// Question 12/60 ⚑                                      1 h 12
/// ━━━━━━━━━━━────────────────────────────────────────── 11/60
/// Énoncé : …
/// QRM · plusieurs réponses
/// …
/// ```
pub(super) fn draw(
    sat: &Sat,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let area = match sat.panel {
        Some(_) => area,
        None => match review::beside(&sat.review, painter, state, area, frame) {
            Some(area) => area,
            None => return,
        },
    };
    let [head, progress, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    let sitting = &sat.exam.sitting;
    let args = [("number", (sitting.current() + 1).into()), ("total", sitting.len().into())];
    let flag = if sitting.state().flagged { " ⚑" } else { "" };
    let short = sitting.left_ms() <= wording::exam::SHORT_SECONDS * 1000;
    let clock = wording::exam::clock(sitting.left_ms(), painter.messages);
    let style = if short { painter.theme.bad } else { painter.theme.text };
    draw_ends(
        &Span::styled(format!("{}{flag}", painter.with("exam-count", &args)), painter.theme.title),
        &Span::styled(clock, style),
        head,
        frame.buffer_mut(),
    );
    draw_progress(sat, painter, progress, frame);
    match sat.panel {
        Some(Panel::Navigator { cursor }) => {
            navigator::draw(sat, cursor, painter, state, body, frame.buffer_mut());
        }
        Some(Panel::HandIn) => navigator::draw_hand_in(sat, painter, body, frame.buffer_mut()),
        None => {
            review::draw_body(&sat.review, painter, state, body, frame);
        }
    }
}

fn draw_progress(sat: &Sat, painter: Painter<'_>, area: Rect, frame: &mut Frame<'_>) {
    let sitting = &sat.exam.sitting;
    let (total, done) = (sitting.len(), sitting.len() - sitting.blanks());
    let text = format!(" {done}/{total}");
    let width = u16::try_from(text.width()).unwrap_or(0).min(area.width);
    let [bar, label] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(width)]).areas(area);
    draw_rule(bar, painter.theme.rule, frame.buffer_mut());
    let filled = usize::from(bar.width) * done / total.max(1);
    Span::styled("━".repeat(filled), painter.theme.accent).render(bar, frame.buffer_mut());
    Span::styled(text, painter.theme.dim).render(label, frame.buffer_mut());
}
