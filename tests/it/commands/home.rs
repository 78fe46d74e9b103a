//! A home of the tests: a folder of its own, a clock that stands, nothing of the machine.

use std::{
    ffi::OsStr,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use assert_cmd::Command;
use carabin::{
    app::{clock::CLOCK_VARIABLE, files::write_atomically, paths::HOME_VARIABLE},
    i18n::Lang,
};

/// A student's home.
pub(super) struct Home {
    folder: tempfile::TempDir,
    lang: Lang,
    clock: String,
}

/// What a run came to.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) stdout: String,
    pub(super) stderr: String,
    pub(super) code: i32,
}

impl Home {
    /// An empty home, at eight in the evening of 22 November 2026.
    pub(super) fn new(lang: Lang) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, lang, clock: clock(22) }
    }

    /// A home with a deck, intervals that are the same on every machine, and new cards in the order of the deck.
    pub(super) fn with_deck(lang: Lang, deck: &str) -> Self {
        let home = Self::new(lang);
        home.write("data/decks/own.yaml", deck);
        assert_eq!(home.run(["set", "fuzz", "false"], "").code, 0);
        // The scripts know the order of the deck.
        assert_eq!(home.run(["set", "new-order", "file"], "").code, 0);
        home
    }

    /// The clock stands at eight in the evening of this day of November.
    pub(super) fn on_day(&mut self, day: u32) {
        self.clock = clock(day);
    }

    /// The clock stands at this time.
    pub(super) fn at(&mut self, time: &str) {
        time.clone_into(&mut self.clock);
    }

    /// A path within.
    pub(super) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(relative)
    }

    pub(super) fn write(&self, relative: impl AsRef<Path>, text: &str) -> PathBuf {
        let path = self.path(relative);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        write_atomically(&path, text.as_bytes()).expect("written");
        path
    }

    /// The program in this home, in the home's language, with nothing of the environment that the tests run in.
    pub(super) fn carabin(&self) -> Command {
        Command::from_std(self.process())
    }

    /// The same, to talk with while it runs.
    pub(super) fn process(&self) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_carabin"));
        command.env_clear().current_dir(self.folder.path());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env(HOME_VARIABLE, self.folder.path()).env(CLOCK_VARIABLE, &self.clock);
        command.env("LC_ALL", if self.lang == Lang::Fr { "fr_FR.UTF-8" } else { "en_GB.UTF-8" });
        command.env("TZ", "Europe/Paris").env("EDITOR", "true");
        command
    }

    /// Runs it with `input` on standard input.
    pub(super) fn run(&self, args: impl IntoIterator<Item = impl AsRef<OsStr>>, input: &str) -> Run {
        let output = self.carabin().args(args).write_stdin(input).output().expect("it runs");
        Run {
            stdout: String::from_utf8(output.stdout).expect("text on standard output"),
            stderr: String::from_utf8(output.stderr).expect("text on standard error"),
            code: output.status.code().expect("an exit code"),
        }
    }

    /// A command line with everything that came of it; the home's own path is `HOME`.
    pub(super) fn transcript(&self, line: &str, input: &str) -> String {
        let run = self.run(line.split(' ').skip(1), input);
        let mut out = format!("$ {line}\n{}", run.stdout);
        for line in run.stderr.lines() {
            let _ = writeln!(out, "! {line}");
        }
        if run.code != 0 {
            let _ = writeln!(out, "exit code {}", run.code);
        }
        let home = self.folder.path().display().to_string();
        // Where a temporary folder is behind a link, the program may know it by its real name.
        let real = self.folder.path().canonicalize().expect("there").display().to_string();
        out.replace(&real, "HOME").replace(&home, "HOME")
    }
}

fn clock(day: u32) -> String {
    format!("2026-11-{day:02}T20:00:00+01:00[Europe/Paris]")
}
