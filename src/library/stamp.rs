//! By what a file is known to be unchanged.

use std::{
    fs::Metadata,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

/// How coarse a file system's times may be, in nanoseconds: FAT counts in steps of two seconds.
const COARSEST: i64 = 2_000_000_000;

/// A file's size in bytes and its last change in nanoseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub size: i64,
    pub mtime: i64,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { size: length(metadata.len()), mtime: metadata.modified().map_or(0, nanoseconds) }
    }

    pub(super) fn at(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|metadata| Self::of(&metadata))
    }

    /// Whether the file could still change without its stamp changing: it was written so shortly before the disk's
    /// clock `now` that another write may fall in the same step. `None`: the clock is not known.
    pub(super) fn is_racy(self, now: Option<i64>) -> bool {
        now.is_none_or(|now| self.mtime.saturating_add(COARSEST) >= now)
    }
}

/// A length as SQLite keeps it.
pub(super) fn length(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |n| -n),
    }
}

/// The time as the file system itself stamps it, which is what the times of files compare with;
/// the wall clock may differ from it (network drives).
pub(super) fn disk_clock(folder: &Path) -> Option<i64> {
    let file = tempfile::tempfile_in(folder).or_else(|_| tempfile::tempfile()).ok()?;
    file.metadata().ok().map(|metadata| Stamp::of(&metadata).mtime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_racy_until_its_step_of_time_has_passed() {
        let stamp = Stamp { size: 1, mtime: 10_000_000_000 };
        assert!(stamp.is_racy(Some(10_000_000_000)));
        assert!(stamp.is_racy(Some(12_000_000_000)));
        assert!(!stamp.is_racy(Some(12_000_000_001)));
        assert!(stamp.is_racy(Some(0)), "a date in the future says nothing");
        assert!(stamp.is_racy(None));
    }

    #[test]
    fn the_disk_tells_the_time_of_a_new_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let before = disk_clock(folder.path()).expect("a clock");
        tempfile::NamedTempFile::new_in(folder.path()).expect("a file").keep().expect("kept");
        let stamp = std::fs::read_dir(folder.path())
            .expect("readable")
            .map(|entry| Stamp::at(&entry.expect("an entry").path()).expect("a stamp"))
            .next()
            .expect("one file");
        assert!(stamp.mtime >= before && stamp.is_racy(Some(stamp.mtime)));
    }
}
