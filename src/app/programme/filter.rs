//! Which objectives are shown.

use super::{ItemCoverage, ObjectiveCoverage};
use crate::{app::filter::fold, card::Rank, insight::Status};

/// Which objectives are shown; every condition must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// This rank.
    pub rank: Option<Rank>,
    /// Those that stand so.
    pub status: Option<Status>,
    words: Vec<String>,
}

/// Texts as they are looked through: without case, accents and spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sought {
    id: String,
    texts: String,
}

impl Sought {
    pub(super) fn new(id: &str, texts: [Option<&str>; 2]) -> Self {
        // The line feed between them is in no word, so none is found across it.
        let texts = texts.into_iter().flatten().map(fold).collect::<Vec<_>>().join("\n");
        Self { id: fold(id), texts }
    }

    /// A number alone is found in texts only: it is a part of most ids.
    fn holds(&self, word: &str) -> bool {
        self.texts.contains(word) || (number(word).is_none() && self.id.contains(word))
    }
}

impl Filter {
    /// Those of a rank that stand so; all where nothing is said.
    #[must_use]
    pub fn new(rank: Option<Rank>, status: Option<Status>) -> Self {
        Self { rank, status, words: Vec::new() }
    }

    /// The same for those objectives alone in which, or in whose item, all words of `query` are found. A number alone is an
    /// item's.
    #[must_use]
    pub fn with_query(mut self, query: &str) -> Self {
        let words = query.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("item"));
        self.words = words.map(fold).filter(|word| !word.is_empty()).collect();
        self
    }

    /// Whether something is looked for.
    #[must_use]
    pub fn has_query(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether an item fits with all its objectives.
    #[must_use]
    pub fn takes_item(&self, item: &ItemCoverage) -> bool {
        match self.item() {
            Some(number) => item.item.number() == number,
            None => self.words.iter().all(|word| item.sought.holds(word)),
        }
    }

    /// Whether an objective of `item` fits.
    #[must_use]
    pub fn takes(&self, item: &ItemCoverage, line: &ObjectiveCoverage) -> bool {
        self.rank.is_none_or(|rank| line.rank == rank)
            && self.status.is_none_or(|status| line.status == status)
            && match self.item() {
                Some(number) => item.item.number() == number,
                None => self.words.iter().all(|word| item.sought.holds(word) || line.sought.holds(word)),
            }
    }

    /// The item that is looked for.
    fn item(&self) -> Option<u16> {
        let [word] = self.words.as_slice() else { return None };
        number(word)
    }
}

fn number(word: &str) -> Option<u16> {
    (word.len() <= 3).then(|| word.parse().ok())?
}
