//! Questions that are answered with yes or no before something is done.

use std::io::{self, BufRead as _, IsTerminal as _};

use super::{
    Failure,
    run::{Session, to_stderr},
};

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

/// Asks on standard error; whether the next line of the input says yes. The end of the input is no.
pub(super) fn agrees(session: &Session<'_>, question: &str) -> Result<bool, Failure> {
    to_stderr(&format!("{question} "));
    next_is_yes().map_err(|error| session.failed(&error.to_string()))
}

/// Whether the next line of the input says yes. The end of the input is no.
pub(super) fn next_is_yes() -> io::Result<bool> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(is_yes(&line))
}

/// Whether a line says yes, in either language.
fn is_yes(line: &str) -> bool {
    ["o", "oui", "y", "yes"].contains(&line.trim().to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_yes_is_a_yes() {
        for line in ["o\n", "Oui", "y", "YES\r\n"] {
            assert!(is_yes(line), "{line:?}");
        }
        for line in ["", "\n", "n", "non", "ok?", "oui non"] {
            assert!(!is_yes(line), "{line:?}");
        }
    }
}
