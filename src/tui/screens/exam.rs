//! The screens of a mock exam.

mod brief;
mod form;
mod navigator;
mod past;
mod report;
mod sat;

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
};

use crate::tui::{
    model::ExamScreen,
    view::{Painter, ViewState, draw_ends, draw_rule},
    widgets::{
        typography::unbreakable,
        wrap::{Run, wrap},
    },
};

pub(in crate::tui) fn draw(
    exam: &ExamScreen,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    match exam {
        ExamScreen::Form(form) => form::draw(form, painter, area, frame.buffer_mut()),
        ExamScreen::Brief(brief) => brief::draw(brief, painter, state, area, frame.buffer_mut()),
        ExamScreen::Sat(sat) => sat::draw(sat, painter, state, area, frame),
        ExamScreen::Report(report) => report::draw(report, painter, state, area, frame),
        ExamScreen::Past(past) => past::draw(past, painter, state, area, frame.buffer_mut()),
    }
}

/// A title with something at its right, and a rule. Gives what is left.
fn draw_title(left: &str, right: &str, painter: Painter<'_>, area: Rect, buffer: &mut Buffer) -> Rect {
    let [head, rule, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    draw_ends(
        &Span::styled(unbreakable(left), painter.theme.title),
        &Span::styled(unbreakable(right), painter.theme.dim),
        head,
        buffer,
    );
    draw_rule(rule, painter.theme.rule, buffer);
    body
}

/// A text broken into lines.
fn wrapped(text: &str, style: Style, width: u16) -> Vec<Line<'static>> {
    wrap(&[Run { text: unbreakable(text), style }], width, &[], &[])
}
