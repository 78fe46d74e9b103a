//! How the objectives of the programme stand.
//!
//! The records are what `carabin programme --json` prints: field names are stable, fields may be added. Shares are 0 to 1
//! with four digits, absent values null.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{Imported, filter::Sought};
use crate::{
    app::{
        App,
        error::AppError,
        scope::Scope,
        states::{self, States},
        stats::rounded,
    },
    card::{Item, Objective, ObjectiveId, Programme, Rank, Text},
    i18n::Messages,
    insight::{Progress, Status, Tally},
    library::Entry,
};

/// How all objectives stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coverage {
    /// Where the programme comes from; null where it is what the decks declare.
    pub programme: Option<Imported>,
    /// By rank, A first; objectives outside the programme left out.
    pub ranks: [RankCoverage; 2],
    /// The items, in their order.
    #[serde(skip)]
    pub items: Vec<ItemCoverage>,
}

/// How the objectives of a rank stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RankCoverage {
    /// Which.
    pub rank: Rank,
    /// How many there are.
    pub objectives: u32,
    /// Those with at least one card that is asked, or a case.
    pub covered: u32,
    /// Those of which four in five cards are held for a week or more.
    pub retained: u32,
    /// Those of which a card was forgotten or is fading.
    pub weak: u32,
    /// Those whose cards were never answered.
    pub unseen: u32,
    /// Those without anything.
    pub missing: u32,
}

/// An item with its objectives.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemCoverage {
    /// Which.
    pub item: Item,
    /// Its title, where the programme gives one.
    pub title: Option<Text>,
    /// Its objectives, in their order.
    pub objectives: Vec<ObjectiveCoverage>,
    /// Cards that are about the item and no objective.
    pub other_cards: u32,
    pub(super) sought: Sought,
}

/// How an objective stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObjectiveCoverage {
    /// Its id, such as `OIC-019-09-A`.
    pub objective: ObjectiveId,
    /// Its item.
    pub item: Item,
    /// Its rank.
    pub rank: Rank,
    /// Its title, as the programme gives it, else a deck.
    pub title: Option<Text>,
    /// Its rubric.
    pub rubric: Option<Text>,
    /// `missing`, `aside`, `cases`, `unseen`, `weak`, `begun` or `retained`.
    pub status: Status,
    /// Its cards that are asked. A card with several parts counts once for each.
    pub cards: u32,
    /// Of these, those answered at least once.
    pub seen: u32,
    /// Of these, those due today.
    pub due: u32,
    /// Of these, those held for a week or more.
    pub held: u32,
    /// Its cards that are put aside.
    pub suspended: u32,
    /// Cases, KFP, TCS and articles about it.
    pub cases: u32,
    /// The share of what was seen that would be recalled today.
    pub recall: Option<f64>,
    /// Cards name it, and the programme that was imported does not have it.
    pub outside: bool,
    /// The rank that the programme gives to its number, where it is outside by its rank alone.
    pub programme_rank: Option<Rank>,
    #[serde(skip)]
    pub(super) sought: Sought,
}

/// The message that says how an objective stands.
#[must_use]
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::Missing => "programme-missing",
        Status::Aside => "programme-aside",
        Status::Cases => "programme-cases",
        Status::Unseen => "programme-unseen",
        Status::Weak => "programme-weak",
        Status::Begun => "programme-begun",
        Status::Retained => "programme-retained",
    }
}

impl App {
    /// How the objectives stand: those of the programme that was imported, else those that the decks declare, and those
    /// that cards name beyond them.
    ///
    /// # Errors
    /// When the journal, the index or the programme's file fails.
    pub fn coverage(&mut self) -> Result<Coverage, AppError> {
        let kept = self.programme()?;
        let about = kept.as_ref().map(super::KeptProgramme::about);
        self.with_states(|app, states| {
            let programme = kept.map_or_else(|| app.declared(states), |kept| kept.programme);
            app.coverage_of(&programme, about, states)
        })
    }

    /// What the decks declare that are studied.
    fn declared(&self, states: &States) -> Programme {
        let decks = states.catalogue.decks.iter();
        let studied = decks.filter(|deck| deck.shadowed_by.is_none() && self.studies(&deck.head));
        let objectives = studied.flat_map(|deck| deck.head.objectives.iter().cloned()).collect();
        Programme::new(BTreeMap::new(), objectives)
    }

    fn coverage_of(
        &self,
        programme: &Programme,
        about: Option<Imported>,
        states: &States,
    ) -> Result<Coverage, AppError> {
        let count = self.counts(states)?;
        let titles = self.objective_titles(states);
        let mut items: BTreeMap<Item, ItemCoverage> = BTreeMap::new();
        for (item, title) in programme.items() {
            items.insert(*item, ItemCoverage::new(*item, Some(title.clone())));
        }
        let listed = programme.objectives().iter().map(|objective| (objective.clone(), false));
        let mut beyond: Vec<ObjectiveId> =
            count.objectives.keys().filter(|id| programme.objective(**id).is_none()).copied().collect();
        beyond.sort_unstable();
        // Where nothing was imported, what a card names is as good as what its deck declares.
        let imported = about.is_some();
        let beyond = beyond.into_iter().map(|id| (Objective { id, title: None, rubric: None }, imported));
        for (objective, outside) in listed.chain(beyond) {
            let id = objective.id;
            let tally = count.objectives.get(&id).copied().unwrap_or_default();
            let title = objective.title.or_else(|| titles.get(&id).map(|title| (*title).clone()));
            let mut line = ObjectiveCoverage::new(Objective { title, ..objective }, &tally, outside);
            line.programme_rank = programme.rank_of(id).filter(|_| outside);
            items.entry(id.item).or_insert_with(|| ItemCoverage::new(id.item, None)).objectives.push(line);
        }
        for (item, cards) in count.others {
            items.entry(item).or_insert_with(|| ItemCoverage::new(item, None)).other_cards = cards;
        }
        let mut items: Vec<ItemCoverage> = items.into_values().collect();
        for item in &mut items {
            item.objectives.sort_by_key(|line| line.objective);
        }
        let ranks = [Rank::A, Rank::B].map(|rank| RankCoverage::of(rank, &items));
        Ok(Coverage { programme: about, ranks, items })
    }

    fn counts(&self, states: &States) -> Result<Counts, AppError> {
        let now = self.now();
        let recalls = self.retrievabilities(states, now)?;
        let scope = Scope::default();
        let mut counts = Counts::default();
        for (number, entry) in states.catalogue.entries.iter().enumerate() {
            if self.is_playable(number, entry, states, &scope) {
                for objective in states.catalogue.objectives(entry) {
                    counts.objectives.entry(*objective).or_default().cases += 1;
                }
            } else if self.is_askable(entry, states, &scope) {
                let state = states.get(number);
                if state.suspended.unwrap_or(entry.starts_suspended) {
                    counts.each(entry, states, |tally| tally.progress.count_suspended());
                    continue;
                }
                let standing = states::standing(state, now, &self.scheduler);
                let present = self.scheduler.retrievability(state, now.day);
                let recall = self.retrievability_of(&recalls, number, state);
                counts.each(entry, states, |tally| tally.count(state, standing, present, recall));
                if let Some(item) = entry.item.filter(|_| states.catalogue.objectives(entry).is_empty()) {
                    *counts.others.entry(item).or_default() += 1;
                }
            }
        }
        Ok(counts)
    }
}

/// What the decks hold.
#[derive(Default)]
struct Counts {
    objectives: HashMap<ObjectiveId, Tally>,
    /// Cards without an objective, by item.
    others: BTreeMap<Item, u32>,
}

impl Counts {
    fn each(&mut self, entry: &Entry, states: &States, count: impl Fn(&mut Tally)) {
        for objective in states.catalogue.objectives(entry) {
            count(self.objectives.entry(*objective).or_default());
        }
    }
}

impl ItemCoverage {
    fn new(item: Item, title: Option<Text>) -> Self {
        let sought = Sought::new("", [title.as_deref(), None]);
        Self { item, title, objectives: Vec::new(), other_cards: 0, sought }
    }

    /// How many of its objectives are covered.
    #[must_use]
    pub fn covered(&self) -> usize {
        self.objectives.iter().filter(|line| line.status.is_covered()).count()
    }

    /// How many of its objectives are retained.
    #[must_use]
    pub fn retained(&self) -> usize {
        self.objectives.iter().filter(|line| line.status == Status::Retained).count()
    }

    /// Whether any card is about it.
    #[must_use]
    pub fn has_cards(&self) -> bool {
        self.other_cards > 0 || self.objectives.iter().any(|line| line.cards > 0)
    }
}

impl ObjectiveCoverage {
    fn new(objective: Objective, tally: &Tally, outside: bool) -> Self {
        let Objective { id, title, rubric } = objective;
        let Progress { total, seen, due, suspended, .. } = tally.progress;
        Self {
            objective: id,
            item: id.item,
            rank: id.rank,
            status: tally.status(),
            cards: total,
            seen,
            due,
            held: tally.held,
            suspended,
            cases: tally.cases,
            recall: tally.progress.recall().map(rounded),
            outside,
            programme_rank: None,
            sought: Sought::new(&id.to_string(), [title.as_deref(), rubric.as_deref()]),
            title,
            rubric,
        }
    }
}

impl ObjectiveCoverage {
    /// What there is to tell where the programme does not have it.
    #[must_use]
    pub fn outside_words(&self, messages: &Messages) -> Option<String> {
        self.outside.then(|| match self.programme_rank {
            Some(rank) => messages.with("programme-other-rank", &[("rank", rank.to_string().into())]),
            None => messages.get("programme-outside"),
        })
    }
}

impl RankCoverage {
    fn of(rank: Rank, items: &[ItemCoverage]) -> Self {
        let lines = items.iter().flat_map(|item| &item.objectives);
        let lines = lines.filter(|line| line.rank == rank && !line.outside);
        let mut all = Self { rank, objectives: 0, covered: 0, retained: 0, weak: 0, unseen: 0, missing: 0 };
        for line in lines {
            all.objectives += 1;
            all.covered += u32::from(line.status.is_covered());
            match line.status {
                Status::Retained => all.retained += 1,
                Status::Weak => all.weak += 1,
                Status::Unseen => all.unseen += 1,
                Status::Missing => all.missing += 1,
                Status::Aside | Status::Cases | Status::Begun => {}
            }
        }
        all
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An item with its objectives.
    pub(in crate::app::programme) fn item(
        number: u16,
        title: &str,
        objectives: Vec<ObjectiveCoverage>,
    ) -> ItemCoverage {
        let item = Item::new(number).expect("an item");
        ItemCoverage { objectives, ..ItemCoverage::new(item, Some(title.into())) }
    }

    /// An objective that nothing is about.
    pub(in crate::app::programme) fn line(id: &str, title: &str) -> ObjectiveCoverage {
        let id = id.parse().expect("an id");
        ObjectiveCoverage::new(
            Objective { id, title: Some(title.into()), rubric: None },
            &Tally::default(),
            false,
        )
    }

    #[test]
    fn a_rank_counts_its_own_objectives_and_none_outside_the_programme() {
        let with = |id: &str, status, outside| ObjectiveCoverage { status, outside, ..line(id, "") };
        let items = [item(
            19,
            "",
            vec![
                with("OIC-019-01-A", Status::Retained, false),
                with("OIC-019-02-A", Status::Missing, false),
                with("OIC-019-03-A", Status::Cases, false),
                with("OIC-019-04-A", Status::Aside, false),
                with("OIC-019-05-A", Status::Weak, true),
                with("OIC-019-06-B", Status::Unseen, false),
            ],
        )];
        let a = RankCoverage {
            rank: Rank::A,
            objectives: 4,
            covered: 2,
            retained: 1,
            weak: 0,
            unseen: 0,
            missing: 1,
        };
        assert_eq!(RankCoverage::of(Rank::A, &items), a);
        assert_eq!(RankCoverage::of(Rank::B, &items).unseen, 1);
    }
}
