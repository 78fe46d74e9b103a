//! Writing files so that a crash leaves the old or the new one, never half of one.

use std::{
    fs::File,
    io::{self, Seek as _},
};

pub use crate::library::{replace, write_atomically};

/// The same file from its beginning.
pub(super) fn again(file: &mut File) -> io::Result<&mut File> {
    file.seek(io::SeekFrom::Start(0))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deck.yaml");
        write_atomically(&path, b"one").expect("written");
        write_atomically(&path, b"two").expect("written");
        assert_eq!(std::fs::read(&path).expect("there"), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).expect("there").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("real.yaml"), folder.path().join("link.yaml"));
        write_atomically(&file, b"one").expect("written");
        std::os::unix::fs::symlink(&file, &link).expect("linked");
        write_atomically(&link, b"two").expect("written");
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&file).expect("there"), b"two");
    }
}
