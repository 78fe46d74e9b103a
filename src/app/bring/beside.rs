//! Where the files of an import go beside a deck: never over one that is another's or the student's.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs::File,
    io,
    path::Path,
};

use super::base::{Base, Place};
use crate::{
    app::error::AppError,
    card::{Card, DeckHead, Text},
    exchange::{NewMedia, Source, filenames::numbered},
};

/// A file to be written beside a deck.
#[derive(Clone, Debug)]
pub(super) struct Beside {
    /// Its path, relative to the deck.
    pub(super) path: String,
    /// What is in it.
    pub(super) source: Source,
    /// The hash of the file that it replaces; none where nothing may lie there.
    pub(super) before: Option<blake3::Hash>,
}

/// Where the files go.
#[derive(Default)]
pub(super) struct Named {
    /// The files to be written.
    pub(super) files: Vec<Beside>,
    /// The names that the cards have to call them by, where those are others.
    pub(super) names: HashMap<String, String>,
    /// What is to be known of them the next time.
    pub(super) places: BTreeMap<String, Place>,
}

/// The hash of what lies at a path; none where nothing does.
pub(super) fn hash_at(path: &Path) -> Result<Option<blake3::Hash>, AppError> {
    let read = || -> io::Result<blake3::Hash> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(File::open(path)?)?;
        Ok(hasher.finalize())
    };
    match read() {
        Ok(hash) => Ok(Some(hash)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(AppError::File { path: path.to_owned(), source }),
    }
}

/// The hash of what is to be in a file.
pub(super) fn hash_of(source: &Source) -> Result<blake3::Hash, AppError> {
    match source {
        Source::Bytes(bytes) => Ok(blake3::hash(bytes)),
        Source::File(path) | Source::Copy(path) => {
            let missing = || AppError::File { path: path.clone(), source: io::ErrorKind::NotFound.into() };
            hash_at(path)?.ok_or_else(missing)
        }
    }
}

/// Finds the places. `folder` is that of the deck, and only its own when `own`: decks that are plain files share one.
pub(super) fn name(media: Vec<NewMedia>, folder: &Path, own: bool, base: &Base) -> Result<Named, AppError> {
    let mut out = Named::default();
    let mut taken: HashSet<String> = HashSet::new();
    for NewMedia { path, source } in media {
        let hash = hash_of(&source)?;
        let (file, write) = match base.file(&path) {
            Some(last) if stays(last, &hash, folder)? => (last.file.clone(), None),
            // As it came last, it is nobody's but this deck's.
            Some(last) if own && is(&last.hash, hash_at(&folder.join(&last.file))?) => {
                (last.file.clone(), Some(hash_at(&folder.join(&last.file))?))
            }
            _ => free(&path, &hash, folder, &taken)?,
        };
        taken.insert(file.to_lowercase());
        out.places.insert(path.clone(), Place { file: file.clone(), hash: hash.to_hex().to_string() });
        if let Some(before) = write {
            out.files.push(Beside { path: file.clone(), source, before });
        }
        if file != path {
            out.names.insert(path, file);
        }
    }
    Ok(out)
}

fn is(known: &str, hash: Option<blake3::Hash>) -> bool {
    hash.is_some_and(|hash| *known == *hash.to_hex())
}

/// Whether a file that came before stays as it lies there: the same comes again, or the student has changed it.
fn stays(last: &Place, hash: &blake3::Hash, folder: &Path) -> Result<bool, AppError> {
    let there = hash_at(&folder.join(&last.file))?;
    Ok(there.is_some() && (is(&last.hash, Some(*hash)) || !is(&last.hash, there)))
}

/// The first name that is free, or under which the same lies already. The second value is what is replaced there, if anything
/// is to be written.
#[allow(clippy::option_option, reason = "nothing to write, or a new file, or one in the place of another")]
fn free(
    path: &str,
    hash: &blake3::Hash,
    folder: &Path,
    taken: &HashSet<String>,
) -> Result<(String, Option<Option<blake3::Hash>>), AppError> {
    let mut file = path.to_owned();
    let mut number = 2_u32;
    loop {
        match hash_at(&folder.join(&file))? {
            None if !taken.contains(&file.to_lowercase()) => return Ok((file, Some(None))),
            Some(there) if there == *hash => return Ok((file, None)),
            _ => {}
        }
        file = numbered(path, number);
        number += 1;
    }
}

/// Calls the files of a card by the names that they have.
pub(super) fn rename(card: &mut Card, names: &HashMap<String, String>) {
    for image in card.images_mut() {
        if let Some(name) = names.get(&image.file) {
            image.file.clone_from(name);
        }
    }
}

/// The same for the documents that a head names.
pub(super) fn rename_sources(head: &mut DeckHead, names: &HashMap<String, String>) {
    for file in head.sources.iter_mut().filter_map(|source| source.file.as_mut()) {
        if let Some(name) = names.get(file.as_str()) {
            *file = Text::one_line(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::files::write_atomically;

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new(files: &[(&str, &str)]) -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            for (name, text) in files {
                write_atomically(&folder.path().join(name), text.as_bytes()).expect("written");
            }
            Self(folder)
        }

        /// What becomes of `a.png` with this content: its name, and whether it is written.
        fn name(&self, text: &str, own: bool, base: &Base) -> (String, bool) {
            let media = NewMedia { path: "a.png".to_owned(), source: Source::Bytes(text.into()) };
            let named = name(vec![media], self.0.path(), own, base).expect("named");
            (named.places["a.png"].file.clone(), !named.files.is_empty())
        }
    }

    fn base(file: &str, text: &str) -> Base {
        let hash = blake3::hash(text.as_bytes()).to_hex().to_string();
        Base::of_files([("a.png".to_owned(), Place { file: file.to_owned(), hash })].into())
    }

    #[test]
    fn a_file_of_another_is_never_replaced() {
        let folder = Folder::new(&[("a.png", "mine"), ("a-2.png", "other")]);
        assert_eq!(folder.name("new", true, &Base::default()), ("a-3.png".to_owned(), true));
        assert_eq!(folder.name("other", true, &Base::default()), ("a-2.png".to_owned(), false));
        assert_eq!(Folder::new(&[]).name("new", true, &Base::default()), ("a.png".to_owned(), true));
    }

    #[test]
    fn a_file_that_came_before_is_known_again() {
        let folder = Folder::new(&[("a.png", "mine"), ("a-2.png", "came")]);
        assert_eq!(folder.name("came", false, &base("a-2.png", "came")), ("a-2.png".to_owned(), false));
        let changed = Folder::new(&[("a.png", "changed here")]);
        assert_eq!(changed.name("came", true, &base("a.png", "came")), ("a.png".to_owned(), false));
        assert_eq!(changed.name("changed there", true, &base("a.png", "came")), ("a.png".to_owned(), false));
    }

    #[test]
    fn what_only_changed_there_takes_its_own_place_and_no_shared_one() {
        let folder = Folder::new(&[("a.png", "came")]);
        assert_eq!(folder.name("new", true, &base("a.png", "came")), ("a.png".to_owned(), true));
        assert_eq!(folder.name("new", false, &base("a.png", "came")), ("a-2.png".to_owned(), true));
    }

    #[test]
    fn two_files_of_one_import_never_share_a_name() {
        let folder = Folder::new(&[]);
        let media = ["a.png", "A.png"]
            .map(|path| NewMedia { path: path.to_owned(), source: Source::Bytes(path.into()) });
        let named = name(media.into(), folder.0.path(), true, &Base::default()).expect("named");
        assert_eq!(
            named.files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(),
            ["a.png", "A-2.png"]
        );
    }
}
