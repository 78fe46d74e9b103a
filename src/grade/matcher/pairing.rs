//! Which words of two answers belong together, and what follows from those that do not.

use super::{
    Remark,
    finding::{Finding, confusable},
    fit,
    fuzzy::{self, Quality},
    phrase::Phrase,
    prompt::Prompt,
    token::{Number, Sign, Token, Word},
    traps,
};

/// Which typed token stands for which expected one.
pub(super) struct Pairing<'a> {
    /// Expected place, typed place (both counted among the tokens that matter), how well they fit.
    pub(super) pairs: Vec<(usize, usize, Quality)>,
    pub(super) missing: Vec<&'a Token>,
    pub(super) extra: Vec<&'a Token>,
    expected: Vec<&'a Token>,
    typed: Vec<&'a Token>,
}

impl<'a> Pairing<'a> {
    pub(super) fn new(
        expected: &'a Phrase,
        e: &[usize],
        typed: &'a Phrase,
        t: &[usize],
        prompt: &Prompt,
    ) -> Self {
        let expected: Vec<&Token> = e.iter().map(|&i| &expected.tokens[i]).collect();
        let typed: Vec<&Token> = t.iter().map(|&i| &typed.tokens[i]).collect();
        let alone = expected.len() == 1;
        let mut candidates: Vec<(Quality, usize, usize)> = Vec::new();
        for (i, e) in expected.iter().enumerate() {
            for (j, t) in typed.iter().enumerate() {
                candidates.extend(fit::tokens(e, t, alone, prompt).map(|quality| (quality, i, j)));
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
    pub(super) fn conflict(&self) -> Option<Finding> {
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

    /// Whether both are one measure or share, said in different ways.
    fn converts(&self) -> bool {
        fit::converts(&self.expected, &self.typed)
    }

    /// Whether what fits fits well: words that are only alike, among others that do not fit, are no answer.
    fn is_sure(&self) -> bool {
        self.pairs.iter().all(|(_, _, q)| *q != Quality::Rough)
    }

    fn typos(&self) -> usize {
        self.pairs.iter().map(|(_, _, q)| if let Quality::Typo(n) = q { *n } else { 0 }).sum()
    }

    pub(super) fn all_there(&self, expected: &Phrase, e: &[usize], typed: &Phrase, t: &[usize]) -> Finding {
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
    pub(super) fn too_little(&self, e: &[usize], prompt: &Prompt) -> Finding {
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
        // One of two words, two of three.
        let (found, all) = (self.pairs.len(), e.len());
        let enough = if all <= 2 { 2 * found >= all } else { 3 * found >= 2 * all };
        if !repeats && enough && self.is_sure() {
            Finding::near(Remark::MissingWords)
        } else {
            Finding::OTHER
        }
    }

    /// Everything expected is there, and more.
    pub(super) fn too_much(&self, prompt: &Prompt) -> Finding {
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
        if self.extra.len() <= self.expected.len().max(2) && self.is_sure() {
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
    pub(super) fn both(&self) -> Finding {
        if self.converts() {
            return Finding::loose(None);
        }
        let most = 4 * self.pairs.len() >= 3 * self.expected.len();
        if most && self.is_sure() && self.extra.len() <= self.missing.len() + 1 {
            Finding::near(Remark::MissingWords)
        } else {
            Finding::OTHER
        }
    }
}
