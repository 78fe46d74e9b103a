//! How a text is written: as it stands, between quotes, or as a literal block.

use std::fmt::Write as _;

use crate::deck::quote::quoted;

/// A text on one line.
pub(super) fn line(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else if text.chars().all(|c| c != '\n' && is_printable(c)) {
        quoted(text)
    } else {
        escaped(text)
    }
}

/// Whether a text can stand between `[` and `]` without quotes.
pub(super) fn is_plain_in_flow(text: &str) -> bool {
    let levels = text.replace("::", "");
    // `-]` is taken for the beginning of an entry.
    is_plain(text)
        && !text.starts_with(':')
        && !text.ends_with('-')
        && !levels.contains([',', '[', ']', '{', '}', ':', '"', '\''])
}

/// Whether a text of several lines can be a literal block.
pub(super) fn fits_block(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.ends_with(char::is_whitespace)
        && text.chars().all(|c| c == '\n' || is_printable(c))
}

/// Whether YAML takes the text for itself without quotes, wherever it stands.
fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    (first.is_alphanumeric() || matches!(first, '(' | '«' | '/' | '≥' | '≤' | '→'))
        && !text.ends_with([' ', ':', '\u{a0}', '\u{202f}'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !is_nothing(text)
        && text.chars().all(|c| c != '\n' && is_printable(c))
}

/// Words that YAML, or a reader of another age of it, takes for nothing or for a truth value.
fn is_nothing(text: &str) -> bool {
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text))
}

/// Printable by YAML 1.2, 5.1; a `Text` holds no control character, but it may hold what is no character at all.
fn is_printable(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}' | '\u{10000}'..)
        && !matches!(c, '\u{2028}' | '\u{2029}')
}

fn escaped(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if is_printable(c) => out.push(c),
            c => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_only_where_they_are_needed() {
        for plain in ["Le Parlement, chaque année.", "a::b", "10:30", "l'État", "1945", "« oui »"] {
            assert_eq!(line(plain), plain);
        }
        assert_eq!(line("La COG : un contrat"), "\"La COG : un contrat\"");
        for special in ["", "- a", "no", "null", "a #b", "{{x}}", "fin:", "*gras*", "!", "#", " a", "a "] {
            assert!(line(special).starts_with(['"', '\'']), "{special}");
        }
    }

    #[test]
    fn between_brackets_more_is_quoted() {
        for plain in ["UNCAM", "a::b", "a - b"] {
            assert!(is_plain_in_flow(plain), "{plain}");
        }
        for special in ["a, b", "a]", "10:30", "fin -", "l'État"] {
            assert!(!is_plain_in_flow(special), "{special}");
        }
    }

    #[test]
    fn what_cannot_be_a_block_is_escaped() {
        assert!(fits_block("a\n\n  b\nc"));
        assert!(!fits_block("a") && !fits_block(" a\nb"));
        assert_eq!(line(" a\nb\u{fffe}"), "\" a\\nb\\U0000fffe\"");
    }
}
