//! The plain mode on a real terminal: lines that come one after the other, and nothing that moves.

use carabin::{app::files::write_atomically, memory::Rating};

use super::{
    home::{Home, USUAL},
    terminal::{Ended, Terminal},
};

/// One answer, then `leave`.
fn one_answer(home: &Home, prepare: impl FnOnce(&mut portable_pty::CommandBuilder), leave: &str) -> Ended {
    let mut command = home.carabin();
    command.args(["study", "--deck", "bench"]);
    prepare(&mut command);
    let mut terminal = Terminal::start(command, USUAL);
    terminal.see("Quaestio 1/1");
    terminal.send("\n");
    terminal.see("Responsum 1/1");
    terminal.send("\n");
    terminal.see("Kept: good");
    match leave {
        "TERM" | "HUP" => terminal.signal(leave),
        keys => terminal.send(keys),
    }
    let ended = terminal.end();
    assert!(!ended.written.contains(&0x1b), "an escape sequence was written");
    assert_eq!(ended.modes.as_deref(), Some(terminal.fresh.as_str()), "the terminal's modes");
    assert_eq!(home.answers(), [(1, Rating::Good)]);
    ended
}

#[test]
fn it_is_plain_when_asked_and_ends_with_the_input() {
    let ended = one_answer(&Home::with(3), |command| command.arg("--plain"), "\u{4}");
    assert_eq!((ended.code, ended.signal), (0, None));
}

#[test]
fn it_is_plain_by_configuration_and_a_word_ends_it() {
    let home = Home::with(3);
    std::fs::create_dir_all(&home.paths().config).expect("a folder");
    write_atomically(&home.paths().settings(), b"plain = true\n").expect("written");
    let ended = one_answer(&home, |_| {}, "quit\n");
    assert_eq!((ended.code, ended.signal), (0, None));
}

#[test]
fn it_is_plain_on_a_simple_terminal_and_ctrl_c_loses_nothing() {
    let ended = one_answer(&Home::with(3), |command| command.env("TERM", "dumb"), "\u{3}");
    assert!(ended.signal.is_some());
}

#[test]
fn a_signal_loses_nothing() {
    for signal in ["TERM", "HUP"] {
        let ended = one_answer(&Home::with(3), |command| command.arg("--plain"), signal);
        assert!(ended.signal.is_some(), "{signal}");
    }
}

#[test]
fn the_editor_gets_the_terminal_and_the_card_comes_back_mended() {
    let home = Home::with(1);
    let script = home.folder().join("editor.sh");
    // It waits for a line itself: the terminal is its own while it runs.
    let text = "echo editing; read -r word; sed -i.bak \"s|Quaestio 1/1|Quaestio $word|\" \"$1\"\n";
    write_atomically(&script, text.as_bytes()).expect("written");
    let mut command = home.carabin();
    command.args(["study", "--deck", "bench", "--plain"]);
    command.env("EDITOR", format!("sh {}", script.display()));
    let mut terminal = Terminal::start(command, USUAL);
    terminal.see("Quaestio 1/1");
    terminal.send("edit\n");
    terminal.see("editing");
    terminal.send("mended\n");
    terminal.see("Quaestio mended");
    terminal.send("quit\n");
    assert_eq!(terminal.end().code, 0);
}
