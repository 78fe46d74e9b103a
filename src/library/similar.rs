//! How alike two texts are.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The letters of a text in threes, counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Profile {
    /// Sorted, each with its count.
    grams: Vec<(u64, u32)>,
    total: u32,
}

impl Profile {
    /// Of a text that [`plain`] has made plain.
    pub(super) fn of(plain: &str) -> Self {
        let padded: Vec<u64> =
            std::iter::once(' ').chain(plain.chars()).chain([' ']).map(|c| u64::from(u32::from(c))).collect();
        // A character has 21 bits.
        let mut all: Vec<u64> = padded.windows(3).map(|w| w[0] << 42 | w[1] << 21 | w[2]).collect();
        all.sort_unstable();
        let grams: Vec<(u64, u32)> = all
            .chunk_by(|a, b| a == b)
            .map(|same| (same[0], u32::try_from(same.len()).unwrap_or(u32::MAX)))
            .collect();
        Self { total: grams.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count)), grams }
    }

    pub(super) fn grams(&self) -> impl Iterator<Item = u64> {
        self.grams.iter().map(|(gram, _)| *gram)
    }

    /// The Sørensen–Dice coefficient: 0.0 nothing in common, 1.0 the same letters in threes.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let (mut left, mut right) = (self.grams.as_slice(), other.grams.as_slice());
        let mut common: u32 = 0;
        while let ([(a, m), ..], [(b, n), ..]) = (left, right) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => left = &left[1..],
                std::cmp::Ordering::Greater => right = &right[1..],
                std::cmp::Ordering::Equal => {
                    common += m.min(n);
                    (left, right) = (&left[1..], &right[1..]);
                }
            }
        }
        let total = f64::from(self.total) + f64::from(other.total);
        if total == 0.0 { 0.0 } else { 2.0 * f64::from(common) / total }
    }
}

/// The text without what a typo in writing alone changes: case, accents, punctuation, spaces.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        } else {
            gap = true;
        }
    }
    out
}

/// How alike two short texts are.
pub(super) fn likeness(a: &str, b: &str) -> f64 {
    Profile::of(&plain(a)).likeness(&Profile::of(&plain(b)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn writing_alone_changes_nothing() {
        assert_eq!(plain("  L’ONDAM, voté ?"), "l ondam vote");
        assert_eq!(plain("Pre\u{301}vention"), plain("Pr\u{e9}vention"));
        assert!((likeness("L'ONDAM est voté.", "l’ondam est vote") - 1.0).abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn likeness_is_symmetric_and_between_0_and_1(a in "[a-d ]{0,20}", b in "[a-d ]{0,20}") {
            let there = likeness(&a, &b);
            prop_assert!((0.0..=1.0).contains(&there));
            prop_assert!((there - likeness(&b, &a)).abs() < f64::EPSILON);
        }

        #[test]
        fn a_text_is_like_itself(a in ".{1,20}") {
            prop_assert!(plain(&a).is_empty() || (likeness(&a, &a) - 1.0).abs() < f64::EPSILON);
        }
    }
}
