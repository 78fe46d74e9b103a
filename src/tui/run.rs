//! The loop: draw, wait, update, carry out.

use jiff::Timestamp;
use ratatui::{Terminal, backend::Backend};

use super::{
    host::Host,
    model::{Exit, Model, Screen},
    service::Request,
    update::{Effect, update},
    view::{ViewState, view},
};

/// Runs until the student leaves or a signal ends it. Generic over the backend and the host, so that a test can sit in
/// the student's place.
///
/// # Errors
/// When the terminal cannot be drawn on.
pub fn run<B: Backend>(
    model: &mut Model,
    terminal: &mut Terminal<B>,
    host: &mut dyn Host<B>,
) -> Result<Exit, B::Error> {
    let mut state = ViewState::default();
    loop {
        terminal.draw(|frame| view(model, &mut state, frame))?;
        let incoming = host.receive(wake_time(model));
        for effect in update(model, incoming, host.elapsed()) {
            carry_out(effect, model, &mut state, terminal, host)?;
        }
        if let Some(exit) = model.exit {
            return Ok(exit);
        }
    }
}

/// When the loop wants to be woken though nothing comes: a learning card's time.
fn wake_time(model: &Model) -> Option<Timestamp> {
    match model.screen {
        Screen::Waiting { until } => Some(until),
        _ => None,
    }
}

fn carry_out<B: Backend>(
    effect: Effect,
    model: &mut Model,
    state: &mut ViewState,
    terminal: &mut Terminal<B>,
    host: &mut dyn Host<B>,
) -> Result<(), B::Error> {
    match effect {
        Effect::Ask(request) => host.ask(request),
        Effect::Scroll(lines) => offset(model, state).scroll(lines),
        Effect::ScrollPages(pages) => {
            let offset = offset(model, state);
            let page = isize::try_from(offset.page.saturating_sub(1).max(1)).unwrap_or(1);
            offset.scroll(pages.saturating_mul(page));
        }
        Effect::ScrollTop => {
            *offset(model, state) = Default::default();
        }
        Effect::Follow => state.follow = true,
        Effect::Redraw => terminal.clear()?,
        Effect::Stop => {
            if host.stop(terminal).is_err() {
                model.exit = Some(Exit::Signal(1));
            }
        }
        Effect::Edit(place) => match host.edit(terminal, &place) {
            Ok(()) => {
                model.busy = true;
                host.ask(Request::Edited);
            }
            Err(text) => model.toast = Some(super::model::Toast { text, bad: true }),
        },
    }
    Ok(())
}

fn offset<'a>(model: &Model, state: &'a mut ViewState) -> &'a mut super::widgets::scroll::Offset {
    if model.overlay.is_some() { &mut state.overlay_offset } else { &mut state.offset }
}
