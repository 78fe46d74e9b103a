//! Sets of events, by their numbers in this journal. What arrived together stands together, so a few ranges say it all.

use serde::{Deserialize, Serialize};

/// Numbers from 1, as ranges with both ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Numbers(Vec<(u64, u64)>);

impl Numbers {
    /// What is in any of these sets.
    pub(super) fn of_all<'a>(sets: impl IntoIterator<Item = &'a Self>) -> Self {
        sets.into_iter().flat_map(|set| set.0.iter().copied()).collect()
    }

    /// The ranges, in order.
    pub(super) fn ranges(&self) -> &[(u64, u64)] {
        &self.0
    }

    /// How many there are.
    pub(super) fn count(&self) -> u64 {
        self.0.iter().map(|(first, last)| last - first + 1).sum()
    }

    /// Whether all of `other` is in it.
    pub(super) fn contain(&self, other: &Self) -> bool {
        other.0.iter().all(|(first, last)| {
            let at = self.0.partition_point(|(begin, _)| begin <= first);
            at.checked_sub(1).is_some_and(|at| self.0[at].1 >= *last)
        })
    }

    /// What of `1..=last` is not in it.
    pub(super) fn missing(&self, last: u64) -> Self {
        let mut out = Vec::new();
        let mut next = 1;
        for (first, end) in self.0.iter().filter(|(first, _)| *first <= last) {
            if *first > next {
                out.push((next, first - 1));
            }
            next = end.saturating_add(1);
        }
        if next <= last {
            out.push((next, last));
        }
        Self(out)
    }
}

impl FromIterator<(u64, u64)> for Numbers {
    fn from_iter<I: IntoIterator<Item = (u64, u64)>>(ranges: I) -> Self {
        let mut ranges: Vec<(u64, u64)> = ranges.into_iter().filter(|(first, last)| first <= last).collect();
        ranges.sort_unstable();
        let mut out: Vec<(u64, u64)> = Vec::with_capacity(ranges.len());
        for (first, last) in ranges {
            match out.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
                _ => out.push((first, last)),
            }
        }
        Self(out)
    }
}

impl FromIterator<u64> for Numbers {
    fn from_iter<I: IntoIterator<Item = u64>>(numbers: I) -> Self {
        numbers.into_iter().map(|number| (number, number)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn any_set() -> impl Strategy<Value = BTreeSet<u64>> {
        prop::collection::btree_set(1..40_u64, 0..30)
    }

    fn numbers(set: &BTreeSet<u64>) -> Numbers {
        set.iter().copied().collect()
    }

    proptest! {
        #[test]
        fn ranges_say_what_sets_say(a in any_set(), b in any_set(), last in 0..50_u64) {
            let (one, other) = (numbers(&a), numbers(&b));
            prop_assert_eq!(one.count(), a.len() as u64);
            prop_assert_eq!(Numbers::of_all([&one, &other]), numbers(&a.union(&b).copied().collect()));
            prop_assert_eq!(one.contain(&other), b.is_subset(&a));
            let missing = (1..=last).filter(|number| !a.contains(number)).collect();
            prop_assert_eq!(one.missing(last), numbers(&missing));
        }
    }
}
