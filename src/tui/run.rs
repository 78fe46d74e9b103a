//! The loop: draw, wait, update, carry out.

use std::time::Duration;

use crossterm::event::{Event, KeyModifiers};
use ratatui::{Terminal, backend::Backend};

use super::{
    host::{Host, Incoming, Wake},
    model::{ExamScreen, Exit, Model, Screen, Toast},
    service::{Reply, Request},
    terminal::wipe,
    update::{self, Effect, update},
    view::{SMALLEST, ViewState, view},
    widgets::scroll::Offset,
};

use crate::app::wording::exam::SHORT_SECONDS;

/// The screens between two events.
#[derive(Debug)]
pub struct Screens {
    /// What they know.
    pub model: Model,
    /// What only the view remembers.
    pub state: ViewState,
}

/// Runs until the student leaves or a signal ends it. Generic over the backend and the host, so that a test can sit in
/// the student's place.
///
/// # Errors
/// When the terminal cannot be drawn on.
pub fn run<B: Backend>(
    screens: &mut Screens,
    terminal: &mut Terminal<B>,
    host: &mut dyn Host<B>,
) -> Result<Exit, B::Error> {
    loop {
        screens.draw(terminal)?;
        screens.ask_for_pictures(host);
        let incoming = host.receive(screens.wake_time());
        if let Some(exit) = screens.take(incoming, terminal, host)? {
            return Ok(exit);
        }
    }
}

impl Screens {
    /// Before anything has come.
    #[must_use]
    pub fn new(model: Model) -> Self {
        Self { model, state: ViewState::default() }
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// When the terminal cannot be drawn on.
    pub fn draw<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        terminal.draw(|frame| view(&self.model, &mut self.state, frame))?;
        let placed = self.state.picture.area;
        self.model.cells = (!placed.is_empty()).then_some((placed.width, placed.height));
        Ok(())
    }

    /// Has the pictures made ready that were to be drawn and are not.
    pub fn ask_for_pictures<B: Backend>(&mut self, host: &mut dyn Host<B>) {
        if let Some(job) = self.state.drawings.take_wanted() {
            host.ask(Request::Draw(Box::new(job)));
        }
    }

    /// Takes one event and carries out what follows from it; gives how the program ends, once it does.
    ///
    /// # Errors
    /// When the terminal cannot be drawn on.
    pub fn take<B: Backend>(
        &mut self,
        incoming: Incoming,
        terminal: &mut Terminal<B>,
        host: &mut dyn Host<B>,
    ) -> Result<Option<Exit>, B::Error> {
        if is_blind(&incoming, terminal) {
            return Ok(None);
        }
        let incoming = match incoming {
            Incoming::Reply(reply) => match *reply {
                Reply::Drawn(drawn) => {
                    self.state.drawings.keep(*drawn);
                    return Ok(None);
                }
                reply => Incoming::Reply(Box::new(reply)),
            },
            Incoming::Input(Event::Mouse(event)) => match self.state.hits.gesture(event) {
                Some(gesture) => Incoming::Mouse(gesture),
                None => return Ok(None),
            },
            incoming => incoming,
        };
        let turned = matches!(incoming, Incoming::Input(_) | Incoming::Mouse(_)) && host.has_turned();
        let mut effects = update(&mut self.model, incoming, host.elapsed());
        if turned {
            effects.extend(update::clock::turned(&mut self.model));
        }
        for effect in effects {
            self.carry_out(effect, terminal, host)?;
        }
        Ok(self.model.exit)
    }

    /// When the loop wants to be woken though nothing comes: a learning card's time, the next minute of an exam.
    #[must_use]
    pub fn wake_time(&self) -> Option<Wake> {
        match &self.model.screen {
            Screen::Waiting { until } if !self.model.busy && self.model.overlay.is_none() => {
                Some(Wake::At(*until))
            }
            Screen::Exam(screen) => match &**screen {
                ExamScreen::Sat(sat) => {
                    let left = sat.exam.sitting.left_ms();
                    let unit = if left <= SHORT_SECONDS * 1000 { 1_000 } else { 60_000 };
                    // When the clock on the screen changes: it shows what is left rounded up.
                    let next = left.checked_sub(1).map_or(unit, |left| left % unit + 1);
                    Some(Wake::After(Duration::from_millis(next)))
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn carry_out<B: Backend>(
        &mut self,
        effect: Effect,
        terminal: &mut Terminal<B>,
        host: &mut dyn Host<B>,
    ) -> Result<(), B::Error> {
        match effect {
            Effect::Ask(request) => host.ask(request),
            Effect::Scroll(lines) => self.offset().scroll(lines),
            Effect::ScrollPages(pages) => {
                let offset = self.offset();
                let page = isize::try_from(offset.page.saturating_sub(1).max(1)).unwrap_or(1);
                offset.scroll(pages.saturating_mul(page));
            }
            Effect::ScrollTop => *self.offset() = Offset::default(),
            Effect::Seek => self.state.seek = true,
            Effect::Follow => self.state.follow = true,
            Effect::Redraw => wipe(terminal)?,
            Effect::Stop => {
                if host.stop(terminal).is_err() {
                    self.model.exit = Some(Exit::Signal(1));
                }
            }
            Effect::Edit(place) => match host.edit(terminal, &place) {
                Ok(()) => {
                    self.model.busy = true;
                    host.ask(Request::Edited);
                }
                Err(text) => {
                    self.model.toast = Some(Toast { text, bad: true });
                    host.ask(Request::NotEdited);
                }
            },
        }
        Ok(())
    }

    fn offset(&mut self) -> &mut Offset {
        let reads = self.model.question().is_some_and(|review| review.reading.open);
        match self.model.overlay {
            Some(_) => &mut self.state.overlay_offset,
            None if reads => &mut self.state.article.offset,
            None => &mut self.state.offset,
        }
    }
}

/// Whether this is a key for a screen that is too small to be shown: what cannot be seen is not answered. Leaving and
/// stopping work all the same.
fn is_blind<B: Backend>(incoming: &Incoming, terminal: &Terminal<B>) -> bool {
    let Incoming::Input(Event::Key(key)) = incoming else { return false };
    let small = terminal.size().is_ok_and(|size| size.width < SMALLEST.0 || size.height < SMALLEST.1);
    small && !key.modifiers.contains(KeyModifiers::CONTROL)
}
