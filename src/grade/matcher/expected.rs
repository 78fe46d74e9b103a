//! One expected answer.

use super::{
    acronyms::{self, Thing},
    language::Language,
    phrase::{self, Phrase, Side},
    typed::{Typed, things_of, things_of_acronym, written_out},
};
use crate::card::Text;

/// One expected answer.
pub(super) struct Expected {
    pub(super) shown: Text,
    /// Worth half a point.
    pub(super) half: bool,
    /// The ways to write it: as it stands, and without what is in brackets.
    pub(super) phrases: Vec<Phrase>,
    /// The same with its acronyms written out; the flag says that this is one meaning of several.
    pub(super) expanded: Vec<(Phrase, bool)>,
    /// What it is, when the table knows it.
    pub(super) things: Vec<Thing>,
}

impl Expected {
    pub(super) fn read(shown: &Text, half: bool, expand: bool, language: Language) -> Self {
        // What is too long to take apart is only an answer letter by letter.
        let mut texts: Vec<String> =
            if phrase::is_too_long(shown) { Vec::new() } else { vec![shown.to_string()] };
        texts.extend(without_brackets(shown, expand));
        let phrases: Vec<Phrase> =
            texts.iter().map(|text| Phrase::read(text, Side::Expected, language)).collect();
        let mut known = phrases.iter().zip(&texts).map(|(p, text)| things_of(p, text, Side::Expected));
        let things = known.find(|t| !t.is_empty()).unwrap_or_default();
        let mut expected = Self { shown: shown.clone(), half, phrases, expanded: Vec::new(), things };
        expected.expand_acronyms();
        expected
    }

    fn expand_acronyms(&mut self) {
        let Some(phrase) = self.phrases.first() else { return };
        let whole = things_of_acronym(phrase);
        self.expanded = if whole.is_empty() {
            written_out(phrase).map(|p| (p, false)).into_iter().collect()
        } else {
            let ambiguous = self.things.len() > 1;
            let phrases = self.things.iter().flat_map(|t| acronyms::expansions(*t));
            phrases.map(|p| (p.clone(), ambiguous)).collect()
        };
    }

    /// Whether what was typed is nothing but an acronym of this answer: by the table, or by its initials.
    pub(super) fn has_acronym(&self, typed: &Typed) -> bool {
        if !typed.is_acronym() {
            return false;
        }
        let by_table = acronyms::things_of_acronym(&typed.key).iter().any(|t| self.things.contains(t));
        let is_words = !self.is_acronym() && self.phrases.iter().any(|p| !p.content(&[]).is_empty());
        let initials = || {
            let long = typed.key.chars().count() >= 3 && !acronyms::is_known(&typed.key);
            long && self.phrases.iter().any(|p| has_initials(p, &typed.key))
        };
        is_words && (by_table || initials())
    }

    /// Whether the whole answer is a known acronym.
    pub(super) fn is_acronym(&self) -> bool {
        self.phrases.first().is_some_and(|p| !things_of_acronym(p).is_empty())
    }
}

/// An acronym of several meanings means what another answer of the card says it does.
pub(super) fn settle(answers: &mut [Expected]) {
    let told: Vec<Thing> =
        answers.iter().filter(|a| !a.is_acronym()).flat_map(|a| a.things.iter().copied()).collect();
    for answer in answers.iter_mut().filter(|a| a.things.len() > 1) {
        let settled: Vec<Thing> = answer.things.iter().copied().filter(|t| told.contains(t)).collect();
        if !settled.is_empty() {
            answer.things = settled;
            answer.expand_acronyms();
        }
    }
}

/// Where the words are asked for, the acronym is no answer even if the author lists it beside them.
pub(super) fn drop_acronyms(answers: &mut Vec<Expected>) {
    let key = |a: &Expected| a.phrases.first().map_or_else(String::new, |p| p.joined(&p.content(&[])));
    let keys: Vec<String> = answers.iter().map(key).collect();
    let spells_out = |words: &Expected, key: &str| {
        words.phrases.iter().any(|p| p.content(&[]).len() > 1 && has_initials(p, key))
            || (!words.is_acronym()
                && acronyms::things_of_acronym(key).iter().any(|t| words.things.contains(t)))
    };
    let is_short = |own: &String| answers.iter().zip(&keys).any(|(a, key)| key != own && spells_out(a, own));
    let short: Vec<bool> = keys.iter().map(is_short).collect();
    let mut keep = short.into_iter().map(|short| !short);
    answers.retain(|_| keep.next().unwrap_or(true));
}

/// Whether these letters are the initials of the phrase, with or without its small words.
fn has_initials(phrase: &Phrase, key: &str) -> bool {
    let initials = |light: bool| -> String {
        let words = phrase.words().into_iter().filter(|w| light || !w.light);
        words.filter_map(|w| w.plain.chars().next()).collect()
    };
    key.chars().count() >= 2 && (initials(false) == key || initials(true) == key)
}

/// What is in brackets may be left out: "virus (de l'immunodéficience humaine)". Where it is an acronym, it may also
/// stand alone.
fn without_brackets(shown: &str, expand: bool) -> Vec<String> {
    let Some((before, rest)) = shown.split_once('(') else { return Vec::new() };
    let Some((inside, after)) = rest.split_once(')') else { return Vec::new() };
    let apart = (before.is_empty() || before.ends_with(char::is_whitespace))
        && !after.chars().next().is_some_and(char::is_alphanumeric);
    if !apart || inside.chars().any(|c| c.is_ascii_digit()) || after.contains('(') {
        return Vec::new();
    }
    let mut out = vec![format!("{before}{after}")];
    let capitals = inside.chars().filter(|c| c.is_uppercase()).count();
    if !expand && capitals >= 2 && !inside.trim().contains(char::is_whitespace) {
        out.push(inside.to_owned());
    }
    out.retain(|text| text.chars().any(char::is_alphanumeric));
    out
}
