//! Packages of Anki: any bytes as the archive.

#![no_main]

use carabin_fuzz::package;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| package::read(data));
