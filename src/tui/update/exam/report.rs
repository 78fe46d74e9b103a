//! Keys on the report of an exam and on the corrections of its questions.

use std::time::Duration;

use super::{
    super::{Effect, ask, notebook, scroll},
    show_report,
};
use crate::{
    app::{cards::Doing, exam::Past, notebook::Why},
    card::Locator,
    tui::{
        keymap::Action,
        model::{ExamScreen, Model, Overlay, ReportScreen, Screen, Stage, Toast, Writing, Written},
        service::{Corrected, ExamRequest, Request},
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

/// A report has come: a new one, or the one on the screen after something has changed of the question that is corrected.
pub(super) fn show(model: &mut Model, past: Box<Past>, again: bool, at: Duration) -> Vec<Effect> {
    match report(model).filter(|_| again) {
        Some(report) => {
            let before = report.open.as_ref().map(|review| matches!(review.stage, Stage::Deciding(_)));
            report.past = past;
            // A text that was changed is no longer the one that was asked: its correction stays as it was.
            report.show(at);
            // A flag or a note changes nothing of what is read.
            if before == Some(true) { vec![Effect::ScrollTop] } else { Vec::new() }
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
            Action::Note => {
                let text = review.asked.note.as_deref().unwrap_or_default().to_owned();
                model.overlay = Some(Overlay::Writing(Box::new(Writing::new(Written::Note, &text))));
                Vec::new()
            }
            Action::Explain => notebook::begin_reason(model),
            Action::Flag if !busy => {
                let flag = (review.asked.flag + 1) % 8;
                let doing = Doing::Flag(review.asked.locator.clone(), flag);
                about(model, Corrected::Mark(doing))
            }
            Action::Edit if !busy => {
                let card = review.asked.locator.card();
                about(model, Corrected::Edit(card))
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

/// Does something with the question that is corrected.
fn about(model: &mut Model, doing: Corrected) -> Vec<Effect> {
    let Some(report) = report(model) else { return Vec::new() };
    let number = report.past.number;
    ask(model, ExamRequest::About { number, doing }.into())
}

/// The student's own note on the question that is corrected.
pub(in crate::tui::update) fn save_note(model: &mut Model, text: String) -> Vec<Effect> {
    match corrected(model) {
        Some(card) => about(model, Corrected::Mark(Doing::Note(card, text))),
        None => Vec::new(),
    }
}

/// The question that is corrected.
fn corrected(model: &mut Model) -> Option<Locator> {
    Some(report(model)?.open.as_ref()?.asked.locator.clone())
}

/// Why the answer that is corrected was wrong.
pub(in crate::tui::update) fn explain(model: &mut Model, why: Why) -> Vec<Effect> {
    match corrected(model) {
        Some(card) => about(model, Corrected::Explain(card, why)),
        None => Vec::new(),
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
