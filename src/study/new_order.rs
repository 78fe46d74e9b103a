//! The order in which new cards come.
//!
//! Cards that stand side by side in a file are often about one fact, and the answer to one gives away the next. So the
//! decks are mixed in proportion to their new cards, and each deck is walked through in strides. The order hangs on the
//! cards that were new when the day began and on the day alone: who begins again later goes on where they were.

use std::collections::{BTreeMap, HashMap};

use super::Candidate;

/// In which order new cards come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewOrder {
    /// Decks mixed, neighbours of a file apart.
    Mixed,
    /// As they stand in the decks, one deck after the other.
    File,
}

/// Cards of a deck that are at most so many apart are neighbours: they may be about one fact.
pub(super) const NEAR: u32 = 5;
/// Neighbours have at least so many other cards between them, where there are enough.
pub(super) const BETWEEN: usize = 4;
/// Among how many strides the best one is looked for.
const STRIDES: usize = 64;
/// How far ahead a card is looked for that is no neighbour.
const AHEAD: usize = 50;

/// Puts new cards, given in the order of their decks, into the order of a day.
pub(super) fn mixed<'a>(new: &[&'a Candidate], rank_a_first: bool, day: i32) -> Vec<&'a Candidate> {
    // The second part of a card comes after the first parts of all the others.
    let mut parts: HashMap<u32, u32> = HashMap::new();
    let mut groups: BTreeMap<(bool, u32, u32), Vec<&Candidate>> = BTreeMap::new();
    for candidate in new {
        let part = parts.entry(candidate.card).or_default();
        groups.entry((rank_a_first && !candidate.rank_a, *part, candidate.deck)).or_default().push(candidate);
        *part += 1;
    }
    let mut placed = Vec::with_capacity(new.len());
    for ((last, part, deck), cards) in groups {
        let chance = scrambled(u64::from(day.unsigned_abs()) << 32 | u64::from(deck));
        // Where a deck of so many cards has its cards on a line of the length 2^32.
        let share = (1_u64 << 32) / cards.len() as u64;
        let offset = chance % share.max(1);
        for (place, card) in (0_u64..).zip(walk(&cards, chance)) {
            placed.push(((last, part, place * share + offset, deck), card));
        }
    }
    placed.sort_unstable_by_key(|(place, _)| *place);
    let mut order: Vec<&Candidate> = placed.into_iter().map(|(_, card)| card).collect();
    part_neighbours(&mut order, rank_a_first);
    order
}

/// Which of the cards that tie comes first on a day.
pub(super) fn tie(candidate: &Candidate, day: i32) -> u64 {
    scrambled(u64::from(day.unsigned_abs()) << 32 | u64::from(candidate.id))
}

/// All cards, in strides that leave those that follow one another far apart in the file.
fn walk<'a>(cards: &[&'a Candidate], chance: u64) -> impl Iterator<Item = &'a Candidate> {
    let count = cards.len();
    let step = stride(count);
    // As often forwards as backwards.
    let step = if chance & 1 == 0 { step } else { count - step };
    let first = usize::try_from(chance >> 32).unwrap_or_default() % count.max(1);
    (0..count).map(move |number| cards[(first + number * step) % count])
}

/// A stride around a circle of `count` places that meets each of them once and comes back near a place as late as it can:
/// the golden section's, or the best one around it.
fn stride(count: usize) -> usize {
    if count < 2 {
        return count;
    }
    let golden = count * 382 / 1000;
    let apart = |step: usize| {
        let back = |times: usize| (step * times % count).min(count - step * times % count);
        (1..=BETWEEN).map(back).min().unwrap_or_default().min(NEAR as usize + 1)
    };
    let around = (0..STRIDES).flat_map(|off| [golden + off, golden.saturating_sub(off)]);
    let fitting = around.filter(|step| (1..count).contains(step) && gcd(*step, count) == 1);
    // The first of the best.
    fitting.fold(1, |best, step| if apart(step) > apart(best) { step } else { best })
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Swaps what still has a neighbour close before it with the next card that has none, of the same rank where that decides.
fn part_neighbours(order: &mut [&Candidate], rank_a_first: bool) {
    for place in 1..order.len() {
        let (before, rest) = order.split_at(place);
        let close = &before[place.saturating_sub(BETWEEN)..];
        let fits = |card: &Candidate| !close.iter().any(|other| are_near(other, card));
        let alike = |card: &Candidate| !rank_a_first || card.rank_a == rest[0].rank_a;
        if !fits(rest[0])
            && let Some(off) = rest.iter().take(AHEAD).position(|card| alike(card) && fits(card))
        {
            order.swap(place, place + off);
        }
    }
}

pub(super) fn are_near(a: &Candidate, b: &Candidate) -> bool {
    a.deck == b.deck && a.card.abs_diff(b.card) <= NEAR
}

/// The finalizer of SplitMix64: every bit of the result hangs on every bit of `seed`.
fn scrambled(seed: u64) -> u64 {
    let mixed = (seed ^ seed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ mixed >> 31
}

#[cfg(test)]
mod tests;
