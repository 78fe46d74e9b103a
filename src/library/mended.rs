//! Which cards of a deck were mended since the journal last saw them.

use crate::card::{DeckId, Locator};

use super::{Library, LibraryError, recognise};

impl Library {
    /// The schedules of `deck` that live on under another name: (former, present), for alias events of the journal.
    ///
    /// `known` are the journal's locators of the deck, each with the last known identity of its card, one for each
    /// alias class; what is live of them is no matter. `has_history` says of a live locator whether the journal knows
    /// it, itself or by an alias. See [`recognise`] for what is taken for the same card.
    pub fn mended(
        &self,
        deck: &DeckId,
        known: &[(Locator, String)],
        has_history: &dyn Fn(&Locator) -> bool,
    ) -> Result<Vec<(Locator, Locator)>, LibraryError> {
        let catalogue = self.catalogue();
        let vanished: Vec<(Locator, String)> =
            known.iter().filter(|(locator, _)| catalogue.find(locator).is_none()).cloned().collect();
        let Some(deck) = catalogue.deck(deck).filter(|_| !vanished.is_empty()) else { return Ok(Vec::new()) };
        let mut appeared = Vec::new();
        for number in deck.entries.clone().filter(|&number| catalogue.entries[number].schedulable) {
            let locator = catalogue.locator(number);
            if !has_history(&locator)
                && let Some(identity) = self.identity(&locator)?
            {
                appeared.push((locator, identity));
            }
        }
        Ok(recognise(&vanished, &appeared))
    }
}
