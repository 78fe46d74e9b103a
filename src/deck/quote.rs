//! Putting a text between quotes.

use super::{diagnostic::Edit, source::Span};

/// `raw`, which stood in the file without quotes, as a YAML scalar between quotes. Line breaks fold to spaces as
/// they did without quotes. Double quotes are preferred, because French texts are full of apostrophes.
pub(super) fn quoted(raw: &str) -> String {
    if !raw.contains(['"', '\\']) {
        format!("\"{raw}\"")
    } else if !raw.contains('\'') {
        format!("'{raw}'")
    } else {
        format!("\"{}\"", raw.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// The edits that put what stands at `span` between quotes: two insertions when nothing needs escaping, so that a
/// reader sees at a glance what changes.
pub(super) fn quote_edits(span: &Span, raw: &str) -> Vec<Edit> {
    let quoted = quoted(raw);
    let mark = &quoted[..1];
    if quoted.len() == raw.len() + 2 {
        let insert = |at: usize| Edit { span: at..at, text: mark.to_owned() };
        return vec![insert(span.start), insert(span.end)];
    }
    vec![Edit { span: span.clone(), text: quoted }]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_quotes_are_those_that_need_no_escape() {
        assert_eq!(quoted("La COG : l'outil"), "\"La COG : l'outil\"");
        assert_eq!(quoted("dit \"COG\" : x"), "'dit \"COG\" : x'");
        assert_eq!(quoted("l'\"a\""), r#""l'\"a\"""#);
    }

    proptest! {
        #[test]
        fn what_is_quoted_reads_as_itself(raw in "[a-zé'\"\\\\:#{}\\[\\]*&!%@`, -]{1,30}") {
            let read: Option<String> = serde_yaml::from_str(&quoted(&raw)).ok();
            prop_assert_eq!(read, Some(raw));
        }
    }
}
