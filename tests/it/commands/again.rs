//! What was imported comes again: once more the same, with less, with more, after the student has mended and moved things.

use std::fs;

use carabin::i18n::Lang;

use super::Home;

/// A page of LiSA, and the same page once its authors have put it better.
const PAGE: &str = "{{Objectif de connaissance|Identifiant=OIC-042-03-A|Intitulé=Connaître le rein}}\n\
    Le rein règle la '''pression artérielle''' et filtre le '''plasma''' jour et nuit.\n";

fn imported(home: &Home, args: &[&str]) -> String {
    let run = home.run([&["import"], args, &["--yes"]].concat(), "");
    assert_eq!(run.code, 0, "{run:?}");
    run.stdout
}

fn deck(home: &Home, file: &str) -> String {
    fs::read_to_string(home.path("data/decks").join(file)).expect(file)
}

#[test]
fn a_table_with_fewer_columns_does_not_make_what_came_before_the_students_own() {
    let home = Home::new(Lang::Fr);
    home.write("d.csv", "id;question;réponse;indice;étiquettes\na;Un ?;1;le premier;t1\n");
    imported(&home, &["d.csv"]);
    home.write("d.csv", "id;question;réponse\na;Un ?;1\n");
    imported(&home, &["d.csv"]);
    home.write("d.csv", "id;question;réponse;indice;étiquettes\na;Un ?;1;mieux dit;t2\n");
    let told = imported(&home, &["d.csv"]);
    assert!(!told.contains("par vous"), "the student has touched nothing: {told}");
    let deck = deck(&home, "d.yaml");
    assert!(deck.contains("hint: mieux dit") && deck.contains("t2") && !deck.contains("t1"), "{deck}");
}

#[test]
fn a_conflict_is_told_once() {
    let home = Home::new(Lang::Fr);
    home.write("d.csv", "id;question;réponse\na;Un ?;1\n");
    imported(&home, &["d.csv"]);
    home.write(
        "data/decks/d.yaml",
        &deck(&home, "d.yaml").replace("a: '1'", "a: un").replace("a: 1", "a: un"),
    );
    let mine = deck(&home, "d.yaml");
    assert!(mine.contains("a: un"), "{mine}");
    home.write("d.csv", "id;question;réponse\na;Un ?;I\n");
    let told = imported(&home, &["d.csv"]);
    assert!(told.contains("par vous") && told.contains("retenu"), "{told}");
    let told = imported(&home, &["d.csv"]);
    assert!(!told.contains("par vous") && told.contains("Rien de nouveau"), "{told}");
    assert_eq!(deck(&home, "d.yaml"), mine);
}

#[test]
fn a_card_of_anki_that_was_moved_and_mended_stays_mended() {
    let home = Home::new(Lang::Fr);
    let from = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/anki/modern.apkg");
    fs::copy(from, home.path("modern.apkg")).expect("copied");
    imported(&home, &["modern.apkg", "--deck", "tout"]);
    let whole = deck(&home, "tout/deck.yaml");
    // The last card goes to a deck of the student's, and is mended there.
    let at = whole.rfind("\n  - id: ").expect("a card") + 1;
    let (rest, card) = whole.split_at(at);
    let mended = card.replacen("q: Question ", "q: À ma façon, question ", 1);
    assert_ne!(mended, card, "a question");
    home.write("data/decks/tout/deck.yaml", rest);
    let own = format!("format: 1\ndeck: own\ntitle: À moi\nlanguage: fr\ncards:\n{mended}");
    home.write("data/decks/own.yaml", &own);
    let told = imported(&home, &["modern.apkg"]);
    assert_eq!(deck(&home, "own.yaml"), own, "{told}");
    let told = imported(&home, &["modern.apkg"]);
    assert!(told.contains("Rien de nouveau"), "{told}");
}

#[test]
fn a_page_of_lisa_that_was_put_better_comes_and_replaces_only_when_asked() {
    let home = Home::new(Lang::Fr);
    home.write("page.txt", PAGE);
    imported(&home, &["lisa", "page.txt"]);
    let file = "lisa-042-03-a/deck.yaml";
    let first = deck(&home, file);
    home.write(format!("data/decks/{file}"), &first.replacen("jour et nuit", "sans cesse", 1));
    let mended = deck(&home, file);
    assert_ne!(mended, first);
    imported(&home, &["lisa", "page.txt"]);
    assert_eq!(deck(&home, file), mended, "mended here");
    imported(&home, &["lisa", "page.txt", "--replace"]);
    assert_eq!(deck(&home, file), first, "as the page says");
}

#[test]
fn a_refused_proposal_comes_again_only_when_asked_and_is_refused_no_longer_then() {
    let home = Home::new(Lang::Fr);
    home.write("page.txt", PAGE);
    imported(&home, &["lisa", "page.txt"]);
    let first = deck(&home, "lisa-042-03-a/deck.yaml");
    let id = first.lines().find_map(|line| line.strip_prefix("  - id: ")).expect("a card").to_owned();
    let card = format!("lisa-042-03-a/{id}");
    home.run(["deck", "drafts", "--refuse", card.as_str()], "");
    assert!(deck(&home, "lisa-042-03-a/refused.yaml").contains(&id));
    imported(&home, &["lisa", "page.txt"]);
    assert!(!deck(&home, "lisa-042-03-a/deck.yaml").contains(&id));
    imported(&home, &["lisa", "page.txt", "--replace"]);
    assert!(deck(&home, "lisa-042-03-a/deck.yaml").contains(&id));
    let refused = home.run(["deck", "drafts", "--refused"], "").stdout;
    assert!(!refused.contains(&id), "{refused}");
}

#[test]
fn the_name_of_a_picture_in_the_words_of_a_card_stays_words() {
    let home = Home::new(Lang::Fr);
    let picture = concat!(env!("CARGO_MANIFEST_DIR"), "/decks/media/network.png");
    let text = "format: 1\ndeck: img\ntitle: Images\nlanguage: fr\ncards:\n  - id: a\n    q: Que dit media/1.png ?\n    image:\n      file: media/1.png\n      alt: Le 1.png\n    a: Un\n";
    home.write("data/decks/img/deck.yaml", text);
    fs::create_dir_all(home.path("data/decks/img/media")).expect("made");
    fs::copy(picture, home.path("data/decks/img/media/1.png")).expect("copied");
    assert_eq!(home.run(["export", "img.apkg", "--deck", "img"], "").code, 0);
    let friend = Home::new(Lang::Fr);
    fs::copy(home.path("img.apkg"), friend.path("img.apkg")).expect("copied");
    imported(&friend, &["img.apkg"]);
    let remade = deck(&friend, "img/deck.yaml");
    assert!(remade.contains("q: Que dit media/1.png ?") && remade.contains("alt: Le 1.png"), "{remade}");
    let file = remade.lines().find_map(|line| line.trim().strip_prefix("file: ")).expect("a picture");
    assert!(file.starts_with("media/carabin-"), "{file}");
    let bytes = fs::read(friend.path("data/decks/img").join(file)).expect("there");
    assert_eq!(bytes, fs::read(picture).expect("there"));
}
