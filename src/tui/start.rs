//! The full screen on a real terminal.

use std::{
    io::{self, IsTerminal as _, Write as _},
    process::Command,
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use ratatui::Terminal;

use super::{
    host::{Host, Incoming, Wake},
    input::{self, Keyboard, Signals},
    keymap::{Keymap, KeymapError},
    model::{Exit, Model, Toast},
    picture::{Graphics, Job},
    run::{Screens, run},
    service::{ExamRequest, Reply, Request, Service},
    terminal::{FullScreen, RealBackend},
    theme::{Theme, ThemeName},
};
use crate::{
    app::{
        App, clock::Clock as _, doctor::Terminal as Abilities, edit::Place, exam::ExamStart, series::Begin,
        sync::Background, watch::Watch,
    },
    card::Text,
    i18n::Messages,
};

/// Whether the full screen can be shown: input and output are terminals that can move the cursor.
#[must_use]
pub fn is_possible() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    io::stdin().is_terminal() && io::stdout().is_terminal() && !dumb
}

/// What the terminal can do, so far as it tells.
#[must_use]
pub fn abilities() -> Abilities {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    Abilities {
        there: io::stdin().is_terminal() && io::stdout().is_terminal(),
        dumb: set("TERM").is_some_and(|term| term == "dumb"),
        // Where no locale is set (Windows, macOS started from the Finder) terminals show Unicode today.
        unicode: locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        }),
        colours: if set("NO_COLOR").is_some() {
            0
        } else if set("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit") {
            1 << 24
        } else if set("TERM").is_some_and(|term| term.contains("256")) {
            256
        } else {
            16
        },
        size: crossterm::terminal::size().ok(),
    }
}

/// The columns and rows of the terminal; `None` where standard output is none.
#[must_use]
pub fn size() -> Option<(u16, u16)> {
    io::stdout().is_terminal().then(|| crossterm::terminal::size().ok()).flatten()
}

/// Runs the full screen until the student leaves. `first` is the session to begin with; without one, Home is shown.
///
/// # Errors
/// When the terminal refuses.
pub fn start(app: App, first: Option<Begin>) -> io::Result<Exit> {
    let service = Service::new(app);
    // What the index knows is shown at once; the look at the disk comes behind it.
    let begin = first
        .map(|begin| match begin {
            Begin::Queue(scope, wish) => Request::Start { scope, ahead: wish.ahead, limit: wish.limit },
            Begin::Series(series) => Request::Series(series),
        })
        .map_or([Request::Overview, Request::Refresh], |start| [Request::Refresh, start]);
    start_with(service, begin)
}

fn start_with(mut service: Service, begin: impl IntoIterator<Item = Request>) -> io::Result<Exit> {
    service.show_pictures();
    let app = service.app();
    let (keymap, errors) = Keymap::new(&app.config.keys);
    let messages = Arc::clone(&app.messages);
    let mut model = Model::new(Arc::clone(&messages), Theme::new(theme(app)), keymap);
    model.toast = errors.first().map(|error| Toast { text: say_key(error, &messages), bad: true });
    let mut screens = Screens::new(model);
    screens.state.drawings.graphics = graphics(app);
    let mouse = !app.config.no_mouse;
    let mut full = FullScreen::enter(mouse)?;
    let (inbox, incoming) = mpsc::channel();
    let signals = Signals::watch(inbox.clone())?;
    let clock = app.watch();
    let syncer = app.syncer();
    let (worker, requests) = Worker::start(service, inbox.clone())?;
    let told = inbox.clone();
    let pictures = draw_beside(inbox.clone())?;
    let mut host = RealHost {
        keyboard: Keyboard::start(inbox)?,
        signals,
        incoming,
        requests: requests.clone(),
        pictures,
        clock,
        messages,
        held: false,
    };
    for request in begin {
        Host::<RealBackend>::ask(&mut host, request);
    }
    let words = Arc::clone(&host.messages);
    let quiet = syncer.clone();
    let background = Background::start(&syncer, move |result| {
        // The loop may be gone.
        let _ = told.send(Incoming::Synced(quiet.said(result, &words)));
    });
    let exit = run(&mut screens, &mut full.terminal, &mut host);
    drop(full);
    // Answers that are on their way are kept before the program ends.
    drop(host);
    drop(requests);
    worker.finish();
    // A student who leaves has a moment; a signal that ends the program has none.
    if matches!(exit, Ok(Exit::Done)) {
        syncer.end(background);
    }
    exit
}

/// The same, giving the number of the signal that ended it.
///
/// # Errors
/// When the terminal refuses.
pub fn run_full_screen(app: App, first: Option<Begin>) -> io::Result<Option<i32>> {
    let broken = say_broken(&app);
    told(start(app, first)?, broken)
}

/// The same with a mock exam that is ready or under way.
///
/// # Errors
/// When the terminal refuses.
pub fn run_exam(app: App, exam: ExamStart) -> io::Result<Option<i32>> {
    let broken = say_broken(&app);
    let service = Service::with_exam(app, exam);
    told(start_with(service, [Request::Exam(ExamRequest::Shown)])?, broken)
}

fn say_broken(app: &App) -> String {
    app.messages.with("error-broken", &[("log", app.paths.log().display().to_string().into())])
}

fn told(exit: Exit, broken: String) -> io::Result<Option<i32>> {
    match exit {
        Exit::Done => Ok(None),
        Exit::Signal(signal) => Ok(Some(signal)),
        Exit::Broken => Err(io::Error::other(broken)),
    }
}

/// What the terminal can show of pictures.
fn graphics(app: &App) -> Graphics {
    let wanted = app.config.images.as_deref().and_then(|name| name.parse().ok());
    let window = crossterm::terminal::window_size().ok().map(|w| (w.columns, w.rows, w.width, w.height));
    Graphics::find(wanted, |name| std::env::var(name).ok(), window)
}

fn theme(app: &App) -> ThemeName {
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return ThemeName::Mono;
    }
    let configured = app.config.theme.as_deref().and_then(|name| name.parse().ok());
    configured.unwrap_or_else(|| {
        // Some terminals tell their colours as "foreground;background"; 7 and 15 are light backgrounds.
        let background =
            std::env::var("COLORFGBG").ok().and_then(|v| v.rsplit(';').next().map(str::to_owned));
        match background.as_deref() {
            Some("7" | "15") => ThemeName::Light,
            _ => ThemeName::Dark,
        }
    })
}

fn say_key(error: &KeymapError, messages: &Messages) -> String {
    match error {
        KeymapError::Unknown { name, nearest } => {
            let name = Text::one_line(name);
            match nearest {
                Some(nearest) => messages.with(
                    "keys-unknown-nearest",
                    &[("name", name.as_str().into()), ("nearest", (*nearest).into())],
                ),
                None => messages.with("keys-unknown", &[("name", name.as_str().into())]),
            }
        }
        KeymapError::Key { key } => {
            messages.with("keys-no-key", &[("key", Text::one_line(key).as_str().into())])
        }
    }
}

/// The thread that carries out requests, first in, first out. Answers are never dropped: the thread ends only when all
/// requests are done.
struct Worker {
    thread: JoinHandle<()>,
}

impl Worker {
    fn start(mut service: Service, inbox: Sender<Incoming>) -> io::Result<(Self, Sender<Request>)> {
        let (requests, todo) = mpsc::channel::<Request>();
        let thread = thread::Builder::new().name("worker".to_owned()).spawn(move || {
            let _last = LastWord(inbox.clone());
            while let Ok(request) = todo.recv() {
                let reply = service.handle(request);
                // The loop may be gone; what was asked for is still done.
                let _ = inbox.send(Incoming::Reply(Box::new(reply)));
            }
        })?;
        Ok((Self { thread }, requests))
    }

    fn finish(self) {
        // A panic of the worker was already reported by the panic hook.
        let _ = self.thread.join();
    }
}

/// The thread that makes pictures ready; it ends with the other end of its channel. Only what was asked for last is made:
/// a picture that was scrolled or sized away is of no use.
fn draw_beside(inbox: Sender<Incoming>) -> io::Result<Sender<Box<Job>>> {
    let (jobs, todo) = mpsc::channel::<Box<Job>>();
    thread::Builder::new().name("pictures".to_owned()).spawn(move || {
        while let Ok(first) = todo.recv() {
            let job = todo.try_iter().last().unwrap_or(first);
            if inbox.send(Incoming::Reply(Box::new(Reply::Drawn(Box::new(job.run()))))).is_err() {
                return;
            }
        }
    })?;
    Ok(jobs)
}

/// Tells the loop when the worker breaks down, so that the student is not left before a screen that never answers.
struct LastWord(Sender<Incoming>);

impl Drop for LastWord {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Incoming::Broken);
        }
    }
}

/// At most so long until the clock on the wall is looked at again.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

struct RealHost {
    keyboard: Keyboard,
    signals: Signals,
    incoming: Receiver<Incoming>,
    requests: Sender<Request>,
    /// To the thread that makes pictures ready.
    pictures: Sender<Box<Job>>,
    clock: Arc<Watch>,
    messages: Arc<Messages>,
    /// The keyboard is not read: the editor is about to be opened.
    held: bool,
}

impl Host<RealBackend> for RealHost {
    fn receive(&mut self, wake: Option<Wake>) -> Incoming {
        if !self.held {
            self.keyboard.resume();
        }
        let received = match wake {
            None => self.incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(Wake::After(time)) => self.incoming.recv_timeout(time),
            Some(Wake::At(at)) => loop {
                // A timeout does not count the time in which the computer sleeps, the clock on the wall does.
                let wait = at.duration_since(self.clock.wall().timestamp());
                let wait = Duration::try_from(wait).unwrap_or_default();
                match self.incoming.recv_timeout(wait.min(LONGEST_WAIT)) {
                    Err(RecvTimeoutError::Timeout) if wait > LONGEST_WAIT && !self.clock.has_turned() => {}
                    received => break received,
                }
            },
        };
        match received {
            Ok(incoming) => {
                match &incoming {
                    Incoming::Input(_) => self.keyboard.received(),
                    Incoming::Reply(reply) if reply.is_unawaited() => {}
                    Incoming::Reply(reply) => self.held = matches!(**reply, Reply::Edit(_)),
                    _ => {}
                }
                incoming
            }
            Err(RecvTimeoutError::Timeout) => Incoming::Woken,
            Err(RecvTimeoutError::Disconnected) => Incoming::Closed,
        }
    }

    fn ask(&mut self, request: Request) {
        let request = match request {
            Request::Draw(job) => {
                // Without its thread there are no pictures, and everything else goes on.
                let _ = self.pictures.send(job);
                return;
            }
            request => request,
        };
        self.held = request == Request::Edit;
        // The worker only ends when this end of the channel is gone.
        let _ = self.requests.send(request);
    }

    fn edit(&mut self, terminal: &mut Terminal<RealBackend>, place: &Place) -> Result<(), String> {
        self.held = false;
        let Some((program, arguments)) = place.command.split_first() else {
            return Err(self.messages.get("error-no-editor"));
        };
        let edit = || {
            if let Some(text) = &place.beforehand {
                tell_and_wait(text, &self.messages.get("editor-go-on"))?;
            }
            Command::new(program).args(arguments).status()
        };
        let status = FullScreen::lend(terminal, || self.signals.while_lent(edit));
        input::drain();
        let failed = |detail: &str| {
            let program = Text::one_line(&program.to_string_lossy()).to_string();
            let detail = Text::one_line(detail).to_string();
            self.messages.with("error-editor", &[("editor", program.into()), ("detail", detail.into())])
        };
        match status {
            Ok(Ok(status)) if status.success() => Ok(()),
            Ok(Ok(status)) => Err(failed(&status.to_string())),
            Ok(Err(error)) | Err(error) => Err(failed(&error.to_string())),
        }
    }

    fn stop(&mut self, terminal: &mut Terminal<RealBackend>) -> io::Result<()> {
        if input::has_shell() { FullScreen::lend(terminal, || self.signals.stop()) } else { Ok(()) }
    }

    fn has_turned(&self) -> bool {
        self.clock.has_turned()
    }

    fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }
}

/// Tells something on the terminal that was lent, and waits for Enter.
fn tell_and_wait(text: &str, go_on: &str) -> io::Result<()> {
    let mut out = io::stdout();
    write!(out, "{text}\n\n{go_on} ")?;
    out.flush()?;
    io::stdin().read_line(&mut String::new()).map(|_| ())
}
