//! A card as it is put to the student.

use super::{notebook::Why, pictures::Pictures, questions::Within};
use crate::{
    card::{Card, Content, DeckHead, Locator, Opt, PartKey, Text},
    memory::{Granted, Phase, Rating},
    study::Progress,
};

/// A card as it is put to the student, with everything that its screen shows.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What its history hangs on.
    pub locator: Locator,
    /// The card.
    pub card: Card,
    /// Its deck, for the title, the language and the sources.
    pub head: DeckHead,
    /// The numbers of the options (in the author's order) in the order in which they are shown.
    pub order: Vec<usize>,
    /// What each rating would grant, from again to easy.
    pub preview: [Granted; 4],
    /// Where the schedule stands.
    pub phase: Phase,
    /// How often it was forgotten.
    pub lapses: u32,
    /// 0 (none) to 7.
    pub flag: u8,
    /// The student's own note.
    pub note: Option<Text>,
    /// How far the sitting is.
    pub progress: Progress,
    /// Seconds spent answering in this sitting.
    pub spent: f64,
    /// What the question stands in, where it is one of a case, KFP, TCS or article.
    pub within: Option<Box<Within>>,
    /// Its pictures, where the screen draws them.
    pub pictures: Pictures,
    /// Whether its deck may be edited in place (a bundled one is copied first).
    pub bundled: bool,
}

impl Asked {
    /// The part that is asked.
    #[must_use]
    pub fn part(&self) -> Option<&PartKey> {
        self.locator.part.as_ref()
    }

    /// The options in the order in which they are shown: the line, the number in the author's order, the option. None
    /// for a card without options.
    pub fn options(&self) -> impl Iterator<Item = (usize, usize, &Opt)> {
        let options = match &self.card.content {
            Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => choice.options.as_slice(),
            _ => &[],
        };
        let shown = self.order.iter().filter_map(move |&number| Some((number, options.get(number)?)));
        shown.enumerate().map(|(line, (number, option))| (line, number, option))
    }

    /// Whether there is no way back to it once it is answered: the next questions tell its answer.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.within.as_ref().is_some_and(|within| within.is_locked())
    }

    /// What `rating` would grant.
    #[must_use]
    pub fn granted(&self, rating: Rating) -> Granted {
        self.preview[usize::from(rating.number()) - 1]
    }
}

/// An answer as the student gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The rating, proposed by the mark or chosen by the student.
    pub rating: Rating,
    /// The score, 0 to 1, where the program marks.
    pub score: Option<f64>,
    /// Whether the student decided the score, because the matcher was unsure.
    pub decided: bool,
    /// What was ticked or typed, as text.
    pub answered: Option<String>,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
    /// Why it was wrong, where the student said so.
    pub why: Option<Why>,
    /// It was misread or rushed, and the student did not say that it counts all the same: it is kept for practice, and the
    /// card comes again in the same sitting.
    pub slip: bool,
}

/// What became of an answer that was kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kept {
    /// What it was granted; for a slip what it would have been.
    pub granted: Granted,
    /// The card was forgotten so often that it is suspended.
    pub leech: bool,
    /// It does not count: the card comes again in this sitting.
    pub slip: bool,
}
