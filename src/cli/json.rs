//! JSON for scripts.

use std::{borrow::Cow, fmt::Write as _};

use serde::Serialize;

/// `value` as JSON with indentation and a line end. Whatever a terminal would obey or use to reorder the line stands as an
/// escape (`\u009b`), which reads to the same text.
pub(super) fn write(value: &impl Serialize) -> serde_json::Result<String> {
    let mut json = serde_json::to_string_pretty(value)?;
    json.push('\n');
    Ok(escaped(&json).into_owned())
}

/// JSON whose texts hold nothing that a terminal would obey.
pub(super) fn escaped(json: &str) -> Cow<'_, str> {
    if !crate::card::Text::would_lose(json) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        let kept = c == '\n' || !crate::card::Text::would_lose(c.encode_utf8(&mut [0; 4]));
        if kept {
            out.push(c);
        } else {
            // Outside of texts JSON is ASCII without control characters, so this stands within one.
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let json = write(&"a\u{1b}[31m\u{9b}b\u{7f}\u{202e}c\u{e0041}é").expect("JSON");
        assert_eq!(json, "\"a\\u001b[31m\\u009bb\\u007f\\u202ec\\udb40\\udc41é\"\n");
    }

    proptest! {
        #[test]
        fn any_text_reads_back_and_holds_nothing_harmful(text in any::<String>()) {
            let json = write(&text).expect("JSON");
            prop_assert_eq!(serde_json::from_str::<String>(&json).ok(), Some(text));
            prop_assert!(!crate::card::Text::would_lose(&json));
        }
    }
}
