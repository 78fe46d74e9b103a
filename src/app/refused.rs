//! Proposals that the student refused.
//!
//! They go from their deck to `refused.yaml` beside it, which no refresh takes for a deck. So the page that proposed them
//! does not propose them again, on any device, and the student can have them back. A deck that is a file by itself has no
//! place beside it; there a refused card is gone.

use std::path::{Path, PathBuf};

use super::{error::AppError, files::write_atomically, open::App};
use crate::{
    card::{Card, DeckHead, DeckId, Locator, Meta},
    deck::{self, Amendment, amend, write_card},
    library::MediaFolder,
};

/// The name of the file.
const FILE: &str = "refused.yaml";

/// Where the refused proposals of a deck file are, if it has a folder of its own.
fn place(deck: &Path) -> Option<PathBuf> {
    let is_alone = deck.file_stem().is_some_and(|stem| stem == "deck");
    is_alone.then(|| deck.with_file_name(FILE))
}

/// The refused proposals beside a deck file.
fn read(deck: &Path) -> Vec<Card> {
    let Some(path) = place(deck) else { return Vec::new() };
    let Ok(bytes) = std::fs::read(&path) else { return Vec::new() };
    deck::read(&bytes, &MediaFolder::of_deck(&path)).deck.map(|deck| deck.cards).unwrap_or_default()
}

fn write(file: &Path, head: &DeckHead, cards: &[Card]) -> Result<(), AppError> {
    let Some(path) = place(file) else { return Ok(()) };
    let text = deck::write(head, cards);
    write_atomically(&path, text.as_bytes()).map_err(|source| AppError::File { path, source })
}

/// Keeps a proposal as refused.
pub(super) fn keep(file: &Path, head: &DeckHead, card: &Card) -> Result<(), AppError> {
    let mut cards = read(file);
    cards.retain(|kept| kept.key != card.key);
    cards.push(card.clone());
    write(file, head, &cards)
}

/// Forgets that it was refused.
pub(super) fn forget(file: &Path, head: &DeckHead, card: &Locator) -> Result<(), AppError> {
    let mut cards = read(file);
    let before = cards.len();
    cards.retain(|kept| kept.key != card.key);
    if cards.len() == before { Ok(()) } else { write(file, head, &cards) }
}

impl App {
    /// The refused proposals of these decks (none: of all), deck by deck. One that came again and stands in its deck is refused
    /// no longer.
    #[must_use]
    pub fn refused(&self, decks: &[DeckId]) -> Vec<Card> {
        let catalogue = self.catalogue();
        let wanted = catalogue
            .decks
            .iter()
            .filter(|deck| deck.shadowed_by.is_none() && (decks.is_empty() || decks.contains(&deck.head.id)));
        let kept = wanted.filter_map(|deck| deck.origin.file()).flat_map(read);
        kept.filter(|card| catalogue.card(&card.locator()).is_empty()).collect()
    }

    /// A refused proposal is proposed again.
    ///
    /// # Errors
    /// When it was not refused, or a file cannot be changed.
    pub fn propose_again(&mut self, card: &Locator) -> Result<(), AppError> {
        let standing = self.standing(&card.deck)?.ok_or_else(|| AppError::no_deck(&card.deck))?;
        let (deck, source, path, _) = standing;
        let refused = read(&path).into_iter().find(|kept| kept.key == card.key);
        let refused = refused.ok_or_else(|| AppError::NoCard(card.clone()))?;
        let draft = Card { meta: Meta { draft: true, ..refused.meta.clone() }, ..refused };
        let text = write_card(&deck.head, &draft);
        let media = MediaFolder::of_deck(&path);
        let after = amend(&source, &media, &[Amendment::Append(text)])
            .ok_or_else(|| AppError::Amend(path.clone()))?;
        write_atomically(&path, after.as_bytes())
            .map_err(|source| AppError::File { path: path.clone(), source })?;
        forget(&path, &deck.head, card)?;
        self.refresh()?;
        Ok(())
    }
}
