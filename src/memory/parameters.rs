//! The parameters of FSRS-6.

use fsrs::{DEFAULT_PARAMETERS, check_and_fill_parameters};

/// The least and the greatest value that each parameter may have, those of FSRS's reference implementations.
pub(super) const BOUNDS: [(f32, f32); Parameters::COUNT] = [
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_parameters_are_the_crate_s_and_within_bounds() {
        let default = Parameters::default();
        assert_eq!(default, Parameters(DEFAULT_PARAMETERS));
        assert_eq!(default.within_bounds(), default);
        assert_eq!(Parameters::try_from(default.0.as_slice()), Ok(default));
    }

    #[test]
    fn another_number_of_parameters_is_refused() {
        for count in [0, 1, 18, 20, 22] {
            assert_eq!(Parameters::try_from([0.5; 22][..count].as_ref()), Err(ParametersError::Count(count)));
        }
    }

    #[test]
    fn a_parameter_outside_its_bounds_is_named() {
        let mut values = DEFAULT_PARAMETERS;
        values[20] = 0.9;
        assert_eq!(
            Parameters::try_from(values.as_slice()),
            Err(ParametersError::OutOfBounds { index: 20, value: 0.9, least: 0.1, greatest: 0.8 })
        );
        values[20] = f32::NAN;
        assert!(Parameters::try_from(values.as_slice()).is_err());
    }

    #[test]
    fn the_parameters_of_fsrs_5_keep_their_curve() {
        let old = &DEFAULT_PARAMETERS[..19];
        let carried = Parameters::try_from(old).expect("19 parameters");
        assert_eq!(carried.0[..19], *old);
        assert!((carried.decay() - fsrs::FSRS5_DEFAULT_DECAY).abs() < f32::EPSILON);
        assert!(Parameters::try_from(&[f32::INFINITY; 17][..]).is_err());
    }

    #[test]
    fn the_crate_uses_parameters_within_bounds_as_they_are() {
        // Its own clipping is silent; were its bounds narrower than ours, the forgetting curve would use another
        // decay than the intervals.
        for index in 0..Parameters::COUNT {
            for bound in [BOUNDS[index].0, BOUNDS[index].1] {
                let mut values = DEFAULT_PARAMETERS;
                values[index] = bound;
                let fsrs = fsrs::FSRS::new(&values).expect("parameters");
                assert!(format!("{fsrs:?}").contains(&format!("{values:?}")), "w{index} = {bound}");
            }
        }
    }
}
