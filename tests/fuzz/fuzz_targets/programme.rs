//! Lists of items and objectives: any bytes.

#![no_main]

use carabin::{card::Programme, exchange::programme};
use carabin_fuzz::grown;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let listed = programme::read(&grown(data), None, None);
    if listed.programme == Programme::default() {
        return;
    }
    for french in [true, false] {
        let written = programme::write(&listed.programme, french);
        let again = programme::read(written.as_bytes(), None, None);
        assert_eq!(again.programme, listed.programme, "{:?}\n{written}", again.mistakes);
        assert!(again.mistakes.is_empty(), "{:?}\n{written}", again.mistakes);
    }
});
