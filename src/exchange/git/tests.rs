//! With the git of this machine and repositories in folders. Where there is no git, there is nothing to test.

use std::{
    cell::Cell,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use super::*;

struct Place {
    folder: tempfile::TempDir,
    git: Git,
}

impl Place {
    fn new() -> Option<Self> {
        let git = Git::find().ok()?;
        Some(Self { folder: tempfile::tempdir().expect("a folder"), git })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, name: &str, args: &[&str]) -> Result<Output, GitError> {
        self.git.run(&self.path(name), args, &Limits::LOCAL)
    }

    /// A repository with one commit that holds these files.
    fn repository(&self, name: &str, files: &[(&str, &str)]) {
        fs::create_dir_all(self.path(name)).expect("a folder");
        self.run(name, &["init", "-q", "-b", "main"]).expect("made");
        for (file, text) in files {
            put(&self.path(name).join(file), text);
        }
        self.run(name, &["add", "-A"]).expect("added");
        let who = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
        self.run(name, &[&who[..], &["commit", "-q", "-m", "one"]].concat()).expect("committed");
    }

    fn clone(&self, from: &str, to: &str) -> Result<Output, GitError> {
        let from = self.path(from).to_string_lossy().into_owned();
        self.run("", &["clone", "-q", "--", &from, to])
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let mut file = fs::File::create(path).expect("a file");
    std::io::Write::write_all(&mut file, text.as_bytes()).expect("written");
}

#[test]
fn a_repository_is_cloned() {
    let Some(place) = Place::new() else { return };
    place.repository("a", &[("deck.yaml", "format: 1\n")]);
    place.clone("a", "b").expect("cloned");
    assert_eq!(fs::read_to_string(place.path("b/deck.yaml")).expect("a file"), "format: 1\n");
}

#[test]
fn without_git_it_is_said_that_git_is_missing() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = Git::at(&folder.path().join("git")).expect_err("nothing there");
    assert_eq!(error.message_id(), "git-missing");
}

#[test]
fn what_is_no_repository_is_not_found() {
    let Some(place) = Place::new() else { return };
    assert_eq!(place.clone("nowhere", "b").expect_err("nothing there").message_id(), "git-not-found");
    assert!(!place.path("b").exists());
}

#[test]
fn a_protocol_that_runs_commands_is_not_allowed() {
    let Some(place) = Place::new() else { return };
    let touched = place.path("touched");
    let address = format!("ext::touch {}", touched.display());
    let error = place.run("", &["clone", "-q", "--", &address, "b"]).expect_err("refused");
    assert_eq!(error.message_id(), "git-address");
    assert!(!touched.exists());
}

#[cfg(unix)]
#[test]
fn no_hook_runs_and_no_link_is_followed() {
    use std::os::unix::fs::PermissionsExt as _;
    let Some(place) = Place::new() else { return };
    place.repository("a", &[("x", "1")]);
    // A link that is kept as one: the mode 120000 is put into the index by hand.
    put(&place.path("a/target"), "/etc/passwd");
    let blob = place.run("a", &["hash-object", "-w", "target"]).expect("an object").line();
    let entry = format!("120000,{blob},link");
    place.run("a", &["update-index", "--add", "--cacheinfo", &entry]).expect("in the index");
    let who = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
    place.run("a", &[&who[..], &["commit", "-q", "-m", "two"]].concat()).expect("committed");
    let hook = place.path("a/.git/hooks/post-checkout");
    put(&hook, "#!/bin/sh\ntouch ran\n");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("set");
    place.run("a", &["checkout", "-q", "-f", "main"]).expect("checked out");
    assert!(!place.path("a/ran").exists());
    let link = fs::symlink_metadata(place.path("a/link")).expect("checked out");
    assert!(link.is_file(), "a link is a plain file here");
}

#[test]
fn it_ends_when_it_is_cancelled_or_too_slow_or_says_too_much() {
    let Some(place) = Place::new() else { return };
    place.repository("a", &[("big", &"x".repeat(100_000))]);
    let dir = place.path("a");
    let small = Limits { output: 1000, ..Limits::LOCAL };
    let error = place.git.run(&dir, ["cat-file", "-p", "HEAD:big"], &small).expect_err("too much");
    assert_eq!(error.message_id(), "git-large");
    // A command that waits until it is ended.
    let wait = ["-c", "alias.wait=!sleep 1000", "wait"];
    let short = Limits { time: Duration::from_millis(50), ..Limits::LOCAL };
    assert_eq!(place.git.run(&dir, wait, &short).expect_err("too slow").message_id(), "git-slow");
    let asked = Cell::new(0);
    let cancelled = || {
        asked.set(asked.get() + 1);
        asked.get() > 3
    };
    let limits = Limits { cancelled: &cancelled, ..Limits::LOCAL };
    assert_eq!(place.git.run(&dir, wait, &limits).expect_err("cancelled").message_id(), "git-cancelled");
}

#[test]
fn a_push_over_another_one_tells_that_the_remote_has_moved() {
    let Some(place) = Place::new() else { return };
    place.repository("a", &[("x", "1")]);
    let from = place.path("a").to_string_lossy().into_owned();
    place.run("", &["clone", "-q", "--bare", "--", &from, "hub.git"]).expect("a bare one");
    for name in ["one", "two"] {
        place.clone("hub.git", name).expect("cloned");
        put(&place.path(name).join(name), name);
        place.run(name, &["add", "-A"]).expect("added");
        let who = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
        place.run(name, &[&who[..], &["commit", "-q", "-m", name]].concat()).expect("committed");
    }
    place.run("one", &["push", "-q", "origin", "main"]).expect("pushed");
    let error = place.run("two", &["push", "-q", "origin", "main"]).expect_err("behind");
    assert_eq!(error.message_id(), "git-moved", "{error}");
    assert!(error.may_pass());
}

#[test]
fn a_repository_around_the_folder_is_not_meant() {
    let Some(place) = Place::new() else { return };
    place.repository("a", &[("x/y", "1")]);
    assert!(place.run("a/x", &["status"]).is_err());
}

/// A git that does what a script says, whatever it is asked.
#[cfg(unix)]
fn scripted(folder: &Path, script: &str) -> Git {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join("git");
    put(
        &path,
        &format!("#!/bin/sh\ncase \"$*\" in *--version*) exit 0 ;; *sshCommand*) exit 1 ;; esac\n{script}\n"),
    );
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("made a program");
    Git::at(&path).expect("a git")
}

#[cfg(unix)]
#[test]
fn a_repository_that_fills_the_disk_is_given_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let git = scripted(folder.path(), "while :; do head -c 100000 /dev/zero >>big; done");
    let limits = Limits { disk: Some((folder.path(), 1 << 20)), ..Limits::LOCAL };
    let error = git.run(folder.path(), ["clone"], &limits).expect_err("too large");
    assert!(matches!(error, GitError::Heavy { bytes: 0x10_0000 }), "{error:?}");
}

#[cfg(unix)]
#[test]
fn who_goes_on_talking_gains_no_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let git = scripted(folder.path(), "while :; do echo x; sleep 0.005; done");
    let limits = Limits { time: Duration::from_millis(100), ..Limits::LOCAL };
    let error = git.run(folder.path(), ["clone"], &limits).expect_err("too slow");
    assert!(matches!(error, GitError::Slow { .. }), "{error:?}");
}
