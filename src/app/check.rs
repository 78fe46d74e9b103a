//! Checking and mending decks by path. Needs neither journal nor index, so it works anywhere.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::{bundle, files::write_atomically, paths::Paths, problems::say};
use crate::{
    card::{DeckId, Text},
    deck::{self, AnyMedia, ChangeKind, Limits, Refusal, Severity},
    i18n::Messages,
    library::{MediaFolder, versions},
};

/// A deck that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Its file.
    pub path: PathBuf,
    /// Its id; `None` when even the head cannot be read.
    pub deck: Option<DeckId>,
    /// How many mistakes it has, after mending.
    pub errors: usize,
    /// How many doubts.
    pub warnings: usize,
    /// All of them, as rustc shows its own. Nothing in it but its colours is for the terminal to obey.
    pub report: String,
    /// What was changed, a line each, in words.
    pub changes: Vec<String>,
    /// Why nothing was changed although something could have been, in words.
    pub refused: Option<String>,
}

/// The deck files that `path` means: itself, or the decks of a folder by the rule of the library (`*.yaml` and `*.yml`
/// directly in it, `deck.yaml` in the folders below it, nothing hidden, no other version of a deck beside it).
///
/// # Errors
/// When it is not there or cannot be read.
pub fn deck_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let (file, name) = (entry.path(), entry.file_name());
        if name.as_encoded_bytes().first().is_some_and(|first| b".#~".contains(first)) {
            continue;
        }
        if file.is_dir() {
            files.extend(
                ["deck.yaml", "deck.yml"].map(|deck| file.join(deck)).into_iter().find(|f| f.is_file()),
            );
        } else if file
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"))
            && versions::of(&file).is_none()
        {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// The student's own decks: those in their folder; none where there is no such folder yet.
///
/// # Errors
/// When it cannot be read.
pub fn own_decks(paths: &Paths) -> io::Result<Vec<PathBuf>> {
    match deck_files(&paths.decks()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        files => files,
    }
}

/// What the name of a deck means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// The student's own, in this file.
    Own(PathBuf),
    /// One that comes with the program, of which the student has no copy.
    Bundled,
    /// Nothing.
    Nothing,
}

/// What `name` means: the deck of this id among the student's own; where a mistake has taken its id away, the file of this
/// name.
///
/// # Errors
/// When the folder of the decks cannot be read.
pub fn named(name: &DeckId, paths: &Paths) -> io::Result<Named> {
    let files = own_decks(paths)?;
    let has_id = |file: &&PathBuf| {
        let deck = read(file).ok().and_then(|bytes| deck::read(&bytes, &AnyMedia).deck);
        deck.is_some_and(|deck| deck.head.id == *name)
    };
    let is_called = |file: &&PathBuf| {
        let own = file.file_stem().is_some_and(|stem| stem == "deck");
        let called = if own { file.parent().and_then(Path::file_name) } else { file.file_stem() };
        called.is_some_and(|called| called == name.as_str())
    };
    if let Some(file) = files.iter().find(has_id).or_else(|| files.iter().find(is_called)) {
        return Ok(Named::Own(file.clone()));
    }
    let is_bundled = bundle::DECKS.iter().any(|deck| deck.path.strip_suffix(".yaml") == Some(name.as_str()));
    Ok(if is_bundled { Named::Bundled } else { Named::Nothing })
}

/// Checks the deck `path`; with `fix` it is mended first, as far as that is certain, and replaced whole.
///
/// # Errors
/// When it cannot be read or written; it is then as it was.
pub fn check(path: &Path, fix: bool, colour: bool, messages: &Messages) -> io::Result<Checked> {
    let bytes = read(path)?;
    let media = MediaFolder::of_deck(path).looking_inside();
    let name = Text::one_line(&path.to_string_lossy()).to_string();
    let mut changes = Vec::new();
    let mut refused = None;
    let mut source = String::from_utf8_lossy(&bytes).into_owned();
    let mut bytes = bytes;
    if fix && std::str::from_utf8(&bytes).is_ok() && bytes.len() <= Limits::default().file_bytes {
        let fixed = deck::fix(&source, &media);
        if fixed.text != source {
            write_atomically(path, fixed.text.as_bytes())?;
            bytes = fixed.text.clone().into_bytes();
            source = fixed.text;
        }
        changes.extend(fixed.changes.iter().map(|change| {
            let place = format!("{name}:{}", change.line);
            match &change.what {
                ChangeKind::Named(id) => messages.with(
                    "check-named",
                    &[("place", place.into()), ("id", Text::one_line(id).as_str().into())],
                ),
                ChangeKind::Mended(code) => {
                    messages.with("check-mended", &[("place", place.into()), ("code", (*code).into())])
                }
            }
        }));
        refused = fixed.refused.map(|refusal| {
            let path = ("path", name.as_str().into());
            match refusal {
                Refusal::StillBroken(line) => {
                    messages.with("check-refused-broken", &[path, ("line", line.into())])
                }
                Refusal::WouldDiffer => messages.with("check-refused-differs", &[path]),
            }
        });
    }
    let reading = deck::read(&bytes, &media);
    let count = |severity| reading.diagnostics.iter().filter(|found| found.severity == severity).count();
    Ok(Checked {
        path: path.to_owned(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        report: deck::render(&reading.diagnostics, &source, &name, colour, &|message| say(messages, message)),
        deck: reading.deck.map(|deck| deck.head.id),
        changes,
        refused,
    })
}

/// The JSON Schema of the deck format, for completion and checking in editors, with a line end.
#[must_use]
pub fn schema() -> String {
    format!("{:#}\n", deck::schema())
}

/// Reads a file; of one that is too large only as much as shows that it is.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let limit = u64::try_from(Limits::default().file_bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    const UNNAMED: &str =
        "format: 1\ndeck: d\ntitle: D\nlanguage: fr\ncards:\n  - q: Qui ? # la question\n    a: Moi\n";

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            write_atomically(&path, text.as_bytes()).expect("written");
        }
        folder
    }

    #[test]
    fn the_decks_of_a_folder_are_those_that_the_library_reads() {
        let folder = folder(&[
            ("b.yaml", ""),
            ("b_version_laptop_2026-11-22_3fa9.yaml", ""),
            ("a.YML", ""),
            (".hidden.yaml", ""),
            ("~b.yaml", ""),
            ("#b.yaml", ""),
            ("notes.txt", ""),
            ("cardio/deck.yaml", ""),
            ("cardio/other.yaml", ""),
            ("media/image.png", ""),
        ]);
        let files = deck_files(folder.path()).expect("a folder");
        let names: Vec<_> = files.iter().map(|f| f.strip_prefix(folder.path()).expect("below")).collect();
        assert_eq!(names, ["a.YML", "b.yaml", "cardio/deck.yaml"].map(Path::new));
        let places = crate::library::Places {
            bundled: &[],
            user: folder.path().to_owned(),
            extra: Vec::new(),
            index: folder.path().join("index.db"),
        };
        let (mut library, _) = crate::library::Library::open(places).expect("opened");
        library.refresh(&mut |_| {}).expect("read");
        let mut read: Vec<_> =
            library.catalogue().unreadable.iter().map(|file| file.origin.path.clone()).collect();
        read.sort();
        assert_eq!(files, read, "all of them are empty, so none can be read");
    }

    #[test]
    fn mending_writes_the_missing_ids_and_says_where() {
        let folder = folder(&[("d.yaml", UNNAMED)]);
        let path = folder.path().join("d.yaml");
        let m = Messages::new(Lang::En);
        let checked = check(&path, true, false, &m).expect("checked");
        assert_eq!((checked.errors, checked.changes.len()), (0, 1));
        assert!(checked.changes[0].contains("d.yaml:6"), "{:?}", checked.changes);
        let text = fs::read_to_string(&path).expect("there");
        assert!(text.contains("- id: ") && text.contains("# la question"), "{text}");
        let again = check(&path, true, false, &m).expect("checked");
        assert_eq!(again.changes, [] as [String; 0]);
    }

    #[test]
    fn without_mending_nothing_is_written() {
        let folder = folder(&[("d.yaml", UNNAMED)]);
        let path = folder.path().join("d.yaml");
        check(&path, false, false, &Messages::new(Lang::En)).expect("checked");
        assert_eq!(fs::read_to_string(&path).expect("there"), UNNAMED);
    }

    #[test]
    fn bytes_that_are_no_text_are_reported_and_never_rewritten() {
        let folder = folder(&[("d.yaml", "")]);
        let path = folder.path().join("d.yaml");
        let bytes = [UNNAMED.as_bytes(), b"  - q: \xff\n    a: b\n"].concat();
        write_atomically(&path, &bytes).expect("written");
        let checked = check(&path, true, false, &Messages::new(Lang::En)).expect("checked");
        assert!(checked.errors > 0);
        assert_eq!(fs::read(&path).expect("there"), bytes);
    }

    #[test]
    fn a_folder_in_place_of_a_file_is_an_error_and_no_panic() {
        let folder = folder(&[]);
        assert!(check(folder.path(), false, false, &Messages::new(Lang::En)).is_err());
    }
}
