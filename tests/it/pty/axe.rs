//! Signals, and death.

use std::{
    io::Write as _,
    process::{Child, ChildStdin, Command, Stdio},
};

/// Kills a process at once. It is raised beforehand, so that between the wish and the deed there is only a byte.
pub(super) struct Axe {
    child: Child,
    handle: Option<ChildStdin>,
}

impl Axe {
    /// Above this process.
    pub(super) fn new(process: u32) -> Self {
        let mut child = Command::new("sh")
            .args(["-c", &format!("read -r _ && kill -KILL {process} 2>/dev/null")])
            .stdin(Stdio::piped())
            .spawn()
            .expect("a shell");
        Self { handle: child.stdin.take(), child }
    }

    /// Kills.
    pub(super) fn fall(mut self) {
        if let Some(handle) = &mut self.handle {
            let _ = handle.write_all(b"\n");
        }
    }
}

impl Drop for Axe {
    fn drop(&mut self) {
        // Without its handle the shell ends.
        self.handle = None;
        let _ = self.child.wait();
    }
}

/// Sends a signal (`TERM`, `HUP`, …) to a process.
pub(super) fn signal(name: &str, process: u32) {
    let status = Command::new("sh").args(["-c", &format!("kill -{name} {process}")]).status();
    assert!(status.expect("a shell").success(), "SIG{name} could not be sent to {process}");
}
