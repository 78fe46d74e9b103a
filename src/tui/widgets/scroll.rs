//! A text that may be longer than its place.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};

use crate::tui::theme::Theme;

/// How far a text is scrolled. Part of the view's state: it can be thrown away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offset {
    /// The first line shown.
    pub line: usize,
    /// The height of the place when it was last drawn.
    pub page: usize,
    /// The lines of the text when it was last drawn.
    pub total: usize,
}

impl Offset {
    /// Moves by `lines`; drawing keeps it within the text.
    pub fn scroll(&mut self, lines: isize) {
        self.line = self.line.saturating_add_signed(lines).min(self.total.saturating_sub(self.page));
    }

    /// Shows the lines from `first` to `last`, moving as little as possible.
    pub fn reveal(&mut self, first: usize, last: usize) {
        if last >= self.line + self.page {
            self.line = (last + 1).saturating_sub(self.page);
        }
        if first < self.line {
            self.line = first;
        }
    }

    /// Whether something stands below what is shown.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.line + self.page < self.total
    }
}

/// Draws `lines` into `area` from the offset on; a mark at the right edge tells that there is more above or below.
pub fn draw(lines: &[Line<'_>], area: Rect, offset: &mut Offset, theme: &Theme, buffer: &mut Buffer) {
    draw_each(lines.len(), |number| &lines[number], area, offset, theme, buffer);
}

/// The same for `total` lines that are made as they are drawn: only those that are seen.
pub fn draw_each<L: Widget>(
    total: usize,
    line: impl Fn(usize) -> L,
    area: Rect,
    offset: &mut Offset,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    offset.page = usize::from(area.height);
    offset.total = total;
    offset.line = offset.line.min(offset.total.saturating_sub(offset.page));
    for (number, y) in (offset.line..total).zip(area.y..area.bottom()) {
        line(number).render(Rect { y, height: 1, ..area }, buffer);
    }
    if area.width == 0 || area.height == 0 {
        return;
    }
    let edge = area.right() - 1;
    if offset.line > 0 {
        Span::styled("▲", theme.accent).render(Rect::new(edge, area.y, 1, 1), buffer);
    }
    if offset.has_more() {
        Span::styled("▼", theme.accent).render(Rect::new(edge, area.bottom() - 1, 1, 1), buffer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::ThemeName;

    fn drawn(count: usize, height: u16, offset: &mut Offset) -> String {
        let lines: Vec<Line<'_>> = (1..=count).map(|n| Line::from(n.to_string())).collect();
        let area = Rect::new(0, 0, 4, height);
        let mut buffer = Buffer::empty(area);
        draw(&lines, area, offset, &Theme::new(ThemeName::Mono), &mut buffer);
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
    }

    #[test]
    fn the_last_line_can_be_reached_and_no_more() {
        let mut offset = Offset::default();
        assert_eq!(drawn(5, 2, &mut offset), "1   2  ▼");
        offset.scroll(100);
        assert_eq!(drawn(5, 2, &mut offset), "4  ▲5   ");
        offset.scroll(-100);
        assert_eq!(drawn(5, 2, &mut offset), "1   2  ▼");
    }

    #[test]
    fn only_what_is_seen_is_made() {
        let made = std::cell::RefCell::new(Vec::new());
        let area = Rect::new(0, 0, 4, 3);
        let mut offset = Offset { line: 40, ..Offset::default() };
        let line = |number: usize| {
            made.borrow_mut().push(number);
            Line::from(number.to_string())
        };
        draw_each(4900, line, area, &mut offset, &Theme::new(ThemeName::Mono), &mut Buffer::empty(area));
        assert_eq!(made.into_inner(), [40, 41, 42]);
    }

    #[test]
    fn a_line_is_brought_into_view() {
        let mut offset = Offset::default();
        drawn(9, 3, &mut offset);
        offset.reveal(5, 6);
        assert_eq!(offset.line, 4);
        offset.reveal(1, 1);
        assert_eq!(offset.line, 1);
    }
}
