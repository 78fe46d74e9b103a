//! `carabin sync` as a student meets it.

use carabin::i18n::Lang;

use super::Home;

const DECK: &str =
    "format: 1\ndeck: own\ntitle: Own\nlanguage: fr\ncards:\n  - id: a\n    q: Un ?\n    a: Oui.\n";

/// Names and paths that differ on each run.
fn plain(home: &Home, text: &str) -> String {
    text.replace(&home.path("").display().to_string(), "HOME/")
}

fn told(lang: Lang) -> String {
    let home = Home::with_deck(lang, DECK);
    let place = home.path("shared").display().to_string();
    let mut all = String::new();
    for line in [
        "carabin sync",
        "carabin sync status",
        "carabin sync status --json",
        "carabin sync init ext::x",
        "carabin sync init data/shared",
        &format!("carabin sync init {place} --name portable"),
        "carabin sync status",
        "carabin sync",
    ] {
        all += &plain(&home, &home.transcript(line, ""));
        all.push('\n');
    }
    home.run(["study", "--plain", "--deck", "own"], "\n3\n");
    all += &plain(&home, &home.transcript("carabin sync status", ""));
    std::fs::rename(home.path("shared"), home.path("away")).expect("unplugged");
    all += &plain(&home, &home.transcript("carabin sync", ""));
    all += &plain(&home, &home.transcript("carabin sync status --json", ""));
    all += &plain(&home, &home.transcript("carabin sync off", ""));
    all
}

#[test]
fn in_french() {
    insta::assert_snapshot!("sync_in_french", told(Lang::Fr));
}

#[test]
fn in_english() {
    insta::assert_snapshot!("sync_in_english", told(Lang::En));
}

#[test]
fn a_session_that_syncs_by_itself_sends_its_answers_when_it_ends() {
    let (one, other) = (Home::with_deck(Lang::Fr, DECK), Home::new(Lang::Fr));
    let place = one.path("shared").display().to_string();
    assert_eq!(one.run(["sync", "init", &place, "--auto"], "").code, 0);
    one.run(["study", "--plain", "--deck", "own"], "\n3\n");
    let run = other.run(["sync", "init", &place, "--lang", "en"], "");
    assert!(run.stdout.contains("Deck files: 1 received"), "{run:?}");
    let run = other.run(["card", "show", "own/a", "--json"], "");
    assert!(run.stdout.contains("\"rating\": \"good\""), "{run:?}");
}

#[test]
fn git_that_is_missing_is_told() {
    let home = Home::new(Lang::Fr);
    let output = home
        .carabin()
        .args(["sync", "init", "https://example.org/x.git"])
        .env("PATH", home.path("nothing"))
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("git n'est pas installé"), "{told}");
}

#[test]
fn a_sync_by_itself_that_fails_is_told_once_and_never_stops_the_session() {
    let home = Home::with_deck(Lang::Fr, DECK);
    let place = home.path("shared").display().to_string();
    home.run(["sync", "init", &place, "--auto"], "");
    std::fs::rename(home.path("shared"), home.path("away")).expect("unplugged");
    let told: Vec<bool> = (0..2)
        .map(|_| {
            let run = home.run(["study", "--plain", "--deck", "own"], "\n");
            assert_eq!(run.code, 0, "{run:?}");
            run.stderr.contains("n'est pas là")
        })
        .collect();
    assert_eq!(told, [true, false]);
}

#[test]
fn what_was_imported_waits_and_goes_like_what_was_answered() {
    let (one, other) = (Home::with_deck(Lang::En, DECK), Home::new(Lang::En));
    one.run(["study", "--plain", "--deck", "own"], "\n3\n");
    let all = one.run(["journal", "export"], "").stdout;
    let events = all.lines().count() - 1;
    other.write("all.jsonl", &all);
    let place = other.path("shared").display().to_string();
    other.run(["sync", "init", &place], "");
    other.run(["sync"], "");
    other.run(["journal", "import", "all.jsonl"], "");
    let waiting = || {
        let told = other.run(["sync", "status", "--json"], "").stdout;
        serde_json::from_str::<serde_json::Value>(&told).expect("JSON")["waiting"].clone()
    };
    assert_eq!(waiting(), events);
    let run = other.run(["sync"], "");
    assert!(run.stdout.contains(&format!("{events} sent")), "{run:?}");
    assert_eq!(waiting(), 0);
}
