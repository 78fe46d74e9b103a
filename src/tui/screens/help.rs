//! The keys that work here, from the table of keys.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::tui::{
    keymap::{Action, Context},
    view::Painter,
    widgets::wrap,
};

/// One line for each key, and on Home what its figures are; `options` is how many options the question has.
pub(in crate::tui) fn lines(
    contexts: &[Context],
    options: usize,
    painter: Painter<'_>,
    width: u16,
) -> Vec<Line<'static>> {
    let rows: Vec<(String, String)> = painter
        .keymap
        .rows(contexts)
        .filter(|(row, _)| !matches!(row.action, Action::Option(number) if usize::from(number) >= options))
        .map(|(row, keys)| {
            let mut names: Vec<String> = keys.iter().map(|key| key.label(painter.messages)).collect();
            names.dedup();
            (names.join("  "), painter.say(&format!("key-{}", row.name)))
        })
        .collect();
    let column = rows.iter().map(|(keys, _)| keys.width()).max().unwrap_or(0).min(usize::from(width) / 2);
    let mut lines: Vec<Line<'static>> = rows
        .into_iter()
        .flat_map(|(keys, what)| {
            let first = Span::styled(format!("{keys:<column$}  "), painter.theme.accent);
            let indent = Span::raw(" ".repeat(column + 2));
            wrap::wrap(&[wrap::Run { text: what, style: painter.theme.text }], width, &[first], &[indent])
        })
        .collect();
    if contexts.contains(&Context::Home) {
        let runs = [wrap::Run { text: painter.say("home-figures"), style: painter.theme.dim }];
        lines.push(Line::default());
        lines.extend(wrap::wrap(&runs, width, &[], &[]));
    }
    lines
}
