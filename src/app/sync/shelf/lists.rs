//! The lists of the devices, and what is written into the place.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Entry, Shelf, Shelved, Shop,
    contents::{content_path, hash_of},
};
use crate::{
    app::sync::{
        error::SyncError,
        place::Place,
        sealed::{self, NAME_HASH},
    },
    journal::DeviceId,
};

/// A line of a list.
#[derive(Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) path: String,
    #[serde(flatten)]
    pub(super) entry: Entry,
}

/// The newest whole list of each device.
pub(super) type Lists = BTreeMap<DeviceId, Vec<Line>>;

/// The contents that a list needs: those of its files, and those that they were made from.
fn named(lines: Vec<Line>) -> impl Iterator<Item = String> {
    lines
        .into_iter()
        .flat_map(|Line { entry, .. }| entry.hash.into_iter().chain(entry.base.map(|base| base.hash)))
}

/// Reads the lists of a place.
pub(super) fn lists(place: &Place) -> Result<Lists, SyncError> {
    let mut names: Vec<(DeviceId, u64, String)> = Vec::new();
    for file in place.files("decks")? {
        if let Some((device, number)) = list_name(file.name()) {
            names.push((device, number, file.path));
        }
    }
    names.sort_by_key(|(device, number, _)| (*device, *number));
    let mut out = Lists::new();
    for (device, _, path) in names.into_iter().rev() {
        if !out.contains_key(&device)
            && let Some(bytes) = place.read(&path)
            && let Ok(opened) = sealed::open("decks", &bytes)
            && path.contains(&opened.hash)
        {
            let lines = opened.lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
            out.insert(device, lines);
        }
    }
    Ok(out)
}

/// The device and the number of a list, by its name.
fn list_name(name: &str) -> Option<(DeviceId, u64)> {
    let mut parts = name.strip_suffix(".jsonl")?.splitn(3, '-');
    let (device, number, hash) = (parts.next()?, parts.next()?, parts.next()?);
    (hash.len() == NAME_HASH).then_some((device.parse().ok()?, number.parse().ok()?))
}

/// Writes this device's list and the contents that it names, and takes away what nobody names any more.
pub(super) fn publish(shop: &Shop<'_>, shelf: &mut Shelf, told: &mut Shelved) -> Result<(), SyncError> {
    let there: BTreeMap<String, u64> =
        shop.place.files("files")?.into_iter().map(|file| (file.path, file.size)).collect();
    for (path, entry) in &shelf.entries {
        let Some(hash) = &entry.hash else { continue };
        let at = content_path(hash);
        let file = shop.decks.join(path);
        let size = fs::metadata(&file).map(|metadata| metadata.len()).ok();
        if there.get(&at).copied() == size {
            continue;
        }
        if let Some(bytes) = fs::read(&file).ok().filter(|bytes| hash_of(bytes) == *hash) {
            shop.place.put(&at, &bytes)?;
            told.sent += 1;
        }
    }
    let lines: Vec<String> = shelf
        .entries
        .iter()
        .filter_map(|(path, entry)| {
            serde_json::to_string(&Line { path: path.clone(), entry: entry.clone() }).ok()
        })
        .collect();
    let said = hash_of(lines.join("\n").as_bytes());
    let own = format!("decks/{}", shop.device);
    let mine: Vec<(u64, String)> = shop
        .place
        .files(&own)?
        .into_iter()
        .filter_map(|file| Some((list_name(file.name())?.1, file.path)))
        .collect();
    let highest = mine.iter().map(|(number, _)| *number).max().unwrap_or_default();
    if (said == shelf.listed && highest == shelf.number && highest > 0) || lines.is_empty() {
        return Ok(());
    }
    let before = lists(shop.place)?.remove(&shop.device).unwrap_or_default();
    let number = highest.max(shelf.number) + 1;
    let sealed =
        sealed::seal("decks", json!({ "device": shop.device, "name": shop.name, "number": number }), lines);
    shop.place.put(&format!("{own}/{}-{number}-{}.jsonl", shop.device, sealed.hash), &sealed.bytes)?;
    (shelf.number, shelf.listed) = (number, said);
    for (_, path) in mine {
        shop.place.remove(&path);
    }
    let needed: BTreeSet<String> = lists(shop.place)?.into_values().flat_map(named).collect();
    for hash in named(before).filter(|hash| !needed.contains(hash)) {
        shop.place.remove(&content_path(&hash));
    }
    Ok(())
}
