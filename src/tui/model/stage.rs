//! How far the answer of a card is.

mod answer;

use std::collections::BTreeSet;

use ratatui_textarea::TextArea;

use crate::{
    app::{
        answered::{Answered, Doubts, Undecided},
        asked::Asked,
        filter,
        pointing::Places,
        recall::Recall,
        ticks::{Limit, Toggled},
    },
    tui::keymap::Context,
};

/// How far an answer is.
#[derive(Debug)]
pub enum Stage {
    /// The answer is hidden; the student grades it.
    Question,
    /// Options are ticked.
    Choosing(Choosing),
    /// An answer is typed.
    Typing(Box<TextArea<'static>>),
    /// The matcher is unsure: the student decides.
    Deciding(Box<Undecided>),
    /// Places of a text are pointed at.
    Pointing(Box<Pointing>),
    /// Places of a picture are pointed at.
    Spotting(Box<Spotting>),
    /// A step of a scale is chosen.
    Scaling(Scaling),
    /// The items of a list are typed one by one.
    Recalling(Box<Recalling>),
    /// The matcher is unsure of items of a list: the student decides, one after the other.
    Judging(Box<Doubts>),
    /// The answer is shown.
    Answered(Box<Answered>),
}

impl Stage {
    /// The context whose keys answer it.
    #[must_use]
    pub fn context(&self) -> Context {
        match self {
            Self::Question => Context::Question,
            Self::Choosing(choosing) => match choosing.filter.as_deref() {
                None => Context::Choice,
                Some("") => Context::Filter,
                Some(_) => Context::Filtered,
            },
            Self::Typing(_) => Context::Typing,
            Self::Deciding(_) => Context::Deciding,
            Self::Pointing(_) => Context::Pointing,
            Self::Spotting(_) => Context::Spotting,
            Self::Scaling(_) => Context::Scale,
            Self::Recalling(_) => Context::Recall,
            Self::Judging(_) => Context::Judging,
            Self::Answered(_) => Context::Answer,
        }
    }
}

/// Options while they are ticked.
#[derive(Debug, Default)]
pub struct Choosing {
    /// Numbers in the author's order.
    pub ticked: BTreeSet<usize>,
    /// The line that the cursor is on, among those that the filter leaves.
    pub cursor: usize,
    /// What is typed to find an option; `None` where they are so few that each has its letter.
    pub filter: Option<String>,
    /// The student was told that fewer are ticked than are right, and may hand in all the same.
    pub warned: bool,
}

impl Choosing {
    /// The options that the filter leaves, in the order of the screen: the line, the number in the author's order.
    #[must_use]
    pub fn visible(&self, asked: &Asked) -> Vec<(usize, usize)> {
        filter::matching(asked, self.filter.as_deref().unwrap_or_default())
    }

    /// The filter has changed, so other options stand under the cursor.
    pub fn refilter(&mut self, change: impl FnOnce(&mut String)) {
        if let Some(filter) = &mut self.filter {
            change(filter);
            self.cursor = 0;
        }
    }
}

/// A list while its items are typed.
#[derive(Debug)]
pub struct Recalling {
    /// What was typed so far.
    pub recall: Recall,
    /// The next item.
    pub input: TextArea<'static>,
}

/// Places of a text while they are pointed at.
#[derive(Debug)]
pub struct Pointing {
    /// The places.
    pub places: Places,
    /// The spans that are pointed at.
    pub chosen: BTreeSet<usize>,
    /// The place that the cursor is on.
    pub cursor: usize,
    /// The student was told that fewer are pointed at than are expected, and may hand in all the same.
    pub warned: bool,
}

impl Pointing {
    /// Nothing is pointed at yet.
    #[must_use]
    pub fn new(places: Places) -> Self {
        Self { places, chosen: BTreeSet::new(), cursor: 0, warned: false }
    }
}

/// A scale from −2 to +2 while its step is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scaling {
    /// The step; none is chosen at first.
    pub step: Option<i8>,
}

impl Scaling {
    /// One step up or down the scale; the first move goes to its middle.
    pub fn walk(&mut self, up: bool) {
        let step = self.step.map_or(0, |step| if up { step + 1 } else { step - 1 });
        self.step = Some(step.clamp(-2, 2));
    }
}

/// A picture while its places are pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Spotting {
    /// Where the cursor is, in percent of the picture's width and height.
    pub cursor: [f32; 2],
    /// The places that are pointed at, in percent.
    pub spots: Vec<[f32; 2]>,
    /// The student was told that fewer are pointed at than are expected, and may hand in all the same.
    pub warned: bool,
}

impl Default for Spotting {
    fn default() -> Self {
        Self { cursor: [50.0, 50.0], spots: Vec::new(), warned: false }
    }
}

impl Spotting {
    /// Moves the cursor by so many cells of a picture of `cells` (columns and rows).
    pub fn walk(&mut self, (dx, dy): (i8, i8), cells: (u16, u16)) {
        self.warned = false;
        let (column, row) = cell_of(self.cursor, cells);
        let moved = |at: u16, by: i8, count: u16| {
            let at = i32::from(at) + i32::from(by);
            u16::try_from(at.clamp(0, i32::from(count.saturating_sub(1)))).unwrap_or(0)
        };
        self.cursor = middle_of((moved(column, dx, cells.0), moved(row, dy, cells.1)), cells);
    }

    /// Points at the cell under the cursor, or no longer where it is pointed at already.
    pub fn toggle(&mut self, limit: Limit, cells: (u16, u16)) -> Toggled {
        self.warned = false;
        let here = cell_of(self.cursor, cells);
        if let Some(place) = self.spots.iter().position(|spot| cell_of(*spot, cells) == here) {
            self.spots.remove(place);
            return Toggled::Off;
        }
        match limit {
            Limit::One => self.spots.clear(),
            Limit::Most(count) if self.spots.len() >= count => return Toggled::Full,
            Limit::Most(_) | Limit::Free => {}
        }
        self.spots.push(self.cursor);
        Toggled::On
    }
}

/// The column and the row in which a place lies.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the cells first")]
fn cell_of([x, y]: [f32; 2], (columns, rows): (u16, u16)) -> (u16, u16) {
    let along = |percent: f32, count: u16| {
        (percent / 100.0 * f32::from(count)).floor().clamp(0.0, f32::from(count.saturating_sub(1))) as u16
    };
    (along(x, columns), along(y, rows))
}

/// The middle of a cell, in percent.
fn middle_of((column, row): (u16, u16), (columns, rows): (u16, u16)) -> [f32; 2] {
    let along = |at: u16, count: u16| (f32::from(at) + 0.5) / f32::from(count.max(1)) * 100.0;
    [along(column, columns), along(row, rows)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_cursor_goes_from_cell_to_cell_and_stays_on_the_picture() {
        let mut spotting = Spotting::default();
        spotting.walk((1, 0), (10, 10));
        assert_eq!(cell_of(spotting.cursor, (10, 10)), (6, 5));
        spotting.walk((-100, 100), (10, 10));
        assert_eq!(cell_of(spotting.cursor, (10, 10)), (0, 9));
    }

    #[test]
    fn a_place_is_taken_away_where_it_was_put_and_no_more_are_taken_than_told() {
        let (cells, mut spotting) = ((10, 10), Spotting::default());
        let limit = Limit::Most(2);
        assert_eq!(spotting.toggle(limit, cells), Toggled::On);
        spotting.walk((2, 0), cells);
        assert_eq!(spotting.toggle(limit, cells), Toggled::On);
        spotting.walk((2, 0), cells);
        assert_eq!((spotting.toggle(limit, cells), spotting.spots.len()), (Toggled::Full, 2));
        spotting.walk((-2, 0), cells);
        assert_eq!((spotting.toggle(limit, cells), spotting.spots.len()), (Toggled::Off, 1));
        spotting.walk((3, 3), cells);
        assert_eq!((spotting.toggle(Limit::One, cells), spotting.spots.len()), (Toggled::On, 1), "it moves");
    }

    proptest! {
        #[test]
        fn a_place_is_always_on_the_picture(
            moves in proptest::collection::vec((any::<i8>(), any::<i8>()), 0..20),
            cells in (1..200_u16, 1..100_u16),
        ) {
            let mut spotting = Spotting::default();
            for by in moves {
                spotting.walk(by, cells);
                prop_assert!(spotting.cursor.iter().all(|at| (0.0..=100.0).contains(at)));
            }
        }
    }
}
