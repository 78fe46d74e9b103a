//! The settings that the states themselves depend on.

use std::collections::BTreeMap;

use serde_json::Value;

use super::project::Basis;
use crate::memory::{Options, Parameters, Scheduler};

/// The setting of FSRS's parameters: a list of 21 numbers.
pub const PARAMETERS: &str = "parameters";

/// The setting of the hour at which a day of study begins: 0 to 23.
pub const ROLLOVER: &str = "rollover";

/// When a day of study begins while the student has not said, in hours after midnight.
pub const DEFAULT_ROLLOVER: u8 = 4;

/// The basis of all states, by the settings in force (as JSON texts). What cannot be is left at its default.
pub(super) fn basis(settings: &BTreeMap<String, String>) -> Basis {
    let value = |key: &str| settings.get(key).and_then(|text| serde_json::from_str::<Value>(text).ok());
    let rollover = value(ROLLOVER)
        .and_then(|value| value.as_u64())
        .and_then(|hours| u8::try_from(hours).ok())
        .filter(|hours| *hours < 24)
        .unwrap_or(DEFAULT_ROLLOVER);
    let parameters = value(PARAMETERS)
        .and_then(|value| serde_json::from_value::<Vec<f32>>(value).ok())
        .and_then(|values| Parameters::try_from(values.as_slice()).ok())
        .unwrap_or_default();
    Basis { scheduler: Scheduler::new(Options { parameters, ..Options::default() }), rollover }
}

/// Whether two sets of settings give other states.
pub(super) fn differ(a: &BTreeMap<String, String>, b: &BTreeMap<String, String>) -> bool {
    let (a, b) = (basis(a), basis(b));
    a.rollover != b.rollover || a.scheduler.options().parameters != b.scheduler.options().parameters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(key: &str, value: &str) -> Basis {
        basis(&BTreeMap::from([(key.to_owned(), value.to_owned())]))
    }

    #[test]
    fn a_rollover_that_cannot_be_is_the_default() {
        assert_eq!(with(ROLLOVER, "0").rollover, 0);
        for bad in ["24", "-1", "\"4h\"", "2.5", "rien"] {
            assert_eq!(with(ROLLOVER, bad).rollover, DEFAULT_ROLLOVER, "{bad}");
        }
    }

    #[test]
    fn parameters_are_read_or_left_at_the_default() {
        let mut values = Parameters::default().0;
        values[0] = 0.5;
        let text = serde_json::to_string(&values.to_vec()).expect("JSON");
        assert_eq!(with(PARAMETERS, &text).scheduler.options().parameters, Parameters(values));
        assert_eq!(with(PARAMETERS, "[1, 2]").scheduler.options().parameters, Parameters::default());
    }
}
