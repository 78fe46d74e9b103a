//! Rows and cells (RFC 4180, with any separator and any line end).
//!
//! A mistake has to be told by the row that the spreadsheet shows: blank rows count, a cell of several lines does not.

/// A row: its number in the spreadsheet, from 1, and its cells.
pub(in crate::exchange) type Cells = (usize, Vec<String>);

/// The most rows of a table, and the most cells of a row: what is beyond is no table that a person made, and would fill the
/// memory.
const ROWS: usize = 500_000;
const COLUMNS: usize = 1000;

/// Why a text is not cut into cells, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The row.
    pub row: usize,
    /// Why.
    pub why: Why,
}

/// Why a text is not cut into cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A quote that opens a cell there is never closed.
    Quote,
    /// The row has more cells than any table.
    Wide,
    /// There are more rows than in any table.
    Long,
}

impl Why {
    /// The id of its message.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Quote => "table-quote",
            Self::Wide => "table-wide",
            Self::Long => "table-long",
        }
    }
}

/// Cuts `text`, whose first row is row `first`, at `separator`. Rows without any character are left out, and counted.
///
/// # Errors
/// When a quoted cell is never closed (everything after it would be one cell), or there are too many of them.
pub fn cells(text: &str, separator: char, first: usize) -> Result<Vec<(usize, Vec<String>)>, Broken> {
    let mut rows = Vec::new();
    let mut chars = text.chars().peekable();
    let mut number = first;
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    // Whether anything stood in the row, even an empty pair of quotes.
    let mut something = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if cell.is_empty() => {
                something = true;
                loop {
                    match chars.next() {
                        Some('"') if chars.peek() == Some(&'"') => {
                            chars.next();
                            cell.push('"');
                        }
                        Some('"') => break,
                        Some('\r') if chars.peek() == Some(&'\n') => {}
                        Some(inside) => cell.push(inside),
                        None => return Err(Broken { row: number, why: Why::Quote }),
                    }
                }
                // What follows the closing quote up to the separator belongs to the cell, as spreadsheets have it.
                while let Some(rest) = chars.next_if(|&c| c != separator && c != '\n' && c != '\r') {
                    cell.push(rest);
                }
            }
            '\r' | '\n' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                end(&mut rows, &mut row, &mut cell, &mut something, number);
                if rows.len() > ROWS {
                    return Err(Broken { row: number, why: Why::Long });
                }
                number += 1;
            }
            c if c == separator => {
                something = true;
                row.push(std::mem::take(&mut cell));
                if row.len() >= COLUMNS {
                    return Err(Broken { row: number, why: Why::Wide });
                }
            }
            c => {
                something = true;
                cell.push(c);
            }
        }
    }
    end(&mut rows, &mut row, &mut cell, &mut something, number);
    Ok(rows)
}

fn end(rows: &mut Vec<Cells>, row: &mut Vec<String>, cell: &mut String, something: &mut bool, number: usize) {
    if *something {
        row.push(std::mem::take(cell));
        rows.push((number, std::mem::take(row)));
    }
    *something = false;
}

/// A cell as it is written: between quotes where it has to be.
pub(super) fn quoted(cell: &str, separator: char, out: &mut String) {
    let plain =
        !cell.contains(['"', '\n', '\r', separator]) && !cell.starts_with([' ', '#']) && !cell.ends_with(' ');
    if plain {
        out.push_str(cell);
        return;
    }
    out.push('"');
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rows_are_numbered_as_the_spreadsheet_shows_them() {
        let text = "a;b\r\n\r\n\"deux\r\nlignes\";\"dit \"\"oui\"\"\"\rc;\n";
        let rows = cells(text, ';', 1).expect("cells");
        assert_eq!(rows[0], (1, vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(rows[1], (3, vec!["deux\nlignes".to_owned(), "dit \"oui\"".to_owned()]));
        assert_eq!(rows[2], (4, vec!["c".to_owned(), String::new()]));
        assert_eq!(rows.len(), 3);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_by_its_row() {
        assert_eq!(cells("a\n\"b\nc\n", ';', 1), Err(Broken { row: 2, why: Why::Quote }));
    }

    #[test]
    fn what_no_person_made_is_refused_before_it_fills_the_memory() {
        let wide = cells(&";".repeat(64 << 20), ';', 1);
        assert_eq!(wide, Err(Broken { row: 1, why: Why::Wide }));
        let long = cells(&"a\n".repeat(ROWS + 1), ';', 1);
        assert_eq!(long, Err(Broken { row: ROWS + 1, why: Why::Long }));
        assert_eq!(cells(&";".repeat(COLUMNS - 1), ';', 1).expect("cells")[0].1.len(), COLUMNS);
    }

    #[test]
    fn a_decimal_comma_cuts_nothing() {
        assert_eq!(cells("0,5;1,25", ';', 1).expect("cells")[0].1, ["0,5", "1,25"]);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(rows in prop::collection::vec(prop::collection::vec("[a;,\"\n\t #é]{0,6}", 2..4), 0..4)) {
            let mut text = String::new();
            for row in &rows {
                for (number, cell) in row.iter().enumerate() {
                    if number > 0 { text.push(';'); }
                    quoted(cell, ';', &mut text);
                }
                text.push('\n');
            }
            let read: Vec<Vec<String>> = cells(&text, ';', 1).expect("cells").into_iter().map(|row| row.1).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn any_text_is_cut_or_refused(text in any::<String>()) {
            let _ = cells(&text, ';', 1);
        }
    }
}
