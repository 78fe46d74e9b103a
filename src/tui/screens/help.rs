//! The keys that work here, from the table of keys.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::tui::{keymap::Context, view::Painter, widgets::wrap};

/// One line for each key.
pub(in crate::tui) fn lines(contexts: &[Context], painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let rows: Vec<(String, String)> = painter
        .keymap
        .rows(contexts)
        .map(|(row, keys)| {
            let mut names: Vec<String> = keys.iter().map(|key| key.label(painter.messages)).collect();
            names.dedup();
            (names.join("  "), painter.say(&format!("key-{}", row.name)))
        })
        .collect();
    let column = rows.iter().map(|(keys, _)| keys.width()).max().unwrap_or(0).min(usize::from(width) / 2);
    rows.into_iter()
        .flat_map(|(keys, what)| {
            let first = Span::styled(format!("{keys:<column$}  "), painter.theme.accent);
            let indent = Span::raw(" ".repeat(column + 2));
            wrap::wrap(&[wrap::Run { text: what, style: painter.theme.text }], width, &[first], &[indent])
        })
        .collect()
}
