//! A whole evening of revision.

use std::time::Duration;

use carabin::{i18n::Lang, study::Setting, tui::model::Exit};

use super::{KINDS_FR, Student};

/// Chooses the student's own deck on Home: the bundled ones stand before it.
fn own_deck(size: (u16, u16)) -> Student {
    let mut student = Student::with_deck(Lang::Fr, size, KINDS_FR);
    choose_own(&mut student);
    student
}

fn choose_own(student: &mut Student) {
    while !student.screen().contains("▸ Un format") {
        student.press("<down>");
    }
}

#[test]
fn an_evening_from_the_greeting_to_the_summary_and_the_day_after() {
    let mut student = own_deck((80, 24));
    student.sees("Bienvenue").press("<enter>");
    student.sees("Qui vote l'ONDAM").does_not_see("Parlement");
    student.wait(Duration::from_secs(12)).press("<space>").sees("Parlement").sees("Fiche LiSA");
    student.press("4").sees("La COG lie");
    student.press("<space>3").sees("statut de la Cnam");
    student.press("b<enter>").sees("1 point sur 1").press("<enter>").sees("tarification");
    student.press("ab<enter>").sees("3 discordances").press("<enter>").sees("programme");
    student.press("sophia<enter>").sees("1 point sur 1").press("<enter>");
    // The cards in their learning steps come back, the forgotten one first.
    let mut answered = 5;
    while !student.screen().contains("Séance terminée") {
        student.wait(Duration::from_secs(30));
        if student.screen().contains("patience") {
            student.wait(Duration::from_secs(600)).wake();
        } else if student.screen().contains("Votre réponse") {
            student.press("Sophia<enter><enter>");
        } else if student.screen().contains(" A  ") {
            student.press("a<enter>3");
        } else {
            student.press("<space><enter>3");
        }
        answered += 1;
        assert!(answered < 40, "the evening ends:\n{}", student.screen());
    }
    student.sees("réponses en").sees("OIC-019-09-A");
    student.press("<enter>").sees("réponses aujourd'hui").press("q");
    assert_eq!(student.exit(), Some(Exit::Done));
    let mut student = student.come_back("2026-11-24T08:00:00+01:00[Europe/Paris]");
    student.does_not_see("Bienvenue").sees("1 jour de suite");
}

#[test]
fn an_answer_is_taken_back_also_after_a_restart() {
    let mut student = own_deck((80, 24));
    student.press("<enter><space>4").sees("La COG lie").press("u").sees("Annulé").sees("Qui vote l'ONDAM");
    student.press("<space>4").sees("La COG lie");
    let mut student = student.come_back("2026-11-23T09:00:00+01:00[Europe/Paris]");
    student.press("u").sees("Dernière action : réponse à « Qui vote l'ONDAM ? »");
}

#[test]
fn the_mark_proposes_the_rating_and_the_student_may_override_it() {
    let mut student = own_deck((80, 24));
    student.press("<enter><space>4<space>4").sees("statut");
    student.press("a<enter>").sees("▸1 À revoir").press("3").sees("tarification");
}

#[test]
fn a_required_option_that_is_missed_sets_the_question_to_zero() {
    let mut student = own_deck((80, 24));
    student.press("<enter><space>4<space>4b<enter><enter>").sees("tarification");
    student.press("ce<enter>").sees("mis à 0").sees("indispensable, à cocher").sees("0 point sur 1");
}

#[test]
fn a_nearly_right_answer_is_left_to_the_student() {
    let mut student = own_deck((80, 24));
    student.press("<enter><space>4<space>4b<enter><enter>ace<enter><enter>").sees("diabétiques");
    student.press("sofia<enter>").sees("Presque").press("5").sees("0,5 point sur 1").sees("▸2 Difficile");
}

#[test]
fn a_typed_answer_takes_letters_that_are_keys_elsewhere_and_pasted_text() {
    let mut student = own_deck((80, 24));
    student.press("<enter><space>4<space>4b<enter><enter>ace<enter><enter>");
    student.press("qnue?").sees("qnue?").press("<backspace><backspace><backspace><backspace><backspace>");
    student.paste("so\x1b[31mphia\n").sees("so[31mphia");
}

#[test]
fn a_card_mended_in_the_middle_of_a_review_goes_on_with_its_new_text() {
    let mut student = own_deck((80, 24));
    student.press("<enter>").sees("Qui vote l'ONDAM ?");
    student.editing(|deck| deck.replace("Qui vote l'ONDAM ?", "Qui vote donc l'ONDAM ?"));
    student.press("<ctrl-e>").sees("Qui vote donc l'ONDAM ?").press("<space>4").sees("La COG lie");
}

#[test]
fn an_edit_that_breaks_the_card_tells_why_and_the_session_goes_on() {
    let mut student = own_deck((80, 24));
    student.editing(|deck| deck.replace("    a: \"Le", "    b: \"Le"));
    student.press("<enter><ctrl-e>").sees("erreur[missing-key]").sees("own.yaml");
    student.press("<esc>").sees("La COG lie");
}

#[test]
fn a_bundled_deck_is_copied_before_it_is_edited_and_the_copy_goes_where_nothing_was() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    let copy = student.home.path().join("data/decks/edn-019-missions-fr.yaml");
    student.editing(str::to_owned);
    student.press("<enter><ctrl-e>").sees("Rien n'a changé dans le paquet");
    assert!(!copy.exists(), "as it was");
    student.editing(|deck| format!("{deck}# mine\n"));
    student.press("<ctrl-e>").sees("Paquet relu");
    assert!(copy.exists());
    student.editing(str::to_owned);
    student.press("<ctrl-e>").sees("Paquet relu");
    assert!(copy.exists(), "what is the student's own stays, however often it is looked at");
}

#[test]
fn letters_typed_by_mistake_on_a_card_to_recall_do_nothing_and_it_says_what_to_do() {
    let mut student = own_deck((80, 24));
    student.press("<enter>").sees("Qui vote").sees("À dire, à voix haute");
    for letter in ["s", "b", "e", "n", "f", "q", "c"] {
        student.press(letter).sees("Qui vote").sees("Rien ne s'écrit ici").does_not_see("⚑");
    }
    student.press("<space>4<space>4").sees("statut");
    student.press("sfnq").sees("statut").does_not_see("Séance terminée").does_not_see("⚑");
}

#[test]
fn the_students_own_note_is_shown_after_the_answer() {
    let mut student = own_deck((80, 24));
    student.press("<enter><ctrl-n>vu en stage<ctrl-s>").sees("Note enregistrée").does_not_see("vu en stage");
    student.press("<space>").sees("vu en stage");
}

#[test]
fn a_card_is_flagged_buried_or_suspended_and_each_can_be_taken_back() {
    let mut student = own_deck((80, 24));
    student.press("<enter><ctrl-f>").sees("⚑1").press("u").does_not_see("⚑1").sees("Qui vote");
    student.press("B").sees("reportée à demain").sees("La COG lie").press("u").sees("Qui vote");
    student.press("S").sees("suspendue").sees("La COG lie").press("u").sees("Qui vote");
}

#[test]
fn a_long_answer_can_be_read_to_its_end() {
    let lines = (1..=120).map(|n| format!("      - ligne {n}\n")).collect::<Vec<_>>().concat();
    let deck = format!(
        "format: 1\ndeck: long\ntitle: Un format long\nlanguage: fr\ncards:\n  - id: long\n    q: Tout ?\n    a: |\n{lines}"
    );
    let mut student = Student::with_deck(Lang::Fr, (40, 12), &deck);
    while !student.screen().contains("▸ Un format") {
        student.press("<down>");
    }
    student.press("<enter><space>").sees("▼");
    for _ in 0..40 {
        student.press("<pagedown>");
    }
    student.sees("ligne 120").does_not_see("▼");
}

#[test]
fn a_window_too_small_says_so_and_goes_on_when_it_grows() {
    let mut student = own_deck((80, 24));
    student.press("<enter>").resize(30, 8).sees("un peu petite");
    // What cannot be seen is not answered.
    student.press("<space>4").resize(80, 24).sees("Qui vote").does_not_see("Parlement");
}

#[test]
fn the_help_lists_the_keys_of_the_screen() {
    let mut student = own_deck((80, 24));
    student.press("?").sees("Les touches").sees("commencer").press("<esc>").does_not_see("Les touches");
    student.press("<enter><space>?").sees("facile").press("q").sees("Parlement");
}

#[test]
fn the_hint_is_shown_on_demand() {
    let mut student = own_deck((80, 24));
    student.press("<enter>").does_not_see("Gouvernement").press("h").sees("Pas le Gouvernement");
}

#[test]
fn a_card_without_an_id_keeps_its_schedule_when_its_text_is_mended() {
    let deck = "format: 1\ndeck: sans-id\ntitle: Un format sans id\nlanguage: fr\ncards:\n  \
                - q: Qui vote l'ONDAM chaque anée, et dans quelle loi ?\n    a: Le Parlement, dans la LFSS.\n  \
                - q: Que signifie le sigle COG ?\n    a: Convention d'objectifs et de gestion.\n";
    let mut student = Student::with_deck(Lang::Fr, (80, 24), deck);
    while !student.screen().contains("▸ Un format") {
        student.press("<down>");
    }
    student.press("<enter>").sees("chaque anée").press("<space>4").sees("COG");
    student.editing(|deck| deck.replace("anée", "année"));
    student.press("<ctrl-e>").press("<space>4").sees("Séance terminée").press("<enter>");
    while !student.screen().contains("▸ Un format") {
        student.press("<down>");
    }
    // Both cards are known; had the mended one lost its schedule, it would be new.
    student.sees("2/2");
}

#[test]
fn what_is_not_kept_yet_is_taken_back_before_what_is() {
    let mut student = own_deck((80, 24));
    student.press("<enter><space>4<space>4").sees("statut");
    student.press("a<enter>").sees("0 point sur 1").press("u").sees("Réponse reprise").sees("statut");
    student.press("b<enter>").sees("1 point sur 1");
    student.press("uu").sees("La COG lie");
}

#[test]
fn a_card_put_away_after_its_correction_keeps_the_answer() {
    for key in ["b", "s"] {
        let mut student = own_deck((80, 24));
        student.press("<enter><space>4<space>4").sees("statut de la Cnam").press("a<enter>").sees("0 point");
        let before = student.kept_answers();
        student.press(key).sees("tarification");
        assert_eq!(student.kept_answers(), before + 1, "{key}");
        student.press("u").sees("statut de la Cnam").press("u").sees("statut de la Cnam");
        assert_eq!(student.kept_answers(), before, "the answer is taken back after the putting away");
    }
}

#[test]
fn what_the_student_grades_is_no_answer_before_its_rating() {
    let mut student = own_deck((80, 24));
    student.press("<enter><space>").sees("Parlement").press("b").sees("La COG lie");
    assert_eq!(student.kept_answers(), 0);
}

#[test]
fn enter_on_nothing_typed_is_no_answer() {
    let mut student = own_deck((80, 24));
    student.press("<enter><space>4<space>4b<enter>4ac<enter>4").sees("Votre réponse");
    student.press("<enter>").sees("Rien n'est écrit").press(" <enter>").sees("Votre réponse");
    student.press("<tab>").sees("0 point sur 1");
}

#[test]
fn more_new_cards_than_the_day_s_are_asked_for_in_so_many_words() {
    let mut student = own_deck((80, 24));
    student.elsewhere(|app| app.change_setting(Setting::NewPerDay, Some("1")).expect("kept"));
    let mut student = student.come_back("2026-11-23T08:00:00+01:00[Europe/Paris]");
    choose_own(&mut student);
    student.press("<enter><space>4").sees("Séance terminée");
    student.sees("5 nouvelles cartes attendent").sees("« n » pour en voir 4 de plus");
    student.press("<enter>");
    choose_own(&mut student);
    student.press("<enter>").sees("Rien n'est à réviser ici").press("a");
    student.press("<esc>");
    choose_own(&mut student);
    student.press("<enter>").press("n").sees("La COG lie");
}
