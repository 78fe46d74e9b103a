//! What every card may carry beside its question.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Image, Item, ObjectiveId, Rank, Text};

/// What every card, and every question of a case, may carry. The deck's defaults are already filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// The knowledge objectives; the first gives the rank and the item.
    pub objectives: Vec<ObjectiveId>,
    /// The rank that the author gave, where there is no objective.
    pub rank: Option<Rank>,
    /// The item, where the author gave one on the card or on the deck.
    pub item: Option<Item>,
    /// The number of a starting situation.
    pub situation: Option<u16>,
    /// Hierarchical tags, `a::b`.
    pub tags: Vec<Text>,
    /// Keys of the deck's sources.
    pub sources: Vec<Text>,
    /// Shown on demand before the answer.
    pub hint: Option<Text>,
    /// Markdown, shown after the answer.
    pub note: Option<Text>,
    /// A picture with the prompt.
    pub image: Option<Image>,
    /// A picture with the answer.
    pub answer_image: Option<Image>,
    /// The fact is true from this day on.
    pub as_of: Option<Date>,
    /// The fact is true until this day.
    pub until: Option<Date>,
    /// Keep the options in the author's order.
    pub keep_order: bool,
    /// Starts suspended.
    pub suspended: bool,
    /// Proposed, not asked until accepted.
    pub draft: bool,
    /// The author's own references; not shown.
    pub facts: Vec<Text>,
}

impl Meta {
    /// The rank: the first objective's, else the author's.
    #[must_use]
    pub fn effective_rank(&self) -> Option<Rank> {
        self.objectives.first().map(|o| o.rank).or(self.rank)
    }

    /// The item: the author's, else the first objective's.
    #[must_use]
    pub fn effective_item(&self) -> Option<Item> {
        self.item.or_else(|| self.objectives.first().map(|o| o.item))
    }

    /// Whether one of the tags is `tag` or stands below it (`edn` holds `edn::019`).
    #[must_use]
    pub fn has_tag(&self, tag: &str) -> bool {
        self.tags.iter().any(|t| {
            let (mut have, mut want) = (t.split("::"), tag.split("::"));
            want.by_ref().all(|w| have.next().is_some_and(|h| h.eq_ignore_ascii_case(w)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_holds_what_stands_below_it() {
        let meta = Meta { tags: vec!["edn::019".into()], ..Meta::default() };
        assert!(meta.has_tag("edn") && meta.has_tag("EDN::019"));
        assert!(!meta.has_tag("edn::0") && !meta.has_tag("edn::019::a"));
    }

    #[test]
    fn the_objective_decides_the_rank() {
        let objective: ObjectiveId = "OIC-019-09-A".parse().expect("valid");
        let meta = Meta { objectives: vec![objective], rank: Some(Rank::B), ..Meta::default() };
        assert_eq!(meta.effective_rank(), Some(Rank::A));
        assert_eq!(meta.effective_item(), Item::new(19));
    }
}
