//! The text of a deck with what comes into it.

use std::collections::{HashMap, HashSet};

use super::{
    Planned,
    settle::{Settled, settle},
};
use crate::{
    card::{Card, CardKey, DeckHead, ObjectiveId, Text},
    deck::{self, Amendment, Deck, Media},
};

/// The text of the deck with the cards in it; what is new is noted in `planned`. `last` knows the cards as they came last.
pub(super) fn merge<'b>(
    deck: &Deck,
    source: &str,
    head: &DeckHead,
    cards: &[Card],
    last: &dyn Fn(&CardKey) -> Option<&'b Card>,
    media: &dyn Media,
    planned: &mut Planned,
) -> Option<String> {
    let there: HashMap<&CardKey, &Card> = deck.cards.iter().map(|card| (&card.key, card)).collect();
    let mut amendments = Vec::new();
    let objectives: HashSet<&ObjectiveId> = cards.iter().flat_map(|card| &card.meta.objectives).collect();
    let sources: HashSet<&Text> = cards.iter().flat_map(|card| &card.meta.sources).collect();
    for objective in &head.objectives {
        let told = deck.head.objectives.iter().any(|own| own.id == objective.id);
        if !told && objectives.contains(&objective.id) {
            amendments.push(Amendment::Objective(objective.id));
        }
    }
    for source in &head.sources {
        if deck.head.source(&source.key).is_none() && sources.contains(&source.key) {
            amendments.push(Amendment::Source(source.key.to_string(), source.title.to_string()));
        }
    }
    for card in cards {
        let (key, last) = (|| card.key.clone(), last(&card.key));
        let Some(own) = there.get(&card.key) else {
            if last.is_some() {
                planned.fingerprints.remove(&card.key);
                planned.away.push(key());
            } else {
                amendments.push(Amendment::Append(deck::write_card(&deck.head, card)));
                planned.added.push(key());
            }
            continue;
        };
        let Settled { card, both } = settle(own, card, last);
        if card.content == own.content {
            planned.fingerprints.insert(key(), own.fingerprint);
        }
        if both {
            planned.kept.push(key());
        }
        if card == **own {
            planned.same += usize::from(!both);
            continue;
        }
        if last.is_none() {
            planned.over.push(key());
        }
        amendments.push(Amendment::Replace(key(), deck::write_card(&deck.head, &card)));
        planned.changed.push(key());
    }
    if planned.added.is_empty() && planned.changed.is_empty() {
        return Some(source.to_owned());
    }
    deck::amend(source, media, &amendments)
}
