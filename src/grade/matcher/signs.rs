//! Comparisons in words: "plus de 65 ans" is `> 65 ans`, "65 ans et plus" `≥ 65 ans`.

use super::token::{Sign, Token};

/// Words before a number and the sign that they are; the longest first. A `*` stands for any ending.
const BEFORE: &[(&[&str], Sign)] = &[
    (&["superieur*", "ou", "egal*", "a"], Sign::AtLeast),
    (&["inferieur*", "ou", "egal*", "a"], Sign::AtMost),
    (&["greater", "than", "or", "equal", "to"], Sign::AtLeast),
    (&["less", "than", "or", "equal", "to"], Sign::AtMost),
    (&["superieur*", "a"], Sign::Greater),
    (&["inferieur*", "a"], Sign::Less),
    (&["plus", "de"], Sign::Greater),
    (&["moins", "de"], Sign::Less),
    (&["au", "moins"], Sign::AtLeast),
    (&["au", "plus"], Sign::AtMost),
    (&["au", "minimum"], Sign::AtLeast),
    (&["au", "maximum"], Sign::AtMost),
    (&["more", "than"], Sign::Greater),
    (&["greater", "than"], Sign::Greater),
    (&["less", "than"], Sign::Less),
    (&["at", "least"], Sign::AtLeast),
    (&["at", "most"], Sign::AtMost),
    (&["over"], Sign::Greater),
    (&["under"], Sign::Less),
];

/// Words after a number or its unit.
const AFTER: &[(&[&str], Sign)] = &[
    (&["et", "plus"], Sign::AtLeast),
    (&["ou", "plus"], Sign::AtLeast),
    (&["et", "moins"], Sign::AtMost),
    (&["ou", "moins"], Sign::AtMost),
    (&["or", "more"], Sign::AtLeast),
    (&["and", "over"], Sign::AtLeast),
    (&["or", "less"], Sign::AtMost),
    (&["or", "over"], Sign::AtLeast),
    (&["minimum"], Sign::AtLeast),
    (&["maximum"], Sign::AtMost),
];

/// Turns comparisons in words into signs, which stand before their number.
pub(super) fn read(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        let number_at = |n: usize| matches!(rest.get(n), Some(Token::Number(_)));
        if let Some((words, sign)) = BEFORE.iter().find(|(w, _)| starts(rest, w) && number_at(w.len())) {
            out.push(Token::Sign(*sign));
            at += words.len();
        } else if matches!(token.plain(), "moins" | "minus")
            && let Some(Token::Number(number)) = rest.get(1)
        {
            let mut number = number.clone();
            number.value = number.value.negated();
            out.push(Token::Number(number));
            at += 2;
        } else if let Some(place) = measure(&out)
            && let Some((words, sign)) = AFTER.iter().find(|(w, _)| starts(rest, w))
        {
            out.insert(place, Token::Sign(*sign));
            at += words.len();
        } else {
            out.push(token.clone());
            at += 1;
        }
    }
    out
}

/// Where the number stands that `tokens` ends with (before its units), unless a sign precedes it already.
fn measure(tokens: &[Token]) -> Option<usize> {
    let units = tokens.iter().rev().take_while(|t| matches!(t, Token::Unit(_))).count();
    let place = tokens.len().checked_sub(units + 1)?;
    let signed = place > 0 && matches!(tokens.get(place - 1), Some(Token::Sign(_)));
    (matches!(tokens.get(place), Some(Token::Number(_))) && !signed).then_some(place)
}

fn starts(tokens: &[Token], words: &[&str]) -> bool {
    words.iter().enumerate().all(|(i, word)| {
        let plain = tokens.get(i).map_or("", Token::plain);
        word.strip_suffix('*').map_or(plain == *word, |stem| plain.starts_with(stem))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::matcher::{language::Language, numbers, scan::scan, text, units};

    fn keys(raw: &str) -> String {
        let tokens = numbers::read(&scan(&text::prepare(raw), Language::French), Language::French);
        read(&units::read(tokens)).iter().map(Token::key).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comparisons_in_words_are_signs() {
        for (words, sign) in [
            ("plus de 65 ans", "> 65 ans"),
            ("supérieure ou égale à 140 mmHg", "≥ 140 mmHg"),
            ("65 ans et plus", "≥ 65 ans"),
            ("au moins trois", ">= 3"),
            ("moins de 5 %", "< 5 %"),
        ] {
            assert_eq!(keys(words), keys(sign), "{words}");
        }
    }

    #[test]
    fn minus_before_a_number_makes_it_negative() {
        assert_eq!(keys("moins deux"), keys("-2"));
    }

    #[test]
    fn elsewhere_the_words_stay() {
        assert_eq!(keys("plus de moyens"), "plus de moyens");
    }
}
