//! The ZIP archive.

use std::{
    fs::File,
    io::{self, BufWriter, Write as _},
    path::Path,
};

use prost::Message as _;
use sha1::{Digest as _, Sha1};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{GoOn, Load, PackageError, Step, Version, files::Media};
use crate::exchange::{anki::create, proto};

/// How hard Zstandard tries.
const LEVEL: i32 = 3;

/// Packs the database and the files, readable by their owner only; gives how many files could not be read.
pub(super) fn write(
    path: &Path,
    database: &Path,
    media: &Media,
    version: Version,
    load: Load<'_>,
    go_on: GoOn<'_>,
) -> Result<usize, PackageError> {
    let mut zip = ZipWriter::new(BufWriter::new(create(path)?));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    let packed =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    let number = if version == Version::Modern { 3 } else { 2 };
    zip.start_file("meta", stored)?;
    zip.write_all(&proto::Meta { version: number }.encode_to_vec())?;
    if !go_on(Step::Files, 0, media.len() + 1) {
        return Err(PackageError::Cancelled);
    }
    match version {
        Version::Modern => {
            zip.start_file("collection.anki21b", stored)?;
            zstd::stream::copy_encode(File::open(database)?, &mut zip, LEVEL)?;
        }
        Version::Legacy => {
            // Programs that know neither name take the oldest.
            for name in ["collection.anki21", "collection.anki2"] {
                zip.start_file(name, packed)?;
                io::copy(&mut File::open(database)?, &mut zip)?;
            }
        }
    }
    let mut entries = Vec::new();
    let mut list = serde_json::Map::new();
    let mut missing = 0;
    // The database is by far the most of it.
    let count = media.len() + 1;
    for (number, (name, deck, file)) in media.iter().enumerate() {
        if !go_on(Step::Files, number + 1, count) {
            return Err(PackageError::Cancelled);
        }
        let Some(bytes) = load(deck, file) else {
            missing += 1;
            continue;
        };
        let entry = entries.len().to_string();
        zip.start_file(entry.as_str(), stored)?;
        match version {
            Version::Modern => zstd::stream::copy_encode(bytes.as_slice(), &mut zip, LEVEL)?,
            Version::Legacy => zip.write_all(&bytes)?,
        }
        list.insert(entry, serde_json::Value::String(name.clone()));
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        entries.push(proto::MediaEntry { name: name.clone(), size, sha1: Sha1::digest(&bytes).to_vec() });
    }
    zip.start_file("media", stored)?;
    match version {
        Version::Modern => {
            let bytes = proto::MediaEntries { entries }.encode_to_vec();
            zstd::stream::copy_encode(bytes.as_slice(), &mut zip, LEVEL)?;
        }
        Version::Legacy => zip.write_all(serde_json::Value::Object(list).to_string().as_bytes())?,
    }
    zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(missing)
}
