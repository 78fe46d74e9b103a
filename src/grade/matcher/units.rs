//! Units of measure.

use super::token::Token;

/// A unit: its place in [`UNITS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit(usize);

/// What a unit measures, for those that have others of the same measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    Time,
    /// Months and years have no fixed number of days.
    Calendar,
    Mass,
    Volume,
    Length,
    Amount,
    Single,
}

/// The spellings of a unit (lower case, no accents; the first is its name), what it measures and how many of the
/// smallest unit of that measure it is.
const UNITS: &[(&[&str], Measure, f64)] = {
    use Measure::{Amount, Calendar, Length, Mass, Single, Time, Volume};
    &[
        (&["s", "sec", "secs", "seconde", "secondes", "second", "seconds"], Time, 1.0),
        (&["min", "mn", "mins", "minute", "minutes"], Time, 60.0),
        (&["h", "heure", "heures", "hour", "hours", "hr", "hrs"], Time, 3_600.0),
        (&["j", "jour", "jours", "jr", "jrs", "day", "days"], Time, 86_400.0),
        (&["semaine", "sem", "semaines", "week", "weeks", "wk", "wks"], Time, 604_800.0),
        (&["mois", "month", "months"], Calendar, 1.0),
        (&["an", "ans", "annee", "annees", "year", "years", "yr", "yrs"], Calendar, 12.0),
        (&["ng", "nanogramme", "nanogrammes", "nanogram", "nanograms"], Mass, 1.0),
        (&["ug", "μg", "mcg", "microgramme", "microgrammes", "microgram", "micrograms"], Mass, 1e3),
        (&["mg", "milligramme", "milligrammes", "milligram", "milligrams"], Mass, 1e6),
        (&["g", "gramme", "grammes", "gram", "grams"], Mass, 1e9),
        (&["kg", "kilo", "kilos", "kilogramme", "kilogrammes", "kilogram", "kilograms"], Mass, 1e12),
        (&["ul", "μl", "microlitre", "microlitres"], Volume, 1.0),
        (&["ml", "cc", "millilitre", "millilitres", "milliliter", "milliliters"], Volume, 1e3),
        (&["cl", "centilitre", "centilitres"], Volume, 1e4),
        (&["dl", "decilitre", "decilitres"], Volume, 1e5),
        (&["l", "litre", "litres", "liter", "liters"], Volume, 1e6),
        (&["nm", "nanometre", "nanometres"], Length, 1.0),
        (&["um", "μm", "micron", "microns", "micrometre", "micrometres"], Length, 1e3),
        (&["mm", "millimetre", "millimetres", "millimeter", "millimeters"], Length, 1e6),
        (&["cm", "centimetre", "centimetres", "centimeter", "centimeters"], Length, 1e7),
        (&["m", "metre", "metres", "meter", "meters"], Length, 1e9),
        (&["km", "kilometre", "kilometres", "kilometer", "kilometers"], Length, 1e12),
        (&["nmol", "nanomole", "nanomoles"], Amount, 1.0),
        (&["umol", "μmol", "micromole", "micromoles"], Amount, 1e3),
        (&["mmol", "millimole", "millimoles"], Amount, 1e6),
        (&["mol", "mole", "moles"], Amount, 1e9),
        (&["m2"], Single, 1.0),
        (&["meq"], Single, 1.0),
        (&["ui", "iu"], Single, 1.0),
        (&["mmhg"], Single, 1.0),
        (&["kpa"], Single, 1.0),
        (&["bpm"], Single, 1.0),
        (&["hz", "hertz"], Single, 1.0),
        (&["kcal", "kilocalorie", "kilocalories"], Single, 1.0),
        (&["kj", "kilojoule", "kilojoules"], Single, 1.0),
        (&["gy", "gray", "grays"], Single, 1.0),
        (&["msv", "millisievert", "millisieverts"], Single, 1.0),
        (&["celsius"], Single, 1.0),
        (&["degre", "degres", "degree", "degrees"], Single, 1.0),
        (&["%", "pourcent", "pourcents", "percent"], Single, 1.0),
        (&["‰"], Single, 1.0),
        (&["euro", "euros", "eur", "€"], Single, 1.0),
        (&["dollar", "dollars"], Single, 1.0),
        (&["fois", "x", "time", "times"], Single, 1.0),
        (&["point", "points", "pt", "pts"], Single, 1.0),
    ]
};

impl Unit {
    /// The unit of this spelling.
    pub(super) fn named(plain: &str) -> Option<Self> {
        UNITS.iter().position(|(names, ..)| names.contains(&plain)).map(Self)
    }

    pub(super) fn name(self) -> &'static str {
        UNITS.get(self.0).and_then(|(names, ..)| names.first()).copied().unwrap_or_default()
    }

    /// How many of `other` this unit is, when both measure the same.
    pub(super) fn in_terms_of(self, other: Self) -> Option<f64> {
        let ((_, a, x), (_, b, y)) = (UNITS.get(self.0)?, UNITS.get(other.0)?);
        (a == b && *a != Measure::Single).then_some(x / y)
    }
}

/// Turns the words that follow a number, or another unit, into units: "5 ans", "10 mg par jour". Elsewhere `an`, `s` or
/// `m` are words like others.
pub(super) fn read(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let after_number = matches!(out.last(), Some(Token::Number(_)));
        let after_unit = matches!(out.last(), Some(Token::Unit(_)));
        // "pour cent", "per cent"
        if after_number && matches!(token.plain(), "pour" | "per") && tokens.peek().is_some_and(is_hundred) {
            tokens.next();
            out.extend(Unit::named("%").map(Token::Unit));
            continue;
        }
        // "degrés Celsius" is one unit.
        if after_unit && token.plain() == "celsius" {
            out.pop();
            out.extend(Unit::named("celsius").map(Token::Unit));
            continue;
        }
        let by = matches!(token, Token::Break('/')) || matches!(token.plain(), "par" | "per");
        let joins = (by && (after_number || after_unit))
            || (after_unit && matches!(token.plain(), "a" | "le" | "la"));
        if joins && let Some(unit) = tokens.peek().and_then(unit_of) {
            tokens.next();
            out.push(Token::Unit(unit));
            continue;
        }
        match unit_of(&token) {
            Some(unit) if after_number => out.push(Token::Unit(unit)),
            _ => out.push(token),
        }
    }
    out
}

fn unit_of(token: &Token) -> Option<Unit> {
    match token {
        Token::Word(word) => Unit::named(&word.plain),
        Token::Unit(unit) => Some(*unit),
        _ => None,
    }
}

fn is_hundred(token: &Token) -> bool {
    token.plain() == "cent" || token.number().is_some_and(|n| n.value.as_str() == "100")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::matcher::{language::Language, scan::scan};

    fn keys(text: &str) -> Vec<String> {
        read(scan(text, Language::French)).iter().map(Token::key).collect()
    }

    #[test]
    fn a_unit_is_a_unit_only_after_a_number() {
        assert_eq!(keys("5 années"), ["5", "an"]);
        assert_eq!(keys("chaque an"), ["chaque", "an"]);
        assert_eq!(keys("10 mg/kg par jour"), ["10", "mg", "kg", "j"]);
        assert_eq!(keys("75 pour cent"), ["75", "%"]);
        assert_eq!(keys("37 degrés Celsius"), ["37", "celsius"]);
    }

    #[test]
    fn units_of_one_measure_convert() {
        let unit = |name| Unit::named(name).expect("known");
        assert_eq!(unit("g").in_terms_of(unit("mg")), Some(1000.0));
        assert_eq!(unit("an").in_terms_of(unit("mois")), Some(12.0));
        assert_eq!(unit("an").in_terms_of(unit("jour")), None);
        assert_eq!(unit("%").in_terms_of(unit("‰")), None);
    }

    #[test]
    fn no_spelling_belongs_to_two_units() {
        let mut all: Vec<&str> = UNITS.iter().flat_map(|(names, ..)| names.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
