//! What became of decks that two devices have changed, until the student is told.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::{Deserialize, Serialize};

use super::{SyncError, run::Syncer, state::State};
use crate::{app::problems::say_with, card::Text, i18n::Messages, library::versions};

/// Files of decks that were changed on two devices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Those that were brought together: how many cards are others here than before.
    #[serde(default)]
    joined: BTreeMap<String, usize>,
    /// The versions that lie beside those that are studied.
    #[serde(default)]
    versions: BTreeSet<String>,
}

impl News {
    /// Both have changed the file; it holds both, and so many of its cards are others than before.
    pub(super) fn joined(&mut self, path: &str, cards: usize) {
        *self.joined.entry(path.to_owned()).or_default() += cards;
    }

    /// This version lies beside the one that stays. What a student never sees is not told.
    pub(super) fn apart(&mut self, path: &str) {
        if !path.split('/').any(|step| step.starts_with('.')) {
            self.versions.insert(path.to_owned());
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty() && self.versions.is_empty()
    }

    /// The versions that lie beside others.
    #[must_use]
    pub fn versions(&self) -> Vec<&str> {
        self.versions.iter().map(String::as_str).collect()
    }

    pub(super) fn add(&mut self, more: &Self) {
        more.joined.iter().for_each(|(path, cards)| self.joined(path, *cards));
        self.versions.extend(more.versions.iter().cloned());
    }

    /// What happened to decks that are one again, a line each.
    pub(super) fn describe(&self, messages: &Messages) -> Vec<String> {
        let said = |(path, cards): (&String, &usize)| {
            let path = Text::one_line(path).to_string();
            messages.with("sync-said-joined", &[("path", path.into()), ("n", (*cards).into())])
        };
        self.joined.iter().map(said).collect()
    }

    /// What the student should look at in the folder `decks`, a line each.
    pub(super) fn warnings(&self, decks: &Path, messages: &Messages) -> Vec<String> {
        let said = |path: &String| {
            let there = decks.join(path);
            let kept = versions::of(&there)?;
            let is_deck = kept.extension().is_some_and(|end| end == "yaml" || end == "yml");
            let id = if is_deck { "library-version" } else { "sync-said-version" };
            let shown = |path: &Path| path.to_string_lossy().into_owned();
            Some(say_with(messages, id, &[("path", shown(&there)), ("kept", shown(&kept))]))
        };
        self.versions.iter().filter(|path| decks.join(path).exists()).filter_map(said).collect()
    }
}

impl Syncer {
    /// What was not told yet of decks that two devices have changed: a sync may go on when nobody is looking.
    pub(super) fn take_news(&self) -> Result<News, SyncError> {
        let Some(state) = State::read(&self.paths)?.filter(|state| !state.news.is_empty()) else {
            return Ok(News::default());
        };
        let _lock = self.lock()?;
        let mut state = State::read(&self.paths)?.unwrap_or(state);
        let news = std::mem::take(&mut state.news);
        state.write(&self.paths)?;
        Ok(news)
    }
}
