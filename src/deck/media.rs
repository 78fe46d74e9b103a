//! The files beside a deck.

/// Whether a picture can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaCheck {
    /// It is there.
    Ok,
    /// It is not there.
    Missing,
    /// It lies outside the deck's folder, itself or by a link.
    Outside,
    /// It is there and larger than what is shown.
    Huge,
    /// It is there and of a type that is not shown.
    Unsupported,
    /// It is there and damaged.
    Broken,
}

/// Why a text beside a deck cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MediaProblem {
    /// It is not there.
    #[error("there is no such file")]
    Missing,
    /// It lies outside the deck's folder, itself or by a link.
    #[error("it lies outside the deck's folder")]
    Outside,
    /// It is not UTF-8 text, or beyond the size limit.
    #[error("it is not a text that can be read")]
    NotText,
}

/// The folder of a deck. Paths are relative, with `/`, and never hold `..` (the reader has checked that); an
/// implementation still resolves links before it says [`MediaCheck::Ok`].
pub trait Media {
    /// Whether the file may be shown.
    fn check(&self, relative: &str) -> MediaCheck;

    /// The text of a file.
    ///
    /// # Errors
    /// When it is missing, outside, or not text.
    fn read_text(&self, relative: &str) -> Result<String, MediaProblem>;
}

/// No folder at all: for decks that are a text in memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoMedia;

impl Media for NoMedia {
    fn check(&self, _relative: &str) -> MediaCheck {
        MediaCheck::Missing
    }

    fn read_text(&self, _relative: &str) -> Result<String, MediaProblem> {
        Err(MediaProblem::Missing)
    }
}

/// Whatever a deck names is there: where only the words of its cards count.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnyMedia;

impl Media for AnyMedia {
    fn check(&self, _relative: &str) -> MediaCheck {
        MediaCheck::Ok
    }

    fn read_text(&self, _relative: &str) -> Result<String, MediaProblem> {
        Ok("…".to_owned())
    }
}

/// Whether `path` stays below the folder that it is relative to, on every system.
pub(super) fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with(['/', '~'])
        && !path.contains(['\\', ':'])
        && !path.chars().any(char::is_control)
        && path.split('/').all(|step| !matches!(step, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_could_leave_the_folder_is_seen() {
        for good in ["a.png", "media/a.png", "media/schéma 1.png", "media/..a.png"] {
            assert!(stays_inside(good), "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a//b",
            "./a",
            "~/a",
            "C:\\a",
            "a\\b",
            "https://x/a",
            "a\nb",
        ] {
            assert!(!stays_inside(bad), "{bad}");
        }
    }
}
