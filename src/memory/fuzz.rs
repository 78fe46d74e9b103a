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

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(seed: u64, load: &dyn Fn(Day) -> f32) -> Spread<'_> {
        Spread { fuzz: true, seed, today: Day::new(100), maximum: 36_500, load }
    }

    /// How often each number of days from 17 to 23 is chosen for 20 days, over many seeds.
    fn counts(load: &dyn Fn(Day) -> f32) -> [u32; 7] {
        let mut counts = [0; 7];
        for seed in 0..7000 {
            counts[spread(seed, load).days(20.0, 1) as usize - 17] += 1;
        }
        counts
    }

    #[test]
    fn below_two_days_and_a_half_there_is_no_fuzz() {
        assert_eq!(bounds(0.1, 1, 100), (1, 1));
        assert_eq!(bounds(1.4, 1, 100), (1, 1));
        assert_eq!(bounds(2.49, 1, 100), (2, 2));
    }

    #[test]
    fn from_there_it_is_a_day_and_a_share_of_each_range() {
        assert_eq!(bounds(2.5, 1, 1000), (2, 4));
        assert_eq!(bounds(7.0, 1, 1000), (5, 9), "1 + 15 % of 4.5");
        assert_eq!(bounds(17.0, 1, 1000), (14, 20), "and 10 % of 10");
        assert_eq!(bounds(20.0, 1, 1000), (17, 23));
        assert_eq!(bounds(37.0, 1, 1000), (33, 41), "and 5 % of 17");
    }

    #[test]
    fn the_least_and_the_greatest_interval_win_over_fuzz() {
        assert_eq!(bounds(100.0, 101, 1000), (101, 108));
        assert_eq!(bounds(100.0, 1, 99), (92, 99));
        assert_eq!(bounds(2.0, 3, 1000), (3, 4), "fuzz counts from the least interval");
        assert_eq!(bounds(2.0, 9, 5), (5, 5));
    }

    #[test]
    fn without_fuzz_the_interval_is_the_nearest_day() {
        let plain = Spread { fuzz: false, maximum: 30, ..spread(0, &|_| 0.0) };
        assert_eq!(plain.days(0.2, 1), 1);
        assert_eq!(plain.days(20.4, 1), 20);
        assert_eq!(plain.days(20.4, 25), 25);
        assert_eq!(plain.days(99.0, 1), 30);
    }

    #[test]
    fn plain_fuzz_chooses_every_day_alike() {
        for count in counts(&|_| 0.0) {
            assert!((850..1150).contains(&count), "{count} of 7000");
        }
    }

    #[test]
    fn equal_loads_are_plain_fuzz() {
        for seed in 0..1000 {
            let empty = spread(seed, &|_| 0.0).days(100.0, 1);
            for load in [0.3, 17.0, 1e9, f32::INFINITY, f32::NAN, -4.0] {
                assert_eq!(spread(seed, &|_| load).days(100.0, 1), empty);
            }
        }
    }

    #[test]
    fn crowded_days_are_avoided_the_more_the_fuller_they_are() {
        let counts = counts(&|day| match day.number() {
            120 => 60.0,
            ..120 => 30.0,
            _ => 20.0,
        });
        let before: u32 = counts[..3].iter().sum();
        let after: u32 = counts[4..].iter().sum();
        assert!(counts[3] < before / 6, "twice as full: a quarter as often: {counts:?}");
        assert!(before * 3 < after * 2, "half as full again: less than half as often: {counts:?}");
    }

    #[test]
    fn a_day_that_must_be_free_is_never_chosen_while_another_can_be() {
        let free = |day: Day| if day.number() % 2 == 0 { f32::INFINITY } else { 1e6 };
        for (offset, count) in counts(&free).into_iter().enumerate() {
            assert_eq!(count == 0, (117 + offset) % 2 == 0);
        }
        let one = |day: Day| if day == Day::new(123) { 5.0 } else { f32::INFINITY };
        assert_eq!(counts(&one), [0, 0, 0, 0, 0, 0, 7000]);
    }

    #[test]
    fn neighbouring_seeds_do_not_go_together() {
        let low = (0..1000).filter(|&seed| fraction(seed) < 0.5).count();
        assert!((440..560).contains(&low), "{low}");
        let changes = (0..1000).filter(|&s| (fraction(s) < 0.5) != (fraction(s + 1) < 0.5)).count();
        assert!((440..560).contains(&changes), "{changes}");
        assert!((0..1000).all(|seed| (0.0..1.0).contains(&fraction(seed))));
    }
}
