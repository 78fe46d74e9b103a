//! Figures: groups of digits, decimals, powers of ten, ranks, measures, dates.

use super::{
    dates,
    decimal::Decimal,
    scan::{Scanner, is_word_char},
    text,
    token::{Number, Token},
    units::Unit,
};

/// What follows a figure to make it a rank.
const ORDINAL_ENDINGS: &[&str] = &[
    "er", "re", "ere", "ers", "res", "e", "es", "eme", "emes", "ieme", "iemes", "nd", "nde", "st", "rd", "th",
];

impl Scanner {
    /// `.5` for `0.5`.
    pub(super) fn starts_fraction(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.chars.get(at));
        self.is(0, |c| matches!(c, '.' | ','))
            && self.is(1, |c| c.is_ascii_digit())
            && before.is_none_or(|c| c.is_whitespace())
    }

    pub(super) fn starts_negative(&self) -> bool {
        let spaced =
            self.at == 0 || self.chars.get(self.at - 1).is_some_and(|c| matches!(c, ' ' | '\n' | '('));
        spaced && self.is(1, |c| c.is_ascii_digit()) && !matches!(self.out.last(), Some(Token::Number(_)))
    }

    pub(super) fn figure(&mut self, negative: bool) {
        if !negative
            && let Some((date, length)) =
                dates::numeric(self.chars.get(self.at..).unwrap_or_default(), self.language)
        {
            self.at += length;
            self.out.push(Token::Date(date));
            return;
        }
        let start = self.at;
        let digits = self.run(|c| c.is_ascii_digit());
        let mut whole = self.take(digits);
        self.groups(&mut whole);
        let fraction = self.fraction();
        let power = self.power();
        let simple = fraction.is_empty() && power.is_none() && self.at == start + digits;
        let letters: String =
            self.chars.get(self.at..).unwrap_or_default().iter().take_while(|c| c.is_alphabetic()).collect();
        let suffix = text::plain(&letters);
        let length = letters.chars().count();
        let ends = !self.is(length, is_word_char);
        let unit = Unit::named(&suffix).filter(|_| ends || self.is(length, |c| c.is_ascii_digit()));
        let glued = !letters.is_empty() && unit.is_none();
        let ordinal = simple && glued && ends && ORDINAL_ENDINGS.contains(&suffix.as_str());
        if ordinal {
            self.at += length;
        } else if simple && glued && !negative {
            self.at = start;
            let length = self.run(is_word_char);
            let word = self.take(length);
            self.push_word(&word, false);
            self.charge(&word);
            return;
        }
        let mut value = Decimal::new(negative, &whole, &fraction);
        if let Some(power) = power {
            value = if whole == "10" && fraction.is_empty() {
                Decimal::whole(1).shifted(power)
            } else {
                // Any other base is no magnitude; keep it apart from the number without the power.
                self.out.push(Token::cardinal(value));
                Decimal::whole(u64::from(power.unsigned_abs()))
            };
        }
        let thousands = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        let grouped = thousands.then(|| Decimal::new(negative, &format!("{whole}{fraction}"), ""));
        self.out.push(Token::Number(Number { value, ordinal, grouped }));
        if let Some(unit) = unit {
            self.at += length;
            self.out.push(Token::Unit(unit));
        }
    }

    /// `2 000 000`; with dots or commas only where that cannot be a decimal mark.
    fn groups(&mut self, whole: &mut String) {
        if whole.len() > 3 || whole.starts_with('0') {
            return;
        }
        let Some(mark @ (' ' | '.' | ',' | '\'')) = self.peek(0) else { return };
        let group = |s: &Self, n: usize| {
            let at = 4 * n;
            s.is(at, |c| c == mark)
                && (1..=3).all(|i| s.is(at + i, |c| c.is_ascii_digit()))
                && !s.is(at + 4, |c| c.is_ascii_digit())
        };
        let count = (0..6).take_while(|&n| group(self, n)).count();
        let decimal =
            if self.language.has_decimal_comma() { mark != ' ' && mark != '\'' } else { mark == '.' };
        if count == 0 || (decimal && count < 2) {
            return;
        }
        for _ in 0..count {
            self.at += 1;
            let digits = self.take(3);
            whole.push_str(&digits);
        }
    }

    fn fraction(&mut self) -> String {
        if !self.is(0, |c| matches!(c, '.' | ',')) || !self.is(1, |c| c.is_ascii_digit()) {
            return String::new();
        }
        self.at += 1;
        let digits = self.run(|c| c.is_ascii_digit());
        self.take(digits)
    }

    fn power(&mut self) -> Option<i32> {
        if !self.is(0, |c| c == '^') {
            return None;
        }
        let negative = self.is(1, |c| c == '-');
        let skip = if negative { 2 } else { 1 };
        if !self.is(skip, |c| c.is_ascii_digit()) {
            return None;
        }
        self.at += skip;
        let digits = self.run(|c| c.is_ascii_digit());
        let power: i32 = self.take(digits).parse().ok().filter(|p| *p <= 30)?;
        Some(if negative { -power } else { power })
    }
}
