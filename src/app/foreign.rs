//! Decks of others: from where a student names them to their place among the decks.

use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::{error::AppError, open::App, progress::Progress};
use crate::{
    card::{DeckId, Text},
    exchange::{
        download::download,
        git::{Address, Git, GitError, Limits, shown},
    },
    library::foreign::{Bounds, ForeignError, Installed, Parcel, Plan, Removed, Sent, Taken},
};

pub use crate::exchange::git::shown as shown_source;
pub use crate::library::foreign::{
    Aside, CardChange, Change, FieldChange, FileChange, LeftOut, Plan as Merge,
};

/// Forges whose addresses of a repository do not end in `.git`.
const FORGES: [&str; 6] =
    ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "framagit.org", "git.sr.ht"];

/// What says that an address is that of a repository, where it does not look so.
const GIT: &str = "git+";

/// Where decks come from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Source {
    Path(PathBuf),
    Web(String),
    Git(Address),
}

/// What came of adding decks.
#[derive(Debug, Default)]
pub struct Added {
    /// The decks that were taken in.
    pub taken: Vec<Taken>,
    /// Those that were not, and why.
    pub refused: Vec<(DeckId, AppError)>,
    /// What looks like a deck and is none, or is a link.
    pub left_out: Vec<LeftOut>,
    /// How many files of the package are no part of any deck.
    pub ignored: usize,
}

/// An update that is ready to be taken.
#[derive(Debug)]
pub struct Update {
    /// The deck.
    pub installed: Installed,
    /// What it does.
    pub plan: Plan,
    /// Whether the deck's text and its files stay as they are.
    pub unchanged: bool,
    source: usize,
    deck: usize,
}

/// The updates of several decks, with what was fetched for them.
#[derive(Debug, Default)]
pub struct Updates {
    parcels: Vec<Fetched>,
    /// One for each deck that its source still offers.
    pub ready: Vec<Update>,
    /// The decks that could not be looked at, and why.
    pub failed: Vec<(DeckId, AppError)>,
}

/// What was fetched; temporary files go with it.
#[derive(Debug)]
struct Fetched {
    name: String,
    parcel: Parcel,
    _folder: Option<tempfile::TempDir>,
}

impl App {
    /// Takes the decks of a path, a ZIP package, an `https://` address or a git repository in.
    ///
    /// # Errors
    /// When the source cannot be fetched or read. A deck of it that cannot be taken is in [`Added::refused`].
    pub fn add_decks(&mut self, source: &str, progress: &mut dyn Progress) -> Result<Added, AppError> {
        self.refresh()?;
        let fetched = self.fetch(source, progress)?;
        let mut added = Added {
            left_out: fetched.parcel.left_out.clone(),
            ignored: fetched.parcel.ignored,
            ..Added::default()
        };
        let instant = self.now().at.to_string();
        for deck in &fetched.parcel.decks {
            match self.library.take_in(deck, &fetched.name, &instant) {
                Ok(taken) => added.taken.push(taken),
                Err(error) => added.refused.push((deck.deck.head.id.clone(), error.into())),
            }
        }
        self.refresh()?;
        Ok(added)
    }

    /// The decks of others that the student has.
    ///
    /// # Errors
    /// When a record cannot be read.
    pub fn installed_decks(&self) -> Result<Vec<Installed>, AppError> {
        Ok(self.library.installed()?)
    }

    /// Fetches what there is new of some decks (none named: of all), each source once. Nothing is changed.
    ///
    /// # Errors
    /// When one that is named is not a deck of others, or the student stops it.
    pub fn look_for_updates(
        &mut self,
        ids: &[DeckId],
        progress: &mut dyn Progress,
    ) -> Result<Updates, AppError> {
        self.refresh()?;
        let all = self.library.installed()?;
        if let Some(id) = ids.iter().find(|id| !all.iter().any(|deck| deck.id == **id)) {
            return Err(ForeignError::NotTaken(id.clone()).into());
        }
        let mut updates = Updates::default();
        for installed in all {
            if !ids.is_empty() && !ids.contains(&installed.id) {
                continue;
            }
            let id = installed.id.clone();
            match self.look_for_update(installed, &mut updates, progress) {
                Ok(()) => {}
                Err(error) if error.is_stop() => return Err(error),
                Err(error) => updates.failed.push((id, error)),
            }
        }
        Ok(updates)
    }

    fn look_for_update(
        &self,
        installed: Installed,
        updates: &mut Updates,
        progress: &mut dyn Progress,
    ) -> Result<(), AppError> {
        let name = &installed.record.source;
        let known = updates.parcels.iter().position(|fetched| fetched.name == *name);
        let source = if let Some(known) = known {
            known
        } else {
            updates.parcels.push(self.fetch(name, progress)?);
            updates.parcels.len() - 1
        };
        let decks = &updates.parcels[source].parcel.decks;
        let deck = decks.iter().position(|deck| deck.deck.head.id == installed.id);
        let deck = deck.ok_or_else(|| ForeignError::Empty(format!("{} ({})", shown(name), installed.id)))?;
        let plan = self.library.plan_update(&decks[deck])?;
        let (theirs, _) = self.library.both_texts(&installed.id)?;
        let unchanged = plan.is_empty() && decks[deck].is_text(&theirs);
        updates.ready.push(Update { installed, plan, unchanged, source, deck });
        Ok(())
    }

    /// Takes one of the updates.
    ///
    /// # Errors
    /// When a file cannot be written; taken again, the same update completes it.
    pub fn take_update(&mut self, updates: &Updates, number: usize) -> Result<Taken, AppError> {
        let update = &updates.ready[number];
        let fetched = &updates.parcels[update.source];
        let offered = &fetched.parcel.decks[update.deck];
        let taken = self.library.update(offered, &fetched.name, &self.now().at.to_string())?;
        self.refresh()?;
        Ok(taken)
    }

    /// Removes a deck of others; its history stays in the journal, what the student changed in it beside the decks.
    ///
    /// # Errors
    /// When it is not a deck of others, or its folder cannot be removed.
    pub fn remove_deck(&mut self, id: &DeckId) -> Result<Removed, AppError> {
        self.refresh()?;
        let removed = self.library.remove(id)?;
        self.refresh()?;
        Ok(removed)
    }

    /// Writes a deck with its files as one package.
    ///
    /// # Errors
    /// When there is no such deck or the package cannot be written.
    pub fn pack_deck(&mut self, id: &DeckId, to: &Path) -> Result<Sent, AppError> {
        self.refresh()?;
        self.library.catalogue().deck(id).ok_or_else(|| AppError::no_deck(id))?;
        Ok(self.library.send(id, to)?)
    }

    /// Whether the student has a copy of a bundled deck of this id.
    ///
    /// # Errors
    /// When a file of the student's cannot be read.
    pub fn has_own_copy(&self, id: &DeckId) -> Result<bool, AppError> {
        Ok(self.library.has_own_copy(id)?)
    }

    /// Puts the student's copy of a bundled deck aside, so that the bundled one is studied again; schedules stay. Gives where
    /// the copy is kept; `None` when there is no copy of such a deck.
    ///
    /// # Errors
    /// When there is no such bundled deck, or the copy cannot be moved.
    pub fn reset_deck(&mut self, id: &DeckId) -> Result<Option<PathBuf>, AppError> {
        self.refresh()?;
        if self.library.bundled_texts(id)?.is_none() {
            self.library.catalogue().deck(id).ok_or_else(|| AppError::no_deck(id))?;
            return Err(AppError::NotBundled(id.clone()));
        }
        let kept = self.library.reset(id)?;
        self.refresh()?;
        Ok(kept)
    }

    /// What the student has changed in a deck of others, as a patch for its author, or in a bundled one; empty when nothing was.
    ///
    /// # Errors
    /// When it is the student's own, or cannot be read.
    pub fn patch_of(&mut self, id: &DeckId) -> Result<Text, AppError> {
        self.refresh()?;
        self.library.catalogue().deck(id).ok_or_else(|| AppError::no_deck(id))?;
        let (theirs, mine) = match self.library.both_texts(id) {
            Err(error @ ForeignError::NotTaken(_)) => self.library.bundled_texts(id)?.ok_or(error)?,
            texts => texts?,
        };
        if theirs == mine {
            return Ok(Text::default());
        }
        let diff = TextDiff::from_lines(&theirs, &mine);
        let patch = diff.unified_diff().context_radius(3).header("a/deck.yaml", "b/deck.yaml").to_string();
        Ok(Text::clean(&patch))
    }

    fn fetch(&self, name: &str, progress: &mut dyn Progress) -> Result<Fetched, AppError> {
        let source = Source::of(name)?;
        let open = |path: &Path, progress: &dyn Progress| {
            Parcel::open(path, &Bounds::default(), &|| !progress.cancelled()).map_err(AppError::from)
        };
        let folder = || {
            let cache = &self.paths.cache;
            let made = tempfile::Builder::new().prefix("fetch-").tempdir_in(cache);
            made.map_err(|source| AppError::Folder { path: cache.clone(), source })
        };
        match source {
            Source::Path(path) => {
                // Known by its whole path, for the update may be asked for from another folder.
                let name = path.canonicalize().unwrap_or_else(|_| path.clone());
                let name = name.to_string_lossy().into_owned();
                Ok(Fetched { name, parcel: open(&path, progress)?, _folder: None })
            }
            Source::Web(url) => {
                let folder = folder()?;
                let to = folder.path().join(file_name(&url));
                download(&url, &to, Bounds::default().package_bytes, &mut |done, total| {
                    progress.step("progress-download", done, total);
                    !progress.cancelled()
                })?;
                let parcel = open(&to, progress)?;
                Ok(Fetched { name: name.to_owned(), parcel, _folder: Some(folder) })
            }
            Source::Git(address) => {
                let folder = folder()?;
                progress.step("progress-clone", 0, None);
                let stop = || progress.cancelled();
                let bounds = Bounds::default();
                // The history of the last commit, and its files.
                let most = bounds.package_bytes + bounds.bytes;
                let limits = Limits { cancelled: &stop, disk: Some((folder.path(), most)), ..Limits::REMOTE };
                let clone =
                    ["clone", "--quiet", "--depth=1", "--no-tags", "--", address.as_str(), "decks-of-others"];
                Git::find()?.run(folder.path(), clone, &limits)?;
                let parcel = open(&folder.path().join("decks-of-others"), progress)?;
                // A folder is known by its whole path, for the same reason.
                let kind = if name.trim().starts_with(GIT) { GIT } else { "" };
                let name = format!("{kind}{}", address.as_str());
                Ok(Fetched { name, parcel, _folder: Some(folder) })
            }
        }
    }
}

impl Source {
    fn of(name: &str) -> Result<Self, AppError> {
        let name = name.trim();
        if Path::new(name).exists() && !is_bare(Path::new(name)) {
            return Ok(Self::Path(PathBuf::from(name)));
        }
        let git = name.strip_prefix(GIT).unwrap_or(name);
        let web = git.len() == name.len() && name.starts_with("https://") && !is_repository(name);
        if web {
            return Ok(Self::Web(name.to_owned()));
        }
        if Address::is_meant(git) || Path::new(name).exists() {
            let address: Address = git.parse()?;
            if address.has_password() {
                return Err(GitError::Password { address: address.to_string() }.into());
            }
            let here = |source| AppError::File { path: PathBuf::from(git), source };
            return Ok(Self::Git(address.absolute().map_err(here)?));
        }
        Ok(Self::Path(PathBuf::from(name)))
    }
}

/// Whether a folder of this machine is a repository without a working copy.
fn is_bare(path: &Path) -> bool {
    path.join("HEAD").is_file() && path.join("objects").is_dir()
}

/// Whether an `https://` address names a repository and not a file: by its end, or as `forge/owner/name`.
fn is_repository(url: &str) -> bool {
    let rest = url.trim_start_matches("https://").trim_end_matches('/');
    let mut steps = rest.split('/');
    let host = steps.next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    rest.to_ascii_lowercase().rsplit_once('.').is_some_and(|(_, end)| end == "git")
        || (FORGES.contains(&host) && steps.count() == 2)
}

/// What a download is called on the disk: the end of the address, as far as it is a plain name.
fn file_name(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
    let plain = plain.trim_start_matches('.');
    if plain.contains('.') { plain.to_owned() } else { format!("{plain}.download") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_known_by_its_look() {
        let git = |name: &str| matches!(Source::of(name), Ok(Source::Git(_)));
        let web = |name: &str| matches!(Source::of(name), Ok(Source::Web(_)));
        for name in [
            "https://github.com/lea/cardio",
            "https://framagit.org/lea/cardio/",
            "https://example.org/cardio.git",
            "git@example.org:lea/cardio.git",
            "git+https://example.org/cardio",
            "ssh://git@example.org/cardio",
        ] {
            assert!(git(name), "{name}");
        }
        for name in [
            "https://example.org/cardio.zip",
            "https://github.com/lea/cardio/archive/refs/heads/main.zip",
            "https://example.org/decks/cardio.yaml",
        ] {
            assert!(web(name), "{name}");
        }
        assert!(matches!(Source::of("cardio.zip"), Ok(Source::Path(_))));
    }

    #[test]
    fn what_is_not_encrypted_is_refused() {
        for name in ["http://example.org/cardio.zip", "ftp://example.org/a", "ext::sh -c id"] {
            assert!(Source::of(name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_password_in_an_address_is_refused_and_not_told() {
        for name in ["https://lea:s3cret@example.org/a.git", "git+https://lea:s3cret@example.org/a"] {
            let error = Source::of(name).expect_err("refused").to_string();
            assert!(error.contains("example.org") && !error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn a_download_gets_a_plain_name() {
        for (url, name) in [
            ("https://a.org/cardio.zip?raw=1#x", "cardio.zip"),
            ("https://a.org/..%2f..%2fetc", "2f..2fetc"),
            ("https://a.org/", ".download"),
        ] {
            assert_eq!(file_name(url), name, "{url}");
        }
    }
}
