//! Markdown as plain text: for titles and lists, and for reading aloud.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::face::{BLANK_BEGIN, BLANK_END, without_marks};

/// The text on one line, all marks and block structure gone: for lists and titles.
#[must_use]
pub fn one_line(source: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                out.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                out.push(' ');
            }
            _ => {}
        }
    }
    without_marks(out.trim())
}

/// The text in lines that read well aloud: a paragraph, an item of a list, a row of a table is a line each, however
/// long; emphasis leaves no mark, a link says where it leads, a cell says its column. `blank` gives the words for what
/// stands between the marks of a blank (see [`super::face`]).
#[must_use]
pub fn spoken(source: &str, blank: &dyn Fn(&str) -> String) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut speaker = Speaker::default();
    for event in Parser::new_ext(source, options) {
        speaker.event(event);
    }
    speaker.flush();
    let lines = speaker.out.iter().map(|line| say_blanks(line, blank));
    lines.filter(|line| !line.trim().is_empty()).collect()
}

/// Puts the words of each blank in place of what its marks enclose.
fn say_blanks(line: &str, blank: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, from)) = rest.split_once(BLANK_BEGIN) {
        out.push_str(before);
        let (inner, after) = from.split_once(BLANK_END).unwrap_or((from, ""));
        out.push_str(&blank(&without_marks(inner)));
        rest = after;
    }
    out.push_str(rest);
    without_marks(&out)
}

#[derive(Default)]
struct Speaker {
    out: Vec<String>,
    line: String,
    /// The next number of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    code_block: bool,
    /// Where the open links lead, and where their text begins.
    links: Vec<(String, usize)>,
    columns: Vec<String>,
    cells: Vec<String>,
    in_table: bool,
}

impl Speaker {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code_block => {
                self.out.extend(text.lines().map(|line| format!("  {line}")));
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(start) => {
                self.flush();
                self.lists.push(*start);
            }
            Tag::Item => {
                self.flush();
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.line = format!("{}{marker}", "  ".repeat(self.lists.len().saturating_sub(1)));
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code_block = true;
            }
            Tag::Link { dest_url, .. } => self.links.push((dest_url.to_string(), self.line.len())),
            Tag::Image { .. } => self.text("["),
            Tag::Table(_) => {
                self.flush();
                self.in_table = true;
            }
            Tag::TableHead | Tag::TableRow => self.cells.clear(),
            Tag::TableCell => self.cells.push(String::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item => self.flush(),
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::CodeBlock => self.code_block = false,
            TagEnd::Link => {
                if let Some((url, from)) = self.links.pop() {
                    // A bare address is its own text.
                    if self.line.get(from..).is_none_or(|text| text != url) {
                        self.text(&format!(" ({url})"));
                    }
                }
            }
            TagEnd::Image => self.text("]"),
            TagEnd::TableHead => self.columns = std::mem::take(&mut self.cells),
            TagEnd::TableRow => {
                let named =
                    self.cells.iter().zip(self.columns.iter().map(Some).chain(std::iter::repeat(None)));
                let cells: Vec<String> = named
                    .filter(|(cell, _)| !cell.trim().is_empty())
                    .map(|(cell, column)| match column.filter(|name| !name.trim().is_empty()) {
                        Some(name) => format!("{name}: {cell}"),
                        None => cell.clone(),
                    })
                    .collect();
                self.out.push(cells.join("; "));
            }
            TagEnd::Table => self.in_table = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.cells.last_mut().filter(|_| self.in_table) {
            Some(cell) => cell.push_str(text),
            // Line feeds within a text come from raw HTML.
            None => {
                for (number, line) in text.split('\n').enumerate() {
                    if number > 0 {
                        self.flush();
                    }
                    self.line.push_str(line);
                }
            }
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.out.push(line.trim_end().to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::face::mark_blank;

    fn said(source: &str) -> Vec<String> {
        spoken(source, &|inner| format!("<{inner}>"))
    }

    #[test]
    fn marks_are_not_read_aloud() {
        assert_eq!(said("le **Parlement** *vote*\nla `LFSS`"), ["le Parlement vote la LFSS"]);
        assert_eq!(said("# Titre\n\nUn.\n\nDeux."), ["Titre", "Un.", "Deux."]);
    }

    #[test]
    fn an_item_is_a_line_and_keeps_its_number() {
        assert_eq!(
            said("Deux :\n\n- la Santé\n- l'Économie\n  1. un\n  2. deux"),
            ["Deux :", "- la Santé", "- l'Économie", "  1. un", "  2. deux"]
        );
    }

    #[test]
    fn a_cell_says_its_column() {
        let table = "| caisse | statut |\n|---|---|\n| Cnam | public |\n| CPAM | |";
        assert_eq!(said(table), ["caisse: Cnam; statut: public", "caisse: CPAM"]);
    }

    #[test]
    fn a_link_says_where_it_leads_once() {
        assert_eq!(said("[ameli](https://ameli.fr)"), ["ameli (https://ameli.fr)"]);
        assert_eq!(said("<https://ameli.fr>"), ["https://ameli.fr"]);
    }

    #[test]
    fn a_blank_is_put_into_words() {
        assert_eq!(said(&format!("La **{}** lie", mark_blank("[…]"))), ["La <[…]> lie"]);
    }

    #[test]
    fn html_is_read_as_it_is_written() {
        assert_eq!(said("<b>non</b>"), ["<b>non</b>"]);
    }

    #[test]
    fn a_title_has_no_marks() {
        assert_eq!(one_line("le **Parlement**\n\n- vote ?"), "le Parlement vote ?");
    }

    proptest! {
        #[test]
        fn no_line_is_empty_and_no_mark_is_left(source in "[-a-z*_#>|`\\[\\]()1.!\n \u{e000}\u{e001}]{0,120}") {
            for line in said(&source) {
                prop_assert!(!line.trim().is_empty());
                prop_assert!(!line.contains(['\n', BLANK_BEGIN, BLANK_END]), "{line:?}");
            }
        }
    }
}
