//! What a session came to.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    app::{report::Report, wording, words},
    memory::Rating,
    tui::{
        view::{Painter, ViewState},
        widgets::{
            scroll,
            wrap::{Run, wrap},
        },
    },
};

/// ```text
/// Séance terminée
///
/// 32 réponses en 12 min · 8 nouvelles cartes
/// 27 sues sur 32 : 84 %
///
/// À revoir 5   Difficile 3   Correct 22   Facile 2
///
/// Par objectif
/// OIC-019-09-A   27 / 32
///
/// Prochaine carte demain.
/// ```
pub(in crate::tui) fn draw(
    report: &Report,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let lines = lines(report, painter);
    let [head, _, body] = ratatui::layout::Layout::vertical([
        ratatui::layout::Constraint::Length(1),
        ratatui::layout::Constraint::Length(1),
        ratatui::layout::Constraint::Fill(1),
    ])
    .areas(area);
    Line::styled(painter.say("summary-title"), painter.theme.title).render(head, buffer);
    let lines: Vec<Line<'_>> = lines.into_iter().flat_map(|line| wrapped(line, body.width)).collect();
    scroll::draw(&lines, body, &mut state.offset, painter.theme, buffer);
}

fn lines(report: &Report, painter: Painter<'_>) -> Vec<Line<'static>> {
    let theme = painter.theme;
    let mut lines = Vec::new();
    if report.answers == 0 {
        let id = if report.left > 0 { "summary-nothing" } else { "summary-nothing-due" };
        lines.push(Line::raw(painter.say(id)));
    } else {
        let time = words::spent(report.seconds, painter.messages);
        lines.push(Line::raw(painter.with(
            "summary-answers",
            &[("n", report.answers.into()), ("time", time.into()), ("new", report.new.into())],
        )));
        if let Some(retention) = report.retention() {
            let share = words::percent(retention, painter.messages.lang());
            lines.push(Line::raw(painter.with("summary-recalled", &[("share", share.into())])));
        }
        if let Some(points) = wording::points(report, painter.messages) {
            lines.push(Line::raw(points));
        }
        lines.push(Line::default());
        let styles = [theme.bad, theme.warn, theme.good, theme.accent];
        let mut ratings = Vec::new();
        for ((rating, count), style) in Rating::ALL.into_iter().zip(report.ratings).zip(styles) {
            ratings.push(Span::styled(wording::rating(rating, painter.messages), style));
            ratings.push(Span::raw(format!("\u{a0}{count}   ")));
        }
        lines.push(Line::from(ratings));
    }
    if !report.objectives.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled(painter.say("summary-objectives"), theme.title));
        for line in &report.objectives {
            let name =
                line.objective.map_or_else(|| painter.say("summary-no-objective"), |id| id.to_string());
            lines.push(Line::from(vec![
                Span::raw(format!("{name:<16}")),
                Span::styled(format!("{:>3} / {}", line.recalled, line.answers), theme.dim),
            ]));
        }
    }
    lines.push(Line::default());
    if report.leeches > 0 {
        lines
            .push(Line::styled(painter.with("summary-leeches", &[("n", report.leeches.into())]), theme.warn));
    }
    if report.waiting > 0 {
        lines.push(Line::raw(painter.with("summary-waiting", &[("n", report.waiting.into())])));
    }
    if let Some(text) = wording::new_waiting(report, painter.messages) {
        lines.push(Line::raw(text));
        let text = painter.with("summary-more-new", &[("n", report.more_new.into())]);
        lines.push(Line::styled(text, theme.accent));
    }
    lines.push(Line::raw(wording::what_is_left(report, painter.messages)));
    if report.missed > 0 {
        let text = painter.with("summary-missed", &[("n", report.missed.into())]);
        lines.push(Line::styled(text, theme.dim));
    }
    if report.offers_ahead() {
        lines.push(Line::styled(painter.say("summary-ahead"), theme.dim));
    }
    lines
}

/// The line, broken where a narrow terminal ends.
fn wrapped(line: Line<'static>, width: u16) -> Vec<Line<'static>> {
    // What fits keeps its columns.
    if line.width() <= usize::from(width) {
        return vec![line];
    }
    let base = line.style;
    let runs: Vec<Run> = line
        .spans
        .into_iter()
        .map(|span| Run { text: span.content.into_owned(), style: base.patch(span.style) })
        .collect();
    wrap(&runs, width, &[], &[])
}
