//! An answer between being given and being rated: the mark, what it proposes, what is kept of it.

use std::{collections::BTreeSet, time::Duration};

use super::asked::{Asked, Given};
use crate::{
    card::Content,
    grade::{self, Answer, Certainty, Marked, Score, proposed_rating},
    memory::Rating,
};

/// An answer that is shown and waits for its rating.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The mark, where the program marks.
    pub marked: Option<Marked>,
    /// The score, 0 to 1: the mark's, or the student's own where the matcher was unsure.
    pub score: Option<f64>,
    /// Whether the student decided the score.
    pub decided: bool,
    /// Which options were ticked, in the author's order.
    pub ticked: BTreeSet<usize>,
    /// What was typed.
    pub typed: Option<String>,
    /// The rating that "continue" gives.
    pub proposal: Rating,
    /// How long the answer took.
    pub took: Duration,
}

/// What became of a typed answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// It is marked.
    Answered(Box<Answered>),
    /// The matcher is unsure: the student decides between 0, 0.5 and 1 ([`Undecided::decide`]).
    Almost(Box<Undecided>),
}

/// A typed answer that the matcher is unsure of.
#[derive(Clone, Debug, PartialEq)]
pub struct Undecided {
    /// What was typed.
    pub typed: String,
    /// What the matcher says.
    pub marked: Marked,
    /// How long it took.
    pub took: Duration,
}

impl Answered {
    /// The answer of a card that the student grades.
    #[must_use]
    pub fn revealed(took: Duration) -> Self {
        Self::new(None, BTreeSet::new(), None, took)
    }

    /// Options were ticked: their numbers in the author's order.
    #[must_use]
    pub fn ticked(asked: &Asked, ticked: BTreeSet<usize>, took: Duration) -> Self {
        let answer = Answer::Options(ticked.iter().copied().collect());
        let marked = grade::mark(&asked.card.content, &answer, asked.head.language.as_str());
        Self::new(marked, ticked, None, took)
    }

    /// Something was typed; an empty text for "I don't know".
    #[must_use]
    pub fn typed(asked: &Asked, typed: &str, took: Duration) -> Typed {
        let typed = typed.trim().to_owned();
        let answer = Answer::Typed(typed.clone());
        match grade::mark(&asked.card.content, &answer, asked.head.language.as_str()) {
            Some(marked) if marked.certainty == Certainty::Almost => {
                Typed::Almost(Box::new(Undecided { typed, marked, took }))
            }
            marked => Typed::Answered(Box::new(Self::new(marked, BTreeSet::new(), Some(typed), took))),
        }
    }

    fn new(marked: Option<Marked>, ticked: BTreeSet<usize>, typed: Option<String>, took: Duration) -> Self {
        let score = marked.as_ref().map(|m| m.score.points());
        let proposal = marked.as_ref().map_or(Rating::Good, |m| proposed_rating(m.score));
        Self { marked, score, decided: false, ticked, typed, proposal, took }
    }

    /// What is kept of it, with the rating that is proposed or another one.
    #[must_use]
    pub fn given(&self, content: &Content, rating: Option<Rating>) -> Given {
        let answer = match content {
            Content::Qru(_) | Content::Qrm(_) => Some(Answer::Options(self.ticked.iter().copied().collect())),
            Content::Qroc(_) => self.typed.clone().map(Answer::Typed),
            _ => None,
        };
        Given {
            rating: rating.unwrap_or(self.proposal),
            score: self.score,
            decided: self.decided,
            answered: answer.map(|answer| answer.as_text(content)),
            took_ms: u64::try_from(self.took.as_millis()).unwrap_or(u64::MAX),
        }
    }
}

impl Undecided {
    /// The student has decided what it is worth.
    #[must_use]
    pub fn decide(self, score: Score) -> Answered {
        let marked = self.marked.decided(score);
        let answered = Answered::new(Some(marked), BTreeSet::new(), Some(self.typed), self.took);
        Answered { decided: true, ..answered }
    }
}
