//! The contents of files, which lie in a place under their hashes.

use crate::app::sync::place::Place;

/// The hash of a content.
pub(super) fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// Where the content of a hash lies.
pub(super) fn content_path(hash: &str) -> String {
    format!("files/{}/{hash}", hash.get(..2).unwrap_or("xx"))
}

/// The content of a hash, if it has arrived whole.
pub(super) fn content(place: &Place, hash: &str) -> Option<Vec<u8>> {
    let hex = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    let bytes = if hex { place.read(&content_path(hash)) } else { None };
    bytes.filter(|bytes| hash_of(bytes) == hash)
}
