//! The error notebook on the screen, and the forms that lie over a screen.

use ratatui_textarea::TextArea;

use crate::{
    app::notebook::{Filter, Miss, Notebook},
    card::Locator,
    study::Setting,
};

/// The error notebook.
#[derive(Debug)]
pub struct Book {
    /// What it shows.
    pub notebook: Box<Notebook>,
    /// How its misses are listed.
    pub view: BookView,
    /// The chosen row.
    pub cursor: usize,
    /// The card that was made last, to be opened in the editor.
    pub made: Option<Locator>,
    /// The student was told what making a card does; the next key but the same forgets it.
    pub warned: bool,
}

/// How the misses are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BookView {
    /// One by one.
    #[default]
    List,
    /// By objective.
    Objectives,
    /// By reason.
    Reasons,
}

impl BookView {
    /// All, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::List, Self::Objectives, Self::Reasons];

    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

impl Book {
    /// How many rows the view has.
    #[must_use]
    pub fn rows(&self) -> usize {
        match self.view {
            BookView::List => self.notebook.misses.len(),
            BookView::Objectives => self.notebook.objectives.len(),
            BookView::Reasons => self.notebook.reasons.len(),
        }
    }

    /// The miss of the chosen row, in the list.
    #[must_use]
    pub fn chosen(&self) -> Option<&Miss> {
        (self.view == BookView::List).then(|| self.notebook.misses.get(self.cursor))?
    }

    /// What the chosen row narrows the notebook to; the filter as it is for a row of the list.
    #[must_use]
    pub fn narrowed(&self) -> Filter {
        let mut filter = self.notebook.filter.clone();
        match self.view {
            BookView::List => {}
            BookView::Objectives => {
                if let Some(group) = self.notebook.objectives.get(self.cursor) {
                    filter.objective = Some(group.key);
                }
            }
            BookView::Reasons => {
                if let Some(group) = self.notebook.reasons.get(self.cursor) {
                    filter.reason = Some(group.key);
                }
            }
        }
        filter
    }

    /// The cards of the chosen row.
    #[must_use]
    pub fn cards(&self) -> Vec<Locator> {
        if self.view == BookView::List {
            return self.chosen().and_then(|miss| miss.card.clone()).into_iter().collect();
        }
        let filter = self.narrowed();
        self.notebook.cards(|miss| filter.takes(miss))
    }
}

/// A text of one line that is asked for.
#[derive(Debug)]
pub struct LineForm {
    /// What for.
    pub purpose: Purpose,
    /// What is typed.
    pub input: TextArea<'static>,
}

/// What a line is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// What it was confused with.
    Confused,
    /// Something that was missed elsewhere.
    Miss,
    /// The item by which the notebook is narrowed.
    Item,
    /// The value of a setting.
    Setting(Setting),
}
