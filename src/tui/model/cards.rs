//! The list of the cards on the screen.

use ratatui_textarea::TextArea;

use crate::{
    app::cards::{CardLine, Listing, Wanted},
    card::Text,
};

/// So many rows before and after the cursor are at hand; the next stretch comes before they end.
pub const STRETCH: usize = 200;

/// The list of the cards.
#[derive(Debug)]
pub struct Cards {
    /// Which cards are wanted. A listing of others comes too late.
    pub wanted: Wanted,
    /// What the scope is called, where the list is of a part of the cards.
    pub title: Option<Text>,
    /// The stretch that is at hand; `None` until the first has come.
    pub listing: Option<Box<Listing>>,
    /// The chosen row of the whole list.
    pub cursor: usize,
    /// The words that are looked for, while they are typed.
    pub typing: Option<Box<TextArea<'static>>>,
}

impl Cards {
    /// How long the whole list is.
    #[must_use]
    pub fn total(&self) -> usize {
        self.listing.as_ref().map_or(0, |listing| listing.total())
    }

    /// The card at a place of the whole list, where it has come.
    #[must_use]
    pub fn line(&self, place: usize) -> Option<&CardLine> {
        self.listing.as_ref()?.line(place)
    }

    /// The chosen card, where it has come.
    #[must_use]
    pub fn chosen(&self) -> Option<&CardLine> {
        self.line(self.cursor)
    }

    /// Whether the list goes on where what is at hand ends, near the cursor.
    #[must_use]
    pub fn wants_more(&self) -> bool {
        let Some(listing) = &self.listing else { return false };
        let (first, end) = (listing.first, listing.first + listing.lines.len());
        let margin = STRETCH / 2;
        (first > 0 && self.cursor < first + margin) || (end < listing.total() && self.cursor + margin >= end)
    }
}
