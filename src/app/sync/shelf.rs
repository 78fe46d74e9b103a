//! The student's decks on several devices.
//!
//! Each device keeps a list of its files (`decks/DEVICE/DEVICE-NUMBER-HASH.jsonl`, sealed, the highest number counts);
//! the files themselves lie beside under the hash of their content (`files/ab/abcd…`), so no two devices ever write
//! different bytes under one name. A line of the list is a path, the hash of its content (none: deleted), and its
//! version: by device, how often it has changed the file. A version that contains another one follows it and replaces
//! it. Two that do not contain each other were made apart, and nothing of either is lost: the later one stays at the
//! path, the other one lies beside it as `cardio_version_laptop_2026-11-22_3fa9.yaml`. Every device comes to the same two files, so
//! nothing is handed back and forth. A deletion gives way to a change.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    error::SyncError,
    place::{Place, changed},
    sealed::{self, NAME_HASH},
    version::{Order, Version},
};
use crate::{
    app::{files::write_atomically, paths::create_private},
    card::Text,
    deck::names,
    journal::DeviceId,
};

/// Larger files stay at home.
const LARGEST: u64 = 32 << 20;
/// The folder beside a deck of others with the record of where it came from.
const RECORD: &str = ".carabin";
/// How deep folders may lie in each other.
const DEPTH: usize = 6;

/// A file of the student's decks, as the devices know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The BLAKE3 hash of its content; none when it was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) hash: Option<String>,
    pub(super) version: Version,
    /// What the device that changed it last is called, and when that was (milliseconds since 1970).
    pub(super) by: String,
    pub(super) at: i64,
}

#[derive(Serialize, Deserialize)]
struct Line {
    path: String,
    #[serde(flatten)]
    entry: Entry,
}

/// What this home remembers of the decks.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Shelf {
    entries: BTreeMap<String, Entry>,
    /// The hash of a file by its size and time: what did not change is not read again.
    cache: BTreeMap<String, (u64, i64, String)>,
    /// The number of this device's last list.
    number: u64,
    /// The hash of what that list said.
    listed: String,
}

/// What became of the decks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shelved {
    /// Files that came or changed.
    pub(super) received: usize,
    /// Files that went.
    pub(super) sent: usize,
    /// Files that were deleted here because they were deleted elsewhere.
    pub(super) removed: usize,
    /// Versions that were made apart, by their paths: each lies beside the other.
    pub(super) versions: Vec<String>,
    /// Files that do not travel: too large, or of a name that not every device can have.
    pub(super) left_out: Vec<String>,
}

/// Who writes, where, when.
pub(super) struct Shop<'a> {
    pub(super) place: &'a Place,
    /// The student's decks.
    pub(super) decks: &'a Path,
    /// Where deleted files are kept.
    pub(super) removed: &'a Path,
    pub(super) device: DeviceId,
    pub(super) name: &'a str,
    /// Milliseconds since 1970.
    pub(super) now: i64,
}

/// Takes what others have changed and tells what was changed here.
pub(super) fn exchange(shop: &Shop<'_>, shelf: &mut Shelf) -> Result<Shelved, SyncError> {
    let mut told = Shelved::default();
    let local = look(shop.decks, shelf, &mut told)?;
    note_changes(shop, shelf, &local);
    for (device, lines) in lists(shop.place)? {
        if device != shop.device {
            for line in lines {
                if is_portable(&line.path) {
                    merge(shop, shelf, &line.path, &line.entry, &mut told)?;
                } else {
                    told.left_out.push(Text::one_line(&line.path).to_string());
                }
            }
        }
    }
    told.left_out.sort();
    told.left_out.dedup();
    told.versions.sort();
    told.versions.dedup();
    publish(shop, shelf, &mut told)?;
    Ok(told)
}

/// The files here, by their paths, with their hashes.
fn look(decks: &Path, shelf: &mut Shelf, told: &mut Shelved) -> Result<BTreeMap<String, String>, SyncError> {
    let mut files = Vec::new();
    walk(decks, "", 0, &mut files).map_err(SyncError::io(decks))?;
    let (mut local, mut cache) = (BTreeMap::new(), BTreeMap::new());
    for (path, size, time) in files {
        if size > LARGEST || !is_portable(&path) {
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
fn note_changes(shop: &Shop<'_>, shelf: &mut Shelf, local: &BTreeMap<String, String>) {
    let note = |shelf: &mut Shelf, path: &str, hash: Option<&String>| {
        let mut version = shelf.entries.get(path).map(|entry| entry.version.clone()).unwrap_or_default();
        version.bump(shop.device);
        let entry = Entry { hash: hash.cloned(), version, by: shop.name.to_owned(), at: shop.now };
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

/// The newest whole list of each device.
fn lists(place: &Place) -> Result<BTreeMap<DeviceId, Vec<Line>>, SyncError> {
    let mut names: Vec<(DeviceId, u64, String)> = Vec::new();
    for file in place.files("decks")? {
        if let Some((device, number)) = list_name(file.name()) {
            names.push((device, number, file.path));
        }
    }
    names.sort_by_key(|(device, number, _)| (*device, *number));
    let mut out: BTreeMap<DeviceId, Vec<Line>> = BTreeMap::new();
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

/// Brings what another device says of a file together with what is here.
fn merge(
    shop: &Shop<'_>,
    shelf: &mut Shelf,
    path: &str,
    theirs: &Entry,
    told: &mut Shelved,
) -> Result<(), SyncError> {
    let Some(ours) = shelf.entries.get(path).cloned() else {
        return adopt(shop, shelf, path, None, theirs.clone(), told);
    };
    let order = ours.version.compare(&theirs.version);
    let joined = ours.version.joined(&theirs.version);
    if ours.hash == theirs.hash {
        // The same was done twice: the later word about it is everybody's.
        let last = if (theirs.at, &theirs.by) > (ours.at, &ours.by) { theirs } else { &ours };
        shelf.entries.insert(path.to_owned(), Entry { version: joined, ..last.clone() });
        return Ok(());
    }
    match order {
        Order::After => Ok(()),
        Order::Before => adopt(shop, shelf, path, Some(&ours), theirs.clone(), told),
        Order::Apart | Order::Same => match (&ours.hash, &theirs.hash) {
            (_, None) => {
                shelf.entries.insert(path.to_owned(), Entry { version: joined, ..ours });
                Ok(())
            }
            (None, _) => {
                adopt(shop, shelf, path, Some(&ours), Entry { version: joined, ..theirs.clone() }, told)
            }
            (Some(_), Some(_)) => {
                let (winner, loser) = if (theirs.at, &theirs.hash) > (ours.at, &ours.hash) {
                    (theirs.clone(), ours.clone())
                } else {
                    (ours.clone(), theirs.clone())
                };
                let beside = beside(path, &loser);
                let winner = Entry { version: joined, ..winner };
                if put_beside(shop, shelf, path, &beside, &loser, &ours)? {
                    told.versions.push(beside);
                    adopt(shop, shelf, path, Some(&ours), winner, told)?;
                }
                Ok(())
            }
        },
    }
}

/// Where the version goes that does not stay at `path`: the same on every device. A deck's name sorts behind the one that
/// stays, which is the one that is studied.
fn beside(path: &str, loser: &Entry) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let (stem, end) = match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() => (stem, format!(".{end}")),
        _ => (name, String::new()),
    };
    let day = Timestamp::from_millisecond(loser.at).unwrap_or_default().strftime("%Y-%m-%d");
    let by: String = loser.by.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(24).collect();
    let mark = loser.hash.as_deref().unwrap_or_default().get(..4).unwrap_or_default();
    let name = format!("{stem}_version_{by}_{day}_{mark}{end}");
    if folder.is_empty() { name } else { format!("{folder}/{name}") }
}

/// Writes the version that does not stay. Gives whether it could be had by now.
fn put_beside(
    shop: &Shop<'_>,
    shelf: &mut Shelf,
    path: &str,
    beside: &str,
    loser: &Entry,
    ours: &Entry,
) -> Result<bool, SyncError> {
    let Some(hash) = &loser.hash else { return Ok(true) };
    let here = (ours.hash == loser.hash).then(|| fs::read(shop.decks.join(path)).ok()).flatten();
    let bytes = here.filter(|bytes| hash_of(bytes) == *hash).or_else(|| content(shop.place, hash));
    let Some(bytes) = bytes else { return Ok(false) };
    let target = shop.decks.join(beside);
    if !target.exists() && !shelf.entries.contains_key(beside) {
        write(shop.decks, beside, &bytes)?;
        // The version is that of the loser, so that every device means the same file.
        shelf.entries.insert(beside.to_owned(), loser.clone());
    }
    Ok(true)
}

/// Makes the file here what `entry` says. What cannot be had yet is taken later; what was changed here in this moment
/// is told at the next sync.
fn adopt(
    shop: &Shop<'_>,
    shelf: &mut Shelf,
    path: &str,
    ours: Option<&Entry>,
    entry: Entry,
    told: &mut Shelved,
) -> Result<(), SyncError> {
    let before = ours.and_then(|ours| ours.hash.clone());
    if before == entry.hash {
        shelf.entries.insert(path.to_owned(), entry);
        return Ok(());
    }
    let target = shop.decks.join(path);
    let now = fs::read(&target).ok().map(|bytes| hash_of(&bytes));
    if now != before || fs::symlink_metadata(&target).is_ok_and(|metadata| !metadata.is_file()) {
        return Ok(());
    }
    if let Some(hash) = &entry.hash {
        let Some(bytes) = content(shop.place, hash) else { return Ok(()) };
        write(shop.decks, path, &bytes)?;
        told.received += 1;
    } else {
        put_away(shop, path)?;
        told.removed += 1;
    }
    shelf.entries.insert(path.to_owned(), entry);
    Ok(())
}

/// A deleted deck leaves the decks, but not the disk.
fn put_away(shop: &Shop<'_>, path: &str) -> Result<(), SyncError> {
    let from = shop.decks.join(path);
    let mark = fs::read(&from).map(|bytes| hash_of(&bytes)).unwrap_or_default();
    let kept = shop.removed.join(format!("{}-{}", mark.get(..8).unwrap_or("gone"), path.replace('/', "-")));
    create_private(shop.removed).map_err(SyncError::io(shop.removed))?;
    match fs::rename(&from, &kept) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(SyncError::io(from)(error)),
        _ => {}
    }
    // A folder that held nothing else goes with it; one that does stays.
    if let Some(folder) = from.parent().filter(|folder| *folder != shop.decks) {
        let _ = fs::remove_dir(folder);
    }
    Ok(())
}

fn write(decks: &Path, path: &str, bytes: &[u8]) -> Result<(), SyncError> {
    let target = decks.join(path);
    // No link leads out of the decks.
    let mut folder = decks.to_owned();
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in parts {
        folder.push(part);
        match fs::symlink_metadata(&folder) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(SyncError::io(&folder)(io::ErrorKind::NotADirectory.into())),
            Err(_) => create_private(&folder).map_err(SyncError::io(&folder))?,
        }
    }
    write_atomically(&target, bytes).map_err(SyncError::io(target))
}

fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

fn content_path(hash: &str) -> String {
    format!("files/{}/{hash}", hash.get(..2).unwrap_or("xx"))
}

/// The content of a hash, if it has arrived whole.
fn content(place: &Place, hash: &str) -> Option<Vec<u8>> {
    let hex = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    let bytes = if hex { place.read(&content_path(hash)) } else { None };
    bytes.filter(|bytes| hash_of(bytes) == hash)
}

/// Writes this device's list and the contents that it names, and takes away what nobody names any more.
fn publish(shop: &Shop<'_>, shelf: &mut Shelf, told: &mut Shelved) -> Result<(), SyncError> {
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
    let named: BTreeSet<String> =
        lists(shop.place)?.into_values().flatten().filter_map(|line| line.entry.hash).collect();
    for hash in before.into_iter().filter_map(|line| line.entry.hash).filter(|hash| !named.contains(hash)) {
        shop.place.remove(&content_path(&hash));
    }
    Ok(())
}

/// Whether a path may be a file of the decks on every device: relative, of plain names, not hidden.
fn is_portable(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let plain = |part: &&str| names::check_step(part).is_ok() && (!part.starts_with('.') || *part == RECORD);
    parts.len() <= DEPTH + 1 && path.len() <= 400 && parts.iter().all(plain)
}
