//! Nothing that strangers write reaches the terminal as a command: by no command, in no language, in no field.

use std::{ffi::OsString, path::PathBuf};

use carabin::i18n::Lang;

use super::Home;

/// Clears the screen, sets the title, writes the clipboard, colours by a C1 character, turns the line around.
const EVIL: &str = "\\e[2J\\e]0;title\\a\\e]52;c;ZXZpbA==\\a\\x9b31m\\u202e\\u2066\\x7f\\r\\b";

/// A deck that has it in every field that takes a text.
fn deck() -> String {
    format!(
        r#"format: 1
deck: evil
title: "{EVIL} title"
language: en
version: "1 {EVIL}"
license: "{EVIL} licence"
authors: ["{EVIL} author"]
description: "{EVIL} description"
contact: "{EVIL} contact"
item: 19
objectives:
  - {{ id: OIC-019-09-A, title: "{EVIL} objective" }}
sources:
  s: {{ title: "{EVIL} source", author: "{EVIL} author", url: "https://example.org/{EVIL}", date: 2012-07-26 }}
defaults:
  objective: OIC-019-09-A
  source: s
  tags: ["{EVIL} tag"]
cards:
  - id: qa
    q: "{EVIL} question **bold** [link](https://example.org/{EVIL})"
    a: "{EVIL} answer\n\n| {EVIL} | b |\n|---|---|\n| 1 | {EVIL} |\n\n```\n{EVIL} code\n```\n<b>{EVIL}</b>"
    hint: "{EVIL} hint"
    note: "{EVIL} note"
    reverse: true
  - id: cloze
    cloze: "{EVIL} the {{{{{EVIL} blank::{EVIL} hint}}}} and"
  - id: qru
    qru: "{EVIL} which"
    options:
      - {{ correct: "{EVIL} right", why: "{EVIL} why" }}
      - {{ wrong: "{EVIL} wrong", why: "{EVIL} why" }}
  - id: qrm
    qrm: "{EVIL} which"
    options:
      - {{ correct: "{EVIL} right", why: "{EVIL} why" }}
      - {{ correct: "{EVIL} too", why: "{EVIL} why" }}
      - {{ wrong: "{EVIL} wrong", why: "{EVIL} why" }}
  - id: qroc
    qroc: "{EVIL} what"
    answers: ["{EVIL} this", "{EVIL} that"]
    accept: ["{EVIL} nearly"]
"#
    )
}

/// The same with mistakes whose messages cite the file.
fn broken() -> String {
    format!(
        "{}  - id: qa\n    \"{EVIL} key\": 1\n    q: \"{EVIL}\"\n  - id: \"{EVIL}\"\n    q: \"{EVIL}\"\n    a: b\n  \
         - q: \"{EVIL}\"\n    source: \"{EVIL}\"\n    a: \"{EVIL}\"\n    image: \"../{EVIL}.png\"\n",
        deck().replace("deck: evil", "deck: evil-broken")
    )
}

/// What no terminal may be sent, as [`EVIL`] means it.
fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The program's own colours: `ESC [ digits and semicolons m`.
fn without_colours(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        out.push_str(before);
        let end = after.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(after.len());
        if let Some(next) = after[end..].strip_prefix('m') {
            rest = next;
        } else {
            out.push_str("\u{1b}[");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// EVIL as bytes, for names of files, arguments and input.
fn raw() -> String {
    EVIL.replace("\\e", "\u{1b}")
        .replace("\\a", "\u{7}")
        .replace("\\x9b", "\u{9b}")
        .replace("\\u202e", "\u{202e}")
        .replace("\\u2066", "\u{2066}")
        .replace("\\x7f", "\u{7f}")
        .replace("\\r", "\r")
        .replace("\\b", "\u{8}")
}

fn home(lang: Lang) -> Home {
    let home = Home::with_deck(lang, &deck());
    assert_eq!(home.run(["set", "languages", "en"], "").code, 0);
    home.write("config/config.toml", "\"a\\u001b[31m\\u009b\" = 1\nlanguage = \"x\\u001b]0;y\\u0007\"\n");
    // The names of files come from strangers too.
    home.write(format!("data/decks/{}.yaml", raw()), &broken());
    home.write(format!("check/{}.yaml", raw()), &broken());
    home.write(
        "check/raw.yaml",
        &format!("format: 1\ndeck: raw\ntitle: {}\ncards:\n  - q: {}\n", raw(), raw()),
    );
    home
}

fn assert_harmless(home: &Home, args: &[OsString], input: &str) {
    let output = home.carabin().args(args).write_stdin(input).output().expect("it runs");
    for (name, bytes) in [("output", output.stdout), ("error", output.stderr)] {
        let text = String::from_utf8(bytes).expect("text");
        let text = if args.contains(&"always".into()) { without_colours(&text) } else { text };
        let harmful: Vec<&str> = text.lines().filter(|line| line.contains(is_harmful)).collect();
        assert!(harmful.is_empty(), "{args:?}, standard {name}: {harmful:?}");
    }
}

fn args(line: &str) -> Vec<OsString> {
    line.split(' ').map(OsString::from).collect()
}

#[test]
fn no_command_passes_anything_on() {
    let home = home(Lang::En);
    // Something happens to the cards first, so that the history tells of them.
    let evening = format!("\n\n\n\na\n\na b\n\n{0}\n1\n\nnote {0}\nflag\nsuspend\n", raw().replace('\r', ""));
    assert_harmless(&home, &args("study --plain --deck evil"), &evening);
    for line in [
        "stats",
        "stats --json",
        "deck list",
        "deck list --json",
        "deck check check",
        "deck check check --color always",
        "deck check --fix check",
        "card show evil/qa",
        "card show evil/qa --json",
        "card show evil/cloze",
        "card show evil/qru --json",
        "card show evil/qrm",
        "card show evil/qroc",
        "card show evil/qroc --json",
        "card resume evil/qa",
        "set",
        "pause",
        "paths",
        "paths --json",
    ] {
        assert_harmless(&home, &args(line), "");
    }
}

#[test]
fn no_line_of_the_plain_mode_passes_anything_on() {
    let home = home(Lang::Fr);
    let everything = "aide\nindice\n\nrépéter\nnote\ntexte\n.\ntemps\nprogression\nproblèmes\nmodifier\n\n\nindice\n\n1\n\
                      répéter\na\nrépéter\n2\na b\n3\nthis\n0,5\n4\n";
    assert_harmless(&home, &args("study --plain --deck evil"), everything);
    assert_harmless(&home, &args("study --plain"), "accueil\nobjectifs\nrangs\nproblèmes\n1\n");
    let evil = raw().replace(['\r', '\n'], "");
    assert_harmless(&home, &args("study --plain --deck evil"), &format!("{evil}\n/{evil}\n\n{evil}\n"));
}

#[test]
fn no_argument_is_repeated_with_its_sting() {
    let home = home(Lang::En);
    let evil = || OsString::from(raw());
    let path = |text: &str| OsString::from(format!("./{}{text}", raw()));
    for line in [
        vec!["study".into(), "--plain".into(), "--deck".into(), path(".yaml")],
        vec!["study".into(), "--plain".into(), "--deck".into(), evil()],
        vec!["study".into(), "--plain".into(), "--tag".into(), evil()],
        vec!["deck".into(), "check".into(), path("")],
        vec!["deck".into(), "check".into(), path(".yaml")],
        vec!["card".into(), "show".into(), evil()],
        vec!["set".into(), evil()],
        vec!["set".into(), "cap".into(), evil()],
        vec!["pause".into(), evil(), evil()],
        vec!["generate".into(), OsString::from(PathBuf::from(raw()))],
        vec!["--lang".into(), evil()],
        vec![evil()],
    ] {
        assert_harmless(&home, &line, "");
    }
}

#[test]
fn a_home_with_a_name_of_that_kind_is_told_without_it() {
    let home = Home::new(Lang::En);
    for line in ["paths", "paths --json", "stats", "deck list"] {
        let output = home
            .carabin()
            .env("CARABIN_HOME", home.path(raw()))
            .args(line.split(' '))
            .output()
            .expect("it runs");
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(!text.contains(is_harmful), "{line}: {text:?}");
        assert_eq!(output.status.code(), Some(0), "{line}");
    }
}

#[test]
fn the_tests_see_what_is_harmful() {
    for sting in ["\u{1b}", "\u{9b}", "\u{7f}", "\r", "\u{202e}"] {
        assert!(format!("a{sting}b").contains(is_harmful), "{sting:?}");
    }
    assert_eq!(without_colours("a\u{1b}[1;31mb\u{1b}[0m"), "ab");
    assert!(without_colours("a\u{1b}[2J").contains(is_harmful));
}
