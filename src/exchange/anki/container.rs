//! The archive: which kind it is, its collection, its files. Nothing of it is unpacked by its own name.

use std::{
    fs::File,
    io::{self, BufWriter, Read, Write},
    path::Path,
};

use prost::Message as _;
use zip::result::ZipError;

use super::AnkiError;
use crate::{
    deck::archive::{self, Archive, ArchiveError},
    exchange::proto,
};

/// How much a package may ask of the machine.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Entries of the archive.
    pub entries: usize,
    /// Bytes of the collection, unpacked.
    pub collection: u64,
    /// Bytes of one file beside it, unpacked.
    pub file: u64,
    /// Bytes of all such files together.
    pub files: u64,
    /// Bytes of the list of files, unpacked.
    pub list: u64,
    /// Notes, cards, and a tenth of the reviews.
    pub notes: u64,
    /// Bytes of the notes and of the cards that they become, which are held at once.
    pub text: u64,
}

impl Default for Limits {
    /// 200,000 entries, 4 GiB of collection, 256 MiB a file, 16 GiB of files, 64 MiB of list, 2 million notes,
    /// 1 GiB of text.
    fn default() -> Self {
        Self {
            entries: 200_000,
            collection: 4 << 30,
            file: 256 << 20,
            files: 16 << 30,
            list: 64 << 20,
            notes: 2_000_000,
            text: 1 << 30,
        }
    }
}

/// A thing that is packed smaller than a thousandth of itself, beyond this size, is made to fill a disk.
const SUSPICIOUS: u64 = 64 << 20;
const MOST_PACKED: u64 = 1000;

/// Which kind of package it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `collection.anki2` alone.
    Legacy1,
    /// `collection.anki21`.
    Legacy2,
    /// `collection.anki21b`: Zstandard, protobuf.
    Modern,
}

/// A file of a package.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    /// Its entry in the archive.
    pub(super) entry: String,
    /// What the notes call it.
    pub(super) name: String,
    /// The same for files of the same content; empty when it is not known.
    pub(super) content: Vec<u8>,
}

/// A package that was opened.
pub(super) struct Package {
    archive: Archive,
    pub(super) kind: Kind,
    limits: Limits,
    unpacked: u64,
}

impl Package {
    pub(super) fn open(path: &Path, limits: Limits) -> Result<Self, AnkiError> {
        let archive = archive::open(File::open(path)?, limits.entries).map_err(|error| match error {
            ArchiveError::TooMany => AnkiError::TooLarge { what: "entries", limit: limits.entries as u64 },
            ArchiveError::Zip(ZipError::Io(error)) if error.kind() != io::ErrorKind::UnexpectedEof => {
                AnkiError::Io(error)
            }
            ArchiveError::Zip(_) => AnkiError::NotPackage,
        });
        let mut archive = archive?;
        for name in archive.file_names() {
            let name = name?;
            if !is_inside(&name) {
                return Err(AnkiError::Hostile(name.chars().take(80).collect()));
            }
        }
        let kind = kind(&mut archive, limits)?;
        Ok(Self { archive, kind, limits, unpacked: 0 })
    }

    /// Unpacks the collection into `target`.
    pub(super) fn collection(&mut self, target: &Path) -> Result<(), AnkiError> {
        let name = match self.kind {
            Kind::Legacy1 => "collection.anki2",
            Kind::Legacy2 => "collection.anki21",
            Kind::Modern => "collection.anki21b",
        };
        let (limit, packed) = (self.limits.collection, self.kind == Kind::Modern);
        let entry = self.archive.by_name(name).map_err(|_| AnkiError::NotPackage)?;
        let most = most(entry.compressed_size(), limit);
        let mut out = BufWriter::new(super::files::create(target)?);
        copy(entry, packed, &mut out, most, "collection", limit)?;
        out.flush()?;
        Ok(())
    }

    /// The files that are there.
    pub(super) fn files(&mut self) -> Result<Vec<Listed>, AnkiError> {
        let limit = self.limits.list;
        let modern = self.kind == Kind::Modern;
        let mut bytes = Vec::new();
        match self.archive.by_name("media") {
            Err(_) => return Ok(Vec::new()),
            Ok(entry) => {
                let most = most(entry.compressed_size(), limit);
                copy(entry, modern, &mut bytes, most, "list", limit)?;
            }
        }
        let mut listed: Vec<Listed> = if modern {
            let entries = proto::MediaEntries::decode(bytes.as_slice())?.entries;
            entries
                .into_iter()
                .enumerate()
                .map(|(index, entry)| Listed {
                    entry: index.to_string(),
                    name: entry.name,
                    content: entry.sha1,
                })
                .collect()
        } else if bytes.iter().all(u8::is_ascii_whitespace) {
            Vec::new()
        } else {
            let list: std::collections::BTreeMap<String, String> =
                serde_json::from_slice(&bytes).map_err(|error| AnkiError::Damaged(error.to_string()))?;
            list.into_iter().map(|(entry, name)| Listed { entry, name, content: Vec::new() }).collect()
        };
        listed.retain(|file| !file.name.is_empty());
        if let Some(file) = listed.iter().find(|file| !is_name(&file.name)) {
            return Err(AnkiError::Hostile(file.name.chars().take(80).collect()));
        }
        let mut there = Vec::with_capacity(listed.len());
        for mut file in listed {
            let Some(index) = self.archive.index_for_name(&file.entry) else { continue };
            if !modern {
                // The directory of the archive tells two files of one content as well.
                let entry = self.archive.by_index_raw(index)?;
                file.content = [u64::from(entry.crc32()).to_le_bytes(), entry.size().to_le_bytes()].concat();
            }
            there.push(file);
        }
        Ok(there)
    }

    /// Unpacks a file into `target`; `false` when the archive does not have it.
    pub(super) fn file(&mut self, entry: &str, target: &Path) -> Result<bool, AnkiError> {
        let packed = self.kind == Kind::Modern;
        let left = self.limits.files.saturating_sub(self.unpacked);
        let limit = self.limits.file.min(left);
        let Ok(entry) = self.archive.by_name(entry) else { return Ok(false) };
        let most = most(entry.compressed_size(), limit);
        let mut out = BufWriter::new(super::files::create(target)?);
        self.unpacked += copy(entry, packed, &mut out, most, "media", limit)?;
        out.flush()?;
        Ok(true)
    }
}

fn kind(archive: &mut Archive, limits: Limits) -> Result<Kind, AnkiError> {
    let has = |archive: &Archive, name: &str| archive.index_for_name(name).is_some();
    if !has(archive, "meta") {
        return match (has(archive, "collection.anki21"), has(archive, "collection.anki2")) {
            (true, _) => Ok(Kind::Legacy2),
            (false, true) => Ok(Kind::Legacy1),
            (false, false) => Err(AnkiError::NotPackage),
        };
    }
    let mut bytes = Vec::new();
    copy(archive.by_name("meta")?, false, &mut bytes, limits.list.min(4096), "list", 4096)?;
    match proto::Meta::decode(bytes.as_slice())?.version {
        1 => Ok(Kind::Legacy1),
        2 => Ok(Kind::Legacy2),
        3 => Ok(Kind::Modern),
        other => Err(AnkiError::TooNew(other)),
    }
}

/// What `packed` bytes may become.
fn most(packed: u64, limit: u64) -> u64 {
    limit.min(SUSPICIOUS.max(packed.saturating_mul(MOST_PACKED)))
}

/// Copies an entry, unpacking it where its content is packed once more; never more than `most` bytes.
fn copy(
    entry: impl Read,
    packed: bool,
    out: &mut impl Write,
    most: u64,
    what: &'static str,
    limit: u64,
) -> Result<u64, AnkiError> {
    let damaged = |error: io::Error| match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::PermissionDenied => AnkiError::Io(error),
        _ => AnkiError::Damaged(error.to_string()),
    };
    let copied = if packed {
        let decoder = zstd::Decoder::new(entry).map_err(damaged)?;
        io::copy(&mut decoder.take(most + 1), out).map_err(damaged)?
    } else {
        io::copy(&mut entry.take(most + 1), out).map_err(damaged)?
    };
    if copied > most { Err(AnkiError::TooLarge { what, limit }) } else { Ok(copied) }
}

/// Whether the name of an entry stays within the archive.
fn is_inside(name: &str) -> bool {
    !name.starts_with(['/', '\\', '~'])
        && !name.contains(['\\', ':', '\0'])
        && name.split('/').all(|step| step != "..")
}

/// Whether the name of a file is a name and no path.
fn is_name(name: &str) -> bool {
    !name.contains(['/', '\\', '\0']) && !matches!(name, "." | "..")
}
