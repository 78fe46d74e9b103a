//! From a locator to its entry, without a copy of the locators.

use crate::card::{CardKey, Fingerprint, Locator, PartKey};

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
        (hash as usize) & (self.slots.len() - 1)
    }

    fn next(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

/// A locator that owns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name<'a> {
    pub deck: &'a str,
    pub key: Key<'a>,
    /// Empty for the card as a whole.
    pub part: &'a str,
}

/// A [`CardKey`] that owns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key<'a> {
    Id(&'a str),
    Fingerprint([u8; 8]),
}

impl<'a> Name<'a> {
    pub(super) fn of(locator: &'a Locator) -> Self {
        let key = match &locator.key {
            CardKey::Id(id) => Key::Id(id),
            CardKey::Fingerprint(fingerprint) => Key::Fingerprint(fingerprint.to_bytes()),
        };
        let part = locator.part.as_ref().map_or("", PartKey::as_str);
        Self { deck: locator.deck.as_str(), key, part }
    }

    /// Of a locator as it is printed.
    pub(super) fn parse(locator: &'a str) -> Option<Self> {
        let (deck, rest) = locator.split_once('/')?;
        let (key, part) = rest.split_once('#').unwrap_or((rest, ""));
        let key = match key.strip_prefix('~') {
            Some(digits) => Key::Fingerprint(digits.parse::<Fingerprint>().ok()?.to_bytes()),
            None => Key::Id(key),
        };
        Some(Self { deck, key, part })
    }

    pub(super) fn hash(self) -> u64 {
        let key = match self.key {
            Key::Id(id) => hash(id.as_bytes()),
            Key::Fingerprint(bytes) => hash(&bytes) ^ 1,
        };
        mix(mix(hash(self.deck.as_bytes()), key), hash(self.part.as_bytes()))
    }
}

/// Eight bytes at a time. It decides where to look and nothing else, and is never stored.
fn hash(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let whole = words.iter().fold(bytes.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    mix(whole, u64::from_le_bytes(last))
}

fn mix(hash: u64, word: u64) -> u64 {
    // An odd number near 2^64 divided by the golden ratio (Knuth, vol. 3, section 6.4).
    let product = (hash.rotate_left(29) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ (product >> 32)
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
    fn a_locator_has_the_name_of_its_text() {
        for text in ["d/a", "d/a-long-id-of-a-card#c1", "d/~0123456789abcdef#reverse"] {
            let locator: Locator = text.parse().expect("valid");
            assert_eq!(Some(Name::of(&locator)), Name::parse(text));
        }
        assert_eq!(Name::parse("d"), None);
        assert_eq!(Name::parse("d/~xyz"), None);
    }

    #[test]
    fn numbered_ids_spread_over_the_table() {
        let id = |n: u32| format!("carte-{n}");
        let hashes: Vec<(u64, u32)> =
            (0..1000).map(|n| (Name { deck: "edn", key: Key::Id(&id(n)), part: "" }.hash(), n)).collect();
        let table = Table::new(&hashes);
        let steps: usize = hashes
            .iter()
            .map(|(hash, n)| table.candidates(*hash).take_while(|found| found != &(*n as usize)).count())
            .sum();
        assert!(steps < 1000, "{steps} steps for 1000 look-ups");
    }
}
