//! The window changes its size.

use super::{
    home::Home,
    sitting::{CTRL_L, SPACE, Shown, say},
    terminal::{Screen, Terminal},
};

/// Waits until the screen is that of a program which was drawn anew from nothing.
fn see_whole(terminal: &mut Terminal, card: u32) -> Screen {
    terminal.see_screen(Shown::Answer(card));
    terminal.find("the last line", |screen| {
        screen.lines().last().is_some_and(|line| line.contains(&say("key-help"))).then_some(())
    });
    let before = terminal.screen();
    terminal.send(CTRL_L);
    // The help comes and goes behind it, so the redraw is done.
    terminal.send("?");
    terminal.see(&say("help-title"));
    terminal.send("q");
    terminal.find("the card as before", |screen| (screen.lines() == before.lines()).then_some(()));
    before
}

#[test]
fn the_screen_follows_the_window() {
    let home = Home::with(3);
    let mut terminal = home.start();
    let card = terminal.open_deck();
    terminal.send(SPACE);
    for size in [(80, 24), (120, 40), (40, 12), (200, 15), (80, 24)] {
        terminal.resize(size);
        let screen = see_whole(&mut terminal, card);
        let widest = screen.lines().iter().map(|line| line.chars().count()).max();
        assert!(widest <= Some(usize::from(size.0)), "{screen}");
    }
}

#[test]
fn a_window_that_is_too_small_says_so_and_the_session_goes_on_when_it_grows() {
    let home = Home::with(3);
    let mut terminal = home.start();
    let card = terminal.open_deck();
    terminal.send(SPACE);
    terminal.see_screen(Shown::Answer(card));
    let too_small: String = say("screen-too-small").chars().take_while(|c| *c != '{').collect();
    for size in [(39, 24), (80, 11), (20, 5), (1, 1)] {
        terminal.resize(size);
        terminal.find("another screen", |screen| (Shown::on(screen).is_none()).then_some(()));
        if size.0 > 20 {
            terminal.see(&too_small);
        }
        terminal.resize((40, 12));
        terminal.see_screen(Shown::Answer(card));
    }
    terminal.send("3");
    terminal.find("the next card", |screen| {
        matches!(Shown::on(screen)?, Shown::Question(next) if next != card).then_some(())
    });
    assert_eq!(home.answers().len(), 1);
}
