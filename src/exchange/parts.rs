//! A deck that is more than a file should hold, in parts: `cardio`, `cardio-part-2`, `cardio-part-3`, …
//!
//! A schedule hangs on the name of its deck, so a card never changes its part: what is in one stays there, whatever comes
//! before or behind it later, and only what is new looks for room.

use crate::card::{Content, DeckId, Meta, Text};

/// How much there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Cards.
    pub cards: usize,
    /// Bytes of their texts.
    pub bytes: usize,
}

impl Room {
    /// What a deck is filled up to: 20,000 cards, 10 MiB. Editors cope with that, and a deck may be twice as long before it is
    /// refused.
    pub const DECK: Self = Self { cards: 20_000, bytes: 10 << 20 };

    /// What is left of it.
    #[must_use]
    pub fn without(self, cards: usize, bytes: usize) -> Self {
        Self { cards: self.cards.saturating_sub(cards), bytes: self.bytes.saturating_sub(bytes) }
    }

    /// Whether that fits.
    #[must_use]
    pub fn holds(self, cards: usize, bytes: usize) -> bool {
        cards <= self.cards && bytes <= self.bytes
    }
}

/// Cards that look for their deck: how many, and how many bytes.
pub type Size = (usize, usize);

/// A stretch of what is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The deck that it goes into.
    pub deck: DeckId,
    /// Which part that is, from 1.
    pub number: usize,
    /// Which of the items.
    pub items: Vec<usize>,
}

/// The id of a part of a deck; the first is the deck itself. `None` when there is no such id.
#[must_use]
pub fn part_id(deck: &DeckId, number: usize) -> Option<DeckId> {
    if number == 1 { Some(deck.clone()) } else { format!("{deck}{MARK}{number}").parse().ok() }
}

/// What stands between the name of a deck and the number of a part.
const MARK: &str = "-part-";

/// Which part of `whole` a deck is, from 1; `None` when it is none.
#[must_use]
pub fn part_number(deck: &DeckId, whole: &DeckId) -> Option<usize> {
    match deck.as_str().strip_prefix(whole.as_str())? {
        "" => Some(1),
        end => end.strip_prefix(MARK)?.parse().ok().filter(|number| *number > 1),
    }
}

/// The title of a part.
#[must_use]
pub fn part_title(title: &Text, number: usize) -> Text {
    if number == 1 { title.clone() } else { Text::one_line(&format!("{title} ({number})")) }
}

/// Puts items into the parts of a deck in their order, each part as full as it may be. `room` is what is left in a deck that is
/// there; of another all of [`Room::DECK`] is.
#[must_use]
pub fn fill(deck: &DeckId, items: &[Size], room: &dyn Fn(&DeckId) -> Option<Room>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut number, mut item) = (0, 0);
    while item < items.len() {
        number += 1;
        let Some(id) = part_id(deck, number) else {
            // A name that leaves no room for a number: the deck is told to be too long where it is planned.
            parts.push(Part { deck: deck.clone(), number: 1, items: (item..items.len()).collect() });
            break;
        };
        let there = room(&id);
        let mut left = there.unwrap_or(Room::DECK);
        let mut part = Part { deck: id, number, items: Vec::new() };
        while let Some(&(cards, bytes)) = items.get(item) {
            // One that is too long for any part is refused where it is planned, not here.
            let alone = there.is_none() && part.items.is_empty();
            if !left.holds(cards, bytes) && !alone {
                break;
            }
            left = left.without(cards, bytes);
            part.items.push(item);
            item += 1;
        }
        if !part.items.is_empty() {
            parts.push(part);
        }
    }
    parts
}

/// About how many bytes a card takes in a file.
#[must_use]
pub fn weight(content: &Content, meta: &Meta) -> usize {
    let text = |text: &Option<Text>| text.as_ref().map_or(0, |text| text.len());
    let whys = |content: &Content| match content {
        Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => {
            choice.options.iter().map(|option| 20 + text(&option.why)).sum()
        }
        _ => 0,
    };
    let asked = match content {
        Content::Qa(qa) => qa.question.len() + qa.answer.len(),
        // Outlines are no part of what makes a card that card.
        Content::Mask(mask) => {
            let areas = mask.zones.iter().map(|zone| &zone.area).chain(&mask.others);
            content.identity().len() * 2 + areas.map(|area| 30 + 20 * area.corners()).sum::<usize>()
        }
        content => content.identity().len() * 2 + whys(content),
    };
    200 + asked + text(&meta.note) + text(&meta.hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> DeckId {
        text.parse().expect("an id")
    }

    fn filled(sizes: &[Size], there: &[(&str, Room)]) -> Vec<(String, Vec<usize>)> {
        let room =
            |deck: &DeckId| there.iter().find(|(name, _)| *name == deck.as_str()).map(|(_, room)| *room);
        let parts = fill(&id("cardio"), sizes, &room);
        parts.into_iter().map(|part| (part.deck.to_string(), part.items)).collect()
    }

    #[test]
    fn what_fits_is_one_deck_and_what_does_not_is_parts() {
        assert_eq!(filled(&[(20_000, 1)], &[]), [("cardio".to_owned(), vec![0])]);
        let half = Room::DECK.bytes / 2;
        assert_eq!(
            filled(&[(1, half), (1, half), (1, 1)], &[]),
            [("cardio".to_owned(), vec![0, 1]), ("cardio-part-2".to_owned(), vec![2])]
        );
    }

    #[test]
    fn what_is_new_goes_where_there_is_room_left() {
        let there =
            [("cardio", Room { cards: 1, bytes: 100 }), ("cardio-part-2", Room { cards: 0, bytes: 100 })];
        assert_eq!(
            filled(&[(1, 10), (1, 10)], &there),
            [("cardio".to_owned(), vec![0]), ("cardio-part-3".to_owned(), vec![1])]
        );
    }

    #[test]
    fn one_that_is_too_long_for_any_part_stands_alone() {
        let large = Room::DECK.bytes + 1;
        let names: Vec<Vec<usize>> =
            filled(&[(1, 1), (1, large), (1, 1)], &[]).into_iter().map(|part| part.1).collect();
        assert_eq!(names, [vec![0], vec![1], vec![2]]);
    }

    #[test]
    fn a_part_is_known_by_its_name() {
        for (deck, number) in [
            ("cardio", Some(1)),
            ("cardio-part-2", Some(2)),
            ("cardio-part-1", None),
            ("cardio-part-x", None),
            ("cardiologie", None),
        ] {
            assert_eq!(part_number(&id(deck), &id("cardio")), number, "{deck}");
        }
        assert_eq!(part_title(&"Cardio".into(), 2), "Cardio (2)".into());
    }
}
