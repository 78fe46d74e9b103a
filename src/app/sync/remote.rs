//! A place in a git repository: a shallow working copy that can be made again at any time.
//!
//! Before anything is read, the working copy is made what the remote is; then it is used as any folder; then what was
//! added is pushed. Since each device only ever adds and removes files of its own, there is nothing to merge: when
//! somebody else was faster, it is done again. What was not pushed is written anew the next time, for what is missing is
//! found by looking at the remote.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::error::SyncError;
use crate::{
    app::paths::create_private,
    exchange::git::{Address, Git, GitError, Limits, Output},
};

/// A branch of its own: a repository may hold other things.
const BRANCH: &str = "carabin";

/// A repository and its working copy.
pub(super) struct Remote<'a> {
    git: Git,
    address: Address,
    copy: PathBuf,
    cancelled: &'a dyn Fn() -> bool,
}

impl<'a> Remote<'a> {
    pub(super) fn new(
        address: Address,
        copy: PathBuf,
        cancelled: &'a dyn Fn() -> bool,
    ) -> Result<Self, GitError> {
        Ok(Self { git: Git::find()?, address, copy, cancelled })
    }

    /// The working copy.
    pub(super) fn folder(&self) -> &Path {
        &self.copy
    }

    /// Makes the working copy what the remote is.
    pub(super) fn fetch(&self) -> Result<(), SyncError> {
        match self.fetch_into() {
            // What a crash has left half done is not worth a question.
            Err(SyncError::Git(GitError::Failed { .. } | GitError::NotFound { .. }))
                if self.copy.exists() =>
            {
                fs::remove_dir_all(&self.copy).map_err(SyncError::io(&self.copy))?;
                self.fetch_into()
            }
            fetched => fetched,
        }
    }

    fn fetch_into(&self) -> Result<(), SyncError> {
        if !self.copy.join(".git").is_dir() {
            create_private(&self.copy).map_err(SyncError::io(&self.copy))?;
            self.local(&["init", "-q"])?;
            // Bytes are kept as they are, whatever the repository says of line ends and filters.
            self.local(&["config", "core.attributesFile", ""])?;
            let info = self.copy.join(".git/info");
            fs::create_dir_all(&info).map_err(SyncError::io(&info))?;
            let attributes = b"* -text -filter -diff -merge -ident -export-subst\n";
            crate::app::files::write_atomically(&info.join("attributes"), attributes)
                .map_err(SyncError::io(&info))?;
        }
        // This process alone is here: a lock is of one that was killed.
        for lock in ["index.lock", "HEAD.lock", "shallow.lock", "config.lock"] {
            let _ = fs::remove_file(self.copy.join(".git").join(lock));
        }
        let _ = fs::remove_file(self.copy.join(format!(".git/refs/heads/{BRANCH}.lock")));
        let reference = format!("refs/heads/{BRANCH}");
        match self.remote(&["fetch", "-q", "--depth=1", "--no-tags", "--", self.address.as_str(), &reference])
        {
            Ok(_) => {
                self.local(&["checkout", "-q", "-f", "-B", BRANCH, "FETCH_HEAD"])?;
            }
            // Nobody was here before.
            Err(GitError::Failed { detail, .. }) if detail.contains("find remote ref") => {
                self.local(&["symbolic-ref", "HEAD", &reference])?;
                self.local(&["update-ref", "-d", &reference])?;
                self.local(&["read-tree", "--empty"])?;
            }
            Err(error) => return Err(error.into()),
        }
        self.local(&["clean", "-q", "-f", "-d", "-x"])?;
        Ok(())
    }

    /// Pushes what was added. [`GitError::Moved`]: somebody else was faster.
    pub(super) fn send(&self) -> Result<(), GitError> {
        self.local(&["add", "-A"])?;
        if self.local(&["status", "--porcelain"])?.line().is_empty() {
            return Ok(());
        }
        let who = ["-c", "user.name=Carabin", "-c", "user.email=carabin@localhost"];
        self.local(&[&who[..], &["commit", "-q", "--no-verify", "-m", "Carabin"]].concat())?;
        let to = format!("HEAD:refs/heads/{BRANCH}");
        self.remote(&["push", "-q", "--no-verify", "--", self.address.as_str(), &to])?;
        Ok(())
    }

    fn local(&self, args: &[&str]) -> Result<Output, GitError> {
        self.git.run(&self.copy, args, &Limits { cancelled: self.cancelled, ..Limits::LOCAL })
    }

    fn remote(&self, args: &[&str]) -> Result<Output, GitError> {
        self.git.run(&self.copy, args, &Limits { cancelled: self.cancelled, ..Limits::REMOTE })
    }
}
