//! Packing a copy, and unpacking it.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write as _},
    path::Path,
};

use crate::app::files;

/// A good trade of time for space: a year of answers takes well under a second, and a quarter of the room.
const LEVEL: i32 = 3;

/// The first bytes of what Zstandard has packed.
pub(super) const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Packs `from` into `to`, which is read back and compared before it takes its place.
pub(super) fn pack(from: &Path, to: &Path) -> io::Result<()> {
    files::replace(to, |file| {
        let mut source = Hashing::new(BufReader::new(File::open(from)?));
        let mut out = BufWriter::new(&mut *file);
        zstd::stream::copy_encode(&mut source, &mut out, LEVEL)?;
        out.flush()?;
        drop(out);
        let mut packed = files::again(file)?;
        let mut unpacked = Hashing::new(zstd::stream::read::Decoder::new(&mut packed)?);
        io::copy(&mut unpacked, &mut io::sink())?;
        if unpacked.hash() != source.hash() {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the backup does not read back"));
        }
        Ok(())
    })
}

/// Copies `from`, packed or not, into `to`.
pub(super) fn unpack(from: &Path, to: &Path) -> io::Result<()> {
    let mut file = BufReader::new(File::open(from)?);
    files::replace(to, |out| {
        let mut first = Vec::new();
        file.by_ref().take(MAGIC.len() as u64).read_to_end(&mut first)?;
        let packed = first == MAGIC;
        let mut whole = io::Cursor::new(first).chain(&mut file);
        let mut out = BufWriter::new(out);
        if packed {
            zstd::stream::copy_decode(&mut whole, &mut out)?;
        } else {
            io::copy(&mut whole, &mut out)?;
        }
        out.flush()
    })
}

/// A reader that remembers what it has read.
struct Hashing<R> {
    reader: R,
    hasher: blake3::Hasher,
}

impl<R: Read> Hashing<R> {
    fn new(reader: R) -> Self {
        Self { reader, hasher: blake3::Hasher::new() }
    }

    fn hash(&self) -> blake3::Hash {
        self.hasher.finalize()
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.hasher.update(&buffer[..count]);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_unpacks_and_what_was_not_is_copied() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        let text = "une réponse ".repeat(5000);
        files::write_atomically(&path("plain"), text.as_bytes()).expect("written");
        pack(&path("plain"), &path("packed")).expect("packed");
        assert!(std::fs::metadata(path("packed")).expect("there").len() < 1000);
        for name in ["plain", "packed"] {
            unpack(&path(name), &path("out")).expect("unpacked");
            assert_eq!(std::fs::read_to_string(path("out")).expect("there"), text, "{name}");
        }
    }

    #[test]
    fn a_torn_pack_is_refused_and_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        files::write_atomically(&path("plain"), &vec![7; 100_000]).expect("written");
        pack(&path("plain"), &path("packed")).expect("packed");
        let packed = std::fs::read(path("packed")).expect("there");
        files::write_atomically(&path("torn"), &packed[..packed.len() - 3]).expect("written");
        assert!(unpack(&path("torn"), &path("out")).is_err());
        assert!(!path("out").exists());
    }
}
