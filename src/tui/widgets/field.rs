//! A field that a text is typed into.

use ratatui::style::Style;
use ratatui_textarea::{CursorMove, TextArea};

/// A field for a text of the student's, beginning with `text`.
#[must_use]
pub fn field(text: &str) -> TextArea<'static> {
    let mut field = TextArea::from(text.split('\n').map(str::to_owned).collect::<Vec<_>>());
    field.set_cursor_line_style(Style::new());
    field.move_cursor(CursorMove::Bottom);
    field.move_cursor(CursorMove::End);
    field
}
