//! The programme itself: items and knowledge objectives, as a list of them says.

use std::collections::BTreeMap;

use super::{Item, Objective, ObjectiveId, Rank, Text};

/// The items and objectives of the EDN. Within an item a number stands for one objective, so for one rank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    items: BTreeMap<Item, Text>,
    objectives: Vec<Objective>,
}

/// What another list of the same programme says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Objectives that were not there.
    pub new: Vec<Objective>,
    /// Objectives that are there no more.
    pub gone: Vec<Objective>,
    /// Objectives with another title, and the title that they had.
    pub renamed: Vec<(Option<Text>, Objective)>,
    /// Objectives of another rank, and the rank that they had.
    pub ranks: Vec<(Rank, Objective)>,
    /// How many objectives have another rubric.
    pub rubrics: usize,
    /// How many items have a title that they had not, or have none any more.
    pub items: usize,
}

impl Changes {
    /// Whether both lists say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What stands for an objective whatever its rank.
fn place(id: ObjectiveId) -> (Item, u16) {
    (id.item, id.number)
}

impl Programme {
    /// A programme in its own order. Of several objectives with one number in one item the first stays.
    #[must_use]
    pub fn new(items: BTreeMap<Item, Text>, mut objectives: Vec<Objective>) -> Self {
        objectives.sort_by_key(|objective| place(objective.id));
        objectives.dedup_by_key(|objective| place(objective.id));
        Self { items, objectives }
    }

    /// The titles of the items.
    #[must_use]
    pub fn items(&self) -> &BTreeMap<Item, Text> {
        &self.items
    }

    /// The objectives, by item and number.
    #[must_use]
    pub fn objectives(&self) -> &[Objective] {
        &self.objectives
    }

    /// The objective with this very id.
    #[must_use]
    pub fn objective(&self, id: ObjectiveId) -> Option<&Objective> {
        self.at(id).filter(|objective| objective.id == id)
    }

    /// The rank that the programme gives to the number of this objective in its item.
    #[must_use]
    pub fn rank_of(&self, id: ObjectiveId) -> Option<Rank> {
        self.at(id).map(|objective| objective.id.rank)
    }

    fn at(&self, id: ObjectiveId) -> Option<&Objective> {
        let found = self.objectives.binary_search_by_key(&place(id), |objective| place(objective.id));
        found.ok().map(|number| &self.objectives[number])
    }

    /// How many objectives are of a rank.
    #[must_use]
    pub fn count(&self, rank: Rank) -> usize {
        self.objectives.iter().filter(|objective| objective.id.rank == rank).count()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.objectives.is_empty()
    }

    /// What this list says that `before` did not.
    #[must_use]
    pub fn changes_since(&self, before: &Self) -> Changes {
        let mut changes = Changes::default();
        for now in &self.objectives {
            let Some(then) = before.at(now.id) else {
                changes.new.push(now.clone());
                continue;
            };
            if then.id.rank != now.id.rank {
                changes.ranks.push((then.id.rank, now.clone()));
            }
            if then.title != now.title {
                changes.renamed.push((then.title.clone(), now.clone()));
            }
            changes.rubrics += usize::from(then.rubric != now.rubric);
        }
        changes.gone = before.objectives.iter().filter(|then| self.at(then.id).is_none()).cloned().collect();
        let other = |(item, title): &(&Item, &Text)| before.items.get(item) != Some(title);
        let lost = before.items.keys().filter(|item| !self.items.contains_key(item));
        changes.items = self.items.iter().filter(other).count() + lost.count();
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objective(id: &str, title: &str) -> Objective {
        Objective { id: id.parse().expect("an id"), title: Some(title.into()), rubric: None }
    }

    fn programme(objectives: &[(&str, &str)]) -> Programme {
        let objectives = objectives.iter().map(|(id, title)| objective(id, title)).collect();
        Programme::new(BTreeMap::new(), objectives)
    }

    #[test]
    fn objectives_stand_by_item_and_number_and_a_number_stands_once() {
        let list = programme(&[
            ("OIC-020-01-B", "c"),
            ("OIC-019-10-A", "b"),
            ("OIC-019-02-A", "a"),
            ("OIC-019-02-B", "x"),
        ]);
        let titles: Vec<_> = list.objectives().iter().filter_map(|o| o.title.as_deref()).collect();
        assert_eq!(titles, ["a", "b", "c"]);
        assert_eq!((list.count(Rank::A), list.count(Rank::B)), (2, 1));
        assert!(list.objective("OIC-019-02-A".parse().expect("an id")).is_some());
        let other = "OIC-019-02-B".parse().expect("an id");
        assert_eq!((list.objective(other), list.rank_of(other)), (None, Some(Rank::A)));
    }

    #[test]
    fn another_list_tells_what_is_new_gone_renamed_and_of_another_rank() {
        let before =
            programme(&[("OIC-001-01-A", "un"), ("OIC-001-02-A", "deux"), ("OIC-001-03-B", "trois")]);
        let after =
            programme(&[("OIC-001-02-A", "Deux"), ("OIC-001-03-A", "trois"), ("OIC-001-04-B", "quatre")]);
        let changes = after.changes_since(&before);
        assert_eq!(changes.new, [objective("OIC-001-04-B", "quatre")]);
        assert_eq!(changes.gone, [objective("OIC-001-01-A", "un")]);
        assert_eq!(changes.renamed, [(Some("deux".into()), objective("OIC-001-02-A", "Deux"))]);
        assert_eq!(changes.ranks, [(Rank::B, objective("OIC-001-03-A", "trois"))]);
        assert!(after.changes_since(&after).is_empty());
    }

    #[test]
    fn titles_of_items_count_too() {
        let item = |number| Item::new(number).expect("an item");
        let titled = |titles: &[(u16, &str)]| {
            let items = titles.iter().map(|(number, title)| (item(*number), Text::from(*title))).collect();
            Programme::new(items, Vec::new())
        };
        let changes =
            titled(&[(1, "a"), (2, "c"), (4, "d")]).changes_since(&titled(&[(1, "a"), (2, "b"), (3, "x")]));
        assert_eq!(changes.items, 3, "one renamed, one new, one gone");
    }
}
