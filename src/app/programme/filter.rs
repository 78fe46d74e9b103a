//! Which objectives are shown.

use super::{ItemCoverage, ObjectiveCoverage};
use crate::{app::filter::fold, card::Rank, insight::Status};

/// Which objectives are shown; every condition must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// This rank.
    pub rank: Option<Rank>,
    /// Those that stand so.
    pub status: Option<Status>,
    words: Vec<String>,
}

/// Texts as they are looked through: without case, accents and spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sought {
    id: String,
    texts: String,
}

impl Sought {
    pub(super) fn new(id: &str, texts: [Option<&str>; 2]) -> Self {
        // The line feed between them is in no word, so none is found across it.
        let texts = texts.into_iter().flatten().map(fold).collect::<Vec<_>>().join("\n");
        Self { id: fold(id), texts }
    }

    /// A number alone is found in texts only: it is a part of most ids.
    fn holds(&self, word: &str) -> bool {
        self.texts.contains(word) || (number(word).is_none() && self.id.contains(word))
    }
}

impl Filter {
    /// Those of a rank that stand so; all where nothing is said.
    #[must_use]
    pub fn new(rank: Option<Rank>, status: Option<Status>) -> Self {
        Self { rank, status, words: Vec::new() }
    }

    /// The same for those objectives alone in which, or in whose item, all words of `query` are found. A number alone is an
    /// item's.
    #[must_use]
    pub fn with_query(mut self, query: &str) -> Self {
        let words = query.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("item"));
        self.words = words.map(fold).filter(|word| !word.is_empty()).collect();
        self
    }

    /// Whether something is looked for.
    #[must_use]
    pub fn has_query(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether an item fits with all its objectives.
    #[must_use]
    pub fn takes_item(&self, item: &ItemCoverage) -> bool {
        match self.item() {
            Some(number) => item.item.number() == number,
            None => self.words.iter().all(|word| item.sought.holds(word)),
        }
    }

    /// Whether an objective of `item` fits.
    #[must_use]
    pub fn takes(&self, item: &ItemCoverage, line: &ObjectiveCoverage) -> bool {
        self.rank.is_none_or(|rank| line.rank == rank)
            && self.status.is_none_or(|status| line.status == status)
            && match self.item() {
                Some(number) => item.item.number() == number,
                None => self.words.iter().all(|word| item.sought.holds(word) || line.sought.holds(word)),
            }
    }

    /// The item that is looked for.
    fn item(&self) -> Option<u16> {
        let [word] = self.words.as_slice() else { return None };
        number(word)
    }
}

fn number(word: &str) -> Option<u16> {
    (word.len() <= 3).then(|| word.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::programme::coverage::tests::{item, line},
        card::Text,
    };

    fn found(query: &str) -> Vec<String> {
        let kidney = item(
            264,
            "Prescription des diurétiques",
            vec![line("OIC-264-02-A", "Connaître les 3 classes"), line("OIC-264-10-B", "Surveiller l'œdème")],
        );
        let heart = item(19, "Sécurité sociale", vec![line("OIC-019-03-A", "Définir l'objectif OIC")]);
        let filter = Filter::default().with_query(query);
        let items = [kidney, heart];
        let lines = items.iter().flat_map(|item| item.objectives.iter().map(move |line| (item, line)));
        lines
            .filter(|(item, line)| filter.takes(item, line))
            .map(|(_, line)| line.objective.to_string())
            .collect()
    }

    #[test]
    fn all_words_are_looked_for_in_the_objective_and_its_item_without_accents() {
        assert_eq!(found("oedeme"), ["OIC-264-10-B"]);
        assert_eq!(found("diuretiques classes"), ["OIC-264-02-A"]);
        assert_eq!(found("OIC-019-03-A"), ["OIC-019-03-A"]);
        assert_eq!(found("classes œdème"), Vec::<String>::new());
        assert_eq!(found("  ").len(), 3, "nothing is looked for");
    }

    #[test]
    fn a_number_alone_is_an_items_and_beside_words_one_of_a_title() {
        assert_eq!(found("19"), ["OIC-019-03-A"]);
        assert_eq!(found("item 264").len(), 2);
        assert_eq!(found("3"), Vec::<String>::new());
        assert_eq!(found("3 classes"), ["OIC-264-02-A"]);
    }

    #[test]
    fn rank_and_standing_narrow_too() {
        let item = item(19, "", vec![line("OIC-019-01-A", ""), line("OIC-019-02-B", "")]);
        let fitting =
            |filter: &Filter| item.objectives.iter().filter(|line| filter.takes(&item, line)).count();
        assert_eq!(fitting(&Filter::new(Some(Rank::A), None)), 1);
        assert_eq!(fitting(&Filter::new(None, Some(Status::Missing))), 2);
        assert_eq!(fitting(&Filter::new(None, Some(Status::Weak))), 0);
        assert!(Filter::default().takes_item(&item) && item.title == Some(Text::default()));
    }
}
