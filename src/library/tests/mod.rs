//! The library as a whole, on real folders.

mod disk;
mod laws;
mod precedence;
mod recognising;
mod searching;

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use crate::card::{DeckId, Locator};

use super::{Bundled, Library, Notice, Places, Refresh};

/// A user's folders.
struct Room {
    temporary: tempfile::TempDir,
    bundled: &'static [Bundled],
    extra: Vec<PathBuf>,
}

impl Room {
    fn new() -> Self {
        Self { temporary: tempfile::tempdir().expect("a folder"), bundled: &[], extra: Vec::new() }
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.temporary.path().join(relative)
    }

    fn index(&self) -> PathBuf {
        self.path("cache/library.db")
    }

    fn places(&self) -> Places {
        Places {
            bundled: self.bundled,
            user: self.path("decks"),
            extra: self.extra.clone(),
            index: self.index(),
        }
    }

    /// Writes a file of the user's deck folder.
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path("decks").join(name);
        write(&path, text);
        path
    }

    fn open(&self) -> Library {
        let (library, notices) = Library::open(self.places()).expect("a library");
        assert_eq!(notices, []);
        library
    }

    fn open_with_notices(&self) -> (Library, Vec<Notice>) {
        Library::open(self.places()).expect("a library")
    }

    /// Opens and refreshes.
    fn fresh(&self) -> Library {
        let mut library = self.open();
        refresh(&mut library);
        library
    }
}

#[test]
fn a_library_may_live_on_another_thread() {
    fn is_send<T: Send>() {}
    is_send::<Library>();
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    let mut file = fs::File::create(path).expect("a file");
    std::io::Write::write_all(&mut file, text.as_bytes()).expect("written");
}

/// Sets a file's time, in seconds since 1970.
fn set_time(path: &Path, seconds: u64) {
    let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
    fs::File::options().write(true).open(path).expect("a file").set_modified(time).expect("a time");
}

fn refresh(library: &mut Library) -> Refresh {
    library.refresh(&mut |_| {}).expect("refreshed")
}

/// A deck of questions: (id or nothing, question, answer).
fn deck(id: &str, cards: &[(&str, &str, &str)]) -> String {
    let mut out = format!("format: 1\ndeck: {id}\ntitle: Titre de {id}\nlanguage: fr\ncards:\n");
    for (card, q, a) in cards {
        let id = if card.is_empty() { String::new() } else { format!("id: {card}\n    ") };
        writeln!(out, "  - {id}q: \"{q}\"\n    a: \"{a}\"").expect("a string takes all");
    }
    out
}

fn locators(library: &Library) -> Vec<String> {
    let catalogue = library.catalogue();
    (0..catalogue.entries.len()).map(|number| catalogue.locator(number).to_string()).collect()
}

fn locator(text: &str) -> Locator {
    text.parse().expect("a locator")
}

fn id(text: &str) -> DeckId {
    text.parse().expect("a deck id")
}
