//! Keys and signals, from their own threads.

use std::{
    io,
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

use crossterm::event::{self, Event};

use super::host::Incoming;

/// The thread that reads the keyboard.
///
/// It hands over one event and waits for [`Keyboard::resume`] before it reads the next, so that nobody else's keys are
/// stolen: an editor is opened in answer to a key, and while that key is not finished with, this thread does not read.
/// Nothing is polled; waiting costs nothing.
#[derive(Debug)]
pub(super) struct Keyboard {
    go: Sender<()>,
    waiting: bool,
}

impl Keyboard {
    /// Starts reading; events go to `inbox`.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub(super) fn start(inbox: Sender<Incoming>) -> io::Result<Self> {
        let (go, may_go) = mpsc::channel();
        thread::Builder::new().name("keyboard".to_owned()).spawn(move || read(&inbox, &may_go))?;
        Ok(Self { go, waiting: false })
    }

    /// An event was received from this keyboard.
    pub(super) fn received(&mut self) {
        self.waiting = true;
    }

    /// The last event is finished with: the next may be read.
    pub(super) fn resume(&mut self) {
        if std::mem::take(&mut self.waiting) {
            // The thread is gone only when the terminal is, which it has told.
            let _ = self.go.send(());
        }
    }
}

fn read(inbox: &Sender<Incoming>, may_go: &Receiver<()>) {
    loop {
        let incoming = event::read().map_or(Incoming::Closed, Incoming::Input);
        let closed = matches!(incoming, Incoming::Closed);
        if inbox.send(incoming).is_err() || closed || may_go.recv().is_err() {
            return;
        }
    }
}

/// Throws away keys that were pressed for another program.
pub(super) fn drain() {
    while event::poll(std::time::Duration::ZERO).unwrap_or(false) {
        if matches!(event::read(), Ok(Event::Resize(..)) | Err(_)) {
            break;
        }
    }
}

/// Starts the thread that waits for signals to end (SIGTERM, SIGHUP, SIGINT) or to stop (SIGTSTP).
///
/// # Errors
/// When the signals cannot be taken or the thread cannot be started.
#[cfg(unix)]
pub(super) fn watch_signals(inbox: Sender<Incoming>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let incoming = if signal == SIGTSTP { Incoming::Stop } else { Incoming::Terminate(signal) };
            if inbox.send(incoming).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Windows has no such signals.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn watch_signals(_inbox: Sender<Incoming>) -> io::Result<()> {
    Ok(())
}

/// Stops this process until the shell's `fg`. The terminal must have been given back.
#[cfg(unix)]
pub(super) fn stop_process() {
    // SIGSTOP cannot be caught: the process stands still here and goes on here.
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
}

/// Windows has no job control.
#[cfg(not(unix))]
pub fn stop_process() {}
