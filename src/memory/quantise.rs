//! Comparing memory states that were computed on different machines.

use super::Memory;

/// Steps per unit of the natural logarithm of stability, and per unit of difficulty: a ten-thousandth. Floating
/// point maths that differs in its last bits between platforms stays some hundred times below.
const STEPS: f64 = 10_000.0;

/// A memory in whole steps: of the logarithm of its stability, and of its difficulty.
///
/// Equal on two machines but for values that lie on the border of two steps: compare with [`agree`].
#[must_use]
pub fn quantise(memory: Memory) -> (i64, i64) {
    (steps(f64::from(memory.stability).ln()), steps(f64::from(memory.difficulty)))
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
