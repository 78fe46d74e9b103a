//! One sync, from the lock to the report.

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;

use super::{
    error::SyncError,
    events::{self, Exchanged, Way},
    news::News,
    place::Place,
    remote::Remote,
    sealed::Fault,
    shelf::{self, Shelved, Shop},
    state::{self, State, Target, Trouble},
};
use crate::{
    app::{clock::Clock, machine, open::App, paths::Paths, progress::Progress},
    card::Text,
    exchange::git::{Address, GitError},
    journal::Journal,
};

/// How often a push is tried when others are faster.
const TRIES: usize = 8;

/// What is chosen when sync is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// A folder, or the address of a git repository.
    pub place: String,
    /// What this device is called; by default the machine's name.
    pub name: Option<String>,
    /// Whether to sync by itself at the start and at the end.
    pub auto: bool,
    /// Whether the student's decks travel too.
    pub decks: bool,
}

/// What a sync did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Events of other devices that came.
    pub received: usize,
    /// Events that went, of this one or that came here by another way.
    pub sent: usize,
    /// Files that are not whole (yet), by their paths in the place.
    pub faulty: Vec<(String, Fault)>,
    /// Ids under which there are several events now: a home was copied. All of them count.
    pub conflicts: usize,
    /// This home turned out to be a copy and goes on under an id of its own.
    pub renewed: bool,
    /// Files of decks that came, went, and were deleted.
    pub decks: (usize, usize, usize),
    /// What became of decks that were changed on two devices.
    pub news: News,
    /// Where the decks lie.
    pub(super) folder: PathBuf,
    /// Files of the decks that do not travel.
    pub left_out: Vec<String>,
}

impl Report {
    /// Whether anything here is another than before.
    #[must_use]
    pub fn changed_here(&self) -> bool {
        self.received > 0 || self.decks.0 + self.decks.2 > 0 || !self.news.is_empty()
    }
}

/// How sync stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The place, without a password.
    pub place: String,
    /// Whether the place is a git repository.
    pub git: bool,
    /// What this device is called.
    pub name: String,
    /// Whether it syncs by itself.
    pub auto: bool,
    /// Whether the decks travel.
    pub decks: bool,
    /// When the last sync went through.
    pub last: Option<Timestamp>,
    /// Events that the place does not hold yet.
    pub waiting: u64,
    /// Why the last one did not go through: the id of the message and its values.
    pub trouble: Option<(String, Vec<(String, String)>)>,
    /// Files that were not whole at the last look.
    pub faulty: Vec<String>,
}

/// What a sync needs. It has a journal of its own, so it can work beside a session.
#[derive(Clone, Debug)]
pub struct Syncer {
    pub(super) paths: Paths,
    pub(super) clock: Arc<dyn Clock>,
}

impl App {
    /// The means to sync this home.
    #[must_use]
    pub fn syncer(&self) -> Syncer {
        Syncer { paths: self.paths.clone(), clock: self.clock() }
    }

    /// Syncs now, and takes note of what came.
    ///
    /// # Errors
    /// Any [`SyncError`].
    pub fn sync(&mut self, progress: &mut dyn Progress) -> Result<Report, SyncError> {
        let syncer = self.syncer();
        let done = syncer.sync_with(&mut self.journal, FOREGROUND, progress);
        if done.is_err() {
            // Who asked is told now, not again later.
            let _ = syncer.take_untold();
        }
        // With what a sync has done before that nobody saw.
        let report = Report { news: syncer.take_news()?, ..done? };
        self.states = None;
        Ok(report)
    }

    /// How sync stands; `None` when it is not set up.
    ///
    /// # Errors
    /// When the journal or the file of the state cannot be read.
    pub fn sync_status(&self) -> Result<Option<Status>, SyncError> {
        let Some(state) = State::read(&self.paths)? else { return Ok(None) };
        let given = if state.device == Some(self.journal.device()?) { state.given } else { 0 };
        Ok(Some(Status {
            place: state.target.shown(),
            git: matches!(state.target, Target::Git(_)),
            name: state.name,
            auto: state.auto,
            decks: state.decks,
            last: state.last.and_then(|ms| Timestamp::from_millisecond(ms).ok()),
            waiting: self.journal.len()?.saturating_sub(given),
            trouble: state.trouble.map(|trouble| (trouble.id, trouble.args.into_iter().collect())),
            faulty: state.faulty,
        }))
    }
}

/// So many events at once where nobody waits for the journal, and where somebody may.
const FOREGROUND: usize = 100_000;
const BESIDE: usize = 400;

impl Syncer {
    /// Chooses the place. Nothing is sent yet.
    ///
    /// # Errors
    /// When the place cannot be one.
    pub fn set_up(&self, setup: &Setup) -> Result<(), SyncError> {
        let target = self.target(&setup.place)?;
        let before = State::read(&self.paths)?;
        let _lock = self.lock()?;
        let named = setup.name.as_deref().map(Text::one_line).filter(|name| !name.is_blank());
        let name = named.map_or_else(machine::name, |name| name.to_string());
        let state = match before {
            // Only how it is done has changed.
            Some(before) if before.target == target => {
                let name = if setup.name.is_some() { name } else { before.name.clone() };
                State { name, auto: setup.auto, decks: setup.decks, ..before }
            }
            _ => {
                state::forget(&self.paths)?;
                State::new(target, name, setup.auto, setup.decks)
            }
        };
        state.write(&self.paths)
    }

    fn target(&self, place: &str) -> Result<Target, SyncError> {
        let is_bare = |path: &Path| ["HEAD", "objects", "refs"].iter().all(|name| path.join(name).exists());
        if Address::is_meant(place) || is_bare(Path::new(place)) {
            let address = place.parse::<Address>()?.absolute().map_err(SyncError::io(place))?;
            return Ok(Target::Git(address.as_str().to_owned()));
        }
        let folder = std::path::absolute(place).map_err(SyncError::io(place))?;
        let folder = Place::choose(&folder);
        let within = |a: &Path, b: &Path| a.starts_with(b) || b.starts_with(a);
        if within(&folder, &self.paths.data) {
            return Err(SyncError::Within { path: folder });
        }
        Place::create(&folder)?;
        Ok(Target::Folder(folder))
    }

    /// Forgets the place; what lies in it stays.
    ///
    /// # Errors
    /// When the state cannot be removed. [`SyncError::NotSetUp`] when there was none.
    pub fn turn_off(&self) -> Result<(), SyncError> {
        let known = State::read(&self.paths)?.is_some();
        let _lock = self.lock()?;
        state::forget(&self.paths)?;
        if known { Ok(()) } else { Err(SyncError::NotSetUp) }
    }

    /// Whether sync is set up to happen by itself.
    #[must_use]
    pub fn is_auto(&self) -> bool {
        matches!(State::read(&self.paths), Ok(Some(State { auto: true, .. })))
    }

    /// Syncs with a journal of its own, in small steps, so that a session can go on meanwhile.
    ///
    /// # Errors
    /// Any [`SyncError`].
    pub fn sync(&self, progress: &mut dyn Progress) -> Result<Report, SyncError> {
        let mut journal = Journal::open(&self.paths.journal(), &machine::marker(&self.paths.data))?;
        self.sync_with(&mut journal, BESIDE, progress)
    }

    pub(super) fn sync_with(
        &self,
        journal: &mut Journal,
        batch: usize,
        progress: &mut dyn Progress,
    ) -> Result<Report, SyncError> {
        let _lock = self.lock()?;
        let mut state = State::read_whole(&self.paths)?.ok_or(SyncError::NotSetUp)?;
        state.settle(journal)?;
        let mut report = Report { folder: self.paths.decks(), ..Report::default() };
        let done = self.exchange(journal, &mut state, &Way::new(batch, progress), &mut report);
        state.news.add(&report.news);
        match &done {
            Ok(()) => {
                state.given = state.held().count();
                state.last = Some(self.now());
                state.trouble = None;
                state.faulty = report.faulty.iter().map(|(path, _)| path.clone()).collect();
            }
            Err(SyncError::Cancelled | SyncError::Git(GitError::Cancelled)) => {}
            Err(error) => {
                let args =
                    error.message_args().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                let id = error.message_id().to_owned();
                let told = state.trouble.as_ref().is_some_and(|before| before.told && before.id == id);
                state.trouble = Some(Trouble { id, args, told });
            }
        }
        // What was taken is taken, also when the rest failed. What was written but not pushed is not found in the place
        // the next time, and written again.
        let kept = state.write_whole(&self.paths, journal);
        done?;
        kept?;
        Ok(report)
    }

    /// Exchanges everything with the others. `report` holds what came also when it fails.
    fn exchange(
        &self,
        journal: &mut Journal,
        state: &mut State,
        way: &Way<'_>,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        match state.target.clone() {
            Target::Folder(folder) => {
                let place = Place::open(&folder)?;
                self.meet(&place, journal, state, way, report)
            }
            Target::Git(address) => {
                let copy = state::folder(&self.paths)?.join("repository");
                let cancelled = || way.cancelled();
                let remote = Remote::new(address.parse()?, copy, &cancelled)?;
                for _ in 0..TRIES {
                    way.step("progress-sync-fetch", 0, None);
                    remote.fetch()?;
                    let place = Place::create(remote.folder())?;
                    self.meet(&place, journal, state, way, report)?;
                    way.step("progress-sync-push", 0, None);
                    match remote.send() {
                        Err(GitError::Moved) => {}
                        Err(error) => return Err(error.into()),
                        Ok(()) => return Ok(()),
                    }
                }
                Err(GitError::Moved.into())
            }
        }
    }

    /// Exchanges everything with a place. `report` may hold what an earlier try has received.
    fn meet(
        &self,
        place: &Place,
        journal: &mut Journal,
        state: &mut State,
        way: &Way<'_>,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let Exchanged { received, sent, faulty, conflicts, renewed } =
            events::exchange(place, journal, state, way)?;
        report.received += received;
        report.sent = sent;
        report.faulty = faulty;
        report.conflicts += conflicts;
        report.renewed |= renewed;
        if state.decks {
            way.step("progress-sync-decks", 0, None);
            let removed = state::folder(&self.paths)?.join("removed");
            let shop = Shop {
                place,
                decks: &self.paths.decks(),
                removed: &removed,
                device: journal.device()?,
                name: &state.name.clone(),
                now: self.now(),
            };
            let Shelved { received, sent, removed, news, left_out } =
                shelf::exchange(&shop, &mut state.shelf)?;
            report.decks = (report.decks.0 + received, sent, report.decks.2 + removed);
            report.news.add(&news);
            report.left_out = left_out;
        }
        Ok(())
    }

    /// The message about the last sync, if it failed and nobody was told yet.
    pub(super) fn take_untold(&self) -> Option<(String, Vec<(String, String)>)> {
        let is_untold = |state: &State| state.trouble.as_ref().is_some_and(|trouble| !trouble.told);
        State::read(&self.paths).ok()?.filter(is_untold)?;
        let _lock = self.lock().ok()?;
        let mut state = State::read(&self.paths).ok()??;
        let trouble = state.trouble.as_mut().filter(|trouble| !trouble.told)?;
        trouble.told = true;
        let said = (trouble.id.clone(), trouble.args.clone().into_iter().collect());
        state.write(&self.paths).ok()?;
        Some(said)
    }

    fn now(&self) -> i64 {
        self.clock.wall().timestamp().as_millisecond()
    }

    /// Keeps other syncs of this home out until it is dropped, or the process dies.
    pub(super) fn lock(&self) -> Result<Lock, SyncError> {
        let path: PathBuf = state::folder(&self.paths)?.join("lock");
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path).map_err(SyncError::io(&path))?;
        // Some network folders know no locks; then nobody is kept out, and the worst is work done twice.
        match file.try_lock() {
            Err(std::fs::TryLockError::WouldBlock) => Err(SyncError::Busy),
            _ => Ok(Lock(file)),
        }
    }
}

/// The lock of a home's sync.
pub(super) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing alone would not do in a moment in which a program is being started: it still has the file open.
        let _ = self.0.unlock();
    }
}
