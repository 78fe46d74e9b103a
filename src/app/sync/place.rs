//! The shared folder: where it is, what lies in it.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use super::error::SyncError;
use crate::app::{files::write_atomically, paths::create_private};

/// The file that tells a place from an empty folder (the mount point of a stick that is not plugged in, say). Its bytes
/// are the same whoever writes it.
const MARKER: &str = "carabin-sync.json";
const MARKER_TEXT: &str = "{\"carabin\":\"sync\",\"v\":1}\n";

/// The name of the folder that is made in a folder which holds other things.
const OWN: &str = "carabin";

/// Nothing that is larger is read: no file of ours is.
const LARGEST: u64 = 256 << 20;

/// A folder that several devices see.
#[derive(Clone, Debug)]
pub(super) struct Place {
    root: PathBuf,
}

/// A file in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its path from the root, with `/`.
    pub(super) path: String,
    pub(super) size: u64,
    /// When it changed, in nanoseconds since 1970, as the file system tells it; 0 where it does not.
    pub(super) changed: i64,
}

impl Found {
    /// Whether its name is that of a segment or a list, or a carrier's copy of one.
    pub(super) fn is_lines(&self) -> bool {
        Path::new(&self.path).extension().is_some_and(|end| end == "jsonl")
    }

    /// Its name.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

impl Place {
    /// Which folder is meant by `folder`: itself if it is empty, new or a place; else a folder of our own in it.
    pub(super) fn choose(folder: &Path) -> PathBuf {
        let own = folder.join(OWN);
        let is_place = |path: &Path| path.join(MARKER).is_file();
        let is_used = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
        if !is_place(folder) && (is_place(&own) || is_used) { own } else { folder.to_owned() }
    }

    /// Makes a place of a folder, if it is none yet.
    pub(super) fn create(root: &Path) -> Result<Self, SyncError> {
        if !root.join(MARKER).exists() {
            let above = root.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
            if !root.is_dir() && !above.is_dir() {
                return Err(SyncError::Away { path: above.to_owned() });
            }
            create_private(root).map_err(SyncError::io(root))?;
            write_atomically(&root.join(MARKER), MARKER_TEXT.as_bytes()).map_err(SyncError::io(root))?;
        }
        Self::open(root)
    }

    /// The place in a folder that was made one.
    pub(super) fn open(root: &Path) -> Result<Self, SyncError> {
        let marker = match fs::read_to_string(root.join(MARKER)) {
            Ok(marker) => marker,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Err(SyncError::Away { path: root.to_owned() });
            }
            Err(error) => return Err(SyncError::io(root)(error)),
        };
        let version =
            serde_json::from_str::<serde_json::Value>(&marker).ok().and_then(|value| value["v"].as_u64());
        // A torn marker says nothing; only a number that we do not know does.
        if version.is_some_and(|version| version > 1) {
            return Err(SyncError::Newer);
        }
        Ok(Self { root: root.to_owned() })
    }

    /// The files below a folder of the place, two levels deep, sorted. Hidden ones, those of other programs
    /// (`.stversions`, temporary files) and links are left out.
    pub(super) fn files(&self, folder: &str) -> Result<Vec<Found>, SyncError> {
        let mut out = Vec::new();
        self.look_into(folder, 2, &mut out)?;
        out.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(out)
    }

    fn look_into(&self, folder: &str, depth: u32, out: &mut Vec<Found>) -> Result<(), SyncError> {
        let path = self.root.join(folder);
        let entries = match fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(SyncError::io(path)(error)),
        };
        for entry in entries {
            let entry = entry.map_err(SyncError::io(&path))?;
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !name.starts_with(['.', '~', '#'])) else {
                continue;
            };
            // What vanishes while one looks was never there.
            let Ok(metadata) = fs::symlink_metadata(entry.path()) else { continue };
            let relative = format!("{folder}/{name}");
            if metadata.is_dir() && depth > 0 {
                self.look_into(&relative, depth - 1, out)?;
            } else if metadata.is_file() {
                out.push(Found { path: relative, size: metadata.len(), changed: changed(&metadata) });
            }
        }
        Ok(())
    }

    /// Reads a file; `None` when it is gone, may not be read, or is too large to be ours.
    pub(super) fn read(&self, path: &str) -> Option<Vec<u8>> {
        let path = self.root.join(path);
        let metadata = fs::symlink_metadata(&path).ok()?;
        if metadata.is_file() && metadata.len() <= LARGEST { fs::read(path).ok() } else { None }
    }

    /// Writes a file whole.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), SyncError> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            create_private(folder).map_err(SyncError::io(folder))?;
        }
        write_atomically(&path, bytes).map_err(SyncError::io(path))
    }

    /// Takes away a file of our own that is not needed any more. That it stays is no harm.
    pub(super) fn remove(&self, path: &str) {
        let _ = fs::remove_file(self.root.join(path));
    }

    /// How the file is now.
    pub(super) fn found(&self, path: &str) -> Option<Found> {
        let metadata = fs::symlink_metadata(self.root.join(path)).ok()?;
        Some(Found { path: path.to_owned(), size: metadata.len(), changed: changed(&metadata) })
    }
}

/// When a file changed, in nanoseconds since 1970.
pub(super) fn changed(metadata: &fs::Metadata) -> i64 {
    let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or_default()
}
