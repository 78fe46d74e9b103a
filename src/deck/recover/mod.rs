//! Reading what can be read of a file that is not YAML as a whole.
//!
//! A YAML parser stops at its first error. Here the file is cut where its indentation says that a list item or a key
//! begins, and each piece is read alone, smaller and smaller, until only the piece that is wrong is left. So one
//! broken card never hides the others, nor one broken line the rest of its card.

mod entry;
mod explain;
mod lines;

use super::{
    diagnostic::{Diagnostic, Severity, problem},
    limits::Limits,
    node::{Entry, Node, Style, Value},
    parse::{self, SyntaxError, Tree},
    raw::{RawCard, RawDeck, Record},
    source::Span,
};
use entry::Open;
use lines::{Line, is_item, is_known, key, lines};

/// Levels that are cut into pieces; what lies deeper is read as a whole. A deck needs seven: head, cards, card,
/// questions, question, options, option.
const DEEPEST: usize = 9;

/// Reads `text`, which begins at byte `base` of the file and is not YAML as a whole, because of `error`.
pub(super) fn recover(text: &str, base: usize, limits: &Limits, error: &SyntaxError) -> Tree {
    let mut recovery = Recovery { text, base, limits, problems: Vec::new() };
    let all = lines(text, base);
    let document = recovery.one_document(&all);
    recovery.lone_returns();
    let document = recovery.begin_at_head(document);
    let root = document.first().map(|first| {
        let block = Block { lines: document, from: first.span.start, column: first.indent };
        recovery.block(block, 0)
    });
    if recovery.problems.iter().all(|found| found.severity == Severity::Warning) {
        // Every piece could be read alone, yet the whole is no YAML: never say nothing about it.
        recovery.explain(None, error.at..error.at, error);
    }
    recovery.problems.sort_by_key(|found| found.span.start);
    Tree { root, problems: recovery.problems }
}

/// Lines that belong together. The first is read from `from` on, which stands in column `column` (from 0).
#[derive(Clone, Copy)]
struct Block<'l> {
    lines: &'l [Line],
    from: usize,
    column: usize,
}

impl Block<'_> {
    fn end(&self) -> usize {
        self.lines.last().map_or(self.from, |line| line.span.end)
    }
}

struct Recovery<'t> {
    text: &'t str,
    base: usize,
    limits: &'t Limits,
    problems: Vec<Diagnostic>,
}

impl<'t> Recovery<'t> {
    fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.start - self.base..span.end - self.base).unwrap_or_default()
    }

    /// The lines of the first document, without its directives and marks.
    fn one_document<'l>(&mut self, all: &'l [Line]) -> &'l [Line] {
        let is_mark =
            |line: &Line| line.indent == 0 && matches!(self.slice(line.span.clone()), "---" | "...");
        let start = all.iter().take_while(|line| self.slice(line.span.clone()).starts_with('%')).count();
        let start = if all.get(start).is_some_and(is_mark) { start + 1 } else { 0 };
        let end = all[start..].iter().position(is_mark).map_or(all.len(), |end| start + end);
        if let Some(next) = all.get(end)
            && end + 1 < all.len()
        {
            let found =
                problem!(Error "several-documents" at next.span.clone(); help "several-documents-help");
            self.problems.push(found);
        }
        &all[start..end]
    }

    /// The lines from the first key of the head on: what stands before would give the wrong column to all the rest.
    fn begin_at_head<'l>(&mut self, lines: &'l [Line]) -> &'l [Line] {
        let of_head = |line: &Line| {
            let text = self.slice(line.span.clone());
            key(text).is_some_and(|(length, _)| RawDeck::KEYS.contains(&&text[..length]))
        };
        let Some(first) = lines.iter().position(of_head) else { return lines };
        if first > 0 && key(self.slice(lines[0].span.clone())).is_none() {
            self.problems.push(problem!(Error "stray-line" at lines[0].span.clone(); help "stray-line-help"));
            return &lines[first..];
        }
        lines
    }

    /// A carriage return alone ends a line for YAML, though hardly any editor shows it.
    fn lone_returns(&mut self) {
        let bytes = self.text.as_bytes();
        for (at, _) in self.text.match_indices('\r').filter(|&(at, _)| bytes.get(at + 1) != Some(&b'\n')) {
            let span = self.base + at..self.base + at + 1;
            self.problems.push(problem!(Error "control-character" at span; help "control-character-help"));
        }
    }

    fn parse(&mut self, block: Block<'_>) -> Result<Node, SyntaxError> {
        let Block { from, column, .. } = block;
        let raw = self.slice(from..block.end());
        // Only spaces and dashes stand before: as many spaces keep every place what it is.
        let tree = if column == 0 {
            parse::parse(raw, from, self.limits)?
        } else {
            parse::parse(&(" ".repeat(column) + raw), from - column, self.limits)?
        };
        self.problems.extend(tree.problems);
        Ok(tree.root.unwrap_or_else(|| Node::broken(from..from)))
    }

    fn block(&mut self, block: Block<'_>, depth: usize) -> Node {
        let error = match self.parse(block) {
            Ok(node) => return node,
            Err(error) => error,
        };
        let Some(first) = block.lines.first() else { return Node::broken(block.from..block.from) };
        let text = self.slice(block.from..first.span.end);
        if depth < DEEPEST && is_item(text) {
            self.list(block, depth)
        } else if depth < DEEPEST && self.is_map(block, text) {
            self.map(block, depth)
        } else {
            self.explain(None, block.from..block.end(), &error)
        }
    }

    fn list(&mut self, block: Block<'_>, depth: usize) -> Node {
        let mut items = Vec::new();
        let mut at = 0;
        // A slipped item is one of this list only if it could be: an option that slipped is no card.
        let is_card = |text: &str| {
            let text = text.trim_start_matches(['-', ' ']);
            key(text).is_some_and(|(length, _)| RawCard::KEYS.contains(&&text[..length]))
        };
        let of_cards = block.lines.first().is_some_and(|line| is_card(self.slice(block.from..line.span.end)));
        let alike = |text: &str| is_card(text) == of_cards;
        while at < block.lines.len() {
            let dash = if at == 0 { block.from } else { block.lines[at].span.start };
            let column = if at == 0 { block.column } else { block.lines[at].indent };
            if column != block.column {
                self.misplaced(dash..dash + 1, block.column, column);
            }
            let next = |line: &Line| {
                let text = self.slice(line.span.clone());
                is_item(text)
                    && (line.indent == block.column || (line.indent < block.column + 2 && alike(text)))
            };
            let end = block.lines[at + 1..].iter().position(next).map_or(block.lines.len(), |n| at + 1 + n);
            let lines = &block.lines[at..end];
            let content = self.slice(dash + 1..lines[0].span.end);
            let spaces = content.len() - content.trim_start().len();
            let inner = if content.is_empty() {
                lines.get(1).map(|line| Block {
                    lines: &lines[1..],
                    from: line.span.start,
                    column: line.indent,
                })
            } else {
                Some(Block { lines, from: dash + 1 + spaces, column: column + 1 + spaces })
            };
            items.push(match inner {
                Some(inner) => self.block(inner, depth + 1),
                None => Node { value: Value::Nothing, span: dash + 1..dash + 1 },
            });
            at = end;
        }
        Node { value: Value::List { items, flow: false }, span: block.from..block.end() }
    }

    fn map(&mut self, block: Block<'_>, depth: usize) -> Node {
        let mut entries = Vec::new();
        let mut at = 0;
        let mut slipped = block.column;
        while at < block.lines.len() {
            let from = if at == 0 { block.from } else { block.lines[at].span.start };
            let column = if at == 0 { block.column } else { block.lines[at].indent };
            let text = self.slice(from..block.lines[at].span.end);
            // Keys that slipped together are told once.
            if let Some((length, _)) = key(text)
                && column != block.column
                && column != slipped
            {
                self.misplaced(from..from + length, block.column, column);
            }
            slipped = column;
            let end = self.end_of_entry(block, at, text);
            let piece = Block { lines: &block.lines[at..end], from, column };
            match key(text) {
                Some((length, value)) => entries.extend(self.entry(piece, length, value, depth)),
                None => entries.extend(self.stray(piece)),
            }
            at = end;
        }
        Node { value: Value::Map { entries, flow: false }, span: block.from..block.end() }
    }

    /// The line where the next entry begins after the one that begins in line `at` with `text`.
    fn end_of_entry(&self, block: Block<'_>, at: usize, text: &str) -> usize {
        let mut entry = Open::new(text, block.column);
        for (index, line) in block.lines.iter().enumerate().skip(at + 1) {
            let own = self.slice(line.span.clone());
            if entry.ends_before(own, line.indent, block.column) {
                return index;
            }
            entry.count(own);
        }
        block.lines.len()
    }

    /// Whether a block that begins with `text` is a mapping: by its first line, or, where that is slightly wrong, by
    /// another one that is aligned with it.
    fn is_map(&self, block: Block<'_>, text: &str) -> bool {
        let known = |text: &str| key(text).is_some_and(|(length, _)| is_known(&text[..length]));
        let glued = text.split_once(':').is_some_and(|(word, _)| is_known(word));
        key(text).is_some()
            || glued
            || block.lines[1..].iter().any(|l| l.indent == block.column && known(self.slice(l.span.clone())))
    }

    fn misplaced(&mut self, span: Span, expected: usize, found: usize) {
        let found = problem!(Error "indentation" at span, expected = expected, found = found; help "indentation-help");
        self.problems.push(found);
    }

    /// An entry whose key is `length` bytes long and whose value begins `value` bytes from its start.
    fn entry(&mut self, piece: Block<'_>, length: usize, value: usize, depth: usize) -> Vec<Entry> {
        let Block { lines, from, .. } = piece;
        let text = self.slice(from..lines[0].span.end);
        let name = text[..length].trim_matches(['"', '\'']).to_owned();
        let key_span = from..from + length;
        let rest = &text[value..];
        let node = if rest.is_empty() || rest.starts_with('#') {
            match lines.get(1) {
                Some(line) => {
                    let inner = Block { lines: &lines[1..], from: line.span.start, column: line.indent };
                    self.block(inner, depth + 1)
                }
                None => Node { value: Value::Nothing, span: key_span.end + 1..key_span.end + 1 },
            }
        } else {
            match self.parse(piece) {
                Ok(Node { value: Value::Map { entries, .. }, .. }) => return entries,
                Ok(other) => other,
                Err(error) => self.explain(Some(&name), from + value..piece.end(), &error),
            }
        };
        vec![Entry { key: name, key_span, node }]
    }

    /// A piece that should begin with a key and does not.
    fn stray(&mut self, piece: Block<'_>) -> Option<Entry> {
        let Block { lines, from, .. } = piece;
        let text = self.slice(from..lines[0].span.end);
        let length = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
        let (word, rest) = text.split_at(length);
        let key_span = from..from + length;
        if !is_known(word) {
            let found = problem!(Error "stray-line" at from..lines[0].span.end; help "stray-line-help");
            self.problems.push(found);
            return None;
        }
        let Some(value) = rest.strip_prefix(':') else {
            self.problems
                .push(problem!(Error "no-colon" at key_span.clone(), key = word; help "no-colon-help"));
            return Some(Entry { key: word.to_owned(), node: Node::broken(key_span.clone()), key_span });
        };
        let start = from + length + 1;
        self.problems.push(
            problem!(Error "no-space" at key_span.start..start, key = word; help "no-space-help")
                .mend([super::diagnostic::Edit { span: start..start, text: " ".to_owned() }]),
        );
        let value = Value::Scalar { text: value.to_owned(), style: Style::Plain };
        let node = Node { value, span: start..lines[0].span.end };
        Some(Entry { key: word.to_owned(), key_span, node })
    }
}
