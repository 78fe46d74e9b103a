//! Packages of Anki: an archive that is whole, around what the input says of its entries, notes, cards and log.

#![no_main]

use carabin_fuzz::package;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some(bytes) = package::made(data) {
        package::read(&bytes);
    }
});
