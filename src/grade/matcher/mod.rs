//! Whether a typed answer is one of the expected ones.
//!
//! Both sides are read the same way: characters get one spelling (`text`), the text is cut into words, figures and signs
//! (`scan`, `figures`), words become numbers, units, dates and comparisons where they are (`numbers`, `units`, `dates`,
//! `signs`), and what carries no meaning is marked (`phrase`, `language`). Then each expected answer is compared
//! (`compare`): the same letters; else word by word (`pairing`, `fit`, `fuzzy`, `mistakes`), where pairs that students
//! confuse never fit (`traps`); else with acronyms written out (`expectation`, `acronyms`); else as several answers
//! in one (`hedge`). What the question itself says counts for nothing (`prompt`).
//!
//! Two rules are above all others: what is known to be confused is never accepted, and where the matcher is not sure it
//! says [`Verdict::Almost`] and leaves the decision to the student. `pairs.tsv` is what it is held to.

mod acronyms;
mod compare;
mod dates;
mod decimal;
mod elided;
mod expectation;
mod expected;
mod figures;
mod finding;
mod fit;
mod fuzzy;
mod hedge;
mod inflect;
mod language;
mod mistakes;
mod number_words;
mod numbers;
mod pairing;
mod phonetic;
mod phrase;
mod prompt;
mod scan;
mod signs;
mod sum;
#[cfg(test)]
mod tests;
mod text;
mod token;
mod traps;
mod typed;
mod units;

pub(super) use expectation::Expectation;

use crate::card::{Qroc, Text};

/// What is thought of a typed answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Not an expected answer.
    Refuse,
    /// It resembles an expected answer: the student decides, with both shown, between 0, 0.5 and 1.
    Almost,
    /// An answer that the author accepts for half a point.
    Acceptable,
    /// An expected answer: the whole point.
    Accept,
}

/// What is worth saying about a typed answer, beside the verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Only accents differ; the expected spelling is worth showing.
    Accents,
    /// A letter or two differ; the expected spelling is worth showing.
    Spelling,
    /// The number is right, its unit was left out.
    UnitMissing,
    /// The acronym was typed where the words are expected, or the other way round.
    Acronym,
    /// The acronym has several meanings.
    AmbiguousAcronym,
    /// Right, but less precise than what is expected: "juillet 2010" for "13 juillet 2010".
    LessPrecise,
    /// The right words in another order.
    WordOrder,
    /// Words of the expected answer are missing.
    MissingWords,
    /// There are words that the expected answer does not have.
    ExtraWords,
    /// Another word that is easily taken for the expected one.
    Confusable {
        /// The word that was typed.
        typed: Text,
        /// The word that was expected.
        expected: Text,
    },
    /// One says yes and the other no.
    Negation,
    /// Another number.
    Number,
    /// The number is right, the unit another one.
    Unit,
    /// The acronym was typed where the question asks what it stands for.
    ExpansionWanted,
    /// What it stands for was typed where the question asks for the acronym.
    AcronymWanted,
    /// Several answers were given, not all of them right.
    Hedged,
}

impl Remark {
    /// Its name in data; `grade-remark-NAME` is its message.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Accents => "accents",
            Self::Spelling => "spelling",
            Self::UnitMissing => "unit-missing",
            Self::Acronym => "acronym",
            Self::AmbiguousAcronym => "ambiguous-acronym",
            Self::LessPrecise => "less-precise",
            Self::WordOrder => "word-order",
            Self::MissingWords => "missing-words",
            Self::ExtraWords => "extra-words",
            Self::Confusable { .. } => "confusable",
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Unit => "unit",
            Self::ExpansionWanted => "expansion-wanted",
            Self::AcronymWanted => "acronym-wanted",
            Self::Hedged => "hedged",
        }
    }
}

/// What was found out about a typed answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The verdict.
    pub verdict: Verdict,
    /// The expected answer that it is, or resembles; `None` when refused.
    pub matched: Option<Text>,
    /// What is worth saying beside.
    pub remark: Option<Remark>,
}

/// Compares what was typed with the answers of a card. `language` is the deck's (BCP 47): "fr" brings the rules of
/// French, "en" those of English, any other a plain comparison.
#[must_use]
pub fn match_answer(typed: &str, qroc: &Qroc, language: &str) -> Match {
    let expectation = Expectation::new(qroc, language);
    let found = expectation.compare(typed);
    if found.verdict >= Verdict::Acceptable || !language.to_ascii_lowercase().starts_with("fr") {
        return found;
    }
    // Only what would be refused is looked at again, so that no letter that is a name is ever lost.
    match elided::with_apostrophes(typed).map(|mended| expectation.compare(&mended)) {
        Some(again) if again.verdict > found.verdict => again,
        _ => found,
    }
}
