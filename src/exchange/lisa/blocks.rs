//! Paragraphs, lists and tables.

use super::{
    inline::{Inline, UNCLOSED, inline},
    template,
};
use crate::card::Text;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading, by its level from 1.
    Heading(usize, String),
    /// A paragraph.
    Paragraph(Inline),
    /// A list; `true` when its items are numbered.
    List(bool, Vec<(usize, Inline)>),
    /// Terms and what they mean.
    Terms(Vec<(Inline, Inline)>),
    /// A table: its head, which may be empty, and its rows.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// What stands before the items of lists that are written by hand.
const HYPHENS: [&str; 4] = ["- ", "– ", "• ", "— "];

/// Cuts a page.
pub(super) fn blocks(body: &str) -> Vec<Block> {
    let body = joined(body);
    let mut out: Vec<Block> = Vec::new();
    let mut paragraph = String::new();
    let mut lines = body.lines();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        let bare = line.trim_start();
        if bare.starts_with("{|") {
            end(&mut paragraph, &mut out);
            let rows: Vec<&str> =
                lines.by_ref().take_while(|line| !line.trim_start().starts_with("|}")).collect();
            out.extend(table(&rows));
        } else if bare.is_empty()
            || bare.starts_with("----")
            || (bare.starts_with("__") && bare.ends_with("__"))
        {
            end(&mut paragraph, &mut out);
        } else if let Some((level, title)) = heading(bare) {
            end(&mut paragraph, &mut out);
            out.push(Block::Heading(level, title));
        } else if let Some((term, meaning)) =
            bare.strip_prefix(';').map(|rest| rest.split_once(" :").unwrap_or((rest, "")))
        {
            end(&mut paragraph, &mut out);
            let pair = (inline(term), inline(meaning));
            match out.last_mut() {
                Some(Block::Terms(terms)) => terms.push(pair),
                _ => out.push(Block::Terms(vec![pair])),
            }
        } else if let Some((numbered, depth, text)) = item(bare) {
            end(&mut paragraph, &mut out);
            let item = (depth, inline(text));
            match out.last_mut() {
                Some(Block::List(own, items)) if *own == numbered || depth > 1 => items.push(item),
                _ => out.push(Block::List(numbered, vec![item])),
            }
        } else if let (Some(text), Some(Block::Terms(terms))) = (bare.strip_prefix(':'), out.last_mut())
            && paragraph.is_empty()
            && let Some((_, meaning)) = terms.last_mut()
            && meaning.text.is_empty()
        {
            *meaning = inline(text);
        } else {
            paragraph.push_str(bare.trim_start_matches(':'));
            paragraph.push('\n');
        }
    }
    end(&mut paragraph, &mut out);
    out.retain(|block| !matches!(block, Block::List(_, items) if items.is_empty()));
    out
}

/// Templates of several lines on one, so that a line is whole.
fn joined(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut i = 0;
    let mut unclosed = 0;
    while let Some(at) = body[i..].find("{{").map(|at| i + at) {
        out.push_str(&body[i..at]);
        let end = if unclosed < UNCLOSED { template::closing(body, at) } else { None };
        unclosed += u32::from(end.is_none());
        let end = end.unwrap_or(at + 2);
        out.push_str(&body[at..end].replace('\n', " "));
        i = end;
    }
    out.push_str(&body[i..]);
    out
}

fn end(paragraph: &mut String, out: &mut Vec<Block>) {
    let read = inline(&std::mem::take(paragraph));
    if !read.text.is_empty() {
        out.push(Block::Paragraph(read));
    }
}

fn heading(line: &str) -> Option<(usize, String)> {
    let level = line.bytes().take_while(|b| *b == b'=').count();
    let title = line.trim_matches('=').trim();
    let closed = line.bytes().rev().take_while(|b| *b == b'=').count();
    ((1..=6).contains(&level) && closed >= 1 && !title.is_empty()).then(|| (level, inline(title).text))
}

/// Whether the list is numbered, how deep the item stands, and its text.
fn item(line: &str) -> Option<(bool, usize, &str)> {
    let depth = line.bytes().take_while(|b| matches!(b, b'*' | b'#')).count();
    if depth > 0 {
        return Some((line.as_bytes()[depth - 1] == b'#', depth, line[depth..].trim()));
    }
    let text = HYPHENS.iter().find_map(|hyphen| line.strip_prefix(hyphen))?;
    Some((false, 1, text.trim()))
}

fn table(lines: &[&str]) -> Option<Block> {
    let mut head: Vec<String> = Vec::new();
    let mut rows: Vec<Vec<String>> = vec![Vec::new()];
    for line in lines {
        let line = line.trim();
        if line.starts_with("|-") {
            rows.push(Vec::new());
        } else if line.starts_with("|+") {
        } else if let Some(cells) = line.strip_prefix('!') {
            let is_row_head = rows.len() > 1 && !head.is_empty() && !cells.contains("!!");
            let read = cells.split("!!").map(cell);
            if is_row_head {
                rows.last_mut().into_iter().for_each(|row| row.extend(read.clone()));
            } else {
                head.extend(read);
            }
        } else if let Some(cells) = line.strip_prefix('|') {
            rows.last_mut().into_iter().for_each(|row| row.extend(cells.split("||").map(cell)));
        } else if let Some(last) = rows.last_mut().and_then(|row| row.last_mut()) {
            last.push(' ');
            last.push_str(&inline(line).text);
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    (!rows.is_empty()).then_some(Block::Table(head, rows))
}

/// A cell's words; what stands before a single pipe is how it looks.
fn cell(source: &str) -> String {
    let words = match source.split_once('|') {
        Some((looks, words)) if looks.contains('=') && !looks.contains("[[") => words,
        _ => source,
    };
    // What a card cannot hold at its end is no part of a word either.
    Text::from(inline(words).text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_cell_end_with_a_word() {
        let read = blocks("{|\n! a !! b\n|-\n| c || d\0\n|}");
        let [Block::Table(_, rows)] = read.as_slice() else { panic!("{read:?}") };
        assert_eq!(rows, &[["c", "d"]]);
    }

    #[test]
    fn hyphens_with_blank_lines_between_them_are_one_list() {
        let read = blocks("Levers:\n\n- one;\n\n- two\n\nAfter.\n\n* a\n** b\n# c");
        let [
            Block::Paragraph(_),
            Block::List(false, items),
            Block::Paragraph(_),
            Block::List(false, nested),
            Block::List(true, _),
        ] = read.as_slice()
        else {
            panic!("{read:?}")
        };
        assert_eq!(items.iter().map(|(_, item)| item.text.as_str()).collect::<Vec<_>>(), ["one;", "two"]);
        assert_eq!(nested.iter().map(|(depth, _)| *depth).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn tables_headings_and_definitions_are_read() {
        let read = blocks(
            "== Rôle ==\n; Cnam : tête de réseau\n; CPAM\n: caisse locale\n{| class=\"wikitable\"\n! Sigle !! Sens\n|-\n| style=\"x\" | T2A || à l'activité\n|-\n|CCAM\n|actes\n|}\nfin",
        );
        assert_eq!(read[0], Block::Heading(2, "Rôle".to_owned()));
        let Block::Terms(terms) = &read[1] else { panic!("{read:?}") };
        assert_eq!(terms[1].1.text, "caisse locale");
        let rows = [["T2A", "à l'activité"], ["CCAM", "actes"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(read[2], Block::Table(vec!["Sigle".to_owned(), "Sens".to_owned()], rows.to_vec()));
    }
}
