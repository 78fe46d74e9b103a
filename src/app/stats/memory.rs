//! How much was still known, by how long a card had not been seen and by rank.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{none_last, rounded};
use crate::{
    app::{error::AppError, open::App, states::States},
    card::{Locator, Rank},
    insight::{Age, Retention},
    memory::Day,
};

/// How much was still known after so many days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AgeFigures {
    /// Last seen so many days before, at least.
    pub from_days: u32,
    /// At most; null: any number.
    pub to_days: Option<u32>,
    /// Reviews of cards that had left the learning steps, last seen on an earlier day.
    pub reviews: u32,
    /// Of these, those recalled.
    pub recalled: u32,
    /// Their share.
    pub share: Option<f64>,
}

/// How much was still known of the cards of a rank.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankRetention {
    /// `A`, `B`, or null.
    pub rank: Option<String>,
    /// Reviews of cards that had left the learning steps, last seen on an earlier day.
    pub reviews: u32,
    /// Of these, those recalled.
    pub recalled: u32,
    /// Their share.
    pub share: Option<f64>,
}

impl App {
    /// True retention on the days from `from` to `to` by age, and by rank.
    pub(super) fn retention_apart(
        &self,
        states: &States,
        from: Day,
        to: Day,
    ) -> Result<(Vec<AgeFigures>, Vec<RankRetention>), AppError> {
        let mut ages: BTreeMap<Age, Retention> = BTreeMap::new();
        let mut ranks: BTreeMap<Option<Rank>, Retention> = BTreeMap::new();
        let mut known: HashMap<Locator, Option<Rank>> = HashMap::new();
        for review in self.journal.mature_reviews(from, to)? {
            if let Some(days) = review.since {
                ages.entry(Age::of(days)).or_default().count(review.recalled);
            }
            let rank = if let Some(rank) = known.get(&review.card) {
                *rank
            } else {
                let rank = self.rank_of(states, &review.card)?;
                known.insert(review.card.clone(), rank);
                rank
            };
            ranks.entry(rank).or_default().count(review.recalled);
        }
        let of_age = |age: Age| {
            let (from_days, to_days) = age.span();
            let found = ages.get(&age).copied().unwrap_or_default();
            let share = found.share().map(rounded);
            AgeFigures { from_days, to_days, reviews: found.reviews, recalled: found.recalled, share }
        };
        let of_rank = |(rank, found): (Option<Rank>, Retention)| RankRetention {
            rank: rank.map(|rank| rank.to_string()),
            reviews: found.reviews,
            recalled: found.recalled,
            share: found.share().map(rounded),
        };
        Ok((Age::ALL.map(of_age).into(), none_last(ranks).map(of_rank).collect()))
    }

    /// The rank of a card under any of its names; none for one that is in no deck now.
    fn rank_of(&self, states: &States, card: &Locator) -> Result<Option<Rank>, AppError> {
        let number = match states.catalogue.find(card) {
            Some(number) => Some(number),
            None => self.present_name(card)?.and_then(|name| states.catalogue.find(&name)),
        };
        Ok(number.and_then(|number| states.catalogue.entries[number].rank))
    }
}
