//! A terminal: the pseudo-terminal that the program runs on, and the emulator that reads what it writes.

use std::{
    fmt,
    io::{Read, Write},
    num::NonZeroU16,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::{
    axe::{Axe, signal},
    sitting::flat,
};

/// How long something may take on a loaded machine before the test gives up; `CARABIN_PATIENCE` gives other seconds.
fn patience() -> Duration {
    let seconds = std::env::var("CARABIN_PATIENCE").ok().and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or(90))
}

type Pty = Box<dyn MasterPty + Send>;

/// A terminal with a program on it.
pub(super) struct Terminal {
    pty: Arc<Mutex<Option<Pty>>>,
    keyboard: Option<Box<dyn Write + Send>>,
    reader: Option<JoinHandle<()>>,
    shared: Arc<Shared>,
    /// The program's process.
    pub(super) process: u32,
    /// What the terminal's modes were before the program began.
    pub(super) fresh: String,
    axe: Option<Axe>,
}

/// What the threads of a terminal share.
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    emulator: vt100::Parser,
    /// Everything that the program wrote.
    written: Vec<u8>,
    /// All that was written has been read, and no more can come.
    closed: bool,
    /// How the program ended, and what the terminal's modes were then.
    ended: Option<(portable_pty::ExitStatus, Option<String>)>,
    /// The reader is to let go of the terminal.
    hang_up: bool,
}

/// How it ended.
pub(super) struct Ended {
    /// The exit code.
    pub(super) code: u32,
    /// The signal that killed it.
    pub(super) signal: Option<String>,
    /// The terminal's modes as it left them.
    pub(super) modes: Option<String>,
    /// The screen as it left it.
    pub(super) screen: vt100::Screen,
    /// Everything that it wrote.
    pub(super) written: Vec<u8>,
}

/// The program ended before the screen showed what was waited for; this is its last screen.
#[derive(Debug)]
pub(super) struct Over(pub(super) Box<Screen>);

impl Terminal {
    /// Runs `command` on a new terminal of `size` (columns, rows).
    pub(super) fn start(command: CommandBuilder, size: (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).expect("a pseudo-terminal");
        let mut output = pair.master.try_clone_reader().expect("its output");
        let keyboard = pair.master.take_writer().expect("its input");
        let fresh = modes(&pair.master).expect("its modes");
        let mut child = pair.slave.spawn_command(command).expect("the program starts");
        let process = child.process_id().expect("a process");
        let pty = Arc::new(Mutex::new(Some(pair.master)));
        let state = State {
            emulator: vt100::Parser::new(rows(size), columns(size), 0),
            written: Vec::new(),
            closed: false,
            ended: None,
            hang_up: false,
        };
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new() });
        let reading = Arc::clone(&shared);
        let reader = thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                let read = output.read(&mut bytes).unwrap_or(0);
                let mut state = lock(&reading.state);
                state.written.extend(&bytes[..read]);
                state.emulator.process(&bytes[..read]);
                state.closed = read == 0 || state.hang_up;
                reading.changed.notify_all();
                if state.closed {
                    return;
                }
            }
        });
        let (waiting, master, slave) = (Arc::clone(&shared), Arc::clone(&pty), pair.slave);
        thread::spawn(move || {
            let status = child.wait().expect("a child can be waited for");
            // The modes are read before this end of the terminal is closed: a terminal that nobody has open forgets
            // them. Closing it then lets the reader come to the end.
            let modes = lock(&master).as_ref().and_then(modes);
            drop(slave);
            lock(&waiting.state).ended = Some((status, modes));
            waiting.changed.notify_all();
        });
        Self {
            pty,
            keyboard: Some(keyboard),
            reader: Some(reader),
            shared,
            process,
            fresh,
            axe: Some(Axe::new(process)),
        }
    }

    /// Types `keys`.
    pub(super) fn send(&mut self, keys: &str) {
        // The program may be gone; whoever waits for its screen will be told.
        if let Some(keyboard) = &mut self.keyboard {
            let _ = keyboard.write_all(keys.as_bytes()).and_then(|()| keyboard.flush());
        }
    }

    /// Waits until `look` finds on the screen what it looks for, or the program has ended without it.
    pub(super) fn wait<T>(&self, what: &str, look: impl Fn(&Screen) -> Option<T>) -> Result<T, Over> {
        let mut found = None;
        let state = lock(&self.shared.state);
        let (state, waited) = self
            .shared
            .changed
            .wait_timeout_while(state, patience(), |state| {
                found = look(&Screen::of(state));
                found.is_none() && !state.closed
            })
            .unwrap_or_else(PoisonError::into_inner);
        match found {
            Some(found) => Ok(found),
            None if !waited.timed_out() => Err(Over(Box::new(Screen::of(&state)))),
            None => panic!("waited in vain for {what}; the screen is\n{}", Screen::of(&state)),
        }
    }

    /// Waits until `look` finds on the screen what it looks for.
    pub(super) fn find<T>(&self, what: &str, look: impl Fn(&Screen) -> Option<T>) -> T {
        match self.wait(what, look) {
            Ok(found) => found,
            Err(Over(screen)) => panic!("the program has ended instead of showing {what}:\n{screen}"),
        }
    }

    /// Waits until `text` is on the screen, however it is broken into lines.
    pub(super) fn see(&self, text: &str) {
        self.find(&format!("{text:?}"), |screen| screen.shows(text).then_some(()));
    }

    /// The screen as it is.
    pub(super) fn screen(&self) -> Screen {
        Screen::of(&lock(&self.shared.state))
    }

    /// The terminal's modes as they are.
    pub(super) fn modes(&self) -> String {
        lock(&self.pty).as_ref().and_then(modes).expect("its modes")
    }

    /// The window gets another size.
    pub(super) fn resize(&self, size: (u16, u16)) {
        // The emulator first: what comes after the signal is written for the new size.
        lock(&self.shared.state).emulator.screen_mut().set_size(rows(size), columns(size));
        lock(&self.pty).as_ref().expect("a terminal").resize(pty_size(size)).expect("it can be resized");
    }

    /// Sends a signal (`TERM`, `HUP`, …) to the program.
    pub(super) fn signal(&self, name: &str) {
        signal(name, self.process);
    }

    /// What kills the program.
    pub(super) fn axe(&mut self) -> Axe {
        self.axe.take().expect("nobody has it")
    }

    /// Closes the window: the terminal is gone.
    pub(super) fn hang_up(&mut self) {
        lock(&self.shared.state).hang_up = true;
        // The reader holds the terminal open until it has something to read: the screen drawn anew.
        self.send("\u{c}");
        self.reader.take().expect("a reader").join().expect("the reader ends");
        self.keyboard = None;
        *lock(&self.pty) = None;
    }

    /// Waits until the program has ended.
    pub(super) fn end(&self) -> Ended {
        let state = lock(&self.shared.state);
        let (state, _) = self
            .shared
            .changed
            .wait_timeout_while(state, patience(), |state| state.ended.is_none() || !state.closed)
            .unwrap_or_else(PoisonError::into_inner);
        let Some((status, modes)) = &state.ended else {
            panic!("waited in vain for the program to end; the screen is\n{}", Screen::of(&state))
        };
        Ended {
            code: status.exit_code(),
            signal: status.signal().map(str::to_owned),
            modes: modes.clone(),
            screen: state.emulator.screen().clone(),
            written: state.written.clone(),
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // After a failed test nothing goes on in the background.
        if lock(&self.shared.state).ended.is_none()
            && let Some(axe) = self.axe.take()
        {
            axe.fall();
        }
    }
}

/// What is on a screen at a moment.
#[derive(Clone, Debug)]
pub(super) struct Screen {
    /// The emulator's.
    pub(super) emulated: vt100::Screen,
}

impl Screen {
    fn of(state: &State) -> Self {
        Self { emulated: state.emulator.screen().clone() }
    }

    /// Whether `text` is there, however it is broken into lines.
    pub(super) fn shows(&self, text: &str) -> bool {
        self.flat().contains(&flat(text))
    }

    /// Its text without white space.
    pub(super) fn flat(&self) -> String {
        flat(&self.emulated.contents())
    }

    /// Its lines, without the spaces at their ends.
    pub(super) fn lines(&self) -> Vec<String> {
        let (_, columns) = self.emulated.size();
        self.emulated.rows(0, columns.get()).map(|line| line.trim_end().to_owned()).collect()
    }
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rows, columns) = self.emulated.size();
        let alternate = if self.emulated.alternate_screen() { ", alternate" } else { "" };
        writeln!(f, "+-- {columns} × {rows}{alternate}")?;
        for line in self.lines() {
            writeln!(f, "| {line}")?;
        }
        write!(f, "+--")
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn modes(pty: &Pty) -> Option<String> {
    Some(format!("{:?}", pty.get_termios()?))
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn columns((columns, _): (u16, u16)) -> NonZeroU16 {
    NonZeroU16::new(columns).expect("a column at least")
}

fn rows((_, rows): (u16, u16)) -> NonZeroU16 {
    NonZeroU16::new(rows).expect("a row at least")
}
