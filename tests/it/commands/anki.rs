//! Packages of Anki, in, out and back.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{Cursor, Read as _, Write as _},
};

use carabin::i18n::Lang;
use rusqlite::Connection;

use super::Home;

/// Puts a package of `tests/anki` into the home.
fn package(home: &Home, name: &str) {
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anki").join(name);
    std::fs::copy(from, home.path(name)).expect("copied");
}

/// Everything that the home keeps, but for the index.
fn kept(home: &Home) -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    let mut open = vec![home.path("data/decks")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                out.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
            }
        }
    }
    out.sort();
    out
}

#[test]
fn a_package_of_anki_is_shown_first_and_imported_once() {
    let home = Home::new(Lang::Fr);
    package(&home, "modern.apkg");
    package(&home, "later.apkg");
    let mut told = home.transcript("carabin import modern.apkg --dry-run", "");
    assert!(kept(&home).is_empty(), "nothing is written");
    told += &home.transcript("carabin import modern.apkg --yes", "");
    told += &home.transcript("carabin deck check data/decks", "");
    let first = kept(&home);
    told += &home.transcript("carabin import modern.apkg --yes", "");
    assert_eq!(kept(&home), first, "a second import changes nothing");
    told += &home.transcript("carabin import later.apkg --yes", "");
    told += &home.transcript("carabin import later.apkg --yes", "");
    let left: Vec<_> = std::fs::read_dir(home.path("data"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".carabin"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    insta::assert_snapshot!(told);
}

#[test]
fn a_card_that_was_moved_to_another_deck_keeps_what_happened_to_it_in_anki() {
    let (still, moved) = (Home::new(Lang::Fr), Home::new(Lang::Fr));
    for home in [&still, &moved] {
        package(home, "modern.apkg");
        assert_eq!(home.run(["import", "modern.apkg", "--no-history", "--yes"], "").code, 0);
    }
    // The second card of a note, whose first one stays.
    let path = moved.path("data/decks/anki-pharmaco.yaml");
    let deck = std::fs::read_to_string(&path).expect("the deck");
    let from = deck.find("  - id: anki-g1139n2zytg6-2\n").expect("the card");
    let until = from + deck[from..].find("\n\n").expect("its end") + 1;
    moved.write(
        "data/decks/mes-cartes.yaml",
        &format!(
            "format: 1\ndeck: mes-cartes\ntitle: Mes cartes\nlanguage: fr\ncards:\n{}",
            &deck[from..until]
        ),
    );
    moved.write("data/decks/anki-pharmaco.yaml", &[&deck[..from], &deck[until..]].concat());

    let told = |home: &Home| import(home, "modern.apkg").lines().last().expect("a line").to_owned();
    assert_eq!(told(&moved), told(&still), "as much has happened");
    let happened = |home: &Home, card: &str| {
        let run = home.run(["journal", "export"], "");
        run.stdout.lines().filter(|line| line.contains(&format!("\"{card}\""))).count()
    };
    let before = happened(&still, "anki-pharmaco/anki-g1139n2zytg6-2");
    assert!(before > 0);
    assert_eq!(happened(&moved, "mes-cartes/anki-g1139n2zytg6-2"), before);
    assert!(import(&moved, "modern.apkg").contains("tout est déjà repris"));
    assert!(!std::fs::read_to_string(&path).expect("the deck").contains("anki-g1139n2zytg6-2"), "no double");
}

#[test]
fn the_cards_of_a_friend_come_without_what_the_friend_answered() {
    let (own, other) = (Home::new(Lang::Fr), Home::new(Lang::Fr));
    for (home, answer) in [(&own, "o\n"), (&other, "c\n")] {
        package(home, "modern.apkg");
        let run = home.run(["import", "modern.apkg"], answer);
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    }
    assert_eq!(kept(&own).len(), kept(&other).len(), "the cards are the same");
    let events = |home: &Home| {
        home.run(["journal", "export"], "").stdout.lines().filter(|line| line.contains("\"card\"")).count()
    };
    assert!(events(&own) > 100, "{}", events(&own));
    assert_eq!(events(&other), 0, "nothing has happened there");
    // The history can still be taken afterwards.
    assert!(import(&other, "modern.apkg").contains("événements repris"));
}

#[test]
fn what_the_student_wrote_in_an_imported_deck_stays() {
    let home = Home::new(Lang::En);
    package(&home, "modern.apkg");
    package(&home, "later.apkg");
    assert_eq!(home.run(["import", "modern.apkg", "--yes"], "").code, 0);
    let path = home.path("data/decks/anki-edn/deck.yaml");
    let deck = std::fs::read_to_string(&path).expect("the deck");
    let own = "  - id: mine\n    q: Une carte à moi ?\n    a: Oui.  # à revoir\n";
    home.write("data/decks/anki-edn/deck.yaml", &format!("# Mon paquet\n{}\n{own}", deck.trim_end()));
    assert_eq!(home.run(["import", "later.apkg", "--yes"], "").code, 0);
    let after = std::fs::read_to_string(&path).expect("the deck");
    assert!(after.starts_with("# Mon paquet\n") && after.contains(own), "{after}");
    assert!(after.contains("chaque automne") && after.contains("Nouvelle ?"), "{after}");
}

#[test]
fn packages_that_are_none_are_refused_in_words_and_leave_nothing() {
    let home = Home::new(Lang::Fr);
    home.write("faux.apkg", "pas un paquet");
    let mut told = home.transcript("carabin import faux.apkg --yes", "");
    package(&home, "legacy1.apkg");
    told += &home.transcript("carabin import legacy1.apkg --deck anatomie --no-history --dry-run", "");
    assert!(kept(&home).is_empty());
    insta::assert_snapshot!(told);
}

/// The entries of a package.
fn entries(home: &Home, name: &str) -> BTreeMap<String, Vec<u8>> {
    let file = std::fs::File::open(home.path(name)).expect("a package");
    let mut archive = zip::ZipArchive::new(file).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let read = |name: String| {
        let mut bytes = Vec::new();
        archive.by_name(&name).expect("an entry").read_to_end(&mut bytes).expect("read");
        (name, bytes)
    };
    names.into_iter().map(read).collect()
}

/// Lets `work` look at the collection of a package, and change it; the package is written again.
fn in_anki<T>(home: &Home, name: &str, work: impl FnOnce(&Connection) -> T) -> T {
    let mut entries = entries(home, name);
    let (entry, packed) = ["collection.anki21b", "collection.anki21", "collection.anki2"]
        .map(|entry| (entry, entry.ends_with('b')))
        .into_iter()
        .find(|(entry, _)| entries.contains_key(*entry))
        .expect("a collection");
    let bytes = &entries[entry];
    let bytes = if packed { zstd::decode_all(bytes.as_slice()).expect("zstd") } else { bytes.clone() };
    let database = tempfile::NamedTempFile::new().expect("a file");
    carabin::app::files::write_atomically(database.path(), &bytes).expect("written");
    let conn = Connection::open(database.path()).expect("a database");
    conn.create_collation("unicase", |a: &str, b: &str| a.to_lowercase().cmp(&b.to_lowercase()))
        .expect("an order of names");
    let done = work(&conn);
    drop(conn);
    let bytes = std::fs::read(database.path()).expect("read");
    let bytes = if packed { zstd::encode_all(bytes.as_slice(), 3).expect("zstd") } else { bytes };
    entries.insert(entry.to_owned(), bytes);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
        zip.write_all(&bytes).expect("written");
    }
    let bytes = zip.finish().expect("an archive").into_inner();
    carabin::app::files::write_atomically(&home.path(name), &bytes).expect("written");
    done
}

/// What is told of a card.
fn shown(home: &Home, card: &str) -> serde_json::Value {
    let run = home.run(["card", "show", card, "--json"], "");
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

fn import(home: &Home, package: &str) -> String {
    let run = home.run(["import", package, "--yes"], "");
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    run.stdout
}

#[test]
fn what_was_studied_goes_to_anki_and_back_without_doubles() {
    let deck = "format: 1\ndeck: own\ntitle: Essai\nlanguage: fr\ncards:\n  - id: a\n    q: Un ?\n    a: '1'\n  - id: b\n    q: Deux ?\n    a: '2'\n";
    let home = Home::with_deck(Lang::Fr, deck);
    let run = home.run(["study", "--plain", "--deck", "own"], "\n4\n\n4\n");
    assert_eq!(run.code, 0, "{}", run.stderr);
    for legacy in [false, true] {
        let file = if legacy { "l.apkg" } else { "m.apkg" };
        let mut args = vec!["export", file, "--deck", "own"];
        if legacy {
            args.push("--legacy");
        }
        let run = home.run(args, "");
        assert!(run.stdout.starts_with("2 notes, 2 cartes, 2 r"), "{}{}", run.stdout, run.stderr);
        let before = home.run(["card", "show", "own/a", "--json"], "").stdout;
        let run = home.run(["import", file, "--yes"], "");
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        assert_eq!(home.run(["card", "show", "own/a", "--json"], "").stdout, before, "{}", run.stdout);
    }
    let decks = std::fs::read_dir(home.path("data/decks")).expect("there").count();
    assert_eq!(decks, 1, "no second deck");
}

#[test]
fn the_later_of_both_holds_for_what_is_suspended_and_flagged() {
    let home = Home::new(Lang::En);
    package(&home, "legacy1.apkg");
    let mark = |queue: i64, flag: i64, day: u32| {
        in_anki(&home, "legacy1.apkg", |conn| {
            let changed = conn.execute(
                "UPDATE cards SET queue = ?1, flags = ?2, mod = strftime('%s', '2026-11-' || ?3)
                 WHERE nid = (SELECT id FROM notes WHERE flds LIKE 'Qui vote%')",
                rusqlite::params![queue, flag, day],
            );
            assert_eq!(changed.expect("updated"), 1);
        });
        import(&home, "legacy1.apkg");
        let deck = std::fs::read_to_string(home.path("data/decks/anki-edn/deck.yaml")).expect("the deck");
        let id =
            deck.split("- id: ").find(|card| card.contains("Qui vote")).and_then(|card| card.lines().next());
        let card = format!("anki-edn/{}", id.expect("the card"));
        let schedule = shown(&home, &card)["schedules"][0].clone();
        (schedule["suspended"].as_bool().expect("told"), schedule["flag"].as_i64().expect("told"), card)
    };
    let (suspended, flag, card) = mark(-1, 3, 18);
    assert_eq!((suspended, flag), (true, 3));
    let (suspended, flag, _) = mark(0, 0, 19);
    assert_eq!((suspended, flag), (false, 0), "both were taken away in Anki since");
    let (suspended, flag, _) = mark(-1, 3, 20);
    assert_eq!((suspended, flag), (true, 3), "the same flag again");
    assert_eq!(home.run(["card", "resume", card.as_str()], "").code, 0);
    let (suspended, flag, _) = mark(-1, 0, 21);
    assert_eq!((suspended, flag), (false, 0), "what was done here on the 22nd is later");
}

#[test]
fn a_package_without_any_studying_takes_no_mark_away() {
    let home = Home::new(Lang::En);
    package(&home, "legacy1.apkg");
    import(&home, "legacy1.apkg");
    let marks = |home: &Home| {
        let run = home.run(["journal", "export"], "");
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout.lines().filter(|line| line.contains("\"flag\"") || line.contains("\"suspend\"")).count()
    };
    let before = marks(&home);
    assert!(before >= 2, "{before}");
    in_anki(&home, "legacy1.apkg", |conn| {
        conn.execute_batch(
            "DELETE FROM revlog; UPDATE cards SET type = 0, queue = 0, flags = 0, data = '', mod = strftime('%s', '2026-11-22')",
        )
        .expect("updated");
    });
    let told = import(&home, "legacy1.apkg");
    assert!(told.contains("Nothing new"), "{told}");
}

/// The notes of a package: by GUID, the type, the fields, the tags, when they were changed, and the names of the decks of their cards.
fn notes(home: &Home, name: &str) -> BTreeMap<String, (i64, String, String, i64, Vec<String>)> {
    in_anki(home, name, |conn| {
        let decks: BTreeMap<i64, String> = {
            let json: String =
                conn.query_row("SELECT decks FROM col", [], |row| row.get(0)).expect("a collection");
            if json.is_empty() {
                let mut statement = conn.prepare("SELECT id, name FROM decks").expect("decks");
                let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)));
                rows.expect("decks").map(|row| row.expect("a deck")).collect()
            } else {
                let json: BTreeMap<String, serde_json::Value> = serde_json::from_str(&json).expect("JSON");
                let named = |(id, deck): (String, serde_json::Value)| {
                    let name = deck["name"].as_str().expect("a name").replace("::", "\u{1f}");
                    (id.parse().expect("a number"), name)
                };
                json.into_iter().map(named).collect()
            }
        };
        let mut statement = conn
            .prepare(
                "SELECT guid, mid, flds, tags, n.mod, iif(odid = 0, did, odid) FROM notes n JOIN cards c ON c.nid = n.id ORDER BY ord",
            )
            .expect("notes");
        let mut rows = statement.query([]).expect("notes");
        let mut out = BTreeMap::new();
        while let Some(row) = rows.next().expect("a note") {
            let text = |index: usize| row.get::<_, String>(index).expect("a text");
            let number = |index: usize| row.get::<_, i64>(index).expect("a number");
            let note =
                out.entry(text(0)).or_insert_with(|| (number(1), text(2), text(3), number(4), Vec::new()));
            note.4.push(decks[&number(5)].clone());
        }
        out
    })
}

/// When the answers of a package were given.
fn log(home: &Home, name: &str) -> Vec<i64> {
    in_anki(home, name, |conn| {
        let mut statement = conn.prepare("SELECT id FROM revlog WHERE ease > 0 ORDER BY id").expect("a log");
        let rows = statement.query_map([], |row| row.get(0)).expect("rows");
        rows.map(|row| row.expect("a row")).collect()
    })
}

const NOTHING: &str = "Nothing new";

#[test]
fn cards_from_anki_go_back_as_the_notes_that_they_were() {
    let home = Home::new(Lang::En);
    package(&home, "modern.apkg");
    // A card that was learnt once, and forgotten by hand.
    in_anki(&home, "modern.apkg", |conn| {
        let card: i64 = conn.query_row("SELECT max(cid) FROM revlog", [], |row| row.get(0)).expect("a card");
        conn.execute(
            "INSERT INTO revlog SELECT max(id) + 5000, cid, -1, 0, 0, 0, 0, 0, 4 FROM revlog WHERE cid = ?1",
            [card],
        )
        .expect("inserted");
        conn.execute(
            "UPDATE cards SET type = 0, queue = 0, due = 7, ivl = 0, data = '{}' WHERE id = ?1",
            [card],
        )
        .expect("updated");
    });
    import(&home, "modern.apkg");
    let (came, answers) = (notes(&home, "modern.apkg"), log(&home, "modern.apkg"));
    for args in [&["export", "back.apkg", "--yes"][..], &["export", "back.apkg", "--yes", "--legacy"]] {
        let run = home.run(
            args.iter().chain(&["--deck", "anki-edn", "--deck", "anki-pharmaco", "--deck", "anki-default"]),
            "",
        );
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        assert_eq!(notes(&home, "back.apkg"), came, "{args:?}");
        assert_eq!(log(&home, "back.apkg"), answers, "all answers, those before a reset too: {args:?}");
        let before = kept(&home);
        let told = import(&home, "back.apkg");
        assert!(told.contains(NOTHING), "what went out is no news: {told}");
        assert_eq!(kept(&home), before);
    }
    assert!(import(&home, "modern.apkg").contains(NOTHING), "nor is what it was made of");
}

#[test]
fn what_is_answered_on_either_side_counts_once() {
    let home = Home::new(Lang::En);
    package(&home, "legacy1.apkg");
    import(&home, "legacy1.apkg");
    let run = home.run(["study", "--plain", "--deck", "anki-edn"], "\n4\n\n4\n");
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let answers = |home: &Home| {
        home.run(["journal", "export"], "").stdout.lines().filter(|line| line.contains("\"review\"")).count()
    };
    let before = answers(&home);
    assert!(before > log(&home, "legacy1.apkg").len() - 2, "some were given here");
    assert_eq!(home.run(["export", "phone.apkg", "--deck", "anki-edn"], "").code, 0);
    assert!(import(&home, "phone.apkg").contains(NOTHING), "what was answered here comes back as what it is");
    // An answer on the phone.
    let at = in_anki(&home, "phone.apkg", |conn| {
        let (card, last): (i64, i64) = conn
            .query_row("SELECT cid, max(id) FROM revlog GROUP BY cid ORDER BY 2 DESC LIMIT 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .expect("a card");
        let at = last + 60_000;
        conn.execute("INSERT INTO revlog VALUES (?1, ?2, -1, 3, 40, 20, 500, 4000, 1)", [at, card])
            .expect("inserted");
        conn.execute("UPDATE cards SET ivl = 40, due = due + 40, mod = ?1 / 1000 WHERE id = ?2", [at, card])
            .expect("updated");
        at
    });
    assert!(at > 0);
    import(&home, "phone.apkg");
    assert_eq!(answers(&home), before + 1);
    for package in ["phone.apkg", "legacy1.apkg"] {
        assert!(import(&home, package).contains(NOTHING), "{package}");
    }
    assert_eq!(answers(&home), before + 1);
}

#[test]
fn what_was_mended_here_goes_to_anki_and_is_not_undone_by_an_old_package() {
    let home = Home::new(Lang::En);
    for name in ["modern.apkg", "later.apkg"] {
        package(&home, name);
    }
    import(&home, "modern.apkg");
    let deck = home.path("data/decks/anki-edn/deck.yaml");
    let text = std::fs::read_to_string(&deck).expect("the deck");
    let mended = text.replace("a: Bronchopneumopathie\n", "a: Bronchopneumopathie **chronique**\n");
    let mended =
        mended.replace("{{c1::cœur {{c2::gauche}} bat}} fort", "{{c1::cœur {{c2::droit}} bat}} fort");
    let drawn = home.path("data/decks/anki-default/deck.yaml");
    let text_of_drawn = std::fs::read_to_string(&drawn).expect("the deck");
    home.write(&drawn, &text_of_drawn.replacen("**Réseau**", "**Le réseau**", 1));
    assert_ne!(mended, text);
    home.write("data/decks/anki-edn/deck.yaml", &mended.replace("Le Parlement,", "Le Parlement seul,"));
    let export = |name: &str| {
        let run = home.run(["export", name, "--deck", "anki-edn", "--deck", "anki-default"], "");
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        run.stdout
    };
    let told = export("back.apkg");
    assert!(told.contains("1 note from Anki keeps its old text"), "{told}");
    let (came, went) = (notes(&home, "modern.apkg"), notes(&home, "back.apkg"));
    let differ: Vec<(&str, i64)> = went
        .iter()
        .filter(|(guid, note)| came[*guid] != **note)
        .map(|(guid, note)| (note.1.as_str(), note.3 - came[guid].3))
        .collect();
    let wanted = [
        "BPCO\u{1f}Bronchopneumopathie <b>chronique</b>",
        "Le {{c1::cœur {{c2::droit}} bat}} fort",
        "Le Parlement seul,<br>chaque <i>année</i>.",
    ];
    assert_eq!(differ.len(), 3, "{differ:?}");
    for text in wanted {
        assert!(
            differ.iter().any(|(fields, newer)| fields.contains(text) && *newer == 1),
            "{text}: {differ:?}"
        );
    }
    let before = kept(&home);
    for package in ["modern.apkg", "back.apkg"] {
        assert!(import(&home, package).contains(NOTHING), "{package}");
    }
    export("again.apkg");
    assert_eq!(notes(&home, "again.apkg"), went, "what was sent is not sent as newer again");
    assert_eq!(kept(&home), before);
    // The same card was mended in Anki, too.
    let told = import(&home, "later.apkg");
    assert!(told.contains("Changed in the file and by you"), "{told}");
    assert!(std::fs::read_to_string(&deck).expect("the deck").contains("Le Parlement seul,"));
}

#[test]
fn where_the_deck_is_not_its_cards_are_made_again_from_the_package() {
    let deck = "format: 1\ndeck: own\ntitle: Essai\nlanguage: fr\nobjectives:\n  - id: OIC-042-03-A\ncards:\n  \
        - id: a\n    q: Un < deux ?\n    a: \"&amp; **oui**\"\n    objective: OIC-042-03-A\n    image:\n      file: media/cœur.png\n      alt: Un cœur\n  \
        - id: b\n    qrm: Lesquels ?\n    options:\n      - correct: Vrai\n        why: Parce que\n      - wrong: Faux\n      - wrong: Non plus\n  \
        - id: c\n    cloze: \"Le {{rein}} et le {{foie::organe}}\"\n";
    let home = Home::with_deck(Lang::En, deck);
    let picture = home.path("data/decks/media/cœur.png");
    std::fs::create_dir_all(picture.parent().expect("a folder")).expect("made");
    let drawn = concat!(env!("CARGO_MANIFEST_DIR"), "/decks/media/network.png");
    std::fs::copy(drawn, &picture).expect("a picture");
    assert_eq!(home.run(["study", "--plain", "--deck", "own"], "\n4\n").code, 0);
    for args in [
        &["export", "own.apkg", "--yes", "--deck", "own"][..],
        &["export", "own.apkg", "--yes", "--deck", "own", "--legacy"],
    ] {
        let run = home.run(args, "");
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        let mut other = Home::new(Lang::En);
        other.on_day(23);
        std::fs::copy(home.path("own.apkg"), other.path("own.apkg")).expect("copied");
        let told = import(&other, "own.apkg");
        assert!(told.contains("Nothing is lost") && !told.contains("JavaScript"), "{told}");
        for card in ["own/a", "own/b", "own/c"] {
            let (mut there, mut here) = (shown(&other, card), shown(&home, card));
            for shown in [&mut there, &mut here] {
                // Where it lies, and which texts of it were answered here.
                shown["deck"] = serde_json::Value::Null;
                shown["versions"] = serde_json::Value::Null;
                for schedule in shown["schedules"].as_array_mut().expect("schedules") {
                    schedule["retrievability"] = serde_json::Value::Null;
                }
                for event in shown["history"].as_array_mut().expect("a history") {
                    *event = event["at"].clone();
                }
                if let Some(image) = shown["content"].get_mut("image") {
                    *image = serde_json::Value::Null;
                }
            }
            assert_eq!(there, here, "{card}");
        }
        assert!(import(&other, "own.apkg").contains(NOTHING));
    }
}

/// A deck as it was made of hidden places before there were masks.
fn with_zones(deck: &str) -> String {
    let mut out = String::new();
    let (mut number, mut zones, mut others) = (0, false, false);
    for line in deck.lines() {
        let nested = line.starts_with("      ");
        zones &= nested;
        others &= nested;
        if line.starts_with("    mask: ") {
            number += 1;
            writeln!(out, "    zone: \"**Réseau** — zone {number} sur 3, à gauche\"").expect("written");
            continue;
        }
        zones |= line == "    zones:";
        others |= line == "    others:";
        match line.strip_prefix("      - ").filter(|_| zones) {
            Some(outline) => {
                writeln!(out, "      - label: zone {number} sur 3, à gauche\n        {outline}")
                    .expect("written");
            }
            None if others => {}
            None => out = out + line + "\n",
        }
    }
    assert_eq!(number, 3, "{deck}");
    out
}

#[test]
fn zones_of_an_older_import_become_masks_where_they_are_and_keep_their_schedules() {
    let home = Home::new(Lang::Fr);
    package(&home, "modern.apkg");
    import(&home, "modern.apkg");
    let card = "anki-default/anki-ps2jgkz7be2y-2";
    let (decks, before) = (kept(&home), shown(&home, card));
    assert!(before["schedules"][0]["reps"].as_u64().is_some_and(|reps| reps > 0), "{before}");
    for place in ["anki-default/deck.yaml", ".carabin/imported/anki-default.yaml"] {
        let path = format!("data/decks/{place}");
        let deck = std::fs::read_to_string(home.path(&path)).expect("the deck");
        home.write(&path, &with_zones(&deck));
    }
    let older = shown(&home, card);
    assert_eq!(older["content"]["kind"], "zone", "{older}");
    assert_eq!(older["schedules"], before["schedules"]);
    let told = import(&home, "modern.apkg");
    assert!(told.contains("0 de plus, 3 à mettre à jour"), "{told}");
    assert_eq!(kept(&home), decks);
    assert_eq!(shown(&home, card), before);
    // What the student has changed in the meantime stays theirs.
    for place in ["anki-default/deck.yaml", ".carabin/imported/anki-default.yaml"] {
        let path = format!("data/decks/{place}");
        let deck = with_zones(&std::fs::read_to_string(home.path(&path)).expect("the deck"));
        let own = if place.starts_with('.') { deck } else { deck.replace("zone 2 sur 3", "Ma question") };
        home.write(&path, &own);
    }
    import(&home, "modern.apkg");
    let deck = std::fs::read_to_string(home.path("data/decks/anki-default/deck.yaml")).expect("the deck");
    assert_eq!((deck.matches("    mask: ").count(), deck.matches("Ma question").count()), (2, 2), "{deck}");
}

#[test]
fn of_very_many_masks_the_first_stay_and_it_is_told() {
    let home = Home::new(Lang::En);
    package(&home, "modern.apkg");
    in_anki(&home, "modern.apkg", |conn| {
        let mut shapes = String::new();
        for n in 0..900 {
            let (card, left) = (n % 400 + 1, f64::from(n) / 1000.0);
            let place = format!("rect:left={left}:top=.1:width=.01:height=.1:oi=1");
            write!(shapes, "{{{{c{card}::image-occlusion:{place}}}}}").expect("written");
        }
        let words = "{{c0::image-occlusion:text:left=.5:top=.9:text=Liver}}";
        conn.execute(
            "UPDATE notes SET flds = ?1 || substr(flds, instr(flds, char(31))) WHERE flds LIKE '%image-occlusion%'",
            [format!("{shapes}{words}")],
        )
        .expect("changed")
    });
    let told = import(&home, "modern.apkg");
    assert!(told.contains("3 cards with masks: they have too many others"), "{told}");
    assert!(told.contains("1 text written on a picture with masks, outside of them (Liver)"), "{told}");
    let deck = std::fs::read_to_string(home.path("data/decks/anki-default/deck.yaml")).expect("the deck");
    assert_eq!(deck.matches("rect:").count(), 3 * (3 + 100), "{deck}");
    assert_eq!(home.run(["deck", "check", "data/decks/anki-default"], "").code, 0);
}
