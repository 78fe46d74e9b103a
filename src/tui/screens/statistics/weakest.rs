//! Objectives and decks, those known least first: each begins a session.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    super::list::{self, Entry},
    AIRY, WIDE,
};
use crate::{
    app::{stats::Part, words},
    tui::{
        model::StatisticsScreen,
        view::{Painter, ViewState, cut},
        widgets::typography::unbreakable,
    },
};

pub(super) fn draw(
    screen: &StatisticsScreen,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let airy = area.height >= AIRY;
    let [rows, below, text] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(if airy { 3 } else { 1 }),
    ])
    .areas(area);
    let groups = [
        ("statistics-objectives", 0..screen.objectives),
        ("statistics-decks", screen.objectives..screen.parts.len()),
    ];
    let entries: Vec<Entry> = groups
        .into_iter()
        .filter(|(_, parts)| !parts.is_empty())
        .flat_map(|(id, parts)| std::iter::once(Entry::Heading(painter.say(id))).chain(parts.map(Entry::Row)))
        .collect();
    let line = |number: usize| match screen.parts.get(number) {
        Some(part) => row(part, number == screen.cursor, painter, rows.width - 1),
        None => Line::default(),
    };
    list::draw_grouped(&entries, screen.cursor, line, painter, state, rows, buffer);
    let detail = screen.chosen().map(|part| detail(part, airy, painter, area.width)).unwrap_or_default();
    list::draw_detail(detail, below, text, painter, buffer);
}

/// What a part is called.
fn name(part: &Part, painter: Painter<'_>) -> String {
    let parts: Vec<String> = part
        .objective
        .map(|id| id.to_string())
        .into_iter()
        .chain(part.title.as_ref().map(ToString::to_string))
        .collect();
    if parts.is_empty() { painter.say("home-row-no-objective") } else { unbreakable(&parts.join(" ")) }
}

fn recall(part: &Part, painter: Painter<'_>) -> String {
    let lang = painter.messages.lang();
    part.figures.recall.map_or_else(|| "–".to_owned(), |share| words::percent(share, lang))
}

/// `▸ OIC-019-09-A Connaître les missions…   84 %   12 à revoir   45/270`
fn row(part: &Part, chosen: bool, painter: Painter<'_>, width: u16) -> Line<'static> {
    let theme = painter.theme;
    let (mark, style) = if chosen { ("▸ ", theme.selected) } else { ("  ", theme.text) };
    let share = format!("{:>7}", recall(part, painter));
    let rest = if width >= WIDE {
        let due = painter.with("home-row-due", &[("n", part.figures.due.into())]);
        format!("{due:>14}{:>10}", format!("{}/{}", part.figures.seen, part.figures.total))
    } else {
        String::new()
    };
    let room = usize::from(width).saturating_sub(2 + share.width() + rest.width());
    let title = cut(&name(part, painter), u16::try_from(room).unwrap_or(0));
    let pad = " ".repeat(room.saturating_sub(title.width()));
    Line::from(vec![
        Span::styled(format!("{mark}{title}{pad}"), style),
        Span::styled(share, theme.accent),
        Span::styled(rest, theme.dim),
    ])
}

/// The chosen part in full.
fn detail(part: &Part, airy: bool, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let figures = part.figures;
    let told = [
        painter.with("statistics-recall", &[("share", recall(part, painter).into())]),
        painter.with("home-row-due", &[("n", figures.due.into())]),
        painter.with("programme-seen", &[("seen", figures.seen.into()), ("n", figures.total.into())]),
    ];
    let told = list::few(unbreakable(&told.join(" · ")), painter.theme.dim, width, 1);
    if !airy {
        return told;
    }
    [list::few(name(part, painter), painter.theme.text, width, 2), told].concat()
}
