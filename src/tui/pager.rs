//! The student's pager, for texts that the command line prints and that are longer than a screen.

use std::{
    io::{IsTerminal as _, Write as _, stdout},
    process::{Command, Stdio},
};

/// Shows `text` through `$PAGER`, else `less`. `false` when there is no terminal or no pager: the text was then not
/// shown.
#[must_use]
pub fn show(text: &str) -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    if dumb || !stdout().is_terminal() {
        return false;
    }
    let named = std::env::var("PAGER").ok();
    let words = named.as_deref().map_or_else(|| Some(vec!["less".to_owned()]), shlex::split);
    let Some((program, args)) = words.as_deref().and_then(<[String]>::split_first) else { return false };
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRX"); // leave at once what fits the screen, keep the colours
    }
    // Ctrl-C belongs to the pager while it is open: it stops a search there, and would leave it without us here. The
    // flag is never looked at.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::default());
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut input) = child.stdin.take() {
        // Who closes the pager has read enough.
        let _ = input.write_all(text.as_bytes());
    }
    let _ = child.wait();
    true
}
