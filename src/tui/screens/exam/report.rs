//! What a sitting came to: its figures, its questions, their corrections.

use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{super::review, draw_title, wrapped};
use crate::{
    app::{
        exam::{Past, PastQuestion},
        wording, words,
    },
    tui::{
        model::{ReportScreen, Review},
        view::{Painter, ViewState, cut},
        widgets::{scroll, typography::unbreakable},
    },
};

/// ```text
/// Épreuve 3   ● Bilan  ○ Questions            22 novembre 2026
/// ────────────────────────────────────────────────────────────
/// Note
/// 14,25/20 sur 20 questions, dont 1 sans réponse.
/// ```
pub(super) fn draw(
    report: &ReportScreen,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    if let Some(review) = &report.open {
        return draw_correction(report, review, painter, state, area, frame);
    }
    let past = &report.past;
    let tab = |id: &str, chosen: bool| format!("{}\u{a0}{}", if chosen { "●" } else { "○" }, painter.say(id));
    let title = format!(
        "{}   {}  {}",
        painter.with("exam-report-title", &[("number", past.number.into())]),
        tab("exam-tab-report", !report.listed),
        tab("exam-tab-questions", report.listed)
    );
    let date = if area.width >= 66 { words::date(past.at.date(), painter.messages) } else { String::new() };
    let body = draw_title(&title, &date, painter, area, frame.buffer_mut());
    if report.listed {
        let width = body.width.saturating_sub(1);
        let line = |number: usize| {
            question_line(past, &past.questions[number], number, number == report.cursor, painter, width)
        };
        state.offset.page = usize::from(body.height);
        state.offset.reveal(report.cursor, report.cursor);
        let total = past.questions.len();
        scroll::draw_each(total, line, body, &mut state.offset, painter.theme, frame.buffer_mut());
        return;
    }
    let mut lines: Vec<Line<'static>> = Vec::new();
    for section in wording::exam::report(past, painter.messages) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::styled(unbreakable(&section.title), painter.theme.title));
        for line in section.lines {
            lines.extend(wrapped(&line, painter.theme.text, body.width.saturating_sub(1)));
        }
    }
    scroll::draw(&lines, body, &mut state.offset, painter.theme, frame.buffer_mut());
}

/// `▸ 12  0,5  Parmi les éléments suivants, …`
fn question_line(
    past: &Past,
    question: &PastQuestion,
    number: usize,
    here: bool,
    painter: Painter<'_>,
    width: u16,
) -> Line<'static> {
    let theme = painter.theme;
    let said = wording::exam::question(past, question, painter.messages);
    let points = question.outcome.as_ref().map(|outcome| outcome.points);
    let style: Style = match points {
        None => theme.dim,
        Some(points) if !points.is_sure() => theme.accent,
        Some(points) if points.low >= 1.0 => theme.good,
        Some(points) if points.low > 0.0 => theme.warn,
        Some(_) => theme.bad,
    };
    let (mark, text_style) = if here { ("▸", theme.selected) } else { (" ", theme.text) };
    let head = format!("{mark}{:>4}  ", number + 1);
    let points = format!("{:>6}  ", said.points);
    let room = width.saturating_sub(u16::try_from(head.width() + points.width()).unwrap_or(0));
    Line::from(vec![
        Span::styled(head, text_style),
        Span::styled(points, style),
        Span::styled(cut(&unbreakable(&said.text), room), text_style),
    ])
}

fn draw_correction(
    report: &ReportScreen,
    review: &Review,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let Some(area) = review::beside(review, painter, state, area, frame) else { return };
    let total = report.past.questions.len();
    let args = [("number", (report.cursor + 1).into()), ("total", total.into())];
    let question = report.past.questions.get(report.cursor);
    let outcome = question.and_then(|question| question.outcome.as_ref());
    let right = match outcome {
        Some(outcome) if !outcome.points.is_sure() => painter.say("exam-to-decide"),
        Some(outcome) => wording::exam::spent(outcome.took_ms, painter.messages),
        None => String::new(),
    };
    let body = draw_title(&painter.with("exam-count", &args), &right, painter, area, frame.buffer_mut());
    review::draw_body(review, painter, state, body, frame);
}
