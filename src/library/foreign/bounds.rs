//! How much a package may ask of the machine.

use std::path::Path;

use super::error::ForeignError;
use crate::library::{LONGEST_MEDIUM, bounded};

/// The limits of one package. What lies beyond is refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Files.
    pub files: usize,
    /// Bytes of all files that are taken, unpacked.
    pub bytes: u64,
    /// Bytes of one file, unpacked.
    pub file_bytes: u64,
    /// Bytes of the package itself.
    pub package_bytes: u64,
}

impl Default for Bounds {
    /// 5,000 files, 500 MiB unpacked, 250 MiB packed: a large atlas of pictures, not a disk full of zeros. A file may be as
    /// long as one that is handed out later.
    fn default() -> Self {
        Self { files: 5_000, bytes: 500 << 20, file_bytes: LONGEST_MEDIUM, package_bytes: 250 << 20 }
    }
}

impl Bounds {
    /// The bytes of a file.
    ///
    /// # Errors
    /// When it is longer than one may be, or cannot be read.
    pub(super) fn read(&self, file: &Path) -> Result<Vec<u8>, ForeignError> {
        bounded::read(file, self.file_bytes)
            .map_err(ForeignError::file(file))?
            .ok_or(ForeignError::TooLarge(self.file_bytes))
    }
}
