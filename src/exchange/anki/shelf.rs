//! Which notes go into which deck.
//!
//! A student thinks in the decks at the top of Anki's tree: each becomes one deck, whose branches are tags. Where that would be
//! more than a person or an editor wants in one file, its branches become decks, and at last stretches of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    card::{DeckHead, DeckId, Text},
    deck::slug,
    exchange::parts::Room,
};

/// A note that looks for its deck.
pub(super) struct Item<'i> {
    pub(super) levels: &'i [String],
    pub(super) cards: usize,
    pub(super) bytes: usize,
}

/// A deck to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shelf {
    pub(super) id: DeckId,
    pub(super) title: String,
    /// How many levels of Anki's tree its title stands for; the others become tags.
    pub(super) depth: usize,
    /// The numbers of its notes.
    pub(super) items: Vec<usize>,
}

impl Shelf {
    /// The head of the deck that it becomes.
    pub(super) fn head(&self, language: &str) -> DeckHead {
        DeckHead::new(self.id.clone(), Text::one_line(&self.title), Text::one_line(language))
    }
}

/// Puts each note on a shelf.
pub(super) fn shelve(items: &[Item<'_>], room: Room) -> Vec<Shelf> {
    let mut out = Vec::new();
    let mut taken = BTreeSet::new();
    split(items, (0..items.len()).collect(), 0, room, &mut taken, &mut out);
    out
}

fn split(
    items: &[Item<'_>],
    group: Vec<usize>,
    depth: usize,
    room: Room,
    taken: &mut BTreeSet<String>,
    out: &mut Vec<Shelf>,
) {
    let mut branches: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for index in group {
        let levels = items[index].levels;
        branches.entry(&levels[..levels.len().min(depth + 1)]).or_default().push(index);
    }
    for (levels, members) in branches {
        let cards: usize = members.iter().map(|&index| items[index].cards).sum();
        let bytes: usize = members.iter().map(|&index| items[index].bytes).sum();
        let fits = room.holds(cards, bytes);
        let deeper = members.iter().any(|&index| items[index].levels.len() > depth + 1);
        if fits || !deeper || depth >= 8 {
            stretches(items, levels, members, depth, room, taken, out);
        } else {
            split(items, members, depth + 1, room, taken, out);
        }
    }
}

/// A branch that cannot be divided any more, cut where it is too long.
fn stretches(
    items: &[Item<'_>],
    levels: &[String],
    members: Vec<usize>,
    depth: usize,
    room: Room,
    taken: &mut BTreeSet<String>,
    out: &mut Vec<Shelf>,
) {
    let mut cuts: Vec<Vec<usize>> = vec![Vec::new()];
    let (mut cards, mut bytes) = (0, 0);
    for index in members {
        let item = &items[index];
        if cards > 0 && (cards + item.cards > room.cards || bytes + item.bytes > room.bytes) {
            cuts.push(Vec::new());
            (cards, bytes) = (0, 0);
        }
        cards += item.cards;
        bytes += item.bytes;
        if let Some(last) = cuts.last_mut() {
            last.push(index);
        }
    }
    let title = levels.join(" – ");
    let several = cuts.len() > 1;
    for (number, items) in (1..).zip(cuts) {
        let title = if several { format!("{title} ({number})") } else { title.clone() };
        if let Some(id) = id(levels, several.then_some(number), taken) {
            out.push(Shelf { id, title, depth: depth + 1, items });
        }
    }
}

fn id(levels: &[String], number: Option<usize>, taken: &mut BTreeSet<String>) -> Option<DeckId> {
    let slug = slug(&levels.join(" "), 70);
    let name = if slug.is_empty() { "anki".to_owned() } else { format!("anki-{slug}") };
    let name = number.map_or(name.clone(), |number| format!("{name}-{number}"));
    let mut free = name.clone();
    let mut further = 2;
    while !taken.insert(free.clone()) {
        free = format!("{name}-{further}");
        further += 1;
    }
    free.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelves(decks: &[(&str, usize)], cards: usize) -> Vec<(String, Vec<usize>)> {
        let levels: Vec<Vec<String>> =
            decks.iter().map(|(name, _)| name.split("::").map(str::to_owned).collect()).collect();
        let items: Vec<Item<'_>> = levels
            .iter()
            .zip(decks)
            .map(|(levels, (_, cards))| Item { levels, cards: *cards, bytes: 0 })
            .collect();
        let room = Room { cards, bytes: 1 };
        shelve(&items, room).into_iter().map(|shelf| (shelf.id.to_string(), shelf.items)).collect()
    }

    #[test]
    fn a_deck_at_the_top_is_a_deck() {
        let decks = [("EDN::Cardio", 3), ("EDN", 1), ("Divers", 1), ("EDN::Pneumo::BPCO", 2)];
        assert_eq!(
            shelves(&decks, 10),
            [("anki-divers".to_owned(), vec![2]), ("anki-edn".to_owned(), vec![0, 1, 3])]
        );
    }

    #[test]
    fn what_is_too_much_for_one_file_is_divided_by_its_branches_and_then_by_length() {
        let decks = [("EDN::Cardio", 3), ("EDN", 1), ("EDN::Pneumo", 4), ("EDN::Pneumo", 4)];
        assert_eq!(
            shelves(&decks, 5),
            [
                ("anki-edn".to_owned(), vec![1]),
                ("anki-edn-cardio".to_owned(), vec![0]),
                ("anki-edn-pneumo-1".to_owned(), vec![2]),
                ("anki-edn-pneumo-2".to_owned(), vec![3]),
            ]
        );
    }

    #[test]
    fn names_that_look_alike_are_told_apart() {
        let names: Vec<String> =
            shelves(&[("A!", 1), ("a", 1), ("日本", 1)], 5).into_iter().map(|s| s.0).collect();
        assert_eq!(names, ["anki-a", "anki-a-2", "anki"]);
    }
}
