//! The questions of exams that were left without an answer. They are kept for practice, so that the notebook has them, and
//! are no answers.

use std::collections::BTreeMap;

use crate::{
    app::{error::AppError, open::App},
    journal::Record,
    memory::Day,
};

impl App {
    /// How many there were on each of the days from `first` on.
    pub(in crate::app) fn exam_blanks(&self, first: Day) -> Result<BTreeMap<Day, u32>, AppError> {
        let mut blanks = BTreeMap::new();
        for stored in self.journal.answers_since(first)? {
            if let Some(Record::Review(review)) = stored.record()
                && review.context == super::CONTEXT
                && review.practice
                && review.answered.is_none()
            {
                *blanks.entry(self.day_of(&stored)).or_default() += 1;
            }
        }
        Ok(blanks)
    }
}
