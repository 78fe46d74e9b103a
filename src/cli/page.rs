//! Text for standard output or standard error, which can be shown with or without colour.

use std::fmt::Write;

use clap::builder::{
    StyledStr, Styles,
    styling::{AnsiColor, Style},
};
use unicode_width::UnicodeWidthStr;

use crate::card::Text;

/// A text with its styles. What comes in is cleaned, so the styles are the program's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page(StyledStr);

impl Page {
    /// The text, with the styles' escape sequences when `colour` is true, without any otherwise.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        if colour { self.0.ansi().to_string() } else { self.0.to_string() }
    }

    /// Adds a text, without anything that a terminal would obey.
    pub(super) fn push(&mut self, text: &str) {
        self.0.push_str(&Text::clean(text));
    }

    /// Adds a line.
    pub(super) fn line(&mut self, text: &str) {
        self.push(text);
        self.push("\n");
    }

    /// Adds a heading on a line of its own, after a blank line where something stands before it.
    pub(super) fn heading(&mut self, text: &str) {
        // Compared, not printed: a page may be long.
        if self.0 != StyledStr::new() {
            self.push("\n");
        }
        self.styled(HEADING, text);
        self.push("\n");
    }

    pub(super) fn styled(&mut self, style: Style, text: &str) {
        // Writing to a string does not fail.
        let _ = write!(self.0, "{style}{}{style:#}", Text::clean(text));
    }

    pub(super) fn into_styled(self) -> StyledStr {
        self.0
    }
}

impl From<StyledStr> for Page {
    fn from(styled: StyledStr) -> Self {
        Self(styled)
    }
}

/// Headings.
pub(super) const HEADING: Style = Style::new().bold();
/// What is typed as it stands.
pub(super) const LITERAL: Style = AnsiColor::Cyan.on_default();
/// The word "error".
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// The word "warning".
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// The word "tip".
pub(super) const TIP: Style = AnsiColor::Green.on_default();

/// The same for clap's own pages.
pub(super) fn styles() -> Styles {
    Styles::plain().header(HEADING).usage(HEADING).literal(LITERAL)
}

/// Breaks `text` at ordinary spaces into lines of at most `width` columns (0: no limit); lines after the first begin
/// with `indent` spaces. A word that is wider stands alone.
pub(super) fn wrap(text: &str, width: usize, indent: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for word in text.split(' ') {
        let wide = word.width();
        if column > 0 && width > 0 && column + 1 + wide > width {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else if !out.is_empty() {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += wide;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_ordinary_spaces_only() {
        assert_eq!(wrap("un deux\u{a0}: trois", 8, 2), "un\n  deux\u{a0}:\n  trois");
        assert_eq!(wrap("un deux trois", 0, 2), "un deux trois");
        assert_eq!(wrap("anticonstitutionnellement", 8, 2), "anticonstitutionnellement");
    }

    #[test]
    fn nothing_foreign_in_a_page_reaches_the_terminal_as_a_command() {
        let mut page = Page::default();
        page.push("a\u{1b}[31m");
        page.styled(ERROR, "b\u{9b}1m");
        assert_eq!(page.render(false), "a[31mb1m");
    }

    #[test]
    fn a_page_without_colour_holds_no_escape_sequence() {
        let mut page = Page::default();
        page.styled(ERROR, "error:");
        page.push(" no");
        assert_eq!(page.render(false), "error: no");
        assert!(page.render(true).contains('\u{1b}'));
    }
}
