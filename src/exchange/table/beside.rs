//! The pictures that the HTML of a table names: files that lie beside it.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::{Component, Path, PathBuf},
};

use crate::exchange::{NewMedia, Source, filenames, html};

/// Where pictures lie: beside the table, or in the folder that Anki and decks have for them.
const FOLDERS: [&str; 3] = ["", "media", "collection.media"];

/// The pictures beside a table.
pub(super) struct Beside<'p> {
    folder: Option<&'p Path>,
    /// By their names in the table: the path in the deck, and the file.
    known: HashMap<String, Option<(String, PathBuf)>>,
    taken: BTreeSet<String>,
    /// Those of the row that is read.
    used: BTreeMap<String, PathBuf>,
}

impl<'p> Beside<'p> {
    /// `folder` is that of the table; none: it comes alone.
    pub(super) fn new(folder: Option<&'p Path>) -> Self {
        Self { folder, known: HashMap::new(), taken: BTreeSet::new(), used: BTreeMap::new() }
    }

    /// The pictures that were named since the last call.
    pub(super) fn take_used(&mut self) -> Vec<NewMedia> {
        let used = std::mem::take(&mut self.used).into_iter();
        used.map(|(path, file)| NewMedia { path, source: Source::Copy(file) }).collect()
    }
}

impl html::Files for Beside<'_> {
    fn path(&mut self, name: &str) -> Option<String> {
        if !self.known.contains_key(name) {
            let file = self.folder.and_then(|folder| find(folder, name));
            let found =
                file.map(|file| (format!("media/{}", filenames::unused(name, &mut self.taken)), file));
            self.known.insert(name.to_owned(), found);
        }
        let (path, file) = self.known.get(name)?.clone()?;
        self.used.insert(path.clone(), file);
        Some(path)
    }
}

/// A table may be anybody's: it names pictures beside it alone, nothing that a link leads to, and no other file.
fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let mut parts = Path::new(name).components();
    let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    if !plain || name.contains(['/', '\\', ':', '\0']) || !html::is_picture(name) {
        return None;
    }
    let places = FOLDERS.iter().map(|inner| folder.join(inner).join(name));
    places.into_iter().find(|place| fs::symlink_metadata(place).is_ok_and(|found| found.is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::html::Files as _;

    #[test]
    fn pictures_beside_the_table_are_found_and_nothing_else_is() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("media")).expect("a folder");
        for name in ["a.png", "media/b.JPG", "notes.txt"] {
            fs::File::create(folder.path().join(name)).expect("made");
        }
        let inner = folder.path().join("media");
        let mut beside = Beside::new(Some(&inner));
        assert_eq!(beside.path("../a.png"), None, "outside");
        let mut beside = Beside::new(Some(folder.path()));
        assert_eq!(beside.path("a.png").as_deref(), Some("media/a.png"));
        assert_eq!(beside.path("b.JPG").as_deref(), Some("media/b.JPG"));
        assert_eq!(beside.take_used().len(), 2);
        assert_eq!(beside.path("a.png").as_deref(), Some("media/a.png"), "one name, one path");
        for name in ["notes.txt", "c.png", "media/b.JPG", "/etc/passwd", "", "..", "C:\\a.png"] {
            assert_eq!(beside.path(name), None, "{name}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.path().join("a.png"), folder.path().join("link.png"))
                .expect("a link");
            assert_eq!(beside.path("link.png"), None);
        }
        assert_eq!(Beside::new(None).path("a.png"), None);
    }
}
