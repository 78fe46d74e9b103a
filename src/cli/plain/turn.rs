//! A card between its question and its rating.

use std::time::Duration;

use crate::{
    app::{
        answered::{Answered, Doubts, Undecided},
        asked::Asked,
        pointing::Places,
        recall::Recall,
    },
    card::Content,
};

/// A card that is being answered.
pub(super) struct Turn {
    pub(super) asked: Box<Asked>,
    pub(super) stage: Stage,
    /// When it was asked.
    pub(super) since: Duration,
}

/// How far its answer is.
pub(super) enum Stage {
    /// The student grades it: the answer is not told yet.
    Question,
    /// Letters are expected; one where `single`.
    Choosing { single: bool },
    /// A text is expected.
    Typing,
    /// The matcher is unsure: the student decides.
    Deciding(Box<Undecided>),
    /// Numbers of places of a text are expected.
    Pointing(Box<Places>),
    /// A step of a scale is expected.
    Scaling,
    /// The items of a list are expected, one line after the other.
    Recalling(Box<Recall>),
    /// The matcher is unsure of items of a list: the student decides, one after the other.
    Judging(Box<Doubts>),
    /// The answer is told and waits for its rating.
    Answered(Box<Answered>),
}

impl Turn {
    pub(super) fn new(asked: Box<Asked>, since: Duration) -> Self {
        Self { stage: Stage::of(&asked), asked, since }
    }

    /// The card has changed: its flag, its note, its text. A told answer stays where the student grades it; whether the
    /// card is to be asked anew.
    pub(super) fn replace(&mut self, asked: Box<Asked>) -> bool {
        let changed = asked.card.content != self.asked.card.content;
        let graded = !asked.card.kind().is_marked();
        let anew = changed && !(graded && asked.card.kind() == self.asked.card.kind());
        if anew {
            self.stage = Stage::of(&asked);
        }
        self.asked = asked;
        anew
    }

    /// The answer that was told is forgotten.
    pub(super) fn ask_anew(&mut self) {
        self.stage = Stage::of(&self.asked);
    }

    /// Which single characters are words here: none that is, or may be, an answer.
    pub(super) fn short_words(&self) -> fn(&str) -> bool {
        match self.stage {
            Stage::Question
            | Stage::Scaling
            | Stage::Deciding(_)
            | Stage::Judging(_)
            | Stage::Answered(_) => |_| true,
            Stage::Choosing { .. } | Stage::Pointing(_) => |short| !short.chars().all(char::is_alphabetic),
            Stage::Typing | Stage::Recalling(_) => |short| matches!(short, "?" | "-"),
        }
    }
}

impl Stage {
    fn of(asked: &Asked) -> Self {
        match &asked.card.content {
            Content::Qru(_) => Self::Choosing { single: true },
            Content::Qrm(_) | Content::Qrp(_) => Self::Choosing { single: false },
            Content::Qroc(_) => Self::Typing,
            Content::Tcs(_) => Self::Scaling,
            Content::List(_) => Self::Recalling(Box::new(Recall::new(asked))),
            _ => Places::of(asked).map_or(Self::Question, |places| Self::Pointing(Box::new(places))),
        }
    }
}
