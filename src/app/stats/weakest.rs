//! What is known least.

use super::{Figures, Stats};
use crate::{
    app::scope::Scope,
    card::{ObjectiveId, Text},
};

/// A part of the cards that was begun, and what begins a session about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What is studied when it is chosen.
    pub scope: Scope,
    /// Its id, where it is an objective.
    pub objective: Option<ObjectiveId>,
    /// Its title; `None` for an objective without one, and for the cards without an objective.
    pub title: Option<Text>,
    /// How its cards stand.
    pub figures: Figures,
}

impl Stats {
    /// The objectives of which something was seen before today, the one that is known least first.
    #[must_use]
    pub fn weakest_objectives(&self) -> Vec<Part> {
        let parts = self.objectives.iter().map(|line| {
            let objective = line.objective.as_ref().and_then(|id| id.parse().ok());
            let scope = Scope { objective, no_objective: objective.is_none(), ..Scope::default() };
            Part { scope, objective, title: line.title.clone(), figures: line.figures }
        });
        weakest(parts)
    }

    /// The decks of which something was seen before today, the one that is known least first.
    #[must_use]
    pub fn weakest_decks(&self) -> Vec<Part> {
        weakest(self.decks.iter().map(|line| Part {
            scope: Scope::deck(line.deck.clone()),
            objective: None,
            title: Some(line.title.clone()),
            figures: line.figures,
        }))
    }
}

fn weakest(parts: impl Iterator<Item = Part>) -> Vec<Part> {
    let mut parts: Vec<Part> = parts.filter(|part| part.figures.recall.is_some()).collect();
    let recall = |part: &Part| part.figures.recall.unwrap_or_default();
    parts.sort_by(|a, b| recall(a).total_cmp(&recall(b)));
    parts
}
