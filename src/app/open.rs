//! Opening everything.

use std::{path::PathBuf, sync::Arc, thread};

use super::{
    bundle,
    clock::Clock,
    config::{Config, ConfigProblem},
    error::AppError,
    machine,
    paths::Paths,
    problems,
    progress::{Progress, Unseen},
    states::States,
    watch::Watch,
};
use crate::{
    card::DeckId,
    i18n::{Arg, Lang, Messages},
    journal::{AllStates, Journal},
    library::{Catalogue, Library, Notice, Places, Problem},
    memory::{Now, Options, Parameters, Scheduler},
    study::Settings,
};

/// Everything that a use case needs.
#[derive(Debug)]
pub struct App {
    /// Where things are.
    pub paths: Paths,
    /// The settings of this device.
    pub config: Config,
    /// The messages of the student's language.
    pub messages: Arc<Messages>,
    /// The settings of studying.
    pub settings: Settings,
    /// The student is told lines: what needs a picture is left out.
    pub plain: bool,
    /// The screen draws pictures: they are decoded.
    pub pictures: bool,
    pub(super) clock: Arc<Watch>,
    pub(super) journal: Journal,
    pub(super) library: Library,
    pub(super) scheduler: Scheduler,
    pub(super) states: Option<States>,
    /// Counts how often another process was found to have written.
    pub(super) elsewhere: u64,
    /// What is wrong with the decks, as of the last look at the disk.
    pub(super) problems: Vec<Problem>,
    /// What is to be told once, already in words.
    pub(super) notices: Vec<String>,
    /// The copy of a bundled deck that was made for the editor.
    pub(super) copied: Option<PathBuf>,
}

/// How the application is opened.
#[derive(Debug)]
pub struct Opening {
    /// Where things are.
    pub paths: Paths,
    /// The language asked for on the command line.
    pub lang: Option<Lang>,
    /// The locale of the environment.
    pub locale: Option<String>,
    /// Decks named by path.
    pub decks: Vec<PathBuf>,
    /// What the time is.
    pub clock: Arc<dyn Clock>,
}

/// The language: the command line's, else the configuration's, else French in a French locale, else English.
#[must_use]
pub fn language(asked: Option<Lang>, config: &Config, locale: Option<&str>) -> Lang {
    asked.or(config.language).unwrap_or_else(|| Lang::of_locale(locale.unwrap_or_default()))
}

impl App {
    /// Opens the journal and the decks. The decks are as the index knows them until [`App::refresh`] has looked at the
    /// disk.
    ///
    /// # Errors
    /// When the folders cannot be made or the journal cannot be opened. A damaged index is no error.
    pub fn open(opening: Opening) -> Result<Self, AppError> {
        create(&opening.paths)?;
        Self::open_with(opening, open_journal, |_| None)
    }

    /// The same for what needs the states of all cards at once: they are read while the decks are.
    ///
    /// # Errors
    /// As [`App::open`].
    pub fn open_with_states(opening: Opening) -> Result<Self, AppError> {
        create(&opening.paths)?;
        // What fails here fails again, and is told, when the states are asked for.
        Self::open_with(opening, open_journal, |journal| journal.all_states().ok())
    }

    /// The same for showing a history that may not be written: see [`AppError::can_be_read`]. What is kept is kept nowhere.
    ///
    /// # Errors
    /// When it cannot be read either.
    pub fn open_to_read(opening: Opening) -> Result<Self, AppError> {
        Self::open_with(opening, |paths| Ok(Journal::copy_in_memory(&paths.journal())?), |_| None)
    }

    fn open_with(
        opening: Opening,
        open: impl FnOnce(&Paths) -> Result<Journal, AppError>,
        read: impl FnOnce(&Journal) -> Option<AllStates>,
    ) -> Result<Self, AppError> {
        let Opening { paths, lang, locale, decks, clock } = opening;
        let (config, config_problems) = Config::read(&paths.settings());
        let messages = Arc::new(Messages::new(language(lang, &config, locale.as_deref())));
        super::log::start(&paths.log());
        let places =
            Places { bundled: bundle::DECKS, user: paths.decks(), extra: decks, index: paths.index() };
        let (history, library) = beside(
            || {
                let journal = open(&paths)?;
                let kept = read(&journal);
                Ok::<_, AppError>((journal, kept))
            },
            || Library::open(places),
        );
        let ((journal, kept), (library, library_notices)) = (history?, library?);
        let mut notices: Vec<String> = config_problems.iter().map(|p| say_config(p, &messages)).collect();
        notices.extend(
            journal
                .notices()
                .iter()
                .map(|notice| problems::say_with(&messages, notice.message_id(), &notice.message_args())),
        );
        notices.extend(library_notices.iter().filter_map(|notice| say_library(notice, &messages)));
        let mut app = Self {
            paths,
            config,
            messages,
            settings: Settings::default(),
            plain: false,
            pictures: false,
            clock: Arc::new(Watch::new(clock)),
            journal,
            library,
            scheduler: Scheduler::new(Options::default()),
            states: None,
            elsewhere: 0,
            problems: Vec::new(),
            notices,
            copied: None,
        };
        app.read_settings()?;
        app.states = kept.map(|kept| States::new(&kept, app.library.catalogue(), app.now().day));
        tracing::info!(version = env!("CARGO_PKG_VERSION"), "opened");
        Ok(app)
    }

    /// Takes the settings of studying from the journal.
    pub(super) fn read_settings(&mut self) -> Result<(), AppError> {
        let pairs = self.journal.settings()?;
        // What a newer version has set and this one does not know stays as it is.
        (self.settings, _) = Settings::from_pairs(&pairs);
        if self.settings.languages.is_empty() {
            self.settings.languages = vec![self.messages.lang().code().to_owned()];
        }
        let parameters = Parameters::try_from(self.settings.parameters.as_slice()).unwrap_or_default();
        self.scheduler = Scheduler::new(Options {
            desired_retention: self.settings.retention,
            parameters,
            learning_steps: self.settings.learning_steps.clone(),
            relearning_steps: self.settings.relearning_steps.clone(),
            maximum_interval: self.settings.maximum_interval,
            fuzz: self.settings.fuzz,
        });
        Ok(())
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> Now {
        Now::new(&self.clock.wall(), self.settings.rollover)
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock) as _
    }

    /// What is to be told once about the configuration, the history and the index, in words.
    #[must_use]
    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// What there is to study.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        self.library.catalogue()
    }

    /// Looks at the disk, reads the decks that changed, and recognises cards whose text was mended. Gives the decks that
    /// changed and what there is to say.
    ///
    /// # Errors
    /// When neither the index nor a replacement in memory works, or the journal fails.
    pub fn refresh(&mut self) -> Result<(Vec<DeckId>, Vec<String>), AppError> {
        self.refresh_telling(&mut Unseen)
    }

    /// The same, telling how far it is. It is not stopped: what it does can be done again at any time.
    pub(super) fn refresh_telling(
        &mut self,
        progress: &mut dyn Progress,
    ) -> Result<(Vec<DeckId>, Vec<String>), AppError> {
        let followed = self.follow_the_rules()?;
        let refresh = self.library.refresh(&mut |far| {
            progress.step("progress-index", far.done as u64, Some(far.total as u64));
        })?;
        if !refresh.changed.is_empty() {
            tracing::info!(decks = refresh.changed.len(), "read");
        }
        self.problems = refresh.problems;
        self.notices.extend(refresh.notices.iter().filter_map(|n| say_library(n, &self.messages)));
        let mut said = self.recognise_mended(&refresh.changed)?;
        if !refresh.changed.is_empty() || !refresh.removed.is_empty() || !said.is_empty() {
            self.states = None;
        }
        said.extend(followed.then(|| self.messages.get("states-anew")));
        Ok((refresh.changed, said))
    }

    /// While the schedules follow older rules or parameters: that the next [`App::refresh`] derives all of them anew, which
    /// takes seconds where the history is long.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn stale_notice(&self) -> Result<Option<String>, AppError> {
        Ok(self.journal.is_stale()?.then(|| self.messages.get("states-stale")))
    }

    /// Derives all schedules anew where they follow older rules or parameters. Gives whether they did.
    fn follow_the_rules(&mut self) -> Result<bool, AppError> {
        if !self.journal.is_stale()? {
            return Ok(false);
        }
        self.journal.rebuild()?;
        self.states = None;
        tracing::info!("derived all schedules anew");
        Ok(true)
    }

    /// The states, read when they are not at hand or another process has written.
    pub(super) fn states(&mut self) -> Result<&mut States, AppError> {
        let states = self.take_states()?;
        Ok(self.states.insert(states))
    }

    /// Does `work` with the application and the states side by side.
    pub(super) fn with_states<T>(
        &mut self,
        work: impl FnOnce(&Self, &States) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let states = self.take_states()?;
        let done = work(self, &states);
        self.states = Some(states);
        done
    }

    fn take_states(&mut self) -> Result<States, AppError> {
        if self.journal.changed_elsewhere()? {
            self.states = None;
            self.elsewhere += 1;
            self.read_settings()?;
        }
        let catalogue = self.library.catalogue();
        match self.states.take() {
            Some(states) if Arc::ptr_eq(&states.catalogue, &catalogue) => Ok(states),
            _ => Ok(States::new(&self.journal.all_states()?, catalogue, self.now().day)),
        }
    }
}

fn create(paths: &Paths) -> Result<(), AppError> {
    paths.create().map_err(|(path, source)| AppError::Folder { path, source })
}

fn open_journal(paths: &Paths) -> Result<Journal, AppError> {
    Ok(Journal::open(&paths.journal(), &machine::marker(&paths.data))?)
}

/// Does `other` on a thread of its own while `one` goes on here.
fn beside<A, B: Send>(one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        (one, other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn say_config(problem: &ConfigProblem, messages: &Messages) -> String {
    match problem {
        ConfigProblem::Unreadable { reason } => {
            messages.with("config-unreadable", &[("reason", reason.as_str().into())])
        }
        ConfigProblem::Syntax { reason } => {
            messages.with("config-syntax", &[("reason", reason.as_str().into())])
        }
        ConfigProblem::UnknownKey { key, nearest: Some(nearest) } => {
            let args: [(&str, Arg); 2] = [("key", key.as_str().into()), ("nearest", (*nearest).into())];
            messages.with("config-unknown-key-nearest", &args)
        }
        ConfigProblem::UnknownKey { key, nearest: None } => {
            messages.with("config-unknown-key", &[("key", key.as_str().into())])
        }
        ConfigProblem::Value { key, expected } => {
            messages.with("config-value", &[("key", key.as_str().into()), ("expected", (*expected).into())])
        }
    }
}

/// An index that was made anew is nobody's business; one that cannot be kept makes every start slow.
fn say_library(notice: &Notice, messages: &Messages) -> Option<String> {
    match notice {
        Notice::Rebuilt { .. } | Notice::Busy => None,
        Notice::InMemory { .. } => Some(problems::say(messages, &notice.message())),
    }
}
