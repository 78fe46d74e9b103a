//! The list of the cards: found again, brought back, opened.

use std::fmt::Write as _;

use carabin::i18n::Lang;

use super::{KINDS_EN, KINDS_FR, Student};

fn own_deck(lang: Lang, size: (u16, u16)) -> Student {
    let (deck, title) = if lang == Lang::Fr { (KINDS_FR, "▸ Un form") } else { (KINDS_EN, "▸ One of") };
    let mut student = Student::with_deck(lang, size, deck);
    while !student.screen().contains(title) {
        student.press("<down>");
    }
    student
}

fn shot(out: &mut String, name: &str, student: &Student) {
    let rule = "=".repeat(20);
    out.extend([&rule, " ", name, "\n", &student.screen(), "\n"]);
}

fn walk(lang: Lang, size: (u16, u16)) -> String {
    let mut student = own_deck(lang, size);
    let mut out = String::new();
    student.press("<enter>S<ctrl-f><space>3<esc><enter>");
    student.press("l");
    shot(&mut out, "the cards of a deck", &student);
    student.press("<tab>");
    shot(&mut out, "the suspended ones", &student);
    student.press("r");
    shot(&mut out, "resumed", &student);
    student.press("<tab>");
    shot(&mut out, "the flagged ones", &student);
    student.press("<backspace><tab><tab><tab><tab>/ondam");
    shot(&mut out, "a search", &student);
    student.press("<enter><enter>");
    shot(&mut out, "one in full", &student);
    student.press("<esc>?");
    shot(&mut out, "the keys", &student);
    out
}

#[test]
fn the_cards_fr_80() {
    insta::assert_snapshot!(walk(Lang::Fr, (80, 24)));
}

#[test]
fn the_cards_fr_40() {
    insta::assert_snapshot!(walk(Lang::Fr, (40, 12)));
}

#[test]
fn the_cards_en_80() {
    insta::assert_snapshot!(walk(Lang::En, (80, 24)));
}

#[test]
fn the_cards_en_40() {
    insta::assert_snapshot!(walk(Lang::En, (40, 12)));
}

#[test]
fn what_was_suspended_in_a_session_is_found_and_brought_back() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("<enter>S").sees("Carte suspendue").press("<esc><enter>").sees("▸ Un format");
    student.press("l<tab>").sees("● Suspendues 1").sees("▸ ‖ Qui vote l'ONDAM").sees("suspendue par vous");
    student.press("r").sees("Reprise").sees("Aucune carte suspendue");
    student.press("u").sees("▸ ‖ Qui vote l'ONDAM");
    student.press("s").sees("Aucune carte suspendue").press("<esc>").sees("▸ Un format");
}

#[test]
fn the_search_of_home_takes_the_words_at_once_and_none_of_them_does_anything() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("/ondam").sees("ondam").sees("ONDAM").does_not_see("● Suspendues");
    student.press("srbfq").sees("ondamsrbfq").sees("Aucune carte");
    student.press("<esc>").sees("● Toutes").press("<esc>").sees("à revoir");
}

#[test]
fn what_decks_suspend_is_told_on_home_and_brought_in_by_one_key() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    student.press("l<tab>").sees("suspendue par son paquet").press("R").sees("cartes reprises");
    student.sees("Aucune carte suspendue").press("u").sees("suspendue par son paquet");
    student.press("<esc>").sees("Carabin");
}

#[test]
fn a_search_follows_each_letter_and_is_left_by_escape() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("l/rate").sees("Chercher").sees("● Toutes 0").sees("Aucune carte ne contient");
    student.press("<ctrl-u>").sees("Qui vote l'ONDAM").press("diabé").sees("Quel programme accompagne");
    student
        .press("<enter>")
        .sees("« diabé »")
        .does_not_see("Chercher :")
        .press("/<esc>")
        .sees("Qui vote l'ONDAM");
    // A letter of a search is no key.
    student.press("/srfu").does_not_see("suspendue").press("<esc><esc>").sees("▸ Un format");
}

#[test]
fn a_bundled_card_is_opened_in_the_editor_from_the_list() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    student.editing(|deck| deck.replace("license: CC-BY-4.0", "license: CC-BY-4.0 # lu"));
    student.press("l").sees("▸").press("e").sees("Paquet relu").sees("Cartes");
    assert!(std::fs::read_dir(student.home.path().join("data/decks")).expect("there").count() > 0);
}

#[test]
fn a_flag_is_taken_off_and_put_on() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("lf").sees("Drapeau 1").sees("▸ ⚑ Qui vote").press("f").sees("Drapeau enlevé");
    student.press("<tab><tab>").sees("Aucun drapeau");
}

#[test]
fn a_long_list_is_walked_to_its_end_and_back() {
    let mut deck = String::from("format: 1\ndeck: long\ntitle: Un long paquet\nlanguage: fr\ncards:\n");
    for number in 0..1_000 {
        let _ = writeln!(deck, "  - {{ id: c{number}, q: Question {number:04}, a: Oui }}");
    }
    let mut student = Student::with_deck(Lang::Fr, (80, 24), &deck);
    while !student.screen().contains("▸ Un long") {
        student.press("<down>");
    }
    student.press("l").sees("▸   Question 0000").press(&"<pagedown>".repeat(45)).sees("▸   Question 0450");
    student.does_not_see("  …").press(&"<pagedown>".repeat(60)).sees("▸   Question 0999");
    student.press(&"<pageup>".repeat(80)).sees("▸   Question 0199").does_not_see("  …");
    student.press(&"<pageup>".repeat(80)).sees("▸   Question 0000").does_not_see("  …");
}

#[test]
fn coming_home_returns_to_the_tab_and_the_row() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    student.press("<tab><down>").sees("● Objectifs");
    let chosen = |student: &Student| {
        let screen = student.screen();
        screen.lines().find(|line| line.starts_with(" ▸") || line.starts_with("▸")).map(str::to_owned)
    };
    let before = chosen(&student);
    assert!(before.is_some());
    for there_and_back in ["l<esc>", "n<esc>", "<enter><esc><enter>"] {
        student.press(there_and_back).sees("● Objectifs");
        assert_eq!(chosen(&student), before, "{there_and_back}");
    }
}
