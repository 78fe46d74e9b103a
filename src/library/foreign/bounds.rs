//! How much a package may ask of the machine.

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
    /// 5,000 files, 500 MiB unpacked, 25 MiB a file, 250 MiB packed: a large atlas of pictures, not a disk full of zeros.
    fn default() -> Self {
        Self { files: 5_000, bytes: 500 << 20, file_bytes: 25 << 20, package_bytes: 250 << 20 }
    }
}
