//! Columns that line up.

use unicode_width::UnicodeWidthStr as _;

use super::page::{self, Page};
use crate::app::typography::unbreakable;

/// Rows whose columns line up: the first stands left, the last too and as wide as it likes, those between right.
#[derive(Debug, Default)]
pub(super) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(head: impl IntoIterator<Item = String>) -> Self {
        Self { head: head.into_iter().collect(), rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| unbreakable(&cell)).collect());
    }

    /// Writes the head, where there is one, and the rows, a line each.
    pub(super) fn write(&self, page: &mut Page) {
        let all = || std::iter::once(&self.head).chain(&self.rows);
        let columns = all().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| all().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
        let line = |row: &[String]| {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
                let gap = " ".repeat(width.saturating_sub(cell.width()));
                let right = column > 0 && column + 1 < columns;
                if right { format!("{gap}{cell}") } else { format!("{cell}{gap}") }
            });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        if self.head.iter().any(|cell| !cell.is_empty()) {
            page.styled(page::HEADING, &line(&self.head));
            page.push("\n");
        }
        for row in &self.rows {
            page.push(&line(row));
            page.push("\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_spaced_as_on_the_screen() {
        let mut table = Table::default();
        table.row(["COG : le contrat", "fin"].map(str::to_owned));
        let mut page = Page::default();
        table.write(&mut page);
        assert_eq!(page.render(false), "COG\u{a0}: le contrat  fin\n");
    }

    #[test]
    fn columns_line_up_also_with_accents_and_wide_characters() {
        let mut table = Table::new(["objectif", "vues", "titre"].map(str::to_owned));
        table.row(["é", "7", "un"].map(str::to_owned));
        table.row(["漢字", "12/40", "deux"].map(str::to_owned));
        let mut page = Page::default();
        table.write(&mut page);
        assert_eq!(
            page.render(false),
            "objectif   vues  titre\né             7  un\n漢字      12/40  deux\n"
        );
    }
}
