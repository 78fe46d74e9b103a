//! The programme on the screen: items that open, objectives, what they are narrowed to.

use std::collections::BTreeSet;

use crate::{
    app::{
        programme::{Coverage, Filter, ItemCoverage, ObjectiveCoverage, Status},
        scope::Scope,
    },
    card::{Item, Rank},
};

/// Which objectives are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// All.
    #[default]
    All,
    /// Those that nothing is about.
    Missing,
    /// Those that are forgotten or fading.
    Weak,
    /// Those whose cards were never answered.
    Unseen,
}

impl Show {
    /// All, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::All, Self::Missing, Self::Weak, Self::Unseen];

    fn status(self) -> Option<Status> {
        match self {
            Self::All => None,
            Self::Missing => Some(Status::Missing),
            Self::Weak => Some(Status::Weak),
            Self::Unseen => Some(Status::Unseen),
        }
    }
}

/// A row: the item by its number in the coverage, and which of its objectives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An item, how many of its objectives fit and how many of those are covered, and whether they are listed below it.
    Item {
        /// Which.
        item: usize,
        /// How many fit.
        fitting: usize,
        /// How many of them are covered.
        covered: usize,
        /// They are listed.
        open: bool,
    },
    /// An objective.
    Objective {
        /// Its item.
        item: usize,
        /// Which of its item's.
        objective: usize,
    },
}

impl Row {
    /// Where it stands among all rows that there can be.
    fn place(self) -> (usize, Option<usize>) {
        match self {
            Self::Item { item, .. } => (item, None),
            Self::Objective { item, objective } => (item, Some(objective)),
        }
    }

    fn item(self) -> usize {
        match self {
            Self::Item { item, .. } | Self::Objective { item, .. } => item,
        }
    }
}

/// What the chosen row is.
#[derive(Clone, Copy, Debug)]
pub enum Chosen<'c> {
    /// An item.
    Item(&'c ItemCoverage),
    /// An objective.
    Objective(&'c ObjectiveCoverage),
}

/// The programme.
#[derive(Debug)]
pub struct ProgrammeScreen {
    /// How it stands.
    pub coverage: Box<Coverage>,
    /// The tab.
    pub show: Show,
    /// Only this rank.
    pub rank: Option<Rank>,
    /// What is looked for.
    pub query: String,
    /// It is being typed.
    pub typing: bool,
    /// The chosen row.
    pub cursor: usize,
    rows: Vec<Row>,
    /// The row that the student chose last, listed or not.
    kept: Option<Row>,
    /// Items are open unless the student has closed them; else the other way round.
    unfolded: bool,
    /// The items that are otherwise.
    turned: BTreeSet<Item>,
}

impl ProgrammeScreen {
    /// Everything, with its items closed.
    #[must_use]
    pub fn new(coverage: Box<Coverage>) -> Self {
        let mut screen = Self {
            coverage,
            show: Show::default(),
            rank: None,
            query: String::new(),
            typing: false,
            cursor: 0,
            rows: Vec::new(),
            kept: None,
            unfolded: false,
            turned: BTreeSet::new(),
        };
        screen.list();
        screen
    }

    /// The rows that are listed.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The objectives of a row's item.
    #[must_use]
    pub fn item_of(&self, row: Row) -> Option<&ItemCoverage> {
        self.coverage.items.get(row.item())
    }

    /// The chosen row.
    #[must_use]
    pub fn chosen(&self) -> Option<Chosen<'_>> {
        let row = *self.rows.get(self.cursor)?;
        let item = self.item_of(row)?;
        match row {
            Row::Item { .. } => Some(Chosen::Item(item)),
            Row::Objective { objective, .. } => item.objectives.get(objective).map(Chosen::Objective),
        }
    }

    /// What is studied when the chosen row is begun: of an item, the rank that the list is narrowed to.
    #[must_use]
    pub fn scope(&self) -> Option<Scope> {
        Some(match self.chosen()? {
            Chosen::Item(item) => Scope { item: Some(item.item), rank: self.rank, ..Scope::default() },
            Chosen::Objective(line) => Scope { objective: Some(line.objective), ..Scope::default() },
        })
    }

    /// The cursor moves by so many rows, within them.
    pub fn step(&mut self, rows: isize) {
        self.choose(self.cursor.saturating_add_signed(rows));
    }

    /// The cursor goes to this row, or to the last one.
    pub fn choose(&mut self, row: usize) {
        self.cursor = row.min(self.rows.len().saturating_sub(1));
        self.kept = self.rows.get(self.cursor).copied();
    }

    /// Another tab.
    pub fn turn_tab(&mut self) {
        self.show_tab(self.show as usize + 1);
    }

    /// The tab at this place, counted around.
    pub fn show_tab(&mut self, number: usize) {
        self.show = Show::ALL[number % Show::ALL.len()];
        self.list();
    }

    /// Another rank: both, A, B.
    pub fn turn_rank(&mut self) {
        self.rank = match self.rank {
            None => Some(Rank::A),
            Some(Rank::A) => Some(Rank::B),
            Some(Rank::B) => None,
        };
        self.list();
    }

    /// Something else is looked for: what is found is open.
    pub fn seek(&mut self, query: String) {
        let sought = |query: &str| !query.trim().is_empty();
        if sought(&query) != sought(&self.query) {
            self.unfold(sought(&query));
        }
        self.query = query;
        self.list();
    }

    /// All that narrows goes.
    pub fn widen(&mut self) {
        (self.show, self.rank) = (Show::All, None);
        self.seek(String::new());
    }

    /// All items open, or all closed.
    pub fn turn_all(&mut self) {
        self.unfold(!self.unfolded);
        self.list();
    }

    fn unfold(&mut self, unfolded: bool) {
        self.unfolded = unfolded;
        self.turned.clear();
    }

    /// The chosen item opens or closes; with `None` whichever it is not. An objective closes its item.
    pub fn turn(&mut self, open: Option<bool>) {
        let Some(row) = self.rows.get(self.cursor).copied() else { return };
        let is_open = !matches!(row, Row::Item { open: false, .. });
        if open.unwrap_or(!is_open) == is_open {
            return;
        }
        let Some(item) = self.item_of(row).map(|item| item.item) else { return };
        if !self.turned.remove(&item) {
            self.turned.insert(item);
        }
        // What is closed with its item leaves the cursor on it.
        let number = row.item();
        self.list();
        let closed = self.rows.iter().position(|row| row.place() == (number, None));
        if let Some(closed) = closed.filter(|_| is_open) {
            self.choose(closed);
        }
    }

    /// Lists the rows anew; the cursor stays on the row that was chosen, else near it.
    fn list(&mut self) {
        let filter = Filter::new(self.rank, self.show.status()).with_query(&self.query);
        let all = self.show == Show::All && self.rank.is_none();
        let mut rows = Vec::new();
        for (number, item) in self.coverage.items.iter().enumerate() {
            let fits = |(_, line): &(usize, &ObjectiveCoverage)| filter.takes(item, line);
            let fitting: Vec<usize> =
                item.objectives.iter().enumerate().filter(fits).map(|(number, _)| number).collect();
            if fitting.is_empty() && !(all && filter.takes_item(item)) {
                continue;
            }
            let open = self.unfolded != self.turned.contains(&item.item) && !fitting.is_empty();
            let covered =
                fitting.iter().filter(|&&number| item.objectives[number].status.is_covered()).count();
            rows.push(Row::Item { item: number, fitting: fitting.len(), covered, open });
            if open {
                rows.extend(fitting.into_iter().map(|objective| Row::Objective { item: number, objective }));
            }
        }
        self.rows = rows;
        let last = self.rows.len().saturating_sub(1);
        let at = self.kept.map(|kept| {
            // Rows stand by item and, below it, by objective.
            self.rows.iter().position(|row| row.place() >= kept.place()).unwrap_or(last)
        });
        self.cursor = at.unwrap_or_default();
    }
}
