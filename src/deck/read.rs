//! Reading a file as a whole.

use std::borrow::Cow;

use super::{
    check::{self, Unnamed},
    cx::Cx,
    diagnostic::{Diagnostic, problem},
    limits::Limits,
    media::Media,
    parse,
    source::Source,
};
use crate::card::{Card, DeckHead};

/// A deck: what it says of itself, and its cards in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// What it says of itself.
    pub head: DeckHead,
    /// The cards without a mistake.
    pub cards: Vec<Card>,
}

/// What came of reading a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The deck, with the cards that have no mistake. `None` when its head gives it no name or a format that this
    /// program does not know, or when the file is no deck at all.
    pub deck: Option<Deck>,
    /// Every mistake and doubt, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a deck within the default [`Limits`]. Never fails: what is wrong is in the diagnostics.
pub fn read(source: &[u8], media: &dyn Media) -> Reading {
    read_with(source, media, &Limits::default())
}

/// Reads a deck within `limits`.
pub fn read_with(source: &[u8], media: &dyn Media, limits: &Limits) -> Reading {
    read_whole(source, media, limits).0
}

/// The reading, and the cards and questions that have no id.
pub(super) fn read_whole(source: &[u8], media: &dyn Media, limits: &Limits) -> (Reading, Vec<Unnamed>) {
    if source.len() > limits.file_bytes {
        let empty = Source::new("");
        let mut cx = Cx::new(&empty, media, limits);
        cx.report(problem!(Error "file-too-large" at 0..0, limit = limits.file_bytes >> 20; help "file-too-large-help"));
        return (Reading { deck: None, diagnostics: cx.into_diagnostics() }, Vec::new());
    }
    let text: Cow<'_, str> = String::from_utf8_lossy(source);
    let source = Source::new(&text);
    let mut cx = Cx::new(&source, media, limits);
    let mut unnamed = Vec::new();
    let mut deck = None;
    match parse::parse(&text, 0, limits) {
        Ok(tree) => {
            for found in &tree.problems {
                cx.report(found.clone());
            }
            if let Some(root) = &tree.root
                && let Some(checked) = check::check(root, &tree.problems, &mut cx)
            {
                unnamed = checked.unnamed;
                deck = checked.head.map(|head| Deck { head, cards: checked.cards });
            }
        }
        Err(error) => cx.report(problem!(Error "syntax" at error.at..error.at, info = error.info)),
    }
    (Reading { deck, diagnostics: cx.into_diagnostics() }, unnamed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::NoMedia;

    #[test]
    fn a_deck_with_every_kind_reads_without_a_word() {
        let reading = read(include_bytes!("../../tests/corpus/good/every-kind.yaml"), &NoMedia);
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.deck.map(|deck| deck.cards.len()), Some(13));
    }
}
