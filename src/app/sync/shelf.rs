//! The student's decks on several devices.
//!
//! Each device keeps a list of its files (`decks/DEVICE/DEVICE-NUMBER-HASH.jsonl`, sealed, the highest number counts);
//! the files themselves lie beside under the hash of their content (`files/ab/abcd…`), so no two devices ever write
//! different bytes under one name. A line of the list is a path, the hash of its content (none: deleted), and its
//! version: by device, how often it has changed the file. A version that contains another one follows it and replaces
//! it. A deletion gives way to a change.
//!
//! Two that do not contain each other were made apart. Each says what it was made from (`base`): the last text that another device
//! had as well. From the latest base that both contain, two versions of a deck are brought together card by card
//! ([`merge`]); the file that comes of it follows from the three texts alone, and its version is the least that contains both, so every
//! device comes to the same. Where that cannot be, nothing of either is lost: the later one stays at the path, the other one
//! lies beside it as `cardio_version_laptop_2026-11-22_3fa9.yaml` ([`versions`]). Every device comes to the same two files, so nothing is
//! handed back and forth. A base goes when all lists contain what was made from it.
//!
//! A count says something only while who counts remembers it. So a home counts under an id of its own for as long as it
//! remembers: when that is lost (sync was off, the place was another one, a file was damaged) it begins with its own list in the
//! place, for the files that are there, and counts under a new id. It takes a new one as well when a list knows it to have counted
//! further than it remembers, as after a backup. What it has then changed is apart from what others have, not before it.

mod base;
mod contents;
mod lists;
mod look;
mod merge;

use std::{collections::BTreeMap, path::Path};

use base::Base;
use serde::{Deserialize, Serialize};

use super::{error::SyncError, news::News, place::Place, version::Version};
#[cfg(doc)]
use crate::library::versions;
use crate::{card::Text, journal::DeviceId};
use lists::{Lists, lists, publish};
use look::{is_portable, look, note_changes};
use merge::Meeting;

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
    /// What it was made from, where that is known and not yet behind all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) base: Option<Base>,
    /// The path of the file of which it is another version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) beside: Option<String>,
}

/// What this home remembers of the decks.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Shelf {
    entries: BTreeMap<String, Entry>,
    /// The hash of a file by its size and time: what did not change is not read again.
    cache: BTreeMap<String, (u64, i64, String)>,
    /// Whom its changes are counted under.
    #[serde(default)]
    writer: Option<DeviceId>,
    /// The number of this device's last list.
    number: u64,
    /// The hash of what that list said.
    listed: String,
}

impl Shelf {
    /// Whoever knows what this home knows may be another one by now: a copy.
    pub(super) fn renew(&mut self) {
        self.writer = None;
    }
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
    /// What became of decks that were changed on two devices.
    pub(super) news: News,
    /// Files that do not travel: too large, of a name that not every device can have, or with what opens a repository.
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
    let lists = lists(shop.place)?;
    let local = look(shop.decks, shelf, &mut told)?;
    let writer = remember(shop, shelf, &lists, &local)?;
    note_changes(shop, shelf, &lists, writer, &local);
    let mut meeting = Meeting { shop, shelf, lists: &lists, told: &mut told };
    // Its own list is one of them: it brings back what this home has written and lost.
    for line in lists.values().flatten() {
        if is_portable(&line.path) {
            meeting.meet(&line.path, &line.entry)?;
        } else {
            meeting.told.left_out.push(Text::one_line(&line.path).to_string());
        }
    }
    told.left_out.sort();
    told.left_out.dedup();
    base::forget_what_is_behind_all(shop, shelf, &lists);
    publish(shop, shelf, &mut told)?;
    Ok(told)
}

/// Whom changes here are counted under: a new id where what was known is lost, or older than what is known elsewhere.
fn remember(
    shop: &Shop<'_>,
    shelf: &mut Shelf,
    lists: &Lists,
    local: &BTreeMap<String, String>,
) -> Result<DeviceId, SyncError> {
    let known = |path: &str, writer| shelf.entries.get(path).map_or(0, |entry| entry.version.of(writer));
    let is_behind = |writer: DeviceId| {
        lists.values().flatten().any(|line| line.entry.version.of(writer) > known(&line.path, writer))
    };
    if let Some(writer) = shelf.writer.filter(|writer| !is_behind(*writer)) {
        return Ok(writer);
    }
    if shelf.entries.is_empty() {
        // What is not here may have been deleted or lost, which nobody knows: it comes back.
        let own = lists.get(&shop.device).into_iter().flatten();
        let here = own.filter(|line| local.contains_key(&line.path));
        shelf.entries = here.map(|line| (line.path.clone(), line.entry.clone())).collect();
    }
    let writer = DeviceId::random()?;
    shelf.writer = Some(writer);
    Ok(writer)
}
