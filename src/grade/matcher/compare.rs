//! Comparing what was typed with one expected answer.

use super::{
    Remark,
    dates::{Date, Relation},
    fuzzy::{self, Quality},
    inflect,
    phrase::Phrase,
    prompt::Prompt,
    token::{Number, Sign, Token, Word},
    traps,
};
use crate::card::Text;

/// How well an answer fits, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Not at all.
    Other,
    /// Alike: the student decides.
    Near,
    /// It is the answer, with something to say about it.
    Loose,
    /// It is the answer.
    Exact,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) level: Level,
    pub(super) remark: Option<Remark>,
}

impl Finding {
    pub(super) const OTHER: Self = Self { level: Level::Other, remark: None };

    pub(super) fn other(remark: Remark) -> Self {
        Self { level: Level::Other, remark: Some(remark) }
    }

    pub(super) fn near(remark: Remark) -> Self {
        Self { level: Level::Near, remark: Some(remark) }
    }

    pub(super) fn loose(remark: Option<Remark>) -> Self {
        Self { level: Level::Loose, remark }
    }

    pub(super) fn exact(remark: Option<Remark>) -> Self {
        Self { level: Level::Exact, remark }
    }
}

/// Compares two answers.
pub(super) fn compare(expected: &Phrase, typed: &Phrase, prompt: &Prompt) -> Finding {
    let e = expected.content(&[]);
    let kept: Vec<&str> = e.iter().map(|&i| expected.tokens[i].plain()).collect();
    let t = typed.content(&kept);
    if e.is_empty() || t.is_empty() {
        return Finding::OTHER;
    }
    if expected.joined(&e) == typed.joined(&t) {
        let same = expected.joined_accented(&e) == typed.joined_accented(&t);
        return Finding::exact((!same).then_some(Remark::Accents));
    }
    let (merged_e, merged_t) = (expected.merged_as(typed), typed.merged_as(expected));
    if merged_e.tokens.len() < expected.tokens.len() || merged_t.tokens.len() < typed.tokens.len() {
        return compare(&merged_e, &merged_t, prompt);
    }
    let pairing = Pairing::new(expected, &e, typed, &t, prompt);
    if expected.is_negated() != typed.is_negated() {
        return if pairing.pairs.is_empty() { Finding::OTHER } else { Finding::other(Remark::Negation) };
    }
    if let Some((typed, expected)) = traps::opposites(&expected.words(), &typed.words()) {
        return confusable(typed, expected);
    }
    if let Some(refusal) = pairing.conflict() {
        return refusal;
    }
    match (pairing.missing.is_empty(), pairing.extra.is_empty()) {
        (true, true) => pairing.all_there(expected, &e, typed, &t),
        (false, true) => pairing.too_little(&e, prompt),
        (true, false) => pairing.too_much(prompt),
        (false, false) => pairing.both(),
    }
    .or_joined(expected, &e, typed, &t, &pairing)
}

pub(super) fn confusable(typed: &Word, expected: &Word) -> Finding {
    Finding::other(Remark::Confusable {
        typed: Text::one_line(&typed.accented),
        expected: Text::one_line(&expected.accented),
    })
}

impl Finding {
    /// A last try: the same letters with the spaces elsewhere and a typing mistake ("para sympatique").
    fn or_joined(
        self,
        expected: &Phrase,
        e: &[usize],
        typed: &Phrase,
        t: &[usize],
        pairing: &Pairing,
    ) -> Self {
        if self.level > Level::Near || e.len() == t.len() {
            return self;
        }
        let all_words = |phrase: &Phrase, places: &[usize]| {
            places.iter().all(|&i| phrase.tokens[i].word().is_some_and(|w| !w.has_digit()))
        };
        // A word of a letter or two that is missing is not a typing mistake: "hépatite A".
        let short = |token: &&Token| token.plain().chars().count() <= 2;
        let loses = pairing.missing.iter().chain(&pairing.extra).any(short);
        if loses || !all_words(expected, e) || !all_words(typed, t) {
            return self;
        }
        let whole = |phrase: &Phrase, places: &[usize]| {
            Word::whole(phrase.joined(places), phrase.joined_accented(places), phrase.joined_stems(places))
        };
        match fuzzy::words(&whole(expected, e), &whole(typed, t), true) {
            Some(Quality::Same | Quality::Accents | Quality::Inflected) => Self::loose(None),
            Some(Quality::Typo(_)) => Self::loose(Some(Remark::Spelling)),
            _ => self,
        }
    }
}

/// Which typed token stands for which expected one.
struct Pairing<'a> {
    /// Expected place, typed place (both counted among the tokens that matter), how well they fit.
    pairs: Vec<(usize, usize, Quality)>,
    missing: Vec<&'a Token>,
    extra: Vec<&'a Token>,
    expected: Vec<&'a Token>,
    typed: Vec<&'a Token>,
}

impl<'a> Pairing<'a> {
    fn new(expected: &'a Phrase, e: &[usize], typed: &'a Phrase, t: &[usize], prompt: &Prompt) -> Self {
        let expected: Vec<&Token> = e.iter().map(|&i| &expected.tokens[i]).collect();
        let typed: Vec<&Token> = t.iter().map(|&i| &typed.tokens[i]).collect();
        let alone = expected.len() == 1;
        let mut candidates: Vec<(Quality, usize, usize)> = Vec::new();
        for (i, e) in expected.iter().enumerate() {
            for (j, t) in typed.iter().enumerate() {
                candidates.extend(tokens(e, t, alone, prompt).map(|quality| (quality, i, j)));
            }
        }
        // The best fits first; among equals the most in line.
        candidates.sort_by_key(|&(quality, i, j)| (quality, i.abs_diff(j), i, j));
        let (mut taken, mut used) = (vec![false; expected.len()], vec![false; typed.len()]);
        let mut pairs = Vec::new();
        for (quality, i, j) in candidates {
            if !taken[i] && !used[j] {
                (taken[i], used[j]) = (true, true);
                pairs.push((i, j, quality));
            }
        }
        pairs.sort_unstable_by_key(|&(i, j, _)| (i, j));
        let left = |tokens: &[&'a Token], done: &[bool]| {
            tokens.iter().zip(done).filter(|(_, done)| !**done).map(|(t, _)| *t).collect::<Vec<_>>()
        };
        Self { missing: left(&expected, &taken), extra: left(&typed, &used), pairs, expected, typed }
    }

    /// What is missing and what is there instead exclude each other.
    fn conflict(&self) -> Option<Finding> {
        if self.converts() {
            return None;
        }
        for m in &self.missing {
            for x in &self.extra {
                match (m, x) {
                    (Token::Number(_) | Token::Date(_), Token::Number(_) | Token::Date(_))
                    | (Token::Sign(_), Token::Sign(_)) => return Some(Finding::other(Remark::Number)),
                    (Token::Unit(_), Token::Unit(_)) => return Some(Finding::other(Remark::Unit)),
                    (Token::Word(a), Token::Word(b)) => {
                        let names = |w: &Word| w.plain.chars().count() <= 2;
                        if traps::confusable(a, b) {
                            return Some(confusable(b, a));
                        }
                        if fuzzy::is_acronym(a) || (names(a) && names(b)) {
                            let alike = strsim::osa_distance(&a.plain, &b.plain) <= 2;
                            return Some(if alike { confusable(b, a) } else { Finding::OTHER });
                        }
                    }
                    _ => {}
                }
            }
        }
        let strict =
            |t: &&Token| matches!(t, Token::Sign(Sign::Less | Sign::Greater | Sign::Plus | Sign::Minus));
        if self.missing.is_empty() && self.extra.iter().any(strict) {
            return Some(Finding::other(Remark::Number));
        }
        let counts = |token: &&Token| matches!(token, Token::Number(_) | Token::Date(_));
        let several = self.extra.iter().any(counts) && self.expected.iter().any(counts);
        several.then(|| Finding::other(Remark::Number))
    }

    /// Whether both are one measure or share, said in different ways: 24 mois and 2 ans, 75 % and 3/4.
    fn converts(&self) -> bool {
        let measure = |tokens: &[&Token]| match tokens {
            [Token::Number(n), Token::Unit(u)] if !n.ordinal => Some((n.value.as_f64(), *u)),
            _ => None,
        };
        if let (Some(x), Some(y)) = (share(&self.expected), share(&self.typed)) {
            return (x - y).abs() <= x.abs() * 1e-9;
        }
        let (Some((x, a)), Some((y, b))) = (measure(&self.expected), measure(&self.typed)) else {
            return false;
        };
        b.in_terms_of(a).is_some_and(|factor| (y * factor - x).abs() <= x.abs() * 1e-9)
    }

    fn typos(&self) -> usize {
        self.pairs.iter().map(|(_, _, q)| if let Quality::Typo(n) = q { *n } else { 0 }).sum()
    }

    fn all_there(&self, expected: &Phrase, e: &[usize], typed: &Phrase, t: &[usize]) -> Finding {
        let has = |quality: Quality| self.pairs.iter().any(|(_, _, q)| *q == quality);
        if has(Quality::Vague) {
            return Finding::near(Remark::LessPrecise);
        }
        let length = expected.joined(e).chars().count();
        if has(Quality::Rough) || self.typos() > fuzzy::allowed(length, e.len() == 1) {
            return Finding::near(Remark::Spelling);
        }
        if self.pairs.windows(2).any(|w| w[0].1 > w[1].1) {
            let sorted = |mut parts: Vec<String>| {
                parts.sort_unstable();
                parts
            };
            if sorted(expected.parts(e)) != sorted(typed.parts(t)) || expected.parts(e).len() < 2 {
                return Finding::near(Remark::WordOrder);
            }
        }
        if self.typos() > 0 {
            Finding::loose(Some(Remark::Spelling))
        } else if has(Quality::Partial) {
            Finding::loose(Some(Remark::LessPrecise))
        } else if has(Quality::Accents) {
            Finding::exact(Some(Remark::Accents))
        } else {
            Finding::exact(None)
        }
    }

    /// Everything typed is right, something is missing.
    fn too_little(&self, e: &[usize], prompt: &Prompt) -> Finding {
        let sure = self.pairs.iter().all(|(_, _, q)| *q <= Quality::Partial);
        let has_number = self.expected.iter().any(|t| t.number().is_some());
        let only_units = self.missing.iter().all(|t| matches!(t, Token::Unit(_)));
        // "16 caisses": what is counted is told by the question.
        let counted = matches!(
            self.expected.as_slice(),
            [Token::Number(Number { ordinal: false, .. }), Token::Word(_)]
        ) && matches!(self.missing.as_slice(), [Token::Word(_)]);
        if sure && has_number && (only_units || counted) {
            return Finding::loose(Some(Remark::UnitMissing));
        }
        // "phrénique" where the question asks for a nerve and the answer is "nerf phrénique".
        let head = match (self.missing.as_slice(), self.expected.first()) {
            ([Token::Word(m)], Some(Token::Word(first))) => m == first && prompt.makes_idle(m),
            _ => false,
        };
        let told = |t: &&Token| t.word().is_some_and(|w| prompt.has(w));
        if sure && head && !self.typed.iter().all(told) {
            return Finding::loose(None);
        }
        let repeats = self.typed.iter().all(told);
        if !repeats && 2 * self.pairs.len() >= e.len() {
            Finding::near(Remark::MissingWords)
        } else {
            Finding::OTHER
        }
    }

    /// Everything expected is there, and more.
    fn too_much(&self, prompt: &Prompt) -> Finding {
        if self.extra.iter().all(|t| matches!(t, Token::Unit(_))) {
            let named =
                self.extra.iter().filter_map(|t| if let Token::Unit(u) = t { Some(*u) } else { None });
            let answers: Vec<Option<bool>> = named.map(|u| prompt.names_unit(u)).collect();
            if answers.contains(&Some(false)) {
                return Finding::other(Remark::Unit);
            }
            if answers.iter().all(|a| *a == Some(true)) {
                return self.with_idle_words();
            }
            return Finding::near(Remark::ExtraWords);
        }
        let idle = |t: &&Token| match t {
            Token::Word(w) => prompt.makes_idle(w) && !fuzzy::is_acronym(w),
            Token::Unit(u) => prompt.names_unit(*u) == Some(true),
            _ => false,
        };
        if self.extra.len() <= 3 && self.extra.iter().all(idle) {
            return self.with_idle_words();
        }
        if self.extra.len() <= self.expected.len() + 2 {
            Finding::near(Remark::ExtraWords)
        } else {
            Finding::OTHER
        }
    }

    /// The answer, among words of the question.
    fn with_idle_words(&self) -> Finding {
        if self.pairs.iter().any(|(_, _, q)| matches!(q, Quality::Rough | Quality::Vague)) || self.typos() > 2
        {
            Finding::near(Remark::Spelling)
        } else {
            Finding::loose((self.typos() > 0).then_some(Remark::Spelling))
        }
    }

    /// Something is missing and something else is there.
    fn both(&self) -> Finding {
        if self.converts() {
            return Finding::loose(None);
        }
        let most = 4 * self.pairs.len() >= 3 * self.expected.len();
        if most && self.extra.len() <= self.missing.len() + 1 {
            Finding::near(Remark::MissingWords)
        } else {
            Finding::OTHER
        }
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

/// How well one token fits another.
fn tokens(expected: &Token, typed: &Token, alone: bool, prompt: &Prompt) -> Option<Quality> {
    match (expected, typed) {
        (Token::Word(e), Token::Word(t)) => fuzzy::words(e, t, alone),
        (Token::Number(e), Token::Number(t)) if e.value == t.value => {
            Some(if e.ordinal == t.ordinal { Quality::Same } else { Quality::Rough })
        }
        (Token::Number(n), Token::Word(w)) | (Token::Word(w), Token::Number(n)) => {
            is_roman(w, n).then_some(Quality::Same)
        }
        (Token::Unit(u), Token::Word(w)) | (Token::Word(w), Token::Unit(u)) => {
            (super::units::Unit::named(&w.plain) == Some(*u)).then_some(Quality::Inflected)
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
