//! Comparing what was typed with one expected answer.

use super::{
    Remark,
    finding::{Finding, Level, confusable},
    fuzzy::{self, Quality},
    pairing::Pairing,
    phrase::Phrase,
    prompt::Prompt,
    token::{Token, Word},
    traps,
};

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
