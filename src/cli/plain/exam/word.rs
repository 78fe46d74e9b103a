//! The words of an exam in plain lines, in French and in English whatever the language of the interface.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use crate::i18n::Lang;

/// An action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Help,
    Repeat,
    Next,
    Previous,
    Go,
    Flag,
    Blank,
    Overview,
    Time,
    HandIn,
    Quit,
}

/// The word, the end of its message's id, its French and its English spellings; the first is the one that is said.
type Spelling = (Word, &'static str, &'static [&'static str], &'static [&'static str]);

const TABLE: &[Spelling] = &[
    (Word::Help, "help", &["aide"], &["help"]),
    (Word::Repeat, "repeat", &["répéter", "relire"], &["repeat"]),
    (Word::Next, "next", &["suivante", "suivant"], &["next"]),
    (Word::Previous, "previous", &["précédente", "précédent"], &["previous", "back"]),
    (Word::Go, "go", &["aller"], &["go"]),
    (Word::Flag, "flag", &["drapeau"], &["flag"]),
    (Word::Blank, "blank", &["effacer"], &["clear"]),
    (Word::Overview, "overview", &["copie"], &["overview"]),
    (Word::Time, "time", &["temps"], &["time"]),
    (Word::HandIn, "hand-in", &["rendre"], &["hand in", "submit"]),
    (Word::Quit, "quit", &["quitter", "fin"], &["quit", "exit", "leave"]),
];

/// All, in the order of the help.
pub(super) fn all() -> impl Iterator<Item = Word> {
    TABLE.iter().map(|(word, ..)| *word)
}

impl Word {
    /// The spelling that is said.
    pub(super) fn name(self, lang: Lang) -> &'static str {
        let found = TABLE.iter().find(|(word, ..)| *word == self);
        let names = found.map(|(_, _, fr, en)| match lang {
            Lang::Fr => *fr,
            Lang::En => *en,
        });
        names.and_then(|names| names.first().copied()).unwrap_or_default()
    }

    /// The id of the message that says what it does.
    pub(super) fn message(self) -> String {
        let found = TABLE.iter().find(|(word, ..)| *word == self);
        format!("plain-exam-word-{}", found.map_or("", |(_, name, ..)| name))
    }

    /// The word that a line is, or `go` with its number. `/` before it makes it one anywhere, which is the caller's.
    pub(super) fn read(line: &str) -> Option<(Self, Option<usize>)> {
        let whole = folded(line.trim());
        let is = |(_, _, fr, en): &&Spelling| fr.iter().chain(*en).any(|name| folded(name) == whole);
        if let Some((word, ..)) = TABLE.iter().find(is) {
            return Some((*word, None));
        }
        let (first, rest) = whole.split_once(' ')?;
        let number = rest.trim().parse().ok()?;
        matches!(first, "aller" | "go").then_some((Self::Go, Some(number)))
    }
}

fn folded(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Messages;

    #[test]
    fn words_are_understood_in_both_languages_and_a_number_follows_go() {
        assert_eq!(Word::read("SUIVANTE"), Some((Word::Next, None)));
        assert_eq!(Word::read(" precedente "), Some((Word::Previous, None)));
        assert_eq!(Word::read("aller 12"), Some((Word::Go, Some(12))));
        assert_eq!(Word::read("go x"), None);
        assert_eq!(Word::read("aide médicale d'État"), None, "an answer");
    }

    #[test]
    fn every_word_is_explained_in_both_languages() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for word in all() {
                assert!(messages.has(&word.message()), "{lang}: {}", word.message());
                assert!(!word.name(lang).is_empty());
            }
        }
    }
}
