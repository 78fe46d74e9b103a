//! Bytes → text.

use std::borrow::Cow;

use super::diagnostic::{Diagnostic, problem};

/// The text of a file, with U+FFFD for what is not UTF-8.
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    /// Where each U+FFFD that replaces something begins, in bytes of the text.
    pub(super) bad: Vec<usize>,
    pub(super) problem: Option<Diagnostic>,
    /// Whether it is text at all.
    pub(super) readable: bool,
}

pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes {
        let problem = problem!(Error "utf-16" at 0..0; help "utf-8-help");
        return Decoded { text: Cow::Borrowed(""), bad: Vec::new(), problem: Some(problem), readable: false };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), bad: Vec::new(), problem: None, readable: true };
    }
    let mut text = String::with_capacity(bytes.len());
    let mut bad = Vec::new();
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let Some(&byte) = chunk.invalid().first() {
            first.get_or_insert(byte);
            bad.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    let at = bad.first().copied().unwrap_or(0);
    let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
    let byte = first.unwrap_or(0);
    let code = format!("{byte:02X}");
    let problem = if let Some(letter) = windows_1252(byte) {
        problem!(Error "not-utf-8" at span, byte = code, letter = letter; help "utf-8-help")
    } else {
        problem!(Error "not-text" at span, byte = code; help "utf-8-help")
    };
    Decoded { text: Cow::Owned(text), bad, problem: Some(problem), readable: true }
}

/// What the byte is in the encoding that old French Windows files have.
fn windows_1252(byte: u8) -> Option<char> {
    Some(match byte {
        0x80 => '€',
        0x85 => '…',
        0x8c => 'Œ',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x9c => 'œ',
        0xa1..=0xff => char::from(byte),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_windows_file_is_told_by_its_first_letter() {
        let decoded = decode(b"title: Pr\xe9vention et d\xe9pistage");
        assert_eq!(decoded.bad.len(), 2);
        let problem = decoded.problem.expect("told");
        assert_eq!(problem.code, "not-utf-8");
        assert!(problem.message.args.contains(&("letter", "é".to_owned())));
    }

    #[test]
    fn utf_16_is_not_read() {
        assert!(!decode(&[0xff, 0xfe, b'a', 0]).readable);
    }
}
