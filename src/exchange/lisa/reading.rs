//! The whole page as Markdown, to be read beside the cards.

use std::fmt::Write as _;

use super::{blocks::Block, inline::Inline};

/// Rows of tables are filled up to so many cells.
const FILLED: usize = 100;

/// The text of the page.
pub(super) fn markdown(title: &str, blocks: &[Block]) -> String {
    let mut out = format!("# {title}\n");
    for block in blocks {
        out.push('\n');
        // Writing to a string does not fail.
        let _ = match block {
            Block::Heading(level, text) => writeln!(out, "{} {text}", "#".repeat((*level).max(2))),
            Block::Paragraph(words) => writeln!(out, "{}", bold(words)),
            Block::List(numbered, items) => items.iter().try_for_each(|(depth, words)| {
                let indent = "  ".repeat(depth.saturating_sub(1));
                writeln!(out, "{indent}{} {}", if *numbered { "1." } else { "-" }, bold(words))
            }),
            Block::Terms(terms) => terms
                .iter()
                .try_for_each(|(term, meaning)| writeln!(out, "- **{}** : {}", term.text, bold(meaning))),
            Block::Table(head, rows) => table(head, rows, &mut out),
        };
    }
    out
}

fn table(head: &[String], rows: &[Vec<String>], out: &mut String) -> std::fmt::Result {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(head.len());
    // Behind a head of its whole width a table may have shorter rows, and one that nobody made has thousands of them.
    let line = |cells: &[String]| {
        let cell = |cell: &String| cell.replace('|', "\\|");
        let blank = if width > FILLED { 0 } else { width - cells.len().min(width) };
        let blank = std::iter::repeat_n(String::new(), blank);
        format!("| {} |", cells.iter().map(cell).chain(blank).collect::<Vec<_>>().join(" | "))
    };
    let mut head = head.to_vec();
    head.resize(width, String::new());
    let head = head.as_slice();
    writeln!(out, "{}\n|{}", line(head), " --- |".repeat(width))?;
    rows.iter().try_for_each(|row| writeln!(out, "{}", line(row)))
}

/// What was emphasised is bold; what stood between quotation marks keeps these.
fn bold(words: &Inline) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mark in &words.marks {
        let quoted = words.text[..mark.start].trim_end().ends_with(['"', '«', '“']);
        out.push_str(&words.text[at..mark.start]);
        let term = &words.text[mark.clone()];
        let bold = if quoted { "" } else { "**" };
        out.extend([bold, term, bold]);
        at = mark.end;
    }
    out.push_str(&words.text[at..]);
    out
}
