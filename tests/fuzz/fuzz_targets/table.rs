//! Tables: any bytes.

#![no_main]

use carabin::exchange::table;
use carabin_fuzz::{grown, holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let sheet = table::read(&grown(data), &table::Wishes::default());
    let (head, cards) = carabin_fuzz::sheet(&sheet);
    holds(&head, &cards);
    let pairs: Vec<_> = cards.iter().map(|card| (&head, card)).collect();
    for format in [table::Format::Tsv, table::Format::Csv(table::Separator(';'))] {
        let written = table::write(&pairs, format, true);
        let again = table::read(written.text.as_bytes(), &table::Wishes::default());
        assert_eq!(again.rows.len(), written.cards, "{:?}\n{}", again.mistakes, written.text);
        for (row, card) in again.rows.iter().zip(&cards) {
            assert_eq!(row.content, card.content, "{}", written.text);
        }
    }
});
