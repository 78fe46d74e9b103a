//! The expected answers of a question, ready for comparing.

use super::{
    Match, Remark, Verdict, acronyms, compare,
    expected::{self, Expected},
    finding::{Finding, Level},
    hedge,
    language::Language,
    phrase::{self, Phrase},
    prompt::Prompt,
    typed::Typed,
};
use crate::card::{Qroc, Text};

/// The expected answers of a question, read once for many comparisons.
pub(in crate::grade) struct Expectation {
    answers: Vec<Expected>,
    prompt: Prompt,
    language: Language,
    /// The acronym alone is not enough.
    expand: bool,
}

const REFUSED: Match = Match { verdict: Verdict::Refuse, matched: None, remark: None };

impl Expectation {
    pub(in crate::grade) fn new(qroc: &Qroc, language: &str) -> Self {
        Self::read(&qroc.prompt, &qroc.answers, &qroc.accept, qroc.expand, Language::of(language))
    }

    /// One item of a list with its accepted spellings.
    pub(in crate::grade) fn of_item(prompt: &str, spellings: &[Text], language: &str) -> Self {
        Self::read(prompt, spellings, &[], false, Language::of(language))
    }

    fn read(prompt: &str, answers: &[Text], accept: &[Text], expand: bool, language: Language) -> Self {
        let halves = std::iter::repeat(true);
        let all = answers.iter().zip(std::iter::repeat(false)).chain(accept.iter().zip(halves));
        let mut answers: Vec<Expected> =
            all.map(|(shown, half)| Expected::read(shown, half, expand, language)).collect();
        expected::settle(&mut answers);
        if expand {
            expected::drop_acronyms(&mut answers);
        }
        Self { answers, prompt: Prompt::read(prompt, language), language, expand }
    }

    /// What is thought of what was typed.
    pub(in crate::grade) fn compare(&self, typed: &str) -> Match {
        let whole = self.compare_whole(typed);
        if matches!(whole.verdict, Verdict::Accept | Verdict::Acceptable) {
            return whole;
        }
        hedge::compare(self, typed, whole)
    }

    /// The same without looking whether several answers were given.
    pub(super) fn compare_whole(&self, typed: &str) -> Match {
        let trimmed = typed.trim();
        if trimmed.is_empty() {
            return REFUSED;
        }
        if let Some(answer) = self.answers.iter().find(|a| a.shown.trim() == trimmed) {
            return found(answer, &Finding::exact(None));
        }
        if phrase::is_too_long(trimmed) {
            return REFUSED;
        }
        let typed = Typed::read(trimmed, self.language);
        let findings = self.answers.iter().map(|answer| (answer, self.against(answer, &typed)));
        // The first of the best; the whole point before the half.
        let best = findings.reduce(|best, next| if rank(&next) > rank(&best) { next } else { best });
        best.map_or(REFUSED, |(answer, finding)| found(answer, &finding))
    }

    /// Compares with one answer, acronyms as they are and written out.
    fn against(&self, answer: &Expected, typed: &Typed) -> Finding {
        let direct =
            Finding::best(answer.phrases.iter().map(|e| compare::compare(e, &typed.phrase, &self.prompt)));
        if direct.level >= Level::Loose {
            return direct;
        }
        if answer.has_acronym(typed) {
            return self.acronym_for_words(answer, typed);
        }
        if let Some(finding) = self.words_for_acronym(answer, typed) {
            return finding;
        }
        if !answer.things.is_empty()
            && !typed.things.is_empty()
            && !typed.things.iter().any(|t| answer.things.contains(t))
        {
            return Finding::other(Remark::Confusable {
                typed: Text::one_line(&typed.raw),
                expected: answer.shown.clone(),
            });
        }
        direct.or_better(self.written_out(answer, typed))
    }

    fn acronym_for_words(&self, answer: &Expected, typed: &Typed) -> Finding {
        if self.expand || self.prompt.has_acronym(&typed.key) {
            return Finding::other(Remark::ExpansionWanted);
        }
        match acronyms::usual(&typed.key) {
            Some(thing) if answer.things.contains(&thing) => Finding::loose(Some(Remark::Acronym)),
            _ if acronyms::is_known(&typed.key) => Finding::near(Remark::AmbiguousAcronym),
            // Only the initials speak for it.
            None | Some(_) => Finding::near(Remark::Acronym),
        }
    }

    /// The words typed where the acronym is expected.
    fn words_for_acronym(&self, answer: &Expected, typed: &Typed) -> Option<Finding> {
        if !answer.is_acronym() {
            return None;
        }
        let fits = |(phrase, ambiguous): &(Phrase, bool)| {
            let finding = compare::compare(phrase, &typed.phrase, &self.prompt);
            (finding.level >= Level::Loose).then_some((finding, *ambiguous))
        };
        let (finding, ambiguous) = answer.expanded.iter().find_map(fits)?;
        Some(if self.prompt.names_acronym {
            Finding::other(Remark::AcronymWanted)
        } else if ambiguous {
            Finding::near(Remark::AmbiguousAcronym)
        } else {
            Finding::loose(finding.remark.filter(|r| *r == Remark::Spelling).or(Some(Remark::Acronym)))
        })
    }

    /// Acronyms within longer answers, written out on both sides.
    fn written_out(&self, answer: &Expected, typed: &Typed) -> Finding {
        let typed_out = typed.expanded.as_ref().filter(|_| !self.expand);
        let told = answer.expanded.iter().filter(|(_, ambiguous)| !ambiguous).map(|(phrase, _)| phrase);
        let pairs = told.flat_map(|e| std::iter::once(&typed.phrase).chain(typed_out).map(move |t| (e, t)));
        let pairs = pairs.chain(typed_out.iter().flat_map(|t| answer.phrases.iter().map(move |e| (e, *t))));
        let all = pairs.map(|(e, t)| compare::compare(e, t, &self.prompt));
        let finding = Finding::best(all);
        match finding.level {
            Level::Exact | Level::Loose => {
                Finding::loose(finding.remark.filter(|r| *r == Remark::Spelling).or(Some(Remark::Acronym)))
            }
            // Written out, acronyms have many words in common; that says little.
            Level::Near | Level::Other => Finding::OTHER,
        }
    }
}

fn rank((answer, finding): &(&Expected, Finding)) -> (Level, bool, bool) {
    (finding.level, !answer.half, finding.remark.is_some() && finding.level == Level::Other)
}

fn found(answer: &Expected, finding: &Finding) -> Match {
    let verdict = match finding.level {
        Level::Other => Verdict::Refuse,
        Level::Near => Verdict::Almost,
        Level::Loose | Level::Exact if answer.half => Verdict::Acceptable,
        Level::Loose | Level::Exact => Verdict::Accept,
    };
    let matched = (verdict != Verdict::Refuse).then(|| answer.shown.clone());
    Match { verdict, matched, remark: finding.remark.clone() }
}
