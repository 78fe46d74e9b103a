//! What the clock does while a screen stands: a day begins, somebody sets it.

use super::{Effect, ask, exam};
use crate::{
    app::watch::Leap,
    tui::{
        model::{Model, Overlay, Screen},
        service::Request,
    },
};

/// Another day has begun, or the clock was set, and the student is back: what is on the screen is looked at again. An exam has
/// a clock of its own; what else writes something looks before it does.
pub(in crate::tui) fn turned(model: &mut Model) -> Vec<Effect> {
    if model.busy || model.exit.is_some() || matches!(model.overlay, Some(Overlay::Clock { .. })) {
        return Vec::new();
    }
    match &model.screen {
        Screen::Home(_) => ask(model, Request::Overview),
        Screen::Review(_) => ask(model, Request::Look),
        Screen::Waiting { .. } | Screen::Stuck(_) => ask(model, Request::Continue),
        _ => Vec::new(),
    }
}

/// Nothing was kept: the student says first which time is right. What is being written under the question stays.
pub(super) fn question(model: &mut Model, leap: Box<Leap>) -> Vec<Effect> {
    exam::failed(model);
    let under = match model.overlay.take() {
        Some(Overlay::Clock { under, .. }) => under,
        under => under.map(Box::new),
    };
    model.overlay = Some(Overlay::Clock { leap, under });
    vec![Effect::ScrollTop]
}

/// The student has said whether the clock is right.
pub(super) fn settle(model: &mut Model, right: bool) -> Vec<Effect> {
    if let Some(Overlay::Clock { under, .. }) = model.overlay.take() {
        model.overlay = under.map(|under| *under);
    }
    ask(model, Request::Settle { right })
}
