//! Where a repository is.

use std::{
    fmt, io,
    path::{self, Path, PathBuf},
    str::FromStr,
};

use super::GitError;

/// The address of a repository: `https://…`, `ssh://…`, `user@host:path`, `file://…`, or a folder. Shown (but not kept)
/// without the password that it may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Whether a text is meant as the address of a repository, not as a plain folder: it has a scheme, is `host:path`, or
    /// ends in `.git`.
    #[must_use]
    pub fn is_meant(text: &str) -> bool {
        let end = Path::new(text.trim_end_matches(['/', '\\'])).extension();
        text.contains("://") || scp(text) || end.is_some_and(|end| end.eq_ignore_ascii_case("git"))
    }

    /// The address of a repository in a folder of this machine.
    #[must_use]
    pub fn folder(path: &Path) -> Self {
        Self(path.to_string_lossy().into_owned())
    }

    /// The same wherever it is used from: a folder of this machine by its whole path.
    ///
    /// # Errors
    /// When the folder that one is in is unknown.
    pub fn absolute(self) -> io::Result<Self> {
        match self.local() {
            Some(folder) if !self.0.contains("://") => Ok(Self::folder(&path::absolute(folder)?)),
            _ => Ok(self),
        }
    }

    /// Whether a password stands in it.
    #[must_use]
    pub fn has_password(&self) -> bool {
        user_info(&self.0).is_some_and(|user| user.contains(':'))
    }

    /// As git takes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder on this machine, if it is one.
    #[must_use]
    pub fn local(&self) -> Option<PathBuf> {
        if let Some(path) = self.0.strip_prefix("file://") {
            return Some(PathBuf::from(path));
        }
        (!self.0.contains("://") && !scp(&self.0)).then(|| PathBuf::from(&self.0))
    }
}

/// `user@host:path` or `host:path`, but no `C:\` and no path with a colon in it.
fn scp(text: &str) -> bool {
    text.split_once(':').is_some_and(|(host, path)| {
        host.len() > 1 && !host.contains(['/', '\\']) && !path.is_empty() && !path.starts_with("//")
    })
}

impl FromStr for Address {
    type Err = GitError;

    /// # Errors
    /// [`GitError::Address`] for a scheme that is not allowed, an empty text or one that git would take for an option.
    fn from_str(text: &str) -> Result<Self, GitError> {
        let text = text.trim();
        let refused = || GitError::Address { address: hide(text) };
        let allowed = match text.split_once("://") {
            Some((scheme, rest)) => {
                let rest = rest.trim_start_matches('/');
                ["https", "ssh", "file"].contains(&scheme) && !rest.is_empty() && !rest.starts_with('-')
            }
            // `ext::command` would run a command.
            None => !text.contains("::"),
        };
        let odd = text.is_empty() || text.starts_with('-') || text.chars().any(char::is_control);
        // ssh would take such a host for an option.
        let option = text.split_once('@').is_some_and(|(_, host)| host.starts_with('-'));
        if !allowed || odd || option { Err(refused()) } else { Ok(Self(text.to_owned())) }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hide(&self.0))
    }
}

/// What stands before the machine in an address: a name, a password.
pub(in crate::exchange) fn user_info(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let machine = rest.split(['/', '?', '#']).next()?;
    machine.rsplit_once('@').map(|(user, _)| user)
}

/// One address, which may hold blanks, as it may be shown: without a name, a password, and what a query may hold of them.
#[must_use]
pub fn shown(address: &str) -> String {
    match address.split_once('?') {
        Some((place, _)) => format!("{}?…", hide(place)),
        None => hide(address),
    }
}

/// A text in which addresses stand without names, passwords, and what a query may hold of them.
pub(in crate::exchange) fn hide(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        out.push_str(before);
        out.push_str("://");
        let end = after.find(|c: char| c == '/' || c == '\'' || c == '"' || c.is_whitespace());
        let (host, tail) = after.split_at(end.unwrap_or(after.len()));
        out.push_str(host.rsplit_once('@').map_or(host, |(_, host)| host));
        let end = tail.find(|c: char| c == '\'' || c == '"' || c.is_whitespace()).unwrap_or(tail.len());
        let (path, tail) = tail.split_at(end);
        match path.split_once('?') {
            Some((path, _)) => out.extend([path, "?…"]),
            None => out.push_str(path),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_allowed_kinds_are_taken() {
        for text in [
            "https://example.org/decks.git",
            "ssh://git@example.org/decks",
            "git@example.org:me/decks.git",
            "file:///media/stick/carabin.git",
            "../carabin.git",
        ] {
            assert_eq!(text.parse::<Address>().expect(text).as_str(), text);
        }
    }

    #[test]
    fn what_runs_a_command_or_travels_unprotected_is_refused() {
        for text in [
            "ext::sh -c id",
            "http://example.org/a.git",
            "git://example.org/a.git",
            "--upload-pack=touch x",
            "ssh://-oProxyCommand=x/a",
            "me@-oProxyCommand=x:a",
            "",
            "https://",
            "a\nb",
        ] {
            assert!(matches!(text.parse::<Address>(), Err(GitError::Address { .. })), "{text:?}");
        }
    }

    #[test]
    fn a_folder_is_told_from_an_address() {
        for text in ["https://a/b", "git@a.org:b", "/media/stick/a.git", "C:/stick/a.git/"] {
            assert!(Address::is_meant(text), "{text}");
        }
        for text in ["/media/stick/carabin", "C:\\Users\\me\\Nextcloud", "Dropbox/carabin", "./a:b"] {
            assert!(!Address::is_meant(text), "{text}");
        }
    }

    #[test]
    fn the_folder_of_a_local_address_is_known() {
        let local = |text: &str| text.parse::<Address>().expect("an address").local();
        assert_eq!(local("file:///a/b.git"), Some(PathBuf::from("/a/b.git")));
        assert_eq!(local("/a/b.git"), Some(PathBuf::from("/a/b.git")));
        assert_eq!(local("https://a/b.git"), None);
        assert_eq!(local("git@a:b.git"), None);
    }

    #[test]
    fn a_password_is_never_shown() {
        let address: Address = "https://me:secret@example.org/a.git".parse().expect("an address");
        assert_eq!(address.to_string(), "https://example.org/a.git");
        let text = "fatal: Authentication failed for 'https://me:secret@example.org/a.git/'";
        assert_eq!(hide(text), "fatal: Authentication failed for 'https://example.org/a.git/'");
        assert_eq!(hide("https://a.org/b.zip?token=s3cret&x=1 (cardio)"), "https://a.org/b.zip?… (cardio)");
        assert_eq!(hide("https://lea:s3cret@exa mple/a.zip"), "https://exa mple/a.zip");
    }

    #[test]
    fn a_password_in_an_address_is_seen() {
        let has = |text: &str| text.parse::<Address>().expect("an address").has_password();
        assert!(has("https://me:secret@example.org/a.git"));
        for text in
            ["https://me@example.org/a.git", "git@example.org:a.git", "https://a.org/b:c@d", "../a.git"]
        {
            assert!(!has(text), "{text}");
        }
    }

    #[test]
    fn a_folder_is_the_same_from_everywhere() {
        let absolute = |text: &str| text.parse::<Address>().expect("an address").absolute().expect("known");
        assert!(Path::new(absolute("./decks.git").as_str()).is_absolute());
        for text in ["https://a/b.git", "git@a:b.git", "file:///a/b.git"] {
            assert_eq!(absolute(text).as_str(), text);
        }
    }
}
