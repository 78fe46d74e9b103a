//! Text that is safe to show.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How many columns a tab becomes: terminals and ratatui disagree on tabs, so none is ever kept.
const TAB: &str = "    ";

/// A text that holds nothing but printable characters and line feeds.
///
/// Decks come from strangers. Whatever a file holds, only a `Text` is shown, so no escape sequence of a deck
/// can reach the terminal: every C0 and C1 control character is gone (a tab becomes four spaces, a carriage return
/// before a line feed disappears), and so are the characters that reorder or hide what stands on the screen
/// (bidirectional overrides and isolates, byte order marks, line and paragraph separators, tag characters).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Text(String);

impl Text {
    /// Keeps what is safe of `raw`.
    #[must_use]
    pub fn clean(raw: &str) -> Self {
        if raw.chars().all(is_safe) {
            return Self(raw.to_owned());
        }
        let mut out = String::with_capacity(raw.len());
        let mut chars = raw.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\t' => out.push_str(TAB),
                '\r' if chars.peek() != Some(&'\n') => out.push('\n'),
                '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push('\n'),
                c if is_safe(c) => out.push(c),
                _ => {}
            }
        }
        Self(out)
    }

    /// The same on one line: line feeds become spaces, outer spaces go.
    #[must_use]
    pub fn one_line(raw: &str) -> Self {
        let clean = Self::clean(raw);
        Self(clean.0.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Whether `raw` would lose a character (other than a tab or a carriage return) by [`Text::clean`].
    #[must_use]
    pub fn would_lose(raw: &str) -> bool {
        raw.chars().any(|c| !is_safe(c) && !matches!(c, '\t' | '\r'))
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing but white space is in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

fn is_safe(c: char) -> bool {
    let reorders_or_hides = matches!(
        c,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}'
    );
    c == '\n' || !(c.is_control() || reorders_or_hides)
}

impl From<String> for Text {
    fn from(raw: String) -> Self {
        Self::clean(&raw)
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::clean(raw)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl std::ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_escape_sequence_loses_its_escape() {
        assert_eq!(Text::clean("\x1b[31mrouge\x1b[0m\x07").as_str(), "[31mrouge[0m");
        assert_eq!(Text::clean("\u{9b}31mrouge").as_str(), "31mrouge");
    }

    #[test]
    fn tabs_become_spaces_and_line_ends_become_line_feeds() {
        assert_eq!(Text::clean("red\tb").as_str(), "red    b");
        assert_eq!(Text::clean("a\r\nb\rc\u{2028}d").as_str(), "a\nb\nc\nd");
    }

    #[test]
    fn characters_that_reorder_the_screen_go() {
        assert_eq!(Text::clean("a\u{202e}b\u{2066}c\u{feff}").as_str(), "abc");
    }

    #[test]
    fn one_line_folds_white_space() {
        assert_eq!(Text::one_line("  a\n b\t c ").as_str(), "a b c");
    }

    proptest! {
        #[test]
        fn no_control_character_survives(raw in any::<String>()) {
            prop_assert!(Text::clean(&raw).chars().all(|c| c == '\n' || !c.is_control()));
        }

        #[test]
        fn cleaning_twice_changes_nothing(raw in any::<String>()) {
            let once = Text::clean(&raw);
            prop_assert_eq!(Text::clean(&once), once);
        }
    }
}
