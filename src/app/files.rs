//! Writing files so that a crash leaves the old or the new one, never half of one.

use std::{
    fs::File,
    io::{self, Seek as _, Write as _},
    path::Path,
};

pub use crate::library::{replace, write_atomically};

/// The same file from its beginning.
pub(super) fn again(file: &mut File) -> io::Result<&mut File> {
    file.seek(io::SeekFrom::Start(0))?;
    Ok(file)
}

/// Writes a file that is not there yet: whole, or not at all, and never over another. Everyone who may by the user's
/// umask can read it.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`], and any other of the file system's.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".carabin-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
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

    #[test]
    fn a_new_file_is_never_written_over_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deck.yaml");
        write_new(&path, b"one").expect("written");
        let kind = write_new(&path, b"two").expect_err("refused").kind();
        assert_eq!(kind, io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&path).expect("there"), b"one");
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
