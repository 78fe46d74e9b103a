//! Series: five questions, and again what was missed.

use carabin::i18n::Lang;

use super::{KINDS_FR, Student};

/// Chooses the student's own deck on Home.
fn own_deck() -> Student {
    let mut student = Student::with_deck(Lang::Fr, (80, 24), KINDS_FR);
    while !student.screen().contains("▸ Un format") {
        student.press("<down>");
    }
    student
}

/// Answers the card on the screen wrongly, whichever of the three marked ones it is.
fn answer_wrongly(student: &mut Student) {
    if student.screen().contains("statut") {
        student.press("a<enter>");
    } else if student.screen().contains("tarification") {
        student.press("d<enter>");
    } else {
        student.press("<tab>");
    }
    student.press("<enter>");
}

#[test]
fn a_flash_asks_marked_questions_once_each_and_what_was_missed_comes_again_on_a_key() {
    let mut student = own_deck();
    student.press("f").sees("0/3");
    for _ in 0..3 {
        student.does_not_see("Séance terminée");
        answer_wrongly(&mut student);
    }
    // No card of a series comes back by itself, though each is in a learning step.
    student.sees("Séance terminée").sees("0 point sur 3, soit 0 sur 20").sees("3 cartes manquées");
    student.press("m").sees("0/3");
    student.press("<esc>u").sees("Dernière action").press("u").sees("Annulé");
    answer_wrongly(&mut student);
    student.press("<esc>").sees("Séance terminée").press("<enter>").sees("réponses aujourd'hui");
    assert_eq!(student.kept_answers(), 3, "the one that was taken back was answered anew");
    // Everything that was missed today is one key away from Home.
    student.press("m").sees("0/3");
}

#[test]
fn what_was_answered_without_fault_in_a_series_is_no_longer_missed() {
    let mut student = own_deck();
    student.press("<enter><space>1").press("<esc><enter>");
    student.press("m").sees("0/1").sees("Qui vote l'ONDAM").press("<space>3").sees("Séance terminée");
    student.press("<enter>m").sees("Rien de manqué").sees("À revoir".to_lowercase().as_str());
}

#[test]
fn a_summary_without_a_miss_says_so() {
    let mut student = own_deck();
    student.press("<enter><space>4<esc>").sees("Séance terminée").does_not_see("pour reprendre");
    student.press("m").sees("Rien de manqué").sees("Séance terminée");
}

#[test]
fn a_flash_without_a_marked_question_says_so() {
    let deck =
        "format: 1\ndeck: own\ntitle: Un format\nlanguage: fr\ncards:\n  - id: a\n    q: Q\n    a: A\n";
    let mut student = Student::with_deck(Lang::Fr, (80, 24), deck);
    while !student.screen().contains("▸ Un format") {
        student.press("<down>");
    }
    student.press("f").sees("Aucune question notée").sees("▸ Un format");
}

#[test]
fn what_is_older_than_the_session_is_asked_about_before_it_is_taken_back() {
    let mut student = own_deck();
    student.press("<enter><space>4<esc><enter>");
    let mut student = student.come_back("2026-11-23T09:30:00+01:00[Europe/Paris]");
    student.press("u").sees("Encore une fois").sees("Qui vote l'ONDAM");
    assert_eq!(student.kept_answers(), 1);
    // Another key in between, and it is asked again.
    student.press("p").press("u").sees("Encore une fois").press("u").sees("Annulé : réponse à");
    assert_eq!(student.kept_answers(), 0);
}

#[test]
fn a_question_with_nothing_ticked_is_handed_in_on_the_second_enter() {
    let mut student = own_deck();
    student
        .press("<enter><space>4<space>4<enter>")
        .sees("Rien n'est coché")
        .press("<enter>")
        .sees("0 point sur 1");
}

#[test]
fn schedules_of_older_rules_are_computed_anew_and_it_is_told() {
    let mut student = own_deck();
    student.press("<enter><space>4<esc><enter>");
    student.meddle("data/journal.db", "INSERT INTO meta VALUES ('stale', 'parameters')");
    student.ask(carabin::tui::service::Request::Refresh).sees("recalculées");
    student.press("j").ask(carabin::tui::service::Request::Refresh).does_not_see("recalculées");
}

#[test]
fn cards_without_an_objective_have_a_row_of_their_own() {
    let deck =
        "format: 1\ndeck: own\ntitle: Un format\nlanguage: fr\ncards:\n  - id: a\n    q: Sans ?\n    a: A\n";
    let mut student = Student::with_deck(Lang::Fr, (80, 24), deck);
    student.press("<tab>").sees("Sans objectif");
    while !student.screen().contains("▸ Sans objectif") {
        student.press("<down>");
    }
    student.press("<enter>").sees("Sans ?");
}
