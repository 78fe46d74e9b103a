//! Why an answer was wrong.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use crate::{card::Text, i18n::Messages};

/// Why an answer was wrong. Each asks for something else: learning, revising, comparing two things, reading, or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It was never learned.
    Never,
    /// It was known once.
    Forgotten,
    /// It was confused with something else.
    Confused,
    /// The question was misread.
    Misread,
    /// It was answered in haste.
    Rushed,
}

impl Reason {
    /// All, in the order of their keys.
    pub const ALL: [Self; 5] = [Self::Never, Self::Forgotten, Self::Confused, Self::Misread, Self::Rushed];

    /// The word that the history keeps.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Forgotten => "forgotten",
            Self::Confused => "confused",
            Self::Misread => "misread",
            Self::Rushed => "rushed",
        }
    }

    /// The reason that the history calls so; `None` for a word of a newer version.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }

    /// The reason that a student means: its number, or a word of either language.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let folded: String = typed
            .trim()
            .replace('’', "'")
            .nfd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
            .collect();
        Some(match folded.as_str() {
            "1" | "never" | "jamais" | "jamais apprise" | "jamais appris" | "unknown" => Self::Never,
            "2" | "forgotten" | "forgot" | "oubliee" | "oublie" | "oubli" => Self::Forgotten,
            "3" | "confused" | "confusion" | "confondue" | "confondu" => Self::Confused,
            "4" | "misread" | "mal-lue" | "mal-lu" | "mal lue" | "mal lu" | "mallue" | "mallu"
            | "lecture" => Self::Misread,
            "5" | "trop-vite" | "rushed" | "hurried" | "haste" | "trop vite" | "vite" | "precipitee"
            | "precipitation" => Self::Rushed,
            _ => return None,
        })
    }

    /// Whether it says that the knowledge was missing. What was misread or rushed says nothing about the memory.
    #[must_use]
    pub fn is_lapse(self) -> bool {
        !matches!(self, Self::Misread | Self::Rushed)
    }

    /// Its name.
    #[must_use]
    pub fn name(self, messages: &Messages) -> String {
        messages.get(match self {
            Self::Never => "reason-never",
            Self::Forgotten => "reason-forgotten",
            Self::Confused => "reason-confused",
            Self::Misread => "reason-misread",
            Self::Rushed => "reason-rushed",
        })
    }
}

/// A reason, with what there is more to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The reason.
    pub reason: Reason,
    /// What it was confused with, or more about it.
    pub detail: Option<Text>,
}

impl Why {
    /// A reason with what is more to say; an empty text is nothing.
    #[must_use]
    pub fn new(reason: Reason, detail: &str) -> Self {
        let detail = Text::one_line(detail.trim());
        Self { reason, detail: (!detail.is_blank()).then_some(detail) }
    }

    /// In words: `confondue avec : OAP`.
    #[must_use]
    pub fn describe(&self, messages: &Messages) -> String {
        let name = self.reason.name(messages);
        match (&self.detail, self.reason) {
            (Some(detail), Reason::Confused) => {
                messages.with("reason-confused-with", &[("what", detail.as_str().into())])
            }
            (Some(detail), _) => format!("{name} ({detail})"),
            (None, _) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_a_number_or_a_word_of_either_language() {
        for (typed, reason) in [
            ("1", Reason::Never),
            ("Oubliée", Reason::Forgotten),
            ("confused", Reason::Confused),
            ("mal lue", Reason::Misread),
            ("TROP VITE", Reason::Rushed),
        ] {
            assert_eq!(Reason::read(typed), Some(reason), "{typed}");
        }
        assert_eq!(Reason::read("6"), None);
        for reason in Reason::ALL {
            assert_eq!(
                (Reason::of_word(reason.word()), Reason::read(reason.word())),
                (Some(reason), Some(reason))
            );
        }
    }

    #[test]
    fn an_empty_detail_is_none_and_a_foreign_one_is_made_safe() {
        assert_eq!(Why::new(Reason::Confused, "  ").detail, None);
        let why = Why::new(Reason::Confused, "a\n\u{1b}[31mb");
        assert!(!why.detail.expect("a detail").contains(['\n', '\u{1b}']));
    }
}
