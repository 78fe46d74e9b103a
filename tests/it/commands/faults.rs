//! What goes wrong around the program: no room, no rights, a clock that jumps. It is told, nothing is lost, and one can go on.

use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use carabin::i18n::Lang;

use super::{Home, home::Run};

/// The user whom nothing belongs to.
const NOBODY: u32 = 65534;

pub(super) fn deck(cards: usize) -> String {
    let head = "format: 1\ndeck: own\ntitle: Own\nlanguage: en\ncards:\n".to_owned();
    (0..cards).fold(head, |deck, n| format!("{deck}  - id: c{n}\n    q: Question {n}?\n    a: Answer {n}\n"))
}

/// A program in the environment of `home`.
pub(super) fn command_in(home: &Home, program: &str, args: &[&str]) -> Command {
    let carabin = home.carabin();
    let mut command = Command::new(program);
    command.args(args).env_clear().current_dir(home.path("")).stdin(Stdio::piped());
    command.envs(carabin.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command
}

fn run_with(command: Command, input: &str) -> Run {
    let output = assert_cmd::Command::from_std(command).write_stdin(input).output().expect("it runs");
    Run {
        stdout: String::from_utf8(output.stdout).expect("text"),
        stderr: String::from_utf8(output.stderr).expect("text"),
        code: output.status.code().expect("an exit code"),
    }
}

fn answers(home: &Home) -> usize {
    let export = home.run(["journal", "export"], "");
    export.stdout.matches("\"kind\":\"review\"").count()
}

#[test]
fn a_disk_that_fills_up_in_a_session_is_told_and_loses_nothing_that_was_kept() {
    for (lang, told) in
        [(Lang::En, "The system refused to write"), (Lang::Fr, "Le système a refusé d'écrire")]
    {
        let home = Home::with_deck(lang, &deck(60));
        home.run(["set", "new-per-day", "60"], "");
        home.run(["study", "--plain", "--deck", "own", "--limit", "1"], "\n3\n");
        let before = answers(&home);
        // No file may grow beyond a limit, and the system says so instead of ending the program: as full as a disk can be.
        let limit = fs::metadata(home.path("data/journal.db")).expect("a journal").len() / 512 + 250;
        let script = format!(
            "trap '' XFSZ; ulimit -f {limit}; exec '{}' study --plain --deck own",
            env!("CARGO_BIN_EXE_carabin")
        );
        let run = run_with(command_in(&home, "sh", &["-c", &script]), &"\n3\n".repeat(50));
        let said = format!("{}{}", run.stdout, run.stderr);
        assert!(said.contains(told), "{run:?}");
        assert_eq!(run.code, 1, "{run:?}");
        let kept = answers(&home);
        assert!(kept > before && kept < before + 50, "{before} {kept}");
        assert_eq!(home.run(["doctor"], "").code, 0);
        // There is room again, and it goes on where it was.
        let run = home.run(["study", "--plain", "--deck", "own"], &"\n3\n".repeat(5));
        assert!(!run.stderr.contains(told), "{run:?}");
        assert_eq!(answers(&home), kept + 5, "{run:?}");
    }
}

/// Everything below a folder, itself included.
fn tree(folder: &Path) -> Vec<PathBuf> {
    let mut out = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { out.extend(tree(&path)) } else { out.push(path) }
    }
    out
}

/// The program as somebody who may not do everything; `None` where that cannot be had.
pub(super) fn somebody_in(home: &Home, args: &[&str]) -> Option<Command> {
    let root = fs::metadata(home.path("")).expect("a home").uid() == 0;
    let owned = fs::metadata(home.path("data")).expect("data").uid();
    if !root && owned != NOBODY {
        return Some(command_in(home, env!("CARGO_BIN_EXE_carabin"), args));
    }
    // The rights of files do not stop root.
    for path in tree(&home.path("")) {
        chown(&path, Some(NOBODY), Some(NOBODY)).ok()?;
    }
    let mut all =
        vec!["--reuid", "65534", "--regid", "65534", "--clear-groups", env!("CARGO_BIN_EXE_carabin")];
    all.extend(args);
    let found =
        Command::new("setpriv").args(&all[..5]).arg("true").status().is_ok_and(|status| status.success());
    found.then(|| command_in(home, "setpriv", &all))
}

/// Runs it as such a one.
fn as_somebody(home: &Home, args: &[&str], input: &str) -> Option<Run> {
    somebody_in(home, args).map(|command| run_with(command, input))
}

#[test]
fn where_nothing_may_be_written_it_is_told_and_the_history_can_still_be_read() {
    let home = Home::with_deck(Lang::En, &deck(3));
    home.run(["study", "--plain", "--deck", "own", "--limit", "2"], "\n3\n\n3\n");
    let before = answers(&home);
    let (data, journal) = (home.path("data"), home.path("data/journal.db"));
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    if as_somebody(&home, &["paths"], "").is_none() {
        return;
    }
    set(&journal, 0o400);
    set(&data, 0o500);
    let refused = as_somebody(&home, &["study", "--plain"], "\n3\n").expect("it runs");
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(
        refused.stderr.contains("cannot be written") || refused.stderr.contains("read-only"),
        "{refused:?}"
    );
    let exported = as_somebody(&home, &["journal", "export"], "").expect("it runs");
    assert_eq!(exported.stdout.matches("\"kind\":\"review\"").count(), before, "{exported:?}");
    let shown = as_somebody(&home, &["stats"], "").expect("it runs");
    assert!(shown.code == 0 && shown.stderr.contains("read-only"), "{shown:?}");
    assert!(shown.stdout.contains("2 answers today"), "{shown:?}");
    let checked = as_somebody(&home, &["doctor"], "").expect("it runs");
    assert_eq!(checked.code, 1, "{checked:?}");
    assert!(checked.stdout.contains("Nothing can be written in"), "{checked:?}");
    set(&data, 0o700);
    set(&journal, 0o600);
    let well = as_somebody(&home, &["doctor"], "").expect("it runs");
    assert_eq!(well.code, 0, "{well:?}");
    assert_eq!(answers(&home), before);
}

#[test]
fn every_file_that_a_run_leaves_is_its_owner_s_alone() {
    let mut home = Home::with_deck(Lang::En, &deck(3));
    home.run(["study", "--plain", "--deck", "own"], "\n3\n\n3\nnote Mine.\n\n3\n");
    home.run(["journal", "backup"], "");
    home.run(["journal", "backup", "copy.db"], "");
    home.run(["journal", "export", "all.jsonl"], "");
    home.run(["journal", "export", "--anonymous", "shared.jsonl"], "");
    home.run(["sync", "init", "place"], "");
    home.on_day(23);
    home.run(["study", "--plain", "--deck", "own"], "\n3\n");
    home.run(["journal", "restore", "copy.db", "--yes"], "");
    home.run(["doctor", "--fix"], "");
    let mut seen = Vec::new();
    for path in tree(&home.path("")) {
        let name = path.strip_prefix(home.path("")).expect("below").display().to_string();
        // The tests wrote the deck, and made the folders around it.
        if name.starts_with("data/decks") || ["", "data", "cache", "config"].contains(&name.as_str()) {
            continue;
        }
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
        seen.push(name);
    }
    for name in [
        "data/journal.db",
        "data/backups",
        "cache/library.db",
        "cache/carabin.log",
        "all.jsonl",
        "shared.jsonl",
        "copy.db",
        "data/sync/lock",
        "data/sync/taken.json",
        "place",
        "place/events",
    ] {
        assert!(seen.iter().any(|seen| seen == name), "{name}: {seen:?}");
    }
    assert!(!seen.iter().any(|name| name.contains(".carabin-")), "{seen:?}");
}

fn jumps(lang: Lang) -> String {
    let mut home = Home::with_deck(lang, &deck(9));
    let mut all = String::new();
    let mut tell = |home: &Home, line: &str, input: &str| {
        all += &home.transcript(line, input);
        all.push('\n');
    };
    home.at("2026-11-22T20:30:00+01:00[Europe/Paris]");
    home.run(["study", "--plain", "--deck", "own", "--limit", "1"], "\n3\n");
    tell(&home, "carabin clock", "");
    home.at("2036-11-23T20:00:00+01:00[Europe/Paris]");
    tell(&home, "carabin clock", "");
    home.run(["study", "--plain", "--deck", "own", "--limit", "1"], "\n3\n");
    home.at("2026-11-24T08:00:00+01:00[Europe/Paris]");
    tell(&home, "carabin study --plain --deck own --limit 1", "");
    tell(&home, "carabin clock --correct", "");
    tell(&home, "carabin clock", "");
    tell(&home, "carabin clock --undo", "");
    tell(&home, "carabin clock --undo", "");
    tell(&home, "carabin clock --correct", "");
    home.at("2025-11-25T08:00:00+01:00[Europe/Paris]");
    home.run(["study", "--plain", "--deck", "own", "--limit", "1"], "\n3\n");
    home.at("2026-11-26T08:00:00+01:00[Europe/Paris]");
    tell(&home, "carabin clock --correct", "");
    assert_eq!(home.run(["doctor"], "").code, 0);
    all
}

#[test]
fn a_clock_that_jumps_in_english() {
    insta::assert_snapshot!(jumps(Lang::En));
}

#[test]
fn a_clock_that_jumps_in_french() {
    insta::assert_snapshot!(jumps(Lang::Fr));
}
