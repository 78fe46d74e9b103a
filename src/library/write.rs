//! Writing files so that a crash leaves the old or the new one, never half of one.

use std::{
    fs::File,
    io::{self, Write as _},
    path::Path,
};

/// Writes `bytes` to a temporary file beside `path`, makes it durable, and puts it in place. An existing file keeps its
/// permissions; a new one is readable by its owner only.
///
/// # Errors
/// Any of the file system's; `path` is then as it was.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, |file| file.write_all(bytes))
}

/// The same with what `write` writes, which need not fit into memory.
///
/// # Errors
/// Any of the file system's or of `write`; `path` is then as it was.
pub fn replace(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    // Through a link the file is replaced, not the link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".carabin-").tempfile_in(folder)?;
    write(file.as_file_mut())?;
    if let Ok(metadata) = std::fs::metadata(&path) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}
