//! The backup that is made by itself.

use std::{
    path::Path,
    sync::mpsc::{self, Sender},
    thread::{self, JoinHandle},
    time::Duration,
};

use jiff::civil::Date;

use super::{Name, Taken, list, prune, take_named};
use crate::{
    app::{App, clock::Clock, error::AppError, paths::Paths},
    journal::Journal,
};

/// How long it lets the first screens go ahead. It begins earlier when the student leaves.
const POLITENESS: Duration = Duration::from_secs(4);

/// The day's backup, on a thread of its own.
#[derive(Debug)]
pub struct Daily {
    thread: Option<JoinHandle<Result<Taken, AppError>>>,
    leave: Option<Sender<()>>,
}

impl App {
    /// Begins the day's backup, in the background, unless there is one already or nothing to back up.
    #[must_use]
    pub fn daily_backup(&self) -> Option<Daily> {
        let today = self.clock.wall().date();
        let folder = self.paths.backups();
        let there = list(&folder).iter().any(|backup| backup.name.date == today);
        if there || self.journal.is_empty().unwrap_or(true) {
            return None;
        }
        let (leave, left) = mpsc::channel();
        let path = self.paths.journal();
        let work = move || {
            // It begins when the student leaves or the time is over, whichever comes first.
            let _ = left.recv_timeout(POLITENESS);
            back_up(&path, &folder, today)
        };
        let thread = thread::Builder::new().name("backup".to_owned()).spawn(work).ok();
        Some(Daily { thread, leave: Some(leave) })
    }
}

/// Makes the day's backup at the end of a session, where there was none yet and nothing to back up when it began.
///
/// # Errors
/// When it could not be made; the history itself is not touched by that.
pub fn daily_at_end(paths: &Paths, clock: &dyn Clock) -> Result<(), AppError> {
    let (today, folder) = (clock.wall().date(), paths.backups());
    let there = list(&folder).iter().any(|backup| backup.name.date == today);
    if there || !paths.journal().exists() || Journal::open_read_only(&paths.journal())?.is_empty()? {
        return Ok(());
    }
    back_up(&paths.journal(), &folder, today).map(|_| ())
}

fn back_up(path: &Path, folder: &Path, today: Date) -> Result<Taken, AppError> {
    // A connection of its own: nobody waits for it.
    let journal = Journal::open_read_only(path)?;
    let taken = take_named(&journal, folder, Name::daily(today));
    match &taken {
        Ok(taken) => prune(folder, today, &taken.path),
        Err(error) => tracing::error!(%error, "no backup"),
    }
    taken
}

impl Daily {
    /// Waits for it, at the end of the program.
    ///
    /// # Errors
    /// When it could not be made; the history itself is not touched by that.
    pub fn finish(mut self) -> Result<(), AppError> {
        drop(self.leave.take());
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(Err(error))) => Err(error),
            // A panic was reported by the panic hook.
            _ => Ok(()),
        }
    }
}
