//! The pictures and sounds that the notes name: unpacked once, under safe names.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs::File,
    io,
    path::Path,
};

use unicode_normalization::UnicodeNormalization as _;

use super::{
    AnkiError,
    container::{Listed, Package},
};
use crate::{
    deck::names,
    exchange::{NewMedia, Source, html},
};

/// A new file, readable by its owner only.
pub(in crate::exchange) fn create(path: &Path) -> io::Result<File> {
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
    /// Names that notes have used, with their paths, of the deck that is being made.
    used: BTreeMap<String, String>,
}

impl html::Files for Files {
    fn path(&mut self, name: &str) -> Option<String> {
        let name: String = name.nfc().collect();
        let (_, path) = self.known.get(&name)?;
        let path = path.clone();
        self.used.insert(name, path.clone());
        Some(path)
    }
}

impl Files {
    /// The files that the package lists. Those of one content are one file.
    pub(super) fn new(mut listed: Vec<Listed>) -> Self {
        listed.sort_by(|a, b| a.name.cmp(&b.name));
        let mut taken = BTreeSet::new();
        let mut contents: HashMap<Vec<u8>, (String, String)> = HashMap::new();
        let mut known = HashMap::new();
        for Listed { entry, name, content } in listed {
            let name: String = name.nfc().collect();
            if let Some(first) = contents.get(&content).filter(|_| !content.is_empty()) {
                known.entry(name).or_insert_with(|| first.clone());
                continue;
            }
            let mut safe = safe_name(&name);
            let mut number = 2;
            while !taken.insert(safe.to_lowercase()) {
                safe = numbered(&safe_name(&name), number);
                number += 1;
            }
            let place = (entry, format!("media/{safe}"));
            contents.insert(content, place.clone());
            known.entry(name).or_insert(place);
        }
        Self { known, used: BTreeMap::new() }
    }

    /// The names used since the last call, and their paths.
    pub(super) fn take_used(&mut self) -> BTreeMap<String, String> {
        std::mem::take(&mut self.used)
    }

    /// The files that no note names.
    pub(super) fn unused<'f>(&'f self, used: &BTreeSet<String>) -> Vec<&'f str> {
        let mut all: Vec<&str> =
            self.known.keys().filter(|name| !used.contains(*name)).map(String::as_str).collect();
        all.sort_unstable();
        all
    }

    /// Unpacks the files of these names into `folder`.
    pub(super) fn unpack(
        &self,
        package: &mut Package,
        names: &BTreeSet<String>,
        folder: &Path,
    ) -> Result<Vec<NewMedia>, AnkiError> {
        let places: BTreeSet<&(String, String)> =
            names.iter().filter_map(|name| self.known.get(name)).collect();
        let mut media = Vec::new();
        for (number, (entry, path)) in places.into_iter().enumerate() {
            let file = folder.join(number.to_string());
            if package.file(entry, &file)? {
                media.push(NewMedia { path: path.clone(), source: Source::File(file) });
            }
        }
        Ok(media)
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
    let mut stem = if names::is_device(&safe) { format!("_{stem}") } else { stem.to_owned() };
    while stem.len() > LONGEST {
        stem.pop();
    }
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
        assert_eq!(safe_name("con.png"), "_con.png");
        for name in [&"é".repeat(300), "com0.png", "aux.tar.gz", "a\u{202e}b.png", " .png", "é/../x"] {
            assert_eq!(names::check(&format!("media/{}", safe_name(name))), Ok(()), "{name:?}");
        }
        assert!(safe_name(&"a".repeat(300)).len() <= 100);
        let listed = |entry: &str, name: &str, content: u8| Listed {
            entry: entry.to_owned(),
            name: name.to_owned(),
            content: vec![content],
        };
        let mut files =
            Files::new(vec![listed("0", "A.png", 1), listed("1", "a.png", 2), listed("2", "c.png", 1)]);
        assert_eq!(html::Files::path(&mut files, "c.png").as_deref(), Some("media/A.png"));
        assert_eq!(html::Files::path(&mut files, "a.png").as_deref(), Some("media/a-2.png"));
        assert_eq!(html::Files::path(&mut files, "b.png"), None);
        assert_eq!(files.take_used().len(), 2);
    }
}
