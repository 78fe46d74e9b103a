//! `e` opens the card in the editor, and the session goes on with what the student made of it.

use std::{fs, os::unix::fs::PermissionsExt as _, path::PathBuf};

use carabin::{
    app::files::write_atomically,
    memory::{CardState, Rating},
};
use portable_pty::CommandBuilder;

use super::{
    home::{Home, USUAL, head},
    jobs::shell_in,
    sitting::{CTRL_E, CTRL_Z, ENTER, SPACE, Shown, say, say_with},
    terminal::Terminal,
};

/// What the editor shows once it has the terminal, before the number of times that it was opened.
const OPEN: &str = "THE EDITOR IS OPEN,";

/// An editor that does `work`, a script, on the file `$file`. It is called `vi`, so it is told the line as vi is.
struct Editor {
    program: PathBuf,
}

impl Editor {
    fn new(home: &Home, work: &str) -> Self {
        let program = home.folder().join("vi");
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.told\"\nfor file; do :; done\necho >> \"$0.times\"\necho {OPEN} \
             $(wc -l < \"$0.times\")\n{work}\n"
        );
        write_atomically(&program, script.as_bytes()).expect("written");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("made a program");
        Self { program }
    }

    /// Names it in the environment.
    fn choose(&self, mut command: CommandBuilder) -> CommandBuilder {
        command.env("EDITOR", &self.program);
        command
    }

    /// The arguments that it was given.
    fn told(&self) -> Vec<String> {
        let told = fs::read_to_string(self.program.with_extension("told")).expect("what it was told");
        told.lines().map(str::to_owned).collect()
    }
}

/// Waits until the editor has the terminal, as the shell gives it to a program.
fn see_editor(terminal: &Terminal, time: u32) {
    terminal.see(&format!("{OPEN} {time}"));
    let screen = terminal.screen().emulated;
    assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor());
    assert_eq!(terminal.modes(), terminal.fresh);
}

/// Waits until the deck has been read again: keys that come before that do not count.
fn see_edited(terminal: &Terminal, card: u32) {
    terminal.find("the card, read again", |screen| {
        let card_is_there = matches!(Shown::on(screen)?, Shown::Question(n) | Shown::Answer(n) if n == card);
        (card_is_there && screen.shows(&say("card-edited"))).then_some(())
    });
}

#[test]
fn the_card_opens_at_its_line_and_comes_back_mended_with_its_schedule() {
    // The first card has no id: it is known by its text alone.
    let text = format!(
        "{}  - q: Quaestio 1/1, who pays fro a stay in hospital?\n    a: Responsum 1/1\n  - id: card-2\n    q: \
         Quaestio 2/2\n    a: Responsum 2/2\n",
        head()
    );
    let home = Home::with_deck(&text);
    let editor =
        Editor::new(&home, "read -r line; sed 's/ fro / for /' \"$file\" > new && cat new > \"$file\"");
    let mut terminal = Terminal::start(editor.choose(home.carabin()), USUAL);
    assert_eq!(terminal.open_deck(), 1);
    terminal.answer_and_go_on(Rating::Again);
    terminal.answer_and_go_on(Rating::Easy);

    // It comes back at once, since nothing else is left.
    terminal.see_screen(Shown::Question(1));
    terminal.send(SPACE);
    terminal.see_screen(Shown::Answer(1));
    terminal.send("e");
    see_editor(&terminal, 1);
    // The first line is for the editor; what is left over would rate the card, or open the help.
    terminal.send("a line\r4?");
    terminal.see("who pays for a stay in hospital?");
    terminal.see_screen(Shown::Answer(1));
    let screen = terminal.screen().emulated;
    assert!(screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor());
    let line = text.lines().position(|line| line.contains("fro")).expect("the card") + 1;
    let deck = home.deck().into_os_string().into_string().expect("a path");
    assert_eq!(editor.told(), [format!("+{line}"), deck]);

    // The keys that come now are the first that count.
    terminal.send("3");
    terminal.find("what comes next", |screen| (Shown::on(screen)? != Shown::Answer(1)).then_some(()));
    let ratings: Vec<Rating> = home.reviews().iter().map(|review| review.rating).collect();
    assert_eq!(ratings, [Rating::Again, Rating::Easy, Rating::Good]);
    let mut states: Vec<CardState> = Vec::new();
    home.journal().for_each_state(|_, state| states.push(state)).expect("states");
    assert_eq!(states.iter().map(|state| state.reps).max(), Some(2), "one history: {states:?}");
}

/// A window that changes its size meanwhile does not let the keys through.
#[test]
fn keys_typed_in_the_editor_stay_there_though_the_window_changes() {
    let home = Home::with(3);
    let editor = Editor::new(&home, "read -r line");
    let mut terminal = Terminal::start(editor.choose(home.carabin()), USUAL);
    let card = terminal.open_deck();
    terminal.send(SPACE);
    terminal.see_screen(Shown::Answer(card));
    terminal.send("e");
    see_editor(&terminal, 1);
    terminal.resize((100, 30));
    terminal.send("a line\r4?");
    see_edited(&terminal, card);
    terminal.send("3");
    terminal.find("the next card", |screen| (Shown::on(screen)? != Shown::Answer(card)).then_some(()));
    assert_eq!(home.answers(), [(card, Rating::Good)]);
}

#[test]
fn a_bundled_deck_is_copied_to_the_student_before_it_is_opened() {
    let home = Home::with(1);
    let editor = Editor::new(&home, "echo '# mine' >> \"$file\"");
    let mut terminal = Terminal::start(editor.choose(home.carabin()), USUAL);
    terminal.see_home();
    // "Everything" is the first row; the bundled deck's cards come before the student's.
    terminal.send(ENTER);
    terminal.find("a card that is not of the test's deck", |screen| {
        (Shown::on(screen).is_none() && screen.shows(&say("card-new"))).then_some(())
    });
    terminal.send(CTRL_E);
    terminal.see(&say("card-edited"));
    let told = editor.told();
    let file = PathBuf::from(told.last().expect("a file"));
    assert_eq!(file.parent(), Some(home.paths().decks().as_path()));
    assert!(told[0].starts_with('+'), "{told:?}");
    let line: usize = told[0][1..].parse().expect("a line");
    let copy = fs::read_to_string(&file).expect("the copy");
    assert!(copy.lines().nth(line - 1).is_some_and(|line| line.trim_start().starts_with("- ")), "{told:?}");
}

#[test]
fn a_card_that_is_broken_in_the_editor_is_told_and_the_session_goes_on() {
    let home = Home::with(3);
    let editor = Editor::new(&home, "sed 's/Responsum 1.1//' \"$file\" > new && cat new > \"$file\"");
    let mut terminal = Terminal::start(editor.choose(home.carabin()), USUAL);
    assert_eq!(terminal.open_deck(), 1);
    terminal.send(CTRL_E);
    terminal.see(&say("problems-title"));
    terminal.send("q");
    assert_eq!(terminal.see_question(), 2);
    terminal.answer_and_go_on(Rating::Good);
}

/// Waits for Home without the line that a deck has mistakes.
fn see_sound_home(terminal: &Terminal, what: &str) {
    let wrong = say_with("home-problems", &[("n", 1_u32.into())]);
    terminal.find("Home, and nothing wrong", |screen| {
        (screen.shows(what) && !screen.shows(&wrong)).then_some(())
    });
}

#[test]
fn what_is_wrong_with_a_deck_opens_in_the_editor_and_home_knows_when_it_is_mended() {
    let home = Home::with(3);
    let whole = fs::read_to_string(home.deck()).expect("a deck");
    let broken = whole.replace("Responsum 2/2", "");
    assert_ne!(whole, broken);
    let copy = home.folder().join("whole");
    write_atomically(&copy, whole.as_bytes()).expect("written");
    home.write_deck(&broken);
    let editor = Editor::new(&home, &format!("cat '{}' > \"$file\"", copy.display()));
    let mut terminal = Terminal::start(editor.choose(home.carabin()), USUAL);
    terminal.see(&say_with("home-problems", &[("n", 1_u32.into())]));
    terminal.send("p");
    terminal.see(&say("problems-title"));
    terminal.send("e");
    see_sound_home(&terminal, &say("problems-mended"));
    let line = broken.lines().position(|line| line.trim() == "a:").expect("the mistake") + 1;
    assert_eq!(editor.told(), [format!("+{line}"), home.deck().to_string_lossy().into_owned()]);
}

#[test]
fn what_was_mended_outside_is_seen_with_the_key_that_shows_what_is_wrong() {
    let home = Home::with(3);
    let whole = fs::read_to_string(home.deck()).expect("a deck");
    home.write_deck(&whole.replace("Responsum 2/2", ""));
    let mut terminal = home.start();
    terminal.see(&say_with("home-problems", &[("n", 1_u32.into())]));
    home.write_deck(&whole);
    terminal.send("p");
    see_sound_home(&terminal, &say("problems-none"));
}

#[test]
fn an_editor_that_fails_is_told_and_the_card_is_as_it_was() {
    let home = Home::with(3);
    let editor = Editor::new(&home, "exit 3");
    let mut terminal = Terminal::start(editor.choose(home.carabin()), USUAL);
    let card = terminal.open_deck();
    terminal.send(SPACE);
    terminal.see_screen(Shown::Answer(card));
    terminal.send("e");
    terminal.find("the failure", |screen| {
        (Shown::on(screen)? == Shown::Answer(card) && screen.shows("exit status: 3")).then_some(())
    });
    terminal.send("3");
    terminal.find("the next card", |screen| (Shown::on(screen)? != Shown::Answer(card)).then_some(()));
}

/// In an editor Ctrl-C means something else: it is not for the program behind it.
#[test]
fn ctrl_c_in_the_editor_does_not_end_the_session() {
    let home = Home::with(3);
    let work = "trap 'interrupted=yes' INT
        echo READY
        while [ -z \"$interrupted\" ]; do read -r line || :; done
        echo INTERRUPTED
        read -r line";
    let editor = Editor::new(&home, work);
    let mut terminal = Terminal::start(editor.choose(home.carabin()), USUAL);
    let card = terminal.open_deck();
    terminal.send(CTRL_E);
    terminal.see("READY");
    terminal.send("\u{3}");
    terminal.see("INTERRUPTED");
    terminal.send("\r");
    see_edited(&terminal, card);
    terminal.answer_and_go_on(Rating::Good);
    assert_eq!(home.answers(), [(card, Rating::Good)]);
}

#[test]
fn an_editor_that_ctrl_c_kills_does_not_end_the_session_either() {
    let home = Home::with(3);
    let editor = Editor::new(&home, "while :; do read -r line; done");
    let mut terminal = Terminal::start(editor.choose(home.carabin()), USUAL);
    let card = terminal.open_deck();
    for time in 1..=10 {
        terminal.send(CTRL_E);
        see_editor(&terminal, time);
        terminal.send("\u{3}");
        terminal.see_screen(Shown::Question(card));
    }
    terminal.answer_and_go_on(Rating::Good);
}

#[test]
fn ctrl_z_in_the_editor_goes_to_the_shell_and_fg_back_to_the_editor() {
    let home = Home::with(3);
    let editor = Editor::new(&home, "read -r line; echo \"$line\" > typed");
    let mut terminal = shell_in(editor.choose(home.command("sh")));
    terminal.command("$CARABIN");
    let card = terminal.open_deck();
    terminal.send(CTRL_E);
    see_editor(&terminal, 1);
    terminal.send(CTRL_Z);
    terminal.see_shell();
    terminal.run("true", "meanwhile");
    terminal.command("fg");
    terminal.send("for the editor\r");
    see_edited(&terminal, card);
    assert_eq!(fs::read_to_string(home.folder().join("typed")).expect("it went on"), "for the editor\n");
    terminal.answer_and_go_on(Rating::Good);
    assert_eq!(home.answers(), [(card, Rating::Good)]);
}
