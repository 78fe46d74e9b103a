//! Where Carabin keeps its things.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;

/// The environment variable that puts everything under one folder (a USB stick, a test).
pub const HOME_VARIABLE: &str = "CARABIN_HOME";

/// The folders and files of this student on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The truth: the journal and the student's decks.
    pub data: PathBuf,
    /// The settings of this device.
    pub config: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
}

impl Paths {
    /// The folders of the operating system, or those under `home` (the value of `CARABIN_HOME`).
    /// `None` when there is neither: no home directory is known.
    #[must_use]
    pub fn find(home: Option<OsString>) -> Option<Self> {
        if let Some(home) = home.filter(|h| !h.is_empty()) {
            let home = PathBuf::from(home);
            let home = std::path::absolute(&home).unwrap_or(home);
            return Some(Self {
                data: home.join("data"),
                config: home.join("config"),
                cache: home.join("cache"),
            });
        }
        let dirs = ProjectDirs::from("", "", "carabin")?;
        Some(Self {
            data: dirs.data_local_dir().to_owned(),
            config: dirs.config_dir().to_owned(),
            cache: dirs.cache_dir().to_owned(),
        })
    }

    /// Whether a file lies, or would lie, among the student's data, by whatever way its path leads there.
    #[must_use]
    pub fn holds(&self, file: &Path) -> bool {
        let real = |path: &Path| std::fs::canonicalize(path).ok();
        let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        let mut above = absolute.ancestors();
        // What is not there yet lies where the first folder above it that is there leads.
        above.find_map(real).zip(real(&self.data)).is_some_and(|(file, data)| file.starts_with(data))
    }

    /// The review history.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.data.join("journal.db")
    }

    /// The student's own decks.
    #[must_use]
    pub fn decks(&self) -> PathBuf {
        self.data.join("decks")
    }

    /// The list of items and objectives, among what travels with the decks.
    #[must_use]
    pub fn programme(&self) -> PathBuf {
        self.decks().join("programme.json")
    }

    /// The folder of the exam under way.
    #[must_use]
    pub fn exams(&self) -> PathBuf {
        self.data.join("exams")
    }

    /// Makes the folder of the exam under way, readable by its owner only.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn create_exams(&self) -> std::io::Result<()> {
        create_private(&self.exams())
    }

    /// Messages to authors of decks.
    #[must_use]
    pub fn letters(&self) -> PathBuf {
        self.data.join("letters")
    }

    /// The backups of the review history.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// The rebuildable index of the decks.
    #[must_use]
    pub fn index(&self) -> PathBuf {
        self.cache.join("library.db")
    }

    /// The settings of this device.
    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// What the program noted about its own troubles.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.cache.join("carabin.log")
    }

    /// Makes the folders, readable by their owner only.
    ///
    /// # Errors
    /// When one cannot be made; the path is the one that failed.
    pub fn create(&self) -> Result<(), (PathBuf, std::io::Error)> {
        for folder in [&self.data, &self.config, &self.cache, &self.decks()] {
            create_private(folder).map_err(|error| (folder.clone(), error))?;
        }
        Ok(())
    }
}

/// Makes a folder and those around it, readable by their owner only.
pub(super) fn create_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_among_the_data_is_known_by_any_way() {
        let home = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(home.path().into())).expect("paths");
        paths.create().expect("created");
        for inside in ["data/journal.db", "data/new.csv", "data/decks/new/a.zip", "cache/../data/x"] {
            assert!(paths.holds(&home.path().join(inside)), "{inside}");
        }
        for outside in ["a.csv", "data.csv", "cache/x", "data/../x"] {
            assert!(!paths.holds(&home.path().join(outside)), "{outside}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(home.path().join("data"), home.path().join("link")).expect("linked");
            assert!(paths.holds(&home.path().join("link/a.csv")));
        }
    }

    #[test]
    fn carabin_home_holds_everything() {
        let home = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(home.path().into())).expect("paths");
        paths.create().expect("made");
        for path in [paths.journal(), paths.decks(), paths.index(), paths.settings(), paths.log()] {
            assert!(path.starts_with(home.path()), "{path:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn folders_are_readable_by_their_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let home = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(home.path().join("new").into())).expect("paths");
        paths.create().expect("made");
        let mode = std::fs::metadata(&paths.data).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }

    #[test]
    fn an_empty_home_variable_counts_as_none() {
        assert_eq!(Paths::find(Some("".into())), Paths::find(None));
    }
}
