//! What others have changed, brought together with what is here.

use std::{fs, io, path::Path};

use jiff::Timestamp;

use super::{
    Entry, Shelf, Shelved, Shop,
    contents::{content, hash_of},
};
use crate::app::{
    files::write_atomically,
    paths::create_private,
    sync::{error::SyncError, version::Order},
};

/// Brings what another device says of a file together with what is here.
pub(super) fn merge(
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
