//! What a file was made from: the last text that two devices had in common.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Entry, Shelf, Shop, lists::Lists};
use crate::app::sync::version::{Order, Version};

/// A text from which others were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::app::sync) struct Base {
    /// The hash of its content.
    pub(super) hash: String,
    version: Version,
    /// The hashes of the texts made from it that were brought together since.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    joined: BTreeSet<String>,
}

impl Base {
    /// That of a change of `entry` made here: what it changes, where another device has that too; else it goes on to be what
    /// that was made from, for nobody else can have made anything from what nobody else has.
    pub(super) fn of_change(shop: &Shop<'_>, lists: &Lists, path: &str, entry: &Entry) -> Option<Self> {
        let has = |theirs: &Entry| theirs.contains(entry);
        let mut others =
            lists.iter().filter(|(device, _)| **device != shop.device).flat_map(|(_, lines)| lines);
        if others.any(|line| line.path == path && has(&line.entry)) {
            let joined = BTreeSet::new();
            return Some(Self { hash: entry.hash.clone()?, version: entry.version.clone(), joined });
        }
        entry.base.clone()
    }

    /// The latest that both contain, with the two joined.
    pub(super) fn of_both(a: &Entry, b: &Entry) -> Option<Self> {
        let is_behind = |base: &&Self| [a, b].iter().all(|entry| base.version.is_within(&entry.version));
        let mut bases: Vec<&Self> = [a, b].into_iter().filter_map(|entry| entry.base.as_ref()).collect();
        let joined = bases.iter().flat_map(|base| base.joined.iter());
        let joined = joined.chain(&a.hash).chain(&b.hash).cloned().collect();
        bases.retain(is_behind);
        // Of two of which neither follows the other, any will do, if it is the same one everywhere.
        bases.sort_by(|a, b| a.hash.cmp(&b.hash));
        let latest = bases.iter().find(|base| bases.iter().all(|other| !other.is_after(base)))?;
        Some(Self { joined, ..(*latest).clone() })
    }

    fn is_after(&self, other: &Self) -> bool {
        self.version.compare(&other.version) == Order::After
    }
}

impl Entry {
    /// Whether it is `other`, or follows it.
    fn contains(&self, other: &Self) -> bool {
        match self.version.compare(&other.version) {
            Order::After => true,
            Order::Same => self.hash == other.hash,
            Order::Before | Order::Apart => false,
        }
    }

    /// Whether `ours`, as the device called `name` has changed it, was brought together with what another has changed.
    pub(super) fn joins(&self, ours: &Self, name: &str) -> bool {
        let is_joined = |hash| self.base.as_ref().is_some_and(|base| base.joined.contains(hash));
        ours.by == name && ours.hash.as_ref().is_some_and(is_joined)
    }
}

/// Forgets what files were made from once every list contains them: whatever comes is made from them.
pub(super) fn forget_what_is_behind_all(shop: &Shop<'_>, shelf: &mut Shelf, lists: &Lists) {
    for (path, entry) in shelf.entries.iter_mut().filter(|(_, entry)| entry.base.is_some()) {
        let mut others = lists.iter().filter(|(device, _)| **device != shop.device);
        if others.all(|(_, lines)| lines.iter().any(|line| line.path == *path && line.entry.contains(entry)))
        {
            entry.base = None;
        }
    }
}
