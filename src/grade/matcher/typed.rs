//! What was typed, and what the table of acronyms knows of it.

use super::{
    acronyms::{self, Thing},
    language::Language,
    phrase::{Phrase, Side},
    token::{Form, Token},
};

/// What was typed.
pub(super) struct Typed {
    pub(super) raw: String,
    pub(super) phrase: Phrase,
    /// The same with its unambiguous acronyms written out.
    pub(super) expanded: Option<Phrase>,
    /// Without spaces and accents.
    pub(super) key: String,
    /// What it may be, when the table knows it.
    pub(super) things: Vec<Thing>,
}

impl Typed {
    pub(super) fn read(raw: &str, language: Language) -> Self {
        let phrase = Phrase::read(raw, Side::Typed, language);
        let mut key = phrase.joined(&phrase.content(&[]));
        if !acronyms::is_known(&key)
            && let Some(singular) = key.strip_suffix('s')
            && acronyms::is_known(singular)
        {
            key = singular.to_owned();
        }
        let things = things_of(&phrase, raw, Side::Typed);
        Self { raw: raw.to_owned(), expanded: written_out(&phrase), phrase, key, things }
    }

    /// Whether it is short enough, and made like, an acronym alone.
    pub(super) fn is_acronym(&self) -> bool {
        let words = self.phrase.words();
        let letters = self.key.chars().count();
        (2..=8).contains(&letters)
            && (acronyms::is_known(&self.key)
                || words
                    .iter()
                    .all(|w| w.light || w.plain.len() <= 1 || w.form == Form::Capitals || words.len() == 1))
    }
}

/// What the table knows a whole answer as: one of its acronyms, or its words.
pub(super) fn things_of(phrase: &Phrase, raw: &str, side: Side) -> Vec<Thing> {
    let by_acronym = things_of_acronym(phrase);
    if !by_acronym.is_empty() {
        // Without other signs, the usual meaning is meant.
        return match acronyms::usual(&phrase.joined(&phrase.content(&[]))) {
            Some(thing) if side == Side::Expected => vec![thing],
            _ => by_acronym.to_vec(),
        };
    }
    // The table is French whatever the language of the deck.
    let french = Phrase::read(raw, side, Language::French);
    acronyms::things_of_words(&french.joined_stems(&french.content(&[]))).to_vec()
}

/// What a whole answer may be as an acronym.
pub(super) fn things_of_acronym(phrase: &Phrase) -> &'static [Thing] {
    acronyms::things_of_acronym(&phrase.joined(&phrase.content(&[])))
}

/// The phrase with every acronym that has one usual meaning written out; `None` when there is none.
pub(super) fn written_out(phrase: &Phrase) -> Option<Phrase> {
    let mut out = phrase.clone();
    let mut changed = false;
    let mut at = 0;
    while at < out.tokens.len() {
        // "AT MP" and "CMU C" are two tokens.
        let length = [2, 1].into_iter().find(|&n| {
            let tokens = out.tokens.get(at..at + n).unwrap_or_default();
            let words = tokens.len() == n && tokens.iter().all(|t| t.word().is_some_and(|w| !w.light));
            words && acronyms::usual(&tokens.iter().map(Token::key).collect::<String>()).is_some()
        });
        let Some(length) = length else {
            at += 1;
            continue;
        };
        let key: String =
            out.tokens.get(at..at + length).unwrap_or_default().iter().map(Token::key).collect();
        let words = acronyms::usual(&key).and_then(|thing| acronyms::expansions(thing).first());
        at += match words {
            Some(words) => {
                out = out.spliced(at, at + length, words);
                changed = true;
                words.tokens.len()
            }
            None => length,
        };
    }
    changed.then_some(out)
}
