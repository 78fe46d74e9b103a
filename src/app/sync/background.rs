//! Sync beside a session: at the start, and in the moment after its end.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

use super::SyncError;
use super::run::{Report, Syncer};
use crate::app::progress::Progress;

/// How long the end of a session may wait for a sync.
const PATIENCE: Duration = Duration::from_secs(3);

/// It goes on unseen, until its flag is set.
struct Unseen(Arc<AtomicBool>);

impl Progress for Unseen {
    fn step(&mut self, _: &'static str, _: u64, _: Option<u64>) {}

    fn cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A sync on a thread of its own.
#[derive(Debug)]
pub struct Background {
    done: Receiver<Result<Report, SyncError>>,
    cancel: Arc<AtomicBool>,
}

impl Background {
    /// Starts one, if sync is set up to happen by itself. `after` is called when it is done.
    #[must_use]
    pub fn start(
        syncer: &Syncer,
        after: impl FnOnce(&Result<Report, SyncError>) + Send + 'static,
    ) -> Option<Self> {
        if !syncer.is_auto() {
            return None;
        }
        let cancel = Arc::new(AtomicBool::new(false));
        let (say, done) = mpsc::channel();
        let (syncer, flag) = (syncer.clone(), Arc::clone(&cancel));
        let run = move || {
            let result = syncer.sync(&mut Unseen(flag));
            if let Err(error) = &result {
                tracing::warn!(%error, "sync");
            }
            after(&result);
            // Nobody may be waiting any more.
            let _ = say.send(result);
        };
        thread::Builder::new().name("sync".to_owned()).spawn(run).ok()?;
        Some(Self { done, cancel })
    }

    /// Waits for the end, at most for `patience`; then it is broken off, which loses nothing. `None` when it was.
    #[must_use]
    pub fn finish(self, patience: Duration) -> Option<Result<Report, SyncError>> {
        match self.done.recv_timeout(patience) {
            Ok(result) => Some(result),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => {
                self.cancel.store(true, Ordering::Relaxed);
                // git is ended within moments.
                self.done.recv_timeout(Duration::from_secs(1)).ok().filter(Result::is_ok)
            }
        }
    }
}

impl Syncer {
    /// What a session does at its end, when its screen is gone: waits for the sync that began with it, and sends what was
    /// answered. It takes a few seconds at most; what does not go now goes the next time.
    pub fn end(&self, begun: Option<Background>) {
        if let Some(begun) = begun {
            let _ = begun.finish(PATIENCE);
        }
        if let Some(last) = Background::start(self, |_| {}) {
            let _ = last.finish(PATIENCE);
        }
    }
}
