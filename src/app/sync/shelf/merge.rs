//! What others have changed, brought together with what is here.

use std::{fs, io, path::Path};

use jiff::Timestamp;

use super::{
    Entry, Shelf, Shelved, Shop,
    base::Base,
    contents::{content, hash_of},
    lists::Lists,
};
use crate::{
    app::{
        files::write_atomically,
        paths::create_private,
        sync::{error::SyncError, version::Order},
    },
    library::{
        merge::{differing, join},
        versions,
    },
};

/// What is here, and what the lists in a place say.
pub(super) struct Meeting<'a> {
    pub(super) shop: &'a Shop<'a>,
    pub(super) shelf: &'a mut Shelf,
    pub(super) lists: &'a Lists,
    pub(super) told: &'a mut Shelved,
}

/// What comes of two versions that were made apart.
enum Together {
    /// A text that holds both.
    Joined { text: Vec<u8>, base: Base },
    /// They stay two.
    Apart,
    /// Not all of it can be had yet.
    Later,
}

impl Meeting<'_> {
    /// Brings what another device says of a file together with what is here.
    pub(super) fn meet(&mut self, path: &str, theirs: &Entry) -> Result<(), SyncError> {
        let Some(ours) = self.shelf.entries.get(path).cloned() else {
            return self.adopt(path, None, theirs.clone());
        };
        let order = ours.version.compare(&theirs.version);
        let joined = ours.version.joined(&theirs.version);
        if ours.hash == theirs.hash {
            // The same was done twice: the later word about it is everybody's.
            let last = if (theirs.at, &theirs.by) > (ours.at, &ours.by) { theirs } else { &ours };
            self.keep(path, Entry { version: joined, ..last.clone() });
            return Ok(());
        }
        match order {
            Order::After => Ok(()),
            Order::Before => self.adopt(path, Some(&ours), theirs.clone()),
            Order::Apart | Order::Same => match (&ours.hash, &theirs.hash) {
                (_, None) => {
                    self.keep(path, Entry { version: joined, ..ours });
                    Ok(())
                }
                (None, _) => self.adopt(path, Some(&ours), Entry { version: joined, ..theirs.clone() }),
                (Some(_), Some(_)) if self.is_settled(path, &ours, theirs) => Ok(()),
                (Some(_), Some(_)) => self.bring_together(path, &ours, theirs),
            },
        }
    }

    fn keep(&mut self, path: &str, entry: Entry) {
        self.shelf.entries.insert(path.to_owned(), entry);
    }

    /// Whether another device has brought the two together already, and what came of it can be had.
    fn is_settled(&self, path: &str, ours: &Entry, theirs: &Entry) -> bool {
        let is_after = |entry: &Entry| {
            [ours, theirs].iter().all(|one| entry.version.compare(&one.version) == Order::After)
        };
        let settled = |entry: &Entry| {
            is_after(entry)
                && entry.hash.as_ref().is_some_and(|hash| content(self.shop.place, hash).is_some())
        };
        self.lists.values().flatten().any(|line| line.path == path && settled(&line.entry))
    }

    /// Two versions that were made apart become one, or lie side by side.
    fn bring_together(&mut self, path: &str, ours: &Entry, theirs: &Entry) -> Result<(), SyncError> {
        let joined = ours.version.joined(&theirs.version);
        let (winner, loser) =
            if (theirs.at, &theirs.hash) > (ours.at, &ours.hash) { (theirs, ours) } else { (ours, theirs) };
        match self.together(path, ours, winner, loser) {
            Together::Later => Ok(()),
            Together::Joined { text, base } => {
                let last = if (theirs.at, &theirs.by) > (ours.at, &ours.by) { theirs } else { ours };
                let hash = Some(hash_of(&text));
                let entry = Entry { hash, version: joined, base: Some(base), ..last.clone() };
                self.put(path, Some(ours), entry, Some(text))
            }
            Together::Apart => {
                let beside = beside(path, loser);
                if self.put_beside(path, &beside, loser, ours)? {
                    self.told.news.apart(&beside);
                    self.adopt(path, Some(ours), Entry { version: joined, ..winner.clone() })?;
                }
                Ok(())
            }
        }
    }

    /// What comes of two versions: the same on every device.
    fn together(&self, path: &str, ours: &Entry, winner: &Entry, loser: &Entry) -> Together {
        let text = |entry: &Entry| {
            let hash = entry.hash.as_deref()?;
            let here = fs::read(self.shop.decks.join(path)).ok().filter(|_| ours.hash == entry.hash);
            here.filter(|bytes| hash_of(bytes) == hash).or_else(|| content(self.shop.place, hash))
        };
        let (Some(first), Some(second)) = (text(winner), text(loser)) else { return Together::Later };
        let base = if is_deck(path) { Base::of_both(winner, loser) } else { None };
        let Some(base) = base else { return Together::Apart };
        let common = content(self.shop.place, &base.hash);
        let texts = [common.as_deref(), Some(&first), Some(&second)];
        let [Some(common), Some(first), Some(second)] =
            texts.map(|bytes| bytes.and_then(|bytes| std::str::from_utf8(bytes).ok()))
        else {
            return Together::Apart;
        };
        join(common, first, second)
            .map_or(Together::Apart, |text| Together::Joined { text: text.into_bytes(), base })
    }

    /// Writes the version that does not stay. Gives whether it could be had by now.
    fn put_beside(
        &mut self,
        path: &str,
        beside: &str,
        loser: &Entry,
        ours: &Entry,
    ) -> Result<bool, SyncError> {
        let shop = self.shop;
        let Some(hash) = &loser.hash else { return Ok(true) };
        let here = (ours.hash == loser.hash).then(|| fs::read(shop.decks.join(path)).ok()).flatten();
        let bytes = here.filter(|bytes| hash_of(bytes) == *hash).or_else(|| content(shop.place, hash));
        let Some(bytes) = bytes else { return Ok(false) };
        let target = shop.decks.join(beside);
        if !target.exists() && !self.shelf.entries.contains_key(beside) {
            write(shop.decks, beside, &bytes)?;
            // The version is that of the loser, so that every device means the same file.
            self.keep(beside, Entry { base: None, beside: Some(path.to_owned()), ..loser.clone() });
        }
        Ok(true)
    }

    /// Makes the file here what `entry` says. What cannot be had yet is taken later.
    fn adopt(&mut self, path: &str, ours: Option<&Entry>, entry: Entry) -> Result<(), SyncError> {
        let bytes = entry.hash.as_ref().and_then(|hash| content(self.shop.place, hash));
        let is_here = ours.is_some_and(|ours| ours.hash == entry.hash);
        if entry.hash.is_some() && bytes.is_none() && !is_here {
            Ok(())
        } else {
            self.put(path, ours, entry, bytes)
        }
    }

    /// The same with its content. What was changed here in this moment is told at the next sync.
    fn put(
        &mut self,
        path: &str,
        ours: Option<&Entry>,
        entry: Entry,
        bytes: Option<Vec<u8>>,
    ) -> Result<(), SyncError> {
        let before = ours.and_then(|ours| ours.hash.clone());
        if before == entry.hash {
            self.keep(path, entry);
            return Ok(());
        }
        let target = self.shop.decks.join(path);
        let there = fs::read(&target).ok();
        if there.as_deref().map(hash_of) != before
            || fs::symlink_metadata(&target).is_ok_and(|metadata| !metadata.is_file())
        {
            return Ok(());
        }
        if let Some(bytes) = bytes {
            write(self.shop.decks, path, &bytes)?;
            self.told.received += 1;
            if ours.is_some_and(|ours| entry.joins(ours, self.shop.name)) {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let cards = differing(&text(&there.unwrap_or_default()), &text(&bytes));
                self.told.news.joined(path, cards);
            } else if ours.is_none() && entry.beside.is_some() {
                self.told.news.apart(path);
            }
        } else {
            put_away(self.shop, path)?;
            self.told.removed += 1;
        }
        self.keep(path, entry);
        Ok(())
    }
}

/// Whether two versions of a file may be brought together card by card. What decks were, as their authors sent them, may not.
fn is_deck(path: &str) -> bool {
    let is_hidden = path.split('/').any(|step| step.starts_with('.'));
    let is_yaml = |end: &std::ffi::OsStr| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml");
    !is_hidden && Path::new(path).extension().is_some_and(is_yaml)
}

/// Where the version goes that does not stay at `path`: the same on every device.
fn beside(path: &str, loser: &Entry) -> String {
    let day = Timestamp::from_millisecond(loser.at).unwrap_or_default().strftime("%Y-%m-%d").to_string();
    versions::beside(path, &loser.by, &day, loser.hash.as_deref().unwrap_or_default())
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
