//! Keys on the screens of a mock exam.

mod report;
mod sat;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};

pub(super) use report::{explain, save_note};
pub(super) use sat::{failed, is_sat, keeps, tick, woken};

use super::{Effect, ask, scroll};
use crate::tui::{
    keymap::Action,
    model::{Brief, ExamScreen, Form, Model, Overlay, PastScreen, ReportScreen, Sat, Screen, Toast},
    service::{ExamReply, ExamRequest, Request},
};

/// A key that is typed: into an answer, or a digit into the form. `None` where it is none.
pub(super) fn type_key(model: &mut Model, key: KeyEvent, action: Option<Action>) -> Option<Vec<Effect>> {
    let Screen::Exam(screen) = &mut model.screen else { return None };
    match &mut **screen {
        ExamScreen::Form(form) => match key.code {
            KeyCode::Char(c) => form.digit(digit(c)?),
            KeyCode::Backspace => form.erase(),
            _ => return None,
        },
        ExamScreen::Sat(_) => return sat::type_key(model, key, action),
        _ => return None,
    }
    Some(Vec::new())
}

/// A digit, also by the unshifted top row of a French keyboard.
fn digit(c: char) -> Option<u16> {
    let french = "à&é\"'(-è_ç".chars().position(|other| other == c);
    let digit = c.to_digit(10).and_then(|digit| u16::try_from(digit).ok());
    digit.or_else(|| french.and_then(|place| u16::try_from(place).ok()))
}

pub(super) fn on_action(model: &mut Model, action: Action, at: Duration) -> Vec<Effect> {
    let busy = model.busy;
    let Screen::Exam(screen) = &mut model.screen else { return Vec::new() };
    match &mut **screen {
        ExamScreen::Sat(_) => sat::on_action(model, action, at),
        ExamScreen::Report(_) => report::on_action(model, action, at),
        // Nothing is asked twice.
        _ if busy => Vec::new(),
        ExamScreen::Form(form) => match action {
            Action::Up | Action::Down => {
                (form.field, form.typing) = (form.field.step(action == Action::Down), false);
                Vec::new()
            }
            Action::Less | Action::More => {
                form.change(action == Action::More);
                Vec::new()
            }
            Action::Continue => {
                let wish = Box::new(form.wish());
                ask(model, ExamRequest::Compose(wish).into())
            }
            Action::ExamPast => ask(model, ExamRequest::Past.into()),
            Action::Leave => ask(model, Request::Overview),
            _ => Vec::new(),
        },
        ExamScreen::Brief(brief) => match action {
            Action::Continue => ask(model, ExamRequest::Sit.into()),
            Action::Abandon if brief.under_way && !std::mem::replace(&mut brief.warned, true) => {
                let text = model.messages.get("exam-abandon-confirm");
                model.toast = Some(Toast { text, bad: true });
                Vec::new()
            }
            Action::Abandon if brief.under_way => ask(model, ExamRequest::Abandon.into()),
            Action::ExamPast => ask(model, ExamRequest::Past.into()),
            Action::Leave => ask(model, Request::Overview),
            action => scroll(action).into_iter().collect(),
        },
        ExamScreen::Past(past) => {
            let last = past.past.len().saturating_sub(1);
            match action {
                Action::Up => past.cursor = past.cursor.saturating_sub(1),
                Action::Down => past.cursor = (past.cursor + 1).min(last),
                Action::PageUp => past.cursor = past.cursor.saturating_sub(10),
                Action::PageDown => past.cursor = (past.cursor + 10).min(last),
                Action::Continue => {
                    // The last one stands first.
                    if let Some(chosen) = past.past.iter().rev().nth(past.cursor) {
                        let number = chosen.number;
                        return ask(model, ExamRequest::Report(number).into());
                    }
                }
                Action::Leave => return ask(model, Request::Overview),
                _ => {}
            }
            vec![Effect::Follow]
        }
    }
}

pub(super) fn on_reply(model: &mut Model, reply: ExamReply, at: Duration) -> Vec<Effect> {
    let screen = match reply {
        ExamReply::Form => ExamScreen::Form(Form::default()),
        ExamReply::Brief { exam, under_way } => ExamScreen::Brief(Brief { exam, under_way, warned: false }),
        ExamReply::Sat(exam) => match Sat::new(exam, at) {
            Some(sat) => ExamScreen::Sat(sat),
            None => return Vec::new(),
        },
        ExamReply::Kept { moved, failed } => return sat::kept(model, moved, failed, at),
        ExamReply::Report { past, again, said } => {
            if again && matches!(model.overlay, Some(Overlay::Writing(_))) {
                model.overlay = None;
            }
            model.toast = said.map(|text| Toast { text, bad: false }).or(model.toast.take());
            return report::show(model, past, again, at);
        }
        ExamReply::Past(past) => ExamScreen::Past(PastScreen { past, cursor: 0 }),
    };
    model.screen = Screen::Exam(Box::new(screen));
    vec![Effect::ScrollTop]
}

/// The report takes the screen.
fn show_report(model: &mut Model, report: ReportScreen) -> Vec<Effect> {
    model.screen = Screen::Exam(Box::new(ExamScreen::Report(report)));
    vec![Effect::ScrollTop]
}
