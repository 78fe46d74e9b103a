//! One file over HTTPS.

use std::{
    fs::File,
    io::{self, Read as _, Write as _},
    path::Path,
    time::Duration,
};

use ureq::Agent;

use super::git::{hide, shown, user_info};

/// How long connecting, asking and the first byte may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the whole may take.
const LONGEST: Duration = Duration::from_secs(900);
/// What a forge needs to lead from an address to a file.
const REDIRECTS: u32 = 5;

/// Why a file did not come.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// Not an `https://` address; what is not encrypted could be exchanged on the way.
    #[error("{0} is no https:// address")]
    Address(String),
    /// A name or a password stands in the address; it is named without them.
    #[error("{0} was given with a password")]
    Password(String),
    /// The other machine cannot be reached.
    #[error("offline: {0}")]
    Offline(String),
    /// The other machine has no such file, or does not give it: the HTTP status.
    #[error("status {0}")]
    Refused(u16),
    /// It is larger than the limit, in bytes.
    #[error("larger than {0} bytes")]
    TooLarge(u64),
    /// It cannot be kept.
    #[error(transparent)]
    Keep(#[from] io::Error),
    /// It was stopped.
    #[error("stopped")]
    Stopped,
}

impl DownloadError {
    /// The message that tells it.
    #[must_use]
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Address(_) => "download-address",
            Self::Password(_) => "foreign-password",
            Self::Offline(_) => "download-offline",
            Self::Refused(_) => "download-refused",
            Self::TooLarge(_) => "download-too-large",
            Self::Keep(_) => "download-keep",
            Self::Stopped => "download-stopped",
        }
    }

    /// Its values.
    #[must_use]
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Address(address) | Self::Password(address) => vec![("address", address.clone())],
            Self::Offline(reason) => vec![("reason", reason.clone())],
            Self::Refused(status) => vec![("status", status.to_string())],
            Self::TooLarge(limit) => vec![("limit", (limit >> 20).to_string())],
            Self::Keep(error) => vec![("reason", error.to_string())],
            Self::Stopped => Vec::new(),
        }
    }
}

/// Fetches `url` into the new file `to`, at most `limit` bytes. `told` hears how many bytes have come, and of how many;
/// when it says no, the download stops.
///
/// # Errors
/// Any [`DownloadError`]; `to` may then hold a part.
pub fn download(
    url: &str,
    to: &Path,
    limit: u64,
    told: &mut dyn FnMut(u64, Option<u64>) -> bool,
) -> Result<(), DownloadError> {
    if !url.starts_with("https://") {
        return Err(DownloadError::Address(shown(url)));
    }
    if user_info(url).is_some() {
        return Err(DownloadError::Password(shown(url)));
    }
    let config = Agent::config_builder()
        .https_only(true)
        .max_redirects(REDIRECTS)
        .timeout_connect(Some(PATIENCE))
        .timeout_recv_response(Some(PATIENCE))
        .timeout_global(Some(LONGEST))
        .user_agent(concat!("carabin/", env!("CARGO_PKG_VERSION")))
        .build();
    let mut response = Agent::new_with_config(config).get(url).call().map_err(|error| of(url, error))?;
    let total = response.body().content_length();
    if total.is_some_and(|total| total > limit) {
        return Err(DownloadError::TooLarge(limit));
    }
    let mut body = response.body_mut().with_config().limit(limit.saturating_add(1)).reader();
    let mut file = File::create_new(to)?;
    let mut buffer = vec![0; 64 << 10];
    let mut done = 0;
    loop {
        if !told(done, total) {
            return Err(DownloadError::Stopped);
        }
        let read = body.read(&mut buffer).map_err(|error| DownloadError::Offline(error.to_string()))?;
        if read == 0 {
            return Ok(file.flush()?);
        }
        done += read as u64;
        if done > limit {
            return Err(DownloadError::TooLarge(limit));
        }
        file.write_all(&buffer[..read])?;
    }
}

fn of(url: &str, error: ureq::Error) -> DownloadError {
    match error {
        ureq::Error::StatusCode(status) => DownloadError::Refused(status),
        ureq::Error::BadUri(_) | ureq::Error::Http(_) | ureq::Error::RequireHttpsOnly(_) => {
            DownloadError::Address(shown(url))
        }
        error => DownloadError::Offline(hide(&error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetch(url: &str) -> DownloadError {
        let folder = tempfile::tempdir().expect("a folder");
        download(url, &folder.path().join("file"), 1000, &mut |_, _| true).expect_err("not there")
    }

    #[test]
    fn only_an_encrypted_address_is_taken() {
        for url in
            ["http://example.org/a.zip", "ftp://example.org/a", "/etc/passwd", "", "file:///etc/passwd"]
        {
            assert!(matches!(fetch(url), DownloadError::Address(_)), "{url}");
        }
    }

    #[test]
    fn a_password_is_neither_used_nor_told() {
        for url in ["https://lea:s3cret@example.org/a.zip", "https://lea:s3cret@exa mple/a.zip?s3cret"] {
            let error = fetch(url);
            assert!(matches!(error, DownloadError::Password(_)), "{error:?}");
            assert!(!format!("{error} {:?}", error.message_args()).contains("s3cret"), "{error}");
        }
        let error = fetch("https://exa mple/a.zip?token=s3cret");
        assert!(!format!("{error} {:?}", error.message_args()).contains("s3cret"), "{error}");
    }

    #[test]
    fn a_machine_that_does_not_answer_is_told_as_offline() {
        // Nobody listens on the port of the discard service here.
        let error = fetch("https://127.0.0.1:9/a.zip");
        assert!(matches!(error, DownloadError::Offline(_)), "{error:?}");
    }
}
