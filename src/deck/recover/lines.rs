//! The lines of a file that is not YAML as a whole.

use crate::deck::{
    raw::{
        RawArea, RawArticle, RawCard, RawDeck, RawObjective, RawOption, RawPicture, RawSource,
        RawTcsQuestion, Record,
    },
    source::Span,
};

/// A line with something on it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its bytes from the first that is not a space to the last that is not white space.
    pub(super) span: Span,
    /// How many spaces stand before.
    pub(super) indent: usize,
}

/// The lines that hold more than white space or a comment.
pub(super) fn lines(text: &str, base: usize) -> Vec<Line> {
    let mut all = Vec::new();
    let mut start = base;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let written = content.trim_end();
        if !written.is_empty() && !written.starts_with('#') {
            let from = start + indent;
            all.push(Line { span: from..from + written.len(), indent });
        }
        start += line.len();
    }
    all
}

/// Whether the text begins a list item.
pub(super) fn is_item(text: &str) -> bool {
    text == "-" || text.starts_with("- ")
}

/// The length of the key that the text begins with, and where its value begins (behind the colon and its spaces).
/// Keys of ours have no spaces; a text that happens to hold a colon mostly has some before it.
pub(super) fn key(text: &str) -> Option<(usize, usize)> {
    let length = match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..].find(quote)? + 2,
        c if "[]{}&*!|>%@`#,".contains(c) => return None,
        _ => text.find([':', ' '])?,
    };
    // French authors write `q : …`, which YAML takes for `q: …`.
    let spaced = text[length..].trim_start_matches(' ');
    let rest = spaced.strip_prefix(':')?;
    let good = length > 0
        && (rest.is_empty() || rest.starts_with(' '))
        && (text[length..].starts_with(':') || is_known(&text[..length]));
    good.then(|| (length, text.len() - rest.trim_start().len()))
}

/// Whether some record of the format has this key.
pub(super) fn is_known(key: &str) -> bool {
    RawDeck::KEYS.contains(&key)
        || RawCard::KEYS.contains(&key)
        || RawOption::KEYS.contains(&key)
        || RawSource::KEYS.contains(&key)
        || RawObjective::KEYS.contains(&key)
        || RawPicture::KEYS.contains(&key)
        || RawArea::KEYS.contains(&key)
        || RawArticle::KEYS.contains(&key)
        || RawTcsQuestion::KEYS.contains(&key)
}

/// Whether a value under this key may be written in brackets or braces.
pub(super) fn takes_brackets(key: &str) -> bool {
    matches!(
        key,
        "answers"
            | "accept"
            | "items"
            | "objective"
            | "source"
            | "tags"
            | "facts"
            | "was"
            | "authors"
            | "options"
            | "questions"
            | "zones"
            | "image"
            | "answer_image"
            | "article"
            | "votes"
            | "rect"
            | "circle"
            | "polygon"
            | "objectives"
            | "sources"
            | "defaults"
            | "cards"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_one_word_before_a_colon_and_a_space() {
        assert_eq!(key("q: Qui ?"), Some((1, 3)));
        assert_eq!(key("options:"), Some((7, 8)));
        assert_eq!(key("\"-2\": 4"), Some((4, 6)));
        assert_eq!(key("q : Qui ?"), Some((1, 4)));
        assert_eq!(key("COG : une convention"), None);
        assert_eq!(key("q:Qui ?"), None);
        assert_eq!(key("La COG : une convention"), None);
        assert_eq!(key("- id: x"), None);
        assert_eq!(key("10:30 : oui"), None);
    }

    #[test]
    fn comments_and_blank_lines_are_no_lines() {
        let found = lines("a: b\n\n  # c\r\n  d: e \r\n", 3);
        assert_eq!(
            found.iter().map(|l| (l.span.clone(), l.indent)).collect::<Vec<_>>(),
            [(3..7, 0), (18..22, 2)]
        );
    }
}
