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
            format!("{table}Question {n}?,{}\n", format!("Answer {n}. ").repeat(40_000))
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
    assert_eq!(std::fs::read_dir(home.path("data/decks")).expect("there").count(), 1, "nothing else is left");
    insta::assert_snapshot!(told);
}
