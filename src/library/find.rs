//! Which files are decks.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    notice::Problem,
    places::{Bundled, Places, Root, Tier},
    versions,
};

/// A file that should be a deck.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The number of its root in [`Places::roots`].
    pub root: usize,
    /// Its path relative to the root, with `/`; empty where the root is the file itself.
    pub path: String,
    pub source: Source,
}

/// Where its text is.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Bundled(&'static Bundled),
    File(PathBuf),
}

/// All deck files in the order of precedence.
pub(super) fn find(places: &Places, roots: &[Root]) -> (Vec<Found>, Vec<Problem>) {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for (number, root) in roots.iter().enumerate() {
        let before = found.len();
        match root.tier {
            Tier::Bundled => found.extend(places.bundled.iter().map(|deck| Found {
                root: number,
                path: deck.path.to_owned(),
                source: Source::Bundled(deck),
            })),
            Tier::User if !root.path.exists() => {}
            Tier::User | Tier::Extra => look_into(number, &root.path, &mut found, &mut problems),
        }
        found[before..].sort_by(|a, b| a.path.cmp(&b.path));
    }
    (found, problems)
}

fn look_into(root: usize, path: &Path, found: &mut Vec<Found>, problems: &mut Vec<Problem>) {
    let unreadable = |path: &Path, error: io::Error| Problem::Unreadable {
        path: path.to_owned(),
        missing: error.kind() == io::ErrorKind::NotFound,
        reason: error.to_string(),
    };
    let push = |found: &mut Vec<Found>, name: &str, path: PathBuf| {
        found.push(Found { root, path: name.to_owned(), source: Source::File(path) });
    };
    match fs::metadata(path) {
        Err(error) => return problems.push(unreadable(path, error)),
        Ok(metadata) if !metadata.is_dir() => return push(found, "", path.to_owned()),
        Ok(_) => {}
    }
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => return problems.push(unreadable(path, error)),
    };
    for entry in entries.filter_map(Result::ok) {
        let file = entry.path();
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            if file.extension().is_some_and(is_yaml) {
                problems.push(Problem::Name { path: file });
            }
            continue;
        };
        if name.starts_with(['.', '#', '~']) {
            continue; // hidden, or an editor's half-written copy
        }
        if file.is_dir() {
            if let Some(deck) = ["deck.yaml", "deck.yml"].into_iter().find(|deck| file.join(deck).is_file()) {
                let inner = fs::read_dir(&file).into_iter().flatten().filter_map(Result::ok);
                problems.extend(inner.map(|entry| entry.path()).filter_map(|path| {
                    let kept = versions::of(&path).filter(|kept| *kept == file.join(deck))?;
                    Some(Problem::Version { path, kept })
                }));
                push(found, &format!("{name}/{deck}"), file.join(deck));
            }
        } else if file.extension().is_some_and(is_yaml) {
            match versions::of(&file) {
                Some(kept) => problems.push(Problem::Version { path: file, kept }),
                None => push(found, name, file),
            }
        }
    }
}

fn is_yaml(extension: &std::ffi::OsStr) -> bool {
    extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
}
