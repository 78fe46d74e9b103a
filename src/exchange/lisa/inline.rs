//! Words without their marks, and which of them were emphasised.

use std::ops::Range;

use super::template;
use crate::card::Text;

/// A run of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    /// The words, with single spaces.
    pub(super) text: String,
    /// What was bold, italic or between quotation marks, in order, apart from one another.
    pub(super) marks: Vec<Range<usize>>,
}

/// Templates within templates, links within links.
const DEEPEST: u32 = 8;
/// After so many templates that are never closed no other is looked for.
pub(super) const UNCLOSED: u32 = 20;
/// Most words between quotation marks that are a term, not a quotation.
const TERM: usize = 12;
/// Links to these show nothing that can be read.
const NOT_SHOWN: [&str; 6] = ["fichier:", "file:", "image:", "catégorie:", "categorie:", "category:"];

/// Reads the words of `source`.
pub(super) fn inline(source: &str) -> Inline {
    let mut reader =
        Reader { missing: Missing::default(), out: Inline::default(), runs: Vec::new(), space: false };
    reader.read(source, 0);
    let Reader { mut out, runs, .. } = reader;
    out.marks = emphasised(&runs);
    quoted(&mut out);
    for mark in &mut out.marks {
        *mark = trimmed(&out.text, mark.clone());
    }
    out.marks.retain(|mark| !mark.is_empty());
    out.marks.sort_by_key(|mark| mark.start);
    let mut last = 0;
    out.marks.retain(|mark| {
        let apart = mark.start >= last;
        last = last.max(mark.end);
        apart
    });
    out
}

/// What does not come any more in the source that is read: it is not looked for again.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is about another mark")]
struct Missing {
    comment: bool,
    nowiki: bool,
    tag: bool,
    reference: bool,
    link: bool,
    bracket: bool,
    /// How many templates were not closed.
    templates: u32,
}

/// Where `what` is in `rest`.
pub(super) fn find(rest: &str, what: &str, missing: &mut bool) -> Option<usize> {
    let found = if *missing { None } else { rest.find(what) };
    *missing = found.is_none();
    found
}

struct Reader {
    missing: Missing,
    out: Inline,
    /// Where apostrophes stood and how many.
    runs: Vec<(usize, usize)>,
    /// A space is due before the next character.
    space: bool,
}

impl Reader {
    fn push(&mut self, c: char) {
        if c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' {
            self.space = !self.out.text.is_empty();
            return;
        }
        if std::mem::take(&mut self.space) {
            self.out.text.push(' ');
        }
        self.out.text.push(c);
    }

    fn read(&mut self, source: &str, depth: u32) {
        let around = std::mem::take(&mut self.missing);
        let mut i = 0;
        while let Some(c) = source[i..].chars().next() {
            let rest = &source[i..];
            i += match c {
                '<' => self.tag(rest),
                '[' => self.link(rest, depth),
                '{' if rest.starts_with("{{") => self.template(rest, depth),
                '&' => self.entity(rest),
                '\'' if rest.starts_with("''") => self.apostrophes(rest),
                c => {
                    self.push(c);
                    c.len_utf8()
                }
            };
        }
        self.missing = around;
    }

    fn apostrophes(&mut self, rest: &str) -> usize {
        let count = rest.bytes().take_while(|b| *b == b'\'').count();
        // Four are one and three, more than five are some and five, as MediaWiki has it.
        let marks = if count == 4 { 3 } else { count.min(5) };
        (marks..count).for_each(|_| self.push('\''));
        let at = self.out.text.len() + usize::from(self.space);
        self.runs.push((at, marks));
        count
    }

    fn tag(&mut self, rest: &str) -> usize {
        let lower: String = rest.chars().take(8).flat_map(char::to_lowercase).collect();
        if rest.starts_with("<!--") {
            return find(rest, "-->", &mut self.missing.comment).map_or(rest.len(), |end| end + 3);
        }
        if lower.starts_with("<nowiki>") {
            let end = find(rest, "</nowiki>", &mut self.missing.nowiki).unwrap_or(rest.len());
            rest[8.min(end)..end].chars().for_each(|c| self.push(c));
            return (end + 9).min(rest.len());
        }
        let named = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = if named { find(rest, ">", &mut self.missing.tag) } else { None };
        let Some(end) = end.map(|end| end + 1) else {
            self.push('<');
            return 1;
        };
        if lower.starts_with("<ref") && !rest[..end].ends_with("/>") {
            return find(rest, "</ref>", &mut self.missing.reference).map_or(end, |end| end + 6);
        }
        if lower.starts_with("<br") {
            self.push(' ');
        }
        end
    }

    fn link(&mut self, rest: &str, depth: u32) -> usize {
        if rest.starts_with("[[")
            && depth < DEEPEST
            && let Some(end) = find(rest, "]]", &mut self.missing.link)
        {
            let inside = &rest[2..end];
            let lower = inside.trim_start_matches(':').to_lowercase();
            if !NOT_SHOWN.iter().any(|name| lower.starts_with(name)) || inside.starts_with(':') {
                let shown = inside.rsplit('|').next().unwrap_or(inside);
                self.read(shown.trim_start_matches(':'), depth + 1);
            }
            return end + 2;
        }
        if ["[http://", "[https://"].iter().any(|start| rest.starts_with(start))
            && depth < DEEPEST
            && let Some(end) = find(rest, "]", &mut self.missing.bracket)
        {
            let inside = &rest[1..end];
            let shown = inside.split_once(' ').map_or(inside, |(_, label)| label);
            self.read(shown, depth + 1);
            return end + 1;
        }
        self.push('[');
        1
    }

    fn template(&mut self, rest: &str, depth: u32) -> usize {
        let sought = depth < DEEPEST && self.missing.templates < UNCLOSED;
        let Some(end) = sought.then(|| template::closing(rest, 0)).flatten() else {
            self.missing.templates += u32::from(sought);
            self.push('{');
            return 1;
        };
        // Of a template what it is given last is mostly what it shows.
        let mut fields = template::fields(&rest[2..end - 2]).into_iter().skip(1);
        if let Some(shown) = fields.rfind(|field| !field.contains('=')) {
            self.read(shown, depth + 1);
        }
        end
    }

    fn entity(&mut self, rest: &str) -> usize {
        let end = rest.bytes().take(10).position(|b| b == b';');
        let character = end.and_then(|end| match &rest[1..end] {
            "nbsp" => Some('\u{a0}'),
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            number => {
                let number = number.strip_prefix('#')?;
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(code)
            }
        });
        let (Some(character), Some(end)) = (character, end) else {
            self.push('&');
            return 1;
        };
        Text::clean(&character.to_string()).chars().for_each(|c| self.push(c));
        end + 1
    }
}

/// What stands between apostrophes. Whatever closes what is open closes it, as translated pages mix bold and italic; only
/// italic within bold that is closed again is part of the bold.
fn emphasised(runs: &[(usize, usize)]) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut i = 0;
    while i < runs.len() {
        let (at, count) = runs[i];
        match open {
            None => open = Some((at, count)),
            Some((_, outer))
                if outer != count
                    && outer < 5
                    && runs.get(i + 1).is_some_and(|next| next.1 == count)
                    && runs.get(i + 2).is_some_and(|next| next.1 == outer) =>
            {
                i += 1;
            }
            Some((start, _)) => {
                marks.push(start..at);
                open = None;
            }
        }
        i += 1;
    }
    marks
}

/// Short terms between quotation marks, where machines have put them for bold.
fn quoted(out: &mut Inline) {
    for (open, close) in [('"', '"'), ('«', '»'), ('“', '”')] {
        out.marks.sort_by_key(|mark| mark.start);
        let mut more = Vec::new();
        let mut from = 0;
        while let Some(start) = out.text[from..].find(open).map(|at| from + at + open.len_utf8()) {
            let Some(end) = out.text[start..].find(close).map(|at| start + at) else { break };
            let words = out.text[start..end].split_whitespace().count();
            // The marks stand apart from one another: only the last one before the end may reach in.
            let before = out.marks.partition_point(|mark| mark.start < end);
            let apart = out.marks[..before].last().is_none_or(|mark| mark.end <= start);
            if (1..=TERM).contains(&words) && apart {
                more.push(start..end);
            }
            from = end + close.len_utf8();
        }
        out.marks.append(&mut more);
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(inside) = text.get(range.start.min(text.len())..range.end.min(text.len())) else { return 0..0 };
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':');
    let start = range.start + inside.len() - inside.trim_start_matches(edge).len();
    let end = range.start + inside.trim_end_matches(edge).len();
    if start < end { start..end } else { 0..0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(source: &str) -> (String, Vec<String>) {
        let read = inline(source);
        let marks = read.marks.iter().map(|mark| read.text[mark.clone()].to_owned()).collect();
        (read.text, marks)
    }

    #[test]
    fn bold_that_is_closed_by_italic_is_still_emphasis() {
        let (text, marks) = marked(
            "It contributes to '''improving the health'', to the <nowiki/>''efficiency'' and to the '''control'''.",
        );
        assert_eq!(text, "It contributes to improving the health, to the efficiency and to the control.");
        assert_eq!(marks, ["improving the health", "efficiency", "control"]);
    }

    #[test]
    fn bold_that_is_never_closed_loses_its_marks_and_nothing_else() {
        assert_eq!(marked("avant '''après la fin"), ("avant après la fin".to_owned(), vec![]));
    }

    #[test]
    fn italic_within_bold_is_part_of_it() {
        assert_eq!(marked("'''le ''Plasmodium'' falciparum''' tue").1, ["le Plasmodium falciparum"]);
    }

    #[test]
    fn links_notes_and_tags_leave_their_words() {
        let source = "La [[Cnam|caisse]] (voir [https://ameli.fr ameli])<ref>p. 3</ref>&nbsp;: 5&#8239;% <small>au plus</small> \
                      [[Fichier:x.png|vignette]]{{Lang|en|claw back}} <nowiki>''a|b''</nowiki> 2 < 3 & [x]<br/>fin <!-- non -->";
        let (text, _) = marked(source);
        assert_eq!(
            text,
            "La caisse (voir ameli)\u{a0}: 5\u{202f}% au plus claw back ''a|b'' 2 < 3 & [x] fin"
        );
    }

    #[test]
    fn terms_between_quotation_marks_are_emphasised_and_quotations_are_not() {
        let (_, marks) = marked("the \"prevention policy\" (« soins » et \"a b c d e f g h i j k l m n\")");
        assert_eq!(marks, ["prevention policy", "soins"]);
    }

    proptest! {
        #[test]
        fn marks_stand_apart_within_the_text(source in "[a '\"«»<>/\\[\\]{}|&;.#xnowiki-]{0,60}") {
            let read = inline(&source);
            let mut last = 0;
            for mark in &read.marks {
                prop_assert!(last <= mark.start && mark.start < mark.end && read.text.get(mark.clone()).is_some());
                last = mark.end;
            }
        }
    }
}
