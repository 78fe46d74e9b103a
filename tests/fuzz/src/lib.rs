//! What the targets share: how an input is grown, and what must hold of the cards that a reader makes of it.

use std::collections::HashMap;

use carabin::{
    card::{Card, CardKey, DeckHead, Fingerprint, Objective},
    deck::{self, Limits, NoMedia},
    exchange::table,
};

pub mod package;

/// The longest text that an input grows to, in bytes.
const GROWN: usize = 32 << 10;

/// An input as it is; one that begins with byte 0 has its middle repeated: work that grows with the square of the input takes
/// seconds then, and libFuzzer tells (`-timeout`).
///
/// Such an input is `0`, how often (a power of two), and begin, middle and end apart by byte 1.
pub fn grown(data: &[u8]) -> Vec<u8> {
    let [0, power, rest @ ..] = data else { return data.to_vec() };
    let mut parts = rest.splitn(3, |byte| *byte == 1);
    let [begin, middle, end] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    let often = (1_usize << (power % 18)).min(GROWN / middle.len().max(1));
    [begin, &middle.repeat(often), end].concat()
}

/// The same as text.
pub fn grown_text(data: &[u8]) -> String {
    String::from_utf8_lossy(&grown(data)).into_owned()
}

/// What a reader made is written as a deck, and the cards that the deck's reader takes are the cards that were meant.
pub fn holds(head: &DeckHead, cards: &[Card]) {
    let text = deck::write(head, cards);
    let limits = Limits { file_bytes: usize::MAX, ..Limits::default() };
    let reading = deck::read_with(text.as_bytes(), &NoMedia, &limits);
    let Some(read) = reading.deck else {
        panic!("the deck cannot be read: {:?}\n{text}", reading.diagnostics);
    };
    let meant: HashMap<&CardKey, &Card> = cards.iter().map(|card| (&card.key, card)).collect();
    for card in &read.cards {
        let Some(own) = meant.get(&card.key) else { panic!("{} was not written\n{text}", card.key) };
        assert_eq!(card.content, own.content, "{text}");
    }
}

/// The rows of a table as the cards of a deck.
pub fn sheet(sheet: &table::Sheet) -> (DeckHead, Vec<Card>) {
    let mut head = head();
    let mut cards = Vec::new();
    for (number, row) in sheet.rows.iter().enumerate() {
        for objective in &row.meta.objectives {
            if !head.objectives.iter().any(|own| own.id == *objective) {
                head.objectives.push(Objective { id: *objective, title: None, rubric: None });
            }
        }
        for source in &row.sources {
            if head.source(&source.key).is_none() {
                head.sources.push(source.clone());
            }
        }
        let Ok(numbered) = format!("n{number}").parse() else { continue };
        cards.push(Card {
            deck: head.id.clone(),
            key: row.key.clone().unwrap_or(numbered),
            was: Vec::new(),
            line: 0,
            fingerprint: Fingerprint::of(&row.content.identity()),
            meta: row.meta.clone(),
            content: row.content.clone(),
        });
    }
    (head, cards)
}

fn head() -> DeckHead {
    DeckHead::new("fuzz".parse().expect("an id"), "Fuzz".into(), "fr".into())
}
