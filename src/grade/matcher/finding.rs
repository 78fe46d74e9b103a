//! What a comparison found.

use super::{Remark, token::Word};
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

/// A word that is easily taken for the expected one. (Nobody takes a single letter for a word: that is a slip of the
/// finger, and not worth a warning.)
pub(super) fn confusable(typed: &Word, expected: &Word) -> Finding {
    let remark = (typed.accented.chars().count() > 1).then(|| Remark::Confusable {
        typed: Text::one_line(&typed.accented),
        expected: Text::one_line(&expected.accented),
    });
    Finding { level: Level::Other, remark }
}

impl Finding {
    /// The better of two; this one when they are level.
    pub(super) fn or_better(self, other: Self) -> Self {
        if other.level > self.level { other } else { self }
    }

    /// The best of several; among equals the first that says something.
    pub(super) fn best(findings: impl Iterator<Item = Self>) -> Self {
        findings.fold(Self::OTHER, |best, next| {
            let better = next.level > best.level || (next.level == best.level && best.remark.is_none());
            if better { next } else { best }
        })
    }
}
