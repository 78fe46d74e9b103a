//! Cards that are forgotten again and again.

/// Whether a card that has just lapsed for the `lapses`-th time should be told as a leech: at the threshold, then
/// every half of it, rounded up (8, 12, 16 … for 8), as Anki does. A threshold of 0 never tells.
#[must_use]
pub fn is_leech_moment(lapses: u32, threshold: u32) -> bool {
    threshold > 0 && lapses >= threshold && (lapses - threshold).is_multiple_of(threshold.div_ceil(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(threshold: u32) -> Vec<u32> {
        (0..=20).filter(|&lapses| is_leech_moment(lapses, threshold)).collect()
    }

    #[test]
    fn a_leech_is_told_at_the_threshold_and_at_every_half_of_it() {
        assert_eq!(moments(8), [8, 12, 16, 20]);
    }

    #[test]
    fn half_of_an_odd_threshold_is_rounded_up() {
        assert_eq!(moments(5), [5, 8, 11, 14, 17, 20]);
        assert_eq!(moments(1).len(), 20, "every lapse from the first");
    }

    #[test]
    fn a_threshold_of_zero_never_tells() {
        assert!(moments(0).is_empty());
    }
}
