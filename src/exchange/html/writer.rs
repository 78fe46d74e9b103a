//! Markdown under construction.

use super::{
    Converted, Files, Picture, escape, latex, marks,
    pieces::Pieces,
    scan::Tag,
    table::Table,
    tags::{Meaning, meaning},
};
use crate::{card::Text, exchange::Losses};

/// What stands between the last text and the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    /// A line break within a paragraph.
    Break,
    /// Another line that is a block of its own (an item of a list).
    Line,
    /// A blank line.
    Paragraph,
}

/// An item of a list, or a quotation, that is open.
struct Inset {
    /// What its first line begins with, until that is written.
    first: Option<String>,
    /// What its other lines begin with.
    rest: String,
    is_item: bool,
}

/// An emphasis that is open.
struct Mark {
    meaning: Meaning,
    sign: &'static str,
    written: bool,
}

/// Lists, quotations and raised texts deeper than this stay at this depth.
const DEEPEST: usize = 8;
/// So many marks may be open; nobody sees what more of them would do.
const MARKS: usize = 64;

pub(super) struct Writer<'w> {
    out: String,
    gap: Gap,
    insets: Vec<Inset>,
    lists: Vec<Option<u32>>,
    marks: Vec<Mark>,
    /// Raised and lowered text under construction, and where it begins in the output.
    scripts: Vec<(Meaning, String)>,
    /// Where open links lead.
    links: Vec<Option<String>>,
    /// The open tables, each with what was written before its open cell.
    tables: Vec<Table>,
    cell: Option<(String, Gap)>,
    pre: usize,
    pieces: Pieces,
    pictures: Vec<Picture>,
    files: &'w mut dyn Files,
    losses: &'w mut Losses,
}

impl<'w> Writer<'w> {
    pub(super) fn new(pieces: Pieces, files: &'w mut dyn Files, losses: &'w mut Losses) -> Self {
        Self {
            out: String::new(),
            gap: Gap::None,
            insets: Vec::new(),
            lists: Vec::new(),
            marks: Vec::new(),
            scripts: Vec::new(),
            links: Vec::new(),
            tables: Vec::new(),
            cell: None,
            pre: 0,
            pieces,
            pictures: Vec::new(),
            files,
            losses,
        }
    }

    pub(super) fn lose(&mut self, kind: &'static str, example: &str) {
        self.losses.lose(kind, example);
    }

    pub(super) fn finish(mut self) -> Converted {
        while !self.scripts.is_empty() {
            self.end_script();
        }
        self.end_links();
        while !self.tables.is_empty() {
            self.end_table();
        }
        while let Some(mark) = self.marks.pop() {
            if mark.written {
                self.out.push_str(mark.sign);
            }
        }
        // The names of sounds and links may end with what a deck drops, too.
        let text = Text::clean(&self.out).trim().to_owned();
        Converted { text, pictures: self.pictures }
    }

    fn end_links(&mut self) {
        while let Some(link) = self.links.pop() {
            self.end_link(link);
        }
    }

    fn wants(&mut self, gap: Gap) {
        if self.cell.is_some() && gap > Gap::Space {
            self.gap = self.gap.max(if self.out.is_empty() { Gap::None } else { Gap::Break });
        } else {
            self.gap = self.gap.max(gap);
        }
    }

    /// Plain text, entities replaced.
    pub(super) fn text(&mut self, text: &str) {
        if let Some((_, script)) = self.scripts.last_mut() {
            script.push_str(text);
            return;
        }
        let mut rest = text;
        while let Some(at) = rest.find(marks::PIECE) {
            let (before, after) = rest.split_at(at);
            self.words(before);
            let after = &after[marks::PIECE.len_utf8()..];
            let (number, after) = after.split_once(marks::PIECE_END).unwrap_or((after, ""));
            let piece = self.pieces.get(number).to_owned();
            self.raw(&piece);
            rest = after;
        }
        self.words(rest);
    }

    /// Text, its white space folded.
    fn words(&mut self, text: &str) {
        let blank = |c: char| matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{c}');
        let mut lines = text.split('\n').peekable();
        while let Some(line) = lines.next() {
            if line.starts_with(blank) {
                self.wants(Gap::Space);
            }
            let mut first = true;
            for word in line.split(blank).filter(|word| !word.is_empty()) {
                if !std::mem::take(&mut first) {
                    self.wants(Gap::Space);
                }
                self.word(word);
            }
            if line.ends_with(blank) {
                self.wants(Gap::Space);
            }
            if lines.peek().is_some() {
                self.wants(if self.pre > 0 { Gap::Break } else { Gap::Space });
            }
        }
    }

    fn word(&mut self, word: &str) {
        let line_start = self.before(word.chars().next());
        escape::push(&mut self.out, word, line_start, self.cell.is_some());
    }

    /// Markdown as it is.
    fn raw(&mut self, markdown: &str) {
        if !markdown.is_empty() {
            self.before(markdown.chars().next());
            self.out.push_str(markdown);
        }
    }

    /// Writes the gap and the marks that are due; whether what follows begins a line.
    fn before(&mut self, next: Option<char>) -> bool {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        let start = self.out.is_empty();
        let mut line_start = start;
        match gap {
            _ if start => self.line_head(),
            Gap::None => {}
            Gap::Space => self.out.push(' '),
            Gap::Break if self.cell.is_some() => self.out.push_str(" / "),
            Gap::Break => {
                self.out.push_str("\\\n");
                self.line_head();
                line_start = true;
            }
            Gap::Line | Gap::Paragraph => {
                for mark in self.marks.iter_mut().rev().filter(|mark| mark.written) {
                    self.out.push_str(mark.sign);
                    mark.written = false;
                }
                self.out.push('\n');
                if gap == Gap::Paragraph {
                    let head: String = self.insets.iter().map(|inset| inset.rest.as_str()).collect();
                    self.out.push_str(head.trim_end());
                    self.out.push('\n');
                }
                self.line_head();
                line_start = true;
            }
        }
        // A mark between a letter and punctuation would be taken for text.
        let last = self.out.chars().next_back();
        let glued = last.is_some_and(char::is_alphanumeric)
            && next.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace() && !super::is_private(c));
        for mark in self.marks.iter_mut().filter(|mark| !mark.written) {
            if !glued {
                self.out.push_str(mark.sign);
                mark.written = true;
                line_start = false;
            }
        }
        line_start
    }

    fn line_head(&mut self) {
        for inset in &mut self.insets {
            match inset.first.take() {
                Some(first) => self.out.push_str(&first),
                None => self.out.push_str(&inset.rest),
            }
        }
    }

    pub(super) fn open(&mut self, tag: &Tag<'_>) {
        let styled = |tag: &Tag<'_>| tag.attribute("style").is_some_and(|style| !style.trim().is_empty());
        let means = meaning(tag.name);
        if means == Meaning::Looks || (means == Meaning::Through && styled(tag)) {
            self.losses.lose("looks", "");
        }
        match means {
            Meaning::Bold | Meaning::Heading => {
                if means == Meaning::Heading {
                    self.wants(Gap::Paragraph);
                }
                self.begin_mark(means, "**");
            }
            Meaning::Italic => self.begin_mark(means, "*"),
            Meaning::Struck => self.begin_mark(means, "~~"),
            Meaning::Raised | Meaning::Lowered => {
                if self.scripts.len() < DEEPEST {
                    self.scripts.push((means, String::new()));
                }
            }
            Meaning::Break => self.line_break(),
            Meaning::Rule => {
                self.wants(Gap::Paragraph);
                if !self.out.is_empty() && self.cell.is_none() {
                    self.raw("---");
                }
                self.wants(Gap::Paragraph);
            }
            Meaning::Paragraph => self.wants(Gap::Paragraph),
            Meaning::Block => self.block(),
            Meaning::Quote => {
                self.wants(Gap::Paragraph);
                self.inset(Inset { first: None, rest: "> ".to_owned(), is_item: false });
            }
            Meaning::List { ordered } => {
                self.wants(if self.lists.is_empty() { Gap::Paragraph } else { Gap::Line });
                let first = tag.attribute("start").and_then(|start| start.trim().parse().ok());
                let first = first.filter(|first| (1..100_000).contains(first)).unwrap_or(1);
                self.lists.push(ordered.then_some(first - 1));
            }
            Meaning::Item => self.item(),
            Meaning::Table => {
                self.wants(Gap::Paragraph);
                self.tables.push(Table::default());
            }
            Meaning::Row => {
                self.end_cell();
                if let Some(table) = self.tables.last_mut() {
                    table.row();
                }
            }
            Meaning::Cell => {
                self.end_cell();
                if self.tables.len() == 1 {
                    self.cell =
                        Some((std::mem::take(&mut self.out), std::mem::replace(&mut self.gap, Gap::None)));
                }
            }
            Meaning::Link => {
                let address = tag.attribute("href").map(|address| super::decode(address).into_owned());
                let address = address.filter(|a| a.starts_with("http://") || a.starts_with("https://"));
                if address.is_some() && self.scripts.is_empty() {
                    self.raw("[");
                }
                self.links.push(address.filter(|_| self.scripts.is_empty()));
            }
            Meaning::Picture => self.picture(tag),
            Meaning::Pre => {
                self.wants(Gap::Paragraph);
                self.pre += 1;
            }
            Meaning::Media => {
                let name = tag.attribute("src").unwrap_or(tag.name);
                self.losses.lose("media-player", name);
            }
            Meaning::Code | Meaning::Through | Meaning::Looks => {}
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        let means = meaning(name);
        match means {
            Meaning::Bold | Meaning::Italic | Meaning::Struck => self.end_mark(means),
            Meaning::Heading => {
                self.end_mark(means);
                self.wants(Gap::Paragraph);
            }
            Meaning::Raised | Meaning::Lowered => self.end_script(),
            Meaning::Paragraph => self.wants(Gap::Paragraph),
            Meaning::Block => self.block(),
            Meaning::Quote => {
                if let Some(at) = self.insets.iter().rposition(|inset| !inset.is_item) {
                    self.insets.truncate(at);
                }
                self.wants(Gap::Paragraph);
            }
            Meaning::List { .. } => {
                self.end_item();
                self.lists.pop();
                self.wants(if self.lists.is_empty() { Gap::Paragraph } else { Gap::Line });
            }
            Meaning::Item => {
                self.end_item();
                self.wants(Gap::Line);
            }
            Meaning::Table => self.end_table(),
            Meaning::Row | Meaning::Cell => self.end_cell(),
            Meaning::Link => {
                if let Some(link) = self.links.pop() {
                    self.end_link(link);
                }
            }
            Meaning::Pre => {
                self.pre = self.pre.saturating_sub(1);
                self.wants(Gap::Paragraph);
            }
            Meaning::Break => self.line_break(),
            Meaning::Rule
            | Meaning::Picture
            | Meaning::Media
            | Meaning::Code
            | Meaning::Through
            | Meaning::Looks => {}
        }
    }

    /// Two line breaks in a row are a blank line.
    fn line_break(&mut self) {
        let twice = self.gap >= Gap::Break;
        self.wants(if twice { Gap::Paragraph } else { Gap::Break });
    }

    /// The edge of a block: another line, if there is a text to part from.
    fn block(&mut self) {
        if self.gap < Gap::Break {
            self.wants(Gap::Break);
        }
    }

    fn inset(&mut self, inset: Inset) {
        if self.insets.len() < DEEPEST {
            self.insets.push(inset);
        }
    }

    fn item(&mut self) {
        if self.lists.is_empty() {
            self.lists.push(None);
            self.wants(Gap::Paragraph);
        }
        // An item that was left open ends where the next one of its list begins.
        while self.insets.iter().filter(|inset| inset.is_item).count() >= self.lists.len() {
            self.end_item();
        }
        self.wants(Gap::Line);
        let first = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{number}. ")
            }
            _ => "- ".to_owned(),
        };
        let rest = " ".repeat(first.len());
        self.inset(Inset { first: Some(first), rest, is_item: true });
    }

    fn end_item(&mut self) {
        if let Some(at) = self.insets.iter().rposition(|inset| inset.is_item) {
            self.insets.truncate(at);
        }
    }

    fn begin_mark(&mut self, meaning: Meaning, sign: &'static str) {
        if self.marks.len() >= MARKS {
            return;
        }
        let shown = !self.marks.iter().any(|mark| mark.sign == sign);
        self.marks.push(Mark { meaning, sign: if shown { sign } else { "" }, written: false });
    }

    fn end_mark(&mut self, meaning: Meaning) {
        let Some(at) = self.marks.iter().rposition(|mark| mark.meaning == meaning) else { return };
        // Marks that were opened within and are still open are closed and opened again.
        for mark in self.marks[at..].iter_mut().rev() {
            if std::mem::take(&mut mark.written) {
                self.out.push_str(mark.sign);
            }
        }
        self.marks.remove(at);
    }

    fn end_script(&mut self) {
        let Some((means, text)) = self.scripts.pop() else { return };
        let text = super::plain_pieces(&text, &self.pieces);
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return;
        }
        let map = if means == Meaning::Raised { latex::raised } else { latex::lowered };
        let shown = map(trimmed).unwrap_or_else(|| {
            let sign = if means == Meaning::Raised { '^' } else { '_' };
            format!("{sign}({trimmed})")
        });
        self.text(&shown);
    }

    fn end_link(&mut self, link: Option<String>) {
        if let Some(address) = link {
            let address: String = address.chars().filter(|c| !matches!(c, '<' | '>' | '\n')).collect();
            for piece in ["](<", &address, ">)"] {
                self.out.push_str(piece);
            }
        }
    }

    fn picture(&mut self, tag: &Tag<'_>) {
        let source = super::decode(tag.attribute("src").unwrap_or("").trim()).into_owned();
        let name = percent_decoded(&source);
        let clean = |text: &str| -> String {
            let text = Text::one_line(text);
            text.chars()
                .filter(|c| !matches!(c, '[' | ']' | '<' | '>' | '\\' | '`' | '|') && !super::is_private(*c))
                .collect()
        };
        let alt = clean(&super::decode(tag.attribute("alt").unwrap_or("")));
        let stem = name.rsplit('/').next().unwrap_or(&name);
        let stem = clean(stem.rsplit_once('.').map_or(stem, |(stem, _)| stem));
        let alt = if alt.trim().is_empty() { stem } else { alt };
        let alt = if alt.trim().is_empty() { "image".to_owned() } else { alt };
        let path = self.files.path(&name).or_else(|| self.files.path(&source));
        let Some(path) = path else {
            self.losses.lose("picture-missing", &name);
            let shown = format!("({alt})");
            self.text(&shown);
            return;
        };
        let markdown = if path.contains([' ', '(', ')']) {
            format!("![{alt}](<{path}>)")
        } else {
            format!("![{alt}]({path})")
        };
        self.raw(&markdown);
        self.pictures.push(Picture { path, alt, markdown });
    }

    fn end_cell(&mut self) {
        if let Some((before, gap)) = self.cell.take() {
            for mark in self.marks.iter_mut().rev() {
                if std::mem::take(&mut mark.written) {
                    self.out.push_str(mark.sign);
                }
            }
            let cell = std::mem::replace(&mut self.out, before);
            self.gap = gap;
            if let Some(table) = self.tables.last_mut() {
                table.cell(cell.replace('\n', " "));
            }
        }
    }

    fn end_table(&mut self) {
        if self.tables.len() <= 1 {
            self.end_cell();
        }
        let Some(table) = self.tables.pop() else { return };
        let lines = table.lines();
        for (index, line) in lines.lines.iter().enumerate() {
            if index > 0 {
                self.gap = if lines.is_table { Gap::Line } else { Gap::Break };
            }
            self.raw(line);
        }
        self.wants(Gap::Paragraph);
    }
}

/// Names of files as browsers write them: `c%C5%93ur.png`.
fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten()
            .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        if let Some(byte) = code {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}
