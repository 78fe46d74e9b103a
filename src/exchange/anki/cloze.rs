//! Clozes, in Anki's way of writing them.

use crate::exchange::html::{CLOSE, HINT, OPEN, OPEN_END};

/// A field with clozes, its marks replaced by characters that pass the conversion of HTML unchanged; [`marked`] puts
/// ours in. A blank of several groups (`c1,2::`) becomes one blank within another.
pub(super) fn protect(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<Open> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        words(&rest[..at], &mut open, &mut out);
        rest = &rest[at..];
        if !rest.starts_with("{{c") && !rest.starts_with("}}") {
            words(&rest[..1], &mut open, &mut out);
            rest = &rest[1..];
        } else if let Some((groups, after)) = beginning(rest) {
            let start = out.len();
            for group in &groups {
                out.push(OPEN);
                out.push_str(&group.to_string());
                out.push(OPEN_END);
            }
            open.push(Open { groups: groups.len(), start, inner: out.len(), hint: None });
            rest = after;
        } else if rest.starts_with("}}") && !open.is_empty() {
            close(&mut open, &mut out);
            rest = &rest[2..];
        } else {
            words(&rest[..2], &mut open, &mut out);
            rest = &rest[2..];
        }
    }
    words(rest, &mut open, &mut out);
    left_open(open, &out)
}

/// What was left open is text: the marks go, what would have been a hint stays.
fn left_open(open: Vec<Open>, out: &str) -> String {
    let mut text = String::with_capacity(out.len());
    let mut at = 0;
    let mut hints = String::new();
    for blank in open {
        text.push_str(&out[at..blank.start]);
        at = blank.inner;
        if let Some(hint) = blank.hint {
            hints.push_str("::");
            hints.push_str(&hint);
        }
    }
    text.push_str(&out[at..]);
    text.push_str(&hints);
    text
}

struct Open {
    groups: usize,
    /// Where its marks begin, and where what it hides.
    start: usize,
    inner: usize,
    hint: Option<String>,
}

fn words(text: &str, open: &mut [Open], out: &mut String) {
    let Some(blank) = open.last_mut() else {
        out.push_str(text);
        return;
    };
    match text.split_once("::") {
        Some((words, hint)) if blank.hint.is_none() => {
            out.push_str(words);
            blank.hint = Some(hint.to_owned());
        }
        // A second pair of colons would be another hint.
        _ => match &mut blank.hint {
            Some(hint) => hint.push_str(text),
            None => out.push_str(text),
        },
    }
}

fn close(open: &mut Vec<Open>, out: &mut String) {
    let Some(blank) = open.pop() else { return };
    if crate::exchange::html::is_blank(&out[blank.inner..]) && !out[blank.inner..].contains(OPEN) {
        // An empty blank asks nothing.
        out.truncate(blank.start);
        return;
    }
    if let Some(hint) = blank.hint.filter(|hint| !hint.trim().is_empty()) {
        out.push(HINT);
        out.push_str(&hint);
    }
    out.extend(std::iter::repeat_n(CLOSE, blank.groups));
}

/// `{{c1::` or `{{c1,2::`, and what follows.
fn beginning(text: &str) -> Option<(Vec<u32>, &str)> {
    let text = text.strip_prefix("{{c")?;
    let end = text.bytes().take(40).position(|byte| !byte.is_ascii_digit() && byte != b',')?;
    let (numbers, rest) = text.split_at(end);
    let rest = rest.strip_prefix("::")?;
    let mut groups: Vec<u32> =
        numbers.split(',').filter_map(|n| n.parse().ok()).filter(|n| *n <= 9999).collect();
    groups.dedup();
    (!groups.is_empty() && groups.len() < 8).then_some((groups, rest))
}

/// The Markdown with our marks; what would be taken for one is escaped.
pub(super) fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut depth = 0usize;
    let mut hint = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            OPEN if !hint => {
                out.push_str("{{c");
                depth += 1;
            }
            OPEN_END if !hint => out.push_str("::"),
            HINT if depth > 0 && !hint => {
                out.push_str("::");
                hint = true;
            }
            CLOSE if depth > 0 => {
                out.push_str("}}");
                depth -= 1;
                hint = false;
            }
            c if crate::exchange::html::is_private(c) => {}
            '{' if chars.peek() == Some(&'{') => {
                chars.next();
                out.push_str("\\{{");
            }
            // A lone brace beside a mark would become part of it.
            '{' if chars.peek() == Some(&OPEN) => out.push_str("{ "),
            '}' if depth > 0 && matches!(chars.peek(), Some(&'}' | &CLOSE)) => out.push_str("} "),
            ':' if depth > 0 && !hint && chars.peek() == Some(&':') => {
                chars.next();
                out.push_str(": :");
            }
            c => out.push(c),
        }
    }
    out
}

/// What the groups of a text with our marks hide, as a plain text of it: for a blank of the note beside the card.
pub(super) fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !crate::exchange::html::is_private(*c)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::card::Cloze;

    fn ours(text: &str) -> String {
        marked(&protect(text))
    }

    #[test]
    fn marks_pass_with_hints_groups_and_nesting() {
        assert_eq!(
            ours("La {{c1::COG::sigle}} lie {{c2::l'État}}"),
            "La {{c1::COG::sigle}} lie {{c2::l'État}}"
        );
        assert_eq!(ours("{{c1::cœur {{c2::gauche}} bat}}"), "{{c1::cœur {{c2::gauche}} bat}}");
        assert_eq!(ours("{{c1,2::a}}"), "{{c1::{{c2::a}}}}");
        assert_eq!(ours("{{c1::a::b::c}}"), "{{c1::a::b::c}}");
    }

    #[test]
    fn what_is_no_mark_is_text() {
        assert_eq!(ours("{{rien}} {{c1::a}} }} {{c2::ouvert"), "\\{{rien}} {{c1::a}} }} ouvert");
        assert_eq!(ours("{{c1::}}x{{c2::<br>}}"), "x");
        assert_eq!(ours("{{c1::a {{c2::b::c"), "a b::c");
    }

    proptest! {
        #[test]
        fn whatever_is_written_reads_as_a_cloze(text in r"(\{\{|\}\}|::|c[0-9]::|\{\{c1::|\{\{c2::|\{|\}|é|[a-z ]){0,30}") {
            let ours = ours(&text);
            if ours.contains("{{c") && !protect(&text).is_empty() && protect(&text).contains(OPEN) {
                prop_assert!(Cloze::parse(&ours).is_ok(), "{text} → {ours}: {:?}", Cloze::parse(&ours));
            }
        }
    }
}
