//! Tables.

/// Rows are filled up to so many columns.
const FILLED: usize = 100;

/// A table as its cells come.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn cell(&mut self, text: String) {
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(text);
        }
    }

    /// The lines of the table; the first row is the head, as Markdown wants one. A table of one column is a list of
    /// lines.
    pub(super) fn lines(mut self) -> Lines {
        self.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns <= 1 {
            let lines = self.rows.into_iter().flatten().collect();
            return Lines { lines, is_table: false };
        }
        let mut lines = Vec::new();
        for (index, mut row) in self.rows.into_iter().enumerate() {
            // Every row of a table that a person made is filled up; one of a thousand columns would fill the memory. Markdown
            // takes shorter rows as well, behind a head that is as wide as the widest.
            if index == 0 || columns <= FILLED {
                row.resize(columns, String::new());
            }
            lines.push(format!("| {} |", row.join(" | ")));
            if index == 0 {
                lines.push(format!("|{}", " --- |".repeat(columns)));
            }
        }
        Lines { lines, is_table: true }
    }
}

pub(super) struct Lines {
    pub(super) lines: Vec<String>,
    pub(super) is_table: bool,
}
