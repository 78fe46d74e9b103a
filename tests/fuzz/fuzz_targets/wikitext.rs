//! Pages of LiSA.

#![no_main]

use carabin::exchange::lisa;
use carabin_fuzz::{grown_text, holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(deck) = lisa::read(&grown_text(data)) {
        holds(&deck.head, &deck.cards);
    }
});
