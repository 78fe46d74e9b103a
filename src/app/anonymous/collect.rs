//! From the history to what is shared.

use std::{
    collections::{HashMap, HashSet},
    io,
    path::Path,
};

use jiff::civil::Date;

use super::{Head, NAME, Shared, VERSION, texts::Texts};
use crate::{
    app::{App, error::AppError, files},
    card::{DeckId, Locator},
    journal::{EventId, ExamAnswer, ExamSitting, Record, Review, Salt, StoredEvent},
    memory::Day,
};

/// The context of the answers of a mock exam.
const EXAM: &str = "exam";

/// What is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Only the answers to these decks; none: to all.
    pub decks: Vec<DeckId>,
    /// What was typed, too.
    pub with_typed: bool,
}

impl App {
    /// Writes what can be shared to a file, readable by its owner only. Gives the number of answers.
    ///
    /// # Errors
    /// When the history or the decks cannot be read, or the file cannot be written.
    pub fn share_to_file(&mut self, choice: &Choice, file: &Path) -> Result<u64, AppError> {
        let mut text = String::new();
        let count = self.share(choice, &mut |line| {
            text.push_str(line);
            Ok(())
        })?;
        files::write_atomically(file, text.as_bytes())
            .map_err(|source| AppError::File { path: file.to_owned(), source })?;
        Ok(count)
    }

    /// Gives what can be shared to `each`, a line each with its line feed. Gives the number of answers.
    ///
    /// # Errors
    /// When the history or the decks cannot be read, or `each` fails.
    pub fn share(
        &mut self,
        choice: &Choice,
        each: &mut dyn FnMut(&str) -> io::Result<()>,
    ) -> Result<u64, AppError> {
        let (student, answers) = self.shared(choice)?;
        let failed = |source| AppError::File { path: "-".into(), source };
        let mut give = |line: Result<String, serde_json::Error>| {
            line.map_err(io::Error::from).and_then(|line| each(&(line + "\n"))).map_err(failed)
        };
        let head = Head { carabin: NAME.to_owned(), v: VERSION, student, answers: answers.len() as u64 };
        give(serde_json::to_string(&head))?;
        for answer in &answers {
            give(serde_json::to_string(answer))?;
        }
        Ok(answers.len() as u64)
    }

    fn shared(&mut self, choice: &Choice) -> Result<(String, Vec<Shared>), AppError> {
        let salt = self.journal.salt(&self.clock.wall())?;
        let reasons = self.reasons()?;
        let mut collected = Collected {
            app: self,
            choice,
            texts: HashMap::new(),
            met: HashSet::new(),
            answers: Vec::new(),
            exact: Vec::new(),
        };
        self.journal.for_each_in_order(|stored| {
            if !stored.void {
                collected.take(&stored);
            }
        })?;
        let Collected { mut answers, exact, .. } = collected;
        for (answer, (id, number)) in answers.iter_mut().zip(exact) {
            answer.answer = pseudonym("answer", salt, &format!("{id} {number}"));
            answer.reason =
                reasons.get(&id).filter(|_| number == 0).map(|(_, why)| why.reason.word().to_owned());
        }
        // The order in which they were given would tell the days again.
        answers.sort_by(|a, b| (a.week, &a.card, &a.answer).cmp(&(b.week, &b.card, &b.answer)));
        Ok((pseudonym("student", salt, ""), answers))
    }
}

/// Whether it is one of the program's own words, and nothing that anybody wrote.
fn is_word(text: &str) -> bool {
    text.len() <= 20 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'_')
}

struct Collected<'a> {
    app: &'a App,
    choice: &'a Choice,
    texts: HashMap<Locator, Option<Texts>>,
    met: HashSet<Locator>,
    answers: Vec<Shared>,
    /// The event of each answer, and which of the answers within it.
    exact: Vec<(EventId, usize)>,
}

impl Collected<'_> {
    fn take(&mut self, stored: &StoredEvent) {
        let day = stored.wall.day(self.app.settings.rollover);
        match stored.record() {
            // The answers of an exam stand in its sitting.
            Some(Record::Review(review)) if review.context != EXAM => {
                self.review(&review, day, stored.event.id);
            }
            Some(Record::ExamSitting(sitting)) => self.sitting(&sitting, day, stored.event.id),
            _ => {}
        }
    }

    fn review(&mut self, review: &Review, day: Day, id: EventId) {
        let Some(shared) =
            self.shared(&review.card, &review.fingerprint.to_string(), day, review.answered.as_deref())
        else {
            return;
        };
        self.exact.push((id, 0));
        self.answers.push(Shared {
            context: if is_word(&review.context) { review.context.clone() } else { "study".to_owned() },
            rating: Some(review.rating.number()),
            score: review.score,
            decided_by_student: review.decided == Some(crate::journal::Decided::Student),
            seconds: seconds(review.took_ms),
            ..shared
        });
    }

    fn sitting(&mut self, sitting: &ExamSitting, day: Day, id: EventId) {
        let answers = sitting.answers.iter().enumerate();
        for (number, answer) in answers.filter(|(_, answer)| !answer.about.annulled) {
            let ExamAnswer { card, fingerprint, score, answered, took_ms, .. } = answer;
            let Some(shared) = self.shared(card, &fingerprint.to_string(), day, answered.as_deref()) else {
                continue;
            };
            self.exact.push((id, number));
            self.answers.push(Shared {
                context: EXAM.to_owned(),
                score: *score,
                seconds: seconds(*took_ms),
                ..shared
            });
        }
    }

    /// What is common to all; `None` when the deck is not to be shared.
    fn shared(
        &mut self,
        card: &Locator,
        fingerprint: &str,
        day: Day,
        answered: Option<&str>,
    ) -> Option<Shared> {
        if !self.choice.decks.is_empty() && !self.choice.decks.contains(&card.deck) {
            return None;
        }
        let first = self.met.insert(card.clone());
        let app = self.app;
        let texts = self.texts.entry(card.clone()).or_insert_with(|| {
            let card_there = app.library.card(card).ok().flatten()?;
            Some(Texts::of(&card_there.content, card.part.as_ref()))
        });
        // Of a card that is no longer in the decks nobody knows what was typed and what was ticked: nothing is told.
        let chosen = texts.as_ref().zip(answered).and_then(|(texts, answered)| texts.chosen(answered));
        let typed = texts.as_ref().is_some_and(Texts::is_typed) && self.choice.with_typed;
        Some(Shared {
            answer: String::new(),
            card: card.to_string(),
            fingerprint: fingerprint.to_owned(),
            week: monday(day.date()),
            context: String::new(),
            first,
            rating: None,
            score: None,
            decided_by_student: false,
            chosen,
            typed: answered.filter(|_| typed).map(ToOwned::to_owned),
            reason: None,
            seconds: 0,
        })
    }
}

fn seconds(ms: u32) -> u32 {
    ms.min(crate::journal::LONGEST_ANSWER_MS).div_ceil(1000)
}

/// The Monday of the week of a date.
fn monday(date: Date) -> Date {
    let since = date.weekday().to_monday_zero_offset();
    date.checked_sub(jiff::Span::new().days(since)).unwrap_or(date)
}

/// A name that hides another: the first 8 bytes of a BLAKE3 hash keyed by what no export tells.
fn pseudonym(what: &str, salt: Salt, of: &str) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("carabin anonymous export v1");
    hasher.update(&salt.0);
    hasher.update(what.as_bytes());
    hasher.update(&[0]);
    hasher.update(of.as_bytes());
    hasher.finalize().to_hex()[..16].to_owned()
}
