//! Markdown as a page for a terminal: headings, paragraphs, lists and code; a guide needs no more.

use clap::builder::styling::Style;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use unicode_width::UnicodeWidthStr as _;

use crate::cli::page::{HEADING, LITERAL, Page};

/// A word: its pieces, each in its style.
type Word = Vec<(Option<Style>, String)>;

/// Lays `source` out in `width` columns; code is never broken.
pub(in crate::cli) fn page(source: &str, width: usize) -> Page {
    let mut layout = Layout { width, ..Layout::default() };
    for event in Parser::new(source) {
        layout.event(&event);
    }
    layout.page
}

#[derive(Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says what the next piece begins with, in any combination"
)]
struct Layout {
    page: Page,
    width: usize,
    words: Vec<Word>,
    /// The next piece begins a word.
    apart: bool,
    bold: bool,
    in_code: bool,
    /// How many lists are open.
    depth: usize,
    /// The next line begins an item.
    bullet: bool,
    /// A blank line is due before what comes next.
    gap: bool,
}

impl Layout {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Strong) => self.bold = true,
            Event::End(TagEnd::Strong) => self.bold = false,
            Event::End(TagEnd::Heading(_)) => {
                self.flush();
                self.bold = false;
                self.gap = true;
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.flush();
                self.in_code = true;
                self.begin();
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.gap = true;
            }
            Event::Start(Tag::List(_)) => {
                self.flush();
                self.depth += 1;
            }
            Event::End(TagEnd::List(_)) => {
                self.depth = self.depth.saturating_sub(1);
                self.gap = true;
            }
            Event::Start(Tag::Item) => self.bullet = true,
            Event::End(TagEnd::Item) => self.flush(),
            Event::End(TagEnd::Paragraph) => {
                self.flush();
                self.gap = true;
            }
            Event::Text(text) if self.in_code => {
                for line in text.lines() {
                    self.page.push("    ");
                    self.page.styled(LITERAL, line);
                    self.page.push("\n");
                }
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.push(text, self.bold.then_some(HEADING), true);
            }
            Event::Code(text) => self.push(text, Some(LITERAL), false),
            Event::SoftBreak | Event::HardBreak => self.apart = true,
            _ => {}
        }
    }

    /// Adds a text to the words; what is not `breakable` stays one word.
    fn push(&mut self, text: &str, style: Option<Style>, breakable: bool) {
        // The narrow no-break space becomes the ordinary one, which every terminal font has.
        let text = text.replace('\u{202f}', "\u{a0}");
        let pieces: Vec<&str> = if breakable { text.split(' ').collect() } else { vec![&text] };
        for (number, piece) in pieces.into_iter().enumerate() {
            self.apart |= number > 0;
            if piece.is_empty() {
                continue;
            }
            match self.words.last_mut() {
                Some(word) if !self.apart => word.push((style, piece.to_owned())),
                _ => self.words.push(vec![(style, piece.to_owned())]),
            }
            self.apart = false;
        }
    }

    /// The blank line that is due.
    fn begin(&mut self) {
        if std::mem::take(&mut self.gap) {
            self.page.push("\n");
        }
    }

    /// Writes the words that are waiting as lines.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        self.apart = false;
        if words.is_empty() {
            return;
        }
        self.begin();
        let indent = 2 * self.depth;
        let lead = " ".repeat(indent.saturating_sub(2));
        let bullet = std::mem::take(&mut self.bullet);
        self.page.push(&if self.depth == 0 {
            String::new()
        } else {
            lead + if bullet { "• " } else { "  " }
        });
        let mut column = indent;
        for (number, word) in words.iter().enumerate() {
            let wide: usize = word.iter().map(|(_, piece)| piece.width()).sum();
            if number > 0 && column + 1 + wide > self.width {
                self.page.push("\n");
                self.page.push(&" ".repeat(indent));
                column = indent;
            } else if number > 0 {
                self.page.push(" ");
                column += 1;
            }
            for (style, piece) in word {
                match style {
                    Some(style) => self.page.styled(*style, piece),
                    None => self.page.push(piece),
                }
            }
            column += wide;
        }
        self.page.push("\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_paragraphs_lists_and_code_keep_their_shape() {
        let source = "# Titre\n\nUn `deux trois` quatre,\ncinq **six**.\n\n- un deux trois quatre cinq\n- six\n\n```yaml\na: 1\n  b: 2\n```\n\nFin\u{202f}!";
        assert_eq!(
            page(source, 20).render(false),
            "Titre\n\nUn deux trois\nquatre, cinq six.\n\n• un deux trois\n  quatre cinq\n• six\n\n    a: 1\n      b: 2\n\nFin\u{a0}!\n"
        );
        assert!(page(source, 20).render(true).contains('\u{1b}'));
    }

    #[test]
    fn only_code_is_wider_than_the_terminal() {
        for lang in crate::i18n::Lang::ALL {
            let text = super::super::whole(lang, &crate::i18n::Messages::new(lang));
            for line in page(&text, 60).render(false).lines().filter(|line| !line.starts_with("    ")) {
                assert!(line.width() <= 60, "{line}");
            }
        }
    }
}
