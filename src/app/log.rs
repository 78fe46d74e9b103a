//! What the program notes about its own troubles: in a file, never on the screen.

use std::{fs::OpenOptions, path::Path};

use tracing_subscriber::fmt::time::FormatTime;

/// A log that has grown beyond this is begun anew, in bytes.
const LARGEST: u64 = 1 << 20;

/// Sends what the program notes to `path`. Answers, notes and texts of cards are never noted. Where the file cannot be
/// opened, nothing is noted.
pub(super) fn start(path: &Path) {
    let full = std::fs::metadata(path).is_ok_and(|file| file.len() > LARGEST);
    let mut options = OpenOptions::new();
    options.create(true);
    if full {
        options.write(true).truncate(true);
    } else {
        options.append(true);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let Ok(file) = options.open(path) else { return };
    let subscriber = tracing_subscriber::fmt()
        .with_writer(std::sync::Mutex::new(file))
        .with_ansi(false)
        .with_timer(Utc)
        .finish();
    // Only the first one counts, which is as it should be.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

/// The time in UTC.
struct Utc;

impl FormatTime for Utc {
    #[allow(
        clippy::disallowed_methods,
        reason = "the log tells when something went wrong, whatever the tests' clock says"
    )]
    fn format_time(&self, writer: &mut tracing_subscriber::fmt::format::Writer<'_>) -> std::fmt::Result {
        write!(writer, "{:.0}", jiff::Timestamp::now())
    }
}
