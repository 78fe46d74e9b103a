//! Reading a file that nobody vouches for: no more of it than is wanted.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

/// The bytes of a file; nothing when it holds more than `limit` of them.
///
/// # Errors
/// What the system says.
pub(super) fn read(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_the_limit_and_not_beyond() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        File::create(&path).and_then(|file| file.set_len(4)).expect("a file");
        assert_eq!(read(&path, 4).expect("reads"), Some(vec![0; 4]));
        assert_eq!(read(&path, 3).expect("reads"), None);
        assert!(read(&folder.path().join("b"), 4).is_err());
    }
}
