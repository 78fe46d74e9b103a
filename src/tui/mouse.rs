//! The mouse: what stands where, and what a click on it does. A click does what a key does; nothing needs one.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::keymap::Action;
use crate::app::{cards::Pile, overview::View};

/// Something that can be clicked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// What a key of the footer does.
    Act(Action),
    /// The option on this line of those that are shown.
    Option(usize),
    /// The place of a text, by its span.
    Span(usize),
    /// A step of a scale.
    Step(i8),
    /// A rating.
    Rate(u8),
    /// A row of Home, or of the list of the cards.
    Row(usize),
    /// A tab of Home.
    Tab(View),
    /// The tab at this place, on a screen that has no other.
    Nth(usize),
    /// A pile of the list of the cards.
    Pile(Pile),
    /// The picture in this area.
    Picture(Rect),
}

/// What a mouse did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// A click on something.
    Click(Target),
    /// A click on the picture, in percent of its width and height.
    Spot([f32; 2]),
    /// The wheel, by so many lines.
    Wheel(isize),
}

/// Where what can be clicked stands; what was drawn last lies on top.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    areas: Vec<(Rect, Target)>,
}

/// So many lines a notch of the wheel moves.
const NOTCH: isize = 3;

impl Hits {
    /// Nothing can be clicked.
    pub(in crate::tui) fn clear(&mut self) {
        self.areas.clear();
    }

    /// A click into this area is one on `target`.
    pub(in crate::tui) fn add(&mut self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.areas.push((area, target));
        }
    }

    /// What a mouse did; `None` for what means nothing, such as a movement.
    #[must_use]
    pub fn gesture(&self, event: MouseEvent) -> Option<Gesture> {
        let at = Position::new(event.column, event.row);
        match event.kind {
            MouseEventKind::ScrollUp => Some(Gesture::Wheel(-NOTCH)),
            MouseEventKind::ScrollDown => Some(Gesture::Wheel(NOTCH)),
            MouseEventKind::Down(MouseButton::Left) => {
                let (_, target) = self.areas.iter().rev().find(|(area, _)| area.contains(at))?;
                Some(match target {
                    Target::Picture(area) => Gesture::Spot(spot(at, *area)),
                    target => Gesture::Click(*target),
                })
            }
            _ => None,
        }
    }
}

/// The middle of the cell that was clicked, in percent of the picture.
fn spot(at: Position, area: Rect) -> [f32; 2] {
    let along = |at: u16, from: u16, count: u16| {
        (f32::from(at.saturating_sub(from)) + 0.5) / f32::from(count.max(1)) * 100.0
    };
    [along(at.x, area.x, area.width), along(at.y, area.y, area.height)]
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::*;

    fn event(kind: MouseEventKind, column: u16, row: u16) -> MouseEvent {
        MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }
    }

    #[test]
    fn what_lies_on_top_is_clicked_and_a_movement_is_nothing() {
        let mut hits = Hits::default();
        hits.add(Rect::new(0, 0, 10, 10), Target::Option(0));
        hits.add(Rect::new(0, 3, 10, 1), Target::Option(1));
        let down = MouseEventKind::Down(MouseButton::Left);
        assert_eq!(hits.gesture(event(down, 2, 3)), Some(Gesture::Click(Target::Option(1))));
        assert_eq!(hits.gesture(event(down, 2, 4)), Some(Gesture::Click(Target::Option(0))));
        assert_eq!(hits.gesture(event(down, 20, 4)), None);
        assert_eq!(hits.gesture(event(MouseEventKind::Moved, 2, 3)), None);
        assert_eq!(hits.gesture(event(MouseEventKind::Down(MouseButton::Right), 2, 3)), None);
    }

    #[test]
    fn a_click_on_a_picture_is_the_middle_of_its_cell() {
        let mut hits = Hits::default();
        let area = Rect::new(10, 5, 10, 4);
        hits.add(area, Target::Picture(area));
        let down = MouseEventKind::Down(MouseButton::Left);
        assert_eq!(hits.gesture(event(down, 10, 5)), Some(Gesture::Spot([5.0, 12.5])));
        assert_eq!(hits.gesture(event(down, 19, 8)), Some(Gesture::Spot([95.0, 87.5])));
    }
}
