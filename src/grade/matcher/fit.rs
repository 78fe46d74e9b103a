//! How well one piece of an answer fits another.

use super::{
    dates::{Date, Relation},
    fuzzy::{self, Quality},
    inflect,
    prompt::Prompt,
    token::{Number, Sign, Token, Word},
    units::Unit,
};

/// How well one token fits another.
pub(super) fn tokens(expected: &Token, typed: &Token, alone: bool, prompt: &Prompt) -> Option<Quality> {
    match (expected, typed) {
        (Token::Word(e), Token::Word(t)) => fuzzy::words(e, t, alone),
        (Token::Number(e), Token::Number(t)) if e.value == t.value => {
            Some(if e.ordinal == t.ordinal { Quality::Same } else { Quality::Vague })
        }
        (Token::Number(e), Token::Number(t))
            if e.grouped.as_ref() == Some(&t.value) || t.grouped.as_ref() == Some(&e.value) =>
        {
            Some(Quality::Rough)
        }
        (Token::Number(n), Token::Word(w)) | (Token::Word(w), Token::Number(n)) => {
            is_roman(w, n).then_some(Quality::Same)
        }
        (Token::Unit(u), Token::Word(w)) | (Token::Word(w), Token::Unit(u)) => {
            (Unit::named(&w.plain) == Some(*u)).then_some(Quality::Inflected)
        }
        (Token::Date(e), Token::Date(t)) => dates(*e, *t, prompt),
        (Token::Date(e), Token::Number(n)) if !n.ordinal => {
            dates(*e, Date::of_year(n.value.as_year()?), prompt)
        }
        (Token::Number(n), Token::Date(t)) if !n.ordinal => {
            dates(Date::of_year(n.value.as_year()?), *t, prompt)
        }
        (Token::Unit(e), Token::Unit(t)) if e == t => Some(Quality::Same),
        (Token::Sign(e), Token::Sign(t)) if e == t => Some(Quality::Same),
        _ => None,
    }
}

fn is_roman(word: &Word, number: &Number) -> bool {
    let letters = if number.ordinal {
        let endings = ["ieme", "eme", "er", "re", "e", "th"];
        endings.iter().find_map(|ending| word.plain.strip_suffix(ending))
    } else {
        Some(word.plain.as_str())
    };
    letters.and_then(inflect::roman).is_some_and(|value| number.value.as_whole() == Some(value))
}

/// "juillet 2010" for "1er juillet 2010" is enough, since the first is when a month begins; so is the year where the
/// question asks for a year. Else a part of a date is right as far as it goes.
fn dates(expected: Date, typed: Date, prompt: &Prompt) -> Option<Quality> {
    match expected.relation(typed) {
        Relation::Same | Relation::MorePrecise => Some(Quality::Same),
        Relation::LessPrecise => {
            let begins = expected.day == Some(1) && typed.month.is_some() && typed.year.is_some();
            let year = prompt.asks_year && typed.year.is_some();
            Some(if begins || year { Quality::Partial } else { Quality::Vague })
        }
        Relation::Different => None,
    }
}

/// Whether both are one measure or share, said in different ways: 24 mois and 2 ans, 75 % and 3/4.
pub(super) fn converts(expected: &[&Token], typed: &[&Token]) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= x.abs() * 1e-9;
    if let (Some(x), Some(y)) = (share(expected), share(typed)) {
        return near(x, y);
    }
    let (Some((x, a)), Some((y, b))) = (measure(expected), measure(typed)) else { return false };
    b.in_terms_of(a).is_some_and(|factor| near(x, y * factor))
}

fn measure(tokens: &[&Token]) -> Option<(f64, Unit)> {
    match tokens {
        [Token::Number(n), Token::Unit(u)] if !n.ordinal => Some((n.value.as_f64(), *u)),
        _ => None,
    }
}

/// A part of one: 75 %, 3/4, 0,75, la moitié.
fn share(tokens: &[&Token]) -> Option<f64> {
    let value = |n: &Number| (!n.ordinal).then(|| n.value.as_f64());
    match tokens {
        [Token::Number(n), Token::Unit(u)] if u.name() == "%" => value(n).map(|v| v / 100.0),
        [Token::Number(n), Token::Unit(u)] if u.name() == "‰" => value(n).map(|v| v / 1000.0),
        [Token::Number(a), Token::Sign(Sign::Over), Token::Number(b)] => {
            value(a).zip(value(b)).filter(|(_, b)| *b != 0.0).map(|(a, b)| a / b)
        }
        [Token::Number(n)] => value(n).filter(|v| *v > 0.0 && *v < 1.0),
        [Token::Word(w)] if matches!(w.plain.as_str(), "moitie" | "half") => Some(0.5),
        _ => None,
    }
}
