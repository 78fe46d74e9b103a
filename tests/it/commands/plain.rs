//! A whole session in plain lines.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Stdio},
};

use carabin::i18n::Lang;

use super::Home;
use crate::screens::{KINDS_EN, KINDS_FR};

/// Every kind, every action, both ways of saying a rating; what is typed is told by the comment.
const FRENCH: &str = "\
aide
/nimporte
indice

2
répéter

facile
drapeau
c
annuler
b

aucune
difficile
sofhia

note Voir la fiche 78.
temps
progression
modifier
0,5

suspendre
c
à revoir
annuler
quitter
";

const ENGLISH: &str = "\
help
hint

hard
repeat

easy
note
See sheet 78.
.
b

a c e

programme of follow-up
idk

time
score
later
b
";

fn session(lang: Lang, deck: &str, input: &str) -> String {
    let home = Home::with_deck(lang, deck);
    let id = if lang == Lang::Fr { "formats-fr" } else { "formats-en" };
    home.transcript(&format!("carabin study --deck {id} --plain"), input)
}

#[test]
fn a_session_in_french() {
    insta::assert_snapshot!(session(Lang::Fr, KINDS_FR, FRENCH));
}

#[test]
fn a_session_in_english() {
    insta::assert_snapshot!(session(Lang::En, KINDS_EN, ENGLISH));
}

#[test]
fn the_limit_the_filters_and_ahead_reach_the_session() {
    let mut home = Home::with_deck(Lang::En, KINDS_EN);
    let cards = |home: &Home, args: &str| {
        let line = format!("study --plain --deck formats-en {args}");
        let run = home.run(line.trim_end().split(' '), "");
        assert_eq!(run.code, 0, "{args}: {}", run.stderr);
        let head = run.stdout.lines().find_map(|line| line.strip_prefix("Card 1 of "));
        head.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>())
    };
    assert_eq!(cards(&home, "").as_deref(), Some("5"));
    assert_eq!(cards(&home, "--limit 2").as_deref(), Some("2"));
    assert_eq!(cards(&home, "--item 19 --rank A --objective OIC-019-09-A").as_deref(), Some("5"));
    home.run(["study", "--plain", "--deck", "formats-en"], "\n4\n");
    home.on_day(23);
    assert_eq!(cards(&home, "--limit 9").as_deref(), Some("4"));
    assert_eq!(cards(&home, "--ahead").as_deref(), Some("5"));
}

#[test]
fn a_deck_is_studied_by_its_path_too() {
    let home = Home::new(Lang::En);
    home.write("elsewhere/cardio.yaml", KINDS_EN);
    for path in ["./elsewhere/cardio.yaml", "./elsewhere"] {
        let run = home.run(["study", "--plain", "--limit", "1", "--deck", path], "");
        assert!(run.stdout.contains("Deck: One of each format"), "{path}: {run:?}");
    }
}

#[test]
fn what_cannot_be_studied_is_told_with_its_remedy() {
    let home = Home::with_deck(Lang::En, KINDS_EN);
    home.write("bad.yaml", "format: 1\ndeck: bad\ntitle: Bad\nlanguage: en\ncards:\n  - q: no answer\n");
    home.write("empty/readme.txt", "");
    let mut told = String::new();
    for args in [
        "--deck nope",
        "--deck ./nope.yaml",
        "--deck ./empty",
        "--deck ./bad.yaml",
        "--item 300",
        "--deck formats-en --rank B",
    ] {
        told += &home.transcript(&format!("carabin study --plain {args}"), "");
    }
    insta::assert_snapshot!(told);
}

#[test]
fn it_is_plain_where_there_is_no_terminal() {
    let home = Home::with_deck(Lang::En, KINDS_EN);
    let run = home.run(["study", "--deck", "formats-en"], "quit\n");
    assert!(run.stdout.starts_with("Session. “help”"), "{run:?}");
    let run = home.run([] as [&str; 0], "");
    assert!(run.stdout.contains("Welcome.") && run.code == 0, "{run:?}");
}

/// Starts the program with both its ends in hand.
fn start(home: &Home, args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carabin"));
    command.env_clear().current_dir(home.path(""));
    for (name, value) in home.carabin().get_envs() {
        command.env(name, value.expect("a value"));
    }
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("it runs")
}

#[test]
fn a_kill_loses_nothing_that_was_said_to_be_kept() {
    let home = Home::with_deck(Lang::En, KINDS_EN);
    let mut child = start(&home, &["study", "--plain", "--deck", "formats-en"]);
    let mut input = child.stdin.take().expect("its input");
    input.write_all(b"\n\n\n\n").expect("typed");
    let output = BufReader::new(child.stdout.take().expect("its output"));
    let kept = output.lines().map_while(Result::ok).filter(|line| line.starts_with("Kept: ")).take(2).count();
    child.kill().expect("killed");
    child.wait().expect("ended");
    assert_eq!(kept, 2);
    let stats: serde_json::Value =
        serde_json::from_str(&home.run(["stats", "--json"], "").stdout).expect("JSON");
    assert_eq!(stats["days"][29]["answers"], 2);
}

#[test]
fn an_answer_that_cannot_be_kept_stays_on_the_card_and_is_told() {
    let home = Home::with_deck(Lang::En, KINDS_EN);
    let mut child = start(&home, &["study", "--plain", "--deck", "formats-en"]);
    let mut input = child.stdin.take().expect("its input");
    let output = BufReader::new(child.stdout.take().expect("its output"));
    let mut lines = output.lines().map(|line| line.expect("text"));
    assert!(lines.by_ref().any(|line| line == "Enter for the answer."));
    // The history is damaged behind its back.
    let journal = rusqlite::Connection::open(home.path("data/journal.db")).expect("opened");
    journal.execute_batch("DROP TABLE fact").expect("dropped");
    input.write_all(b"\n\n\n").expect("typed");
    drop(input);
    let said: Vec<String> = lines.collect();
    assert_eq!(said.iter().filter(|line| line.starts_with("Error: ")).count(), 2, "tried twice: {said:#?}");
    assert!(!said.iter().any(|line| line.starts_with("Kept: ")), "{said:#?}");
    assert_eq!(child.wait().expect("ended").code(), Some(1));
}

#[test]
fn who_stops_reading_is_no_error() {
    let home = Home::with_deck(Lang::En, KINDS_EN);
    for args in [&["study", "--plain", "--deck", "formats-en"][..], &["deck", "schema"], &["set"]] {
        let mut child = start(&home, args);
        drop(child.stdout.take());
        drop(child.stdin.take());
        let ended = child.wait_with_output().expect("ended");
        assert_eq!(ended.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{args:?}");
    }
}
