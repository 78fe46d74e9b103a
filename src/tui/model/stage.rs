//! How far the answer of a card is.

mod answer;

use std::collections::BTreeSet;

use ratatui_textarea::TextArea;

use crate::{
    app::{
        answered::{Answered, Doubts, Undecided},
        asked::Asked,
        filter,
        pointing::Places,
        recall::Recall,
    },
    tui::keymap::Context,
};

/// How far an answer is.
#[derive(Debug)]
pub enum Stage {
    /// The answer is hidden; the student grades it.
    Question,
    /// Options are ticked.
    Choosing(Choosing),
    /// An answer is typed.
    Typing(Box<TextArea<'static>>),
    /// The matcher is unsure: the student decides.
    Deciding(Box<Undecided>),
    /// Places of a text are pointed at.
    Pointing(Box<Pointing>),
    /// A step of a scale is chosen.
    Scaling(Scaling),
    /// The items of a list are typed one by one.
    Recalling(Box<Recalling>),
    /// The matcher is unsure of items of a list: the student decides, one after the other.
    Judging(Box<Doubts>),
    /// The answer is shown.
    Answered(Box<Answered>),
}

impl Stage {
    /// The context whose keys answer it.
    #[must_use]
    pub fn context(&self) -> Context {
        match self {
            Self::Question => Context::Question,
            Self::Choosing(choosing) if choosing.filter.is_some() => Context::Filter,
            Self::Choosing(_) => Context::Choice,
            Self::Typing(_) => Context::Typing,
            Self::Deciding(_) => Context::Deciding,
            Self::Pointing(_) => Context::Pointing,
            Self::Scaling(_) => Context::Scale,
            Self::Recalling(_) => Context::Recall,
            Self::Judging(_) => Context::Judging,
            Self::Answered(_) => Context::Answer,
        }
    }
}

/// Options while they are ticked.
#[derive(Debug, Default)]
pub struct Choosing {
    /// Numbers in the author's order.
    pub ticked: BTreeSet<usize>,
    /// The line that the cursor is on, among those that the filter leaves.
    pub cursor: usize,
    /// What is typed to find an option; `None` where they are so few that each has its letter.
    pub filter: Option<String>,
    /// The student was told that fewer are ticked than are right, and may hand in all the same.
    pub warned: bool,
}

impl Choosing {
    /// The options that the filter leaves, in the order of the screen: the line, the number in the author's order.
    #[must_use]
    pub fn visible(&self, asked: &Asked) -> Vec<(usize, usize)> {
        filter::matching(asked, self.filter.as_deref().unwrap_or_default())
    }

    /// The filter has changed, so other options stand under the cursor.
    pub fn refilter(&mut self, change: impl FnOnce(&mut String)) {
        if let Some(filter) = &mut self.filter {
            change(filter);
            self.cursor = 0;
        }
    }
}

/// A list while its items are typed.
#[derive(Debug)]
pub struct Recalling {
    /// What was typed so far.
    pub recall: Recall,
    /// The next item.
    pub input: TextArea<'static>,
}

/// Places of a text while they are pointed at.
#[derive(Debug)]
pub struct Pointing {
    /// The places.
    pub places: Places,
    /// The spans that are pointed at.
    pub chosen: BTreeSet<usize>,
    /// The place that the cursor is on.
    pub cursor: usize,
    /// The student was told that fewer are pointed at than are expected, and may hand in all the same.
    pub warned: bool,
}

impl Pointing {
    /// Nothing is pointed at yet.
    #[must_use]
    pub fn new(places: Places) -> Self {
        Self { places, chosen: BTreeSet::new(), cursor: 0, warned: false }
    }
}

/// A scale from −2 to +2 while its step is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scaling {
    /// The step; none is chosen at first.
    pub step: Option<i8>,
}

impl Scaling {
    /// One step up or down the scale; the first move goes to its middle.
    pub fn walk(&mut self, up: bool) {
        let step = self.step.map_or(0, |step| if up { step + 1 } else { step - 1 });
        self.step = Some(step.clamp(-2, 2));
    }
}
