//! What the commands tell, in both languages.

use carabin::i18n::Lang;

use super::Home;
use crate::screens::{KINDS_EN, KINDS_FR};

/// A home where only the tests' own deck is studied, so that the figures do not follow the bundled decks.
fn home(lang: Lang) -> Home {
    let deck = match lang {
        Lang::Fr => KINDS_FR.replace("language: fr", "language: de").replace("formats-fr", "formats"),
        Lang::En => KINDS_EN.replace("language: en", "language: de").replace("formats-en", "formats"),
    };
    let home = Home::with_deck(lang, &deck);
    assert_eq!(home.run(["set", "languages", "de"], "").code, 0);
    home
}

/// The transcript without the bundled decks.
fn own(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("edn-"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn told(lang: Lang) -> String {
    let mut home = home(lang);
    let mut all = String::new();
    let mut tell = |home: &Home, line: &str| {
        all += &home.transcript(line, "");
        all.push('\n');
    };
    tell(&home, "carabin stats");
    tell(&home, "carabin card show formats/qroc");
    // Two evenings: something is known, something forgotten, something put aside.
    home.run(["study", "--plain", "--limit", "4"], "\n4\n\n4\nb\n3\na\n1\nnote Voir.\nf\n");
    home.on_day(23);
    home.run(["study", "--plain"], "suspend\na c e\n\n");
    home.on_day(30);
    home.run(["study", "--plain", "--ahead"], "\n3\n\n1\n");
    tell(&home, "carabin stats");
    for card in ["formats/qa", "formats/cloze", "formats/cloze#nope", "formats/qrm", "formats/nope"] {
        tell(&home, &format!("carabin card show {card}"));
    }
    tell(&home, "carabin pause");
    tell(&home, "carabin pause 2026-12-24 2027-01-02");
    tell(&home, "carabin pause 2027-01-03 2027-01-03");
    tell(&home, "carabin pause 2026-11-01 2026-11-02");
    tell(&home, "carabin pause --clear");
    tell(&home, "carabin set new-per-day 10");
    tell(&home, "carabin set new-per-day 10");
    tell(&home, "carabin set new-per-day default");
    tell(&home, "carabin set learning-steps 1m 10m 1h");
    tell(&home, "carabin set rollover 2");
    tell(&home, "carabin set");
    tell(&home, "carabin set rollover");
    tell(&home, "carabin set exam-date 01/11/2026");
    tell(&home, "carabin set exam-date 18/10/2027");
    tell(&home, "carabin set exam-date default");
    tell(&home, "carabin paths");
    all += &own(&home.transcript("carabin deck list", ""));
    all += &home.transcript("carabin", "objectives\nranks\nproblems\nhelp\n1\nhome\nundo\nquit\n");
    all
}

#[test]
fn in_french() {
    insta::assert_snapshot!(told(Lang::Fr));
}

#[test]
fn in_english() {
    insta::assert_snapshot!(told(Lang::En));
}

#[test]
fn every_deck_is_listed_with_what_is_wrong_with_it() {
    let home = home(Lang::En);
    home.write("data/decks/other.yaml", &KINDS_EN.replace("formats-en", "formats"));
    home.write("data/decks/broken.yaml", "- no deck\n");
    insta::assert_snapshot!(own(&home.transcript("carabin deck list", "")));
}

#[test]
fn a_card_whose_deck_is_gone_is_told_from_its_history() {
    let home = home(Lang::En);
    home.run(["study", "--plain", "--limit", "1"], "\n3\n");
    std::fs::remove_file(home.path("data/decks/own.yaml")).expect("removed");
    insta::assert_snapshot!(home.transcript("carabin card show formats/qa", ""));
}

#[test]
fn a_card_that_was_renamed_is_known_by_both_names() {
    let home = home(Lang::En);
    home.run(["study", "--plain", "--limit", "1"], "\n3\n");
    let deck = std::fs::read_to_string(home.path("data/decks/own.yaml")).expect("there");
    home.write("data/decks/own.yaml", &deck.replace("id: qa\n", "id: votes\n    was: qa\n"));
    for name in ["formats/votes", "formats/qa"] {
        let told = home.run(["card", "show", name], "").stdout;
        assert!(told.starts_with("formats/votes\n"), "{name}: {told}");
        assert!(
            told.contains("Also known as: formats/qa") && told.contains("Good, back in"),
            "{name}: {told}"
        );
    }
}

#[test]
fn the_generated_files_are_written_where_one_says() {
    let home = Home::new(Lang::En);
    let run = home.run(["generate", "assets"], "");
    assert_eq!(run.code, 0, "{run:?}");
    for file in [
        "assets/deck.schema.json",
        "assets/guide/format-fr.md",
        "assets/keys/fr.md",
        "assets/man/fr/man1/carabin.1",
    ] {
        assert!(home.path(file).is_file(), "{file}");
    }
    assert_eq!(run.stdout.lines().count(), 7);
}

#[test]
fn the_schema_and_the_completions_go_to_standard_output() {
    let home = Home::new(Lang::Fr);
    let schema: serde_json::Value =
        serde_json::from_str(&home.run(["deck", "schema"], "").stdout).expect("JSON");
    assert_eq!(schema["title"], "Carabin deck, format 1");
    let run = home.run(["completions", "fish"], "");
    assert!(run.stdout.contains("Voir où vous en êtes") && run.code == 0);
}

#[test]
fn what_needs_no_history_makes_none() {
    let home = Home::new(Lang::En);
    for args in [
        &["paths"][..],
        &["deck", "schema"],
        &["deck", "guide"],
        &["deck", "check", "."],
        &["completions", "bash"],
        &["--help"],
    ] {
        home.run(args, "");
    }
    assert!(!home.path("data").exists());
}

#[test]
fn the_configuration_is_obeyed_and_its_mistakes_told() {
    let home = Home::new(Lang::En);
    home.write("config/config.toml", "language = \"fr\"\nthme = \"dark\"\n");
    let run = home.run(["pause"], "");
    assert!(run.stdout.starts_with("Aucune pause"), "{run:?}");
    assert!(run.stderr.starts_with("attention\u{a0}: config.toml"), "{run:?}");
    assert_eq!(run.code, 0);
    let run = home.run(["pause", "--lang", "en"], "");
    assert!(run.stdout.starts_with("No pause"), "{run:?}");
}

#[test]
fn a_home_that_cannot_be_made_is_told_with_its_remedy() {
    let home = Home::new(Lang::En);
    let file = home.write("file", "");
    let output =
        home.carabin().env("CARABIN_HOME", file.join("below")).arg("stats").output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("CARABIN_HOME"));
}

fn misses(lang: Lang) -> String {
    let home = home(lang);
    let mut all = String::new();
    home.run(["study", "--plain", "--limit", "2"], "\nraison 3 PLFSS\n\n\n1\n");
    for line in [
        "carabin miss --item 232 --reason confused OAP/pneumopathie --source EDN-2024",
        "carabin miss --reason tired X",
        "carabin miss --card formats/nope X",
        "carabin miss",
        "carabin miss --reason confused",
        "carabin miss --item 7",
        "carabin study --missed --reason never --plain",
    ] {
        all += &home.transcript(line, "");
        all.push('\n');
    }
    let json = home.run(["miss", "--json"], "").stdout;
    let misses: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let fields: Vec<&str> = misses[0].as_object().expect("an object").keys().map(String::as_str).collect();
    all + &fields.join(" ")
}

#[test]
fn misses_in_french() {
    insta::assert_snapshot!(misses(Lang::Fr));
}

#[test]
fn misses_in_english() {
    insta::assert_snapshot!(misses(Lang::En));
}
