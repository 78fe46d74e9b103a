//! Reading a file as a whole.

use super::{
    check::{self, Unnamed},
    cx::Cx,
    decode::decode,
    diagnostic::{Diagnostic, problem},
    limits::Limits,
    load::load,
    media::Media,
    node::Node,
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
    read_whole(source, media, limits).reading
}

/// A reading, and what [`fix`](super::fix) needs beside it.
pub(super) struct Whole {
    pub(super) reading: Reading,
    /// The cards and questions that have no id.
    pub(super) unnamed: Vec<Unnamed>,
    /// Names that a new card may not have.
    pub(super) taken: Vec<String>,
    /// The tree of the file.
    pub(super) root: Option<Node>,
}

pub(super) fn read_whole(source: &[u8], media: &dyn Media, limits: &Limits) -> Whole {
    if source.len() > limits.file_bytes {
        let empty = Source::new("");
        let mut cx = Cx::new(&empty, media, limits);
        cx.report(problem!(Error "file-too-large" at 0..0, limit = limits.file_bytes >> 20; help "file-too-large-help"));
        let reading = Reading { deck: None, diagnostics: cx.into_diagnostics() };
        return Whole { reading, unnamed: Vec::new(), taken: Vec::new(), root: None };
    }
    let decoded = decode(source);
    let source = Source::new(&decoded.text);
    let mut cx = Cx::new(&source, media, limits);
    decoded.problem.into_iter().for_each(|found| cx.report(found));
    let (mut unnamed, mut taken) = (Vec::new(), Vec::new());
    let (mut deck, mut root) = (None, None);
    if decoded.readable {
        let mut loaded = load(&source, limits);
        loaded.spoiled.extend(decoded.bad);
        loaded.spoiled.sort_unstable();
        let nothing_said = loaded.problems.is_empty();
        loaded.problems.into_iter().for_each(|found| cx.report(found));
        root = loaded.root;
        match &root {
            None if nothing_said => cx.report(problem!(Error "empty-file" at 0..0; help "empty-file-help")),
            None => {}
            Some(root) => {
                if let Some(checked) = check::check(root, &loaded.spoiled, &mut cx) {
                    unnamed = checked.unnamed;
                    taken = checked.taken;
                    deck = checked.head.map(|head| Deck { head, cards: checked.cards });
                }
            }
        }
    }
    Whole { reading: Reading { deck, diagnostics: cx.into_diagnostics() }, unnamed, taken, root }
}
