//! Decks: any bytes. What is mended, and what is written anew, reads to the same cards.

#![no_main]

use carabin::deck::{self, NoMedia};
use carabin_fuzz::{grown, holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let data = grown(data);
    let reading = deck::read(&data, &NoMedia);
    if let Some(deck) = reading.deck {
        holds(&deck.head, &deck.cards);
    }
    if let Ok(text) = std::str::from_utf8(&data) {
        let _ = deck::fix(text, &NoMedia);
    }
});
