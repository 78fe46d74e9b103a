//! How many options or places an answer may have, and choosing them one by one. Shared by the screens and the plain mode.

use std::collections::BTreeSet;

use crate::card::{Content, Ground};

/// How many may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// One; choosing another moves the tick.
    One,
    /// So many, which is told to the student: as many as are right. Source: arrêté of 21 December 2021, art. 7.
    Most(usize),
    /// Any number: how many are right is for the student to know.
    Free,
}

/// What became of a tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toggled {
    /// It stands.
    On,
    /// It was taken away.
    Off,
    /// There are as many as there may be, so nothing has changed.
    Full,
}

impl Limit {
    /// The limit of a question; `None` for what is not answered by choosing.
    #[must_use]
    pub fn of(content: &Content) -> Option<Self> {
        match content {
            Content::Qru(_) => Some(Self::One),
            Content::Qrm(_) => Some(Self::Free),
            Content::Qrp(choice) => Some(Self::told(choice.right_count())),
            Content::Zone(zone) => Some(Self::told(match &zone.ground {
                Ground::Image { zones, .. } => zones.len(),
                Ground::Text { spans } => spans.iter().filter(|span| span.expected).count(),
            })),
            _ => None,
        }
    }

    /// Of one that is told, the tick moves as in a QRU: there is no doubt which one is meant to go.
    fn told(count: usize) -> Self {
        if count <= 1 { Self::One } else { Self::Most(count) }
    }

    /// How many are to be chosen, where that is known.
    #[must_use]
    pub fn wanted(self) -> Option<usize> {
        match self {
            Self::One => Some(1),
            Self::Most(count) => Some(count),
            Self::Free => None,
        }
    }

    /// Chooses `index`, or takes it away where it is chosen.
    pub fn toggle(self, chosen: &mut BTreeSet<usize>, index: usize) -> Toggled {
        if chosen.remove(&index) {
            return Toggled::Off;
        }
        match self {
            Self::One => chosen.clear(),
            Self::Most(count) if chosen.len() >= count => return Toggled::Full,
            Self::Most(_) | Self::Free => {}
        }
        chosen.insert(index);
        Toggled::On
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn limits() -> impl Strategy<Value = Limit> {
        prop_oneof![Just(Limit::One), (2..6_usize).prop_map(Limit::Most), Just(Limit::Free)]
    }

    #[test]
    fn of_one_the_tick_moves_and_of_several_a_further_one_is_refused() {
        let mut chosen = BTreeSet::from([0]);
        assert_eq!((Limit::One.toggle(&mut chosen, 1), &chosen), (Toggled::On, &BTreeSet::from([1])));
        let mut chosen = BTreeSet::from([0, 1]);
        assert_eq!(
            (Limit::Most(2).toggle(&mut chosen, 2), &chosen),
            (Toggled::Full, &BTreeSet::from([0, 1]))
        );
    }

    proptest! {
        #[test]
        fn no_more_than_told_are_ever_chosen(
            limit in limits(),
            presses in proptest::collection::vec(0..9_usize, 0..40),
        ) {
            let mut chosen = BTreeSet::new();
            for index in presses {
                let before = chosen.clone();
                match limit.toggle(&mut chosen, index) {
                    Toggled::On => prop_assert!(chosen.contains(&index)),
                    Toggled::Off => prop_assert!(!chosen.contains(&index)),
                    Toggled::Full => {
                        prop_assert_eq!(&before, &chosen);
                        prop_assert_eq!(limit.wanted(), Some(chosen.len()));
                    }
                }
                prop_assert!(limit.wanted().is_none_or(|most| chosen.len() <= most));
            }
        }

        #[test]
        fn a_second_press_takes_the_first_back(limit in limits(), index in 0..9_usize) {
            let mut chosen = BTreeSet::new();
            limit.toggle(&mut chosen, index);
            limit.toggle(&mut chosen, index);
            prop_assert!(chosen.is_empty());
        }
    }
}
