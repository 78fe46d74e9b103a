//! What goes wrong in the middle of a session, and what is done elsewhere meanwhile.

use std::time::Duration;

use carabin::{
    app::{App, asked::Given, scope::Scope, sitting::Turn},
    i18n::Lang,
    memory::Rating,
    study::{Setting, Wish},
    tui::service::Request,
};

use super::{KINDS_FR, Student};

const TWO: &str = "format: 1\ndeck: deux\ntitle: Un format à deux cartes\nlanguage: fr\ncards:\n  \
                   - q: Qui vote l'ONDAM chaque anée, et dans quelle loi ?\n    a: Le Parlement, dans la LFSS.\n  \
                   - q: Que signifie le sigle COG, signé par l'État ?\n    a: Convention d'objectifs et de gestion.\n";

const ONE: &str = "format: 1\ndeck: un\ntitle: Un format à une carte\nlanguage: fr\ncards:\n  \
                   - id: a\n    q: Qui vote l'ONDAM ?\n    a: Le Parlement.\n";

fn with(deck: &str) -> Student {
    at_row(Student::with_deck(Lang::Fr, (80, 24), deck))
}

fn at_row(mut student: Student) -> Student {
    for _ in 0..100 {
        if student.screen().contains("▸ Un format") {
            break;
        }
        student.press("<down>");
    }
    student
}

/// Answers the first `count` cards of a deck in another Carabin.
fn answer(app: &mut App, deck: &str, count: usize, rating: Rating) {
    let scope = Scope { decks: vec![deck.parse().expect("a deck")], ..Scope::default() };
    let mut sitting = app.start(&scope, &Wish::default()).expect("started");
    for _ in 0..count {
        let Turn::Card(asked) = app.next(&mut sitting).expect("a turn") else { panic!("no card") };
        let given = Given {
            rating,
            score: None,
            decided: false,
            answered: None,
            took_ms: 1000,
            why: None,
            slip: false,
        };
        app.answer(&mut sitting, &asked, &given).expect("kept");
    }
}

#[test]
fn an_answer_is_kept_once_though_no_other_card_can_be_read() {
    let mut student = with(KINDS_FR);
    student.press("<enter>").sees("Qui vote l'ONDAM");
    std::fs::remove_file(student.home.path().join("data/decks/own.yaml")).expect("removed");
    student.meddle("cache/library.db", "DELETE FROM card");
    student.press("<space>4").sees("ne peuvent pas être lues").sees("Séance terminée").press("444");
    assert_eq!(student.kept_answers(), 1);
}

#[test]
fn one_card_that_cannot_be_read_does_not_stop_the_others() {
    let mut student = with(KINDS_FR);
    student.press("<enter>").sees("Qui vote l'ONDAM");
    std::fs::remove_file(student.home.path().join("data/decks/own.yaml")).expect("removed");
    student.meddle("cache/library.db", "DELETE FROM card WHERE key LIKE '%cloze%'");
    student.press("<space>4").sees("ne peuvent pas être lues").sees("statut de la Cnam");
}

#[test]
fn a_waiting_screen_that_fails_does_not_try_again_by_itself() {
    let mut student = with(ONE);
    student.elsewhere(|app| app.change_setting(Setting::LearnAhead, Some("0")).map(|_| ()).expect("set"));
    student.press("<enter><space>3").sees("patience");
    student.meddle("data/journal.db", "ALTER TABLE state RENAME TO gone");
    student.wait(Duration::from_secs(600)).wake();
    assert_eq!(student.wake_time(), None);
    student.meddle("data/journal.db", "ALTER TABLE gone RENAME TO state");
    student.press("<enter>").sees("Qui vote l'ONDAM");
}

#[test]
fn what_entered_its_steps_elsewhere_comes_at_its_time() {
    let mut student = with(TWO);
    student.press("<enter>").sees("anée");
    student.elsewhere(|app| answer(app, "deux", 2, Rating::Good));
    // The card on the screen was answered there, and so was the next one.
    student.press("<space>4").sees("entre-temps");
    assert_eq!(student.kept_answers(), 2);
    student.sees("anée").wait(Duration::from_secs(600)).press("<space>4<space>4").sees("Séance terminée");
    assert_eq!(student.kept_answers(), 4);
}

#[test]
fn a_session_ahead_leaves_out_what_was_answered_elsewhere_and_keeps_the_rest() {
    let mut student = with(TWO);
    student.press("<enter><space>4<space>4").sees("Séance terminée");
    let mut student = at_row(student.come_back("2026-11-24T08:00:00+01:00[Europe/Paris]"));
    student.press("a");
    student.elsewhere(|app| app.change_setting(Setting::Fuzz, Some("false")).map(|_| ()).expect("set"));
    student.press("<space>4").does_not_see("Séance terminée").press("<space>4").sees("Séance terminée");
    assert_eq!(student.kept_answers(), 4);
}

#[test]
fn an_unanswered_card_without_an_id_goes_on_when_it_is_mended() {
    let mut student = with(TWO);
    student.press("<enter>").sees("chaque anée");
    student.editing(|deck| deck.replace("anée", "année"));
    student.press("<ctrl-e>").sees("chaque année").press("<space>4").sees("COG");
}

#[test]
fn another_card_that_is_mended_meanwhile_stays_in_the_session() {
    let mut student = with(TWO);
    student.press("<enter>").sees("chaque anée");
    student.editing(|deck| deck.replace("le sigle COG, signé", "donc le sigle COG, signé"));
    student.press("<ctrl-e><space>4").sees("donc le sigle COG");
}

#[test]
fn what_was_answered_before_it_was_mended_can_be_taken_back() {
    let mut student = with(TWO);
    student.press("<enter><space>4").sees("COG");
    student.editing(|deck| deck.replace("anée", "année"));
    student.press("<ctrl-e>u").sees("chaque année").press("<space>4").sees("COG");
}

#[test]
fn a_deck_that_is_broken_for_a_moment_comes_back() {
    let mut student = with(&format!("{ONE}  - id: b\n    q: Que signifie COG ?\n    a: Convention.\n"));
    let whole = std::fs::read_to_string(student.home.path().join("data/decks/own.yaml")).expect("read");
    student.press("<enter>").sees("ONDAM");
    student.editing(|deck| deck.replace("    a: Le Parlement.", "    b: Le Parlement."));
    student.press("<ctrl-e><esc>").sees("COG");
    student.editing(move |_| whole.clone());
    student.press("<ctrl-e>").press("<space>4").sees("ONDAM").press("<space>4").sees("Séance terminée");
}

#[test]
fn a_leech_that_is_taken_back_is_not_reported() {
    let mut student = with(ONE);
    student.elsewhere(|app| app.change_setting(Setting::LeechThreshold, Some("2")).map(|_| ()).expect("set"));
    student.press("<enter><space>4").sees("Séance terminée");
    let mut student = at_row(student.come_back("2027-01-24T08:00:00+01:00[Europe/Paris]"));
    student.press("<enter><space>1<space>4").sees("Séance terminée");
    let mut student = at_row(student.come_back("2027-06-24T08:00:00+02:00[Europe/Paris]"));
    student.press("<enter><space>1").sees("Séance terminée").sees("suspendue");
    student.press("u<space>4").sees("Séance terminée").does_not_see("suspendue");
}

#[test]
fn an_answer_after_the_day_has_changed_is_granted_from_the_new_day() {
    let student = with(ONE);
    let mut student = at_row(student.come_back("2026-11-24T03:55:00+01:00[Europe/Paris]"));
    student.press("<enter><space>").wait(Duration::from_secs(600)).press("3").does_not_see("Séance terminée");
}

#[test]
fn enter_asks_whether_a_waiting_card_may_come() {
    let mut student = with(ONE);
    student.elsewhere(|app| app.change_setting(Setting::LearnAhead, Some("5")).map(|_| ()).expect("set"));
    student.press("<enter><space>3").sees("patience").press("<enter>").sees("patience");
    student.wait(Duration::from_secs(301)).press("<enter>").sees("Qui vote l'ONDAM");
}

#[test]
fn an_answer_to_another_card_than_the_one_that_is_asked_is_not_kept() {
    let mut student = with(KINDS_FR);
    let given = Given {
        rating: Rating::Good,
        score: None,
        decided: false,
        answered: None,
        took_ms: 1000,
        why: None,
        slip: false,
    };
    let card = "formats-fr/cloze".parse().expect("a card");
    student.press("<enter>").ask(Request::Answer { card, given: Box::new(given) });
    student.sees("entre-temps").sees("Qui vote l'ONDAM");
    assert_eq!(student.kept_answers(), 0);
}

#[test]
fn schedules_that_were_computed_anew_are_told() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    student.meddle("data/journal.db", "INSERT INTO meta VALUES ('stale', 'settings')");
    student.ask(Request::Overview).does_not_see("sont recalculées").sees("ont été recalculées");
}
