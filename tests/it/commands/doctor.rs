//! `carabin doctor`: what it tells, and what it lets be.

use carabin::i18n::Lang;

use super::Home;

const DECK: &str =
    "format: 1\ndeck: own\ntitle: Own\nlanguage: en\ncards:\n  - id: qa\n    q: One?\n    a: One\n";

fn sql(home: &Home, sql: &str) {
    let journal = rusqlite::Connection::open(home.path("data/journal.db")).expect("opened");
    journal.execute_batch(sql).expect(sql);
}

fn told(lang: Lang) -> String {
    let mut home = Home::new(lang);
    let mut all = home.transcript("carabin doctor", "") + "\n";
    home.write("data/decks/own.yaml", DECK);
    home.run(["study", "--plain", "--deck", "own"], "\n3\n");
    home.write("data/decks/bad.yaml", &DECK.replace("    a: One\n", "").replace("deck: own", "deck: bad"));
    all += &(home.transcript("carabin doctor", "") + "\n");
    sql(&home, "DELETE FROM state; DROP INDEX fact_place; INSERT INTO meta VALUES ('stale', 'settings')");
    all += &(home.transcript("carabin doctor", "") + "\n");
    all += &(home.transcript("carabin doctor --fix", "") + "\n");
    sql(&home, "DELETE FROM state");
    all += &(home.transcript("carabin doctor", "") + "\n");
    all += &(home.transcript("carabin doctor --fix", "") + "\n");
    sql(&home, "PRAGMA user_version = 99");
    home.on_day(23);
    for line in ["carabin doctor", "carabin card show own/qa", "carabin journal export export.jsonl"] {
        all += &(home.transcript(line, "") + "\n");
    }
    sql(&home, "PRAGMA user_version = 1");
    home.write("data/journal.db", "It was a dark and stormy night, and no database at all, which one sees from the first line of it on.");
    for line in ["carabin doctor", "carabin", "carabin journal restore 2026-11-22 --yes"] {
        all += &(home.transcript(line, "") + "\n");
    }
    // How many decks and cards are shipped is told elsewhere, and how much room there is nobody knows.
    all.lines()
        .filter(|line| !line.contains("cartes.") && !line.contains("cards."))
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[test]
fn in_english() {
    insta::assert_snapshot!(told(Lang::En));
}

#[test]
fn in_french() {
    insta::assert_snapshot!(told(Lang::Fr));
}
