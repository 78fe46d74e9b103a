//! How the student wants to be scheduled.

use super::Parameters;

/// More steps than anyone needs; a step's number fits a byte.
const MOST_STEPS: usize = 32;

/// The settings of the scheduler.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The probability of recall at which a card comes back, 0.70 to 0.99.
    pub desired_retention: f32,
    /// FSRS's parameters.
    pub parameters: Parameters,
    /// The delays of a new card, in seconds. None: it goes straight to days.
    pub learning_steps: Vec<u32>,
    /// The delays of a forgotten card, in seconds. None: it goes straight to days.
    pub relearning_steps: Vec<u32>,
    /// The longest interval, in days, 1 to 36,500.
    pub maximum_interval: u32,
    /// Whether intervals are spread a little, so that cards learnt together part.
    pub fuzz: bool,
}

impl Options {
    /// The desired retentions that make sense: below, relearning costs more than it saves; above, intervals
    /// collapse.
    pub const RETENTION: std::ops::RangeInclusive<f32> = 0.70..=0.99;
    /// The longest interval that can be asked for, in days.
    pub const LONGEST: u32 = 36_500;

    /// The same with every value inside its range: what comes from another device or an older version must
    /// schedule, whatever it holds.
    #[must_use]
    pub fn within_range(mut self) -> Self {
        let (least, greatest) = (*Self::RETENTION.start(), *Self::RETENTION.end());
        self.desired_retention = if self.desired_retention.is_nan() {
            Self::default().desired_retention
        } else {
            self.desired_retention.clamp(least, greatest)
        };
        self.parameters = self.parameters.within_bounds();
        self.maximum_interval = self.maximum_interval.clamp(1, Self::LONGEST);
        for steps in [&mut self.learning_steps, &mut self.relearning_steps] {
            steps.retain(|&seconds| seconds > 0);
            steps.truncate(MOST_STEPS);
        }
        self
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            desired_retention: 0.9,
            parameters: Parameters::default(),
            learning_steps: vec![60, 600],
            relearning_steps: vec![600],
            maximum_interval: Self::LONGEST,
            fuzz: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_options_are_within_range() {
        assert_eq!(Options::default().within_range(), Options::default());
    }

    #[test]
    fn options_outside_their_range_are_brought_inside() {
        let odd = Options {
            desired_retention: f32::NAN,
            parameters: Parameters([f32::NAN; 21]),
            learning_steps: vec![0, 60],
            relearning_steps: vec![1; 300],
            maximum_interval: 0,
            fuzz: true,
        };
        let mended = odd.within_range();
        assert!((mended.desired_retention - 0.9).abs() < f32::EPSILON);
        assert_eq!(mended.parameters, Parameters::default());
        assert_eq!(mended.learning_steps, [60]);
        assert_eq!(mended.relearning_steps.len(), MOST_STEPS);
        assert_eq!(mended.maximum_interval, 1);
        let greedy = Options { desired_retention: 1.0, maximum_interval: u32::MAX, ..Options::default() };
        let mended = greedy.within_range();
        assert!((mended.desired_retention - 0.99).abs() < f32::EPSILON);
        assert_eq!(mended.maximum_interval, Options::LONGEST);
    }
}
