//! A picture on the screen: where it goes, the pictures that are ready, the cursor over them.

use std::sync::Arc;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::Span,
    widgets::Widget,
};
use ratatui_image::Image;

use super::{Covers, Drawn, Graphics, Job, Mark, MarkKind, Protocol};
use crate::app::pictures::Picture;

/// So many pictures are kept ready: question and answer, in the last sizes.
const KEPT: usize = 8;

/// The pictures that are ready, and the one that is wanted next.
#[derive(Debug, Default)]
pub struct Drawings {
    /// What the terminal can show.
    pub graphics: Graphics,
    ready: Vec<Drawn>,
    wanted: Option<Job>,
    asked: Vec<Job>,
}

/// Where a picture stands on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// The cells that it covers.
    pub area: Rect,
}

/// What is shown of a picture.
#[derive(Clone, Debug)]
pub(in crate::tui) struct Look {
    /// The picture.
    pub picture: Arc<Picture>,
    /// What of it is hidden.
    pub covers: Covers,
    /// What is drawn over it.
    pub marks: Vec<Mark>,
    /// The cursor, in percent.
    pub cursor: Option<[f32; 2]>,
}

/// The largest place for a picture within `area` that keeps its shape, in the middle. A row above and a column at the left
/// are left to the rulers where `ruled`.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the area first")]
pub(in crate::tui) fn place(picture: &Picture, graphics: Graphics, area: Rect, ruled: bool) -> Placed {
    let rulers = u16::from(ruled);
    let (width, height) = (area.width.saturating_sub(rulers), area.height.saturating_sub(rulers));
    if width == 0 || height == 0 {
        return Placed::default();
    }
    let (cell_width, cell_height) = (f32::from(graphics.cell.0.max(1)), f32::from(graphics.cell.1.max(1)));
    // Rows for each column.
    let slope = picture.aspect() * cell_width / cell_height;
    let columns =
        f32::from(width).min(f32::from(height) / slope.max(1e-6)).round().clamp(1.0, f32::from(width));
    let rows = (columns * slope).round().clamp(1.0, f32::from(height));
    let (columns, rows) = (columns as u16, rows as u16);
    let x = area.x + rulers + (width - columns) / 2;
    Placed { area: Rect::new(x, area.y + rulers, columns, rows) }
}

impl Drawings {
    /// Draws a picture where it was placed: at once where it is ready, else it is made ready beside the loop.
    pub(in crate::tui) fn draw(&mut self, look: &Look, placed: Placed, ruler: Style, buffer: &mut Buffer) {
        let Placed { area } = placed;
        if area.is_empty() {
            return;
        }
        let job = Job {
            picture: Arc::clone(&look.picture),
            graphics: self.graphics,
            size: (area.width, area.height),
            covers: look.covers.clone(),
            marks: look.marks.clone(),
        };
        // Until a new mark is drawn in, the picture without it stays; never one that shows what is hidden now.
        let same = |drawn: &&Drawn| {
            Arc::ptr_eq(&drawn.job.picture, &job.picture)
                && drawn.job.size == job.size
                && drawn.job.covers.hides(&job.covers)
        };
        let ready = self.ready.iter().find(|drawn| drawn.job == job);
        let shown = ready.or_else(|| self.ready.iter().rev().find(same));
        if let Some(encoded) = shown.and_then(|drawn| drawn.encoded.as_deref()) {
            Image::new(encoded).render(area, buffer);
        }
        if ready.is_none() && !self.asked.contains(&job) {
            self.wanted = Some(job);
        }
        if matches!(self.graphics.protocol, Protocol::Blocks | Protocol::Kitty) {
            for mark in &look.marks {
                if let MarkKind::Sign(place, sign) = mark.kind
                    && let Some(cell) = buffer.cell_mut(cell(place, area))
                {
                    cell.reset();
                    cell.set_symbol(sign.encode_utf8(&mut [0; 4]));
                    cell.set_style(Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED));
                }
            }
        }
        if let Some(cursor) = look.cursor {
            draw_cursor(cursor, ruler, area, self.graphics.protocol, buffer);
        }
    }

    /// What is to be made ready; once.
    pub fn take_wanted(&mut self) -> Option<Job> {
        let job = self.wanted.take()?;
        self.asked.push(job.clone());
        if self.asked.len() > KEPT {
            self.asked.remove(0);
        }
        Some(job)
    }

    /// A picture is ready.
    pub fn keep(&mut self, drawn: Drawn) {
        // Of several that were asked for, some may have been passed over.
        self.asked.clear();
        self.ready.retain(|other| other.job != drawn.job);
        self.ready.push(drawn);
        if self.ready.len() > KEPT {
            self.ready.remove(0);
        }
    }
}

/// The cell of a place.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the area first")]
fn cell([x, y]: [f32; 2], area: Rect) -> (u16, u16) {
    let along = |percent: f32, cells: u16| {
        (percent / 100.0 * f32::from(cells)).floor().clamp(0.0, f32::from(cells.saturating_sub(1))) as u16
    };
    (area.x + along(x, area.width), area.y + along(y, area.height))
}

/// A cross in its cell, where a cell can be written over; and a mark above and beside the picture, where no picture is.
fn draw_cursor(cursor: [f32; 2], ruler: Style, area: Rect, protocol: Protocol, buffer: &mut Buffer) {
    let (x, y) = cell(cursor, area);
    if matches!(protocol, Protocol::Blocks | Protocol::Kitty)
        && let Some(cell) = buffer.cell_mut((x, y))
    {
        cell.reset();
        cell.set_symbol("┼");
        cell.set_style(ruler.add_modifier(Modifier::BOLD | Modifier::REVERSED));
    }
    if area.y > 0 {
        Span::styled("▼", ruler).render(Rect::new(x, area.y - 1, 1, 1), buffer);
    }
    if area.x > 0 {
        Span::styled("▶", ruler).render(Rect::new(area.x - 1, y, 1, 1), buffer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32) -> Picture {
        Picture { width, height, pixels: Vec::new() }
    }

    #[test]
    fn what_is_hidden_is_never_shown_while_it_is_made_ready_and_what_is_shown_may_come_late() {
        let picture = Arc::new(Picture { width: 4, height: 2, pixels: [0, 255, 0, 255].repeat(8) });
        let area = crate::card::Area::Rect([0.0, 0.0, 100.0, 100.0]);
        let hidden = Covers { asked: vec![area.clone()], ..Covers::default() };
        let shown = Covers { shown: vec![area], ..Covers::default() };
        let placed = Placed { area: Rect::new(0, 0, 4, 2) };
        let drawn = |drawings: &mut Drawings, covers: &Covers| {
            let look = Look {
                picture: Arc::clone(&picture),
                covers: covers.clone(),
                marks: Vec::new(),
                cursor: None,
            };
            let mut buffer = Buffer::empty(placed.area);
            drawings.draw(&look, placed, Style::new(), &mut buffer);
            buffer
        };
        let empty = Buffer::empty(placed.area);
        let mut drawings = Drawings::default();
        assert_eq!(drawn(&mut drawings, &shown), empty);
        let ready = drawings.take_wanted().expect("wanted").run();
        drawings.keep(ready);
        let answered = drawn(&mut drawings, &shown);
        assert_ne!(answered, empty);
        assert_eq!(
            drawn(&mut drawings, &hidden),
            empty,
            "the answer was taken back: nothing until it is hidden"
        );
        let ready = drawings.take_wanted().expect("wanted").run();
        let mut drawings = Drawings::default();
        drawings.keep(ready);
        let asked = drawn(&mut drawings, &hidden);
        assert!(asked != empty && asked != answered);
        assert_eq!(drawn(&mut drawings, &shown), asked, "hidden a moment longer");
    }

    #[test]
    fn a_picture_keeps_its_shape_and_stays_within_its_place() {
        let area = Rect::new(1, 3, 78, 15);
        let placed = place(&picture(400, 300), Graphics::default(), area, false).area;
        assert_eq!((placed.width, placed.height), (40, 15), "a cell is twice as high as wide");
        let placed = place(&picture(2000, 100), Graphics::default(), area, true).area;
        assert_eq!((placed.width, placed.height), (77, 2));
        assert!(placed.y == 4 && placed.right() <= area.right());
        assert_eq!(
            place(&picture(5, 5), Graphics::default(), Rect::new(0, 0, 1, 0), true),
            Placed::default()
        );
        let thin = place(&picture(1, 16_000), Graphics::default(), area, false).area;
        assert_eq!((thin.width, thin.height), (1, 15));
    }
}
