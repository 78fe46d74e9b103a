//! What can go wrong with git, as far as its words tell.

use super::address::hide;
use crate::card::Text;

/// Why git did not do something.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// git is not installed, or not where programs are looked for.
    #[error("git is not installed")]
    Missing,
    /// The address is of no kind that is allowed.
    #[error("{address}: not an address of a repository")]
    Address {
        /// The address, without its password.
        address: String,
    },
    /// The other machine cannot be reached.
    #[error("offline: {detail}")]
    Offline {
        /// What git said.
        detail: String,
    },
    /// The other side did not let us in, or did not take what we gave.
    #[error("refused: {detail}")]
    Refused {
        /// What git said.
        detail: String,
    },
    /// There is no such repository.
    #[error("no such repository: {detail}")]
    NotFound {
        /// What git said.
        detail: String,
    },
    /// Somebody else has pushed meanwhile: fetch and try again.
    #[error("the remote has moved on")]
    Moved,
    /// It took longer than it may.
    #[error("git took longer than {seconds} s")]
    Slow {
        /// The limit.
        seconds: u64,
    },
    /// A password stands in the address, which would be kept and travel; it is named without it.
    #[error("{address} was given with a password")]
    Password {
        /// The address.
        address: String,
    },
    /// It said more than it may.
    #[error("git said more than {bytes} bytes")]
    Large {
        /// The limit.
        bytes: usize,
    },
    /// What it writes is larger than it may be.
    #[error("git wrote more than {bytes} bytes")]
    Heavy {
        /// The limit.
        bytes: u64,
    },
    /// It was cancelled.
    #[error("cancelled")]
    Cancelled,
    /// Anything else.
    #[error("git {command}: {detail}")]
    Failed {
        /// What was asked of git, its first word.
        command: String,
        /// What git said.
        detail: String,
    },
}

/// How long what git said may be, in characters.
const LONGEST: usize = 300;

const OFFLINE: &[&str] = &[
    "could not resolve host",
    "name or service not known",
    "temporary failure in name resolution",
    "network is unreachable",
    "no route to host",
    "connection refused",
    "connection timed out",
    "connection reset",
    "connection closed",
    "operation timed out",
    "failed to connect",
    "couldn't connect",
    "could not connect",
    "the remote end hung up",
    "ssl_error_syscall",
    "returned error: 502",
    "returned error: 503",
    "returned error: 504",
];

const NOT_FOUND: &[&str] = &[
    "repository not found",
    "does not appear to be a git repository",
    "returned error: 404",
    "project you were looking for could not be found",
    "does not exist",
    "no such file or directory",
    "not a git repository",
];

const REFUSED: &[&str] = &[
    "permission denied",
    "authentication failed",
    "could not read username",
    "could not read password",
    "terminal prompts disabled",
    "host key verification failed",
    "returned error: 401",
    "returned error: 403",
    "access denied",
    "insufficient permission",
    "unable to create temporary",
    "remote rejected",
    "hook declined",
    "read-only file system",
    "dubious ownership",
    "certificate",
    "correct access rights",
];

const MOVED: &[&str] =
    &["non-fast-forward", "fetch first", "stale info", "cannot lock ref", "failed to update ref"];

impl GitError {
    /// What git's words on standard error mean; `command` is what was asked of it.
    pub(super) fn of(command: &str, said: &str) -> Self {
        let lower = said.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        let detail = detail(said);
        if lower.contains("transport '") && lower.contains("not allowed") {
            Self::Address { address: detail }
        } else if says(MOVED) {
            Self::Moved
        } else if says(OFFLINE) && !says(&["permission denied", "host key verification failed"]) {
            Self::Offline { detail }
        } else if says(NOT_FOUND) && !says(&["permission denied (publickey"]) {
            Self::NotFound { detail }
        } else if says(REFUSED) {
            Self::Refused { detail }
        } else {
            Self::Failed { command: command.to_owned(), detail }
        }
    }

    /// The id of its message.
    #[must_use]
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Missing => "git-missing",
            Self::Address { .. } => "git-address",
            Self::Offline { .. } => "git-offline",
            Self::Refused { .. } => "git-refused",
            Self::NotFound { .. } => "git-not-found",
            Self::Moved => "git-moved",
            Self::Slow { .. } => "git-slow",
            Self::Large { .. } => "git-large",
            Self::Heavy { .. } => "git-heavy",
            Self::Password { .. } => "foreign-password",
            Self::Cancelled => "git-cancelled",
            Self::Failed { .. } => "git-failed",
        }
    }

    /// The values in the places of that message.
    #[must_use]
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Address { address } | Self::Password { address } => vec![("address", address.clone())],
            Self::Offline { detail } | Self::Refused { detail } | Self::NotFound { detail } => {
                vec![("detail", detail.clone())]
            }
            Self::Slow { seconds } => vec![("seconds", seconds.to_string())],
            Self::Large { bytes } => vec![("bytes", bytes.to_string())],
            Self::Heavy { bytes } => vec![("limit", (bytes >> 20).to_string())],
            Self::Failed { command, detail } => {
                vec![("command", command.clone()), ("detail", detail.clone())]
            }
            Self::Missing | Self::Moved | Self::Cancelled => Vec::new(),
        }
    }

    /// Whether trying again later may work without the student doing anything.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Offline { .. } | Self::Moved | Self::Slow { .. } | Self::Cancelled)
    }
}

/// What git said that helps, on one line: without passwords, terminal escapes and advice.
fn detail(said: &str) -> String {
    let useful = |line: &&str| {
        let line = line.trim();
        !line.is_empty()
            && !line.starts_with("hint:")
            && !line.starts_with("Cloning into")
            && !line.starts_with("Please make sure")
            && !line.starts_with("and the repository exists")
    };
    let bare = |line: &'_ str| {
        let line = line.trim();
        let said = ["fatal: ", "error: ", "remote: "].iter().find_map(|label| line.strip_prefix(label));
        said.unwrap_or(line).trim_end_matches('.').to_owned()
    };
    let mut lines: Vec<String> = said.lines().filter(useful).map(bare).collect();
    // What ssh and git add to every failure says nothing where there is more.
    if lines.len() > 1 {
        lines.retain(|line| line != "Could not read from remote repository");
    }
    let from = lines.len().saturating_sub(3);
    let line = Text::one_line(&hide(&lines[from..].join(" · "))).to_string();
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut cut: String = line.chars().take(LONGEST).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_says_is_understood() {
        let id = |said: &str| GitError::of("fetch", said).message_id();
        assert_eq!(id("fatal: unable to access 'https://a/b/': Could not resolve host: a"), "git-offline");
        assert_eq!(
            id("ssh: connect to host a port 22: Connection refused\nfatal: Could not read"),
            "git-offline"
        );
        assert_eq!(
            id("git@a: Permission denied (publickey).\nfatal: Could not read from remote"),
            "git-refused"
        );
        assert_eq!(
            id("fatal: could not read Username for 'https://a': terminal prompts disabled"),
            "git-refused"
        );
        assert_eq!(id("Host key verification failed.\nfatal: the remote end hung up"), "git-refused");
        assert_eq!(
            id("remote: Repository not found.\nfatal: repository 'https://a/' not found"),
            "git-not-found"
        );
        assert_eq!(id(" ! [rejected] main -> main (fetch first)"), "git-moved");
        assert_eq!(id(" ! [remote rejected] main -> main (pre-receive hook declined)"), "git-refused");
        assert_eq!(id("fatal: transport 'ext' not allowed"), "git-address");
        assert_eq!(id("fatal: something new"), "git-failed");
    }

    #[test]
    fn what_it_said_is_shown_in_short_and_harmless() {
        let said = "hint: do this\nfatal: \u{1b}[31mbad\u{7} https://me:pw@a/b\n";
        assert_eq!(detail(said), "[31mbad https://a/b");
        assert!(detail(&"x".repeat(5_000)).chars().count() <= LONGEST + 1);
    }
}
