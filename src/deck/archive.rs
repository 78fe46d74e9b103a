//! Opening a ZIP archive that nobody vouches for.
//!
//! Its list of entries is read whole before the first entry can be looked at, and takes many times its length in memory: so it is
//! measured while it is read.

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use zip::{ZipArchive, result::ZipError};

/// An archive, open.
pub type Archive = ZipArchive<Metered>;

/// So many bytes of an archive may be read for each entry that it may have, before it is open: a long name with all that belongs
/// to it.
const BYTES_AN_ENTRY: u64 = 256;
/// What is read of every archive: where its list begins is looked for from the end on.
const SEARCH: u64 = 1 << 20;

/// Why an archive is not opened.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It has more entries than it may have.
    #[error("the archive has too many entries")]
    TooMany,
    /// It is none, or damaged.
    #[error(transparent)]
    Zip(#[from] ZipError),
}

/// Opens an archive of at most so many `entries`.
///
/// # Errors
/// When it has more, or cannot be read.
pub fn open(file: File, entries: usize) -> Result<Archive, ArchiveError> {
    let allowance = BYTES_AN_ENTRY.saturating_mul(entries as u64).saturating_add(SEARCH);
    let left = Arc::new(AtomicU64::new(allowance));
    let opened = ZipArchive::new(Metered { file: BufReader::new(file), left: Arc::clone(&left) });
    // What is read of an open archive is bounded by whoever reads.
    if left.swap(u64::MAX, Ordering::Relaxed) == 0 {
        return Err(ArchiveError::TooMany);
    }
    let archive = opened?;
    if archive.len() > entries { Err(ArchiveError::TooMany) } else { Ok(archive) }
}

/// A file of which no more is read than is allowed.
#[derive(Debug)]
pub struct Metered {
    file: BufReader<File>,
    /// The bytes that may still be read.
    left: Arc<AtomicU64>,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Err(io::Error::other("more than may be read"));
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.file.read(&mut buffer[..most])?;
        if left < u64::MAX {
            self.left.store(left - read as u64, Ordering::Relaxed);
        }
        Ok(read)
    }
}

impl Seek for Metered {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn archive(entries: usize, name: &str) -> File {
        let mut zip = ZipWriter::new(tempfile::tempfile().expect("a file"));
        for number in 0..entries {
            zip.start_file(format!("{name}{number}"), SimpleFileOptions::default()).expect("an entry");
            zip.write_all(b"text").expect("written");
        }
        zip.finish().expect("an archive")
    }

    #[test]
    fn an_archive_is_opened_and_its_entries_are_read() {
        let mut archive = open(archive(3, "a"), 3).expect("opens");
        let mut text = String::new();
        archive.by_name("a2").expect("an entry").read_to_string(&mut text).expect("read");
        assert_eq!(text, "text");
    }

    #[test]
    fn one_with_more_entries_than_are_wanted_is_not() {
        assert!(matches!(open(archive(4, "a"), 3), Err(ArchiveError::TooMany)));
    }

    #[test]
    fn a_list_that_would_fill_the_memory_is_not_read_to_its_end() {
        // Each entry costs its name twice, in the list and before its content.
        let long = archive(200, &"n".repeat(10_000));
        assert!(matches!(open(long, 3), Err(ArchiveError::TooMany)));
    }

    #[test]
    fn what_is_no_archive_says_so() {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(b"no archive").expect("written");
        assert!(matches!(open(file, 3), Err(ArchiveError::Zip(_))));
    }
}
