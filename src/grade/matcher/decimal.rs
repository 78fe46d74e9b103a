//! Exact decimal numbers.

/// A number as its significant digits: `-0.5`, `2000000`. Two are equal when their texts are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Decimal(String);

impl Decimal {
    /// From the digits before and after the decimal mark.
    pub(super) fn new(negative: bool, whole: &str, fraction: &str) -> Self {
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let mut out = String::new();
        if negative && !(whole.is_empty() && fraction.is_empty()) {
            out.push('-');
        }
        out.push_str(if whole.is_empty() { "0" } else { whole });
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(fraction);
        }
        Self(out)
    }

    pub(super) fn whole(value: u64) -> Self {
        Self(value.to_string())
    }

    /// The digits.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Times a power of ten.
    pub(super) fn shifted(&self, power: i32) -> Self {
        let (negative, digits) = match self.0.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, self.0.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let zeros = "0".repeat(power.unsigned_abs() as usize);
        if power >= 0 {
            let at = power.unsigned_abs() as usize;
            let padded = format!("{fraction}{zeros}");
            // Digits are ASCII, so every index is a boundary.
            let (into, rest) = padded.split_at(at.min(padded.len()));
            Self::new(negative, &format!("{whole}{into}"), rest)
        } else {
            let padded = format!("{zeros}{whole}");
            let at = padded.len() - power.unsigned_abs() as usize;
            let (kept, moved) = padded.split_at(at);
            Self::new(negative, kept, &format!("{moved}{fraction}"))
        }
    }

    pub(super) fn negated(&self) -> Self {
        match self.0.strip_prefix('-') {
            Some(rest) => Self(rest.to_owned()),
            None if self.0 == "0" => self.clone(),
            None => Self(format!("-{}", self.0)),
        }
    }

    /// Half a unit more, for a whole number ("deux heures et demie").
    pub(super) fn and_a_half(&self) -> Self {
        if self.0.contains('.') || self.0.starts_with('-') {
            self.clone()
        } else {
            Self(format!("{}.5", self.0))
        }
    }

    /// The value, when it is a whole number that is not too large.
    pub(super) fn as_whole(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// Whether it could be a year.
    pub(super) fn as_year(&self) -> Option<u16> {
        self.as_whole().and_then(|v| u16::try_from(v).ok()).filter(|v| (1000..3000).contains(v))
    }

    /// Near enough for comparing measures in different units.
    pub(super) fn as_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_that_mean_nothing_go() {
        assert_eq!(Decimal::new(false, "007", "50").as_str(), "7.5");
        assert_eq!(Decimal::new(true, "0", "00").as_str(), "0");
        assert_eq!(Decimal::new(false, "", "5").as_str(), "0.5");
    }

    #[test]
    fn powers_of_ten_are_exact() {
        let x = Decimal::new(false, "2", "5");
        assert_eq!(x.shifted(6).as_str(), "2500000");
        assert_eq!(x.shifted(1).as_str(), "25");
        assert_eq!(x.shifted(-3).as_str(), "0.0025");
        assert_eq!(Decimal::new(true, "12", "").shifted(-1).as_str(), "-1.2");
        assert_eq!(Decimal::whole(0).shifted(9).as_str(), "0");
    }
}
