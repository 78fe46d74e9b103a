//! A question that is answered with yes or no before something is done.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use super::{Failure, run::Session};

/// Asks `question` on the terminal. `yes` answers it; so does nobody where there is no terminal, and then nothing is done:
/// a script says `--yes`.
///
/// # Errors
/// When there is nobody to ask.
pub(super) fn confirm(session: &Session<'_>, question: &str, yes: bool) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        return Err(session.failed(&session.get("cli-confirm-nobody")));
    }
    let mut out = io::stderr().lock();
    let _ = write!(out, "{question} {} ", session.get("cli-confirm-choice")).and_then(|()| out.flush());
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(|error| session.failed(&error.to_string()))?;
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
