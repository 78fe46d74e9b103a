//! Which events do not count.
//!
//! An event is void if an undo that is not void itself is about it. So undoing an undo brings its target back, and so
//! on, whatever arrived first.

use std::collections::{HashMap, HashSet};

/// The void events among those that `undos` (pairs of an undo and its target) connect.
///
/// An undo has one target, so a ring of undos touches nothing outside it, and its members are not void. (A target is
/// named with its hash, so a ring cannot be made; it is harmless all the same.)
pub(super) fn void(undos: &[(i64, i64)]) -> HashSet<i64> {
    let mut target = HashMap::new();
    let mut waiting_for: HashMap<i64, usize> = HashMap::new();
    for &(undo, of) in undos {
        if target.insert(undo, of).is_none() {
            *waiting_for.entry(of).or_default() += 1;
        }
    }
    // From the undos that nothing undoes inwards: an event is decided when all undos of it are.
    let mut ready: Vec<i64> = target.keys().copied().filter(|undo| !waiting_for.contains_key(undo)).collect();
    let mut out = HashSet::new();
    while let Some(event) = ready.pop() {
        let Some(&of) = target.get(&event) else { continue };
        if !out.contains(&event) {
            out.insert(of);
        }
        if let Some(count) = waiting_for.get_mut(&of) {
            *count -= 1;
            if *count == 0 {
                waiting_for.remove(&of);
                ready.push(of);
            }
        }
    }
    // What still waits is on a ring.
    out.retain(|event| !waiting_for.contains_key(event));
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted(undos: &[(i64, i64)]) -> Vec<i64> {
        let mut out: Vec<_> = void(undos).into_iter().collect();
        out.sort_unstable();
        out
    }

    #[test]
    fn an_undo_voids_and_undoing_it_brings_back() {
        assert_eq!(sorted(&[(2, 1)]), [1]);
        assert_eq!(sorted(&[(2, 1), (3, 2)]), [2]);
        assert_eq!(sorted(&[(2, 1), (3, 2), (4, 3)]), [1, 3]);
    }

    #[test]
    fn one_of_two_undos_is_enough() {
        assert_eq!(sorted(&[(2, 1), (3, 1), (4, 3)]), [1, 3]);
        assert_eq!(sorted(&[(2, 1), (3, 1), (4, 3), (5, 2)]), [2, 3]);
    }

    #[test]
    fn rings_are_harmless() {
        assert_eq!(sorted(&[(1, 1)]), [] as [i64; 0]);
        assert_eq!(sorted(&[(1, 2), (2, 1)]), [] as [i64; 0]);
        assert_eq!(sorted(&[(1, 2), (2, 1), (3, 1), (4, 3), (6, 5)]), [3, 5]);
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_does_not_matter(
            (undos, shuffled) in prop::collection::vec(0_i64..30, 0..30)
                .prop_map(|targets| (1000_i64..).zip(targets).map(|(n, t)| (n - 980, t)).collect::<Vec<_>>())
                .prop_flat_map(|undos| (Just(undos.clone()), Just(undos).prop_shuffle()))
        ) {
            prop_assert_eq!(void(&undos), void(&shuffled));
        }

        #[test]
        fn outside_rings_an_event_is_void_exactly_if_an_undo_that_counts_is_about_it(
            targets in prop::collection::vec(0_usize..1000, 1..40)
        ) {
            // The undo numbered n is about an earlier event.
            let undos: Vec<(i64, i64)> =
                (1_i64..).zip(&targets).map(|(n, t)| (n, i64::try_from(*t).unwrap() % n)).collect();
            let out = void(&undos);
            for event in 0..=i64::try_from(targets.len()).unwrap() {
                let undone = undos.iter().any(|&(undo, of)| of == event && !out.contains(&undo));
                prop_assert_eq!(out.contains(&event), undone, "{}", event);
            }
        }
    }
}
