//! What the mixed order of new cards promises.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::study::Standing;

fn cards(decks: &[u32], rank: impl Fn(u32) -> bool) -> Vec<Candidate> {
    let decks = (0..).zip(decks).flat_map(|(deck, count)| std::iter::repeat_n(deck, *count as usize));
    let card =
        |(id, deck)| Candidate { id, card: id, deck, rank_a: rank(id), fresh: true, standing: Standing::New };
    (0..).zip(decks).map(card).collect()
}

fn order(cards: &[Candidate], rank_a_first: bool, day: i32) -> Vec<u32> {
    let new: Vec<&Candidate> = cards.iter().collect();
    mixed(&new, rank_a_first, day).into_iter().map(|card| card.id).collect()
}

/// The pairs of neighbours with fewer than [`BETWEEN`] cards between them.
fn close_pairs(cards: &[Candidate], order: &[u32]) -> usize {
    let of = |id: u32| &cards[id as usize];
    let pairs = |window: &[u32]| window[1..].iter().filter(|id| are_near(of(window[0]), of(**id))).count();
    (0..order.len()).map(|from| pairs(&order[from..order.len().min(from + BETWEEN + 1)])).sum()
}

#[test]
fn another_day_has_another_order() {
    let cards = cards(&[40, 60], |_| true);
    assert_ne!(order(&cards, true, 20_000), order(&cards, true, 20_001));
}

#[test]
fn the_second_part_of_a_card_comes_after_the_first_parts_of_all() {
    let mut cards = cards(&[120], |_| true);
    for card in &mut cards {
        card.card /= 2;
    }
    let order = order(&cards, true, 20_000);
    assert!(order[..60].iter().all(|id| id % 2 == 0), "{order:?}");
}

#[test]
fn a_few_cards_come_all_the_same() {
    for count in 0..40 {
        let cards = cards(&[count], |_| true);
        let met: BTreeSet<u32> = order(&cards, true, 20_000).into_iter().collect();
        assert_eq!(met, (0..count).collect());
    }
}

proptest! {
    #[test]
    fn neighbours_of_a_file_are_apart(decks in prop::collection::vec(40_u32..300, 1..6), day in 0_i32..40_000) {
        let cards = cards(&decks, |_| true);
        prop_assert_eq!(close_pairs(&cards, &order(&cards, true, day)), 0);
    }

    #[test]
    fn rank_a_comes_first_where_that_is_wanted_and_neighbours_are_apart_there_too(
        decks in prop::collection::vec(100_u32..300, 1..5), every in 2_u32..4, day in 0_i32..40_000,
    ) {
        let cards = cards(&decks, |id| id % every == 0);
        let order = order(&cards, true, day);
        let first_of_the_rest = order.iter().position(|id| !cards[*id as usize].rank_a).unwrap_or(order.len());
        prop_assert!(order[first_of_the_rest..].iter().all(|id| !cards[*id as usize].rank_a));
        prop_assert_eq!(close_pairs(&cards, &order), 0);
    }

    #[test]
    fn decks_are_mixed_in_proportion(decks in prop::collection::vec(1_u32..200, 1..6), day in 0_i32..40_000) {
        let cards = cards(&decks, |_| true);
        let order = order(&cards, true, day);
        let all: u32 = decks.iter().sum();
        let mut met: BTreeMap<u32, u32> = BTreeMap::new();
        for (place, id) in (1..).zip(&order) {
            *met.entry(cards[*id as usize].deck).or_default() += 1;
            for (deck, count) in (0..).zip(&decks) {
                // A deck is never ahead or behind by more than the swaps of neighbours and the number of decks explain.
                let fair = f64::from(place) * f64::from(*count) / f64::from(all);
                let off = (f64::from(met.get(&deck).copied().unwrap_or_default()) - fair).abs();
                prop_assert!(off <= 8.0, "deck {deck}: {off} off after {place} of {decks:?}");
            }
        }
    }

    #[test]
    fn every_card_comes_once(
        decks in prop::collection::vec(1_u32..60, 1..6), day in 0_i32..40_000, rank_a_first in any::<bool>(),
    ) {
        let cards = cards(&decks, |id| id % 3 == 0);
        let met: BTreeSet<u32> = order(&cards, rank_a_first, day).into_iter().collect();
        prop_assert_eq!(met.len(), cards.len());
    }
}
