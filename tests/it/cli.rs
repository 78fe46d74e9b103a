//! The command line as a student meets it: the help pages and the refusals in both languages, at 80 columns.

use std::{ffi::OsString, fmt::Write, path::Path};

use carabin::{
    cli::{self, Command, Exit, Failure, Generated},
    i18n::{Lang, Messages},
};

fn parse(lang: Lang, line: &str) -> Result<Command, Failure> {
    let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
    cli::parse(&args, &Messages::new(lang), 80)
}

const PAGES: &[&str] = &[
    "carabin -h",
    "carabin --help",
    "carabin study -h",
    "carabin study --help",
    "carabin exam --help",
    "carabin exam abandon --help",
    "carabin exam compare --help",
    "carabin exam list --help",
    "carabin exam show --help",
    "carabin stats --help",
    "carabin programme --help",
    "carabin programme import --help",
    "carabin programme show --help",
    "carabin programme export --help",
    "carabin programme remove --help",
    "carabin card --help",
    "carabin card show --help",
    "carabin card resume --help",
    "carabin card report --help",
    "carabin deck --help",
    "carabin deck guide --help",
    "carabin deck new --help",
    "carabin deck add --help",
    "carabin deck check --help",
    "carabin deck diff --help",
    "carabin deck list --help",
    "carabin deck pack --help",
    "carabin deck remove --help",
    "carabin deck reset --help",
    "carabin deck results --help",
    "carabin deck schema --help",
    "carabin deck update --help",
    "carabin import --help",
    "carabin import lisa --help",
    "carabin doctor --help",
    "carabin journal --help",
    "carabin journal backup --help",
    "carabin journal list --help",
    "carabin journal restore --help",
    "carabin journal export --help",
    "carabin journal import --help",
    "carabin pause --help",
    "carabin set -h",
    "carabin set --help",
    "carabin sync --help",
    "carabin sync init --help",
    "carabin sync status --help",
    "carabin sync off --help",
    "carabin paths --help",
    "carabin clock --help",
    "carabin completions --help",
    "carabin help --help",
    "carabin generate --help",
];

fn pages(lang: Lang) -> String {
    PAGES.iter().fold(String::new(), |mut all, line| {
        match parse(lang, line) {
            Ok(Command::Show(page)) => writeln!(all, "$ {line}\n{}", page.render(false)).expect("a string"),
            other => panic!("{line}: {other:?}"),
        }
        all
    })
}

#[test]
fn the_help_in_english() {
    insta::assert_snapshot!(pages(Lang::En));
}

#[test]
fn the_help_in_french() {
    insta::assert_snapshot!(pages(Lang::Fr));
}

#[test]
fn no_line_of_the_help_is_wider_than_the_terminal() {
    for lang in Lang::ALL {
        for line in pages(lang).lines().filter(|line| line.chars().count() > 80) {
            // A line of an example is copied, so it is never broken.
            assert!(line.starts_with("  carabin "), "{lang}: {line}");
        }
    }
}

#[test]
fn help_as_a_command_is_help_as_an_option() {
    for lang in Lang::ALL {
        assert_eq!(parse(lang, "carabin help deck check"), parse(lang, "carabin deck check --help"));
        assert_eq!(parse(lang, "carabin help"), parse(lang, "carabin --help"));
    }
}

#[test]
fn the_version_is_the_package_s() {
    let Ok(Command::Show(page)) = parse(Lang::Fr, "carabin --version") else { panic!("no version") };
    assert_eq!(page.render(false), format!("carabin {}\n", env!("CARGO_PKG_VERSION")));
}

/// What students get wrong, each with the reason it stands here.
const MISTAKES: [&str; 36] = [
    // Options that do not exist, or stand elsewhere.
    "carabin study --itm 19",
    "carabin study --xyzzy",
    "carabin --item 19",
    "carabin --json",
    "carabin study -z",
    // Commands that do not exist, or are missing.
    "carabin stuyd",
    "carabin réviser",
    "carabin cardio.yaml",
    "carabin deck",
    "carabin deck chek a.yaml",
    "carabin help deck chek",
    "carabin card",
    // Values.
    "carabin study --deck",
    "carabin study --deck --plain",
    "carabin study --deck Cardio",
    "carabin study --item 368",
    "carabin study --item dix-neuf",
    "carabin study --objective OIC-19",
    "carabin study --objective OIC-019-09-C",
    "carabin study --rank C",
    "carabin study --limit 0",
    "carabin study --tag=",
    "carabin study --ahead=yes",
    "carabin study --item 1 --item 2",
    "carabin --lang de",
    "carabin --color sometimes",
    "carabin card show leviers",
    "carabin card show",
    "carabin deck reset",
    "carabin stats today",
    "carabin completions ksh",
    "carabin pause 2026-12-24",
    "carabin pause 2027-01-02 2026-12-24",
    "carabin pause 24/12/2026 2/1/2027",
    "carabin set retenion 0.9",
    "carabin set retention 2",
];

fn refusals(lang: Lang) -> String {
    MISTAKES.iter().fold(String::new(), |mut all, line| {
        let failure = parse(lang, line).expect_err(line);
        assert_eq!(failure.exit, Exit::Misused, "{line}");
        writeln!(all, "$ {line}\n{}", failure.page.render(false)).expect("a string");
        all
    })
}

#[test]
fn the_refusals_in_english() {
    insta::assert_snapshot!(refusals(Lang::En));
}

#[test]
fn the_refusals_in_french() {
    insta::assert_snapshot!(refusals(Lang::Fr));
}

#[test]
fn nothing_typed_reaches_the_terminal_as_a_command() {
    let evil = "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}";
    for line in [
        format!("carabin {evil}"),
        format!("carabin --{evil}"),
        format!("carabin stats {evil}"),
        format!("carabin study --item {evil}"),
        format!("carabin study --deck {evil}"),
        format!("carabin help {evil}"),
        format!("carabin set retention {evil}"),
        format!("carabin set {evil}"),
    ] {
        let shown = parse(Lang::Fr, &line).expect_err("nothing of this is right").page.render(false);
        let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!shown.contains(obeyed), "{shown:?}");
    }
}

#[test]
fn a_refusal_repeats_only_the_beginning_of_what_is_endless() {
    let shown = parse(Lang::En, &format!("carabin {}", "x".repeat(100_000))).expect_err("no command").page;
    assert!(shown.render(false).len() < 600);
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text_are_refused_and_paths_may_hold_them() {
    use std::os::unix::ffi::OsStringExt;
    let odd = || OsString::from_vec(b"d\xe9ck/x.yaml".to_vec());
    let run = |args: Vec<OsString>| cli::parse(&args, &Messages::new(Lang::En), 80);
    let failure = run(vec!["carabin".into(), "study".into(), "--tag".into(), odd()]).expect_err("no tag");
    assert_eq!(failure.exit, Exit::Misused);
    assert!(failure.page.render(false).starts_with("error: an argument is not valid UTF-8"));
    let Ok(Command::Study(study)) = run(vec!["carabin".into(), "study".into(), "--deck".into(), odd()])
    else {
        panic!("a path is not text")
    };
    assert_eq!(study.selection.decks, [cli::DeckChoice::Path(odd().into())]);
}

#[test]
fn the_generated_files_are_up_to_date() {
    for Generated { path, text } in Generated::all(carabin::tui::reference::keys) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(&path);
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(kept == text, "assets/{path} is stale: run `carabin generate assets`");
    }
}
