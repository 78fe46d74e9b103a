//! How the values of settings are written.

use jiff::civil::Date;

use crate::memory::Parameters;

/// A date of the calendar: `2027-10-18`, or with the day first `18/10/2027`.
pub(super) fn date(value: &str) -> Option<Date> {
    if let Ok(date) = value.parse() {
        return Some(date);
    }
    let mut parts = value.split(['/', '.', '-']).map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A share: `0.9`, `0,9`, `90 %` or `90`.
pub(super) fn share(value: &str) -> Option<f32> {
    let number: f32 = value.trim_end_matches('%').trim_end().replace(',', ".").parse().ok()?;
    Some(if number > 1.0 { number / 100.0 } else { number })
}

/// The suffixes of a delay and their lengths in seconds, longest first.
const UNITS: [(&str, u32); 4] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)];

pub(super) fn steps(value: &str) -> Option<Vec<u32>> {
    if value == "-" {
        return Some(Vec::new());
    }
    let steps: Vec<u32> = value
        .split_whitespace()
        .map(|word| {
            let (unit, length) = UNITS.into_iter().find(|(unit, _)| word.ends_with(unit))?;
            let number: u32 = word.strip_suffix(unit)?.parse().ok()?;
            number.checked_mul(length).filter(|seconds| (1..=30 * 86_400).contains(seconds))
        })
        .collect::<Option<_>>()?;
    (1..=10).contains(&steps.len()).then_some(steps)
}

pub(super) fn write_steps(steps: &[u32]) -> String {
    let write = |seconds: &u32| {
        let (unit, length) =
            UNITS.into_iter().find(|(_, length)| seconds.is_multiple_of(*length)).unwrap_or(("s", 1));
        format!("{}{unit}", seconds / length)
    };
    steps.iter().map(write).collect::<Vec<_>>().join(" ")
}

pub(super) fn parameters(value: &str) -> Option<Vec<f32>> {
    if value == "-" || value.is_empty() {
        return Some(Vec::new());
    }
    let numbers: Vec<f32> = value
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .map(|word| word.parse::<f32>().ok().filter(|n| n.is_finite()))
        .collect::<Option<_>>()?;
    // Fewer would be those of an older FSRS; what lies outside the bounds would silently be the defaults.
    let fit = numbers.len() == 21 && Parameters::try_from(numbers.as_slice()).is_ok();
    fit.then_some(numbers)
}

pub(super) fn languages(value: &str) -> Option<Vec<String>> {
    if value == "-" {
        return Some(Vec::new());
    }
    value
        .split_whitespace()
        .map(|word| {
            let fits = (2..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphabetic());
            fits.then(|| word.to_ascii_lowercase())
        })
        .collect()
}

pub(super) fn weekdays(value: &str) -> Option<[u8; 7]> {
    let shares: Vec<u8> = value
        .split_whitespace()
        .map(|word| word.parse().ok().filter(|n| (0..=100).contains(n)))
        .collect::<Option<_>>()?;
    let shares: [u8; 7] = shares.try_into().ok()?;
    shares.iter().any(|&share| share > 0).then_some(shares)
}

pub(super) fn pauses(value: &str) -> Option<Vec<(Date, Date)>> {
    if value == "-" {
        return Some(Vec::new());
    }
    let mut pauses: Vec<(Date, Date)> = value
        .split_whitespace()
        .map(|word| {
            let (from, to) = word.split_once("..")?;
            let (from, to) = (date(from)?, date(to)?);
            (from <= to).then_some((from, to))
        })
        .collect::<Option<_>>()?;
    pauses.sort_unstable();
    Some(pauses)
}
