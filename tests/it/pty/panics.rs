//! A panic gives the terminal back before it is reported.
//!
//! The real program has no way to be made to panic, and gets none for a test. But its clock is an argument: here the
//! full screen runs in a child process (this test binary, asked for the one test that is `child`) with a clock that
//! panics once a file is there, on the thread of the screens or on the one that keeps the answers.

use std::{path::PathBuf, sync::Arc, time::Duration};

use carabin::{
    app::{App, clock::Clock, files::write_atomically, open::Opening, paths::Paths},
    i18n::Lang,
    memory::Rating,
    tui::start::run_full_screen,
};
use jiff::Zoned;

use super::{
    home::{Home, USUAL},
    leave::assert_given_back,
    sitting::say,
    terminal::{Ended, Terminal},
};

/// The variable that tells the child which of the clock's hands breaks.
const BREAKS: &str = "CARABIN_TEST_CLOCK_BREAKS";
/// The file in the home that breaks it.
const HAMMER: &str = "hammer";

#[derive(Debug)]
struct BrittleClock {
    time: Zoned,
    breaks: String,
    hammer: PathBuf,
}

impl BrittleClock {
    fn strike(&self, hand: &str) {
        assert!(self.breaks != hand || !self.hammer.exists(), "the clock has broken: {hand}");
    }
}

impl Clock for BrittleClock {
    fn wall(&self) -> Zoned {
        // The screens look at it, too; this one is to break behind them.
        if std::thread::current().name() == Some("worker") {
            self.strike("wall");
        }
        self.time.clone()
    }

    fn elapsed(&self) -> Duration {
        self.strike("elapsed");
        Duration::ZERO
    }
}

/// Only does something as a child of the tests below.
#[test]
fn child() {
    let Ok(breaks) = std::env::var(BREAKS) else { return };
    let folder = PathBuf::from(std::env::var_os("CARABIN_HOME").expect("a home"));
    let clock = BrittleClock {
        time: "2026-11-22T08:00+01:00[+01:00]".parse().expect("a time"),
        breaks,
        hammer: folder.join(HAMMER),
    };
    let opening = Opening {
        paths: Paths::find(Some(folder.into())).expect("a home"),
        lang: Some(Lang::En),
        locale: None,
        decks: Vec::new(),
        clock: Arc::new(clock),
    };
    let app = App::open(opening).expect("it opens");
    let ended = run_full_screen(app, None);
    panic!("it ended in order: {ended:?}");
}

/// Answers a card, then lets the clock break with the next key.
fn run_with_a_clock_that_breaks(hand: &str) -> (Ended, String) {
    let home = Home::with(3);
    let itself = std::env::current_exe().expect("a program").into_os_string().into_string().expect("a path");
    let mut command = home.command(&itself);
    command.args(["pty::panics::child", "--exact", "--nocapture", "--test-threads=1"]);
    command.env(BREAKS, hand);
    let mut terminal = Terminal::start(command, USUAL);
    terminal.open_deck();
    let answered = terminal.answer_and_go_on(Rating::Good);
    write_atomically(&home.folder().join(HAMMER), b"").expect("written");
    terminal.send("B");
    let ended = terminal.end();
    assert_eq!(home.answers(), [answered]);
    assert!(ended.screen.contents().contains(&format!("the clock has broken: {hand}")), "it is reported");
    let log = std::fs::read_to_string(home.paths().log()).expect("a log");
    assert!(log.contains("the clock has broken"), "it is noted: {log}");
    (ended, terminal.fresh.clone())
}

#[test]
fn a_panic_of_the_screens_gives_the_terminal_back() {
    let (ended, fresh) = run_with_a_clock_that_breaks("elapsed");
    assert_given_back(&ended, &fresh);
    assert_eq!(ended.code, 101);
}

#[test]
fn a_panic_behind_the_screens_ends_the_program_in_order() {
    let (ended, fresh) = run_with_a_clock_that_breaks("wall");
    assert_given_back(&ended, &fresh);
    let told: String = say("error-broken").chars().take_while(|c| *c != '{').collect();
    let written = String::from_utf8_lossy(&ended.written);
    assert!(written.contains(&told), "the student is told: {written}");
}
