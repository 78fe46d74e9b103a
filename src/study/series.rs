//! A short series of questions, put together.

use rand::{SeedableRng as _, rngs::ChaCha8Rng, seq::SliceRandom as _};

use super::{Candidate, Standing};
use crate::memory::Now;

/// Below this retrievability a card is weak: it is less known than the desired retention of most students promises.
const WEAK: f32 = 0.9;

/// The questions of a flash, at most `count`, in the order in which they are asked: those that are due (what is lost most by
/// waiting first), then those of rank A that are weak, then the other ones that were seen, the weakest first, and only then
/// new ones, of rank A first. Of siblings one is taken. What ties is drawn by `seed`, so that the same seed gives
/// the same questions.
#[must_use]
pub fn flash(candidates: &[Candidate], now: Now, count: usize, seed: u64) -> Vec<u32> {
    let mut drawn: Vec<&Candidate> = candidates.iter().collect();
    drawn.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
    // A stable sort: what ties keeps the order that was drawn.
    drawn.sort_by(|a, b| key(a, now).partial_cmp(&key(b, now)).unwrap_or(std::cmp::Ordering::Equal));
    let mut cards = std::collections::HashSet::new();
    drawn.into_iter().filter(|candidate| cards.insert(candidate.card)).take(count).map(|c| c.id).collect()
}

/// The tier and the place within it, lowest first.
fn key(candidate: &Candidate, now: Now) -> (u8, f32) {
    match candidate.standing {
        Standing::Learning(at) if at <= now.at => (0, -1.0),
        Standing::Due { loss } => (0, -loss),
        Standing::Later { retrievability } if candidate.rank_a && retrievability < WEAK => {
            (1, retrievability)
        }
        Standing::Later { retrievability } => (2, retrievability),
        // Its step is not over: everything that was seen longer ago tells more.
        Standing::Learning(_) => (3, 0.0),
        Standing::New => (4, if candidate.rank_a { 0.0 } else { 1.0 }),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Zoned;

    use super::*;

    fn now() -> Now {
        let wall: Zoned = "2026-11-22T08:00[Europe/Paris]".parse().expect("a time");
        Now::new(&wall, 4)
    }

    fn candidate(id: u32, rank_a: bool, standing: Standing) -> Candidate {
        Candidate { id, card: id, deck: 0, rank_a, fresh: false, standing }
    }

    fn later(retrievability: f32) -> Standing {
        Standing::Later { retrievability }
    }

    #[test]
    fn what_is_due_comes_first_then_what_is_weak_of_rank_a() {
        let candidates = [
            candidate(1, false, later(0.5)),
            candidate(2, true, later(0.8)),
            candidate(3, true, Standing::New),
            candidate(4, false, Standing::Due { loss: 0.1 }),
            candidate(5, true, Standing::Due { loss: 0.3 }),
            candidate(6, true, later(0.7)),
            candidate(7, true, later(0.99)),
            candidate(8, false, Standing::New),
        ];
        for seed in 0..20 {
            assert_eq!(flash(&candidates, now(), 20, seed), [5, 4, 6, 2, 1, 7, 3, 8]);
        }
        assert_eq!(flash(&candidates, now(), 3, 0), [5, 4, 6]);
    }

    #[test]
    fn the_seed_decides_between_equals_and_repeats_itself() {
        let candidates: Vec<_> = (0..40).map(|id| candidate(id, true, Standing::New)).collect();
        let drawn = |seed| flash(&candidates, now(), 5, seed);
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
    }

    #[test]
    fn siblings_come_once() {
        let sibling = |id| Candidate { card: 1, ..candidate(id, true, Standing::New) };
        assert_eq!(flash(&[sibling(1), sibling(2)], now(), 5, 0).len(), 1);
        assert!(flash(&[], now(), 5, 0).is_empty());
    }
}
