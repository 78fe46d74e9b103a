//! Dates, whole or in part.

use super::{decimal::Decimal, language::Language, token::Token};

/// A date of which parts may be unsaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: Option<u16>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

/// How what was typed relates to an expected date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Same,
    /// Says more, and nothing else.
    MorePrecise,
    /// Says less, and nothing else.
    LessPrecise,
    Different,
}

const MONTHS_FR: [&[&str]; 12] = [
    &["janvier", "janv", "jan"],
    &["fevrier", "fevr", "fev"],
    &["mars"],
    &["avril", "avr"],
    &["mai"],
    &["juin"],
    &["juillet", "juil"],
    &["aout"],
    &["septembre"],
    &["octobre", "oct"],
    &["novembre", "nov"],
    &["decembre", "dec"],
];

const MONTHS_EN: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

impl Date {
    /// The whole date in figures.
    pub(super) fn key(self) -> String {
        let part = |value: Option<u16>| value.map_or_else(String::new, |v| v.to_string());
        format!("{}-{}-{}", part(self.year), part(self.month.map(u16::from)), part(self.day.map(u16::from)))
    }

    /// How `typed` relates to this expected date.
    pub(super) fn relation(self, typed: Self) -> Relation {
        let parts = [
            (self.year, typed.year),
            (self.month.map(u16::from), typed.month.map(u16::from)),
            (self.day.map(u16::from), typed.day.map(u16::from)),
        ];
        if parts.iter().any(|(e, t)| matches!((e, t), (Some(e), Some(t)) if e != t)) {
            return Relation::Different;
        }
        if !parts.iter().any(|(e, t)| e.is_some() && t.is_some()) {
            return Relation::Different;
        }
        let less = parts.iter().any(|(e, t)| e.is_some() && t.is_none());
        let more = parts.iter().any(|(e, t)| e.is_none() && t.is_some());
        match (less, more) {
            (false, false) => Relation::Same,
            (false, true) => Relation::MorePrecise,
            (true, _) => Relation::LessPrecise,
        }
    }

    pub(super) fn of_year(year: u16) -> Self {
        Self { year: Some(year), month: None, day: None }
    }
}

/// A date in figures at the start of `chars` and its length: 01/07/2010, 2010-07-01, 07/2010, 01.07.10.
pub(super) fn numeric(chars: &[char], language: Language) -> Option<(Date, usize)> {
    let (a, mark, rest) = part(chars, 0)?;
    let mark = mark.filter(|m| matches!(m, '/' | '-' | '.'))?;
    let (b, second, end) = part(chars, rest + 1)?;
    if second != Some(mark) || !chars.get(end + 1).is_some_and(char::is_ascii_digit) {
        // Only a slash: 07-2010 may be a range, 07.2010 a decimal.
        let month = month_of(a).filter(|_| mark == '/' && a.1 <= 2 && b.1 == 4 && second != Some('/'))?;
        return Some((Date { year: Some(year_of(b)?), month: Some(month), day: None }, end));
    }
    let (c, _, end) = part(chars, end + 1)?;
    let (year, month, day) = if a.1 == 4 && b.1 == 2 && c.1 == 2 && mark == '-' {
        (a, b, c)
    } else if a.1 <= 2 && b.1 <= 2 && (c.1 == 4 || c.1 == 2) {
        // English decks are British, but what cannot be day/month is month/day.
        if language == Language::English && b.0 > 12 { (c, a, b) } else { (c, b, a) }
    } else {
        return None;
    };
    let day = u8::try_from(day.0).ok().filter(|d| (1..=31).contains(d))?;
    Some((Date { year: Some(year_of(year)?), month: Some(month_of(month)?), day: Some(day) }, end))
}

/// A run of digits from `at`: its value and length, the character after it, and where that stands.
fn part(chars: &[char], at: usize) -> Option<((u16, usize), Option<char>, usize)> {
    let digits: String = chars.get(at..)?.iter().take_while(|c| c.is_ascii_digit()).take(5).collect();
    let end = at + digits.len();
    let next = chars.get(end).copied();
    let value = digits.parse().ok()?;
    (!next.is_some_and(char::is_alphanumeric)).then_some(((value, digits.len()), next, end))
}

fn month_of((value, _): (u16, usize)) -> Option<u8> {
    u8::try_from(value).ok().filter(|m| (1..=12).contains(m))
}

/// Two figures are read as 1950 to 2049.
fn year_of((value, digits): (u16, usize)) -> Option<u16> {
    match digits {
        4 => Some(value).filter(|v| (1000..3000).contains(v)),
        2 => Some(if value < 50 { 2000 + value } else { 1900 + value }),
        _ => None,
    }
}

/// Joins a month in words with the day and the year around it.
pub(super) fn read(tokens: &[Token], language: Language) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        let Some(month) = month_named(token.plain(), language) else {
            out.push(token.clone());
            continue;
        };
        let mut date = Date { year: None, month: Some(month), day: None };
        if let Some(day) = out.last().and_then(day_of) {
            date.day = Some(day);
            out.pop();
        } else if language == Language::English
            && let Some(day) = tokens.get(at).and_then(day_of)
        {
            date.day = Some(day);
            at += 1;
        }
        let comma = usize::from(matches!(tokens.get(at), Some(Token::Break(','))));
        if let Some(year) = tokens.get(at + comma).and_then(year_in) {
            date.year = Some(year);
            at += comma + 1;
        }
        let alone = date.day.is_none() && date.year.is_none();
        out.push(if alone { token.clone() } else { Token::Date(date) });
    }
    out
}

fn month_named(plain: &str, language: Language) -> Option<u8> {
    let months = if language == Language::English { &MONTHS_EN } else { &MONTHS_FR };
    let index = months.iter().position(|names| names.contains(&plain))?;
    u8::try_from(index + 1).ok()
}

fn day_of(token: &Token) -> Option<u8> {
    let value = token.number()?.value.as_whole()?;
    u8::try_from(value).ok().filter(|d| (1..=31).contains(d))
}

fn year_in(token: &Token) -> Option<u16> {
    token.number().filter(|n| !n.ordinal).map(|n| &n.value).and_then(Decimal::as_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str, language: Language) -> Option<(Date, usize)> {
        numeric(&text.chars().collect::<Vec<_>>(), language)
    }

    fn ymd(year: u16, month: u8, day: u8) -> Date {
        Date { year: Some(year), month: Some(month), day: Some(day) }
    }

    #[test]
    fn dates_in_figures() {
        let july = ymd(2010, 7, 1);
        for text in ["01/07/2010", "1/7/2010", "01-07-2010", "01.07.2010", "2010-07-01", "01/07/10"] {
            assert_eq!(date(text, Language::French), Some((july, text.len())), "{text}");
        }
        let partial = Date { year: Some(2010), month: Some(7), day: None };
        assert_eq!(date("07/2010", Language::French), Some((partial, 7)));
    }

    #[test]
    fn what_is_no_date_is_left_alone() {
        for text in
            ["32/01/2010", "1/2", "12/80", "2018-2022", "1.5", "07-2010", "1945", "1/2/3456x", "120/80"]
        {
            assert_eq!(date(text, Language::French), None, "{text}");
        }
    }

    #[test]
    fn month_first_only_where_it_cannot_be_otherwise() {
        assert_eq!(date("07/13/2010", Language::English), Some((ymd(2010, 7, 13), 10)));
        assert_eq!(date("07/12/2010", Language::English), Some((ymd(2010, 12, 7), 10)));
        assert_eq!(date("07/13/2010", Language::French), None);
    }

    #[test]
    fn a_part_of_a_date_says_less_and_another_month_something_else() {
        let july = Date { year: Some(2010), month: Some(7), day: None };
        assert_eq!(ymd(2010, 7, 1).relation(july), Relation::LessPrecise);
        assert_eq!(july.relation(ymd(2010, 7, 1)), Relation::MorePrecise);
        assert_eq!(july.relation(ymd(2010, 8, 1)), Relation::Different);
        assert_eq!(ymd(2010, 7, 1).relation(ymd(2010, 7, 1)), Relation::Same);
        assert_eq!(Date::of_year(2010).relation(ymd(2010, 7, 1)), Relation::MorePrecise);
    }
}
