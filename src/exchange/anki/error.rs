//! Why a package cannot be read.

/// Why a package cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum AnkiError {
    /// The file system.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// It is no ZIP archive.
    #[error("this is no package of Anki")]
    NotPackage,
    /// A newer Anki made it.
    #[error("version {0} of the package is not known")]
    TooNew(u32),
    /// It asks for more than a package may.
    #[error("{what} is larger than {limit}")]
    TooLarge {
        /// What: `entries`, `collection`, `media`, `notes`, `cards`, `reviews`, `list`.
        what: &'static str,
        /// The limit, in the unit of the thing (bytes, or how many).
        limit: u64,
    },
    /// A name in it leads somewhere else.
    #[error("the name {0:?} leads out of the package")]
    Hostile(String),
    /// It is broken.
    #[error("the package is damaged: {0}")]
    Damaged(String),
    /// The student stopped it.
    #[error("stopped")]
    Cancelled,
}

impl AnkiError {
    /// The id of the message for the student; its arguments are those of [`Self::message_args`].
    #[must_use]
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Io(_) => "anki-io",
            Self::NotPackage => "anki-not-package",
            Self::TooNew(_) => "anki-too-new",
            Self::TooLarge { .. } => "anki-too-large",
            Self::Hostile(_) => "anki-hostile",
            Self::Damaged(_) => "anki-damaged",
            Self::Cancelled => "anki-cancelled",
        }
    }

    /// The arguments of the message.
    #[must_use]
    pub fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Io(error) => vec![("detail", error.to_string())],
            Self::TooNew(version) => vec![("version", version.to_string())],
            Self::TooLarge { what, limit } => {
                vec![("what", (*what).to_owned()), ("limit", limit.to_string())]
            }
            Self::Hostile(name) => vec![("name", name.clone())],
            Self::Damaged(detail) => vec![("detail", detail.clone())],
            Self::NotPackage | Self::Cancelled => Vec::new(),
        }
    }
}

impl From<rusqlite::Error> for AnkiError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<zip::result::ZipError> for AnkiError {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => {
                Self::Io(error)
            }
            error => Self::Damaged(error.to_string()),
        }
    }
}

impl From<prost::DecodeError> for AnkiError {
    fn from(error: prost::DecodeError) -> Self {
        Self::Damaged(error.to_string())
    }
}
