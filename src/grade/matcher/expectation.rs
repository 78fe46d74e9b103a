//! The expected answers of a question, ready for comparing.

use super::{
    Match, Remark, Verdict, acronyms,
    acronyms::Thing,
    compare::{self, Finding, Level},
    hedge,
    language::Language,
    phrase::{Phrase, Side},
    prompt::Prompt,
    token::{Form, Token},
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

/// One expected answer.
struct Expected {
    shown: Text,
    /// Worth half a point.
    half: bool,
    /// The ways to write it: as it stands, and without what is in brackets.
    phrases: Vec<Phrase>,
    /// The same with its acronyms written out; the flag says that this is one meaning of several.
    expanded: Vec<(Phrase, bool)>,
    /// What it is, when the table knows it.
    things: Vec<Thing>,
}

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
        settle(&mut answers);
        if expand {
            drop_acronyms(&mut answers);
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
            return Match { verdict: Verdict::Refuse, matched: None, remark: None };
        }
        if let Some(answer) = self.answers.iter().find(|a| a.shown.trim() == trimmed) {
            return found(answer, &Finding::exact(None));
        }
        let typed = Typed::read(trimmed, self.language);
        let findings = self.answers.iter().map(|answer| (answer, self.against(answer, &typed)));
        // The first of the best; the whole point before the half.
        let best = findings.reduce(|best, next| if rank(&next) > rank(&best) { next } else { best });
        best.map_or(Match { verdict: Verdict::Refuse, matched: None, remark: None }, |(answer, finding)| {
            found(answer, &finding)
        })
    }

    /// Compares with one answer, acronyms as they are and written out.
    fn against(&self, answer: &Expected, typed: &Typed) -> Finding {
        let direct = best(answer.phrases.iter().map(|e| compare::compare(e, &typed.phrase, &self.prompt)));
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
        direct.max_by_level(self.written_out(answer, typed))
    }

    fn acronym_for_words(&self, answer: &Expected, typed: &Typed) -> Finding {
        if self.expand || self.prompt.has_plain(&typed.key) {
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
        let whole = answer.phrases.first().is_some_and(|p| !things_of_acronym(p).is_empty());
        if !whole {
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
        let expected =
            answer.phrases.iter().chain(answer.expanded.iter().filter(|(_, a)| !a).map(|(p, _)| p));
        let typed_out = typed.expanded.as_ref().filter(|_| !self.expand);
        let all = expected.flat_map(|e| {
            std::iter::once(&typed.phrase).chain(typed_out).map(move |t| compare::compare(e, t, &self.prompt))
        });
        let finding = best(all);
        match finding.level {
            Level::Exact | Level::Loose => {
                Finding::loose(finding.remark.filter(|r| *r == Remark::Spelling).or(Some(Remark::Acronym)))
            }
            // Written out, acronyms have many words in common; that says little.
            Level::Near | Level::Other => Finding::OTHER,
        }
    }
}

impl Expected {
    fn read(shown: &Text, half: bool, expand: bool, language: Language) -> Self {
        let mut texts = vec![shown.to_string()];
        texts.extend(without_brackets(shown, expand));
        let phrases: Vec<Phrase> =
            texts.iter().map(|text| Phrase::read(text, Side::Expected, language)).collect();
        let things = phrases.first().map_or_else(Vec::new, |phrase| things_of(phrase, shown, Side::Expected));
        let mut expected = Self { shown: shown.clone(), half, phrases, expanded: Vec::new(), things };
        expected.expand_acronyms();
        expected
    }

    fn expand_acronyms(&mut self) {
        let Some(phrase) = self.phrases.first() else { return };
        let whole = things_of_acronym(phrase);
        self.expanded = if whole.is_empty() {
            expanded(phrase).map(|p| (p, false)).into_iter().collect()
        } else {
            let ambiguous = self.things.len() > 1;
            let phrases = self.things.iter().flat_map(|t| acronyms::expansions(*t));
            phrases.map(|p| (p.clone(), ambiguous)).collect()
        };
    }

    /// Whether what was typed is nothing but an acronym of this answer: by the table, or by its initials.
    fn has_acronym(&self, typed: &Typed) -> bool {
        if !typed.is_acronym() {
            return false;
        }
        let by_table = acronyms::things_of_acronym(&typed.key).iter().any(|t| self.things.contains(t));
        let is_words = !self.is_acronym() && self.phrases.iter().any(|p| !p.content(&[]).is_empty());
        is_words && (by_table || self.phrases.iter().any(|p| has_initials(p, &typed.key)))
    }

    fn is_acronym(&self) -> bool {
        self.phrases.first().is_some_and(|p| !things_of_acronym(p).is_empty())
    }
}

/// What was typed.
struct Typed {
    raw: String,
    phrase: Phrase,
    /// The same with its unambiguous acronyms written out.
    expanded: Option<Phrase>,
    /// Without spaces and accents.
    key: String,
    /// What it may be, when the table knows it.
    things: Vec<Thing>,
}

impl Typed {
    fn read(raw: &str, language: Language) -> Self {
        let phrase = Phrase::read(raw, Side::Typed, language);
        let mut key = phrase.joined(&phrase.content(&[]));
        if !acronyms::is_known(&key)
            && let Some(singular) = key.strip_suffix('s')
            && acronyms::is_known(singular)
        {
            key = singular.to_owned();
        }
        let things = things_of(&phrase, raw, Side::Typed);
        Self { raw: raw.to_owned(), expanded: expanded(&phrase), phrase, key, things }
    }

    /// Whether it is short enough, and made like, an acronym alone.
    fn is_acronym(&self) -> bool {
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
fn things_of(phrase: &Phrase, raw: &str, side: Side) -> Vec<Thing> {
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

fn things_of_acronym(phrase: &Phrase) -> &'static [Thing] {
    acronyms::things_of_acronym(&phrase.joined(&phrase.content(&[])))
}

/// An acronym of several meanings means what another answer of the card says it does.
fn settle(answers: &mut [Expected]) {
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

/// Where the words are asked for, the acronym is no answer even if the author lists it, as long as there are words.
fn drop_acronyms(answers: &mut Vec<Expected>) {
    let is_short = |a: &Expected, others: &[Expected]| {
        let key = a.phrases.first().map_or_else(String::new, |p| p.joined(&p.content(&[])));
        others.iter().any(|o| {
            o.phrases.iter().any(|p| p.content(&[]).len() > 1 && has_initials(p, &key))
                || (!o.is_acronym() && acronyms::things_of_acronym(&key).iter().any(|t| o.things.contains(t)))
        })
    };
    let keep: Vec<bool> = answers.iter().map(|a| !is_short(a, answers)).collect();
    let mut keep = keep.into_iter();
    answers.retain(|_| keep.next().unwrap_or(true));
}

/// The phrase with every acronym that has one usual meaning written out; `None` when there is none.
fn expanded(phrase: &Phrase) -> Option<Phrase> {
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

impl Finding {
    fn max_by_level(self, other: Self) -> Self {
        if other.level > self.level { other } else { self }
    }
}

fn best(findings: impl Iterator<Item = Finding>) -> Finding {
    findings.fold(Finding::OTHER, |best, next| {
        let better = next.level > best.level || (next.level == best.level && best.remark.is_none());
        if better { next } else { best }
    })
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
