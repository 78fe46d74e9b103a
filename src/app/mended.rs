//! Cards whose text was mended or whose name was changed keep their schedule.

use std::collections::{HashMap, HashSet};

use super::{error::AppError, open::App};
use crate::{
    card::{DeckId, Locator},
    journal::{Draft, Record},
    memory::CardState,
};

impl App {
    /// Looks through the decks that changed for cards that live on under another name: because the author says so
    /// (`was:`), or because a text that vanished and one that appeared are nearly the same. Each is recorded as an
    /// alias. Gives what there is to say.
    pub(super) fn recognise_mended(&mut self, changed: &[DeckId]) -> Result<Vec<String>, AppError> {
        let mut pairs = self.renamed_by_authors()?;
        for deck in changed {
            let (known, names) = self.known_of(deck)?;
            pairs.extend(self.library.mended(deck, &known, &|locator| names.contains(locator))?);
        }
        let mut drafts = Vec::new();
        let mut said = Vec::new();
        for (former, present) in pairs {
            if self.journal.aliases(&former)?.contains(&present) {
                continue;
            }
            said.push(self.messages.with("card-recognised", &[("card", present.to_string().into())]));
            drafts.push(Draft::from(Record::Alias { a: former, b: present }));
        }
        if !drafts.is_empty() {
            self.journal.append(&drafts, &self.stamp()?)?;
        }
        Ok(said)
    }

    /// What `was:` says, as far as the former name has a history.
    fn renamed_by_authors(&self) -> Result<Vec<(Locator, Locator)>, AppError> {
        let mut pairs = Vec::new();
        for (former, present) in self.library.catalogue().renamed() {
            if self.journal.state(&former)? != CardState::default() || self.journal.note(&former)?.is_some() {
                pairs.push((former, present));
            }
        }
        Ok(pairs)
    }

    /// The schedules of `deck` that have a history, each with its card's last known text: one of each alias class, and a
    /// live one where there is one; and all names that they go by.
    fn known_of(&self, deck: &DeckId) -> Result<Known, AppError> {
        let latest: HashMap<Locator, String> =
            self.journal.versions(deck)?.into_iter().map(|version| (version.card, version.text)).collect();
        if latest.is_empty() {
            return Ok(Default::default());
        }
        let mut answered = Vec::new();
        self.journal.for_each_state(|locator, state| {
            if state != CardState::default()
                && let Ok(locator) = locator.parse::<Locator>()
                && locator.deck == *deck
            {
                answered.push(locator);
            }
        })?;
        let catalogue = self.library.catalogue();
        let mut known = Vec::new();
        let mut names = HashSet::new();
        for schedule in answered {
            if names.contains(&schedule) {
                continue;
            }
            let class = self.journal.aliases(&schedule)?;
            let name = class.iter().find(|name| catalogue.find(name).is_some()).unwrap_or(&schedule).clone();
            if let Some(text) = latest.get(&name.card()).or_else(|| latest.get(&schedule.card())) {
                known.push((name, text.clone()));
            }
            names.extend(class);
        }
        Ok((known, names))
    }
}

/// Schedules with their cards' texts, and all names that they go by.
type Known = (Vec<(Locator, String)>, HashSet<Locator>);
