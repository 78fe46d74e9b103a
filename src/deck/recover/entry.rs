//! Where an entry of a mapping ends.

use super::lines::{is_item, is_known, key};
use crate::deck::raw::{RawCard, RawDeck, Record};

/// How far a key may have slipped to the right of its column; what stands deeper belongs to a list or mapping within.
const SLIP: usize = 3;

/// The last entry of a mapping, while its lines are being gathered.
pub(super) struct Open {
    form: Form,
    /// Brackets and braces that are open.
    brackets: isize,
    /// Double quotes so far.
    quotes: usize,
}

enum Form {
    /// It is the deck's list of cards.
    Cards,
    /// Its value began with a bracket or a brace.
    Brackets,
    /// Its value began with a double quote.
    Quoted,
    /// Its value is a text without quotes, so far.
    Plain,
    /// A list or a mapping within, a block of text, or nothing of the kind.
    Other,
}

impl Open {
    /// The entry that begins with `text` in a mapping in column `column`.
    pub(super) fn new(text: &str, column: usize) -> Self {
        let (name, value) = key(text).map_or(("", text), |(length, value)| (&text[..length], &text[value..]));
        let form = if column == 0 && name == "cards" {
            Form::Cards
        } else if value.starts_with(['[', '{']) && !value.starts_with("{{") {
            Form::Brackets
        } else if value.starts_with('"') {
            Form::Quoted
        } else if !name.is_empty() && value.chars().next().is_some_and(|c| !"|>'{#&*!".contains(c)) {
            Form::Plain
        } else {
            Form::Other
        };
        let mut open = Self { form, brackets: 0, quotes: 0 };
        open.count(value);
        open
    }

    /// Takes one more line of it.
    pub(super) fn count(&mut self, text: &str) {
        if is_item(text) && matches!(self.form, Form::Plain) {
            self.form = Form::Other;
        }
        for byte in text.bytes() {
            match byte {
                b'[' | b'{' => self.brackets += 1,
                b']' | b'}' => self.brackets -= 1,
                b'"' => self.quotes += 1,
                _ => {}
            }
        }
    }

    /// Whether the next entry of a mapping in column `column` begins with the line `text`, indented by `indent`.
    pub(super) fn ends_before(&self, text: &str, indent: usize, column: usize) -> bool {
        if is_item(text) {
            return false;
        }
        let name = key(text).map(|(length, _)| &text[..length]);
        let known = name.is_some_and(is_known);
        if matches!(self.form, Form::Cards) {
            // Only a key of the head ends the cards: whatever else slipped to the margin belongs to its card.
            let of_head = |name| RawDeck::KEYS.contains(&name) && !RawCard::KEYS.contains(&name);
            return indent == 0 && name.is_some_and(of_head);
        }
        if indent <= column {
            // What stands within brackets or quotes may slip to the left; only a key of ours says that they
            // were never closed.
            let within = match self.form {
                Form::Brackets => self.brackets > 0,
                Form::Quoted => self.quotes % 2 == 1,
                _ => false,
            };
            return known || !within;
        }
        // Deeper: part of the value, unless the value is a plain text and this a key of ours that slipped a little.
        matches!(self.form, Form::Plain) && known && indent - column <= SLIP
    }
}
