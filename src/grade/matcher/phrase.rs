//! An answer, taken apart.

use super::{
    dates,
    language::Language,
    numbers, scan, signs, text,
    token::{Form, Token, Word},
    units,
};

/// No answer that is worth comparing is longer; what comes after is left out.
const LONGEST: usize = 600;

/// Whether a text is longer than what is compared.
pub(super) fn is_too_long(raw: &str) -> bool {
    raw.chars().nth(LONGEST).is_some()
}

/// Which side a text is on. On the expected side capitals mean what they say (`CES` is no article); a student may type
/// everything in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Expected,
    Typed,
}

/// An answer, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// In order, without the marks that separate.
    pub(super) tokens: Vec<Token>,
    /// For each token, which of the parts that commas, "et" and the like separate it belongs to.
    parts: Vec<usize>,
    language: Language,
}

impl Phrase {
    pub(super) fn read(raw: &str, side: Side, language: Language) -> Self {
        let cut = raw.char_indices().nth(LONGEST).map_or(raw, |(at, _)| raw.get(..at).unwrap_or(raw));
        let mut tokens = scan::scan(&text::prepare(cut), language);
        drop_opening(&mut tokens, language);
        let tokens = numbers::read(&tokens, language);
        let tokens = units::read(tokens);
        let tokens = dates::read(&tokens, language);
        Self::of(signs::read(&tokens), side, language)
    }

    fn of(tokens: Vec<Token>, side: Side, language: Language) -> Self {
        let last = tokens.len().saturating_sub(1);
        let mut phrase = Self { tokens: Vec::new(), parts: Vec::new(), language };
        let mut part = 0;
        for (at, mut token) in tokens.into_iter().enumerate() {
            match &mut token {
                Token::Break(_) => {
                    part += 1;
                    continue;
                }
                Token::Word(word) => {
                    word.light = is_light(word, side, language, at == 0, at == last);
                    if matches!(word.plain.as_str(), "et" | "and" | "puis" | "then") {
                        part += 1;
                    }
                }
                _ => {}
            }
            phrase.tokens.push(token);
            phrase.parts.push(part);
        }
        phrase
    }

    /// The same with the tokens `from..to` replaced by those of another.
    pub(super) fn spliced(&self, from: usize, to: usize, other: &Self) -> Self {
        let mut tokens = self.tokens.clone();
        let to = to.min(tokens.len());
        tokens.splice(from.min(to)..to, other.tokens.iter().cloned());
        let part = self.parts.get(from).copied().unwrap_or_default();
        let mut parts = self.parts.clone();
        parts.splice(from.min(to)..to, vec![part; other.tokens.len()]);
        Self { tokens, parts, language: self.language }
    }

    /// The same with neighbours written together where `other` has them as one word: "CD 4" beside CD4.
    pub(super) fn merged_as(&self, other: &Self) -> Self {
        let words: Vec<&str> = other.words().iter().map(|w| w.plain.as_str()).collect();
        let mut out = Self { tokens: Vec::new(), parts: Vec::new(), language: self.language };
        let mut at = 0;
        while at < self.tokens.len() {
            let merged = (2..=6).rev().find_map(|length| {
                let places: Vec<usize> = (at..at + length).filter(|&i| i < self.tokens.len()).collect();
                let plain = self.joined(&places);
                let fits = places.len() == length && words.contains(&plain.as_str());
                fits.then(|| {
                    (length, Word::whole(plain, self.joined_accented(&places), self.joined_stems(&places)))
                })
            });
            let (length, token) = merged
                .map_or_else(|| (1, self.tokens[at].clone()), |(length, word)| (length, Token::Word(word)));
            out.tokens.push(token);
            out.parts.push(self.parts.get(at).copied().unwrap_or_default());
            at += length;
        }
        out
    }

    /// The tokens that carry meaning; all of them when none does. Words in `kept` carry meaning in any case.
    pub(super) fn content(&self, kept: &[&str]) -> Vec<usize> {
        let heavy: Vec<usize> = (0..self.tokens.len())
            .filter(|&i| match &self.tokens[i] {
                Token::Word(word) => !word.light || kept.contains(&word.plain.as_str()),
                _ => true,
            })
            .collect();
        if heavy.is_empty() { (0..self.tokens.len()).collect() } else { heavy }
    }

    pub(super) fn words(&self) -> Vec<&Word> {
        self.tokens.iter().filter_map(Token::word).collect()
    }

    /// Whether it says no.
    pub(super) fn is_negated(&self) -> bool {
        self.words().iter().any(|w| self.language.is_negation(&w.plain))
    }

    /// The tokens at these places written without spaces; two numbers side by side stay apart.
    pub(super) fn joined(&self, places: &[usize]) -> String {
        self.join(places, Token::key)
    }

    /// The same with accents.
    pub(super) fn joined_accented(&self, places: &[usize]) -> String {
        self.join(places, |t| t.word().map_or_else(|| t.key(), |w| w.accented.clone()))
    }

    /// The same without the endings of number and gender.
    pub(super) fn joined_stems(&self, places: &[usize]) -> String {
        self.join(places, |t| t.word().map_or_else(|| t.key(), |w| w.stem.clone()))
    }

    fn join(&self, places: &[usize], key: impl Fn(&Token) -> String) -> String {
        let mut out = String::new();
        for token in places.iter().filter_map(|&i| self.tokens.get(i)) {
            let key = key(token);
            let digits = |c: char| c.is_ascii_digit();
            if out.ends_with(digits) && key.starts_with(digits) {
                out.push('|');
            }
            out.push_str(&key);
        }
        out
    }

    /// The parts that commas, "et" and the like make of these places, each without spaces.
    pub(super) fn parts(&self, places: &[usize]) -> Vec<String> {
        let part = |i: &usize| self.parts.get(*i).copied().unwrap_or_default();
        places.chunk_by(|a, b| part(a) == part(b)).map(|places| self.joined_stems(places)).collect()
    }
}

fn is_light(word: &Word, side: Side, language: Language, first: bool, last: bool) -> bool {
    if word.form == Form::Elided {
        return true;
    }
    // "hépatite a": nothing follows that "a" could belong to.
    let lone_a = word.plain == "a" && word.accented == "a" && last;
    let named = match (word.form, side) {
        (Form::Capitals | Form::CapitalsAndS | Form::Letter, Side::Expected) => true,
        (Form::Letter, Side::Typed) => !first,
        _ => false,
    };
    language.is_light(&word.plain) && !lone_a && !named
}

fn drop_opening(tokens: &mut Vec<Token>, language: Language) {
    for opening in language.openings() {
        let fits =
            opening.iter().enumerate().all(|(i, word)| tokens.get(i).is_some_and(|t| t.plain() == *word));
        if fits && tokens.len() > opening.len() {
            tokens.drain(..opening.len());
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(raw: &str, side: Side) -> String {
        let phrase = Phrase::read(raw, side, Language::French);
        let places = phrase.content(&[]);
        places.iter().map(|&i| phrase.tokens[i].key()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn articles_and_openings_carry_no_meaning() {
        assert_eq!(
            content("C'est la caisse nationale de l'assurance maladie", Side::Typed),
            "caisse nationale assurance maladie"
        );
        assert_eq!(content("il s'agit d'une agence", Side::Typed), "agence");
        assert_eq!(content("LA CNAM", Side::Typed), "cnam");
    }

    #[test]
    fn a_single_letter_that_names_something_stays() {
        assert_eq!(content("hépatite A", Side::Typed), "hepatite a");
        assert_eq!(content("hépatite a", Side::Typed), "hepatite a");
        assert_eq!(content("vitamine D", Side::Expected), "vitamine d");
        assert_eq!(content("À jeun", Side::Expected), "jeun");
        assert_eq!(content("A jeun", Side::Typed), "jeun");
    }

    #[test]
    fn an_acronym_that_looks_like_an_article_stays_on_the_expected_side() {
        assert_eq!(content("CES", Side::Expected), "ces");
        assert_eq!(content("le CES", Side::Expected), "ces");
    }

    #[test]
    fn an_answer_of_articles_alone_is_kept_whole() {
        assert_eq!(content("la", Side::Typed), "la");
    }

    #[test]
    fn measures_dates_and_numbers_are_read() {
        assert_eq!(content("le 1er juillet 2010", Side::Typed), content("01/07/2010", Side::Expected));
        assert_eq!(content("cinq ans", Side::Typed), content("5ans", Side::Expected));
    }
}
