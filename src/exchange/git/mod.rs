//! git, called as the program it is.
//!
//! Carabin talks to repositories of others and to the student's own remote. Either way nothing that lies in a repository
//! runs here, and nothing asks a question behind the screen:
//!
//! - no hooks, no templates, no filters of file-system monitors, no submodules, and symbolic links are checked out as plain
//!   files, so that no name leads out of a working copy;
//! - only `https`, `ssh` and repositories on this machine (the list of allowed protocols holds for redirections too);
//! - no prompt on the terminal, in a window or from ssh: credentials are git's own (a helper, an agent, a key), and what
//!   they do not open is [`GitError::Refused`];
//! - a time limit, limits of output and of the disk, and a way to cancel: git and whatever it has started are then killed;
//! - variables that would point git at another repository, or make it trace secrets, do not reach it.

mod address;
mod error;
mod run;
#[cfg(test)]
mod tests;

pub use address::{Address, shown};
pub(in crate::exchange) use address::{hide, user_info};
pub use error::GitError;
pub use run::{Git, Limits, Output};
