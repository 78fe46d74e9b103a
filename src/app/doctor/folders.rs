//! The folders and files: whether they can be written, whether others can read them, how much room there is.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Area, Level, Sheet, count, shown};
use crate::app::paths::Paths;

const FOLDERS: Area = Area::Folders;

/// Less room than this is told: the history needs some for its log, and as much again for a backup.
#[cfg(unix)]
const LITTLE_ROOM: u64 = 100 << 20;

/// With less than this the next evening may not be kept.
#[cfg(unix)]
const NO_ROOM: u64 = 5 << 20;

pub(super) fn look(sheet: &mut Sheet) {
    let paths = &sheet.patient.paths;
    let begin = sheet.findings.len();
    let folders = [&paths.data, &paths.config, &paths.cache, &paths.decks()].map(Clone::clone);
    for folder in &folders {
        writable(sheet, folder);
    }
    open_to_others(sheet);
    room(sheet);
    if sheet.findings.len() == begin {
        let args = [("path", shown(sheet.patient.paths.data.to_string_lossy()))];
        sheet.note(FOLDERS, Level::Good, "doctor-folders-good", &args);
    }
}

/// Whether something can be written there. A folder that is not there yet is made when it is needed.
fn writable(sheet: &mut Sheet, folder: &Path) {
    if !folder.exists() {
        return;
    }
    let tried = tempfile::Builder::new().prefix(".carabin-").tempfile_in(folder);
    if let Err(error) = tried {
        // Only the history cannot be kept elsewhere.
        let level = if *folder == sheet.patient.paths.data { Level::Bad } else { Level::Warning };
        let args = [("path", shown(folder.to_string_lossy())), ("reason", shown(error.to_string()))];
        sheet.note(FOLDERS, level, "doctor-not-writable", &args);
    }
}

/// What belongs to the student alone: the folders, and the files directly in them and in those of backups and exams.
fn private(paths: &Paths) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for folder in [&paths.data, &paths.config, &paths.cache] {
        out.push(folder.clone());
        let mut inside: Vec<PathBuf> = children(folder);
        for folder in inside.clone().iter().filter(|path| path.is_dir() && **path != paths.decks()) {
            inside.extend(children(folder));
        }
        out.extend(inside);
    }
    out
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| !path.is_symlink()).collect()
}

#[cfg(unix)]
fn open_to_others(sheet: &mut Sheet) {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let paths = &sheet.patient.paths;
    let owner = fs::metadata(&paths.data).map(|data| data.uid()).ok();
    let (mut open, mut foreign) = (Vec::new(), Vec::new());
    for path in private(paths) {
        let Ok(metadata) = fs::metadata(&path) else { continue };
        if metadata.permissions().mode() & 0o077 != 0 {
            open.push((path.clone(), metadata.permissions().mode()));
        }
        if owner.is_some_and(|owner| owner != metadata.uid()) {
            foreign.push(path);
        }
    }
    if let Some((first, _)) = open.first() {
        let fix = sheet.patient.fix;
        let close = |(path, mode): &(PathBuf, u32)| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700)).is_ok()
        };
        let mended = fix && open.iter().all(close);
        let args = [("count", count(open.len())), ("path", shown(first.to_string_lossy()))];
        let found = sheet.note(FOLDERS, Level::Warning, "doctor-open-to-others", &args);
        (found.mendable, found.mended) = (true, mended);
    }
    if let Some(first) = foreign.first() {
        let args = [("count", count(foreign.len())), ("path", shown(first.to_string_lossy()))];
        sheet.note(FOLDERS, Level::Warning, "doctor-foreign", &args);
    }
}

#[cfg(not(unix))]
fn open_to_others(_: &mut Sheet) {}

#[cfg(unix)]
fn room(sheet: &mut Sheet) {
    let paths = &sheet.patient.paths;
    let Ok(system) = rustix::fs::statvfs(&paths.data) else { return };
    let free = system.f_bavail.saturating_mul(system.f_frsize);
    let journal = fs::metadata(paths.journal()).map_or(0, |file| file.len());
    let level = if free < NO_ROOM {
        Level::Bad
    } else if free < LITTLE_ROOM.max(journal.saturating_mul(2)) {
        Level::Warning
    } else {
        return;
    };
    let megabytes = usize::try_from(free >> 20).unwrap_or(usize::MAX);
    let args = [("path", shown(paths.data.to_string_lossy())), ("megabytes", count(megabytes))];
    sheet.note(FOLDERS, level, "doctor-little-room", &args);
}

#[cfg(not(unix))]
fn room(_: &mut Sheet) {}
