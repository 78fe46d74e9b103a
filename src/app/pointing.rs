//! The places of a text that can be pointed at, and the way among them. Shared by the screens and the plain mode.

use super::asked::Asked;
use crate::card::{Content, Ground, TextZone, Zone, sentences};

/// A text with its places. Spans are numbered as [`Zone::cut`] gives them, places from 0 in the order of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    zone: Zone,
    /// The span of each place.
    spans: Vec<usize>,
    /// The sentence of each place.
    sentences: Vec<usize>,
}

impl Places {
    /// The places of a zone question on a text; `None` for any other question.
    #[must_use]
    pub fn of(asked: &Asked) -> Option<Self> {
        let Content::Zone(zone) = &asked.card.content else { return None };
        let Ground::Text { .. } = zone.ground else { return None };
        let zone = zone.cut();
        let spans: Vec<usize> = (0..zone.spans().len()).filter(|&i| zone.spans()[i].is_place()).collect();
        let numbers = sentences(zone.spans());
        let sentences = spans.iter().map(|&span| numbers[span]).collect();
        Some(Self { zone, spans, sentences })
    }

    /// All spans, in the order of the text.
    #[must_use]
    pub fn text(&self) -> &[TextZone] {
        self.zone.spans()
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The span of a place.
    #[must_use]
    pub fn span(&self, place: usize) -> Option<usize> {
        self.spans.get(place).copied()
    }

    /// Whether sentences are cut further, so that the places do not read as the text.
    #[must_use]
    pub fn are_within_sentences(&self) -> bool {
        self.sentences.windows(2).any(|two| two[0] == two[1])
    }

    /// What the place says.
    #[must_use]
    pub fn words(&self, place: usize) -> &str {
        let span = self.span(place).and_then(|span| self.text().get(span));
        span.map_or("", |span| &span.text[span.core()])
    }

    /// The place after or before this one; the last and the first stay.
    #[must_use]
    pub fn step(&self, place: usize, forward: bool) -> usize {
        if forward { (place + 1).min(self.len().saturating_sub(1)) } else { place.saturating_sub(1) }
    }

    /// The first place of the next sentence, or of this one, or of the one before.
    #[must_use]
    pub fn leap(&self, place: usize, forward: bool) -> usize {
        let Some(here) = self.sentences.get(place).copied() else { return 0 };
        let first_of = |sentence| self.sentences.iter().position(|other| *other == sentence);
        if forward {
            return self.sentences.iter().position(|other| *other > here).unwrap_or(self.len() - 1);
        }
        match first_of(here) {
            Some(first) if first < place => first,
            _ => self.sentences[..place].last().and_then(|before| first_of(*before)).unwrap_or(0),
        }
    }
}
