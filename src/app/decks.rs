//! Which decks there are, and which of them are meant.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{error::AppError, open::App, scope::Scope};
use crate::{
    card::{DeckId, Item, Text},
    library::{Catalogue, DeckEntry, Tier},
};

/// A deck, as `carabin deck list --json` prints it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeckLine {
    /// Its id; null for a file whose head cannot be read.
    pub id: Option<DeckId>,
    /// Its title.
    pub title: Option<Text>,
    /// Its language, a BCP 47 tag.
    pub language: Option<Text>,
    /// Its version.
    pub version: Option<Text>,
    /// Its licence.
    pub license: Option<Text>,
    /// Who wrote it.
    pub authors: Vec<Text>,
    /// Its item.
    pub item: Option<Item>,
    /// The objectives that it declares.
    pub objectives: Vec<String>,
    /// Who brought it: `bundled`, `user` or `path`.
    pub origin: &'static str,
    /// Its file; null for a deck that is part of the program.
    pub path: Option<String>,
    /// Its cards, as many as can be read.
    pub cards: usize,
    /// Of these, those of a kind that this version plays, drafts left out.
    pub playable: usize,
    /// Whether it is asked: its language is studied and no other deck has its id.
    pub studied: bool,
    /// How many mistakes it has.
    pub errors: u32,
    /// How many warnings it has.
    pub warnings: u32,
    /// The file (or for a bundled deck the name) of the deck of the same id that is studied in its place.
    pub shadowed_by: Option<String>,
}

/// How many cards a selection holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fitting {
    /// Schedules that may be asked, today or later, suspended ones included.
    pub askable: u32,
    /// Cases, KFP, TCS and articles, which are no part of a queue.
    pub containers: u32,
}

impl App {
    /// The ids of the decks that are meant: those named by id, then those that lie at a path.
    ///
    /// # Errors
    /// [`AppError::NoDeck`] for an id that no deck has, [`AppError::NoDeckAt`] for a path without a readable deck.
    pub fn choose_decks(&self, ids: &[DeckId], paths: &[PathBuf]) -> Result<Vec<DeckId>, AppError> {
        let catalogue = self.library.catalogue();
        let mut chosen = Vec::new();
        for id in ids {
            catalogue.deck(id).ok_or_else(|| AppError::no_deck(id))?;
            chosen.push(id.clone());
        }
        for path in paths {
            let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            let below = |deck: &&DeckEntry| {
                deck.origin.tier == Tier::Extra && deck.origin.path.starts_with(&absolute)
            };
            let before = chosen.len();
            chosen.extend(catalogue.decks.iter().filter(below).map(|deck| deck.head.id.clone()));
            if chosen.len() == before {
                return Err(AppError::NoDeckAt { path: path.clone(), problems: self.problems_at(&absolute) });
            }
        }
        let mut seen = std::collections::HashSet::new();
        chosen.retain(|id| seen.insert(id.clone()));
        Ok(chosen)
    }

    /// How many cards a selection holds, whatever their state.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn fitting(&mut self, scope: &Scope) -> Result<Fitting, AppError> {
        self.states()?;
        let mut fitting = Fitting::default();
        let Some(states) = self.states.as_ref() else { return Ok(fitting) };
        for entry in &states.catalogue.entries {
            if self.is_askable(entry, states, scope) {
                fitting.askable += 1;
            } else if !entry.draft && entry.kind.is_container() && scope.holds(entry, &states.catalogue) {
                fitting.containers += 1;
            }
        }
        Ok(fitting)
    }

    /// All decks of the library, those that cannot be read last.
    #[must_use]
    pub fn deck_list(&self) -> Vec<DeckLine> {
        let catalogue = self.library.catalogue();
        let readable = catalogue.decks.iter().map(|deck| self.deck_line(deck, &catalogue));
        let unreadable = catalogue.unreadable.iter().map(|file| DeckLine {
            id: None,
            title: None,
            language: None,
            version: None,
            license: None,
            authors: Vec::new(),
            item: None,
            objectives: Vec::new(),
            origin: origin(file.origin.tier),
            path: Some(shown(&file.origin.path)),
            cards: 0,
            playable: 0,
            studied: false,
            errors: file.errors,
            warnings: 0,
            shadowed_by: None,
        });
        readable.chain(unreadable).collect()
    }

    fn deck_line(&self, deck: &DeckEntry, catalogue: &Catalogue) -> DeckLine {
        let head = &deck.head;
        let entries = &catalogue.entries[deck.entries.clone()];
        let count = |keep: &dyn Fn(&crate::library::Entry) -> bool| {
            let mut cards: Vec<u32> = entries.iter().filter(|e| keep(e)).map(|e| e.card).collect();
            cards.dedup();
            cards.len()
        };
        let shadow = deck.shadowed_by.and_then(|number| catalogue.decks.get(number as usize));
        DeckLine {
            id: Some(head.id.clone()),
            title: Some(head.title.clone()),
            language: Some(head.language.clone()),
            version: head.version.clone(),
            license: head.license.clone(),
            authors: head.authors.clone(),
            item: head.item,
            objectives: head.objectives.iter().map(|objective| objective.id.to_string()).collect(),
            origin: origin(deck.origin.tier),
            path: deck.origin.file().map(shown),
            cards: count(&|_| true),
            playable: count(&|entry| !entry.draft && self.plays(entry)),
            studied: shadow.is_none() && self.studies(head),
            errors: deck.errors,
            warnings: deck.warnings,
            shadowed_by: shadow.map(|shadow| shown(&shadow.origin.path)),
        }
    }
}

fn origin(tier: Tier) -> &'static str {
    match tier {
        Tier::Extra => "path",
        Tier::User => "user",
        Tier::Bundled => "bundled",
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
