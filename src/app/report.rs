//! What a sitting came to.

use crate::{card::ObjectiveId, memory::Rating};

/// What a sitting came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Answers.
    pub answers: u32,
    /// Cards seen for the first time.
    pub new: u32,
    /// Answers by rating, from again to easy.
    pub ratings: [u32; 4],
    /// Seconds spent answering.
    pub seconds: f64,
    /// Answers and successes by objective, the weakest first.
    pub objectives: Vec<ObjectiveLine>,
    /// The points of the questions that were marked, each out of 1.
    pub points: f64,
    /// How many questions were marked.
    pub marked: u32,
    /// Cards that were missed.
    pub missed: u32,
    /// Cards that became leeches and were suspended.
    pub leeches: u32,
    /// Reviews that still wait for today's cap or another day.
    pub waiting: u32,
    /// New cards that wait because the day's limit, or its cap, is reached.
    pub new_waiting: u32,
    /// How many of them could be seen today all the same, at once.
    pub more_new: u32,
    /// Cards that are still for today.
    pub left: u32,
    /// When the next card comes, in whole days from today; `Some(0)` later today, `None` when nothing is scheduled.
    pub next_in_days: Option<u32>,
    /// Whether cards could be studied ahead.
    pub can_go_ahead: bool,
    /// Whether something was done in it that can be taken back.
    pub can_undo: bool,
}

/// One objective of a [`Report`].
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveLine {
    /// The objective; `None` for cards without one.
    pub objective: Option<ObjectiveId>,
    /// Answers.
    pub answers: u32,
    /// Of which recalled.
    pub recalled: u32,
}

impl Report {
    /// Whether more new cards are offered: what is for today comes first.
    #[must_use]
    pub fn offers_more_new(&self) -> bool {
        self.more_new > 0 && self.left == 0
    }

    /// Whether studying ahead is offered: what is for today comes first.
    #[must_use]
    pub fn offers_ahead(&self) -> bool {
        self.can_go_ahead && self.left == 0
    }

    /// The mean score of the marked questions, 0 to 1.
    #[must_use]
    pub fn mean_score(&self) -> Option<f64> {
        (self.marked > 0).then(|| self.points / f64::from(self.marked))
    }

    /// The share of answers that were recalled, 0 to 1.
    #[must_use]
    pub fn retention(&self) -> Option<f64> {
        let recalled: u32 = Rating::ALL
            .into_iter()
            .zip(self.ratings)
            .filter(|(rating, _)| rating.is_recall())
            .map(|(_, count)| count)
            .sum();
        (self.answers > 0).then(|| f64::from(recalled) / f64::from(self.answers))
    }
}
