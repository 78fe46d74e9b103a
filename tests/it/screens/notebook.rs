//! The error notebook: a reason on the answered card, the list, misses from elsewhere.

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

/// Names and shows the screen.
fn shot(out: &mut String, name: &str, student: &Student) {
    let rule = "=".repeat(20);
    out.extend([&rule, " ", name, "\n", &student.screen(), "\n"]);
}

fn walk(lang: Lang, size: (u16, u16)) -> String {
    let mut student = own_deck(lang, size);
    let mut out = String::new();
    student.press("<enter><space>m");
    shot(&mut out, "why", &student);
    student.press("3");
    shot(&mut out, "confused with", &student);
    student.press("le PLFSS<enter>");
    shot(&mut out, "a reason is given", &student);
    student.press("<enter><space>4a<enter>m4");
    shot(&mut out, "it was misread", &student);
    student.press("<enter>");
    shot(&mut out, "it comes again", &student);
    student.press("<ctrl-g>+");
    shot(&mut out, "missed elsewhere", &student);
    student.press("232 confondue OAP ou pneumopathie ? La BNP tranche @EDN 2024<enter>");
    student.press("<esc><enter>n");
    shot(&mut out, "the notebook", &student);
    student.press("<down>");
    shot(&mut out, "another miss", &student);
    student.press("<tab>");
    shot(&mut out, "by objective", &student);
    student.press("<tab>");
    shot(&mut out, "by reason", &student);
    student.press("<space>");
    shot(&mut out, "one reason", &student);
    student.press("<backspace>pp");
    shot(&mut out, "today", &student);
    student.press("?");
    shot(&mut out, "the keys", &student);
    out
}

#[test]
fn the_notebook_in_french_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::Fr, (80, 24)));
}

#[test]
fn the_notebook_in_french_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::Fr, (40, 12)));
}

#[test]
fn the_notebook_in_english_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::En, (80, 24)));
}

#[test]
fn the_notebook_in_english_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::En, (40, 12)));
}

#[test]
fn a_question_that_was_misread_comes_again_and_its_schedule_stays() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("<enter><space>4<space>4").sees("statut");
    student.press("a<enter>m4").sees("ne compte pas, la carte revient");
    student.press("<enter>").sees("entraînement").sees("tarification");
    student.press("ace<enter><enter>Sophia<enter><enter>").sees("statut de la Cnam").sees("nouvelle");
    // Rated by the student it counts, whatever the reason.
    student.press("a<enter>m41").does_not_see("entraînement");
    assert_eq!(student.kept_answers(), 5, "and one for practice");
}

#[test]
fn a_right_answer_has_no_reason_and_an_answer_that_is_taken_back_has_none_either() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("<enter><space>4<space>4b<enter>m").does_not_see("Pourquoi").sees("1 point sur 1");
    student.press("ua<enter>m2").sees("Raison : oubliée");
    student.press("u").does_not_see("Raison").press("b<enter>").does_not_see("Raison");
}

#[test]
fn what_it_was_confused_with_is_guessed_from_the_answer() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("<enter><space>4<space>4a<enter>m3").sees("Organisme de droit privé");
    student.press("<enter>").sees("confondue avec « Organisme de droit privé »");
}

#[test]
fn a_miss_from_elsewhere_is_noted_made_a_card_and_opened_in_the_editor() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("+").sees("Manquée ailleurs").press("<enter>").sees("de quoi il s'agit");
    student.press("232 confondue Critères de Light<enter>").sees("Notée dans le carnet");
    student
        .press("n")
        .sees("Critères de Light")
        .press("c")
        .sees("c encore")
        .press("c")
        .sees("Brouillon créé");
    student.editing(|deck| deck.replace("à compléter", "Protéines > 0,5").replace("    draft: true\n", ""));
    student.press("e").sees("Paquet relu").sees("Carnet d'erreurs");
    let text = std::fs::read_to_string(student.home.path().join("data/decks/carnet-fr.yaml")).expect("there");
    assert!(text.contains("Protéines > 0,5") && text.contains("item: 232"), "{text}");
    student.press("d").sees("Réglée").sees("Rien de manqué ici").press("t").sees("Critères de Light");
    student.press("x").sees("Retirée").press("<esc>").sees("Mon carnet d'erreurs");
}

#[test]
fn a_session_begins_from_any_selection_of_the_notebook() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("<enter><space>m1<enter>").press("<space>1").press("<esc><enter>n").sees("2 manquées");
    student.press("<enter>").sees("0/1").sees("La COG lie").press("<esc><enter>n");
    student.press("a").sees("0/2").press("<esc><enter>n<tab><tab>").sees("jamais apprise");
    student.press("<enter>").sees("0/1").sees("Qui vote l'ONDAM");
}

#[test]
fn a_reason_is_given_later_in_the_notebook_too() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("<enter><space>1<esc><enter>n").sees("sans raison donnée");
    student.press("m5").sees("ne compte plus comme un oubli").sees("trop vite");
    student.press("<esc>").sees("nouvelles cartes");
    assert_eq!(student.kept_answers(), 0, "it is practice now");
}

#[test]
fn a_form_that_is_left_changes_nothing_and_a_letter_in_an_answer_is_a_letter() {
    let mut student = own_deck(Lang::Fr, (80, 24));
    student.press("+232 oubliée rien<esc>").sees("▸ Un format").press("n").sees("Rien de manqué ici");
    student.press("i19<enter>").sees("item 19").press("iabc<enter>").sees("de 1 à 367").press("<esc><esc>");
    student.press("<enter><space>4<space>4b<enter><enter>ace<enter><enter>a+b").sees("a+b");
}
