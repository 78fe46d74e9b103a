//! The program starts, a card is answered.

use carabin::{
    i18n::{Lang, Messages},
    memory::Rating,
};

use super::{
    home::{Home, USUAL},
    sitting::{ENTER, Shown, say},
    terminal::Terminal,
};

#[test]
fn the_first_start_greets_the_student_and_shows_the_decks() {
    let home = Home::with(3);
    let terminal = home.start();
    terminal.see_home();
    terminal.see(&say("welcome-1"));
    let screen = terminal.screen().emulated;
    assert!(screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor());
    assert_ne!(terminal.modes(), terminal.fresh, "keys are read one by one");
}

#[test]
fn in_a_french_locale_the_student_is_greeted_in_french() {
    let home = Home::with(3);
    let mut command = home.carabin();
    command.env("LC_ALL", "fr_FR.UTF-8");
    let terminal = Terminal::start(command, USUAL);
    terminal.see(&Messages::new(Lang::Fr).get("welcome-1"));
}

#[test]
fn an_answer_is_in_the_journal_before_the_next_card_is_on_the_screen() {
    let home = Home::with(3);
    let mut terminal = home.start();
    let first = terminal.open_deck();
    assert_eq!(terminal.answer_and_go_on(Rating::Good), (first, Rating::Good));
    assert_eq!(home.answers(), [(first, Rating::Good)]);
}

#[test]
fn a_session_ends_with_its_summary_and_the_next_start_knows_what_was_done() {
    let home = Home::with(3);
    let mut terminal = home.start();
    terminal.open_deck();
    let answered: Vec<_> = (0..3).map(|_| terminal.answer_and_go_on(Rating::Easy)).collect();
    terminal.see_screen(Shown::Summary);
    terminal.send(ENTER);
    terminal.see_home();
    terminal.send("q");
    assert_eq!(terminal.end().code, 0);
    assert_eq!(home.answers(), answered);

    let terminal = home.start();
    terminal.see_home();
    terminal.find("the deck as seen", |screen| screen.shows("3/3").then_some(()));
    assert!(!terminal.screen().shows(&say("welcome-1")), "the student is greeted once");
}
