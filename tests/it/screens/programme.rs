//! The programme: items that open, objectives, what nothing covers.

use std::fmt::Write as _;

use carabin::{app::bring::TableWishes, i18n::Lang};

use super::Student;

const LIST: &str = include_str!("../programme.csv");
/// A card for each way in which an objective can stand.
const DECK: &str = include_str!("../programme.yaml");

/// A student who has imported the list and has a deck about a part of it.
fn student(lang: Lang, size: (u16, u16)) -> Student {
    let deck = DECK.replace("language: fr", &format!("language: {}", lang.code()));
    let mut student = Student::with_deck(lang, size, &deck);
    import(&mut student, LIST);
    student
}

fn import(student: &mut Student, list: &str) {
    let path = student.home.path().join("liste.csv");
    carabin::app::files::write_atomically(&path, list.as_bytes()).expect("written");
    student.elsewhere(|app| {
        let planned = app.read_programme(&path, &TableWishes::default()).expect("read");
        app.import_programme(planned).expect("kept");
    });
}

fn shot(out: &mut String, name: &str, student: &Student) {
    let _ = writeln!(out, "==================== {name}\n{}", student.screen());
}

fn walk(lang: Lang, size: (u16, u16)) -> String {
    let mut student = student(lang, size);
    let mut out = String::new();
    student.press("o");
    shot(&mut out, "the programme", &student);
    student.press("<space><down>");
    shot(&mut out, "an item is open", &student);
    student.press("gg<tab>");
    shot(&mut out, "rank B without a card", &student);
    student.press("<backspace>/");
    shot(&mut out, "something is looked for", &student);
    student.press("oedeme");
    shot(&mut out, "it is found without its accents", &student);
    student.press("<enter><down><enter>");
    shot(&mut out, "nothing to study there", &student);
    student.press("<backspace>t");
    shot(&mut out, "all items are open", &student);
    student.press("?");
    shot(&mut out, "the keys", &student);
    out
}

#[test]
fn the_programme_in_french_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::Fr, (80, 24)));
}

#[test]
fn the_programme_in_french_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::Fr, (40, 12)));
}

#[test]
fn the_programme_in_english_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::En, (80, 24)));
}

#[test]
fn the_programme_in_english_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::En, (40, 12)));
}

#[test]
fn an_objective_or_an_item_is_studied_from_the_programme() {
    let mut student = student(Lang::Fr, (80, 24));
    student.press("o<down><space><down>").sees("OIC-041-09-A").press("<enter>").sees("0/1").sees("Un ?");
    student.press("<space>4").press("<enter>o<down><space><down><down><enter>").sees("Deux ?");
    student.press("<esc><enter>o<down><space>").sees("● A 09").sees("1/1").sees("○ A 10");
}

#[test]
fn suspended_cards_of_an_objective_are_taken_up_again() {
    let mut student = student(Lang::Fr, (80, 24));
    student.press("o/citer<enter><down>").sees("mis de côté").press("<enter>").sees("r les reprend");
    student.press("r").sees("reprise pour demain");
}

#[test]
fn the_cursor_stays_with_its_item_when_the_list_is_narrowed_and_widened() {
    let mut student = student(Lang::Fr, (80, 24));
    student
        .press("o<down><down>")
        .sees("▸ +  42")
        .press("<tab>")
        .sees("▸ +  42")
        .press("<tab>")
        .sees("Aucun objectif");
    student.press("<tab><tab>").sees("● Tout").press("l<down>h").sees("▸ +  42");
}

#[test]
fn without_a_list_the_decks_say_which_objectives_there_are() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    student.press("o").sees("Item 19").sees("déclaré par vos").press("<space><down>").sees("OIC-019-09-A");
}

#[test]
fn clicks_open_items_and_begin_objectives() {
    let mut student = student(Lang::Fr, (80, 24));
    student.press("o").click("Une démarche").sees("▸ +  42").click("Une démarche").sees("▸ −  42");
    student.click("Une caisse").click("Une caisse").click("Connaître les missions").sees("▸   ○ A 09");
    student.click("Connaître les missions").sees("Un ?");
}

#[test]
fn five_thousand_objectives_are_listed_searched_and_left() {
    let mut text = String::from("id;titre;item;titre de l'item\n");
    for number in 0..4_900_u16 {
        let item = number % 367 + 1;
        let rank = if number % 2 == 0 { "A" } else { "B" };
        let _ = writeln!(
            text,
            "OIC-{item:03}-{:02}-{rank};Objectif {number};{item};Item {item}",
            number / 367 + 1
        );
    }
    let mut student = Student::new(Lang::Fr, (80, 24));
    import(&mut student, &text);
    student.press("o").sees("sur 2450").press("t/objectif 4899<enter>").sees("Objectif 4899");
    student.press("<backspace>/367<enter>").sees("▸ − 367").press("<esc>").sees("Tout");
}
