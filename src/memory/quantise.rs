//! Comparing memory states that were computed on different machines.

use super::Memory;

/// Steps per unit of the natural logarithm of (1 day + stability), and of difficulty: a thousandth. What floating
/// point maths may differ by between platforms stays far below; so does what could be seen in an interval.
const STEPS: f64 = 1_000.0;

/// A memory in whole steps: of its stability (finer the shorter it is, down to a thousandth of a day), and of its
/// difficulty.
///
/// Equal on two machines but for values that lie on the border of two steps: compare with [`agree`].
#[must_use]
pub fn quantise(memory: Memory) -> (i64, i64) {
    (steps(f64::from(memory.stability).ln_1p()), steps(f64::from(memory.difficulty)))
}

/// Whether two memories are the same for every purpose: no more than a step apart.
#[must_use]
pub fn agree(a: Memory, b: Memory) -> bool {
    let (a, b) = (quantise(a), quantise(b));
    a.0.abs_diff(b.0) <= 1 && a.1.abs_diff(b.1) <= 1
}

#[allow(clippy::cast_possible_truncation, reason = "the cast saturates; what is not a number becomes 0")]
fn steps(value: f64) -> i64 {
    (value * STEPS).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(stability: f32, difficulty: f32) -> Memory {
        Memory { stability, difficulty }
    }

    #[test]
    fn steps_grow_with_the_stability() {
        assert_eq!(quantise(memory(1.0, 5.0)), (693, 5_000));
        assert_eq!(quantise(memory(0.001, 10.0)), (1, 10_000));
        assert_eq!(quantise(memory(36_500.0, 1.0)), (10_505, 1_000));
    }

    #[test]
    fn the_last_bits_of_floating_point_do_not_count() {
        for stability in [0.001, 0.212, 1.0, 2.3065, 123.456, 36_500.0] {
            let a = memory(stability, 5.5);
            assert!(agree(a, memory(stability * (1.0 + 4.0 * f32::EPSILON), 5.5 + 4.0 * f32::EPSILON)));
            assert!(!agree(a, memory(stability * 1.01 + 0.01, 5.5)), "{stability}");
            assert!(!agree(a, memory(stability, 5.51)));
        }
    }
}
