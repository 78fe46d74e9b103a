//! Unpacking a ZIP file that somebody sent.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::Path,
};

use zip::result::ZipError;

use super::{bounds::Bounds, error::ForeignError};
use crate::deck::{
    archive::{self, Archive, ArchiveError},
    names::{self, NameProblem},
};

/// What a deck consists of; anything else in a package stays where it is.
const EXTENSIONS: [&str; 8] = ["yaml", "yml", "md", "png", "jpg", "jpeg", "gif", "webp"];

/// Whether a file of this name can be a part of a deck.
pub(super) fn is_wanted(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let extension = file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let hidden = name.split('/').any(|step| step.starts_with('.') || step == "__MACOSX");
    !hidden && extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

/// Unpacks what can be a part of a deck into the empty folder `into`; gives how many files were left in the package.
/// Every name is checked before the first byte is written. `go_on` is asked before each file.
pub(super) fn unpack(
    package: &Path,
    into: &Path,
    bounds: &Bounds,
    go_on: &dyn Fn() -> bool,
) -> Result<usize, ForeignError> {
    let file = File::open(package).map_err(ForeignError::file(package))?;
    let size = file.metadata().map_err(ForeignError::file(package))?.len();
    if size > bounds.package_bytes {
        return Err(ForeignError::TooLarge(bounds.package_bytes));
    }
    let mut archive = archive::open(file, bounds.files).map_err(|error| match error {
        ArchiveError::TooMany => ForeignError::TooMany(bounds.files),
        ArchiveError::Zip(error) => damaged(&error),
    })?;
    let (wanted, left) = choose(&mut archive, bounds)?;
    let mut spent = 0;
    for number in wanted {
        if !go_on() {
            return Err(ForeignError::Stopped);
        }
        spent += write(&mut archive, number, into, bounds, spent)?;
    }
    Ok(left)
}

/// The numbers of the files to unpack, and how many are left. Names and announced sizes are checked.
fn choose(archive: &mut Archive, bounds: &Bounds) -> Result<(Vec<usize>, usize), ForeignError> {
    let (mut wanted, mut left, mut bytes) = (Vec::new(), 0, 0u64);
    let mut seen = HashSet::new();
    for number in 0..archive.len() {
        let entry = archive.by_index_raw(number).map_err(|error| damaged(&error))?;
        let name = name_of(&entry)?;
        let refuse = |problem| Err(ForeignError::Name { name: name.clone(), problem });
        if let Err(problem) = names::check(name.strip_suffix('/').unwrap_or(&name)) {
            return refuse(problem);
        }
        if entry.is_dir() {
            continue;
        }
        if entry.is_symlink() || !is_regular(entry.unix_mode()) {
            return refuse(NameProblem::NoFile);
        }
        if !seen.insert(names::folded(&name)) {
            return refuse(NameProblem::Twice);
        }
        if !is_wanted(&name) {
            left += 1;
            continue;
        }
        if entry.encrypted() {
            return Err(ForeignError::Encrypted(name));
        }
        bytes = bytes.saturating_add(entry.size());
        if entry.size() > bounds.file_bytes || bytes > bounds.bytes {
            return Err(ForeignError::TooLarge(bounds.bytes.min(bounds.file_bytes)));
        }
        wanted.push(number);
    }
    Ok((wanted, left))
}

fn name_of<R: io::Read>(entry: &zip::read::ZipFile<'_, R>) -> Result<String, ForeignError> {
    let odd = |_| ForeignError::Name {
        name: String::from_utf8_lossy(entry.name_raw()).into_owned(),
        problem: NameProblem::Odd,
    };
    entry.name().map(std::borrow::Cow::into_owned).map_err(odd)
}

/// The type of a file in the mode of Unix; packages made elsewhere say nothing.
fn is_regular(mode: Option<u32>) -> bool {
    const TYPE: u32 = 0o170_000;
    const REGULAR: u32 = 0o100_000;
    mode.is_none_or(|mode| matches!(mode & TYPE, 0 | REGULAR))
}

/// Unpacks one file; what it announced may be a lie, so what comes out is counted. Gives its bytes.
fn write(
    archive: &mut Archive,
    number: usize,
    into: &Path,
    bounds: &Bounds,
    spent: u64,
) -> Result<u64, ForeignError> {
    let entry = archive.by_index(number).map_err(|error| damaged(&error))?;
    let path = into.join(name_of(&entry)?);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(ForeignError::file(folder))?;
    }
    let limit = bounds.file_bytes.min(bounds.bytes.saturating_sub(spent));
    let mut bytes = Vec::new();
    entry
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| ForeignError::Damaged(error.to_string()))?;
    if bytes.len() as u64 > limit {
        return Err(ForeignError::TooLarge(limit));
    }
    let written = File::create_new(&path).and_then(|mut file| file.write_all(&bytes));
    written.map_err(ForeignError::file(&path))?;
    Ok(bytes.len() as u64)
}

fn damaged(error: &ZipError) -> ForeignError {
    ForeignError::Damaged(error.to_string())
}
