//! A card in its deck, and the deck's head.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CardKey, Content, DeckId, Fingerprint, Item, Kind, Locator, Meta, Objective, PartKey, Text};

/// What a deck says of itself; its cards stand beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeckHead {
    /// Its stable identity.
    pub id: DeckId,
    /// Its title.
    pub title: Text,
    /// Its language, a BCP 47 tag such as `fr` or `en-GB`.
    pub language: Text,
    /// Its version, shown when an update arrives.
    pub version: Option<Text>,
    /// Its licence (SPDX).
    pub license: Option<Text>,
    /// Who wrote it.
    pub authors: Vec<Text>,
    /// What it is, Markdown.
    pub description: Option<Text>,
    /// The EDN item that its cards belong to.
    pub item: Option<Item>,
    /// The objectives that it declares.
    pub objectives: Vec<Objective>,
    /// The sources that it declares, in the order of the file.
    pub sources: Vec<Source>,
    /// Where a mistake is reported.
    pub contact: Option<Text>,
    /// Ids that the deck had before.
    pub was: Vec<DeckId>,
}

impl DeckHead {
    /// The head of a deck that says no more than its name.
    #[must_use]
    pub fn new(id: DeckId, title: Text, language: Text) -> Self {
        Self {
            id,
            title,
            language,
            version: None,
            license: None,
            authors: Vec::new(),
            description: None,
            item: None,
            objectives: Vec::new(),
            sources: Vec::new(),
            contact: None,
            was: Vec::new(),
        }
    }

    /// Whether the deck is in `language` (two or three letters), whatever its region.
    #[must_use]
    pub fn is_in(&self, language: &str) -> bool {
        self.language.split(['-', '_']).next().is_some_and(|own| own.eq_ignore_ascii_case(language))
    }

    /// The source that is declared under `key`.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.key.as_str() == key)
    }
}

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The key that cards name it by.
    pub key: Text,
    /// Its title.
    pub title: Text,
    /// The day it dates from.
    pub date: Option<Date>,
    /// The document's file name.
    pub file: Option<Text>,
    /// Its address.
    pub url: Option<Text>,
    /// Who wrote it.
    pub author: Option<Text>,
}

/// One entry of a deck's `cards:` list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its deck.
    pub deck: DeckId,
    /// What it is called there.
    pub key: CardKey,
    /// Former locators of the card as a whole (`was:`), complete with their deck.
    pub was: Vec<Locator>,
    /// The line of the file, from 1, where it begins.
    pub line: u32,
    /// Objective, sources, notes, …
    pub meta: Meta,
    /// What it asks.
    pub content: Content,
    /// The fingerprint of [`Content::identity`].
    pub fingerprint: Fingerprint,
}

impl Card {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.content.kind()
    }

    /// The locator of the card as a whole.
    #[must_use]
    pub fn locator(&self) -> Locator {
        self.locator_of(None)
    }

    /// The locator of one of its parts.
    #[must_use]
    pub fn locator_of(&self, part: Option<PartKey>) -> Locator {
        Locator { deck: self.deck.clone(), key: self.key.clone(), part }
    }

    /// The locators of all its schedules.
    #[must_use]
    pub fn schedules(&self) -> Vec<Locator> {
        self.content.parts().into_iter().map(|part| self.locator_of(part)).collect()
    }
}
