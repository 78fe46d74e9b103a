//! Keys and signals, from their own threads.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use crossterm::event;

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
    // A change of the window's size among them is no loss: whoever takes the terminal again draws everything anew.
    while event::poll(std::time::Duration::ZERO).unwrap_or(false) {
        if event::read().is_err() {
            break;
        }
    }
}

/// The signals to end (SIGTERM, SIGHUP, SIGINT), to stop (SIGTSTP) and to go on (SIGCONT).
///
/// While another program has the terminal, Ctrl-C and Ctrl-Z are pressed for it, but the terminal sends their signals to
/// both. An interrupt is then the other program's business alone; a stop stops both, or the shell would wait for ever.
#[derive(Debug)]
pub(super) struct Signals {
    lent: Arc<AtomicBool>,
    /// An interrupt has come. Set as the signal is delivered, so that none is told late.
    interrupted: Arc<AtomicBool>,
    /// The process was stopped and goes on.
    #[cfg_attr(not(unix), expect(dead_code, reason = "Windows has no job control"))]
    continued: Receiver<()>,
}

impl Signals {
    /// Starts the thread that waits for them.
    ///
    /// # Errors
    /// When the signals cannot be taken or the thread cannot be started.
    #[cfg(unix)]
    pub(super) fn watch(inbox: Sender<Incoming>) -> io::Result<Self> {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
        let (lent, interrupted) = <(Arc<AtomicBool>, Arc<AtomicBool>)>::default();
        let (goes_on, continued) = mpsc::channel();
        let this = Self { lent: Arc::clone(&lent), interrupted: Arc::clone(&interrupted), continued };
        signal_hook::flag::register(SIGINT, Arc::clone(&interrupted))?;
        let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                let lent = lent.load(Ordering::SeqCst);
                let incoming = match signal {
                    SIGINT if lent || !interrupted.swap(false, Ordering::SeqCst) => continue,
                    SIGTSTP if lent => {
                        // The other program stops by itself, once it has cleared up.
                        if has_shell() {
                            let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
                        }
                        continue;
                    }
                    SIGCONT => {
                        let _ = goes_on.send(());
                        continue;
                    }
                    SIGTSTP => Incoming::Stop,
                    signal => Incoming::Terminate(signal),
                };
                if inbox.send(incoming).is_err() {
                    return;
                }
            }
        })?;
        Ok(this)
    }

    /// Windows has no such signals.
    ///
    /// # Errors
    /// None.
    #[cfg(not(unix))]
    pub(super) fn watch(_inbox: Sender<Incoming>) -> io::Result<Self> {
        Ok(Self { lent: Arc::default(), interrupted: Arc::default(), continued: mpsc::channel().1 })
    }

    /// Does `job` while another program has the terminal.
    pub(super) fn while_lent<T>(&self, job: impl FnOnce() -> T) -> T {
        self.lent.store(true, Ordering::SeqCst);
        let result = job();
        // In this order: what was delivered until now is forgotten before the thread may tell of it.
        self.interrupted.store(false, Ordering::SeqCst);
        self.lent.store(false, Ordering::SeqCst);
        result
    }

    /// Stops the job (this process and, where a script has started it, the script) until the shell's `fg`. The terminal
    /// must have been given back.
    #[cfg(unix)]
    pub(super) fn stop(&self) {
        use rustix::process::{Signal, kill_current_process_group};
        while self.continued.try_recv().is_ok() {}
        if kill_current_process_group(Signal::STOP).is_ok() {
            // The stop need not come before the call returns; that it is over is told.
            let _ = self.continued.recv();
        }
    }

    /// Windows has no job control.
    #[cfg(not(unix))]
    pub(super) fn stop(&self) {}
}

/// Whether there is a shell to go back to, which can wake this job: one that leads the session from another process
/// group. In a window that was opened for this program alone nobody could, and it must not be stopped.
#[cfg(unix)]
pub(super) fn has_shell() -> bool {
    use rustix::process::{getpgid, getpgrp, getsid};
    let leader = getsid(None).and_then(|leader| getpgid(Some(leader)));
    leader.is_ok_and(|group| group != getpgrp())
}

/// Windows has no job control.
#[cfg(not(unix))]
pub(super) fn has_shell() -> bool {
    false
}
