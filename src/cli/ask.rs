//! Questions that are answered with yes or no before something is done.

use std::{
    io::{self, BufRead as _, IsTerminal as _},
    path::Path,
};

use super::{
    Failure,
    run::{Session, to_stderr},
};
use crate::card::Text;

/// Asks `question` before something is done, unless `yes` has answered it.
///
/// # Errors
/// When nobody is there to be asked: a script says `--yes`.
pub(super) fn confirm(session: &Session<'_>, question: &str, yes: bool) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        return Err(session.failed(&session.get("cli-confirm-nobody")));
    }
    agrees(session, &format!("{question} {}", session.get("cli-confirm-choice")))
}

/// Whether a command may write `file`: never among the student's data, and over another file only when they agree.
///
/// # Errors
/// When it may not, or nobody is there to be asked.
pub(super) fn may_write(session: &Session<'_>, file: &Path, yes: bool) -> Result<bool, Failure> {
    let path = Text::one_line(&file.to_string_lossy()).to_string();
    let told = |id| session.with(id, &[("path", path.as_str().into())]);
    if session.paths.holds(file) {
        return Err(session.failed(&told("cli-write-home")));
    }
    Ok(file.symlink_metadata().is_err() || confirm(session, &told("cli-write-question"), yes)?)
}

/// Asks on standard error; whether the next line of the input says yes. The end of the input is no.
pub(super) fn agrees(session: &Session<'_>, question: &str) -> Result<bool, Failure> {
    to_stderr(&format!("{question} "));
    next_is_yes().map_err(|error| session.failed(&error.to_string()))
}

/// Whether the next line of the input says yes. The end of the input is no.
pub(super) fn next_is_yes() -> io::Result<bool> {
    Ok(is_yes(&next_word()?))
}

/// The next line of the input in small letters; empty at its end.
pub(super) fn next_word() -> io::Result<String> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim().to_lowercase())
}

/// Whether a word says yes, in either language.
pub(super) fn is_yes(word: &str) -> bool {
    ["o", "oui", "y", "yes"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_yes_is_a_yes() {
        for word in ["o", "oui", "y", "yes"] {
            assert!(is_yes(word), "{word:?}");
        }
        for word in ["", "n", "non", "ok?", "oui non"] {
            assert!(!is_yes(word), "{word:?}");
        }
    }
}
