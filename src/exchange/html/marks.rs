//! Characters that stand for the marks of a cloze while its text is converted.

/// `{{`, followed by the group and [`OPEN_END`].
pub(in crate::exchange) const OPEN: char = '\u{e000}';
/// The `::` behind the group.
pub(in crate::exchange) const OPEN_END: char = '\u{e001}';
/// The `::` before a hint.
pub(in crate::exchange) const HINT: char = '\u{e002}';
/// `}}`.
pub(in crate::exchange) const CLOSE: char = '\u{e003}';
/// Before the number of a piece that is Markdown already.
pub(super) const PIECE: char = '\u{e010}';
/// Behind it.
pub(super) const PIECE_END: char = '\u{e011}';

/// Whether a character is one that this room gives a meaning to.
pub(in crate::exchange) fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{e01f}')
}

/// A text from outside, without the characters that have a meaning here.
pub(in crate::exchange) fn without_private(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains(is_private) { text.replace(is_private, "").into() } else { text.into() }
}
