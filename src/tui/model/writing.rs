//! A text of the student's while it is written.

use ratatui_textarea::TextArea;

use crate::tui::widgets::field::field;

/// A text while it is written.
#[derive(Debug)]
pub struct Writing {
    /// What for.
    pub purpose: Written,
    /// The field.
    pub input: TextArea<'static>,
    /// The text as it was.
    before: String,
    /// The student was told that leaving loses what was written; the next key but the same forgets it.
    pub warned: bool,
}

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The student's own note on a card.
    Note,
    /// What is wrong with a card, to its author.
    Letter,
}

impl Writing {
    /// Begins with `text`.
    #[must_use]
    pub fn new(purpose: Written, text: &str) -> Self {
        Self { purpose, input: field(text), before: text.to_owned(), warned: false }
    }

    /// What is written.
    #[must_use]
    pub fn text(&self) -> String {
        self.input.lines().join("\n")
    }

    /// Whether leaving would lose something.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.text() != self.before
    }
}
