//! The marking of a question of an exam, and its correction as the review screen shows it.

use std::{collections::BTreeSet, time::Duration};

use crate::{
    app::{
        answered::{Answered, Typed, Undecided},
        asked::Asked,
    },
    grade::{
        Answer, Score,
        rules::{self, Evidence},
    },
    study::exam::{Bounds, Outcome},
};

/// A question with its answer marked.
#[derive(Clone, Debug, PartialEq)]
pub enum Correction {
    /// It is marked.
    Done(Box<Answered>),
    /// The matcher is unsure: the student decides.
    Open(Box<Undecided>),
}

impl Correction {
    /// What it earns: at least and at most. Until it is decided about, anything is possible.
    #[must_use]
    pub fn points(&self) -> Bounds {
        match self {
            Self::Done(answered) => Bounds::sure(answered.score.unwrap_or(0.0)),
            Self::Open(undecided) => Bounds { low: undecided.marked.score.points(), high: 1.0 },
        }
    }
}

/// Marks an answer; `decided` is what the student said where the matcher was unsure. A blank earns nothing, also where
/// the tables would give something to whoever ticks nothing.
pub(super) fn correct(
    asked: &Asked,
    answer: Option<&Answer>,
    took: Duration,
    decided: Option<f64>,
) -> Correction {
    let set = |numbers: &[usize]| numbers.iter().copied().collect::<BTreeSet<usize>>();
    let answered = match answer {
        Some(Answer::Options(ticks)) => Answered::ticked(asked, set(ticks), took),
        Some(Answer::Spans(spans)) => Answered::pointed(asked, set(spans), took),
        Some(Answer::Spots(spots)) => Answered::spotted(asked, spots.clone(), took),
        Some(Answer::Scale(step)) => Answered::scaled(asked, *step, took),
        Some(Answer::Typed(typed)) => match Answered::typed(asked, typed, took) {
            Typed::Answered(answered) => *answered,
            Typed::Almost(undecided) => match decided {
                Some(score) => undecided.decide(Score::new(score)),
                None => return Correction::Open(undecided),
            },
        },
        _ => blank(asked, took),
    };
    Correction::Done(Box::new(answered))
}

fn blank(asked: &Asked, took: Duration) -> Answered {
    use crate::card::{Content, Ground};
    let mut answered = match &asked.card.content {
        Content::Zone(zone) if matches!(zone.ground, Ground::Image { .. }) => {
            Answered::spotted(asked, Vec::new(), took)
        }
        Content::Zone(_) => Answered::pointed(asked, BTreeSet::new(), took),
        Content::Qroc(_) => match Answered::typed(asked, "", took) {
            Typed::Answered(answered) => *answered,
            Typed::Almost(undecided) => undecided.decide(Score::ZERO),
        },
        _ => Answered::ticked(asked, BTreeSet::new(), took),
    };
    answered.score = Some(0.0);
    answered.marked = answered.marked.map(|marked| marked.decided(Score::ZERO));
    answered
}

/// What the question comes to in the report.
pub(super) fn outcome(asked: &Asked, correction: &Correction, blank: bool, took_ms: u64) -> Outcome {
    let (content, meta) = (&asked.card.content, &asked.card.meta);
    Outcome {
        kind: content.kind(),
        rank: meta.effective_rank(),
        format_rank: rules::format_rank(content),
        item: meta.effective_item(),
        objective: meta.objectives.first().copied(),
        points: correction.points(),
        blank,
        took_ms,
        estimated: rules::evidence(content) == Some(Evidence::SecondHand),
    }
}
