//! The second opinion: a mended text must read to the same cards, and by another parser to the same tree.

use serde_yaml::Value as Yaml;

use super::{Mend, Refusal};
use crate::{
    card::{Card, CardKey, Content},
    deck::{
        limits::Limits,
        media::Media,
        node::{Node, Style, Value},
        read::{Whole, read_whole},
    },
};

/// Whether the cards that no mend touched are the same before and after. Mending keeps every line where it is.
pub(super) fn same_elsewhere(
    source: &str,
    mends: &[Mend],
    after: &Whole,
    media: &dyn Media,
    limits: &Limits,
) -> bool {
    let before = read_whole(source.as_bytes(), media, limits);
    let Some(before) = before.reading.deck else { return true };
    let Some(after) = &after.reading.deck else { return false };
    before.cards.iter().enumerate().all(|(index, card)| {
        let next = before.cards.get(index + 1).map_or(usize::MAX, |next| next.line as usize);
        let touched = mends.iter().any(|mend| mend.last >= card.line as usize && mend.first < next);
        touched || after.cards.iter().any(|other| other.line == card.line && other == card)
    })
}

/// Whether the text with ids says what the text without said.
pub(super) fn verdict(before: &Whole, after: &Whole, text: &str) -> Option<Refusal> {
    let Ok(yaml) = serde_yaml::from_str::<Yaml>(text.trim_start_matches('\u{feff}')) else {
        return Some(Refusal::StillBroken(1));
    };
    if !after.root.as_ref().is_some_and(|root| agree(root, &yaml)) {
        return Some(Refusal::StillBroken(1));
    }
    let same = match (&before.reading.deck, &after.reading.deck) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            a.head == b.head
                && a.cards.len() == b.cards.len()
                && a.cards.iter().zip(&b.cards).all(|(a, b)| same_but_named(a, b))
        }
        _ => false,
    };
    (!same).then_some(Refusal::WouldDiffer)
}

/// Whether two cards are the same but for the id that the second got.
fn same_but_named(before: &Card, after: &Card) -> bool {
    let named = matches!(before.key, CardKey::Fingerprint(_)) || before.key == after.key;
    named
        && before.was == after.was
        && before.meta == after.meta
        && same_content(&before.content, &after.content)
}

/// The ids that questions get are those that they went by before, so contents are simply equal.
fn same_content(before: &Content, after: &Content) -> bool {
    before == after
}

/// Whether our tree and the other parser's are the same. The other one takes some plain texts for numbers, truth
/// values or nothing, which is no disagreement about the text.
fn agree(node: &Node, yaml: &Yaml) -> bool {
    match (&node.value, yaml) {
        (Value::Scalar { text, .. }, Yaml::String(other)) => text == other,
        (Value::Scalar { style: Style::Plain, .. }, Yaml::Number(_) | Yaml::Bool(_))
        | (Value::Nothing, Yaml::Null) => true,
        (Value::List { items, .. }, Yaml::Sequence(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(a, b)| agree(a, b))
        }
        (Value::Map { entries, .. }, Yaml::Mapping(others)) => {
            entries.len() == others.len()
                && entries
                    .iter()
                    .zip(others)
                    .all(|(a, (key, b))| key.as_str().is_none_or(|key| key == a.key) && agree(&a.node, b))
        }
        _ => false,
    }
}
