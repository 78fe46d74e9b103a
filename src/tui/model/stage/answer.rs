//! The answer of a stage as it stands, unmarked, and the stage that an answer leads back to: an exam is left and taken up
//! again, and one moves among its questions.

use super::{Choosing, Pointing, Recalling, Scaling, Stage};
use crate::{
    app::{asked::Asked, pointing::Places, recall::Recall},
    card::{Choice, Content, Ground, Zone},
    grade::Answer,
    tui::widgets::field::field,
};

impl Stage {
    /// The beginning.
    #[must_use]
    pub fn of(asked: &Asked) -> Self {
        match &asked.card.content {
            Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => Self::choosing(choice),
            Content::Qroc(_) => Self::Typing(Box::new(field(""))),
            Content::List(_) => {
                Self::Recalling(Box::new(Recalling { recall: Recall::new(asked), input: field("") }))
            }
            Content::Tcs(_) => Self::Scaling(Scaling::default()),
            // A picture that cannot be shown cannot be pointed at: its answer is shown, and the student grades it.
            Content::Zone(Zone { ground: Ground::Image { .. }, .. }) => match &asked.pictures.question {
                Some(Ok(_)) => Self::Spotting(Box::default()),
                _ => Self::Question,
            },
            _ => match Places::of(asked) {
                Some(places) => Self::Pointing(Box::new(Pointing::new(places))),
                None => Self::Question,
            },
        }
    }

    /// Where there are many options, they are found by typing.
    fn choosing(choice: &Choice) -> Self {
        let filter = choice.is_long().then(String::new);
        Self::Choosing(Choosing { filter, ..Choosing::default() })
    }

    /// The answer so far; `None` while there is none.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        match self {
            Self::Question => None,
            Self::Choosing(choosing) => {
                let ticks: Vec<usize> = choosing.ticked.iter().copied().collect();
                (!ticks.is_empty()).then_some(Answer::Options(ticks))
            }
            Self::Typing(input) => {
                let typed = input.lines().join(" ").trim().to_owned();
                (!typed.is_empty()).then_some(Answer::Typed(typed))
            }
            Self::Pointing(pointing) => {
                let spans: Vec<usize> = pointing.chosen.iter().copied().collect();
                (!spans.is_empty()).then_some(Answer::Spans(spans))
            }
            Self::Spotting(spotting) => {
                (!spotting.spots.is_empty()).then(|| Answer::Spots(spotting.spots.clone()))
            }
            Self::Scaling(scaling) => scaling.step.map(Answer::Scale),
            Self::Recalling(recalling) => {
                // What stands in the field and was not confirmed yet is part of the answer: nothing typed is lost.
                let typed = recalling.input.lines().join(" ").trim().to_owned();
                let entries = recalling.recall.entries().iter().cloned();
                let items: Vec<String> = entries.chain((!typed.is_empty()).then_some(typed)).collect();
                (!items.is_empty()).then_some(Answer::Items(items))
            }
            Self::Deciding(undecided) => Some(Answer::Typed(undecided.typed.clone())),
            Self::Judging(doubts) => Some(Answer::Items(doubts.entries().to_vec())),
            Self::Answered(answered) => answered.answer(),
        }
    }

    /// The stage in which `answer` was given and can still be changed; what does not belong to the question, or is no
    /// longer there, is left out.
    #[must_use]
    pub fn restore(asked: &Asked, answer: Option<&Answer>) -> Self {
        let mut stage = Self::of(asked);
        match (&mut stage, answer) {
            (Self::Choosing(choosing), Some(Answer::Options(ticks))) => {
                let there = |&number: &usize| asked.options().any(|(_, option, _)| option == number);
                choosing.ticked = ticks.iter().copied().filter(there).collect();
            }
            (Self::Typing(input), Some(Answer::Typed(typed))) => **input = field(typed),
            (Self::Pointing(pointing), Some(Answer::Spans(spans))) => {
                let places = &pointing.places;
                let there = |span: &usize| (0..places.len()).any(|place| places.span(place) == Some(*span));
                pointing.chosen = spans.iter().copied().filter(there).collect();
            }
            (Self::Spotting(spotting), Some(Answer::Spots(spots))) => {
                let on_it = |spot: &&[f32; 2]| spot.iter().all(|at| (0.0..=100.0).contains(at));
                spotting.spots = spots.iter().filter(on_it).copied().collect();
            }
            (Self::Scaling(scaling), Some(Answer::Scale(step))) => {
                scaling.step = Some(*step).filter(|step| (-2..=2).contains(step));
            }
            (Self::Recalling(recalling), Some(Answer::Items(items))) => {
                for item in items {
                    recalling.recall.add(asked, item);
                }
            }
            _ => {}
        }
        stage
    }
}
