//! What a group has answered: anonymous exports of several students, gathered by question and option.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs::File,
    io::BufReader,
    path::Path,
};

use serde::Serialize;

use super::{
    anonymous::{self, ReadError, Shared},
    error::AppError,
    open::App,
};
use crate::card::{Card, Content, DeckId, Kind, Locator, Opt, Text};

/// What a group has answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Results {
    /// How many students have shared something.
    pub students: usize,
    /// How many answers were gathered, each once however often it was sent.
    pub answers: usize,
    /// How many lines could not be read.
    pub torn: usize,
    /// The questions, those that the group knows least first.
    pub questions: Vec<Question>,
}

/// A question, as a group has answered it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// The card, or `card#question`.
    pub card: Text,
    /// Its prompt; null when the tutor does not have the deck.
    pub prompt: Option<Text>,
    /// Its kind; null as well.
    pub kind: Option<Kind>,
    /// How many students have answered it.
    pub students: usize,
    /// How many of their first answers were marked.
    pub marked: usize,
    /// The mean score of those, 0 to 1.
    pub mean: Option<f64>,
    /// How many of those earned everything.
    pub full: usize,
    /// How many rated their first answer "again", where nothing was marked.
    pub again: usize,
    /// How many first answers were given to another version of the card than the tutor's.
    pub other_version: usize,
    /// What was chosen at the first answer: the options of the card in the author's order, then what else was chosen.
    pub options: Vec<Chosen>,
    /// What was typed at the first answer, where students share it, most often first.
    pub typed: Vec<(Text, usize)>,
    /// Why it was missed, by the word of the reason, in all answers.
    pub reasons: BTreeMap<String, usize>,
}

/// How often an option was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// The option.
    pub text: Text,
    /// Whether it is right; null when the tutor does not have the card.
    pub right: Option<bool>,
    /// How many chose it at their first answer.
    pub count: usize,
}

impl App {
    /// Gathers what students have shared (`carabin journal export --anonymous`); only the questions of `decks`, if any are
    /// named. One file sent twice, or two exports of one history, count once.
    ///
    /// # Errors
    /// [`AppError::NotShared`] for a file that is no anonymous export.
    pub fn results(&mut self, files: &[impl AsRef<Path>], decks: &[DeckId]) -> Result<Results, AppError> {
        let mut gathered = Gathered::default();
        for file in files {
            let path = file.as_ref();
            let refused = |error| AppError::NotShared { path: path.to_owned(), error };
            let opened = File::open(path).map_err(|error| refused(ReadError::Io(error)))?;
            let (head, answers, torn) = anonymous::read(&mut BufReader::new(opened)).map_err(refused)?;
            gathered.torn += torn;
            gathered.take(&head.student, answers);
        }
        let students = gathered.students.len();
        let answers = gathered.seen.len();
        let torn = gathered.torn;
        let mut questions: Vec<Question> = gathered
            .by_card
            .into_iter()
            .filter(|(card, _)| decks.is_empty() || decks.iter().any(|deck| is_of(card, deck)))
            .map(|(card, answers)| self.question_of(&card, &answers))
            .collect();
        questions.sort_by(|a, b| {
            let order = |q: &Question| q.mean.unwrap_or(f64::INFINITY);
            order(a).total_cmp(&order(b)).then_with(|| a.card.cmp(&b.card))
        });
        Ok(Results { students, answers, torn, questions })
    }

    fn question_of(&self, name: &str, answers: &[(String, Shared)]) -> Question {
        let asked = name.parse::<Locator>().ok().and_then(|locator| self.asked_card(&locator));
        let first: Vec<&Shared> = answers.iter().map(|(_, answer)| answer).filter(|a| a.first).collect();
        let scores: Vec<f64> =
            first.iter().filter_map(|a| a.score).map(|score| score.clamp(0.0, 1.0)).collect();
        let students: HashSet<&str> = answers.iter().map(|(student, _)| student.as_str()).collect();
        let mut reasons = BTreeMap::new();
        for reason in answers.iter().filter_map(|(_, answer)| answer.reason.as_deref()) {
            *reasons.entry(Text::one_line(reason).to_string()).or_default() += 1;
        }
        let version = asked.as_ref().map(|card| card.fingerprint.to_string());
        Question {
            card: Text::one_line(name),
            prompt: asked.as_ref().map(|card| card.content.prompt()),
            kind: asked.as_ref().map(Card::kind),
            students: students.len(),
            marked: scores.len(),
            mean: mean(&scores),
            full: scores.iter().filter(|score| **score >= 1.0).count(),
            again: first.iter().filter(|a| a.score.is_none() && a.rating == Some(1)).count(),
            other_version: first
                .iter()
                .filter(|a| version.as_ref().is_some_and(|v| *v != a.fingerprint))
                .count(),
            options: options(asked.as_ref(), &first),
            typed: typed(&first),
            reasons,
        }
    }

    /// The card that a locator names, or the question of a case as a card.
    fn asked_card(&self, locator: &Locator) -> Option<Card> {
        let card = self.library.card(locator).ok().flatten()?;
        let question = super::questions::questions(&card).into_iter().find(|q| q.locator == *locator);
        Some(question.map_or(card, |posed| posed.card))
    }
}

#[derive(Default)]
struct Gathered {
    students: HashSet<String>,
    seen: HashSet<(String, String)>,
    by_card: HashMap<String, Vec<(String, Shared)>>,
    torn: usize,
}

impl Gathered {
    fn take(&mut self, student: &str, answers: Vec<Shared>) {
        self.students.insert(student.to_owned());
        for answer in answers {
            if self.seen.insert((student.to_owned(), answer.answer.clone())) {
                self.by_card.entry(answer.card.clone()).or_default().push((student.to_owned(), answer));
            }
        }
    }
}

fn is_of(card: &str, deck: &DeckId) -> bool {
    card.strip_prefix(deck.as_str()).is_some_and(|rest| rest.starts_with('/'))
}

fn mean(scores: &[f64]) -> Option<f64> {
    let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    Some(scores.iter().sum::<f64>() / f64::from(count))
}

fn options(card: Option<&Card>, first: &[&Shared]) -> Vec<Chosen> {
    let known: &[Opt] = match card.map(|card| &card.content) {
        Some(Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice)) => &choice.options,
        _ => &[],
    };
    let mut out: Vec<Chosen> = known
        .iter()
        .map(|option| Chosen { text: option.text.clone(), right: Some(option.verdict.is_right()), count: 0 })
        .collect();
    for text in first.iter().filter_map(|answer| answer.chosen.as_deref()).flatten() {
        let text = Text::clean(text);
        match out.iter_mut().find(|chosen| chosen.text == text) {
            Some(chosen) => chosen.count += 1,
            None => out.push(Chosen { text, right: None, count: 1 }),
        }
    }
    out
}

fn typed(first: &[&Shared]) -> Vec<(Text, usize)> {
    let mut counts: BTreeMap<Text, usize> = BTreeMap::new();
    for text in first.iter().filter_map(|answer| answer.typed.as_deref()) {
        *counts.entry(Text::one_line(text)).or_default() += 1;
    }
    let mut out: Vec<_> = counts.into_iter().collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out
}
