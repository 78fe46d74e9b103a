//! From the arguments to the exit code.

use std::{
    ffi::OsString,
    io::{self, IsTerminal as _, Write as _},
    process::ExitCode,
    sync::Arc,
};

use super::{Command, Exit, Failure, Globals, Page, parse};
use crate::{
    app::{
        App,
        clock::{CLOCK_VARIABLE, Clock, StoppedClock, SystemClock},
        config::Config,
        error::AppError,
        open::Opening,
        paths::{HOME_VARIABLE, Paths},
        scope::Scope,
    },
    i18n::{Lang, Messages},
    study::Wish,
};

/// The full screen, as the program's entry hands it in: the command line knows nothing of it.
#[derive(Clone, Copy, Debug)]
pub struct Screens {
    /// Whether standard input and output can show it.
    pub possible: fn() -> bool,
    /// Runs it, with the session to begin with; gives the number of the signal that ended it.
    pub run: fn(App, Option<(Scope, Wish)>) -> io::Result<Option<i32>>,
}

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
    let text = failure.page.render(colour(io::stderr().is_terminal()));
    // Nobody is left to tell when standard error is closed.
    let _ = io::stderr().write_all(text.as_bytes());
    failure.exit.into()
}

/// What the commands share.
pub(super) struct Session<'a> {
    pub(super) paths: Paths,
    pub(super) lang: Lang,
    pub(super) messages: &'a Messages,
    pub(super) screens: Screens,
    pub(super) colour: &'a dyn Fn(bool) -> bool,
}

impl Session<'_> {
    fn carry_out(&self, command: Command) -> Result<ExitCode, Failure> {
        match command {
            Command::Show(page) => self.print(&page),
            Command::Screens => {
                let app = self.open(Vec::new())?;
                self.full_screen(app, None)
            }
            _ => Ok(Exit::Misused.into()),
        }
    }

    fn print(&self, page: &Page) -> Result<ExitCode, Failure> {
        let text = page.render((self.colour)(io::stdout().is_terminal()));
        io::stdout().write_all(text.as_bytes()).map_err(|error| self.failed(&error.to_string()))?;
        Ok(Exit::Done.into())
    }

    fn full_screen(&self, app: App, first: Option<(Scope, Wish)>) -> Result<ExitCode, Failure> {
        match (self.screens.run)(app, first) {
            Ok(None) => Ok(Exit::Done.into()),
            // As a shell tells it: 128 and the number of the signal.
            Ok(Some(signal)) => Ok(u8::try_from(128 + signal).unwrap_or(u8::MAX).into()),
            Err(error) => Err(self.failed(&error.to_string())),
        }
    }

    /// Opens the journal and the decks.
    pub(super) fn open(&self, decks: Vec<std::path::PathBuf>) -> Result<App, Failure> {
        let opening =
            Opening { paths: self.paths.clone(), lang: Some(self.lang), locale: None, decks, clock: clock() };
        App::open(opening).map_err(|error| self.error(&error))
    }

    pub(super) fn error(&self, error: &AppError) -> Failure {
        self.failed(&error.describe(self.messages))
    }

    pub(super) fn failed(&self, reason: &str) -> Failure {
        Failure::failed(reason, self.messages)
    }
}

fn clock() -> Arc<dyn Clock> {
    let stopped = std::env::var(CLOCK_VARIABLE).ok().and_then(|time| time.parse().ok());
    match stopped {
        Some(wall) => Arc::new(StoppedClock::new(wall)),
        None => Arc::new(SystemClock::new()),
    }
}
