//! What this home remembers of its syncs. Losing it costs time: everything is then read again. (What it knew of the decks is
//! gone as well, so of a deck that is not the same everywhere both versions are kept.)

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{error::SyncError, news::News, numbers::Numbers, shelf::Shelf};
use crate::{
    app::{
        files::write_atomically,
        paths::{Paths, create_private},
    },
    exchange::git::Address,
    journal::{DeviceId, Journal, JournalError, Tip},
};

/// Where this home meets the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// A folder that something else carries, or a stick.
    Folder(PathBuf),
    /// A git repository, by its address.
    Git(String),
}

impl Target {
    /// As it is shown: without a password.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Folder(path) => path.display().to_string(),
            Self::Git(address) => {
                address.parse::<Address>().map_or_else(|_| address.clone(), |address| address.to_string())
            }
        }
    }
}

/// A segment that was whole, and whose events are in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    pub(super) size: u64,
    pub(super) changed: i64,
    /// Its events, by their numbers in this journal.
    pub(super) held: Numbers,
}

/// Why the last sync did not happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Trouble {
    pub(super) id: String,
    pub(super) args: BTreeMap<String, String>,
    /// Whether the student was told.
    pub(super) told: bool,
}

/// What is remembered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) target: Target,
    /// What this device is called in the names of its versions of decks.
    pub(super) name: String,
    /// Whether to sync at the start and at the end.
    pub(super) auto: bool,
    /// Whether the student's decks travel too.
    pub(super) decks: bool,
    /// The device of the journal that the rest is about.
    #[serde(default)]
    pub(super) device: Option<DeviceId>,
    /// The last event that was in that journal.
    #[serde(skip)]
    pub(super) tip: Option<Tip>,
    /// By path in the place. It grows, so it is in a file of its own, and read only for a sync.
    #[serde(skip)]
    pub(super) seen: BTreeMap<String, Seen>,
    /// How many events of the journal the place held at last.
    #[serde(default)]
    pub(super) given: u64,
    /// The last sync that went through, in milliseconds since 1970.
    #[serde(default)]
    pub(super) last: Option<i64>,
    #[serde(default)]
    pub(super) trouble: Option<Trouble>,
    /// Files that were not whole at the last look.
    #[serde(default)]
    pub(super) faulty: Vec<String>,
    /// What became of decks that two devices have changed, and nobody was told yet.
    #[serde(default)]
    pub(super) news: News,
    #[serde(skip)]
    pub(super) shelf: Shelf,
}

/// The part of the memory that grows, and what it is about.
#[derive(Default, Serialize, Deserialize)]
struct Known {
    device: Option<DeviceId>,
    tip: Option<Tip>,
    seen: BTreeMap<String, Seen>,
    shelf: Shelf,
}

impl State {
    pub(super) fn new(target: Target, name: String, auto: bool, decks: bool) -> Self {
        Self {
            target,
            name,
            auto,
            decks,
            device: None,
            tip: None,
            seen: BTreeMap::new(),
            given: 0,
            last: None,
            trouble: None,
            faulty: Vec::new(),
            news: News::default(),
            shelf: Shelf::default(),
        }
    }

    /// Without what was taken. `None` when sync is not set up; a file that cannot be understood counts as none.
    pub(super) fn read(paths: &Paths) -> Result<Option<Self>, SyncError> {
        read(&file(paths, SMALL))
    }

    /// With everything, for a sync.
    pub(super) fn read_whole(paths: &Paths) -> Result<Option<Self>, SyncError> {
        let Some(state) = Self::read(paths)? else { return Ok(None) };
        let Known { device, tip, seen, shelf } = read(&file(paths, LARGE))?.unwrap_or_default();
        Ok(Some(Self { device, tip, seen, shelf, ..state }))
    }

    /// Writes all but what was taken.
    pub(super) fn write(&self, paths: &Paths) -> Result<(), SyncError> {
        write(paths, SMALL, self)
    }

    /// Writes everything, as what is known of `journal`, which it was [settled](Self::settle) for.
    pub(super) fn write_whole(&mut self, paths: &Paths, journal: &Journal) -> Result<(), SyncError> {
        self.device = Some(journal.device()?);
        self.tip = journal.tip()?;
        let known = Known {
            device: self.device,
            tip: self.tip,
            seen: std::mem::take(&mut self.seen),
            shelf: std::mem::take(&mut self.shelf),
        };
        write(paths, LARGE, &known)?;
        (self.seen, self.shelf) = (known.seen, known.shelf);
        self.write(paths)
    }

    /// Forgets what is about another device or another journal (a backup that was put back).
    pub(super) fn settle(&mut self, journal: &Journal) -> Result<(), JournalError> {
        let same = match (self.device, self.tip) {
            (Some(device), Some(tip)) => device == journal.device()? && journal.continues(tip)?,
            _ => false,
        };
        if !same {
            self.seen.clear();
            self.given = 0;
            self.shelf.renew();
        }
        Ok(())
    }

    /// The events that whole segments in the place hold, as far as this home has seen.
    pub(super) fn held(&self) -> Numbers {
        Numbers::of_all(self.seen.values().map(|seen| &seen.held))
    }
}

/// The folder of sync's own files, made if need be.
pub(super) fn folder(paths: &Paths) -> Result<PathBuf, SyncError> {
    let folder = paths.data.join("sync");
    create_private(&folder).map_err(SyncError::io(&folder))?;
    Ok(folder)
}

const SMALL: &str = "state.json";
const LARGE: &str = "taken.json";

fn file(paths: &Paths, name: &str) -> PathBuf {
    paths.data.join("sync").join(name)
}

fn read<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<Option<T>, SyncError> {
    match fs::read(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(SyncError::io(path)(error)),
    }
}

fn write(paths: &Paths, name: &str, what: &impl Serialize) -> Result<(), SyncError> {
    folder(paths)?;
    let path = file(paths, name);
    let bytes = serde_json::to_vec(what).map_err(|error| SyncError::io(&path)(error.into()))?;
    write_atomically(&path, &bytes).map_err(SyncError::io(path))
}

/// Forgets everything.
pub(super) fn forget(paths: &Paths) -> Result<(), SyncError> {
    let path = paths.data.join("sync");
    for name in [SMALL, LARGE, "repository"] {
        let path = path.join(name);
        let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        match gone {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(SyncError::io(path)(error)),
            _ => {}
        }
    }
    Ok(())
}
