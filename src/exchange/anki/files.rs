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
use crate::exchange::{NewMedia, Source, filenames, html};

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
            let place = (entry, format!("media/{}", filenames::unused(&name, &mut taken)));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_content_are_one_and_names_that_differ_by_case_are_told_apart() {
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
