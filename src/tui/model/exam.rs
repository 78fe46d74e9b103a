//! What the screens of a mock exam know.

use std::time::Duration;

use super::{Review, Stage};
use crate::{
    app::{
        asked::Asked,
        exam::{Correction, Exam, ExamWish, Past, USUAL_QUESTIONS},
        scope::Scope,
    },
    card::{Item, Rank},
    study::exam::{MOST_MINUTES, MOST_QUESTIONS, Sitting, UNIT_MINUTES, minutes_for},
    tui::keymap::Context,
};

/// The screens of a mock exam.
#[derive(Debug)]
pub enum ExamScreen {
    /// What paper is wanted.
    Form(Form),
    /// A paper that is ready, or the exam under way.
    Brief(Brief),
    /// A question.
    Sat(Sat),
    /// What it came to.
    Report(ReportScreen),
    /// Those that were handed in.
    Past(PastScreen),
}

/// What paper is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The chosen field.
    pub field: Field,
    /// How many questions.
    pub questions: usize,
    /// How many minutes; `None`: at the exam's pace.
    pub minutes: Option<u32>,
    /// Only this rank.
    pub rank: Option<Rank>,
    /// Only this item; 0: all.
    pub item: u16,
    /// A whole unit.
    pub unit: bool,
    /// The number under the cursor is being typed.
    pub typing: bool,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field {
    /// How many questions.
    #[default]
    Questions,
    /// How many minutes.
    Minutes,
    /// Which rank.
    Rank,
    /// Which item.
    Item,
    /// A whole unit.
    Unit,
}

impl Field {
    /// All, from top to bottom.
    pub const ALL: [Self; 5] = [Self::Questions, Self::Minutes, Self::Rank, Self::Item, Self::Unit];

    /// The one below or above; the last and the first stay.
    #[must_use]
    pub fn step(self, down: bool) -> Self {
        let here = Self::ALL.iter().position(|field| *field == self).unwrap_or(0);
        let there = if down { here + 1 } else { here.saturating_sub(1) };
        Self::ALL.get(there).copied().unwrap_or(self)
    }
}

impl Default for Form {
    fn default() -> Self {
        let questions = USUAL_QUESTIONS;
        Self {
            field: Field::Questions,
            questions,
            minutes: None,
            rank: None,
            item: 0,
            unit: false,
            typing: false,
        }
    }
}

impl Form {
    /// The paper that is wanted.
    #[must_use]
    pub fn wish(&self) -> ExamWish {
        ExamWish {
            scope: Scope { rank: self.rank, item: Item::new(self.item), ..Scope::default() },
            questions: (!self.unit).then_some(self.questions.max(1)),
            minutes: self.minutes,
            unit: self.unit,
            ..ExamWish::default()
        }
    }

    /// The value under the cursor changes by a step.
    pub fn change(&mut self, more: bool) {
        self.typing = false;
        match self.field {
            Field::Questions if more => self.questions = (self.questions / 5 * 5 + 5).min(MOST_QUESTIONS),
            Field::Questions => self.questions = (self.questions.saturating_sub(1) / 5 * 5).max(5),
            Field::Minutes if more => {
                self.minutes = Some((self.pace() / 10 * 10 + 10).min(MOST_MINUTES));
            }
            Field::Minutes => {
                self.minutes = Some(self.pace().saturating_sub(1) / 10 * 10).filter(|m| *m > 0);
            }
            Field::Rank => {
                let ranks = [None, Some(Rank::A), Some(Rank::B)];
                let here = ranks.iter().position(|rank| *rank == self.rank).unwrap_or(0);
                self.rank = ranks[(here + if more { 1 } else { 2 }) % 3];
            }
            Field::Item if more => self.item = (self.item + 1).min(Item::MAX),
            Field::Item => self.item = self.item.saturating_sub(1),
            // A unit has its own time.
            Field::Unit => (self.unit, self.minutes) = (!self.unit, None),
        }
    }

    /// How many minutes it would have: those that were chosen, else those of the exam's pace.
    #[must_use]
    pub fn pace(&self) -> u32 {
        self.minutes
            .unwrap_or_else(|| if self.unit { UNIT_MINUTES } else { minutes_for(self.questions.max(1)) })
    }

    /// A digit is typed into the number under the cursor.
    pub fn digit(&mut self, digit: u16) {
        let fresh = !std::mem::replace(&mut self.typing, true);
        let next = |before: usize| if fresh { digit.into() } else { before * 10 + usize::from(digit) };
        match self.field {
            Field::Questions => self.questions = next(self.questions).min(MOST_QUESTIONS),
            Field::Minutes => {
                let minutes = next(usize::try_from(self.minutes.unwrap_or(0)).unwrap_or(0));
                let minutes = u32::try_from(minutes).unwrap_or(MOST_MINUTES).min(MOST_MINUTES);
                self.minutes = Some(minutes).filter(|minutes| *minutes > 0);
            }
            Field::Item => self.item = u16::try_from(next(self.item.into())).unwrap_or(0).min(Item::MAX),
            Field::Rank | Field::Unit => self.typing = false,
        }
    }

    /// The last digit goes.
    pub fn erase(&mut self) {
        self.typing = true;
        match self.field {
            Field::Questions => self.questions /= 10,
            Field::Minutes => self.minutes = self.minutes.map(|m| m / 10).filter(|m| *m > 0),
            Field::Item => self.item /= 10,
            Field::Rank => self.rank = None,
            Field::Unit => self.unit = false,
        }
    }
}

/// A paper that is ready, or the exam under way.
#[derive(Debug)]
pub struct Brief {
    /// The exam.
    pub exam: Box<Exam>,
    /// It has begun.
    pub under_way: bool,
    /// The student was asked whether to give it up.
    pub warned: bool,
}

/// An exam that is being sat.
#[derive(Debug)]
pub struct Sat {
    /// The exam; how far it is, is in its sitting.
    pub exam: Box<Exam>,
    /// The question on the screen.
    pub review: Review,
    /// When its clock was last moved on.
    pub at: Duration,
    /// What lies over the question.
    pub panel: Option<Panel>,
    /// Where it goes on once what is kept is kept.
    pub next: Option<Box<Sitting>>,
    /// The student was told that the question will close blank.
    pub warned: bool,
    /// It is being handed in.
    pub handed: bool,
}

/// How many questions stand on a line of the navigator.
pub const ACROSS: usize = 10;

/// What lies over a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// All questions.
    Navigator {
        /// The chosen one.
        cursor: usize,
    },
    /// Whether to hand in.
    HandIn,
}

impl Sat {
    /// An exam that is taken up at `at`.
    #[must_use]
    pub fn new(exam: Box<Exam>, at: Duration) -> Option<Self> {
        let review = open(&exam, at)?;
        Some(Self { exam, review, at, panel: None, next: None, warned: false, handed: false })
    }

    /// The question that the sitting has come to is put on the screen.
    pub fn show(&mut self, at: Duration) {
        if let Some(review) = open(&self.exam, at) {
            self.review = review;
        }
        (self.panel, self.warned) = (None, false);
    }
}

fn open(exam: &Exam, at: Duration) -> Option<Review> {
    let asked: &Asked = exam.questions.get(exam.sitting.current())?;
    let stage = Stage::restore(asked, exam.sitting.state().answer.as_ref());
    let mut review = Review::new(Box::new(asked.clone()), at);
    // An article is read before its first question, and not again whenever one comes back to it.
    review.reading.open &= exam.sitting.state().spent_ms == 0;
    review.stage = stage;
    Some(review)
}

/// What a sitting came to.
#[derive(Debug)]
pub struct ReportScreen {
    /// The sitting.
    pub past: Box<Past>,
    /// The questions are listed, instead of the figures.
    pub listed: bool,
    /// The chosen question.
    pub cursor: usize,
    /// Its correction is shown.
    pub open: Option<Box<Review>>,
}

impl ReportScreen {
    /// Its figures; where answers wait to be decided, the first of them.
    #[must_use]
    pub fn new(past: Box<Past>) -> Self {
        let cursor = past.undecided().first().copied().unwrap_or(0);
        Self { past, listed: false, cursor, open: None }
    }

    /// Opens the correction of the chosen question. Gives whether there is one.
    pub fn show(&mut self, at: Duration) -> bool {
        let found = self.past.questions.get(self.cursor);
        let found = found.and_then(|q| q.asked.as_deref().zip(q.correction.as_ref()));
        let Some((asked, correction)) = found else { return false };
        let stage = match correction {
            Correction::Done(answered) => Stage::Answered(answered.clone()),
            Correction::Open(undecided) => Stage::Deciding(undecided.clone()),
        };
        let mut review = Review::new(Box::new(asked.clone()), at);
        (review.stage, review.reading.open) = (stage, false);
        self.open = Some(Box::new(review));
        true
    }
}

/// Those that were handed in, the last one first.
#[derive(Debug)]
pub struct PastScreen {
    /// The sittings.
    pub past: Vec<Past>,
    /// The chosen row.
    pub cursor: usize,
}

/// The contexts of a question, with those of its article.
fn around(review: &Review, inner: Option<Context>, outer: Context) -> Vec<Context> {
    if review.reading.typing {
        return vec![Context::Search, Context::Global];
    }
    if review.reading.open {
        return vec![Context::Reading, Context::Global];
    }
    let article = review.has_article().then_some(Context::Article);
    let picture = review.picture().is_some().then_some(Context::Picture);
    inner.into_iter().chain(article).chain(picture).chain([outer, Context::Global]).collect()
}

impl ExamScreen {
    /// The question on the screen, being answered or corrected.
    #[must_use]
    pub fn question(&self) -> Option<&Review> {
        match self {
            Self::Sat(sat) if sat.panel.is_none() => Some(&sat.review),
            Self::Report(report) => report.open.as_deref(),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn question_mut(&mut self) -> Option<&mut Review> {
        match self {
            Self::Sat(sat) if sat.panel.is_none() => Some(&mut sat.review),
            Self::Report(report) => report.open.as_deref_mut(),
            _ => None,
        }
    }

    /// The contexts whose keys work on it, the innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self {
            Self::Form(_) => vec![Context::ExamForm, Context::Global],
            Self::Brief(brief) if brief.under_way => {
                vec![Context::ExamUnderWay, Context::ExamBrief, Context::Global]
            }
            Self::Brief(_) => vec![Context::ExamBrief, Context::Global],
            Self::Sat(sat) => match (sat.panel, sat.review.stage.context()) {
                (Some(Panel::Navigator { .. }), _) => vec![Context::ExamNavigator, Context::Global],
                (Some(Panel::HandIn), _) => vec![Context::ExamHandIn, Context::Global],
                (None, Context::Typing) => around(&sat.review, Some(Context::ExamTyping), Context::Exam),
                (None, inner) => around(&sat.review, Some(inner), Context::Exam),
            },
            Self::Report(report) => match &report.open {
                Some(review) => {
                    let deciding = matches!(review.stage, Stage::Deciding(_));
                    let inner = if deciding { Some(Context::Deciding) } else { review.why_context() };
                    around(review, inner, Context::ExamCorrection)
                }
                None => vec![Context::ExamReport, Context::Global],
            },
            Self::Past(_) => vec![Context::ExamPast, Context::Global],
        }
    }
}
