//! Fuzz: intervals are spread a little, so that cards learnt together part, and days even out.

use super::Day;

/// Days from … to, and the share of the interval's days between them by which it may be shorter or longer
/// (Anki's figures).
const RANGES: [(f32, f32, f32); 3] = [(2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, f32::INFINITY, 0.05)];

/// How strongly a crowded day is avoided: the exponent of Anki's load balancer.
const AVERSION: f64 = 2.15;

/// How the interval of a card is chosen.
pub(super) struct Spread<'a> {
    /// Whether it is spread at all.
    pub(super) fuzz: bool,
    /// Chance, as a number: the same seed gives the same interval.
    pub(super) seed: u64,
    /// The day from which intervals count.
    pub(super) today: Day,
    /// The longest interval, in days.
    pub(super) maximum: u32,
    /// How much waits on a day already.
    pub(super) load: &'a dyn Fn(Day) -> f32,
}

impl Spread<'_> {
    /// Whole days for `interval` (days, as FSRS gives it), at least `minimum`, never above the maximum.
    pub(super) fn days(&self, interval: f32, minimum: u32) -> u32 {
        let (shortest, longest) = if self.fuzz {
            bounds(interval, minimum, self.maximum)
        } else {
            let days = whole(interval).max(minimum).clamp(1, self.maximum);
            (days, days)
        };
        if shortest == longest { shortest } else { self.choose(shortest, longest) }
    }

    /// One of the days from `shortest` to `longest`, the less likely the more waits on it.
    fn choose(&self, shortest: u32, longest: u32) -> u32 {
        let load = |days: u32| {
            let day = self.today.plus(i32::try_from(days).unwrap_or(i32::MAX));
            let load = f64::from((self.load)(day));
            // What is not a load counts as none.
            if load >= 0.0 { load + 1.0 } else { 1.0 }
        };
        let loads: Vec<f64> = (shortest..=longest).map(load).collect();
        let least = loads.iter().copied().fold(f64::INFINITY, f64::min);
        // Relative to the least crowded day, so that equal days weigh exactly 1. When no day can be had at all
        // (a pause longer than the range), the interval counts and the queue holds the card back.
        let weight = |load: f64| if least.is_finite() { (load / least).powf(-AVERSION) } else { 1.0 };
        let total: f64 = loads.iter().map(|&load| weight(load)).sum();
        let mut rest = fraction(self.seed) * total;
        let mut chosen = shortest;
        for (days, &load) in (shortest..=longest).zip(&loads) {
            let weight = weight(load);
            if weight > 0.0 {
                chosen = days;
                if rest < weight {
                    break;
                }
                rest -= weight;
            }
        }
        chosen
    }
}

/// The shortest and the longest whole number of days for `interval`: none but the nearest below 2.5 days, then a
/// day and 15 %, 10 % and 5 % of its days from 2.5, 7 and 20 on, either way; all between `minimum` and `maximum`.
pub(super) fn bounds(interval: f32, minimum: u32, maximum: u32) -> (u32, u32) {
    let minimum = minimum.clamp(1, maximum);
    let interval = interval.clamp(float(minimum), float(maximum));
    let delta = if interval < RANGES[0].0 {
        0.0
    } else {
        RANGES.iter().fold(1.0, |sum, &(from, to, share)| sum + share * (interval.min(to) - from).max(0.0))
    };
    (whole(interval - delta).clamp(minimum, maximum), whole(interval + delta).clamp(minimum, maximum))
}

/// The nearest whole number of days.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, as wanted")]
pub(super) fn whole(days: f32) -> u32 {
    days.round() as u32
}

#[allow(clippy::cast_precision_loss, reason = "intervals are far below 2^24 days")]
fn float(days: u32) -> f32 {
    days as f32
}

/// A number from 0 to below 1 that a seed stands for; neighbouring seeds give unlike numbers (SplitMix64).
#[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
fn fraction(seed: u64) -> f64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}
