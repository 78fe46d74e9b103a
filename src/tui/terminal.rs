//! The real terminal: taken, given back on every way out, lent to other programs.

use std::{
    io::{self, BufWriter, Stdout, Write as _},
    sync::{
        Once,
        atomic::{AtomicBool, Ordering},
    },
};

use crossterm::{
    cursor::Show,
    event::{DisableBracketedPaste, EnableBracketedPaste},
    execute,
    style::Print,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::{
    Terminal,
    backend::{Backend, CrosstermBackend},
    layout::{Position, Rect},
};

/// What the full screen is drawn on.
pub(super) type RealBackend = CrosstermBackend<BufWriter<Stdout>>;

/// Whether the terminal is ours at the moment, so that it is given back once, by whoever is first: the guard, the panic
/// hook or a signal.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether clicks are asked of the terminal.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Clicks and the wheel, with columns beyond 223; no movements, which would wake the program all the time. With Shift the
/// terminal keeps the mouse to itself, so that text can be selected.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// The terminal in full-screen mode. Dropping it gives the terminal back.
#[derive(Debug)]
pub(super) struct FullScreen {
    /// Where the frames go.
    pub terminal: Terminal<RealBackend>,
}

impl FullScreen {
    /// Takes the terminal, and has a panic give it back before it is reported.
    ///
    /// # Errors
    /// When the standard output is no terminal or refuses.
    pub(super) fn enter(mouse: bool) -> io::Result<Self> {
        MOUSE.store(mouse, Ordering::SeqCst);
        give_back_on_panic();
        take()?;
        match Terminal::new(CrosstermBackend::new(BufWriter::new(io::stdout()))) {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Lends the terminal to `job` (an editor, the shell) and takes it again.
    ///
    /// # Errors
    /// When it cannot be taken again.
    pub(super) fn lend<T>(terminal: &mut Terminal<RealBackend>, job: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let result = job();
        take()?;
        // What the other program left on the screen is not what ratatui believes to be there.
        wipe(terminal)?;
        Ok(result)
    }
}

impl Drop for FullScreen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Clears the screen, so that the next frame is drawn whole, in the size that the terminal has now.
///
/// Not by [`Terminal::clear`]: that asks the terminal where its cursor is, and waits for the answer while the keyboard's
/// thread may be reading. A terminal that does not answer, or is gone, would end or hang the program.
///
/// # Errors
/// When the terminal cannot be written to.
pub(super) fn wipe<B: Backend>(terminal: &mut Terminal<B>) -> Result<(), B::Error> {
    let size = terminal.size()?;
    terminal.resize(Rect::from((Position::ORIGIN, size)))
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_ON } else { "" };
    let entered = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Print(mouse));
    if entered.is_err() {
        give_back();
    }
    entered
}

/// Gives the terminal back, if it is taken. Errors are of no use here: there is nothing left to show them on.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_OFF } else { "" };
        let _ = execute!(out, Print(mouse), DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
        let _ = out.flush();
    }
}

fn give_back_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            give_back();
            tracing::error!("{info}");
            report(info);
        }));
    });
}
