//! Long work on the command line: a line on standard error that says how far it is; Ctrl-C stops it.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use unicode_width::UnicodeWidthStr as _;

use super::run::Session;
use crate::app::progress::Progress;

/// A line that is written over again, on a terminal alone.
pub(super) struct ProgressLine<'a> {
    session: &'a Session<'a>,
    terminal: bool,
    stop: Arc<AtomicBool>,
    /// What stands there.
    shown: String,
}

impl<'a> ProgressLine<'a> {
    /// From here on Ctrl-C asks the work to stop; a second one ends the program at once, and so does one behind the work.
    pub(super) fn new(session: &'a Session<'a>) -> Self {
        let stop = stop();
        stop.store(false, Ordering::Relaxed);
        Self { session, terminal: io::stderr().is_terminal(), stop, shown: String::new() }
    }

    fn write(&mut self, line: String) {
        let blank = self.shown.width().saturating_sub(line.width());
        let mut out = io::stderr().lock();
        let _ = write!(out, "\r{line}{}", " ".repeat(blank)).and_then(|()| out.flush());
        self.shown = line;
    }
}

impl Progress for ProgressLine<'_> {
    fn step(&mut self, what: &'static str, done: u64, total: Option<u64>) {
        if !self.terminal {
            return;
        }
        let name = self.session.get(what);
        let line = match total {
            // Whole percents, so that the line changes a hundred times, not a hundred thousand.
            Some(total) if total > 0 => format!("{name} {} %", done.saturating_mul(100) / total),
            _ if done == 0 => format!("{name} …"),
            _ => format!("{name} {done}"),
        };
        if line != self.shown {
            self.write(line);
        }
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// What Ctrl-C sets; where it is set already, Ctrl-C ends the program. Signals are caught once for all work.
fn stop() -> Arc<AtomicBool> {
    static STOP: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    let stop = STOP.get_or_init(|| {
        let stop = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            // Where it cannot be set up, Ctrl-C ends the program as it always does.
            let _ = signal_hook::flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&stop));
            let _ = signal_hook::flag::register(signal, Arc::clone(&stop));
        }
        stop
    });
    Arc::clone(stop)
}

impl Drop for ProgressLine<'_> {
    fn drop(&mut self) {
        // Nothing looks at it any more.
        self.stop.store(true, Ordering::Relaxed);
        if !self.shown.is_empty() {
            self.write(String::new());
            let _ = io::stderr().write_all(b"\r");
        }
    }
}
