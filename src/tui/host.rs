//! What stands outside the loop: where events come from and where effects go.

use std::time::Duration;

use crossterm::event::Event;
use jiff::Timestamp;
use ratatui::{Terminal, backend::Backend};

use super::{
    mouse::Gesture,
    service::{Reply, Request},
};
use crate::app::edit::Place;

/// Something that came from outside.
#[derive(Debug)]
pub enum Incoming {
    /// A key, a paste, a new size.
    Input(Event),
    /// Something that the mouse did.
    Mouse(Gesture),
    /// An answer to a request.
    Reply(Box<Reply>),
    /// A sync has ended that went on behind the screen; what it brought, in words.
    Synced(Option<String>),
    /// A signal to end, by its number.
    Terminate(i32),
    /// A signal to stop until `fg`.
    Stop,
    /// The moment that was waited for has come.
    Woken,
    /// There is no terminal any more.
    Closed,
    /// The application has stopped answering: its thread is gone.
    Broken,
}

/// When the loop wants to be woken though nothing comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// At this time on the wall.
    At(Timestamp),
    /// After so long; a computer that sleeps does not count.
    After(Duration),
}

/// The outside of the loop: the real one has threads and a terminal, that of the tests a script.
pub trait Host<B: Backend> {
    /// Waits for the next thing; at the latest until `wake`.
    fn receive(&mut self, wake: Option<Wake>) -> Incoming;

    /// Sends a request; its reply comes through [`Host::receive`]. Requests are carried out in their order.
    fn ask(&mut self, request: Request);

    /// Lends the terminal to the editor and waits for it.
    ///
    /// # Errors
    /// A message for the student.
    fn edit(&mut self, terminal: &mut Terminal<B>, place: &Place) -> Result<(), String>;

    /// Gives the terminal back to the shell until `fg`.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    fn stop(&mut self, terminal: &mut Terminal<B>) -> std::io::Result<()>;

    /// Whether what is on the screen is to be looked at again: another day has begun, or the clock was set.
    fn has_turned(&self) -> bool;

    /// Time since some beginning.
    fn elapsed(&self) -> Duration;
}
