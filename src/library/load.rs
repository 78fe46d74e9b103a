//! From the index to the catalogue.

use std::{collections::HashMap, fs};

use crate::card::DeckId;

use super::{
    LibraryError, Problem,
    catalogue::{Catalogue, DeckEntry, Unreadable},
    index::Index,
    pack::Unpacker,
    places::{Bundled, Root, Tier},
};

/// Everything that the index knows under `roots`, which stand in the order of precedence. The decks of a folder come by
/// name, those of the binary in the order in which it lists them: they are a course.
pub(super) fn load(index: &Index, roots: &[Root], bundled: &[Bundled]) -> Result<Catalogue, LibraryError> {
    let _snapshot = index.snapshot()?;
    let mut unpacker = Unpacker::default();
    let mut live: HashMap<DeckId, u32> = HashMap::new();
    for root in roots {
        let mut rows = index.decks(root)?;
        if root.tier == Tier::Bundled {
            rows.sort_by_key(|row| bundled.iter().position(|deck| deck.path == row.path));
        }
        for row in rows {
            let origin = root.origin(&row.path);
            let Some(head) = row.head else {
                unpacker.catalogue.unreadable.push(Unreadable { origin, errors: row.errors });
                continue;
            };
            let number = u32::try_from(unpacker.catalogue.decks.len()).unwrap_or(u32::MAX);
            let start = unpacker.catalogue.entries.len();
            let shadowed_by = live.get(&head.id).copied();
            if shadowed_by.is_none() {
                index.entries(row.id, |blob| unpacker.unpack(number, &head.id, blob))?;
                live.insert(head.id.clone(), number);
            }
            let entries = start..unpacker.catalogue.entries.len();
            unpacker.catalogue.decks.push(DeckEntry {
                head,
                origin,
                errors: row.errors,
                warnings: row.warnings,
                shadowed_by,
                entries,
                file: row.id,
            });
        }
    }
    Ok(unpacker.finish())
}

/// What is wrong with the decks.
pub(super) fn problems(catalogue: &Catalogue) -> Vec<Problem> {
    let mut out = Vec::new();
    for Unreadable { origin, errors } in &catalogue.unreadable {
        out.push(Problem::Mistakes { origin: origin.clone(), deck: None, errors: *errors });
    }
    for deck in &catalogue.decks {
        if deck.errors > 0 {
            out.push(Problem::Mistakes {
                origin: deck.origin.clone(),
                deck: Some(deck.head.id.clone()),
                errors: deck.errors,
            });
        }
        if let Some(kept) = deck.shadowed_by.and_then(|number| catalogue.decks.get(number as usize))
            && !is_meant(kept, deck)
        {
            out.push(Problem::Duplicate {
                deck: deck.head.id.clone(),
                kept: kept.origin.clone(),
                hidden: deck.origin.clone(),
            });
        }
    }
    out
}

/// Whether one deck is in the other's place on purpose: it is the very same file named twice, or the user's copy of a
/// bundled deck, which is what editing makes.
fn is_meant(kept: &DeckEntry, hidden: &DeckEntry) -> bool {
    match (kept.origin.file(), hidden.origin.file()) {
        (Some(kept), Some(hidden)) => {
            matches!((fs::canonicalize(kept), fs::canonicalize(hidden)), (Ok(a), Ok(b)) if a == b)
        }
        (Some(_), None) => true,
        _ => false,
    }
}
