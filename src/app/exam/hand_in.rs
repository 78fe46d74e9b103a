//! Handing in: everything in one transaction of the journal.

use std::time::Duration;

use super::{
    Correction, Exam, Past,
    mark::{correct, outcome},
};
use crate::{
    app::{asked::Asked, error::AppError, open::App, sitting::version_of},
    grade::{Answer, Score, proposed_rating},
    journal::{
        Decided, Draft, EventId, ExamAnswer, ExamDecision, ExamQuestion, ExamSitting, ExamTerms, Record,
        Review,
    },
    memory::{Fact, Granted, Phase, is_leech_moment},
    study::exam::{Outcome, Report},
};

/// What is kept of an answer as a review.
struct Kept<'a> {
    asked: &'a Asked,
    score: f64,
    decided: Decided,
    /// What was answered; `None` for a blank, which leaves the schedule as it is: nothing was recalled or forgotten.
    answered: Option<String>,
    took_ms: u32,
}

impl App {
    /// Hands in: marks, keeps the sitting and, where the setting says so, all its answers as reviews, in one transaction.
    /// A question of a case is kept as practice, since it has no schedule; so is a blank, which is missed but not
    /// forgotten; an answer that is almost right waits for the student's word ([`App::decide_exam`]).
    ///
    /// # Errors
    /// When it cannot be kept; the exam is then still under way.
    pub fn hand_in_exam(&mut self, exam: &Exam) -> Result<Past, AppError> {
        // The settings as they are now, also where another process has changed them.
        self.states()?;
        let mut outcomes: Vec<Outcome> = Vec::new();
        let (mut answers, mut kept) = (Vec::new(), Vec::new());
        for (asked, state) in exam.questions.iter().zip(exam.sitting.states()) {
            let took = Duration::from_millis(state.spent_ms);
            let correction = correct(asked, state.answer.as_ref(), took, None);
            let outcome = outcome(asked, &correction, state.answer.is_none(), state.spent_ms);
            let answered = state.answer.as_ref().map(|answer| as_text(asked, answer));
            let took_ms = u32::try_from(state.spent_ms).unwrap_or(u32::MAX);
            if matches!(correction, Correction::Done(_)) {
                kept.push(Kept {
                    asked,
                    score: outcome.points.low,
                    decided: Decided::Program,
                    answered: answered.clone(),
                    took_ms,
                });
            }
            let open = !outcome.points.is_sure();
            answers.push(ExamAnswer {
                card: asked.locator.clone(),
                fingerprint: asked.card.fingerprint,
                score: state.answer.as_ref().map(|_| outcome.points.low),
                answered,
                took_ms,
                about: ExamQuestion {
                    highest: open.then_some(outcome.points.high),
                    annulled: false,
                    estimated: outcome.estimated,
                    kind: Some(outcome.kind.key().to_owned()),
                    rank: outcome.rank,
                    format_rank: outcome.format_rank,
                    item: outcome.item.map(crate::card::Item::number),
                    objective: outcome.objective.map(|objective| objective.to_string()),
                },
            });
            outcomes.push(outcome);
        }
        answers.extend(exam.annulled.iter().map(|question| ExamAnswer {
            card: question.card.clone(),
            fingerprint: question.fingerprint,
            score: None,
            answered: None,
            took_ms: u32::try_from(question.spent_ms).unwrap_or(u32::MAX),
            about: ExamQuestion { annulled: true, ..ExamQuestion::default() },
        }));
        let sitting = ExamSitting {
            paper: exam.paper.id(),
            took_ms: exam.sitting.spent_ms(),
            score: Report::of(&outcomes).mark().low / 20.0,
            answers,
            terms: ExamTerms {
                key: Some(exam.key.clone()),
                limit_ms: Some(exam.sitting.limit_ms()),
                seed: Some(exam.paper.seed),
                language: Some(exam.paper.language.to_string()),
                unit: exam.paper.unit,
            },
        };
        let mut drafts = vec![Draft::from(Record::ExamSitting(sitting))];
        if self.settings.exam_reviews {
            for kept in kept {
                self.draft_review(kept, &mut drafts)?;
            }
        }
        let ids = self.journal.append(&drafts, &self.stamp()?)?;
        // It is kept: what is left to do may fail, and is then done when the exam would be taken up again.
        self.states = None;
        if let Err(error) = self.remove_exam() {
            tracing::error!(%error, "the file of an exam that was handed in stays");
        }
        let last = ids.first().copied();
        let past = self.exams()?.into_iter().find(|past| Some(past.id) == last);
        past.ok_or_else(|| super::ExamError::None.into())
    }

    /// Keeps what the student says an almost right answer is worth, and with it the answer as a review.
    ///
    /// # Errors
    /// When there is nothing to decide; when it cannot be kept.
    pub fn decide_exam(&mut self, number: usize, question: usize, score: Score) -> Result<Past, AppError> {
        let past = self.exam_report(number)?;
        let found = past.questions.get(question);
        let Some((asked, Correction::Open(undecided))) =
            found.and_then(|found| found.asked.as_deref().zip(found.correction.as_ref()))
        else {
            return Err(super::ExamError::Decided.into());
        };
        let decision = ExamDecision { sitting: past.id, card: asked.locator.clone(), score: score.points() };
        let mut drafts = vec![Draft::from(Record::ExamDecision(decision))];
        if self.settings.exam_reviews {
            let kept = Kept {
                asked,
                score: score.points(),
                decided: Decided::Student,
                answered: Some(undecided.typed.clone()),
                took_ms: u32::try_from(undecided.took.as_millis()).unwrap_or(u32::MAX),
            };
            self.draft_review(kept, &mut drafts)?;
        }
        self.journal.append(&drafts, &self.stamp()?)?;
        self.states = None;
        self.exam_report(number)
    }

    /// The review that an answer of an exam is, after those that are drafted already.
    fn draft_review(&mut self, kept: Kept<'_>, drafts: &mut Vec<Draft>) -> Result<(), AppError> {
        let Kept { asked, score, decided, answered, took_ms } = kept;
        let rating = proposed_rating(Score::new(score));
        let blank = answered.is_none();
        let review = |granted, practice| {
            Record::Review(Review {
                card: asked.locator.clone(),
                fingerprint: asked.card.fingerprint,
                rating,
                granted,
                score: Some(score),
                decided: Some(decided),
                answered,
                took_ms,
                context: super::CONTEXT.to_owned(),
                practice,
            })
        };
        if asked.within.is_some() || blank {
            let granted = Granted::Days { days: 0, phase: Phase::New };
            drafts.push(Draft::from(review(granted, true)));
            return Ok(());
        }
        let now = self.now();
        let next = self.journal.next_id()?;
        let id = EventId { counter: next.counter + drafts.len() as u64, ..next };
        let (granted, leech) = self.with_states(|app, states| {
            let before = states.of(&asked.locator);
            let load = |day| states.load_of(day, &app.settings);
            let outcomes = app.scheduler.preview(&before, now, id.seed(), &load);
            let granted = outcomes[usize::from(rating.number()) - 1].granted;
            let mut after = before.clone();
            let fact = Fact::Review { at: now.at, day: now.day, rating, granted, practice: false };
            app.scheduler.apply(&mut after, &fact);
            let leech =
                after.lapses > before.lapses && is_leech_moment(after.lapses, app.settings.leech_threshold);
            Ok((granted, leech))
        })?;
        drafts.push(Draft::about(version_of(&asked.card), review(granted, false)));
        if leech {
            let record = Record::Suspend { card: asked.locator.clone(), reason: "leech".to_owned() };
            drafts.push(Draft::from(record));
        }
        Ok(())
    }
}

/// The answer as text, in the words of the options and places.
fn as_text(asked: &Asked, answer: &Answer) -> String {
    match &asked.card.content {
        crate::card::Content::Zone(zone) => answer.as_text(&crate::card::Content::Zone(zone.cut())),
        content => answer.as_text(content),
    }
}
