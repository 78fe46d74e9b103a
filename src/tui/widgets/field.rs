//! A field that a text is typed into.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::{Modifier, Style};
use ratatui_textarea::{CursorMove, TextArea};

use crate::tui::keymap::Key;

/// A field for a text of the student's, beginning with `text`.
#[must_use]
pub fn field(text: &str) -> TextArea<'static> {
    let mut field = TextArea::from(text.split('\n').map(str::to_owned).collect::<Vec<_>>());
    field.set_cursor_line_style(Style::new());
    field.set_selection_style(Style::new().add_modifier(Modifier::REVERSED));
    field.move_cursor(CursorMove::Bottom);
    field.move_cursor(CursorMove::End);
    field
}

/// The same with its text chosen: what is typed stands in its place, an arrow keeps it.
#[must_use]
pub fn guessed(text: &str) -> TextArea<'static> {
    let mut field = field(text);
    if !text.is_empty() {
        field.select_all();
    }
    field
}

/// A key in a field of several lines. As in a shell, Ctrl-U deletes back to where the line begins (Ctrl-W a word).
pub fn type_in(field: &mut TextArea<'_>, key: KeyEvent) {
    if key.code == KeyCode::Char('u') && key.modifiers.contains(KeyModifiers::CONTROL) {
        if !field.cut() {
            field.delete_line_by_head();
        }
    } else {
        field.input(key);
    }
}

/// A key in a field of one line: nothing breaks it.
pub fn type_in_line(field: &mut TextArea<'_>, key: KeyEvent) {
    if !(key.code == KeyCode::Char('m') && key.modifiers.contains(KeyModifiers::CONTROL)) {
        type_in(field, key);
    }
}

/// Whether a key goes into a short text that is only typed at its end.
#[must_use]
pub fn is_for_end(key: KeyEvent) -> bool {
    let deletes = matches!(key.code, KeyCode::Char('u' | 'w')) && key.modifiers == KeyModifiers::CONTROL;
    deletes || key.code == KeyCode::Backspace || Key::from(key).is_text()
}

/// Such a key: a letter, or what deletes a letter, a word (Ctrl-W) or everything (Ctrl-U).
pub fn type_at_end(text: &mut String, key: KeyEvent) {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Char('u') if control => text.clear(),
        KeyCode::Char('w') if control => {
            let word = text.trim_end().trim_end_matches(|c: char| !c.is_whitespace());
            text.truncate(word.len());
        }
        KeyCode::Char(c) => text.push(c),
        _ => {
            text.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(mut field: TextArea<'_>, keys: &[(char, KeyModifiers)]) -> String {
        for (key, modifiers) in keys {
            type_in_line(&mut field, KeyEvent::new(KeyCode::Char(*key), *modifiers));
        }
        field.lines().join("\n")
    }

    const PLAIN: KeyModifiers = KeyModifiers::NONE;
    const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

    #[test]
    fn words_and_lines_are_deleted_as_in_a_shell() {
        assert_eq!(after(field("la HAS et"), &[('w', CONTROL)]), "la HAS ");
        assert_eq!(after(field("la HAS"), &[('u', CONTROL), ('x', PLAIN)]), "x");
        assert_eq!(after(guessed("la HAS"), &[('u', CONTROL)]), "");
    }

    #[test]
    fn a_text_that_is_typed_at_its_end_knows_the_same_keys() {
        let after = |text: &str, key, modifiers| {
            let mut text = text.to_owned();
            type_at_end(&mut text, KeyEvent::new(KeyCode::Char(key), modifiers));
            text
        };
        assert_eq!(after("tarif des con", 'w', CONTROL), "tarif des ");
        assert_eq!(after("tarif des ", 'w', CONTROL), "tarif ");
        assert_eq!((after("tarif", 'w', CONTROL), after("tarif des", 'u', CONTROL)), Default::default());
        assert_eq!(after("tari", 'f', PLAIN), "tarif");
        assert!(!is_for_end(KeyEvent::new(KeyCode::Char('e'), CONTROL)));
    }

    #[test]
    fn what_is_typed_stands_in_the_place_of_a_guess() {
        assert_eq!(after(guessed("une autorité publique"), &[('l', PLAIN), ('a', PLAIN)]), "la");
        assert_eq!(after(guessed(""), &[('a', PLAIN)]), "a");
        assert_eq!(after(field("a"), &[('b', PLAIN)]), "ab");
    }

    #[test]
    fn a_guess_is_kept_by_an_arrow() {
        let mut field = guessed("la HAS");
        type_in_line(&mut field, KeyEvent::new(KeyCode::End, PLAIN));
        assert_eq!(after(field, &[('!', PLAIN)]), "la HAS!");
    }
}
