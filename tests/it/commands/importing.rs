//! `carabin import`: spreadsheets, pages of LiSA.

use carabin::i18n::Lang;

use super::Home;

const TABLE: &str = "Type;Énoncé;Réponse;Proposition A;Pourquoi A;Proposition B;Correct;Couleur\n\
    q;Quel rythme ?;Sinusal, 0,5 s;;;;;bleu\n\
    qru;Quel statut ?;;EPA;Un établissement public;Association;A;\n\
    qru;Sans bonne réponse ?;;Oui;;Non;;\n";

const PAGE: &str = "{{Objectif de connaissance|Identifiant=OIC-042-03-A|Intitulé=Connaître le rein}}\n\
    Le rein règle la '''pression artérielle''' et filtre le '''plasma''' jour et nuit.\n";

#[test]
fn a_spreadsheet_is_shown_first_and_imported_once() {
    let home = Home::new(Lang::Fr);
    home.write("cardio.csv", TABLE);
    let mut told = home.transcript("carabin import cardio.csv --dry-run", "");
    assert!(!home.path("data/decks/cardio.yaml").exists(), "nothing is written");
    told += &home.transcript("carabin import cardio.csv", "n\n");
    told += &home.transcript("carabin import cardio.csv", "o\n");
    told += &std::fs::read_to_string(home.path("data/decks/cardio.yaml")).expect("the deck");
    told += &home.transcript("carabin import cardio.csv --yes", "");
    home.write(
        "cardio.csv",
        &TABLE
            .replace("Sinusal, 0,5 s", "Sinusal")
            .replace("Sans bonne réponse ?;;Oui;;Non;;", "Nouveau ?;;Oui;;Non;B;"),
    );
    told += &home.transcript("carabin import cardio.csv --yes", "");
    let deck = std::fs::read_to_string(home.path("data/decks/cardio.yaml")).expect("the deck");
    assert!(deck.contains("a: Sinusal\n") && deck.contains("qru: Nouveau ?"), "{deck}");
    insta::assert_snapshot!(told);
}

#[test]
fn in_english_too() {
    let home = Home::new(Lang::En);
    home.write("cardio.csv", TABLE);
    home.write("odd.xyz", "");
    home.write("colours.csv", "id,colour,note,tags,rank\nx,red,a,b,A\n");
    let mut told = home.transcript("carabin import cardio.csv --yes", "");
    for line in
        ["import odd.xyz", "import colours.csv", "import", "import missing.csv", "import lisa odd.xyz"]
    {
        told += &home.transcript(&format!("carabin {line}"), "");
    }
    insta::assert_snapshot!(told);
}

#[test]
fn cards_of_a_table_are_added_to_a_deck_without_touching_its_other_lines() {
    let home = Home::new(Lang::Fr);
    let deck = "# à moi\nformat: 1\ndeck: rein\ntitle: \"Rein\"   # titre\nlanguage: fr\ncards:\n  - id: a\n    q: Un ?\n    a: '1'\n";
    home.write("data/decks/rein.yaml", deck);
    home.write("plus.tsv", "#separator:tab\n#columns:id\tquestion\tréponse\tobjectif\nb\tDeux ?\t2\tOIC-042-03-A\na\tUn ?\t1\t\n");
    let run = home.run(["import", "plus.tsv", "--deck", "rein", "--yes"], "");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let after = std::fs::read_to_string(home.path("data/decks/rein.yaml")).expect("the deck");
    let head = deck.replace("cards:\n", "objectives:\n  - id: OIC-042-03-A\ncards:\n");
    assert!(after.starts_with(&head), "{after}");
    assert!(after.contains("  - id: b\n    q: Deux ?\n"), "{after}");
}

#[test]
fn a_table_that_is_too_long_for_one_deck_becomes_parts_whose_cards_stay_where_they_are() {
    let home = Home::new(Lang::En);
    // Cards of half a megabyte; a deck is filled up to ten.
    let table = |cards: std::ops::Range<usize>| {
        cards.fold("question,answer\n".to_owned(), |table, n| {
            format!("{table}Question {n}?,{}\n", format!("Answer {n}. ").repeat(50_000))
        })
    };
    home.write("long.csv", &table(0..22));
    let run = home.run(["import", "long.csv", "--yes"], "");
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let part =
        |name: &str| std::fs::read_to_string(home.path(format!("data/decks/{name}.yaml"))).expect("a deck");
    let (first, second) = (part("long"), part("long-part-2"));
    assert!(second.contains("title: long (2)\n"), "the parts are told apart");
    let cards = |deck: &str| deck.matches("  - id: ").count();
    assert!(cards(&first) > 10 && cards(&second) > 0, "{} {}", cards(&first), cards(&second));
    assert_eq!(cards(&first) + cards(&second), 22);
    // Another order, a card that is new: what is there stays, what is new goes where there is room.
    home.write("long.csv", &table(18..24).replace("Answer 21. ", "Answer 'one'. "));
    let run = home.run(["import", "long.csv", "--yes"], "");
    assert!(run.stdout.contains("3 cards imported"), "two are new, one is another: {}", run.stdout);
    assert_eq!(part("long"), first);
    let again = home.run(["import", "long.csv", "--yes"], "");
    assert!(again.stdout.contains("Nothing new"), "{}", again.stdout);
}

#[test]
fn what_of_html_a_table_cannot_keep_is_told() {
    let home = Home::new(Lang::Fr);
    let table = "#separator:tab\n#html:true\n#columns:question\tréponse\n\
        Quel tracé ?\t<img src=\"ecg.png\"> Une FA [sound:fa.mp3]\n\
        Quelle valve ?\t<img src='valve.jpg' alt='valve'>\n";
    home.write("html.txt", table);
    insta::assert_snapshot!(home.transcript("carabin import html.txt --yes", ""));
}

#[test]
fn pictures_that_the_html_of_a_table_names_come_from_beside_it_and_what_is_not_there_is_told() {
    let home = Home::new(Lang::Fr);
    let row = |question: &str, answer: &str| format!("{question}\t{answer}\n");
    let table = row(
        "<img src=\"\"coupe foie.png\"\" alt=\"\"Une coupe\"\">Quel organe ?",
        "Le <b>foie</b><img src=b.png>",
    )
    .replace("\"\"", "\"")
        + &row("Et là ?<img src=\"absente.png\">", "Le rein <img src='../secret.png'>");
    home.write("table.txt", &format!("#separator:tab\n#html:true\n{table}"));
    for name in ["coupe foie.png", "media/b.png", "notes.txt"] {
        home.write(name, "x");
    }
    let told = home.run(["import", "table.txt", "--yes"], "").stdout;
    assert!(told.contains("2 images introuvables"), "{told}");
    let deck =
        std::fs::read_to_string(home.path("data/decks/table/deck.yaml")).expect("a deck with a folder");
    for line in [
        "    q: Quel organe ?\n    a: Le **foie**\n    image:\n      file: media/coupe foie.png\n      alt: Une coupe\n",
        "    answer_image:\n      file: media/b.png\n",
        "(absente)",
        "(secret)",
    ] {
        assert!(deck.contains(line), "{line}: {deck}");
    }
    let media = |name: &str| home.path("data/decks/table/media").join(name).exists();
    assert!(media("coupe foie.png") && media("b.png") && !media("secret.png"));
    assert!(home.path("coupe foie.png").exists() && home.path("media/b.png").exists(), "they are copied");
    let again = home.run(["import", "table.txt", "--yes"], "").stdout;
    assert!(again.contains("2 déjà là"), "{again}");
}

#[test]
fn two_tables_of_one_deck_both_come_into_it() {
    let home = Home::new(Lang::Fr);
    home.write("a.csv", "question,answer\nUn ?,1\n");
    home.write("b.csv", "question,answer\nDeux ?,2\nUn ?,Un\n");
    let run = home.run(["import", "a.csv", "b.csv", "--deck", "nombres", "--yes"], "");
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let deck = std::fs::read_to_string(home.path("data/decks/nombres.yaml")).expect("a deck");
    for line in ["q: Un ?", "a: Un", "q: Deux ?"] {
        assert!(deck.contains(line), "{line}: {deck}");
    }
}

#[test]
fn proposals_are_taken_and_refused_one_by_one() {
    let home = Home::new(Lang::Fr);
    let page = format!("{PAGE}\n== Organes ==\n* le rein\n* le foie\n\n; Néphron : l'unité du rein\n");
    home.write("page.txt", &page);
    assert_eq!(home.run(["import", "lisa", "page.txt", "--yes"], "").code, 0);
    let mut told = home.transcript("carabin deck drafts", "");
    told += &home.transcript("carabin deck drafts --ask", "a\nr\np\n");
    told += &home.transcript("carabin deck drafts --accept lisa-042-03-a/nephron", "");
    told += &std::fs::read_to_string(home.path("data/decks/lisa-042-03-a/deck.yaml")).expect("the deck");
    // What was refused is not proposed again by its page, and can be had back.
    told += &home.transcript("carabin import lisa page.txt --yes", "");
    told += &home.transcript("carabin deck drafts --refused", "");
    let refused =
        std::fs::read_to_string(home.path("data/decks/lisa-042-03-a/refused.yaml")).expect("remembered");
    let cards = refused.split("\ncards:").nth(1).expect("cards");
    let id = cards.split("- id: ").nth(1).and_then(|card| card.lines().next()).expect("a card").to_owned();
    told += &home.transcript(&format!("carabin deck drafts --again lisa-042-03-a/{id}"), "");
    told += &home.transcript("carabin deck drafts --refused", "");
    insta::assert_snapshot!(told);
    let run = home.run(["study", "--deck", "lisa-042-03-a", "--plain"], "");
    assert!(run.stdout.contains("Le rein règle"), "what was accepted is asked: {}", run.stdout);
}

#[test]
fn what_is_exported_comes_back_the_same() {
    let home = Home::new(Lang::Fr);
    let mut told = String::new();
    for file in ["tout.csv", "tout.tsv"] {
        told += &home.transcript(&format!("carabin export {file} --deck edn-019-uncam-fr"), "");
        told += &home
            .transcript(&format!("carabin import {file} --deck edn-019-uncam-fr --dry-run"), "")
            .lines()
            .filter(|line| !line.contains('→'))
            .collect::<Vec<_>>()
            .join("\n");
        told.push('\n');
    }
    told += &home.transcript("carabin export rien.csv --tag zzz", "");
    told += &home.transcript("carabin export tout.xyz", "");
    insta::assert_snapshot!(told);
}

#[test]
fn a_page_of_lisa_becomes_drafts_that_are_not_asked() {
    let home = Home::new(Lang::Fr);
    home.write("page.txt", PAGE);
    let mut told = home.transcript("carabin import lisa page.txt --yes", "");
    for file in ["deck.yaml", "media/OIC-042-03-A.md"] {
        told += &std::fs::read_to_string(home.path("data/decks/lisa-042-03-a").join(file)).expect("the deck");
    }
    told += &home.transcript("carabin study --deck lisa-042-03-a --plain", "");
    told += &home.transcript("carabin import lisa page.txt --yes", "");
    let there = std::fs::read_dir(home.path("data/decks")).expect("there").flatten();
    let shown = there.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    assert_eq!(shown.count(), 1, "nothing else is left");
    insta::assert_snapshot!(told);
}

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
fn several_files_for_one_deck_lose_no_row() {
    let home = Home::new(Lang::Fr);
    home.write("a.csv", "question;réponse\nUn ?;1\nQuel rythme ?;Sinusal\n");
    home.write("b.csv", "question;réponse\nDeux ?;2\nQuel rythme ?;Une flutter\n");
    let run = home.run(["import", "a.csv", "b.csv", "--deck", "cardio", "--yes"], "");
    assert_eq!(run.code, 0, "{run:?}");
    home.write("c.csv", "question;réponse\nTrois ?;3\n");
    home.write("d.csv", "question;réponse\nQuatre ?;4\n");
    assert_eq!(home.run(["import", "c.csv", "d.csv", "--deck", "cardio", "--yes"], "").code, 0);
    let deck = std::fs::read_to_string(home.path("data/decks/cardio.yaml")).expect("the deck");
    for question in ["Un ?", "Deux ?", "Trois ?", "Quatre ?"] {
        assert!(deck.contains(question), "{question}: {deck}");
    }
    home.write("e.txt", PAGE);
    home.write("f.txt", PAGE);
    let run = home.run(["import", "lisa", "e.txt", "f.txt", "--yes"], "");
    assert_eq!(run.code, 0, "the same page twice is one page: {run:?}");
}

#[test]
fn what_is_edited_while_the_question_waits_is_not_overwritten() {
    use std::io::{Read as _, Write as _};
    let home = Home::new(Lang::Fr);
    home.write("d.csv", "question;réponse\nUn ?;1\n");
    assert_eq!(home.run(["import", "d.csv", "--yes"], "").code, 0);
    home.write("d.csv", "question;réponse\nUn ?;1\nDeux ?;2\n");
    let mut process = home.process();
    let pipe = std::process::Stdio::piped;
    let mut process = process
        .args(["import", "d.csv"])
        .stdin(pipe())
        .stdout(pipe())
        .stderr(pipe())
        .spawn()
        .expect("it runs");
    let (mut said, mut byte) = (Vec::new(), [0]);
    let out = process.stdout.as_mut().expect("its output");
    while !said.ends_with(b"[o/N] ") {
        out.read_exact(&mut byte).expect("a question");
        said.extend(byte);
    }
    let path = home.path("data/decks/d.yaml");
    let edited = format!(
        "{}  - id: mine\n    q: À moi ?\n    a: oui\n",
        std::fs::read_to_string(&path).expect("there")
    );
    home.write("data/decks/d.yaml", &edited);
    process.stdin.take().expect("its input").write_all(b"o\n").expect("heard");
    let done = process.wait_with_output().expect("it ends");
    assert_eq!(done.status.code(), Some(1), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stderr).contains("rien n'a été importé"), "{done:?}");
    assert_eq!(std::fs::read_to_string(&path).expect("there"), edited);
    // Shown again, it goes on from there.
    assert_eq!(home.run(["import", "d.csv", "--yes"], "").code, 0);
    let after = std::fs::read_to_string(&path).expect("there");
    assert!(after.contains("À moi ?") && after.contains("Deux ?"), "{after}");
}

#[test]
fn pictures_of_other_decks_are_never_overwritten() {
    let names = |home: &Home, folder: &str| -> Vec<String> {
        let read = std::fs::read_dir(home.path(folder)).expect("a folder");
        read.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    };
    let other = Home::new(Lang::Fr);
    package(&other, "modern.apkg");
    assert_eq!(other.run(["import", "modern.apkg", "--deck", "tout", "--yes"], "").code, 0);
    let pictures = names(&other, "data/decks/tout/media");
    assert!(!pictures.is_empty());
    let home = Home::new(Lang::Fr);
    package(&home, "modern.apkg");
    home.write("data/decks/tout.yaml", "format: 1\ndeck: tout\ntitle: Tout\nlanguage: fr\ncards: []\n");
    for name in &pictures {
        home.write(format!("data/decks/media/{name}"), "à un autre paquet");
    }
    let run = home.run(["import", "modern.apkg", "--yes", "--deck", "tout"], "");
    assert_eq!(run.code, 0, "{run:?}");
    for name in &pictures {
        let text = std::fs::read(home.path(format!("data/decks/media/{name}"))).expect("there");
        assert_eq!(text, "à un autre paquet".as_bytes(), "{name}");
    }
    assert_eq!(names(&home, "data/decks/media").len(), 2 * pictures.len());
    let first = kept(&home);
    assert_eq!(home.run(["import", "modern.apkg", "--yes", "--deck", "tout"], "").code, 0);
    assert_eq!(kept(&home), first, "a second import changes nothing");
}

#[test]
fn what_was_mended_here_outlives_the_next_import() {
    let home = Home::new(Lang::Fr);
    let rows = "question;réponse;étiquettes\nUn ?;1;a\nDeux ?;2;a\nTrois ?;3;a\nQuatre ?;4;a\n";
    home.write("d.csv", rows);
    assert_eq!(home.run(["import", "d.csv", "--yes"], "").code, 0);
    let path = home.path("data/decks/d.yaml");
    let deck = std::fs::read_to_string(&path).expect("there");
    let (rest, last) = deck.split_at(deck.find("  - id: quatre").expect("a fourth card"));
    assert!(last.contains("Quatre ?"));
    let mended =
        rest.replace("q: Un ?", "q: Un, au juste ?").replace("a: '2'", "a: deux").replace("a: 2", "a: deux");
    home.write("data/decks/d.yaml", &mended);
    let mut told = home.transcript("carabin import d.csv --yes", "");
    assert_eq!(std::fs::read_to_string(&path).expect("there"), mended);
    home.write("d.csv", &rows.replace("Deux ?;2;a", "Deux ?;II;a b").replace("Trois ?;3", "Trois ?;III"));
    told += &home.transcript("carabin import d.csv --yes", "");
    told += &std::fs::read_to_string(&path).expect("there");
    told += &home.transcript("carabin import d.csv --yes --replace", "");
    told += &std::fs::read_to_string(&path).expect("there");
    insta::assert_snapshot!(told);
}

#[test]
fn a_card_of_anki_that_was_mended_here_stays_mended() {
    let home = Home::new(Lang::Fr);
    package(&home, "modern.apkg");
    package(&home, "later.apkg");
    assert_eq!(home.run(["import", "modern.apkg", "--yes"], "").code, 0);
    let path = home.path("data/decks/anki-edn/deck.yaml");
    let deck = std::fs::read_to_string(&path).expect("the deck");
    let at = deck.find("    q: ").expect("a question");
    let mended = format!("{}    q: À ma façon, {}", &deck[..at], &deck[at + "    q: ".len()..]);
    home.write("data/decks/anki-edn/deck.yaml", &mended);
    for file in ["modern.apkg", "later.apkg"] {
        assert_eq!(home.run(["import", file, "--yes"], "").code, 0);
        assert!(std::fs::read_to_string(&path).expect("the deck").contains("À ma façon, "), "{file}");
    }
}
