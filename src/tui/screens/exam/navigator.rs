//! All questions of an exam, and whether to hand in.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Modifier,
    text::{Line, Span},
    widgets::Widget,
};

use super::wrapped;
use crate::{
    study::exam::Place,
    tui::{
        model::{ACROSS, Sat},
        view::{Painter, ViewState},
        widgets::scroll,
    },
};

/// ```text
/// La copie
/// 11 sur 60 · 2 marquées
///
///   1■   2□   3■⚑  4■   5■   6■   7■   8■   9■  10■
///  11■  12□  13×  14·
///
/// ■ répondue   □ sans réponse   ⚑ marquée   …
/// ```
pub(super) fn draw(
    sat: &Sat,
    cursor: usize,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let theme = painter.theme;
    let sitting = &sat.exam.sitting;
    let width = area.width.saturating_sub(1);
    let legend = wrapped(&painter.say("exam-navigator-legend"), theme.dim, width);
    let airy = u16::from(area.height >= 14);
    let [title, counts, gap, grid, below, legend_area] = Layout::vertical([
        Constraint::Length(airy),
        Constraint::Length(1),
        Constraint::Length(airy),
        Constraint::Fill(1),
        Constraint::Length(airy),
        Constraint::Length(u16::try_from(legend.len()).unwrap_or(0)),
    ])
    .areas(area);
    let _ = (gap, below);
    Line::styled(painter.say("exam-navigator-title"), theme.title).render(title, buffer);
    let answered = sitting.len() - sitting.blanks();
    let args = [
        ("answered", answered.into()),
        ("total", sitting.len().into()),
        ("flagged", sitting.flagged().into()),
    ];
    Line::raw(painter.with("exam-navigator-counts", &args)).render(counts, buffer);
    // Ten questions a line, in columns as wide as the terminal allows.
    let cell = if area.width >= 66 { 6 } else { 3 };
    let row = |row: usize| {
        let numbers = row * ACROSS..((row + 1) * ACROSS).min(sitting.len());
        let spans: Vec<Span<'static>> =
            numbers.map(|number| cell_of(sat, number, number == cursor, cell, painter)).collect();
        Line::from(spans)
    };
    state.offset.page = usize::from(grid.height);
    state.offset.reveal(cursor / ACROSS, cursor / ACROSS);
    scroll::draw_each(sitting.len().div_ceil(ACROSS), row, grid, &mut state.offset, theme, buffer);
    for (line, y) in legend.into_iter().zip(legend_area.y..legend_area.bottom()) {
        line.render(Rect { y, height: 1, ..legend_area }, buffer);
    }
}

/// `12■⚑`; on a narrow terminal the number alone, in its style.
fn cell_of(sat: &Sat, number: usize, here: bool, width: usize, painter: Painter<'_>) -> Span<'static> {
    let theme = painter.theme;
    let sitting = &sat.exam.sitting;
    let state = &sitting.states()[number];
    let (mark, style) = match (sitting.place(number), state.answer.is_some()) {
        (Place::Closed, _) => ("×", theme.dim),
        (Place::Ahead, _) => ("·", theme.dim),
        (Place::Open, true) => ("■", theme.good),
        (Place::Open, false) => ("□", theme.warn),
    };
    let flag = if state.flagged { "⚑" } else { " " };
    let text = if width >= 6 {
        format!("{:>3}{mark}{flag} ", number + 1)
    } else {
        let mark = if state.flagged { "⚑" } else { mark };
        format!("{:>2}{mark}", (number + 1) % 100)
    };
    Span::styled(text, if here { style.add_modifier(Modifier::REVERSED) } else { style })
}

/// ```text
/// Rendre la copie ?
///
/// 3 questions sont sans réponse.
/// 2 questions sont marquées.
///
/// Une copie rendue ne se reprend pas.
/// ```
pub(super) fn draw_hand_in(sat: &Sat, painter: Painter<'_>, area: Rect, buffer: &mut Buffer) {
    let theme = painter.theme;
    let sitting = &sat.exam.sitting;
    let (blanks, flagged) = (sitting.blanks(), sitting.flagged());
    let width = area.width.saturating_sub(1);
    let mut lines = wrapped(&painter.say("exam-hand-in-title"), theme.title, width);
    lines.push(Line::default());
    let style = if blanks > 0 { theme.warn } else { theme.good };
    lines.extend(wrapped(&painter.with("exam-hand-in-blanks", &[("n", blanks.into())]), style, width));
    let style = if flagged > 0 { theme.warn } else { theme.dim };
    lines.extend(wrapped(&painter.with("exam-hand-in-flagged", &[("n", flagged.into())]), style, width));
    lines.push(Line::default());
    lines.extend(wrapped(&painter.say("exam-hand-in-end"), theme.dim, width));
    for (line, y) in lines.into_iter().zip(area.y..area.bottom()) {
        line.render(Rect { y, height: 1, ..area }, buffer);
    }
}
