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
        let m = &self.messages;
        let path = |path: &std::path::Path| Text::one_line(&path.display().to_string()).to_string();
        let mut parts = Vec::new();
        for problem in &self.problems {
            parts.push(match problem {
                Problem::Unreadable { path: file, missing: true, .. } => {
                    m.with("problem-missing", &[("path", path(file).into())])
                }
                Problem::Unreadable { path: file, reason, .. } => m.with(
                    "problem-unreadable",
                    &[("path", path(file).into()), ("reason", Text::one_line(reason).as_str().into())],
                ),
                Problem::Name { path: file } => m.with("problem-name", &[("path", path(file).into())]),
                Problem::Mistakes { origin, .. } => self.render_problems(origin),
                Problem::Duplicate { deck, kept, hidden } => m.with(
                    "problem-duplicate",
                    &[
                        ("deck", deck.as_str().into()),
                        ("kept", path(&kept.path).into()),
                        ("hidden", path(&hidden.path).into()),
                    ],
                ),
            });
        }
        parts.join("\n")
    }

    /// The mistakes of one deck, as rustc shows them.
    pub(super) fn render_problems(&self, origin: &Origin) -> String {
        let Ok(examined) = self.library.examine(origin) else { return String::new() };
        let say = |message: &deck::Message| self.say_deck(message);
        deck::render(&examined.diagnostics, &examined.source, &examined.name, false, &say)
    }

    /// A message of the deck reader in the student's language.
    pub(super) fn say_deck(&self, message: &deck::Message) -> String {
        say_deck(&self.messages, message)
    }
}

/// A message of the deck reader in words.
#[must_use]
pub fn say_deck(messages: &crate::i18n::Messages, message: &deck::Message) -> String {
    let args: Vec<(&str, crate::i18n::Arg)> =
        message.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    messages.with(message.id, &args)
}
