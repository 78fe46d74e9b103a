//! The journal's file: made readable by its owner only; where it lies.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::JournalError;

/// Makes the file (and its folder) if it is not there, and closes it to everyone but its owner. SQLite gives its
/// companions (`-wal`, `-shm`, `-journal`) the same rights.
pub(super) fn prepare(path: &Path) -> Result<(), JournalError> {
    let told = |error: &io::Error| JournalError::Open { path: path.to_owned(), reason: error.to_string() };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        make_folder(folder).map_err(|error| told(&error))?;
    }
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            tighten(path);
            Ok(())
        }
        Err(error) => Err(match error.kind() {
            io::ErrorKind::ReadOnlyFilesystem => JournalError::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => JournalError::Full,
            _ => told(&error),
        }),
    }
}

/// Makes a folder for the owner only, if it is not there.
pub(super) fn prepare_folder(folder: &Path) -> Result<(), JournalError> {
    make_folder(folder)
        .map_err(|error| JournalError::Open { path: folder.to_owned(), reason: error.to_string() })
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Takes the rights of others away. A file whose rights may not be changed is used as it is.
#[cfg(unix)]
fn tighten(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    if let Ok(metadata) = fs::metadata(path) {
        let mode = metadata.permissions().mode();
        if mode & 0o077 != 0 {
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700));
        }
    }
}

#[cfg(not(unix))]
fn tighten(_: &Path) {}

/// Whether the file lies on a network file system, where the shared memory of SQLite's log does not work between
/// machines. Only Linux tells; elsewhere SQLite's own refusal decides.
#[must_use]
pub fn on_network(path: &Path) -> bool {
    let Ok(mounts) = fs::read_to_string("/proc/self/mounts") else { return false };
    let Ok(path) = fs::canonicalize(path) else { return false };
    mount_type(&mounts, &path).is_some_and(is_network)
}

/// The type of the file system that `path` lies on, by a table of mounts as Linux gives it.
fn mount_type<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let (_, folder, kind) = (fields.next()?, fields.next()?, fields.next()?);
            path.starts_with(folder.replace("\\040", " ")).then_some((folder.len(), kind))
        })
        // Of two on the same folder the later one hides the earlier.
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)
}

fn is_network(kind: &str) -> bool {
    const KINDS: [&str; 12] =
        ["nfs", "nfs3", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "davfs"];
    const FUSE: [&str; 5] = ["sshfs", "rclone", "davfs2", "glusterfs", "s3fs"];
    KINDS.contains(&kind) || kind.strip_prefix("fuse.").is_some_and(|kind| FUSE.contains(&kind))
}

/// The folder around `path` that a program keeps in step with other machines file by file, if there is one.
#[must_use]
pub fn synced_folder(path: &Path) -> Option<PathBuf> {
    const NAMES: [&str; 9] = [
        "Dropbox",
        "OneDrive",
        "Nextcloud",
        "ownCloud",
        "Google Drive",
        "GoogleDrive",
        "kDrive",
        "Mobile Documents",
        "pCloudDrive",
    ];
    const MARKERS: [&str; 4] = [".stfolder", ".dropbox", ".nextcloudsync.log", ".owncloudsync.log"];
    path.ancestors().skip(1).find_map(|folder| {
        let named = folder.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            NAMES.iter().any(|known| name == *known || name.starts_with(&format!("{known} ")))
                || name.starts_with("OneDrive-")
        });
        let marked = || MARKERS.iter().any(|marker| folder.join(marker).exists());
        (named || marked()).then(|| folder.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mount_is_found_by_the_longest_folder_and_the_last_word() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/srv /srv nfs4 rw 0 0\n\
                      /dev/sdb1 /srv/a\\040b ext4 rw 0 0\nx /mnt nfs rw 0 0\ny /mnt ext4 rw 0 0\n";
        let kind = |path: &str| mount_type(mounts, Path::new(path)).map(is_network);
        assert_eq!(kind("/var/journal.db"), Some(false));
        assert_eq!(kind("/srv/lea/journal.db"), Some(true));
        assert_eq!(kind("/srv/a b/journal.db"), Some(false));
        assert_eq!(kind("/srvs/journal.db"), Some(false));
        assert_eq!(kind("/mnt/journal.db"), Some(false));
        assert!(is_network("fuse.sshfs"));
    }

    #[test]
    fn a_synced_folder_is_known_by_its_name_or_its_marker() {
        let named = Path::new("/srv/lea/OneDrive - Université/x/journal.db");
        assert_eq!(synced_folder(named).as_deref(), Some(Path::new("/srv/lea/OneDrive - Université")));
        assert_eq!(synced_folder(Path::new("/srv/lea/.local/share/carabin/journal.db")), None);
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("s/.stfolder")).expect("a marker");
        let journal = folder.path().join("s/carabin/journal.db");
        assert_eq!(synced_folder(&journal), Some(folder.path().join("s")));
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/journal.db");
        let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
        prepare(&path).expect("made");
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(&folder.path().join("new")), 0o700);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("loosened");
        prepare(&path).expect("there");
        assert_eq!(mode(&path), 0o600);
    }
}
