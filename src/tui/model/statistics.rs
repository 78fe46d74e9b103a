//! The statistics on the screen.

use crate::app::stats::{Part, Stats};

/// What a tab is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatisticsTab {
    /// What was done, day by day.
    #[default]
    Days,
    /// What falls due on the coming days.
    Forecast,
    /// How much was still known.
    Memory,
    /// Objectives and decks, those known least first.
    Weakest,
}

impl StatisticsTab {
    /// All, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Days, Self::Forecast, Self::Memory, Self::Weakest];

    /// The one so many tabs on, around.
    #[must_use]
    pub fn turned(self, tabs: usize) -> Self {
        Self::ALL[(self as usize + tabs) % Self::ALL.len()]
    }
}

/// The statistics.
#[derive(Debug)]
pub struct StatisticsScreen {
    /// The figures.
    pub figures: Box<Stats>,
    /// The tab.
    pub tab: StatisticsTab,
    /// The objectives, then the decks, each known least first.
    pub parts: Vec<Part>,
    /// How many of these are objectives.
    pub objectives: usize,
    /// The chosen one of these.
    pub cursor: usize,
}

impl StatisticsScreen {
    /// From the first tab on.
    #[must_use]
    pub fn new(figures: Box<Stats>) -> Self {
        let objectives = figures.weakest_objectives();
        let count = objectives.len();
        let parts = [objectives, figures.weakest_decks()].concat();
        Self { figures, tab: StatisticsTab::default(), parts, objectives: count, cursor: 0 }
    }

    /// Whether the tab is a list with a chosen row.
    #[must_use]
    pub fn lists(&self) -> bool {
        self.tab == StatisticsTab::Weakest && !self.parts.is_empty()
    }

    /// The chosen part.
    #[must_use]
    pub fn chosen(&self) -> Option<&Part> {
        self.parts.get(self.cursor).filter(|_| self.lists())
    }

    /// The cursor goes to this part, or to the last one.
    pub fn choose(&mut self, number: usize) {
        self.cursor = number.min(self.parts.len().saturating_sub(1));
    }
}
