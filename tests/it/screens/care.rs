//! What the student wrote or did is not lost by a key that was meant for something else.

use carabin::i18n::Lang;

use super::{FORMATS_FR, KINDS_FR, Student};

fn own_deck(deck: &str) -> Student {
    let mut student = Student::with_deck(Lang::Fr, (80, 24), deck);
    while !student.screen().contains("▸ Un form") {
        student.press("<down>");
    }
    student
}

#[test]
fn a_mistake_is_told_in_a_field_and_none_of_its_letters_is_a_key() {
    let mut student = own_deck(KINDS_FR);
    student.press("<enter>!").sees("Écrivez ce qui ne va pas");
    student.press("la case est fausse, sans blague").sees("la case est fausse, sans blague");
    student
        .press("<esc>")
        .sees("n'est pas enregistré")
        .press("<ctrl-s>")
        .sees("Le message est prêt")
        .sees("letters/");
    student
        .press("suspendre")
        .sees("Le message est prêt")
        .press("<esc>")
        .sees("Qui vote l'ONDAM")
        .sees("0/5");
    let folder = student.home.path().join("data/letters");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a letter");
    assert!(read("formats-fr-qa.txt").contains("la case est fausse, sans blague"));
    student.press("!encore<ctrl-s><esc>");
    assert!(read("formats-fr-qa.txt").contains("la case") && read("formats-fr-qa-2.txt").contains("encore"));
}

#[test]
fn a_note_is_kept_by_its_key_alone_and_leaving_one_that_has_changed_asks() {
    let mut student = own_deck(KINDS_FR);
    student.press("<enter><ctrl-n>vu en stage<esc>").sees("n'est pas enregistré").sees("vu en stage");
    student.press(" hier<esc>").sees("n'est pas enregistré").press("<esc>").does_not_see("vu en stage");
    student
        .press("<ctrl-n>")
        .does_not_see("vu en stage")
        .press("<esc>")
        .sees("Qui vote")
        .press("<ctrl-n>vu<ctrl-s>");
    student.sees("Note enregistrée").press("<ctrl-n>").sees("vu").press("<esc>").sees("Qui vote");
}

#[test]
fn what_is_undone_is_named_and_what_is_old_is_asked_about() {
    let mut student = own_deck(KINDS_FR);
    student
        .press("<enter>S")
        .sees("Carte suspendue")
        .press("u")
        .sees("Annulé : suspension de « Qui vote l'ONDAM ? »");
    student.press("<space>3u").sees("Annulé : réponse à « Qui vote").press("<space>3<esc><enter>");
    student.press("u").sees("Dernière action : réponse à « Qui vote l'ONDAM").sees("Encore une fois");
    assert_eq!(student.kept_answers(), 1);
    student.press("u").sees("Annulé : réponse à");
    assert_eq!(student.kept_answers(), 0);
}

#[test]
fn a_card_made_in_the_notebook_is_announced_and_undone() {
    let mut student = own_deck(KINDS_FR);
    student.press("<enter><space>1<esc><enter>n").sees("Qui vote l'ONDAM");
    student
        .press("c")
        .sees("déjà la carte formats-fr/qa")
        .press("<down>d")
        .does_not_see("Carte créée")
        .press("t");
    student.press("cc").sees("Carte créée");
    let path = student.home.path().join("data/decks/carnet-fr.yaml");
    assert!(path.exists());
    student.press("u").sees("création de la carte").press("u").sees("est effacée").sees("Carnet d'erreurs");
    assert!(!path.exists());
    assert_eq!(student.kept_answers(), 1, "the answer stays");
}

#[test]
fn while_an_answer_is_typed_another_key_undoes_and_is_named() {
    let mut student = own_deck(KINDS_FR);
    student.press("<enter><space>4<space>4b<enter><enter>").sees("tarification");
    student.press("S").sees("Quel programme").sees("Carte suspendue. Alt-u l'annule");
    student
        .press("u")
        .sees("Votre réponse : u")
        .press("<backspace><alt-u>")
        .sees("tarification")
        .sees("Annulé");
}

#[test]
fn only_the_keys_that_do_something_are_told() {
    let mut student = own_deck(KINDS_FR);
    student.press("<enter>").sees("h indice").press("<space>").does_not_see("h indice").sees("m raison");
    student
        .press("4")
        .sees("La COG lie")
        .does_not_see("h indice")
        .press("<space>4")
        .sees("statut de la Cnam");
    student.press("?").sees("option D").does_not_see("option E").press("<esc>b<enter>").sees("1 point sur 1");
    student.does_not_see("m raison").press("m").does_not_see("Pourquoi").press("ua<enter>").sees("m raison");
}

#[test]
fn what_it_was_confused_with_is_replaced_by_typing_and_kept_by_enter() {
    let mut student = own_deck(KINDS_FR);
    student.press("<enter><space>4<space>4a<enter>m3").sees("Organisme de droit privé");
    student.press("la HAS").sees("la HAS").does_not_see("Organisme de droit privé la").press("<enter>");
    student.sees("confondue avec « la HAS »");
}

#[test]
fn what_is_asked_for_stays_above_a_long_question() {
    let long = "Une très longue phrase qui remplit l'écran. ".repeat(40);
    let deck = KINDS_FR.replace("qru: Quel est le statut de la Cnam ?", &format!("qru: \"{long}\""));
    let mut student = own_deck(&deck);
    student.press("<enter><space>4<space>4").sees("QRU");
    for _ in 0..3 {
        student.press("<pagedown>").sees("QRU");
    }
}

#[test]
fn a_hint_of_a_cloze_does_not_read_as_its_text() {
    let mut student = own_deck(KINDS_FR);
    student.press("l").sees("[… : caisse nationale]");
}

#[test]
fn fields_know_the_keys_of_a_shell() {
    let mut student = own_deck(FORMATS_FR);
    student.press("+abc def<ctrl-w>").sees("abc").does_not_see("def").press("<ctrl-u>").does_not_see("abc");
}
