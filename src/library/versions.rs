//! Two versions of one deck, side by side: where two devices have changed the same card, each keeps its own.
//!
//! The version that is studied stays at its place. The other one lies beside it as `cardio_version_laptop_2026-11-22_3fa9.yaml`: what
//! the device is called that wrote it, when, and the beginning of the hash of its text. It is no deck of its own.

use std::path::{Path, PathBuf};

/// What stands between a file's name and what says whose version it is.
const MARK: &str = "_version_";

/// How much of a hash is in a name.
const HASH: usize = 4;

/// Where another version of the file `path` goes: of a device `by`, of a day (`2026-11-22`), with this hash.
#[must_use]
pub fn beside(path: &str, by: &str, day: &str, hash: &str) -> String {
    let (folder, name) = parted(path);
    let (stem, end) = match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() => (stem, format!(".{end}")),
        _ => (name, String::new()),
    };
    let by: String = by.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(24).collect();
    format!("{folder}{stem}{MARK}{by}_{day}_{}{end}", hash.get(..HASH).unwrap_or_default())
}

/// The file of which `path` is another version, by its name.
#[must_use]
pub fn kept(path: &str) -> Option<String> {
    let (folder, name) = parted(path);
    let (stem, rest) = name.rsplit_once(MARK)?;
    let (rest, end) =
        rest.rsplit_once('.').map_or((rest, ""), |(_, end)| (&rest[..rest.len() - end.len() - 1], end));
    let mut parts = rest.split('_');
    let (_by, day, hash) = (parts.next()?, parts.next()?, parts.next()?);
    let is_day = day.len() == 10 && day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let is_hash = hash.len() == HASH && hash.bytes().all(|b| b.is_ascii_hexdigit());
    let dot = if end.is_empty() { "" } else { "." };
    let is_name = parts.next().is_none() && is_day && is_hash && !stem.is_empty();
    is_name.then(|| format!("{folder}{stem}{dot}{end}"))
}

/// The file beside `file` of which that is another version. Where there is none, `file` is a deck as any other.
#[must_use]
pub fn of(file: &Path) -> Option<PathBuf> {
    let kept = file.with_file_name(kept(file.file_name()?.to_str()?)?);
    kept.is_file().then_some(kept)
}

/// The folder with its `/`, and the name.
fn parted(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |at| at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_tells_by_its_name_of_which_file_it_is_one() {
        for path in ["cardio.yaml", "ecg/deck.yaml", "a.b/c.d.yml", "mine_version_2.yaml", "notes"] {
            let version = beside(path, "mon portable (2)", "2026-11-22", "3fa9c0ffee");
            assert_eq!(kept(&version).as_deref(), Some(path), "{version}");
        }
        let name = beside("ecg/deck.yaml", "mon portable", "2026-11-22", "3fa9c0ffee");
        assert_eq!(name, "ecg/deck_version_monportable_2026-11-22_3fa9.yaml");
    }

    #[test]
    fn a_name_that_only_looks_like_one_is_none() {
        for path in [
            "cardio.yaml",
            "cardio_version_2.yaml",
            "cardio_version_laptop_hier_3fa9.yaml",
            "cardio_version_laptop_2026-11-22_3fa.yaml",
            "cardio_version_laptop_2026-11-22_3fa9_x.yaml",
            "_version_laptop_2026-11-22_3fa9.yaml",
        ] {
            assert_eq!(kept(path), None, "{path}");
        }
    }
}
