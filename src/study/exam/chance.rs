//! Chance that is the same on every machine and in every version: ChaCha8 over a seed, and an own shuffle, since how a
//! library shuffles may change.

use rand::{Rng as _, SeedableRng as _, rngs::ChaCha8Rng};

/// A source of chance for `purpose`, so that the draw of the questions does not hang on that of the options.
pub(super) fn of(seed: u64, purpose: &str) -> ChaCha8Rng {
    ChaCha8Rng::from_seed(*blake3::hash(format!("carabin exam {seed}\n{purpose}").as_bytes()).as_bytes())
}

/// Fisher and Yates, from the last to the first, each time with 64 bits of chance modulo the places that are left.
pub(super) fn shuffle<T>(items: &mut [T], chance: &mut ChaCha8Rng) {
    for last in (1..items.len()).rev() {
        let places = last as u64 + 1;
        // Below `places`, which is a length.
        let place = usize::try_from(chance.next_u64() % places).unwrap_or(last);
        items.swap(last, place);
    }
}

/// The numbers below `count` in an order that seed and purpose decide alone.
#[must_use]
pub fn shuffled(count: usize, seed: u64, purpose: &str) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    shuffle(&mut order, &mut of(seed, purpose));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_a_seed_never_changes() {
        // Papers that friends have hang on it.
        assert_eq!(shuffled(8, 42, "options deck/card"), GOLDEN);
        assert_ne!(shuffled(8, 43, "options deck/card"), GOLDEN);
        assert_ne!(shuffled(8, 42, "options deck/other"), GOLDEN);
    }

    const GOLDEN: [usize; 8] = [6, 7, 2, 3, 4, 5, 1, 0];
}
