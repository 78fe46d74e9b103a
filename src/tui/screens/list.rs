//! A list whose chosen row is shown in full below it.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use crate::tui::{
    mouse::{Hits, Target},
    view::{Painter, ViewState, cut, draw_rule},
    widgets::{
        scroll,
        wrap::{Run, wrap},
    },
};

/// Draws those of `total` rows that fit, the one with the cursor among them; each can be clicked.
pub(super) fn draw_rows<'a>(
    total: usize,
    cursor: usize,
    row: impl Fn(usize) -> Line<'a>,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    state.offset.page = usize::from(area.height);
    state.offset.reveal(cursor, cursor);
    scroll::draw_each(total, row, area, &mut state.offset, painter.theme, buffer);
    for (number, y) in (state.offset.line..total).zip(area.y..area.bottom()) {
        state.hits.add(Rect { y, height: 1, ..area }, Target::Row(number));
    }
}

/// Draws tabs, of which one is chosen; each can be clicked.
pub(super) fn draw_tabs(
    names: &[String],
    chosen: usize,
    painter: Painter<'_>,
    area: Rect,
    hits: &mut Hits,
    buffer: &mut Buffer,
) {
    // On a narrow terminal they stand closer.
    let wide: usize = names.iter().map(|name| name.width() + 4).sum();
    let close = wide > usize::from(area.width);
    let mut x = area.x;
    for (number, name) in names.iter().enumerate() {
        let (mark, style) =
            if number == chosen { ("●", painter.theme.accent) } else { ("○", painter.theme.dim) };
        let tab =
            Span::styled(if close { format!("{mark}{name} ") } else { format!("{mark} {name}  ") }, style);
        let width = u16::try_from(tab.width()).unwrap_or(0);
        let place = Rect { x, width, ..area }.intersection(area);
        hits.add(place, Target::Nth(number));
        tab.render(place, buffer);
        x = x.saturating_add(width);
    }
}

/// A line of a list with headings.
pub(super) enum Entry {
    /// What stands below it belongs together.
    Heading(String),
    /// The row of this number.
    Row(usize),
}

/// The same for rows below headings.
pub(super) fn draw_grouped<'a>(
    entries: &[Entry],
    cursor: usize,
    row: impl Fn(usize) -> Line<'a>,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let chosen = entries.iter().position(|entry| matches!(entry, Entry::Row(number) if *number == cursor));
    let chosen = chosen.unwrap_or_default();
    let heading = chosen.checked_sub(1).filter(|place| matches!(entries[*place], Entry::Heading(_)));
    state.offset.page = usize::from(area.height);
    // The heading comes into view with the first row below it.
    state.offset.reveal(heading.unwrap_or(chosen), chosen);
    let line = |place: usize| match &entries[place] {
        Entry::Heading(text) => Line::styled(cut(text, area.width), painter.theme.title),
        Entry::Row(number) => row(*number),
    };
    scroll::draw_each(entries.len(), line, area, &mut state.offset, painter.theme, buffer);
    for (entry, y) in entries.iter().skip(state.offset.line).zip(area.y..area.bottom()) {
        if let Entry::Row(number) = entry {
            state.hits.add(Rect { y, height: 1, ..area }, Target::Row(*number));
        }
    }
}

/// A text on at most so many lines; one that goes on says so.
pub(super) fn few(text: String, style: Style, width: u16, most: usize) -> Vec<Line<'static>> {
    let mut lines = wrap(&[Run { text, style }], width, &[], &[]);
    if lines.len() > most {
        let rest: Vec<String> = lines.drain(most.saturating_sub(1)..).map(|line| line.to_string()).collect();
        lines.push(Line::styled(cut(&rest.join(" "), width), style));
    }
    lines
}

/// Draws the chosen row in full below a rule; nothing where there is nothing to tell.
pub(super) fn draw_detail(
    detail: Vec<Line<'_>>,
    rule: Rect,
    area: Rect,
    painter: Painter<'_>,
    buffer: &mut Buffer,
) {
    if !detail.is_empty() {
        draw_rule(rule, painter.theme.rule, buffer);
    }
    for (line, y) in detail.into_iter().zip(area.y..area.bottom()) {
        line.render(Rect { y, height: 1, ..area }, buffer);
    }
}
