//! Numbers in words.

use super::{
    decimal::Decimal,
    language::Language,
    number_words::{Part, may_follow_and, part, rank},
    sum::Sum,
    token::{Number, Sign, Token},
    units::Unit,
};

/// Reads numbers in words as numbers, and what words do to figures: "2 millions", "4 sur 5", "2 ans et demi".
pub(super) fn read(tokens: &[Token], language: Language) -> Vec<Token> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        if language == Language::English
            && let Some(share) = english_share(rest)
        {
            out.extend(share);
            at += 2;
        } else if let Some((number, used)) = in_words(rest, language, at == 0) {
            out.push(Token::Number(number));
            at += used;
        } else {
            out.push(token.clone());
            at += 1;
        }
        scale_figure(&mut out, tokens, &mut at, language);
    }
    fractions(&halves(out))
}

/// "2,5 millions": a figure and the powers of ten after it.
fn scale_figure(out: &mut [Token], tokens: &[Token], at: &mut usize, language: Language) {
    let Some(Token::Number(number)) = out.last_mut() else { return };
    while !number.ordinal
        && let Some(Part::Scale(scale)) = tokens.get(*at).and_then(|t| part(t.plain(), language))
    {
        number.value = number.value.shifted(i32::try_from(scale.ilog10()).unwrap_or_default());
        *at += 1;
    }
}

/// A number in words at the start of `tokens` and how many of them it takes.
fn in_words(tokens: &[Token], language: Language, starts: bool) -> Option<(Number, usize)> {
    let mut sum = Sum::default();
    let mut used = 0;
    while let Some(token) = tokens.get(used) {
        let plain = token.plain();
        let joins = used > 0 && sum.takes_and(language) && matches!(plain, "et" | "and");
        let next = if joins { tokens.get(used + 1).map_or("", Token::plain) } else { plain };
        if joins && !may_follow_and(next, language) {
            break;
        }
        let skip = usize::from(joins);
        if let Some(part) = part(next, language)
            && sum.add(part, language)
        {
            used += skip + 1;
        } else if let Some(part) = rank(next, language)
            && sum.add(part, language)
        {
            let number = Number { value: Decimal::whole(sum.value()), ordinal: true, grouped: None };
            return Some((number, used + skip + 1));
        } else {
            break;
        }
    }
    // "un" is mostly the article; alone or before a unit it is the number.
    let article = used == 1 && matches!(tokens.first().map_or("", Token::plain), "un" | "une" | "one");
    let counts = match tokens.get(1) {
        None => starts,
        Some(next) => {
            Unit::named(next.plain()).is_some()
                || matches!(next.plain(), "sur" | "tiers" | "quart" | "in" | "out")
        }
    };
    (used > 0 && (!article || counts))
        .then(|| (Number { value: Decimal::whole(sum.value()), ordinal: false, grouped: None }, used))
}

/// "one third", "two thirds", "three quarters", where nothing follows that they could count.
fn english_share(tokens: &[Token]) -> Option<[Token; 3]> {
    let plain = |at: usize| tokens.get(at).map_or("", Token::plain);
    let top = match plain(0) {
        "a" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        _ => return None,
    };
    let bottom = match plain(1) {
        "half" | "halves" => 2,
        "third" | "thirds" => 3,
        "quarter" | "quarters" => 4,
        "fifth" | "fifths" => 5,
        _ => return None,
    };
    let ends = tokens.len() == 2 || plain(2) == "of";
    let number = |value| Token::cardinal(Decimal::whole(value));
    ends.then(|| [number(top), Token::Sign(Sign::Over), number(bottom)])
}

/// "2 ans et demi", "deux heures et demie".
fn halves(mut tokens: Vec<Token>) -> Vec<Token> {
    let mut at = 0;
    while at + 1 < tokens.len() {
        let unit = usize::from(
            tokens
                .get(at + 1)
                .is_some_and(|t| Unit::named(t.plain()).is_some() || matches!(t, Token::Unit(_))),
        );
        let is_half = tokens.get(at + unit + 1).is_some_and(|t| t.plain() == "et")
            && tokens.get(at + unit + 2).is_some_and(|t| matches!(t.plain(), "demi" | "demie"));
        if is_half && let Some(Token::Number(number)) = tokens.get_mut(at) {
            number.value = number.value.and_a_half();
            tokens.drain(at + unit + 1..at + unit + 3);
        }
        at += 1;
    }
    tokens
}

/// "4/5" = "4 sur 5" = "4 out of 5"; "deux tiers", "un quart".
fn fractions(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let plain = |ahead: usize| tokens.get(at + ahead).map_or("", Token::plain);
        let number = |ahead: usize| tokens.get(at + ahead).and_then(Token::number);
        let after = out.last().and_then(Token::number).cloned();
        let over = match token {
            Token::Break('/') => Some(1),
            _ if plain(0) == "out" && plain(1) == "of" => Some(2),
            _ if matches!(plain(0), "sur" | "in") => Some(1),
            _ => None,
        };
        if let (Some(length), Some(top)) = (over, &after)
            && let Some(bottom) = number(length)
            // 2018/2022 are two years.
            && !(top.value.as_year().is_some() && bottom.value.as_year().is_some())
        {
            out.push(Token::Sign(Sign::Over));
            at += length;
            continue;
        }
        let share = match plain(0) {
            "tiers" => Some(3),
            "quart" | "quarts" => Some(4),
            _ => None,
        };
        let ends = matches!(plain(1), "" | "de" | "des" | "du" | "d");
        match (share, after) {
            (Some(bottom), Some(_)) if ends => {
                out.push(Token::Sign(Sign::Over));
                out.push(Token::cardinal(Decimal::whole(bottom)));
            }
            _ => out.push(token.clone()),
        }
        at += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::matcher::{scan::scan, text};

    fn keys(text: &str, language: Language) -> String {
        let tokens = read(&scan(&text::prepare(text), language), language);
        tokens.iter().map(Token::key).collect::<Vec<_>>().join(" ")
    }

    fn fr(text: &str) -> String {
        keys(text, Language::French)
    }

    fn en(text: &str) -> String {
        keys(text, Language::English)
    }

    #[test]
    fn every_french_number_to_a_hundred() {
        for (words, value) in [
            ("zéro", "0"),
            ("seize", "16"),
            ("dix-sept", "17"),
            ("vingt et un", "21"),
            ("vingt-deux", "22"),
            ("soixante", "60"),
            ("soixante-dix", "70"),
            ("soixante et onze", "71"),
            ("soixante-dix-sept", "77"),
            ("septante", "70"),
            ("septante-trois", "73"),
            ("quatre-vingt", "80"),
            ("quatre-vingts", "80"),
            ("quatre-vingt-un", "81"),
            ("quatre-vingt-dix", "90"),
            ("quatre-vingt-dix-neuf", "99"),
            ("nonante-neuf", "99"),
            ("cent", "100"),
        ] {
            assert_eq!(fr(words), value, "{words}");
        }
    }

    #[test]
    fn larger_numbers() {
        assert_eq!(fr("cent un"), "101");
        assert_eq!(fr("deux cents"), "200");
        assert_eq!(fr("mille neuf cent quarante-cinq"), "1945");
        assert_eq!(fr("deux mille dix"), "2010");
        assert_eq!(fr("deux millions"), "2000000");
        assert_eq!(fr("2 millions"), "2000000");
        assert_eq!(fr("2,5 millions"), "2500000");
        assert_eq!(fr("trois milliards deux cents millions"), "3200000000");
        assert_eq!(en("two hundred and five"), "205");
        assert_eq!(en("one hundred and sixty-four"), "164");
        assert_eq!(en("2 million"), "2000000");
        assert_eq!(en("twenty-one"), "21");
    }

    #[test]
    fn ranks() {
        assert_eq!(fr("premier"), "1e");
        assert_eq!(fr("deuxième"), "2e");
        assert_eq!(fr("quatrième"), "4e");
        assert_eq!(fr("vingt et unième"), "21e");
        assert_eq!(fr("cinquième neuvième onzième"), "5e 9e 11e");
        assert_eq!(en("first twentieth fourth"), "1e 20e 4e");
    }

    #[test]
    fn numbers_side_by_side_stay_apart() {
        assert_eq!(fr("cinq six"), "5 6");
        assert_eq!(fr("deux et trois"), "2 et 3");
    }

    #[test]
    fn an_article_is_no_number() {
        assert_eq!(fr("une caisse"), "une caisse");
        assert_eq!(fr("un an"), "1 an");
        assert_eq!(fr("un"), "1");
        assert_eq!(fr("un million"), "1000000");
    }

    #[test]
    fn halves_and_shares() {
        assert_eq!(fr("2 ans et demi"), "2.5 ans");
        assert_eq!(fr("deux heures et demie"), "2.5 heures");
        assert_eq!(fr("4 sur 5"), "4 Over 5");
        assert_eq!(fr("4/5"), "4 Over 5");
        assert_eq!(fr("½"), "1 Over 2");
        assert_eq!(fr("deux tiers"), "2 Over 3");
        assert_eq!(fr("tiers payant"), "tiers payant");
        assert_eq!(en("4 out of 5"), "4 Over 5");
        assert_eq!(en("two thirds of patients"), "2 Over 3 of patients");
        assert_eq!(en("a third party"), "a 3e party");
        assert_eq!(fr("2018/2022"), "2018  2022");
    }
}
