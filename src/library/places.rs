//! Where decks may stand.

use std::path::{Path, PathBuf};

/// A deck that is part of the binary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// Its file name, such as `edn-019-missions-fr.yaml`.
    pub path: &'static str,
    /// The whole file.
    pub text: &'static str,
    /// The files beside it: its pictures and articles.
    pub media: &'static [BundledFile],
}

/// A file beside a bundled deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BundledFile {
    /// Its path as the deck writes it, such as `media/network.png`.
    pub path: &'static str,
    /// The whole file.
    pub bytes: &'static [u8],
}

/// Where decks are looked for, and where the index is kept.
#[derive(Clone, Debug)]
pub struct Places {
    /// The decks of the binary.
    pub bundled: &'static [Bundled],
    /// The user's own folder; it need not exist.
    pub user: PathBuf,
    /// What `--deck` named: files or folders.
    pub extra: Vec<PathBuf>,
    /// The index, a cache that may be deleted at any time.
    pub index: PathBuf,
}

/// Who brought a deck. The order is the precedence: of two decks with one id, the earlier is studied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Named by `--deck`.
    Extra,
    /// In the user's folder.
    User,
    /// Part of the binary.
    Bundled,
}

/// Where a deck comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Who brought it.
    pub tier: Tier,
    /// Its file; for a bundled deck only its name.
    pub path: PathBuf,
}

impl Origin {
    /// The file on disk; `None` for a bundled deck, which has none.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        (self.tier != Tier::Bundled).then_some(self.path.as_path())
    }
}

/// A place to look into: the files of a root are known by their path relative to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Root {
    pub tier: Tier,
    /// Absolute; empty for the bundled decks.
    pub path: PathBuf,
}

impl Root {
    /// What the index knows the root by. Paths need not be Unicode, so these are bytes.
    pub(super) fn key(&self) -> &[u8] {
        self.path.as_os_str().as_encoded_bytes()
    }

    /// The origin of its file `path`; an empty `path` is the root itself.
    pub(super) fn origin(&self, path: &str) -> Origin {
        let path = if path.is_empty() { self.path.clone() } else { self.path.join(path) };
        Origin { tier: self.tier, path }
    }
}

impl Places {
    /// The roots in the order of precedence.
    pub(super) fn roots(&self) -> Vec<Root> {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let extra = self.extra.iter().map(|path| Root { tier: Tier::Extra, path: absolute(path) });
        let mut roots: Vec<Root> = Vec::new();
        for root in extra
            .chain([Root { tier: Tier::User, path: absolute(&self.user) }])
            .chain([Root { tier: Tier::Bundled, path: PathBuf::new() }])
        {
            if !roots.contains(&root) {
                roots.push(root);
            }
        }
        roots
    }
}
