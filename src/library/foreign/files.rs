//! The files beside a deck of others: what becomes of them in an update.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::{bounds::Bounds, error::ForeignError, install::hash, parcel::Offered, plan::FileChange};
use crate::{
    card::Text,
    deck::names,
    library::{MediaFolder, merge::Change, write::write_atomically},
};

/// What becomes of a file; nothing when it stays.
///
/// `new` is the hash of the author's file, `before` that of the one that the author sent last, `present` that of what lies there.
/// One that the student has changed stays as long as its author leaves it alone.
fn change(new: &str, before: Option<&str>, present: Option<&str>) -> Option<Change> {
    match present {
        None => Some(Change::New),
        Some(present) if present == new || before == Some(new) => None,
        Some(present) if before == Some(present) => Some(Change::Changed),
        Some(_) => Some(Change::Both),
    }
}

/// A file that a deck names, in the parcel.
struct File<'o> {
    relative: &'o str,
    content: Vec<u8>,
    hash: String,
    change: Option<Change>,
}

/// Looks at each file that a deck names; `before` holds the hashes of those that came last into `folder`.
fn each(
    offered: &Offered,
    folder: &Path,
    before: &BTreeMap<String, String>,
    mut look: impl FnMut(File<'_>) -> Result<(), ForeignError>,
) -> Result<(), ForeignError> {
    let bounds = Bounds::default();
    let source = MediaFolder::of_deck(&offered.file);
    let (mut files, mut bytes) = (0, 0u64);
    for relative in offered.media.iter().collect::<BTreeSet<_>>() {
        names::check(relative).map_err(|problem| ForeignError::Name { name: relative.clone(), problem })?;
        let Ok(file) = source.resolve(relative) else { continue };
        let content = bounds.read(&file)?;
        bytes += content.len() as u64;
        if bytes > bounds.bytes || files >= bounds.files {
            return Err(ForeignError::TooLarge(bounds.bytes));
        }
        files += 1;
        let present = fs::read(folder.join(relative)).ok().map(|there| hash(&there));
        let hash = hash(&content);
        let change = change(&hash, before.get(relative).map(String::as_str), present.as_deref());
        look(File { relative, content, hash, change })?;
    }
    Ok(())
}

/// What would become of the files.
pub(super) fn changes(
    offered: &Offered,
    folder: &Path,
    before: &BTreeMap<String, String>,
) -> Result<Vec<FileChange>, ForeignError> {
    let mut out = Vec::new();
    each(offered, folder, before, |file| {
        let told = |change| FileChange { file: Text::one_line(file.relative), change };
        out.extend(file.change.map(told));
        Ok(())
    })?;
    Ok(out)
}

/// Copies the files into `folder`; the student's own is kept under another name first where both have changed it. Gives the
/// hashes of the author's files.
pub(super) fn copy(
    offered: &Offered,
    folder: &Path,
    before: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, ForeignError> {
    let mut out = BTreeMap::new();
    each(offered, folder, before, |file| {
        let target = folder.join(file.relative);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(ForeignError::file(parent))?;
        }
        if file.change == Some(Change::Both) {
            let kept = beside(&target, "own");
            fs::rename(&target, &kept).map_err(ForeignError::file(&kept))?;
        }
        if file.change.is_some() {
            write_atomically(&target, &file.content).map_err(ForeignError::file(&target))?;
        }
        out.insert(file.relative.to_owned(), file.hash);
        Ok(())
    })?;
    Ok(out)
}

/// `a.png` → `a.WORD.png`, with a number where that is taken.
pub(super) fn beside(file: &Path, word: &str) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let extension = file.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    let mut path = file.with_file_name(format!("{stem}.{word}{extension}"));
    let mut number = 2;
    while path.exists() {
        path = file.with_file_name(format!("{stem}.{word}-{number}{extension}"));
        number += 1;
    }
    path
}
