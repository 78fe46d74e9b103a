//! What is kept of a note beside the cards that it became.

use std::collections::BTreeMap;

use super::{collection::Note, note::Made};
use crate::{
    card::Text,
    exchange::original::{NoteType, Original, OriginalCard, Originals, look_of},
};

/// Anki's tags: words, whose levels are parted by `::`.
pub(in crate::exchange) fn tags(text: &str) -> Vec<Text> {
    let mut tags: Vec<Text> = Vec::new();
    for tag in text.split_whitespace() {
        let levels: Vec<&str> = tag.split("::").filter(|level| !level.trim().is_empty()).collect();
        let tag = Text::one_line(&levels.join("::"));
        if !tag.is_blank() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// The tag that stands for the levels of Anki's tree below those that the deck stands for.
pub(in crate::exchange) fn branch(levels: &[String], depth: usize) -> Option<Text> {
    let branch: Vec<&str> = levels.iter().skip(depth).map(|level| level.trim()).collect();
    let whole = !branch.is_empty() && branch.iter().all(|level| !level.is_empty());
    whole.then(|| Text::from(branch.join("::")))
}

/// The tags of a note's cards.
pub(in crate::exchange) fn all_tags(note: &Original, depth: usize) -> Vec<Text> {
    let mut all = tags(&note.tags);
    all.extend(branch(&note.deck, depth));
    all
}

/// A note as it came.
pub(super) fn original(
    note: Note,
    levels: Vec<String>,
    made: &Made,
    files: BTreeMap<String, String>,
) -> Original {
    let card = |(card, index, part): &(super::collection::Card, usize, Option<_>)| {
        let draft = made.cards.get(*index)?;
        Some(OriginalCard {
            id: card.id,
            ord: card.ord,
            key: draft.key.to_string(),
            part: part.as_ref().map(ToString::to_string),
            look: look_of(&draft.content, &draft.meta),
        })
    };
    Original {
        id: note.id,
        notetype: note.notetype,
        modified: note.modified,
        tags: note.tags,
        fields: note.fields,
        deck: levels,
        cards: made.schedules.iter().filter_map(card).collect(),
        files,
        sent: None,
    }
}

/// Keeps a note in the place of what it was before; false where the package is older than what was kept, which then stays.
pub(super) fn keep(
    all: &mut Originals,
    guid: String,
    mut new: Original,
    notetype: Option<&NoteType>,
) -> bool {
    if let Some(old) = all.notes.get(&guid) {
        if new.modified < old.modified {
            return false;
        }
        new.sent = old.sent.clone().filter(|sent| sent.modified > new.modified);
    }
    if let Some(notetype) = notetype
        .filter(|new_type| all.types.get(&new.notetype).is_none_or(|own| own.modified <= new_type.modified))
    {
        all.types.insert(new.notetype, notetype.clone());
    }
    all.notes.insert(guid, new);
    true
}
