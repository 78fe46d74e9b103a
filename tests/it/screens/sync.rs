//! What the screens tell of sync.

use carabin::{
    app::{progress::Unseen, sync::Setup},
    i18n::Lang,
    tui::service::Request,
};

use super::student::Student;

const DECK: &str = "format: 1\ndeck: own\ntitle: Propre\nlanguage: fr\ncards:\n  - id: a\n    q: Un ?\n    a: Oui.\n  - id: b\n    q: Deux ?\n    a: Non.\n";

/// The keys that begin a session on that deck.
const OWN: &str = "<down><enter>";

fn student(place: &std::path::Path) -> Student {
    let mut student = Student::with_deck(Lang::Fr, (80, 24), DECK);
    let place = place.to_string_lossy().into_owned();
    student.elsewhere(|app| {
        let setup = Setup { place, name: None, auto: true, decks: true };
        app.syncer().set_up(&setup).expect("set up");
    });
    student
}

#[test]
fn home_says_nothing_of_a_sync_that_is_not_set_up() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    student.does_not_see("ynchronis");
}

#[test]
fn home_tells_in_a_few_words_how_sync_stands() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut student = student(&folder.path().join("place"));
    student.ask(Request::Overview).sees("Pas encore synchronisé");
    student.elsewhere(|app| app.sync(&mut Unseen).expect("synced"));
    student.ask(Request::Synced(None)).sees("Synchronisé à 08:00").does_not_see("en attente");
    student.press(OWN).press("<space>3<esc><enter>");
    student.ask(Request::Overview).sees("Synchronisé à 08:00 · 1 en attente");
}

#[test]
fn a_sync_that_failed_is_remembered_on_home() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("place");
    let mut student = student(&place);
    std::fs::rename(&place, folder.path().join("away")).expect("unplugged");
    student.elsewhere(|app| app.sync(&mut Unseen).expect_err("away"));
    student.ask(Request::Synced(None)).sees("la dernière fois a échoué");
    let mut student = student.come_back("2026-11-24T08:00:00+01:00[Europe/Paris]");
    student.sees("la dernière fois a échoué");
}

#[test]
fn what_came_from_another_device_is_told_but_not_over_what_the_student_did() {
    let mut student = Student::with_deck(Lang::Fr, (80, 24), DECK);
    student.press(OWN).ask(Request::Synced(Some("Du nouveau.".to_owned()))).sees("Du nouveau.");
    student.press("<space>3u").sees("Annulé");
    student.ask(Request::Synced(Some("Du nouveau.".to_owned()))).sees("Annulé").does_not_see("Du nouveau.");
}
