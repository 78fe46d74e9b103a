//! From a locator to its entry, without a copy of the locators.

use crate::card::{CardKey, Locator};

/// A hash table with open addressing: each slot holds the number of an entry plus one. Whoever asks compares the
/// entries themselves, so that two locators with one hash do no harm.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    /// A power of two, at most half full.
    slots: Vec<u32>,
}

impl Table {
    /// Holds entry numbers by their hashes.
    pub(super) fn new(hashes: &[(u64, u32)]) -> Self {
        let mut table = Self { slots: vec![0; (hashes.len() * 2).next_power_of_two().max(2)] };
        for &(hash, entry) in hashes {
            let mut slot = table.first(hash);
            while table.slots[slot] != 0 {
                slot = table.next(slot);
            }
            table.slots[slot] = entry + 1;
        }
        table
    }

    /// The entries that may have this hash.
    pub(super) fn candidates(&self, hash: u64) -> impl Iterator<Item = usize> {
        let first = (!self.slots.is_empty()).then(|| self.first(hash));
        std::iter::successors(first, |&slot| Some(self.next(slot)))
            .map(|slot| self.slots[slot])
            .take_while(|&entry| entry != 0)
            .map(|entry| entry as usize - 1)
    }

    #[allow(clippy::cast_possible_truncation, reason = "the mask keeps what fits")]
    fn first(&self, hash: u64) -> usize {
        // The high bits of FNV are the better mixed ones.
        ((hash ^ (hash >> 32)) as usize) & (self.slots.len() - 1)
    }

    fn next(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

/// FNV-1a (Fowler, Noll and Vo), which can go on where it stopped: entries of one deck share their beginning.
#[derive(Clone, Copy)]
pub(super) struct Hash(u64);

impl Hash {
    pub(super) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(super) fn and(self, text: &str) -> Self {
        Self(text.bytes().fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)))
    }

    pub(super) fn value(self) -> u64 {
        self.0
    }
}

/// The hash of a locator as it is printed.
pub(super) fn hash_text(locator: &str) -> u64 {
    Hash::new().and(locator).value()
}

/// The same as [`hash_text`] of the printed locator.
pub(super) fn hash_locator(locator: &Locator) -> u64 {
    let hash = Hash::new().and(locator.deck.as_str()).and("/");
    let hash = match &locator.key {
        CardKey::Id(id) => hash.and(id),
        key @ CardKey::Fingerprint(_) => hash.and(&key.to_string()),
    };
    locator.part.as_ref().map_or(hash, |part| hash.and("#").and(part.as_str())).value()
}

/// Whether `key` is printed as `text`.
pub(super) fn is_key(key: &CardKey, text: &str) -> bool {
    match key {
        CardKey::Id(id) => id == text,
        CardKey::Fingerprint(_) => key.to_string() == text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn everything_that_was_put_in_is_found(hashes in prop::collection::vec(0_u64..20, 0..40)) {
            let numbered: Vec<(u64, u32)> = hashes.iter().copied().zip(0..).collect();
            let table = Table::new(&numbered);
            for (hash, entry) in numbered {
                prop_assert!(table.candidates(hash).any(|found| found == entry as usize));
            }
        }
    }

    #[test]
    fn an_empty_table_has_nothing() {
        assert_eq!(Table::default().candidates(7).count(), 0);
        assert_eq!(Table::new(&[]).candidates(7).count(), 0);
    }

    #[test]
    fn a_locator_hashes_as_its_text() {
        for text in ["d/a", "d/a#c1", "d/~0123456789abcdef#reverse"] {
            let locator: Locator = text.parse().expect("valid");
            assert_eq!(hash_locator(&locator), hash_text(text));
            assert!(is_key(&locator.key, &locator.key.to_string()));
        }
    }
}
