//! `carabin journal`: backups, going back, export, import, what is shared.

use std::{fs, path::PathBuf};

use carabin::{i18n::Lang, journal::Event};
use serde_json::Value;

use super::Home;

const DECK: &str = "format: 1\ndeck: own\ntitle: Own\nlanguage: en\ncards:\n  - id: qa\n    q: One?\n    a: One\n  \
    - id: qrm\n    qrm: Which?\n    options:\n      - correct: The first option\n      - wrong: The second option\n      - correct: The third option\n  \
    - id: qroc\n    qroc: Who?\n    answers: [Sophia]\n";

fn home(lang: Lang) -> Home {
    let home = Home::with_deck(lang, DECK);
    assert_eq!(home.run(["set", "languages", "en"], "").code, 0);
    home
}

/// An evening: a card rated, options ticked, something typed, a note taken.
fn studied(lang: Lang) -> Home {
    let home = home(lang);
    let run = home
        .run(["study", "--plain", "--deck", "own"], "\n3\na b\n1\nMarie Curie\n1\nnote My own secret.\nq\n");
    assert_eq!(run.code, 0, "{run:?}");
    home
}

fn lines(home: &Home, args: &[&str]) -> Vec<String> {
    let run = home.run(args, "");
    assert_eq!(run.code, 0, "{run:?}");
    run.stdout.lines().map(ToOwned::to_owned).collect()
}

fn backups(home: &Home) -> Vec<String> {
    let files = fs::read_dir(home.path("data/backups")).map(|files| {
        let mut names: Vec<String> =
            files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    });
    files.unwrap_or_default()
}

fn told(lang: Lang) -> String {
    let mut home = home(lang);
    let mut all = String::new();
    let mut tell = |home: &Home, line: &str, input: &str| {
        all += &home.transcript(line, input);
        all.push('\n');
    };
    tell(&home, "carabin journal list", "");
    home.run(["study", "--plain", "--deck", "own"], "\n3\nq\n");
    home.on_day(23);
    home.run(["study", "--plain", "--deck", "own"], "\n3\na c\n\nsophia\n\n");
    home.on_day(24);
    tell(&home, "carabin journal backup", "");
    tell(&home, "carabin journal backup copy.db", "");
    tell(&home, "carabin journal list", "");
    tell(&home, "carabin journal restore 2026-11-22", "");
    tell(&home, "carabin journal restore 2026-11-22 --yes", "");
    tell(&home, "carabin journal restore 2026-11-01", "");
    tell(&home, "carabin journal restore data/decks/own.yaml", "");
    tell(&home, "carabin journal import copy.db", "");
    tell(&home, "carabin journal restore copy.db --yes", "");
    tell(&home, "carabin journal export all.jsonl", "");
    tell(&home, "carabin journal import all.jsonl", "");
    tell(&home, "carabin journal export --anonymous --deck own shared.jsonl", "");
    tell(&home, "carabin journal export --with-typed shared.jsonl", "");
    let whole = fs::read_to_string(home.path("all.jsonl")).expect("an export");
    let mut torn: Vec<String> = whole.lines().map(ToOwned::to_owned).collect();
    torn[2] = torn[2].replace("\"v\":1", "\"v\":2");
    torn.truncate(4);
    torn[3].truncate(40);
    home.write("torn.jsonl", &torn.join("\n"));
    tell(&home, "carabin journal import torn.jsonl missing.jsonl", "");
    // The sizes follow SQLite and Zstandard.
    all.lines().flat_map(|line| [sizeless(line), "\n".to_owned()]).collect()
}

/// A line without its sizes.
fn sizeless(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let size = |word: &str| {
        let (number, unit) = word.split_once('\u{a0}')?;
        let unit = unit.trim_end_matches(['\u{a0}', ':', ')', ',']);
        let is_number = number.chars().all(|c| c.is_ascii_digit() || ".,".contains(c));
        (is_number && ["o", "ko", "B", "kB"].contains(&unit)).then_some("SIZE")
    };
    let shown = words.iter().map(|word| size(word).unwrap_or(word));
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn in_english() {
    insta::assert_snapshot!(told(Lang::En));
}

#[test]
fn in_french() {
    insta::assert_snapshot!(told(Lang::Fr));
}

#[test]
fn a_backup_is_made_once_on_each_day_of_study_and_what_it_holds_can_be_read() {
    let mut home = home(Lang::En);
    home.run(["study", "--plain", "--limit", "1"], "");
    home.run(["stats"], "");
    assert_eq!(backups(&home), ["journal-2026-11-22.db.zst"], "the settings are worth a backup");
    for day in [22, 23, 25] {
        home.on_day(day);
        assert_eq!(home.run(["study", "--plain", "--limit", "1"], "\n3\n").code, 0);
    }
    let days = ["22", "23", "25"].map(|day| format!("journal-2026-11-{day}.db.zst"));
    assert_eq!(backups(&home), days);
    let other = self::home(Lang::En);
    for day in days {
        let run = other
            .run(["journal", "import", home.path("data/backups").join(day).to_str().expect("a path")], "");
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
    }
}

#[test]
fn an_export_holds_every_event_and_importing_it_twice_is_importing_it_once() {
    let home = studied(Lang::En);
    let exported = lines(&home, &["journal", "export"]);
    let events: Vec<Event> =
        exported.iter().skip(1).map(|line| Event::from_line(line).expect("an event")).collect();
    assert!(events.iter().any(|event| event.kind == "note"));
    let file = home.write("export.jsonl", &exported.join("\n"));
    let file = file.to_str().expect("a path");

    let other = self::home(Lang::En);
    let first = other.run(["journal", "import", file], "");
    assert!(first.stdout.contains(&format!("{} events added.", events.len())), "{first:?}");
    let again = other.run(["journal", "import", file], "");
    assert!(again.stdout.contains(&format!("nothing new, {} known already.", events.len())), "{again:?}");
    let there = lines(&other, &["journal", "export"]);
    for line in &exported[1..] {
        assert!(there.contains(line), "{line}");
    }
}

#[test]
fn what_is_shared_tells_what_was_chosen_and_nothing_of_who_or_when() {
    let mut home = studied(Lang::En);
    home.run(["study", "--plain", "--deck", "own", "--ahead"], "u\ny\n");
    home.on_day(24);
    let whole = lines(&home, &["journal", "export"]).join("\n");
    let device = &whole.split("\"id\":\"").nth(1).expect("an event")[..16];
    let shared = lines(&home, &["journal", "export", "--anonymous"]);
    let all = shared.join("\n");
    for secret in [device, "secret", "Curie", "20:00", "wall", "offset", "note"] {
        assert!(!all.contains(secret), "{secret}: {all}");
    }
    let values: Vec<Value> = shared.iter().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(values[0]["answers"], values.len() - 1);
    let qrm = values.iter().find(|value| value["card"] == "own/qrm").expect("an answer");
    let chosen: Vec<&str> =
        qrm["chosen"].as_array().expect("options").iter().filter_map(Value::as_str).collect();
    assert_eq!(chosen.len(), 2);
    assert!(chosen.iter().all(|option| DECK.contains(option)), "{chosen:?}");
    assert_eq!((&qrm["day"], &qrm["first"]), (&"2026-11-22".into(), &true.into()));
    let qroc = values.iter().find(|value| value["card"] == "own/qroc").expect("an answer");
    assert_eq!((qroc.get("typed"), qroc.get("chosen")), (None, None));

    let typed = lines(&home, &["journal", "export", "--anonymous", "--with-typed"]);
    assert!(typed.iter().any(|line| line.contains("Curie")));
    assert_eq!(values[0]["student"], serde_json::from_str::<Value>(&typed[0]).expect("JSON")["student"]);
    assert_eq!(lines(&home, &["journal", "export", "--anonymous", "--deck", "other"]).len(), 1);
}

#[test]
fn what_an_answer_says_is_not_obeyed_by_the_terminal() {
    let home = home(Lang::En);
    home.run(["study", "--plain", "--deck", "own"], "\n3\na b\n1\n\u{9b}31mhey\u{202e}\n1\n");
    for args in [&["journal", "export"][..], &["journal", "export", "--anonymous", "--with-typed"]] {
        let out = home.run(args, "").stdout;
        assert!(!out.contains(['\u{9b}', '\u{202e}', '\u{1b}']), "{out}");
    }
}

#[test]
fn a_history_that_cannot_be_read_is_put_aside_and_a_backup_takes_its_place() {
    let home = studied(Lang::En);
    let journal = home.path("data/journal.db");
    for (number, damage) in
        [b"this is no database, and has never been one; but it is long enough to look at".to_vec(), {
            let whole = fs::read(&journal).expect("a journal");
            whole[..whole.len() / 2].to_vec()
        }]
        .into_iter()
        .enumerate()
    {
        home.write("broken", "");
        fs::remove_file(&journal).expect("removed");
        let _ = fs::remove_file(home.path("data/journal.db-wal"));
        std::io::Write::write_all(&mut fs::File::create(&journal).expect("a file"), &damage)
            .expect("written");
        let refused = home.run(["stats"], "");
        assert!(refused.code == 1 || !refused.stderr.is_empty(), "{number}: {refused:?}");
        let run = home.run(["journal", "restore", "2026-11-22", "--yes"], "");
        assert_eq!(run.code, 0, "{run:?}");
        let told = run.stdout.lines().last().expect("a line").to_owned();
        let aside = PathBuf::from(told.split(": ").last().expect("a path"));
        assert_eq!(fs::read(&aside).expect("it is kept"), damage);
        fs::remove_file(aside).expect("removed");
        assert!(home.run(["journal", "export"], "").stdout.contains("Marie Curie"));
    }
}

#[test]
fn schedules_that_are_computed_anew_are_told_before_it_begins() {
    let home = home(Lang::En);
    home.run(["study", "--plain", "--deck", "own", "--limit", "1"], "\n3\n");
    let journal = rusqlite::Connection::open(home.path("data/journal.db")).expect("the journal");
    journal.execute("INSERT INTO meta VALUES ('stale', 'settings')", []).expect("meddled with");
    drop(journal);
    let told = |run: &str| (run.find("are being computed anew"), run.find("were computed anew"));
    let first = home.run(["study", "--plain", "--deck", "own"], "q\n").stderr;
    assert!(matches!(told(&first), (Some(before), Some(after)) if before < after), "{first}");
    let second = home.run(["study", "--plain", "--deck", "own"], "q\n").stderr;
    assert_eq!(told(&second), (None, None), "{second}");
}
