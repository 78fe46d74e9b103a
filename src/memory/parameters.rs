//! The parameters of FSRS-6.

use fsrs::{DEFAULT_PARAMETERS, check_and_fill_parameters};

/// The least and the greatest value that each parameter may have, those of FSRS's reference implementations.
const BOUNDS: [(f32, f32); Parameters::COUNT] = [
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (1.0, 10.0),
    (0.001, 4.0),
    (0.001, 4.0),
    (0.001, 0.75),
    (0.0, 4.5),
    (0.0, 0.8),
    (0.001, 3.5),
    (0.001, 5.0),
    (0.001, 0.25),
    (0.001, 0.9),
    (0.0, 4.0),
    (0.0, 1.0),
    (1.0, 6.0),
    (0.0, 2.0),
    (0.0, 2.0),
    (0.0, 0.8),
    (0.1, 0.8),
];

/// The 21 parameters of FSRS-6, w0 to w20; the default ones fit the average learner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters(pub [f32; 21]);

/// Why a list of numbers is no set of parameters.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ParametersError {
    /// FSRS-6 has 21 of them (17 and 19, of FSRS-4.5 and FSRS-5, are understood).
    #[error("{0} parameters instead of 21")]
    Count(usize),
    /// A parameter that is not a number, or outside its bounds.
    #[error("w{index} = {value} is not between {least} and {greatest}")]
    OutOfBounds {
        /// Which one, from 0.
        index: usize,
        /// What it is.
        value: f32,
        /// The least that it may be.
        least: f32,
        /// The greatest that it may be.
        greatest: f32,
    },
}

impl Parameters {
    /// How many there are.
    pub const COUNT: usize = 21;

    /// The exponent of the forgetting curve, w20: 0.1 to 0.8.
    #[must_use]
    pub fn decay(&self) -> f32 {
        self.0[20]
    }

    /// The same with every value inside its bounds; what is not a number becomes its default.
    #[must_use]
    pub fn within_bounds(self) -> Self {
        Self(std::array::from_fn(|index| {
            let (least, greatest) = BOUNDS[index];
            let value = self.0[index];
            if value.is_nan() { DEFAULT_PARAMETERS[index] } else { value.clamp(least, greatest) }
        }))
    }
}

impl Default for Parameters {
    fn default() -> Self {
        Self(DEFAULT_PARAMETERS)
    }
}

impl TryFrom<&[f32]> for Parameters {
    type Error = ParametersError;

    /// Takes 21 values inside their bounds. Those of FSRS-4.5 (17) and FSRS-5 (19) are carried over, and what
    /// falls outside the bounds of FSRS-6 is brought inside.
    fn try_from(values: &[f32]) -> Result<Self, Self::Error> {
        let count = ParametersError::Count(values.len());
        if values.is_empty() {
            return Err(count);
        }
        for (index, (&value, (least, greatest))) in values.iter().zip(BOUNDS).enumerate() {
            let inside = if values.len() == Self::COUNT {
                (least..=greatest).contains(&value)
            } else {
                value.is_finite()
            };
            if !inside {
                return Err(ParametersError::OutOfBounds { index, value, least, greatest });
            }
        }
        let filled = check_and_fill_parameters(values).map_err(|_| count)?;
        Ok(Self(filled.try_into().map_err(|_| count)?).within_bounds())
    }
}
