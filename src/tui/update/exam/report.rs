//! Keys on the report of an exam and on the corrections of its questions.

use std::time::Duration;

use super::{
    super::{Effect, ask, scroll},
    show_report,
};
use crate::{
    app::exam::Past,
    tui::{
        keymap::Action,
        model::{ExamScreen, Model, ReportScreen, Screen, Stage, Toast},
        service::{ExamRequest, Request},
    },
};

fn report(model: &mut Model) -> Option<&mut ReportScreen> {
    match &mut model.screen {
        Screen::Exam(screen) => match &mut **screen {
            ExamScreen::Report(report) => Some(report),
            _ => None,
        },
        _ => None,
    }
}

/// A report has come: a new one, or the one on the screen after a decision, which then shows the answer's correction.
pub(super) fn show(model: &mut Model, past: Box<Past>, decided: bool, at: Duration) -> Vec<Effect> {
    match report(model).filter(|_| decided) {
        Some(report) => {
            report.past = past;
            report.show(at);
            vec![Effect::ScrollTop]
        }
        None => show_report(model, ReportScreen::new(past)),
    }
}

pub(super) fn on_action(model: &mut Model, action: Action, at: Duration) -> Vec<Effect> {
    let busy = model.busy;
    let Some(report) = report(model) else { return Vec::new() };
    if let Some(review) = &mut report.open {
        if let Some(effects) = super::super::review::reads(review, action) {
            return effects;
        }
        let deciding = matches!(review.stage, Stage::Deciding(_));
        if let Some(effect) = scroll(action) {
            return vec![effect];
        }
        return match action {
            Action::Next => turn(model, true, at),
            Action::Previous => turn(model, false, at),
            Action::Leave => {
                report.open = None;
                report.listed = true;
                vec![Effect::ScrollTop, Effect::Follow]
            }
            Action::Score(halves) if deciding && !busy => {
                let (number, question) = (report.past.number, report.cursor);
                ask(model, ExamRequest::Decide { number, question, halves }.into())
            }
            _ => Vec::new(),
        };
    }
    let last = report.past.questions.len().saturating_sub(1);
    match action {
        Action::NextView => {
            report.listed = !report.listed;
            vec![Effect::ScrollTop, Effect::Follow]
        }
        Action::Continue if report.listed || !report.past.undecided().is_empty() => open(model, at),
        Action::Continue => {
            report.listed = true;
            vec![Effect::ScrollTop, Effect::Follow]
        }
        Action::Up if report.listed => {
            report.cursor = report.cursor.saturating_sub(1);
            vec![Effect::Follow]
        }
        Action::Down if report.listed => {
            report.cursor = (report.cursor + 1).min(last);
            vec![Effect::Follow]
        }
        Action::PageUp if report.listed => {
            report.cursor = report.cursor.saturating_sub(10);
            vec![Effect::Follow]
        }
        Action::PageDown if report.listed => {
            report.cursor = (report.cursor + 10).min(last);
            vec![Effect::Follow]
        }
        Action::Leave if !busy => ask(model, Request::Overview),
        action => scroll(action).into_iter().collect(),
    }
}

fn open(model: &mut Model, at: Duration) -> Vec<Effect> {
    let text = model.messages.get("exam-no-correction");
    if report(model).is_some_and(|report| report.show(at)) {
        return vec![Effect::ScrollTop];
    }
    model.toast = Some(Toast { text, bad: false });
    Vec::new()
}

/// The correction of the question after or before.
fn turn(model: &mut Model, forward: bool, at: Duration) -> Vec<Effect> {
    let Some(report) = report(model) else { return Vec::new() };
    let last = report.past.questions.len().saturating_sub(1);
    let before = report.cursor;
    loop {
        let there = if forward { report.cursor + 1 } else { report.cursor.wrapping_sub(1) };
        if there > last {
            report.cursor = before;
            return Vec::new();
        }
        report.cursor = there;
        if report.show(at) {
            return vec![Effect::ScrollTop];
        }
    }
}
