//! What the screens of a mock exam ask of the application.

use super::{Reply, Request, Service};
use crate::{
    app::{
        App,
        cards::{Doing, Wanted},
        error::AppError,
        exam::{Exam, ExamError, ExamStart, ExamWish, Past},
        notebook::Why,
    },
    card::Locator,
    grade::Score,
    study::exam::Sitting,
};

/// Something about an exam to be done outside the screens.
#[derive(Clone, Debug, PartialEq)]
pub enum ExamRequest {
    /// The exam that the program was started with.
    Shown,
    /// The exam under way, else the form.
    Begin,
    /// A paper.
    Compose(Box<ExamWish>),
    /// The paper that is ready is begun, or the exam under way goes on.
    Sit,
    /// How far it is, to be kept.
    Keep {
        /// How far.
        sitting: Box<Sitting>,
        /// The screen waits for it.
        moved: bool,
    },
    /// It is handed in.
    HandIn(Box<Sitting>),
    /// The exam under way is thrown away.
    Abandon,
    /// Those that were handed in.
    Past,
    /// One of them, by its number.
    Report(usize),
    /// Something is done with a question of one of them, while its correction is on the screen.
    About {
        /// The sitting's number.
        number: usize,
        /// What.
        doing: Corrected,
    },
    /// What an almost right answer is worth.
    Decide {
        /// The sitting's number.
        number: usize,
        /// The question's place.
        question: usize,
        /// Half points.
        halves: u8,
    },
}

/// What is done with a question that is corrected.
#[derive(Clone, Debug, PartialEq)]
pub enum Corrected {
    /// Its flag or its note changes.
    Mark(Doing),
    /// It is told why its answer was wrong.
    Explain(Locator, Why),
    /// Its card opens in the editor.
    Edit(Locator),
}

/// What became of it.
#[derive(Clone, Debug)]
pub enum ExamReply {
    /// The form is to be filled.
    Form,
    /// A paper that is ready, or the exam under way.
    Brief {
        /// The exam.
        exam: Box<Exam>,
        /// It has begun.
        under_way: bool,
    },
    /// It is sat from here on.
    Sat(Box<Exam>),
    /// It is kept, or is not, for this reason.
    Kept {
        /// The screen waited for it.
        moved: bool,
        /// Why not.
        failed: Option<String>,
    },
    /// What a sitting came to.
    Report {
        /// The sitting.
        past: Box<Past>,
        /// It was looked at before, and something of the question on the screen has changed.
        again: bool,
        /// What just happened, in words.
        said: Option<String>,
    },
    /// Those that were handed in.
    Past(Vec<Past>),
}

impl Service {
    /// Around an open application, with an exam to begin with.
    #[must_use]
    pub fn with_exam(app: App, start: ExamStart) -> Self {
        let mut service = Self::new(app);
        service.exam = Some(match start {
            ExamStart::Ready(exam) => (exam, false),
            ExamStart::UnderWay(exam) => (exam, true),
        });
        service
    }

    pub(super) fn exam(&mut self, request: ExamRequest) -> Result<Reply, AppError> {
        match request {
            ExamRequest::Shown => self.exam_brief(),
            ExamRequest::Begin => match self.app.exam_under_way()? {
                Some(exam) => {
                    self.exam = Some((Box::new(exam), true));
                    self.exam_brief()
                }
                None => Ok(Reply::Exam(ExamReply::Form)),
            },
            ExamRequest::Compose(wish) => {
                self.exam = Some((Box::new(self.app.compose_exam(&wish)?), false));
                self.exam_brief()
            }
            ExamRequest::Sit => {
                let Some((exam, under_way)) = &mut self.exam else { return Err(ExamError::None.into()) };
                self.app.show_exam(exam);
                if !*under_way {
                    self.app.begin_exam(exam)?;
                    *under_way = true;
                }
                Ok(Reply::Exam(ExamReply::Sat(exam.clone())))
            }
            ExamRequest::Keep { sitting, moved } => {
                let Some((exam, _)) = &mut self.exam else { return Err(ExamError::None.into()) };
                exam.sitting = *sitting;
                let failed = self.app.keep_exam(exam).err().map(|error| self.describe(&error));
                Ok(Reply::Exam(ExamReply::Kept { moved, failed }))
            }
            ExamRequest::HandIn(sitting) => {
                let Some((exam, _)) = &mut self.exam else { return Err(ExamError::None.into()) };
                exam.sitting = *sitting;
                let number = self.app.hand_in_exam(exam)?.number;
                self.exam = None;
                self.exam_report(number, false, None)
            }
            ExamRequest::Abandon => {
                self.app.abandon_exam()?;
                self.exam = None;
                let said = self.say("exam-abandoned");
                self.overview(Some(said))
            }
            ExamRequest::Past => Ok(Reply::Exam(ExamReply::Past(self.app.exams()?))),
            ExamRequest::Report(number) => self.exam_report(number, false, None),
            ExamRequest::About { number, doing } => {
                let said = match doing {
                    Corrected::Mark(doing) => self.app.do_with_cards(&doing, &Wanted::default())?,
                    Corrected::Explain(card, why) => {
                        self.app.explain_exam(&card, &why)?;
                        self.say("book-explained")
                    }
                    Corrected::Edit(card) => {
                        let place = self.app.own_place_of(&card)?;
                        self.corrected = Some(number);
                        return Ok(Reply::Edit(place));
                    }
                };
                self.exam_report(number, true, Some(said))
            }
            ExamRequest::Decide { number, question, halves } => {
                self.app.decide_exam(number, question, Score::new(f64::from(halves) / 2.0))?;
                self.exam_report(number, true, None)
            }
        }
    }

    fn exam_brief(&mut self) -> Result<Reply, AppError> {
        let (exam, under_way) = self.exam.clone().ok_or(ExamError::None)?;
        Ok(Reply::Exam(ExamReply::Brief { exam, under_way }))
    }

    fn exam_report(&self, number: usize, again: bool, said: Option<String>) -> Result<Reply, AppError> {
        let past = Box::new(self.app.exam_report(number)?);
        Ok(Reply::Exam(ExamReply::Report { past, again, said }))
    }

    /// The editor is closed over the corrections of this sitting.
    pub(super) fn correction_edited(&mut self, number: usize) -> Result<Reply, AppError> {
        let (_, said) = self.app.refresh()?;
        let said = self.said_of_edit(said);
        self.exam_report(number, true, Some(said))
    }
}

impl From<ExamRequest> for Request {
    fn from(request: ExamRequest) -> Self {
        Self::Exam(request)
    }
}
