//! What is wrong with the decks, in words.

use std::path::Path;

use super::{edit::Place, error::AppError, open::App};
use crate::{
    card::{DeckId, Text},
    deck,
    i18n::{Arg, Messages},
    library::{Origin, Problem},
};

impl App {
    /// Everything that is wrong with the decks, as text without escape sequences.
    #[must_use]
    pub fn problems_text(&self) -> String {
        let parts: Vec<String> = self.problems.iter().map(|problem| self.describe_problem(problem)).collect();
        parts.join("\n")
    }

    /// Where the first problem with a file stands, and how to open it there.
    ///
    /// # Errors
    /// When there is no editor.
    pub fn problem_place(&self) -> Result<Option<Place>, AppError> {
        let place = |problem: &Problem| match problem {
            Problem::Mistakes { origin, .. } => {
                let found = self.library.examine(origin).ok()?.diagnostics;
                let first = found.iter().find(|found| found.severity == deck::Severity::Error);
                Some((origin.file()?.to_owned(), first.map_or(1, |found| found.line)))
            }
            Problem::Duplicate { hidden, .. } => Some((hidden.file()?.to_owned(), 1)),
            Problem::Version { path, .. } => Some((path.clone(), 1)),
            Problem::Unreadable { .. } | Problem::Name { .. } => None,
        };
        let Some((path, line)) = self.problems.iter().find_map(place) else { return Ok(None) };
        self.opening(path, line).map(Some)
    }

    /// How many problems are none of a deck's text: two versions of one, two of one name, files that cannot be read.
    #[must_use]
    pub fn other_problems(&self) -> usize {
        self.problems.iter().filter(|problem| !matches!(problem, Problem::Mistakes { .. })).count()
    }

    /// How many decks have mistakes.
    #[must_use]
    pub fn decks_with_problems(&self) -> usize {
        let mistakes =
            |problem: &&Problem| matches!(problem, Problem::Mistakes { errors, .. } if *errors > 0);
        self.problems.iter().filter(mistakes).count()
    }

    /// What is wrong with these decks, as text without escape sequences.
    #[must_use]
    pub fn mistakes_of(&self, decks: &[DeckId]) -> String {
        let of = |problem: &&Problem| matches!(problem, Problem::Mistakes { deck: Some(deck), .. } if decks.contains(deck));
        let parts: Vec<String> =
            self.problems.iter().filter(of).map(|problem| self.describe_problem(problem)).collect();
        parts.join("\n")
    }

    /// What is wrong with the files at or below `path`, as text without escape sequences.
    pub(super) fn problems_at(&self, path: &Path) -> String {
        let here = |problem: &&Problem| {
            let file = match problem {
                Problem::Unreadable { path, .. } | Problem::Name { path } | Problem::Version { path, .. } => {
                    path
                }
                Problem::Mistakes { origin, .. } => &origin.path,
                Problem::Duplicate { hidden, .. } => &hidden.path,
            };
            file.starts_with(path)
        };
        let parts: Vec<String> =
            self.problems.iter().filter(here).map(|problem| self.describe_problem(problem)).collect();
        parts.join("\n")
    }

    fn describe_problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::Mistakes { origin, .. } => self.render_problems(origin),
            problem => say(&self.messages, &problem.message()),
        }
    }

    /// The mistakes of one deck, as rustc shows them.
    pub(super) fn render_problems(&self, origin: &Origin) -> String {
        let Ok(examined) = self.library.examine(origin) else { return String::new() };
        let say = |message: &deck::Message| say(&self.messages, message);
        let report = deck::render(&examined.diagnostics, &examined.source, &examined.name, false, &say);
        match examined.copied_from() {
            Some(deck) => {
                let way_back = self.messages.with("problems-way-back", &[("deck", deck.to_string().into())]);
                format!("{report}\n{way_back}\n")
            }
            None => report,
        }
    }
}

/// A message of the decks' rooms in words. What it cites of files is cleaned.
#[must_use]
pub(super) fn say(messages: &Messages, message: &deck::Message) -> String {
    say_with(messages, message.id, &message.args)
}

/// A message by its id and its values, which are cleaned: they may come from files.
pub(super) fn say_with(messages: &Messages, id: &str, args: &[(&str, String)]) -> String {
    let args: Vec<(&str, Arg)> =
        args.iter().map(|(name, value)| (*name, Text::one_line(value).to_string().into())).collect();
    messages.with(id, &args)
}
