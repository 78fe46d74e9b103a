//! What the question itself says: words of it in an answer tell nothing.

use std::collections::HashSet;

use super::{
    language::Language,
    phrase::{Phrase, Side},
    token::{Form, Token, Word},
    units::Unit,
};

/// What a question says that matters for its answer.
#[derive(Default)]
pub(super) struct Prompt {
    plains: HashSet<String>,
    stems: HashSet<String>,
    units: Vec<Unit>,
    /// It offers a choice ("ou"): to repeat its words is then to answer.
    offers: bool,
    /// Its words two by two, without a space: `atmp`.
    twos: HashSet<String>,
    /// It asks for an acronym, or what one stands for, and does not only mention one.
    pub(super) names_acronym: bool,
    /// It asks for a year only.
    pub(super) asks_year: bool,
}

impl Prompt {
    pub(super) fn read(raw: &str, language: Language) -> Self {
        let phrase = Phrase::read(raw, Side::Expected, language);
        let mut prompt = Self::default();
        for token in &phrase.tokens {
            match token {
                Token::Word(word) => {
                    if word.form != Form::Elided {
                        prompt.units.extend(Unit::named(&word.plain));
                    }
                    prompt.plains.insert(word.plain.clone());
                    prompt.stems.insert(word.stem.clone());
                }
                Token::Unit(unit) => prompt.units.push(*unit),
                _ => {}
            }
        }
        let words = phrase.words();
        prompt.twos = words.windows(2).map(|w| format!("{}{}", w[0].plain, w[1].plain)).collect();
        let has = |words: &[&str]| words.iter().any(|w| prompt.plains.contains(*w));
        prompt.offers = has(&["ou", "or"]);
        let names = ["sigle", "acronyme", "acronym", "abreviation", "abbreviation", "initiales", "initials"];
        prompt.names_acronym = has(&names) && !has(&["dont", "whose", "suffit", "suffisent", "enough"]);
        prompt.asks_year = has(&["annee", "year"]) && !has(&["jour", "mois", "day", "month"]);
        prompt
    }

    /// Whether the question has this word.
    pub(super) fn has(&self, word: &Word) -> bool {
        self.plains.contains(&word.plain) || self.stems.contains(&word.stem)
    }

    /// Whether the question has this acronym (lower case, no spaces).
    pub(super) fn has_acronym(&self, key: &str) -> bool {
        self.plains.contains(key) || self.twos.contains(key)
    }

    /// Whether the question has this word and saying it again decides nothing.
    pub(super) fn makes_idle(&self, word: &Word) -> bool {
        !self.offers && self.has(word)
    }

    /// Whether the question names this unit; `None` when it names none.
    pub(super) fn names_unit(&self, unit: Unit) -> Option<bool> {
        (!self.units.is_empty()).then(|| self.units.contains(&unit))
    }
}
