//! On every way out the terminal is given back as it was, and every answer is kept.

use carabin::memory::Rating;

use super::{
    home::{Home, USUAL},
    sitting::{CTRL_L, Shown, say},
    terminal::{Ended, Terminal},
};

/// The terminal is as if the program had never been there.
pub(super) fn assert_given_back(ended: &Ended, fresh: &str) {
    let screen = &ended.screen;
    assert!(!screen.alternate_screen(), "the alternate screen is left");
    assert!(!screen.hide_cursor(), "the cursor is shown");
    assert!(!screen.bracketed_paste(), "a paste is not bracketed");
    assert!(!screen.application_cursor() && !screen.application_keypad(), "keys send what they sent");
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_eq!(screen.fgcolor(), vt100::Color::Default);
    assert_eq!(screen.bgcolor(), vt100::Color::Default);
    assert_eq!(ended.modes.as_deref(), Some(fresh), "the terminal's modes");
}

#[test]
fn leaving_gives_the_terminal_back() {
    let home = Home::with(3);
    let mut terminal = home.start();
    terminal.see_home();
    terminal.send("q");
    let ended = terminal.end();
    assert_eq!((ended.code, ended.signal.as_deref()), (0, None));
    assert_given_back(&ended, &terminal.fresh);
    assert_eq!(ended.screen.contents(), "", "nothing is left on the screen");
}

#[test]
fn ctrl_c_leaves_at_once_from_anywhere_and_nothing_is_lost() {
    let home = Home::with(3);
    let mut terminal = home.start();
    terminal.open_deck();
    let answered = terminal.answer_and_go_on(Rating::Good);
    terminal.send("\u{3}");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    assert_given_back(&ended, &terminal.fresh);
    assert_eq!(home.answers(), [answered]);
}

#[test]
fn a_start_that_fails_says_why_and_leaves_the_terminal_alone() {
    let home = Home::with(1);
    let mut command = home.carabin();
    // A file is where the home should be: that nobody can read, not even an administrator.
    command.env("CARABIN_HOME", home.deck());
    let terminal = Terminal::start(command, USUAL);
    let ended = terminal.end();
    assert_eq!(ended.code, 1);
    assert_given_back(&ended, &terminal.fresh);
    let written = String::from_utf8_lossy(&ended.written);
    assert!(!written.contains("\u{1b}[?1049h"), "the alternate screen was never entered");
    assert!(written.contains("CARABIN_HOME"), "it says what to do: {written}");
}

#[test]
fn a_signal_gives_the_terminal_back_and_keeps_every_answer() {
    for (name, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
        let home = Home::with(5);
        let mut terminal = home.start();
        terminal.open_deck();
        let answered = [terminal.answer_and_go_on(Rating::Good), terminal.answer_and_go_on(Rating::Easy)];
        // In the middle of a card: its answer is shown and not yet rated.
        terminal.send(" ");
        terminal.find("an answer", |screen| matches!(Shown::on(screen)?, Shown::Answer(_)).then_some(()));
        terminal.signal(name);
        let ended = terminal.end();
        assert_eq!((ended.code, ended.signal.as_deref()), (128 + number, None), "SIG{name}");
        assert_given_back(&ended, &terminal.fresh);
        assert_eq!(ended.screen.contents(), "", "SIG{name} leaves nothing on the screen");
        assert_eq!(home.answers(), answered, "SIG{name}");
    }
}

#[test]
fn closing_the_window_ends_the_program_and_keeps_every_answer() {
    let home = Home::with(5);
    let mut terminal = home.start();
    terminal.open_deck();
    let answered = [terminal.answer_and_go_on(Rating::Good), terminal.answer_and_go_on(Rating::Easy)];
    terminal.hang_up();
    terminal.end();
    assert_eq!(home.answers(), answered);
}

#[test]
fn the_screen_can_be_drawn_anew_on_a_terminal_that_answers_no_questions() {
    let home = Home::with(3);
    let mut terminal = home.start();
    let card = terminal.open_deck();
    terminal.send(CTRL_L);
    terminal.send("?");
    terminal.see(&say("help-title"));
    terminal.send("q");
    terminal.see_screen(Shown::Question(card));
}
