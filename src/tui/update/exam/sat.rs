//! Keys on a question of an exam. Its answer is the sitting's at every event, so that whatever ends the program ends it
//! with what was on the screen; and no move shows the next question before the answer is kept.

use std::time::Duration;

use crossterm::event::KeyEvent;

use super::super::{Effect, ask, review, scroll};
use crate::{
    study::exam::{Moved, Sitting},
    tui::{
        keymap::Action,
        model::{ACROSS, ExamScreen, Model, Panel, Sat, Screen, Stage, Toast},
        service::{ExamRequest, Request},
    },
};

/// The clock moves on by this much at most between two events: the screen wakes every minute, so a longer gap is a
/// computer that slept or a program that was stopped, and no time of the exam.
const LONGEST_GAP: Duration = Duration::from_secs(65);

fn sat(model: &mut Model) -> Option<&mut Sat> {
    match &mut model.screen {
        Screen::Exam(screen) => match &mut **screen {
            ExamScreen::Sat(sat) => Some(sat),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an exam is being sat.
pub(in crate::tui::update) fn is_sat(model: &Model) -> bool {
    matches!(&model.screen, Screen::Exam(screen) if matches!(**screen, ExamScreen::Sat(_)))
}

/// The answer on the screen is taken over, then the clock moves on to `at`. Once the time is up the paper is handed in.
pub(in crate::tui::update) fn tick(model: &mut Model, at: Duration) -> Vec<Effect> {
    let text = model.messages.get("exam-time-up");
    let Some(sat) = sat(model) else { return Vec::new() };
    // What is on its way to be kept has the answer and the time until now.
    if sat.next.is_some() || sat.handed {
        return Vec::new();
    }
    let sitting = &mut sat.exam.sitting;
    let answer = sat.review.stage.answer();
    if sitting.state().answer != answer {
        sitting.answer(answer);
    }
    let passed = at.saturating_sub(std::mem::replace(&mut sat.at, at)).min(LONGEST_GAP);
    sitting.tick(u64::try_from(passed.as_millis()).unwrap_or(0));
    if !sitting.is_over() {
        return Vec::new();
    }
    sat.handed = true;
    let sitting = Box::new(sitting.clone());
    model.toast = Some(Toast { text, bad: false });
    ask(model, ExamRequest::HandIn(sitting).into())
}

/// How far it is, to be kept behind whatever is under way: each minute, at each tick, on the way out.
pub(in crate::tui::update) fn keeps(model: &mut Model) -> Vec<Effect> {
    match sat(model) {
        Some(sat) if sat.next.is_none() && !sat.handed => {
            let sitting = Box::new(sat.exam.sitting.clone());
            vec![Effect::Ask(ExamRequest::Keep { sitting, moved: false }.into())]
        }
        _ => Vec::new(),
    }
}

/// A minute is over.
pub(in crate::tui::update) fn woken(model: &mut Model) -> Vec<Effect> {
    let short = sat(model).is_some_and(|sat| {
        sat.exam.sitting.left_ms() < crate::app::wording::exam::SHORT_SECONDS * 1000
            && !(sat.exam.sitting.left_ms() / 1000).is_multiple_of(60)
    });
    // At the end the clock is drawn every second, which is too often for the disk.
    if short { Vec::new() } else { keeps(model) }
}

pub(super) fn type_key(model: &mut Model, key: KeyEvent, action: Option<Action>) -> Option<Vec<Effect>> {
    let busy = model.busy;
    let sat = sat(model)?;
    let typed = sat.panel.is_none() && review::is_typed(&sat.review, key, action);
    if !typed {
        return None;
    }
    if busy {
        return Some(Vec::new());
    }
    Some(review::type_key(&mut sat.review, key))
}

pub(super) fn on_action(model: &mut Model, action: Action, at: Duration) -> Vec<Effect> {
    let Some(sat) = sat(model) else { return Vec::new() };
    match sat.panel {
        Some(Panel::Navigator { cursor }) => return navigate(model, cursor, action),
        Some(Panel::HandIn) => return confirm(model, action),
        None => {}
    }
    if let Some(effects) = review::reads(&mut sat.review, action) {
        return effects;
    }
    if matches!(action, Action::Up | Action::Down) && !sat.review.reading.open {
        let walked = review::walks(&mut sat.review, action);
        return walked.unwrap_or_else(|| scroll(action).into_iter().collect());
    }
    if let Some(effect) = scroll(action) {
        return vec![effect];
    }
    if model.busy {
        return Vec::new();
    }
    on_question(model, action, at)
}

fn on_question(model: &mut Model, action: Action, at: Duration) -> Vec<Effect> {
    let (messages, cells) = (std::sync::Arc::clone(&model.messages), model.cells);
    let say = |model: &mut Model, id: &str| {
        model.toast = Some(Toast { text: messages.get(id), bad: false });
    };
    let Some(sat) = sat(model) else { return Vec::new() };
    match action {
        Action::Validate | Action::Next => go(model, Sitting::go_on),
        Action::Previous => go(model, Sitting::go_back),
        Action::GiveUp => {
            sat.review.stage = Stage::of(&sat.review.asked);
            sat.exam.sitting.answer(None);
            go(model, Sitting::go_on)
        }
        Action::ClearFilter if sat.review.clears_filter() => vec![Effect::ScrollTop, Effect::Follow],
        Action::Leave | Action::ClearFilter => {
            let mut effects = keeps(model);
            effects.extend(ask(model, Request::Overview));
            say(model, "exam-left-for-later");
            effects
        }
        Action::Flag => {
            let id = if sat.exam.sitting.flag() { "exam-flagged" } else { "exam-unflagged" };
            let effects = keeps(model);
            say(model, id);
            effects
        }
        Action::Navigator => {
            sat.panel = Some(Panel::Navigator { cursor: sat.exam.sitting.current() });
            vec![Effect::Follow]
        }
        Action::HandIn => {
            sat.panel = Some(Panel::HandIn);
            Vec::new()
        }
        action => {
            let Some((effects, said)) = review::changes(&mut sat.review, action, cells, &messages) else {
                return Vec::new();
            };
            sat.warned = false;
            // The tick is the sitting's before it is kept.
            let mut all = tick(model, at);
            all.extend(effects);
            all.extend(keeps(model));
            model.toast = said.map(|text| Toast { text, bad: false });
            all
        }
    }
}

/// Goes somewhere: what is on the screen is kept first, with where it goes on.
fn go(model: &mut Model, step: impl FnOnce(&mut Sitting) -> Moved) -> Vec<Effect> {
    let messages = std::sync::Arc::clone(&model.messages);
    let Some(sat) = sat(model) else { return Vec::new() };
    let sitting = &sat.exam.sitting;
    let mut next = sitting.clone();
    let moved = step(&mut next);
    let closes = next.states().iter().zip(sitting.states()).any(|(now, then)| now.closed && !then.closed);
    if closes && sitting.state().answer.is_none() && !std::mem::replace(&mut sat.warned, true) {
        model.toast = Some(Toast { text: messages.get("exam-closes-blank"), bad: false });
        return Vec::new();
    }
    match moved {
        Moved::To(_) => {
            sat.next = Some(Box::new(next.clone()));
            ask(model, ExamRequest::Keep { sitting: Box::new(next), moved: true }.into())
        }
        Moved::End if sitting.current() == 0 => {
            model.toast = Some(Toast { text: messages.get("exam-begin"), bad: false });
            Vec::new()
        }
        Moved::End => {
            sat.panel = Some(Panel::HandIn);
            Vec::new()
        }
        Moved::Refused => {
            model.toast = Some(Toast { text: messages.get("exam-refused"), bad: false });
            Vec::new()
        }
    }
}

/// It is kept: the question that it goes on with comes. Or it is not, and the screen stays as it was.
pub(super) fn kept(model: &mut Model, moved: bool, failed: Option<String>, at: Duration) -> Vec<Effect> {
    if let Some(text) = failed {
        model.toast = Some(Toast { text, bad: true });
        if moved && let Some(sat) = sat(model) {
            sat.next = None;
        }
        return Vec::new();
    }
    let Some(sat) = sat(model).filter(|_| moved) else { return Vec::new() };
    if let Some(next) = sat.next.take() {
        sat.exam.sitting = *next;
        sat.show(at);
    }
    // Of a case that is long what is new comes first.
    let later = sat.review.asked.within.as_ref().is_some_and(|within| within.number > 1);
    if later { vec![Effect::ScrollTop, Effect::Seek] } else { vec![Effect::ScrollTop] }
}

fn navigate(model: &mut Model, cursor: usize, action: Action) -> Vec<Effect> {
    if model.busy {
        return Vec::new();
    }
    let Some(sat) = sat(model) else { return Vec::new() };
    let last = sat.exam.sitting.len() - 1;
    let to = match action {
        Action::Left => cursor.saturating_sub(1),
        Action::Right => (cursor + 1).min(last),
        Action::Up => cursor.checked_sub(ACROSS).unwrap_or(cursor),
        Action::Down if cursor + ACROSS <= last => cursor + ACROSS,
        Action::Down => last.max(cursor),
        Action::PageUp => 0,
        Action::PageDown => last,
        Action::Continue if cursor == sat.exam.sitting.current() => {
            sat.panel = None;
            return vec![Effect::ScrollTop];
        }
        Action::Continue => return go(model, |sitting| sitting.go(cursor)),
        Action::HandIn => {
            sat.panel = Some(Panel::HandIn);
            return Vec::new();
        }
        Action::Cancel => {
            sat.panel = None;
            return vec![Effect::ScrollTop];
        }
        _ => cursor,
    };
    sat.panel = Some(Panel::Navigator { cursor: to });
    vec![Effect::Follow]
}

fn confirm(model: &mut Model, action: Action) -> Vec<Effect> {
    if model.busy {
        return Vec::new();
    }
    let Some(sat) = sat(model) else { return Vec::new() };
    match action {
        Action::Confirm => {
            sat.handed = true;
            let sitting = Box::new(sat.exam.sitting.clone());
            ask(model, ExamRequest::HandIn(sitting).into())
        }
        Action::Navigator => {
            let blank = sat.exam.sitting.states().iter().position(|state| state.answer.is_none());
            let cursor = blank.unwrap_or_else(|| sat.exam.sitting.current());
            sat.panel = Some(Panel::Navigator { cursor });
            vec![Effect::Follow]
        }
        Action::Cancel => {
            sat.panel = None;
            vec![Effect::ScrollTop]
        }
        _ => Vec::new(),
    }
}

/// Handing in has failed: the exam is still under way.
pub(in crate::tui::update) fn failed(model: &mut Model) {
    if let Some(sat) = sat(model) {
        sat.handed = false;
    }
}
