//! The pictures and sounds that the notes name: unpacked once, under safe names.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs::File,
    io,
    path::{Path, PathBuf},
};

use unicode_normalization::UnicodeNormalization as _;

use super::{AnkiError, container::Package};
use crate::exchange::{Losses, NewMedia, Source, html};

/// A new file, readable by its owner only.
pub(super) fn create(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// The files of a package.
#[derive(Default)]
pub(super) struct Files {
    /// By the name in the notes (NFC): the entry, and the path in a deck.
    known: HashMap<String, (String, String)>,
    /// Names that notes have used, of the deck that is being made.
    used: BTreeSet<String>,
}

impl html::Files for Files {
    fn path(&mut self, name: &str) -> Option<String> {
        let name: String = name.nfc().collect();
        let (_, path) = self.known.get(&name)?;
        let path = path.clone();
        self.used.insert(name);
        Some(path)
    }
}

impl Files {
    /// The files that the package lists.
    pub(super) fn new(listed: Vec<(String, String)>) -> Self {
        let mut taken = BTreeSet::new();
        let mut known = HashMap::new();
        for (entry, name) in listed {
            let name: String = name.nfc().collect();
            let mut safe = safe_name(&name);
            let mut number = 2;
            while !taken.insert(safe.to_lowercase()) {
                safe = numbered(&safe_name(&name), number);
                number += 1;
            }
            known.entry(name).or_insert((entry, format!("media/{safe}")));
        }
        Self { known, used: BTreeSet::new() }
    }

    /// The names used since the last call.
    pub(super) fn take_used(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.used)
    }

    /// How many files no note names.
    pub(super) fn unused(&self, used: &BTreeSet<&String>) -> usize {
        self.known.keys().filter(|name| !used.contains(name)).count()
    }

    /// Unpacks what the decks name. Files of equal content are one file: gives what each path became.
    pub(super) fn unpack(
        &self,
        package: &mut Package,
        names: &BTreeSet<String>,
        folder: &Path,
        losses: &mut Losses,
        mut go_on: impl FnMut() -> bool,
    ) -> Result<Unpacked, AnkiError> {
        let mut unpacked = Unpacked::default();
        let mut contents: BTreeMap<[u8; 32], String> = BTreeMap::new();
        for (number, name) in names.iter().enumerate() {
            if !go_on() {
                return Err(AnkiError::Cancelled);
            }
            let Some((entry, path)) = self.known.get(name) else { continue };
            let file = folder.join(format!("media-{number}"));
            if !package.file(entry, &file)? {
                losses.lose("picture-missing", name);
                continue;
            }
            let mut hasher = blake3::Hasher::new();
            io::copy(&mut File::open(&file)?, &mut hasher)?;
            let hash = *hasher.finalize().as_bytes();
            if let Some(first) = contents.get(&hash) {
                unpacked.became.insert(path.clone(), first.clone());
                std::fs::remove_file(&file)?;
            } else {
                contents.insert(hash, path.clone());
                unpacked.files.insert(path.clone(), file);
            }
        }
        Ok(unpacked)
    }
}

/// The files that were unpacked.
#[derive(Default)]
pub(super) struct Unpacked {
    /// By their paths in a deck.
    files: BTreeMap<String, PathBuf>,
    /// Paths of files whose content is that of another.
    became: HashMap<String, String>,
}

impl Unpacked {
    /// The path that stands for `path`; `None` when there is no such file.
    pub(super) fn path(&self, path: &str) -> Option<&str> {
        let path = self.became.get(path).map_or(path, String::as_str);
        self.files.get_key_value(path).map(|(path, _)| path.as_str())
    }

    /// Whether every path is still its own.
    pub(super) fn is_plain(&self) -> bool {
        self.became.is_empty()
    }

    /// The paths that became others.
    pub(super) fn renamed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.became.iter().map(|(from, to)| (from.as_str(), to.as_str()))
    }

    /// The file at a path, for a deck.
    pub(super) fn media(&self, path: &str) -> Option<NewMedia> {
        let (path, file) = self.files.get_key_value(path)?;
        Some(NewMedia { path: path.clone(), source: Source::File(file.clone()) })
    }
}

/// A name that every system takes, and that is the same when it is already such a name.
fn safe_name(name: &str) -> String {
    const LONGEST: usize = 100;
    let mut safe: String = name
        .chars()
        .map(|c| match c {
            c if c.is_alphanumeric() => c,
            '-' | '_' | '.' | ' ' | '(' | ')' | '+' | ',' | '=' | '\'' => c,
            _ => '_',
        })
        .collect();
    let trimmed = safe.trim_matches([' ', '.']);
    safe = if trimmed.is_empty() { "file".to_owned() } else { trimmed.to_owned() };
    let (stem, extension) = safe.rsplit_once('.').map_or((safe.as_str(), ""), |(stem, end)| (stem, end));
    // Names of devices on Windows.
    let device = ["con", "prn", "aux", "nul"].contains(&stem.to_lowercase().as_str())
        || (stem.len() == 4 && ["com", "lpt"].iter().any(|name| stem.to_lowercase().starts_with(name)));
    let stem: String = if device { format!("{stem}_") } else { stem.to_owned() };
    let stem: String = stem.chars().take(LONGEST).collect();
    let extension: String = extension.chars().take(10).collect();
    if extension.is_empty() { stem } else { format!("{stem}.{extension}") }
}

fn numbered(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{number}.{extension}"),
        None => format!("{name}-{number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_on_every_system_and_told_apart() {
        assert_eq!(safe_name("cœur rouge.png"), "cœur rouge.png");
        assert_eq!(safe_name("a:b?.png"), "a_b_.png");
        assert_eq!(safe_name("..."), "file");
        assert_eq!(safe_name("con.png"), "con_.png");
        assert!(safe_name(&"a".repeat(300)).len() <= 100);
        let mut files = Files::new(vec![("0".into(), "A.png".into()), ("1".into(), "a.png".into())]);
        assert_eq!(html::Files::path(&mut files, "a.png").as_deref(), Some("media/a-2.png"));
        assert_eq!(html::Files::path(&mut files, "b.png"), None);
        assert_eq!(files.take_used().len(), 1);
    }
}
