//! HTML, as flashcard programs keep it, → the Markdown of decks.
//!
//! Written for fragments that people typed or pasted: tags left open, styles, tables, pictures, formulas. What Markdown
//! cannot say is told as a loss; what looks like Markdown and is none is escaped.
//!
//! Characters of the private use area stand for what must pass unchanged: the marks of clozes ([`marks`]), and pieces
//! that are Markdown already.

mod beside;
mod entities;
mod escape;
mod latex;
mod marks;
mod pieces;
mod scan;
mod table;
mod tags;
mod writer;

pub(in crate::exchange) use beside::{beside, is_picture};
pub(in crate::exchange) use entities::decode;
pub(in crate::exchange) use marks::{CLOSE, HINT, OPEN, OPEN_END, is_private, without_private};

use super::Losses;
use crate::card::Text;
use pieces::Pieces;
use scan::{Scanner, Token};
use writer::Writer;

/// What a fragment says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::exchange) struct Converted {
    /// The Markdown.
    pub(in crate::exchange) text: String,
    /// The pictures in it that are there, in their order.
    pub(in crate::exchange) pictures: Vec<Picture>,
}

/// A picture within a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Picture {
    /// Its path in the deck.
    pub(in crate::exchange) path: String,
    /// What it shows.
    pub(in crate::exchange) alt: String,
    /// The Markdown that stands for it in the text.
    pub(in crate::exchange) markdown: String,
}

/// Where the files of a fragment are.
pub(in crate::exchange) trait Files {
    /// The path in the deck of a file that the fragment names; `None` when there is none.
    fn path(&mut self, name: &str) -> Option<String>;
}

/// Converts a fragment.
pub(in crate::exchange) fn markdown(html: &str, files: &mut dyn Files, losses: &mut Losses) -> Converted {
    let mut pieces = Pieces::default();
    let html = pieces.take(html, files, losses);
    let mut writer = Writer::new(pieces, files, losses);
    let mut scanner = Scanner::new(&html);
    while let Some(token) = scanner.next() {
        match token {
            // What a deck drops is no text that a line break or a blank would stand before.
            Token::Text(text) => writer.text(&Text::clean(&decode(text))),
            Token::Open(tag) if tag.is("script") || tag.is("style") => {
                let name = if tag.is("script") { "script" } else { "style" };
                scanner.skip_to_end(name);
                writer.lose(name, "");
            }
            Token::Open(tag) => writer.open(&tag),
            Token::Close(name) => writer.close(name),
        }
    }
    writer.finish()
}

/// A text with the pieces in it put back.
fn plain_pieces(text: &str, pieces: &Pieces) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(marks::PIECE) {
        out.push_str(before);
        let (number, after) = after.split_once(marks::PIECE_END).unwrap_or((after, ""));
        out.push_str(pieces.get(number));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The text of a fragment on one line, without any markup.
pub(in crate::exchange) fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut scanner = Scanner::new(html);
    while let Some(token) = scanner.next() {
        match token {
            Token::Text(text) => out.push_str(&decode(text)),
            Token::Open(tag) if tag.is("script") || tag.is("style") => {
                scanner.skip_to_end(if tag.is("script") { "script" } else { "style" });
            }
            Token::Open(tag) if tags::breaks(tag.name) => out.push(' '),
            Token::Close(name) if tags::breaks(name) => out.push(' '),
            Token::Open(_) | Token::Close(_) => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a fragment shows nothing: only white space, line breaks and empty containers.
pub(in crate::exchange) fn is_blank(html: &str) -> bool {
    match html.trim_start().chars().next() {
        None => return true,
        Some('<' | '&') => {}
        Some(_) => return false,
    }
    let mut scanner = Scanner::new(html);
    while let Some(token) = scanner.next() {
        match token {
            Token::Text(text) if decode(text).chars().any(|c| !c.is_whitespace()) => return false,
            Token::Open(tag) if !matches!(tag.lower().as_str(), "br" | "div" | "p" | "span") => return false,
            _ => {}
        }
    }
    true
}

#[cfg(test)]
mod tests;
