//! Long work: told how far it is, stopped when the student wants.

use super::error::AppError;

/// Who is told how far long work is, and asked whether to go on. Work that is stopped leaves nothing behind.
pub trait Progress {
    /// So many of `total` (where that is known) are done. `what` is a message id that names the work. Called often: it is
    /// to be cheap.
    fn step(&mut self, what: &'static str, done: u64, total: Option<u64>);

    /// Whether to stop.
    fn cancelled(&self) -> bool;
}

impl dyn Progress + '_ {
    /// Tells how far it is.
    ///
    /// # Errors
    /// [`AppError::Stopped`] when it is to stop.
    pub(super) fn go_on(&mut self, what: &'static str, done: usize, total: usize) -> Result<(), AppError> {
        self.step(what, done as u64, Some(total as u64));
        if self.cancelled() { Err(AppError::Stopped) } else { Ok(()) }
    }
}

/// Nobody is told, nobody stops it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unseen;

impl Progress for Unseen {
    fn step(&mut self, _what: &'static str, _done: u64, _total: Option<u64>) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// Somebody who says stop when asked for the so manieth time, and remembers what they were told.
#[cfg(test)]
#[derive(Debug)]
pub(super) struct Impatient {
    patience: std::cell::Cell<u32>,
    pub(super) steps: Vec<(&'static str, u64, Option<u64>)>,
}

#[cfg(test)]
impl Impatient {
    pub(super) fn after(patience: u32) -> Self {
        Self { patience: patience.into(), steps: Vec::new() }
    }
}

#[cfg(test)]
impl Progress for Impatient {
    fn step(&mut self, what: &'static str, done: u64, total: Option<u64>) {
        self.steps.push((what, done, total));
    }

    fn cancelled(&self) -> bool {
        // Who has said stop stays with it.
        let left = self.patience.get();
        self.patience.set(left.saturating_sub(1));
        left == 0
    }
}
