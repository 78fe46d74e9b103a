//! Exams that were handed in.

use std::{collections::HashMap, time::Duration};

use jiff::Zoned;

use super::{Correction, ExamError, mark::correct};
use crate::{
    app::{asked::Asked, error::AppError, notebook::Why, open::App},
    card::{Content, Item, Kind, Locator, Text},
    grade::Answer,
    journal::{EventId, ExamAnswer, ExamSitting, Record, StoredEvent, kind},
    study::exam::{Bounds, Outcome, Paper, PaperItem, Report},
};

/// A sitting that was handed in.
#[derive(Clone, Debug)]
pub struct Past {
    /// Its number, from 1 in the order of time.
    pub number: usize,
    /// Its event.
    pub id: EventId,
    /// When it was handed in.
    pub at: Zoned,
    /// The id of its paper.
    pub paper: String,
    /// The time used, in milliseconds.
    pub took_ms: u64,
    /// The time there was, in milliseconds.
    pub limit_ms: Option<u64>,
    /// It was a whole unit.
    pub unit: bool,
    /// What decides the order of the options.
    pub(super) seed: u64,
    /// The language of its questions.
    pub(super) language: String,
    /// Its questions in the order of the paper.
    pub questions: Vec<PastQuestion>,
    /// What it came to.
    pub report: Report,
}

/// A question of a sitting that was handed in.
#[derive(Clone, Debug)]
pub struct PastQuestion {
    /// The answer as it is kept.
    pub answer: ExamAnswer,
    /// What it came to; `None` for one that was annulled.
    pub outcome: Option<Outcome>,
    /// What the student decided where the matcher was unsure.
    pub decided: Option<f64>,
    /// The question, where its text is still the same.
    pub asked: Option<Box<Asked>>,
    /// Its correction, where it can still be shown.
    pub correction: Option<Correction>,
}

impl Past {
    /// The outcome's question for each of [`Report::slowest`], by its place among [`Past::questions`].
    #[must_use]
    pub fn slowest(&self) -> Vec<usize> {
        let counted: Vec<usize> =
            (0..self.questions.len()).filter(|n| self.questions[*n].outcome.is_some()).collect();
        self.report.slowest.iter().filter_map(|place| counted.get(*place).copied()).collect()
    }

    /// The places of the questions that are still to be decided about.
    #[must_use]
    pub fn undecided(&self) -> Vec<usize> {
        let open = |question: &PastQuestion| question.outcome.as_ref().is_some_and(|o| !o.points.is_sure());
        (0..self.questions.len()).filter(|n| open(&self.questions[*n])).collect()
    }

    /// How many questions were annulled.
    #[must_use]
    pub fn annulled(&self) -> usize {
        self.questions.iter().filter(|question| question.outcome.is_none()).count()
    }
}

impl App {
    /// The sittings that were handed in, the first one first, without their questions' texts.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn exams(&self) -> Result<Vec<Past>, AppError> {
        let mut decisions: HashMap<(EventId, Locator), f64> = HashMap::new();
        for stored in self.journal.of_kind(kind::EXAM_DECISION)?.iter().filter(|stored| !stored.void) {
            if let Some(Record::ExamDecision(decision)) = stored.record() {
                decisions.insert((decision.sitting, decision.card), decision.score);
            }
        }
        let mut past = Vec::new();
        for stored in self.journal.of_kind(kind::EXAM_SITTING)?.iter().filter(|stored| !stored.void) {
            let Some(Record::ExamSitting(sitting)) = stored.record() else { continue };
            let id = stored.event.id;
            let decided = |card: &Locator| decisions.get(&(id, card.clone())).copied();
            past.push(past_of(past.len() + 1, id, stored.wall.zoned(), sitting, &decided));
        }
        Ok(past)
    }

    /// One of them with its corrections, as far as the decks still hold the questions as they were.
    ///
    /// # Errors
    /// [`ExamError::NoSitting`]; when the journal or the index fails.
    pub fn exam_report(&self, number: usize) -> Result<Past, AppError> {
        let past = number
            .checked_sub(1)
            .and_then(|place| self.exams().map(|all| all.into_iter().nth(place)).transpose());
        let mut past = past.transpose()?.ok_or(ExamError::NoSitting(number))?;
        let mut items: Vec<PaperItem> = Vec::new();
        for question in &past.questions {
            let card = question.answer.card.card();
            if items.last().is_none_or(|item| item.card != card)
                && let Ok(Some(found)) = self.library.card(&card)
            {
                items.push(PaperItem { card, fingerprint: found.fingerprint });
            }
        }
        let language = past.language.as_str().into();
        let paper = Paper { language, minutes: 1, seed: past.seed, unit: past.unit, items };
        let (asked, _) = self.exam_questions(&paper)?;
        let mut asked: HashMap<Locator, Asked> =
            asked.into_iter().map(|asked| (asked.locator.clone(), asked)).collect();
        for question in &mut past.questions {
            let fingerprint = question.answer.fingerprint;
            let found = asked.remove(&question.answer.card);
            let Some(asked) = found.filter(|asked| asked.card.fingerprint == fingerprint) else { continue };
            let given = question.answer.answered.as_deref();
            let answer = given.map(|text| answer_of(&asked, text));
            let took = Duration::from_millis(u64::from(question.answer.took_ms));
            question.correction = match answer {
                Some(None) => None,
                Some(Some(answer)) => Some(correct(&asked, Some(&answer), took, question.decided)),
                None => Some(correct(&asked, None, took, None)),
            };
            let flag = self.journal.state(&asked.locator)?.flag;
            let note = self.journal.note(&asked.locator.card())?.map(|note| Text::clean(&note));
            question.asked = Some(Box::new(Asked { flag, note, ..asked }));
        }
        Ok(past)
    }
}

impl App {
    /// Says why the answer to a question of an exam that was handed in was wrong: about the review that it became.
    ///
    /// # Errors
    /// [`ExamError::NoReview`] where answers of exams are not kept as reviews; when it cannot be kept.
    pub fn explain_exam(&mut self, card: &Locator, why: &Why) -> Result<(), AppError> {
        let history = self.journal.history(card)?;
        let of_exam = |stored: &&StoredEvent| {
            let review = stored.record().filter(|_| !stored.void);
            matches!(review, Some(Record::Review(review)) if review.context == "exam")
        };
        let last = history.iter().filter(of_exam).max_by_key(|stored| stored.order);
        let answer = last.ok_or(ExamError::NoReview)?.event.id;
        self.explain(card, answer, why, false).map(drop)
    }
}

/// What was answered, from the words that are kept; `None` when they are not those of the question.
fn answer_of(asked: &Asked, text: &str) -> Option<Answer> {
    match &asked.card.content {
        Content::Zone(zone) => Answer::from_text(text, &Content::Zone(zone.cut())),
        content => Answer::from_text(text, content),
    }
}

fn past_of(
    number: usize,
    id: EventId,
    at: Zoned,
    sitting: ExamSitting,
    decided: &dyn Fn(&Locator) -> Option<f64>,
) -> Past {
    let questions: Vec<PastQuestion> = sitting
        .answers
        .into_iter()
        .map(|answer| {
            let decided = decided(&answer.card).filter(|_| answer.about.highest.is_some());
            let low = decided.or(answer.score).unwrap_or(0.0);
            let high = decided.or(answer.about.highest).unwrap_or(low);
            let about = &answer.about;
            let kind = about.kind.as_deref().and_then(|key| Kind::ALL.into_iter().find(|k| k.key() == key));
            let outcome = (!about.annulled).then(|| Outcome {
                kind: kind.unwrap_or(Kind::Qru),
                rank: about.rank,
                format_rank: about.format_rank,
                item: about.item.and_then(Item::new),
                objective: about.objective.as_deref().and_then(|text| text.parse().ok()),
                points: Bounds { low, high: high.max(low) },
                blank: answer.score.is_none(),
                took_ms: u64::from(answer.took_ms),
                estimated: about.estimated,
            });
            PastQuestion { answer, outcome, decided, asked: None, correction: None }
        })
        .collect();
    let outcomes: Vec<Outcome> = questions.iter().filter_map(|question| question.outcome.clone()).collect();
    Past {
        number,
        id,
        at,
        paper: sitting.paper,
        took_ms: sitting.took_ms,
        limit_ms: sitting.terms.limit_ms,
        unit: sitting.terms.unit,
        seed: sitting.terms.seed.unwrap_or_default(),
        language: sitting.terms.language.unwrap_or_default(),
        report: Report::of(&outcomes),
        questions,
    }
}
