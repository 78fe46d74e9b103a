//! "Report a mistake": a message to whoever wrote a deck, ready but for what is wrong.

use std::path::PathBuf;

use super::{error::AppError, face, files::write_atomically, open::App, paths::create_private};
use crate::card::{Card, DeckHead, Locator, Text};

/// A message to the author of a deck. Nothing of the student is in it: no name, no history, no note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The deck's `contact`, as its author wrote it.
    pub to: Option<Text>,
    /// What the message is about, on one line.
    pub subject: Text,
    /// The message, with a place left for what is wrong.
    pub body: Text,
}

impl App {
    /// A message about a card to the author of its deck.
    ///
    /// # Errors
    /// When there is no such card.
    pub fn letter(&mut self, locator: &Locator) -> Result<Letter, AppError> {
        let card = self.library.card(locator)?.ok_or_else(|| AppError::NoCard(locator.clone()))?;
        let catalogue = self.library.catalogue();
        let deck = catalogue.deck(&locator.deck).ok_or_else(|| AppError::no_deck(&locator.deck))?;
        Ok(self.write_about(&card, &deck.head, locator))
    }

    /// The same, kept as a text file in the data folder, to send from anywhere. Gives the file.
    ///
    /// # Errors
    /// When there is no such card, or the file cannot be written.
    pub fn keep_letter(&mut self, locator: &Locator) -> Result<(Letter, PathBuf), AppError> {
        let letter = self.letter(locator)?;
        let folder = self.paths.letters();
        create_private(&folder).map_err(|source| AppError::Folder { path: folder.clone(), source })?;
        let path = folder.join(format!("{}.txt", file_stem(locator)));
        let text = self.letter_text(&letter);
        write_atomically(&path, text.as_bytes())
            .map_err(|source| AppError::Folder { path: path.clone(), source })?;
        Ok((letter, path))
    }

    /// The letter as a text with its address and subject.
    #[must_use]
    pub fn letter_text(&self, letter: &Letter) -> Text {
        let to =
            letter.to.as_ref().map_or_else(|| self.messages.get("letter-no-contact"), ToString::to_string);
        let to = self.messages.with("letter-to", &[("contact", to.into())]);
        let subject =
            self.messages.with("letter-subject-line", &[("subject", letter.subject.as_str().into())]);
        Text::clean(&format!("{to}\n{subject}\n\n{}", letter.body))
    }

    fn write_about(&self, card: &Card, head: &DeckHead, locator: &Locator) -> Letter {
        let say = |id: &str| self.messages.get(id);
        let version = head.version.as_ref().map_or_else(|| say("letter-no-version"), ToString::to_string);
        let subject = [("card", locator.card().to_string().into()), ("title", head.title.as_str().into())];
        let place = [
            ("card", locator.card().to_string().into()),
            ("line", card.line.into()),
            ("version", version.into()),
        ];
        let question = face::question(card, locator.part.as_ref());
        let body = [
            self.messages.with("letter-place", &place),
            quoted(&question),
            format!("{}\n\n", say("letter-wrong")),
            format!("{}\n\n", say("letter-source")),
            self.messages.with("letter-program", &[("version", env!("CARGO_PKG_VERSION").into())]),
        ];
        Letter {
            to: head.contact.clone(),
            subject: Text::one_line(&self.messages.with("letter-subject", &subject)),
            body: Text::clean(&body.join("\n\n")),
        }
    }
}

/// As mail programs quote.
fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")
}

/// A file's name for a card: ids are letters, digits and `-_.:~`, of which a colon is no name everywhere.
fn file_stem(locator: &Locator) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "-_.~".contains(c) { c } else { '-' };
    locator.card().to_string().chars().map(plain).collect()
}
