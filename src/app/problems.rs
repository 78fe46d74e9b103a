//! What is wrong with the decks, in words.

use super::open::App;
use crate::{
    card::Text,
    deck,
    library::{Origin, Problem},
};

impl App {
    /// Everything that is wrong with the decks, as text without escape sequences.
    #[must_use]
    pub fn problems_text(&self) -> String {
        let parts: Vec<String> = self
            .problems
            .iter()
            .map(|problem| match problem {
                Problem::Mistakes { origin, .. } => self.render_problems(origin),
                problem => say(&self.messages, &problem.message()),
            })
            .collect();
        parts.join("\n")
    }

    /// The mistakes of one deck, as rustc shows them.
    pub(super) fn render_problems(&self, origin: &Origin) -> String {
        let Ok(examined) = self.library.examine(origin) else { return String::new() };
        let say = |message: &deck::Message| say(&self.messages, message);
        deck::render(&examined.diagnostics, &examined.source, &examined.name, false, &say)
    }
}

/// A message of the decks' rooms in words. What it cites of files is cleaned.
#[must_use]
pub(super) fn say(messages: &crate::i18n::Messages, message: &deck::Message) -> String {
    let args: Vec<(&str, crate::i18n::Arg)> =
        message.args.iter().map(|(name, value)| (*name, Text::one_line(value).to_string().into())).collect();
    messages.with(message.id, &args)
}
