//! From the arguments to the exit code.

use std::{
    ffi::OsString,
    io::{self, IsTerminal as _, Write as _},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use serde::Serialize;

use super::{
    CardCommand, Command, DeckCommand, Exit, Failure, Globals, JournalCommand, Page, deck, doctor, exam,
    failure, generate, journal, json, miss, parse, paths, pause, plain, programme, set, stats, study, sync,
    words::Words,
};
use crate::{
    app::{
        App, backups,
        clock::{CLOCK_VARIABLE, Clock, StoppedClock, SystemClock},
        config::Config,
        doctor::Terminal,
        error::AppError,
        exam::ExamStart,
        open::Opening,
        paths::{HOME_VARIABLE, Paths},
        series::Begin,
        sync::Background,
    },
    card::Text,
    i18n::{Arg, Lang, Messages},
};

/// What the program's entry hands in of the full screen: the command line knows nothing of it.
#[derive(Clone, Copy, Debug)]
pub struct Screens {
    /// Whether standard input and output can show it.
    pub possible: fn() -> bool,
    /// Runs it, with the session to begin with; gives the number of the signal that ended it.
    pub run: RunScreens,
    /// Runs it with a mock exam.
    pub exam: RunExam,
    /// The reference of its keys, as Markdown.
    pub keys: fn(&Messages) -> String,
    /// What the terminal can do.
    pub abilities: fn() -> Terminal,
    /// How many columns and rows the terminal has, where standard output is one.
    pub size: fn() -> Option<(u16, u16)>,
    /// Shows a text through the student's pager; `false` where there is none, or no terminal.
    pub page: fn(&str) -> bool,
}

/// Runs the full screen.
pub type RunScreens = fn(App, Option<Begin>) -> io::Result<Option<i32>>;

/// Runs the full screen with a mock exam.
pub type RunExam = fn(App, ExamStart) -> io::Result<Option<i32>>;

/// Reads the arguments and does what they ask.
#[must_use]
pub fn main(args: impl IntoIterator<Item = OsString>, screens: Screens) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let globals = Globals::scan(&args);
    let environment = |name: &str| std::env::var(name).ok();
    let colour = |terminal: bool| globals.colour.wanted(terminal, environment);
    let Some(paths) = Paths::find(std::env::var_os(HOME_VARIABLE)) else {
        let messages = Messages::new(globals.lang.unwrap_or_else(locale));
        return refuse(&Failure::failed(&AppError::NoHome.describe(&messages), &messages), &colour);
    };
    let lang = globals.lang.or(Config::read(&paths.settings()).0.language).unwrap_or_else(locale);
    let messages = Messages::new(lang);
    let done = parse(&args, &messages, 0).and_then(|command| {
        Session { paths, lang, messages: &messages, screens, colour: &colour }.carry_out(command)
    });
    match done {
        Ok(code) => code,
        Err(failure) => refuse(&failure, &colour),
    }
}

fn locale() -> Lang {
    super::of_environment(|name| std::env::var(name).ok(), sys_locale::get_locale)
}

fn refuse(failure: &Failure, colour: &dyn Fn(bool) -> bool) -> ExitCode {
    to_stderr(&failure.page.render(colour(io::stderr().is_terminal())));
    failure.exit.into()
}

/// Writes to standard error as it is: a page, or a report that was made for it.
pub(super) fn to_stderr(text: &str) {
    // Nobody is left to tell when standard error is closed.
    let _ = io::stderr().write_all(text.as_bytes());
}

/// How a session came to its end.
enum Ended {
    /// The student left.
    Well,
    /// A signal.
    Signal(i32),
}

/// What the commands share.
pub(super) struct Session<'a> {
    pub(super) paths: Paths,
    pub(super) lang: Lang,
    pub(super) messages: &'a Messages,
    pub(super) screens: Screens,
    /// Whether to colour a stream that is a terminal or not.
    pub(super) colour: &'a dyn Fn(bool) -> bool,
}

impl Session<'_> {
    fn carry_out(&self, command: Command) -> Result<ExitCode, Failure> {
        match command {
            Command::Show(page) => self.print(&page),
            Command::Screens => {
                let app = self.open_with_states(Vec::new())?;
                self.begin(app, None, false)
            }
            Command::Study(args) => study::run(&args, self),
            Command::Miss(args) => miss::run(&args, self),
            Command::Exam(args) => exam::run(&args, self),
            Command::Stats(args) => stats::run(args, self),
            Command::Card(CardCommand::List(args)) => super::card::list(&args, self),
            Command::Programme(args) => programme::run(&args, self),
            Command::Card(CardCommand::Show(args)) => super::card::run(&args, self),
            Command::Card(CardCommand::Resume(args)) => super::card::resume(&args, self),
            Command::Card(CardCommand::Report(args)) => super::card::report(&args, self),
            Command::Deck(DeckCommand::Check(args)) => deck::check::run(&args, self),
            Command::Deck(DeckCommand::Guide(args)) => deck::guide::run(args, self),
            Command::Deck(DeckCommand::New(args)) => deck::new::run(&args, self),
            Command::Deck(DeckCommand::Schema) => self.print_text(&crate::app::check::schema()),
            Command::Deck(DeckCommand::Drafts(args)) => deck::drafts::run(&args, self),
            Command::Deck(DeckCommand::List(args)) => deck::list::run(args, self),
            Command::Export(args) => super::export::run(&args, self),
            Command::Clock(args) => super::clock::run(args, self),
            Command::Doctor(args) => doctor::run(args, self),
            Command::Deck(DeckCommand::Add(args)) => deck::add::run(&args, self),
            Command::Deck(DeckCommand::Update(args)) => deck::update::run(&args, self),
            Command::Deck(DeckCommand::Remove(args)) => deck::add::remove(&args, self),
            Command::Deck(DeckCommand::Reset(args)) => deck::reset::run(&args, self),
            Command::Deck(DeckCommand::Pack(args)) => deck::pack::run(&args, self),
            Command::Deck(DeckCommand::Results(args)) => deck::results::run(&args, self),
            Command::Deck(DeckCommand::Diff(args)) => deck::pack::diff(&args, self),
            Command::Journal(JournalCommand::Backup(args)) => journal::backup::run(&args, self),
            Command::Journal(JournalCommand::List(args)) => journal::backup::list(args, self),
            Command::Journal(JournalCommand::Restore(args)) => journal::restore::run(&args, self),
            Command::Journal(JournalCommand::Export(args)) => journal::export::run(&args, self),
            Command::Journal(JournalCommand::Import(args)) => journal::import::run(&args, self),
            Command::Import(args) => super::import::run(&args, self),
            Command::Pause(args) => pause::run(args, self),
            Command::Set(args) => set::run(&args, self),
            Command::Sync(args) => sync::run(&args, self),
            Command::Paths(args) => paths::run(args, self),
            Command::Completions(args) => self.print_text(&args.script(self.messages)),
            Command::Generate(args) => generate::run(&args, self),
        }
    }

    /// Opens the journal and the decks.
    pub(super) fn open(&self, decks: Vec<PathBuf>) -> Result<App, Failure> {
        App::open(self.opening(decks)).map_err(|error| self.error(&error))
    }

    /// The same with the states of all cards, for studying.
    pub(super) fn open_with_states(&self, decks: Vec<PathBuf>) -> Result<App, Failure> {
        App::open_with_states(self.opening(decks)).map_err(|error| self.error(&error))
    }

    fn opening(&self, decks: Vec<PathBuf>) -> Opening {
        Opening { paths: self.paths.clone(), lang: Some(self.lang), locale: None, decks, clock: clock() }
    }

    /// The same with the decks as they are on the disk now; what there is to say goes to standard error.
    pub(super) fn open_and_look(&self) -> Result<App, Failure> {
        self.look(self.open(Vec::new())?)
    }

    /// The same for a command that only tells: why the history may not be written is told as well.
    pub(super) fn open_to_read(&self) -> Result<App, Failure> {
        match App::open(self.opening(Vec::new())) {
            Err(error) if error.can_be_read() => {
                self.warn([&error.describe(self.messages)]);
                let app = App::open_to_read(self.opening(Vec::new()));
                self.look(app.map_err(|error| self.error(&error))?)
            }
            opened => self.look(opened.map_err(|error| self.error(&error))?),
        }
    }

    fn look(&self, mut app: App) -> Result<App, Failure> {
        let said = self.refresh(&mut app)?;
        self.warn(app.notices().iter().chain(&said));
        Ok(app)
    }

    /// Looks at the decks on the disk; gives what there is to say. What takes longer is told before.
    pub(super) fn refresh(&self, app: &mut App) -> Result<Vec<String>, Failure> {
        self.warn(&app.stale_notice().map_err(|error| self.error(&error))?);
        let (_, said) = app.refresh().map_err(|error| self.error(&error))?;
        Ok(said)
    }

    /// The full screen, or plain lines: where `plain` says so, or the configuration, or where there is no screen.
    pub(super) fn begin(&self, app: App, first: Option<Begin>, plain: bool) -> Result<ExitCode, Failure> {
        self.backed_up(app, |app| self.play(app, first, plain))
    }

    /// The same with a mock exam.
    pub(super) fn begin_exam(&self, app: App, start: ExamStart, plain: bool) -> Result<ExitCode, Failure> {
        self.backed_up(app, |app| self.play_exam(app, start, plain))
    }

    /// Does `play`, beside it or after it the backup of the day.
    fn backed_up(
        &self,
        mut app: App,
        play: impl FnOnce(App) -> Result<Ended, Failure>,
    ) -> Result<ExitCode, Failure> {
        super::clock::look(&mut app, self)?;
        let backup = app.daily_backup();
        let ended = play(app)?;
        // Whom a signal has ended waits for nothing: the next start makes the backup.
        let backed_up = match (backup, &ended) {
            (_, Ended::Signal(_)) => Ok(()),
            (Some(backup), Ended::Well) => backup.finish(),
            (None, Ended::Well) => backups::daily_at_end(&self.paths, &*clock()),
        };
        if let Err(error) = backed_up {
            self.warn([&error.describe(self.messages)]);
        }
        Ok(match ended {
            Ended::Well => Exit::Done.into(),
            // As a shell tells it: 128 and the number of the signal.
            Ended::Signal(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX).into(),
        })
    }

    fn play(&self, mut app: App, first: Option<Begin>, plain: bool) -> Result<Ended, Failure> {
        if plain || self.is_plain(&app) {
            if first.is_none() {
                let said = self.refresh(&mut app)?;
                self.warn(&said);
            }
            let streams = plain::Streams {
                input: &mut io::stdin().lock(),
                output: &mut io::stdout().lock(),
                terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
            };
            let syncer = app.syncer();
            let begun = Background::start(&syncer, |_| {});
            let ended = plain::run(app, first.as_ref(), streams);
            syncer.end(begun);
            self.warn(&syncer.untold(self.messages));
            self.warn(&syncer.untold_news(self.messages));
            return self.plainly_ended(ended);
        }
        self.ended((self.screens.run)(app, first))
    }

    fn play_exam(&self, app: App, start: ExamStart, plain: bool) -> Result<Ended, Failure> {
        if plain || self.is_plain(&app) {
            let streams = plain::Streams {
                input: &mut io::stdin().lock(),
                output: &mut io::stdout().lock(),
                terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
            };
            let syncer = app.syncer();
            let begun = Background::start(&syncer, |_| {});
            let ended = plain::run_exam(app, start, streams);
            syncer.end(begun);
            return self.plainly_ended(ended);
        }
        self.ended((self.screens.exam)(app, start))
    }

    /// Whether there is no full screen, or none is wanted.
    pub(super) fn is_plain(&self, app: &App) -> bool {
        app.config.plain || !(self.screens.possible)()
    }

    fn plainly_ended(&self, ended: io::Result<plain::Ended>) -> Result<Ended, Failure> {
        match ended {
            Ok(plain::Ended::Well) => Ok(Ended::Well),
            Ok(plain::Ended::Unkept) => Err(self.failed(&self.get("plain-unkept"))),
            Err(error) => Err(self.failed(&error.to_string())),
        }
    }

    fn ended(&self, ended: io::Result<Option<i32>>) -> Result<Ended, Failure> {
        match ended {
            Ok(None) => Ok(Ended::Well),
            Ok(Some(signal)) => Ok(Ended::Signal(signal)),
            Err(error) => Err(self.failed(&error.to_string())),
        }
    }

    pub(super) fn words(&self) -> Words<'_> {
        Words::new(self.messages, 0)
    }

    pub(super) fn get(&self, id: &str) -> String {
        self.words().get(id)
    }

    pub(super) fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.words().with(id, args)
    }

    /// Prints a page to standard output.
    pub(super) fn print(&self, page: &Page) -> Result<ExitCode, Failure> {
        self.write(&page.render((self.colour)(io::stdout().is_terminal())))
    }

    /// Prints a text to standard output, without anything that a terminal would obey.
    pub(super) fn print_text(&self, text: &str) -> Result<ExitCode, Failure> {
        self.write(Text::clean(text).as_str())
    }

    /// Prints a value as JSON.
    pub(super) fn print_json(&self, value: &impl Serialize) -> Result<ExitCode, Failure> {
        let json = json::write(value).map_err(|error| self.failed(&error.to_string()))?;
        self.write(&json)
    }

    /// Shows a page that is longer than the screen: through the student's pager on a terminal, else as [`Self::print`].
    pub(super) fn page_through(&self, page: &Page) -> Result<ExitCode, Failure> {
        let text = page.render((self.colour)(io::stdout().is_terminal()));
        if (self.screens.page)(&text) { Ok(Exit::Done.into()) } else { self.write(&text) }
    }

    fn write(&self, text: &str) -> Result<ExitCode, Failure> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            // Who closed the pipe has read enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(self.failed(&error.to_string())),
            _ => Ok(Exit::Done.into()),
        }
    }

    /// Tells something on standard error that is no failure.
    pub(super) fn warn<'t>(&self, texts: impl IntoIterator<Item = &'t String>) {
        for text in texts {
            let page = failure::warning(&Text::clean(text), &self.words());
            to_stderr(&page.render(self.colours_errors()));
        }
    }

    /// Tells why a part of what was asked could not be done; the rest goes on.
    pub(super) fn complain(&self, reason: &str) {
        to_stderr(&self.failed(reason).page.render(self.colours_errors()));
    }

    /// Whether standard error is coloured.
    pub(super) fn colours_errors(&self) -> bool {
        (self.colour)(io::stderr().is_terminal())
    }

    pub(super) fn error(&self, error: &AppError) -> Failure {
        self.failed(&error.describe(self.messages))
    }

    pub(super) fn failed(&self, reason: &str) -> Failure {
        Failure::failed(reason, self.messages)
    }
}

/// The clock, or the stopped one of the tests.
pub(super) fn clock() -> Arc<dyn Clock> {
    let stopped = std::env::var(CLOCK_VARIABLE).ok().and_then(|time| time.parse().ok());
    match stopped {
        Some(wall) => Arc::new(StoppedClock::new(wall)),
        None => Arc::new(SystemClock::new()),
    }
}
