//! The program under a shell with job control: Ctrl-Z, `fg`, `bg`.

use carabin::{app::files::write_atomically, memory::Rating};
use portable_pty::CommandBuilder;

use super::{
    axe::signal,
    home::{Home, USUAL},
    sitting::{CTRL_Z, SPACE, Shown, say},
    terminal::Terminal,
};

/// The shell's prompt.
const PROMPT: &str = "shell>";

/// An interactive shell; `$CARABIN` is the program.
fn shell(home: &Home) -> Terminal {
    shell_in(home.command("sh"))
}

/// The same with an environment of its own.
pub(super) fn shell_in(mut command: CommandBuilder) -> Terminal {
    command.arg("-i");
    command.env("PS1", PROMPT);
    command.env("CARABIN", env!("CARGO_BIN_EXE_carabin"));
    let terminal = Terminal::start(command, USUAL);
    terminal.see(PROMPT);
    terminal
}

impl Terminal {
    /// Gives the shell a line that hands the terminal over.
    pub(super) fn command(&mut self, line: &str) {
        self.send(&format!("{line}\n"));
    }

    /// Gives the shell a line and waits until it has been carried out, and the shell has the terminal.
    pub(super) fn run(&mut self, line: &str, done: &str) {
        assert!(!self.screen().shows(done), "it would be seen too early");
        // What is typed differs from what is printed.
        let (first, rest) = done.split_at(1);
        self.command(&format!("{line}; echo {first}''{rest}"));
        self.see(done);
        self.see_shell();
    }

    /// Waits until the shell has the terminal, with the program out of the way.
    pub(super) fn see_shell(&self) {
        self.find("the shell", |screen| {
            let given_back = !screen.emulated.alternate_screen()
                && !screen.emulated.hide_cursor()
                && !screen.emulated.bracketed_paste();
            let prompt = screen.lines().into_iter().rfind(|line| !line.trim().is_empty());
            (given_back && prompt.is_some_and(|line| line.trim_end().ends_with(PROMPT))).then_some(())
        });
    }
}

/// The process of the program that the shell has started.
fn program_of(terminal: &mut Terminal, home: &Home) -> u32 {
    terminal.run("jobs -p > process", "written");
    let text = std::fs::read_to_string(home.folder().join("process")).expect("written by the shell");
    text.trim().parse().expect("a process")
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_brings_the_card_back() {
    let home = Home::with(3);
    let mut terminal = shell(&home);
    let at_the_prompt = terminal.modes();
    terminal.command("$CARABIN");
    let card = terminal.open_deck();
    terminal.send(SPACE);
    terminal.see_screen(Shown::Answer(card));
    for done in ["once", "twice"] {
        terminal.send(CTRL_Z);
        terminal.see_shell();
        assert_eq!(terminal.modes(), at_the_prompt);
        terminal.run("true", done);
        terminal.command("fg");
        terminal.see_screen(Shown::Answer(card));
        let screen = terminal.screen().emulated;
        assert!(screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor());
    }
    terminal.send("3");
    terminal.find("the next card", |screen| {
        matches!(Shown::on(screen)?, Shown::Question(next) if next != card).then_some(())
    });
    terminal.send("\u{3}");
    terminal.see_shell();
    assert_eq!(terminal.modes(), at_the_prompt);
    assert_eq!(home.answers(), [(card, Rating::Good)]);
}

#[test]
fn a_stop_signal_from_elsewhere_does_the_same() {
    let home = Home::with(3);
    let mut terminal = shell(&home);
    let at_the_prompt = terminal.modes();
    terminal.command("$CARABIN");
    let card = terminal.open_deck();
    terminal.send(CTRL_Z);
    terminal.see_shell();
    let program = program_of(&mut terminal, &home);
    terminal.command("fg");
    terminal.see_screen(Shown::Question(card));
    // Now without a key: the keyboard is being read at that moment.
    signal("TSTP", program);
    terminal.see_shell();
    assert_eq!(terminal.modes(), at_the_prompt);
    terminal.command("fg");
    terminal.see_screen(Shown::Question(card));
    assert!(terminal.screen().emulated.alternate_screen());
    terminal.answer_and_go_on(Rating::Good);
}

#[test]
fn a_stopped_program_that_is_ended_leaves_the_shell_its_terminal() {
    let home = Home::with(3);
    let mut terminal = shell(&home);
    terminal.command("$CARABIN");
    terminal.open_deck();
    let answered = terminal.answer_and_go_on(Rating::Good);
    terminal.send(CTRL_Z);
    terminal.see_shell();
    let at_the_prompt = terminal.modes();
    terminal.run("kill %1; fg", "back");
    assert_eq!(terminal.modes(), at_the_prompt);
    assert_eq!(home.answers(), [answered]);
}

#[test]
fn a_script_around_the_program_is_stopped_with_it() {
    let home = Home::with(3);
    let mut terminal = shell(&home);
    let script = home.folder().join("script");
    write_atomically(&script, b"$CARABIN\necho after''wards\n").expect("written");
    terminal.command("sh ./script");
    let card = terminal.open_deck();
    terminal.send(CTRL_Z);
    terminal.see_shell();
    terminal.run("true", "meanwhile");
    terminal.command("fg");
    terminal.see_screen(Shown::Question(card));
    terminal.send("\u{3}");
    terminal.see("afterwards");
}

#[test]
fn where_no_shell_could_wake_it_ctrl_z_does_nothing() {
    let home = Home::with(3);
    // The program is alone on its terminal, or in a script that is.
    let mut script = home.command("sh");
    script.args(["-c", &format!("{}; exit 7", env!("CARGO_BIN_EXE_carabin"))]);
    for command in [home.carabin(), script] {
        let mut terminal = Terminal::start(command, USUAL);
        let card = terminal.open_deck();
        terminal.send(CTRL_Z);
        terminal.send("?");
        terminal.see(&say("help-title"));
        terminal.send("q");
        terminal.see_screen(Shown::Question(card));
    }
}
