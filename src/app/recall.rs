//! A list while its items are recalled one by one. Shared by the screens and the plain mode.

use std::time::Duration;

use super::{
    answered::{Answered, Listed},
    asked::Asked,
};
use crate::grade::{self, Answer, Detail, ListDetail};

/// What was typed so far, and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recall {
    entries: Vec<String>,
    detail: ListDetail,
}

impl Recall {
    /// Nothing is typed yet.
    #[must_use]
    pub fn new(asked: &Asked) -> Self {
        let mut recall = Self::default();
        recall.mark(asked);
        recall
    }

    /// Something was typed: an item, or several with commas between. Nothing but white space is nothing.
    pub fn add(&mut self, asked: &Asked, typed: &str) {
        let typed = typed.trim();
        if !typed.is_empty() {
            self.entries.push(typed.to_owned());
            self.mark(asked);
        }
    }

    /// Whether `typed` would be an item, or resemble one, that is not found yet.
    #[must_use]
    pub fn is_item(&self, asked: &Asked, typed: &str) -> bool {
        let mut after = self.clone();
        after.add(asked, typed);
        let given = |detail: &ListDetail| detail.items.iter().filter(|item| item.piece.is_some()).count();
        given(&after.detail) > given(&self.detail)
    }

    /// The last entry is taken back, to be mended.
    pub fn take_back(&mut self, asked: &Asked) -> Option<String> {
        let last = self.entries.pop();
        self.mark(asked);
        last
    }

    /// What was typed, item by item, and what became of each.
    #[must_use]
    pub fn detail(&self) -> &ListDetail {
        &self.detail
    }

    /// What was typed, entry by entry.
    #[must_use]
    pub fn entries(&self) -> &[String] {
        &self.entries
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether every item is found, so that nothing is left to type.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.detail.items.is_empty() && self.detail.found() == self.detail.items.len()
    }

    /// The answer is handed in.
    #[must_use]
    pub fn hand_in(self, asked: &Asked, took: Duration) -> Listed {
        Answered::listed(asked, self.entries, took)
    }

    fn mark(&mut self, asked: &Asked) {
        let answer = Answer::Items(self.entries.clone());
        let marked = grade::mark(&asked.card.content, &answer, asked.head.language.as_str());
        if let Some(Detail::List(detail)) = marked.map(|marked| marked.detail) {
            self.detail = detail;
        }
    }
}
