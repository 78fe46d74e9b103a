//! A place in a git repository.

use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::exchange::git::{Git, Limits};

/// A repository that others push to.
pub(super) struct Hub {
    folder: TempDir,
    pub(super) path: PathBuf,
}

impl Hub {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let git = Git::find().expect("git is installed: these tests are about it");
        git.run(folder.path(), ["init", "-q", "--bare", "hub.git"], &Limits::LOCAL).expect("a repository");
        Self { path: folder.path().join("hub.git"), folder }
    }

    /// What it does before it takes a push, as a shell script.
    #[cfg(unix)]
    pub(super) fn set_hook(&self, script: &str) {
        use std::os::unix::fs::PermissionsExt as _;
        let hook = self.path.join("hooks/pre-receive");
        fs::create_dir_all(hook.parent().expect("a folder")).expect("a folder");
        write_atomically(&hook, format!("#!/bin/sh\n{script}\n").as_bytes()).expect("written");
        fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("made a program");
    }
}

#[test]
fn a_git_repository_carries_the_same() {
    let hub = Hub::new();
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(&hub.path).answer(&["d/a", "d/b"]);
    assert_eq!(laptop.sync().sent, 2);
    tower.set_up(&hub.path).answer(&["d/c"]);
    let report = tower.sync();
    assert_eq!((report.received, report.sent), (2, 1));
    assert_eq!(laptop.sync().received, 1);
    assert_eq!(seen(&laptop.journal()), seen(&tower.journal()));
    // A sync that was killed half-way leaves locks and half a working copy.
    let copy = laptop.folder.path().join("data/sync/repository");
    write_atomically(&copy.join(".git/index.lock"), b"").expect("written");
    laptop.answer(&["d/d"]);
    assert_eq!(laptop.sync().sent, 1);
    write_atomically(&copy.join(".git/HEAD"), b"nonsense").expect("written");
    assert_eq!(tower.sync().received, 1);
    laptop.answer(&["d/e"]);
    assert_eq!(laptop.sync().sent, 1);
    assert_eq!(tower.sync().received, 1);
}

#[test]
fn what_could_not_be_pushed_goes_with_the_next_sync() {
    let hub = Hub::new();
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(&hub.path).answer(&["d/a"]);
    laptop.sync();
    laptop.answer(&["d/b"]);
    let away = hub.folder.path().join("away.git");
    fs::rename(&hub.path, &away).expect("gone");
    assert_eq!(laptop.try_sync().expect_err("gone").message_id(), "git-not-found");
    fs::rename(&away, &hub.path).expect("back");
    laptop.answer(&["d/c"]);
    laptop.sync();
    assert_eq!(tower.set_up(&hub.path).sync().received, 3);
}

/// A laptop that answered a card here, and took in the history of two more from elsewhere.
#[cfg(unix)]
fn with_two_histories(hub: &Hub) -> Home {
    let laptop = Home::new("laptop");
    laptop.set_up(&hub.path).answer(&["d/a"]);
    laptop.bring(&["d/x", "d/y"]);
    laptop
}

#[cfg(unix)]
#[test]
fn what_a_repository_refused_goes_when_it_does_no_longer_whoever_made_it() {
    let hub = Hub::new();
    hub.set_hook("echo 'not today' >&2; exit 1");
    let (laptop, tower) = (with_two_histories(&hub), Home::new("tower"));
    for _ in 0..2 {
        assert_eq!(laptop.try_sync().expect_err("refused").message_id(), "git-refused");
    }
    hub.set_hook("exit 0");
    assert_eq!(laptop.sync().sent, 3);
    assert_eq!(tower.set_up(&hub.path).sync().received, 3);
}

/// Somebody who says stop when there is this file.
#[cfg(unix)]
struct StopAt(PathBuf);

#[cfg(unix)]
impl Progress for StopAt {
    fn step(&mut self, _: &'static str, _: u64, _: Option<u64>) {}

    fn cancelled(&self) -> bool {
        self.0.exists()
    }
}

#[cfg(unix)]
#[test]
fn what_was_broken_off_in_a_push_goes_with_the_next_sync() {
    let hub = Hub::new();
    let pushing = hub.path.join("pushing");
    hub.set_hook("touch pushing; while [ -e pushing ]; do sleep 0.1; done; exit 1");
    let (laptop, tower) = (with_two_histories(&hub), Home::new("tower"));
    let error = laptop.sync_with(&mut StopAt(pushing.clone())).expect_err("broken off");
    assert_eq!(error.message_id(), "git-cancelled");
    hub.set_hook("exit 0");
    fs::remove_file(&pushing).expect("the hook ends");
    assert_eq!(laptop.sync().sent, 3);
    assert_eq!(tower.set_up(&hub.path).sync().received, 3);
}

#[cfg(unix)]
#[test]
fn who_was_slower_than_another_tries_again_with_everything() {
    let hub = Hub::new();
    hub.set_hook("[ -e tried ] || { touch tried; echo 'cannot lock ref' >&2; exit 1; }");
    let (laptop, tower) = (with_two_histories(&hub), Home::new("tower"));
    assert_eq!(laptop.sync().sent, 3);
    assert!(hub.path.join("tried").exists());
    assert_eq!(tower.set_up(&hub.path).sync().received, 3);
}
