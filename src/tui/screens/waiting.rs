//! Between two learning steps.

use jiff::{Timestamp, tz::TimeZone};
use ratatui::{buffer::Buffer, layout::Rect, text::Line};

use crate::tui::{
    view::Painter,
    widgets::{markdown, scroll},
};

/// ```text
/// Encore quelques cartes, à 20:10.
/// ```
pub(in crate::tui) fn draw(until: Timestamp, painter: Painter<'_>, area: Rect, buffer: &mut Buffer) {
    let time = until.to_zoned(TimeZone::system()).strftime("%H:%M").to_string();
    let text = painter.with("waiting-text", &[("time", time.into())]);
    say("waiting-title", &text, painter, area, buffer);
}

/// ```text
/// La suite ne peut pas être lue.
/// ```
pub(in crate::tui) fn stuck(reason: &str, painter: Painter<'_>, area: Rect, buffer: &mut Buffer) {
    say("stuck-title", reason, painter, area, buffer);
}

fn say(title: &str, text: &str, painter: Painter<'_>, area: Rect, buffer: &mut Buffer) {
    let mut lines = vec![Line::styled(painter.say(title), painter.theme.title), Line::default()];
    lines.extend(markdown::render(text, area.width, painter.theme, painter.theme.text));
    scroll::draw(&lines, area, &mut scroll::Offset::default(), painter.theme, buffer);
}
