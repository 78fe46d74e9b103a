//! Which questions a paper has.

use std::collections::{BTreeMap, HashMap};

use super::chance;
use crate::card::{Item, Kind, ObjectiveId};

/// Of a paper's questions, at most this many in a hundred stand in cases, as long as there are isolated ones enough. The
/// texts that are known fix no split, so this is a choice: a unit that can be passed without ever seeing a case would
/// not be one.
pub const CASES_SHARE: usize = 40;

/// Something that can be set: an isolated question, or a case, a KFP, an article as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    /// The caller's number.
    pub id: u32,
    /// The kind.
    pub kind: Kind,
    /// How many questions it has; 1 for an isolated one.
    pub questions: usize,
    /// Its item, so that a paper goes over many.
    pub item: Option<Item>,
    /// Its objective, for the same reason.
    pub objective: Option<ObjectiveId>,
}

/// Draws `wanted` questions from what there is: isolated questions of all kinds in the proportion in which they are there,
/// spread over items and objectives, then cases as wholes. Fewer where there are no more; never more than wanted.
///
/// The same for the same sets in the same order, number and seed.
#[must_use]
pub fn compose(sets: &[Set], wanted: usize, seed: u64) -> Vec<u32> {
    let (bundles, isolated): (Vec<Set>, Vec<Set>) = sets.iter().partition(|set| set.kind.is_container());
    let mut bundles = drawn(bundles, seed, "cases");
    let isolated = drawn(isolated, seed, "questions");
    let for_cases = wanted * CASES_SHARE / 100;
    let mut chosen = fitting(&mut bundles, for_cases);
    let in_cases: usize = chosen.iter().map(|set| set.questions).sum();
    let alone = by_kind(&isolated, wanted - in_cases);
    // What the isolated questions do not fill, further cases may.
    chosen.extend(fitting(&mut bundles, wanted - in_cases - alone.len()));
    let mut order: Vec<u32> = alone.iter().map(|set| set.id).collect();
    chance::shuffle(&mut order, &mut chance::of(seed, "order"));
    order.extend(chosen.iter().map(|set| set.id));
    order
}

/// In the order of chance, spread: the first of every objective, then the second of every one, …
fn drawn(mut sets: Vec<Set>, seed: u64, purpose: &str) -> Vec<Set> {
    chance::shuffle(&mut sets, &mut chance::of(seed, purpose));
    let mut rounds: HashMap<(Option<Item>, Option<ObjectiveId>), usize> = HashMap::new();
    let mut ranked: Vec<(usize, Set)> = sets
        .into_iter()
        .map(|set| {
            let count = rounds.entry((set.item, set.objective)).or_default();
            *count += 1;
            (*count, set)
        })
        .collect();
    ranked.sort_by_key(|(round, _)| *round);
    ranked.into_iter().map(|(_, set)| set).collect()
}

/// Takes sets out, in their order, as long as they fit.
fn fitting(sets: &mut Vec<Set>, mut room: usize) -> Vec<Set> {
    let mut taken = Vec::new();
    sets.retain(|set| {
        let fits = set.questions > 0 && set.questions <= room;
        if fits {
            room -= set.questions;
            taken.push(*set);
        }
        !fits
    });
    taken
}

/// So many of them that every kind has its share of what there is, and one at least where there is room.
fn by_kind(sets: &[Set], wanted: usize) -> Vec<Set> {
    let mut kinds: BTreeMap<Kind, Vec<Set>> = BTreeMap::new();
    for set in sets {
        kinds.entry(set.kind).or_default().push(*set);
    }
    let wanted = wanted.min(sets.len());
    let mut taken: BTreeMap<Kind, usize> = kinds.keys().map(|kind| (*kind, 0)).collect();
    for _ in 0..wanted {
        // The kind that is furthest behind its share: the fewest taken for each that is there, (taken + ½) / there.
        let next = kinds
            .iter()
            .filter(|(kind, all)| taken[kind] < all.len())
            .min_by(|(a, all_a), (b, all_b)| {
                let behind = |taken: usize, mine: usize, other: usize| {
                    // None at all comes before any share.
                    (usize::from(taken > 0), (2 * taken + 1) * other, std::cmp::Reverse(mine))
                };
                behind(taken[a], all_a.len(), all_b.len()).cmp(&behind(taken[b], all_b.len(), all_a.len()))
            })
            .map(|(kind, _)| *kind);
        if let Some(count) = next.and_then(|kind| taken.get_mut(&kind)) {
            *count += 1;
        }
    }
    kinds.into_iter().flat_map(|(kind, all)| all.into_iter().take(taken[&kind])).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn sets(kinds: &[(Kind, usize, usize)]) -> Vec<Set> {
        let mut sets = Vec::new();
        for (kind, count, questions) in kinds {
            for n in 0..*count {
                let item = Item::new(u16::try_from(n % 7 + 1).expect("small"));
                let id = u32::try_from(sets.len()).expect("few");
                sets.push(Set { id, kind: *kind, questions: *questions, item, objective: None });
            }
        }
        sets
    }

    fn count(sets: &[Set], chosen: &[u32], kind: Kind) -> usize {
        chosen.iter().filter(|id| sets[**id as usize].kind == kind).count()
    }

    #[test]
    fn kinds_are_mixed_as_the_decks_hold_them_and_none_is_forgotten() {
        let sets = sets(&[(Kind::Qru, 80, 1), (Kind::Qrm, 40, 1), (Kind::Qroc, 40, 1), (Kind::Zone, 2, 1)]);
        let chosen = compose(&sets, 20, 7);
        let counts = [Kind::Qru, Kind::Qrm, Kind::Qroc, Kind::Zone].map(|kind| count(&sets, &chosen, kind));
        assert_eq!(counts.iter().sum::<usize>(), 20);
        assert!(counts[0] >= 8 && counts[1] >= 4 && counts[2] >= 4 && counts[3] >= 1, "{counts:?}");
    }

    #[test]
    fn cases_come_as_wholes_after_the_isolated_questions_and_leave_them_room() {
        let sets = sets(&[(Kind::Qru, 100, 1), (Kind::Case, 10, 6)]);
        let chosen = compose(&sets, 60, 1);
        assert_eq!(count(&sets, &chosen, Kind::Case), 4, "40 % of 60 questions");
        assert!(chosen[36..].iter().all(|id| sets[*id as usize].kind == Kind::Case));
    }

    #[test]
    fn where_isolated_questions_are_few_cases_fill_the_paper() {
        let sets = sets(&[(Kind::Qru, 4, 1), (Kind::Case, 10, 6)]);
        let chosen = compose(&sets, 28, 1);
        assert_eq!((count(&sets, &chosen, Kind::Qru), count(&sets, &chosen, Kind::Case)), (4, 4));
    }

    #[test]
    fn a_short_paper_goes_over_many_items() {
        let sets = sets(&[(Kind::Qru, 70, 1)]);
        let items: HashSet<_> = compose(&sets, 7, 3).iter().map(|id| sets[*id as usize].item).collect();
        assert_eq!(items.len(), 7);
    }

    prop_compose! {
        fn any_sets()(kinds in proptest::collection::vec((0..8_usize, 1..4_usize), 0..60)) -> Vec<Set> {
            let all = [Kind::Qru, Kind::Qrm, Kind::Qrp, Kind::Qroc, Kind::Zone, Kind::Case, Kind::Kfp, Kind::Article];
            kinds
                .into_iter()
                .zip(0..)
                .map(|((kind, size), id)| {
                    let kind = all[kind];
                    let questions = if kind.is_container() { size * 3 } else { 1 };
                    Set { id, kind, questions, item: None, objective: None }
                })
                .collect()
        }
    }

    proptest! {
        #[test]
        fn a_paper_has_no_question_twice_and_never_more_than_wanted(
            sets in any_sets(),
            wanted in 0..80_usize,
            seed in any::<u64>(),
        ) {
            let chosen = compose(&sets, wanted, seed);
            let distinct: HashSet<u32> = chosen.iter().copied().collect();
            prop_assert_eq!(distinct.len(), chosen.len());
            let total: usize = chosen.iter().map(|id| sets[*id as usize].questions).sum();
            prop_assert!(total <= wanted);
            // What is missing could not have been filled.
            let left = sets.iter().filter(|set| !distinct.contains(&set.id));
            prop_assert!(left.into_iter().all(|set| set.questions > wanted - total));
            prop_assert_eq!(chosen, compose(&sets, wanted, seed));
        }
    }
}
