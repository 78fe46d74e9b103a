//! Rows and cells (RFC 4180, with any separator and any line end).
//!
//! A mistake has to be told by the row that the spreadsheet shows: blank rows count, a cell of several lines does not.

/// A row: its number in the spreadsheet, from 1, and its cells.
pub(in crate::exchange) type Cells = (usize, Vec<String>);

/// A quote that opens a cell and is never closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The row where it opens.
    pub row: usize,
}

/// Cuts `text`, whose first row is row `first`, at `separator`. Rows without any character are left out, and counted.
///
/// # Errors
/// When a quoted cell is never closed: everything after it would be one cell.
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
                        None => return Err(Broken { row: number }),
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
                number += 1;
            }
            c if c == separator => {
                something = true;
                row.push(std::mem::take(&mut cell));
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
        assert_eq!(cells("a\n\"b\nc\n", ';', 1), Err(Broken { row: 2 }));
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
