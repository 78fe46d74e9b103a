//! What lies here, and what was changed in it.

use std::{collections::BTreeMap, fs, io, path::Path};

use super::{Entry, Shelf, Shelved, Shop, base::Base, contents::hash_of, lists::Lists};
use crate::{
    app::sync::{error::SyncError, place::changed},
    card::Text,
    deck::names,
    exchange::git::gives_away,
    journal::DeviceId,
};

/// Larger files stay at home.
const LARGEST: u64 = 32 << 20;
/// The folder beside a deck of others with the record of where it came from.
const RECORD: &str = ".carabin";
/// The file in it that says so.
const ORIGIN: &str = ".carabin/origin.toml";
/// How deep folders may lie in each other.
const DEPTH: usize = 6;

/// The files here, by their paths, with their hashes.
pub(super) fn look(
    decks: &Path,
    shelf: &mut Shelf,
    told: &mut Shelved,
) -> Result<BTreeMap<String, String>, SyncError> {
    let mut files = Vec::new();
    walk(decks, "", 0, &mut files).map_err(SyncError::io(decks))?;
    let (mut local, mut cache) = (BTreeMap::new(), BTreeMap::new());
    for (path, size, time) in files {
        if size > LARGEST || !is_portable(&path) {
            told.left_out.push(Text::one_line(&path).to_string());
            continue;
        }
        if path.ends_with(ORIGIN) && fs::read_to_string(decks.join(&path)).is_ok_and(|text| gives_away(&text))
        {
            // What opens a repository stays with who was given it.
            told.left_out.push(Text::one_line(&path).to_string());
            continue;
        }
        let cached = shelf.cache.get(&path).filter(|(s, t, _)| (*s, *t) == (size, time) && time != 0);
        let hash = match cached {
            Some((_, _, hash)) => hash.clone(),
            None => match fs::read(decks.join(&path)) {
                Ok(bytes) => hash_of(&bytes),
                // What vanishes while one looks is not told as deleted either: the next sync sees.
                Err(_) => match shelf.entries.get(&path).and_then(|entry| entry.hash.clone()) {
                    Some(hash) => hash,
                    None => continue,
                },
            },
        };
        cache.insert(path.clone(), (size, time, hash.clone()));
        local.insert(path, hash);
    }
    shelf.cache = cache;
    Ok(local)
}

fn walk(root: &Path, below: &str, depth: usize, out: &mut Vec<(String, u64, i64)>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        // Hidden files are of other programs, but for the record of where a deck came from.
        if name.starts_with(['~', '#', '.']) && name != RECORD {
            continue;
        }
        let Ok(metadata) = fs::symlink_metadata(entry.path()) else { continue };
        let path = if below.is_empty() { name.to_owned() } else { format!("{below}/{name}") };
        if metadata.is_dir() && depth < DEPTH {
            walk(root, &path, depth + 1, out)?;
        } else if metadata.is_file() {
            out.push((path, metadata.len(), changed(&metadata)));
        }
    }
    Ok(())
}

/// Notes what was changed and deleted here since the last sync.
pub(super) fn note_changes(
    shop: &Shop<'_>,
    shelf: &mut Shelf,
    lists: &Lists,
    writer: DeviceId,
    local: &BTreeMap<String, String>,
) {
    let note = |shelf: &mut Shelf, path: &str, hash: Option<&String>| {
        let before = shelf.entries.get(path);
        let mut version = before.map(|entry| entry.version.clone()).unwrap_or_default();
        version.bump(writer);
        let entry = Entry {
            hash: hash.cloned(),
            version,
            by: shop.name.to_owned(),
            at: shop.now,
            base: before
                .filter(|_| hash.is_some())
                .and_then(|entry| Base::of_change(shop, lists, path, entry)),
            beside: before.and_then(|entry| entry.beside.clone()),
        };
        shelf.entries.insert(path.to_owned(), entry);
    };
    for (path, hash) in local {
        if shelf.entries.get(path).is_none_or(|entry| entry.hash.as_ref() != Some(hash)) {
            note(shelf, path, Some(hash));
        }
    }
    let gone: Vec<String> = shelf
        .entries
        .iter()
        .filter(|(path, entry)| entry.hash.is_some() && !local.contains_key(*path))
        // One that is too large by now is not gone.
        .filter(|(path, _)| fs::symlink_metadata(shop.decks.join(path)).is_err())
        .map(|(path, _)| path.clone())
        .collect();
    for path in gone {
        note(shelf, &path, None);
    }
}

/// Whether a path may be a file of the decks on every device: relative, of plain names, not hidden.
pub(super) fn is_portable(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let plain = |part: &&str| names::check_step(part).is_ok() && (!part.starts_with('.') || *part == RECORD);
    parts.len() <= DEPTH + 1 && path.len() <= 400 && parts.iter().all(plain)
}
