//! A deck's text cut into its head, its cards and what follows them, so that cards can be exchanged one by one.

use crate::card::{Card, CardKey};

/// A deck's text in pieces that together are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blocks<'t> {
    /// Up to the first card.
    pub head: &'t str,
    /// The cards in the order of the file, each with the comments that stand right above it.
    pub cards: Vec<(CardKey, &'t str)>,
    /// What follows the last card.
    pub tail: &'t str,
}

impl<'t> Blocks<'t> {
    /// Cuts `text` at `cards`, which were read from it. `None` where two cards share a line (`[{…}, {…}]`).
    pub(super) fn of(text: &'t str, cards: &[Card]) -> Option<Self> {
        let starts: Vec<usize> =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let line = |number: usize| {
            let start = starts.get(number).copied().unwrap_or(text.len());
            let end = starts.get(number + 1).copied().unwrap_or(text.len());
            &text[start..end]
        };
        let mut first_lines = Vec::with_capacity(cards.len());
        for card in cards {
            let mut number = usize::try_from(card.line).ok()?.checked_sub(1)?;
            if first_lines.last().is_some_and(|last| *last >= number) {
                return None;
            }
            let least = first_lines.last().map_or(0, |last| last + 1);
            while number > least && line(number - 1).trim_start().starts_with('#') {
                number -= 1;
            }
            first_lines.push(number);
        }
        let Some(&first) = first_lines.first() else {
            return Some(Self { head: text, cards: Vec::new(), tail: "" });
        };
        let last = *first_lines.last()?;
        let follows = |number: &usize| {
            let text = line(*number);
            !text.starts_with([' ', '\t', '-', '#', '\r', '\n']) && !text.is_empty()
        };
        let after = (last + 1..starts.len()).find(follows).unwrap_or(starts.len());
        let at = |number: usize| starts.get(number).copied().unwrap_or(text.len());
        let ends = first_lines[1..].iter().copied().chain([after]);
        let pieces = first_lines.iter().zip(ends).map(|(&start, end)| &text[at(start)..at(end)]);
        let cards = cards.iter().map(|card| card.key.clone()).zip(pieces).collect();
        Some(Self { head: &text[..at(first)], cards, tail: &text[at(after)..] })
    }

    /// Whether blank lines stand between the cards; `None` where there are no two cards.
    pub(super) fn are_apart(&self) -> Option<bool> {
        let (_, before) = self.cards.split_last().filter(|(_, before)| !before.is_empty())?;
        let is_followed = |text: &str| text[text.trim_end().len()..].matches('\n').count() > 1;
        Some(before.iter().filter(|(_, text)| is_followed(text)).count() * 2 > before.len())
    }

    /// How far the cards of the file are indented.
    pub(super) fn indent(&self) -> usize {
        self.cards.first().map_or(2, |(_, text)| indent(text))
    }
}

/// How far the dash of a card is indented.
fn indent(block: &str) -> usize {
    let item = block.lines().find(|line| line.trim_start().starts_with('-'));
    item.map_or(0, |line| line.len() - line.trim_start().len())
}

/// A card's text moved to another indentation, ended by a line end. `None` where a line stands too far left for that.
pub(in crate::library) fn moved(block: &str, to: usize) -> Option<String> {
    let from = indent(block);
    let mut out = String::with_capacity(block.len() + 8);
    for line in block.lines() {
        if line.trim().is_empty() {
            // An empty line of a text in several paragraphs.
        } else if to >= from {
            out.push_str(&" ".repeat(to - from));
            out.push_str(line);
        } else {
            let (cut, rest) = line.split_at_checked(from - to)?;
            if !cut.trim().is_empty() && !line.trim_start().starts_with('#') {
                return None;
            }
            out.push_str(if cut.trim().is_empty() { rest } else { line });
        }
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::{self, NoMedia};

    const DECK: &str = "format: 1\ndeck: d\ntitle: T\nlanguage: fr\ncards:\n  # the first\n  - id: a\n    q: Un ?\n    a: |\n      1\n\n      un\n  - id: b\n    q: Deux ?\n    a: \"2\"\nauthors: Moi\n";

    fn cards(text: &str) -> Vec<Card> {
        let reading = deck::read(text.as_bytes(), &NoMedia);
        assert_eq!(reading.diagnostics, [], "{text}");
        reading.deck.expect("a deck").cards
    }

    #[test]
    fn the_pieces_are_the_text() {
        let blocks = Blocks::of(DECK, &cards(DECK)).expect("cut");
        assert!(blocks.head.ends_with("cards:\n"));
        assert_eq!(
            blocks.cards[0].1,
            "  # the first\n  - id: a\n    q: Un ?\n    a: |\n      1\n\n      un\n"
        );
        assert_eq!(blocks.cards[1].1, "  - id: b\n    q: Deux ?\n    a: \"2\"\n");
        assert_eq!(blocks.tail, "authors: Moi\n");
    }

    #[test]
    fn a_card_keeps_its_meaning_at_another_indentation() {
        let blocks = Blocks::of(DECK, &cards(DECK)).expect("cut");
        let before: Vec<_> = cards(DECK).into_iter().map(|card| card.content).collect();
        for to in [0, 2, 6] {
            let moved: String =
                blocks.cards.iter().map(|(_, text)| moved(text, to).expect("movable")).collect();
            let text = format!("{}{moved}{}", blocks.head, blocks.tail);
            let after: Vec<_> = cards(&text).into_iter().map(|card| card.content).collect();
            assert_eq!(after, before, "{text}");
        }
    }

    #[test]
    fn cards_on_one_line_cannot_be_cut() {
        let text =
            "format: 1\ndeck: d\ntitle: T\nlanguage: fr\ncards: [{id: a, q: x, a: y}, {id: b, q: z, a: w}]\n";
        assert_eq!(Blocks::of(text, &cards(text)), None);
    }
}
