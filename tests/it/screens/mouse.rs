//! A whole way through the screens with the mouse alone.

use carabin::i18n::Lang;
use crossterm::event::MouseEventKind;

use super::{FORMATS_FR, KINDS_FR, Student};

fn home(deck: &str, title: &str) -> Student {
    let mut student = Student::with_deck(Lang::Fr, (80, 24), deck);
    student.click(title).sees(&format!("▸ {title}"));
    student
}

#[test]
fn a_session_by_clicks_alone() {
    let mut student = home(KINDS_FR, "Un form");
    student.click("Un form").click("voir la réponse").click("4 Facile");
    student.click("voir la réponse").click("4 Facile").sees("QRU");
    student.click("( ) B").sees("(•) B").click("( ) A").sees("( ) B").sees("(•) A");
    student.click("valider").sees("point sur 1").click("1 À revoir");
    assert_eq!(student.kept_answers(), 3);
    student.click("? aide").sees("Les touches").click("fermer").does_not_see("Les touches");
}

#[test]
fn tabs_rows_and_the_wheel_of_home() {
    let mut student = Student::with_deck(Lang::Fr, (80, 24), KINDS_FR);
    student.click("○ Objectifs").sees("● Objectifs").click("○ Dossiers").sees("● Dossiers");
    student.click("○ Paquets").mouse(MouseEventKind::ScrollDown, 5, 12).does_not_see("▸ Tout");
    student.mouse(MouseEventKind::ScrollUp, 5, 12).sees("▸ Tout");
}

#[test]
fn the_places_of_a_text_are_clicked_where_they_stand() {
    let (head, cards) = FORMATS_FR.split_once("cards:\n").expect("cards");
    let card = cards.split("  - id: ").find(|card| card.starts_with("zone\n")).expect("the card");
    let mut student = home(&format!("{head}cards:\n  - id: {card}"), "Un format");
    student.click("Un format").sees("0 sur 2");
    let text = student.screen();
    let second = text.lines().find_map(|line| line.split(". ").nth(1)).expect("a second sentence").to_owned();
    let word = second.split_whitespace().next().expect("a word").to_owned();
    student.click(&word).sees("1 sur 2").sees(&format!("[{word}"));
}

#[test]
fn what_stands_nowhere_does_nothing() {
    let mut student = home(KINDS_FR, "Un form");
    let before = student.screen();
    student.mouse(MouseEventKind::Moved, 3, 3).mouse(
        MouseEventKind::Down(crossterm::event::MouseButton::Left),
        79,
        0,
    );
    assert_eq!(student.screen(), before);
}
