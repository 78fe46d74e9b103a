//! Cards whose text was mended or whose name was changed keep their schedule.

use std::collections::{HashMap, HashSet};

use super::{error::AppError, open::App};
use crate::{
    card::{DeckId, Locator},
    journal::{Draft, Record},
    library::recognise,
};

impl App {
    /// Looks through the decks that changed for cards that live on under another name: because the author says so
    /// (`was:`), or because a text that vanished and one that appeared are nearly the same. Each is recorded as an
    /// alias. Gives what there is to say.
    pub(super) fn recognise_mended(&mut self, changed: &[DeckId]) -> Result<Vec<String>, AppError> {
        let mut pairs = self.renamed_by_authors()?;
        for deck in changed {
            let (vanished, appeared) = self.versions_of(deck)?;
            pairs.extend(recognise(&vanished, &appeared));
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
            self.journal.append(&drafts, &self.clock.wall())?;
        }
        Ok(said)
    }

    /// What `was:` says, as far as the former name has a history.
    fn renamed_by_authors(&self) -> Result<Vec<(Locator, Locator)>, AppError> {
        let mut pairs = Vec::new();
        for (former, present) in self.library.catalogue().renamed() {
            if self.journal.state(&former)?.reps > 0 {
                pairs.push((former, present));
            }
        }
        Ok(pairs)
    }

    /// The schedules of `deck` that have a history and are not live, and those that are live and have none, each with its
    /// card's text.
    fn versions_of(&self, deck: &DeckId) -> Result<(Texts, Texts), AppError> {
        let catalogue = self.library.catalogue();
        let mut latest: HashMap<Locator, String> = HashMap::new();
        for version in self.journal.versions(deck)? {
            latest.insert(version.card, version.text);
        }
        if latest.is_empty() {
            return Ok(Default::default());
        }
        let mut touched: HashMap<Locator, Vec<Locator>> = HashMap::new();
        self.journal.for_each_state(|locator, state| {
            if state.reps > 0
                && let Ok(locator) = locator.parse::<Locator>()
                && locator.deck == *deck
            {
                touched.entry(locator.card()).or_default().push(locator);
            }
        })?;
        let mut vanished = Vec::new();
        let mut seen = HashSet::new();
        for (card, schedules) in &touched {
            let Some(text) = latest.get(card) else { continue };
            for schedule in schedules.iter().filter(|schedule| catalogue.find(schedule).is_none()) {
                // Of an alias class one name is enough, and none where a member is live.
                let class = self.journal.aliases(schedule)?;
                let live = class.iter().any(|member| catalogue.find(member).is_some());
                if !live && class.first().is_some_and(|first| seen.insert(first.clone())) {
                    vanished.push((schedule.clone(), text.clone()));
                }
            }
        }
        if vanished.is_empty() {
            return Ok(Default::default());
        }
        vanished.sort();
        let mut appeared = Vec::new();
        let entries = catalogue.deck(deck).map_or(0..0, |deck| deck.entries.clone());
        for number in entries {
            let locator = catalogue.locator(number);
            let known = touched.get(&locator.card()).is_some_and(|s| s.contains(&locator));
            if !known && let Some(text) = self.library.identity(&locator)? {
                appeared.push((locator, text));
            }
        }
        Ok((vanished, appeared))
    }
}

/// Locators with their cards' texts.
type Texts = Vec<(Locator, String)>;
