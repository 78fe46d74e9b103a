//! What a session is about.

use crate::{
    card::{DeckId, Item, ObjectiveId, Rank},
    library::{Catalogue, Entry},
};

/// A selection of cards. Every condition that is given must hold; one of the decks is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// These decks; none: all that are in a language that is studied.
    pub decks: Vec<DeckId>,
    /// This item.
    pub item: Option<Item>,
    /// This objective.
    pub objective: Option<ObjectiveId>,
    /// No objective at all.
    pub no_objective: bool,
    /// This rank.
    pub rank: Option<Rank>,
    /// No rank at all.
    pub no_rank: bool,
    /// This tag or one below it.
    pub tag: Option<String>,
}

impl Scope {
    /// One deck.
    #[must_use]
    pub fn deck(id: DeckId) -> Self {
        Self { decks: vec![id], ..Self::default() }
    }

    /// Whether an entry of the catalogue is part of it.
    #[must_use]
    pub fn holds(&self, entry: &Entry, catalogue: &Catalogue) -> bool {
        let deck = catalogue.decks.get(entry.deck as usize);
        (self.decks.is_empty() || deck.is_some_and(|d| self.decks.contains(&d.head.id)))
            && self.item.is_none_or(|item| entry.item == Some(item))
            && self.objective.is_none_or(|objective| catalogue.objectives(entry).contains(&objective))
            && !(self.no_objective && entry.objective.is_some())
            && self.rank.is_none_or(|rank| entry.rank == Some(rank))
            && !(self.no_rank && entry.rank.is_some())
            && self.tag.as_deref().is_none_or(|tag| catalogue.has_tag(entry, tag))
    }
}
