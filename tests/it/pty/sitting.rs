//! What a student does at the terminal, and what they see.

use std::sync::OnceLock;

use carabin::{
    i18n::{Arg, Lang, Messages},
    memory::Rating,
};

use super::{
    home::TITLE,
    terminal::{Screen, Terminal},
};

/// The keys.
pub(super) const ENTER: &str = "\r";
pub(super) const SPACE: &str = " ";
pub(super) const DOWN: &str = "\u{1b}[B";
pub(super) const ESC: &str = "\u{1b}";
pub(super) const CTRL_E: &str = "\u{5}";
pub(super) const CTRL_L: &str = "\u{c}";
pub(super) const CTRL_Z: &str = "\u{1a}";

/// A screen that was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Home: which row is chosen, and whether it is that of the test's own deck.
    Home { row: usize, chosen: bool },
    /// A card's question.
    Question(u32),
    /// A card with its answer.
    Answer(u32),
    /// A learning card is waited for.
    Waiting,
    /// The end of a session.
    Summary,
}

impl Shown {
    /// What a screen shows; `None` for one that is still being drawn or is something else.
    pub(super) fn on(screen: &Screen) -> Option<Self> {
        if screen.shows(&say("summary-title")) {
            return Some(Self::Summary);
        }
        if screen.shows(&say("waiting-title")) {
            return Some(Self::Waiting);
        }
        if screen.shows(&say("home-view-objectives")) && screen.shows(&say("home-view-ranks")) {
            let lines = screen.lines();
            let is_chosen = |line: &String| line.trim_start().starts_with('▸');
            let (deck, everything) = (TITLE, say("home-row-all"));
            let place = |text: &str| lines.iter().position(|line| line.contains(text));
            let row = lines.iter().position(is_chosen)?.checked_sub(place(&everything)?)?;
            let chosen = is_chosen(&lines[place(deck)?]);
            return Some(Self::Home { row, chosen });
        }
        let question = number_after(screen, "Quaestio")?;
        match number_after(screen, "Responsum") {
            None if screen.flat().contains("Responsum") => None,
            None => Some(Self::Question(question)),
            Some(answer) => (answer == question).then_some(Self::Answer(question)),
        }
    }
}

/// The number in `Quaestio 7/7`, if both halves agree.
fn number_after(screen: &Screen, word: &str) -> Option<u32> {
    let lines = screen.lines();
    let rest = lines.iter().find_map(|line| line.split_once(&format!("{word} ")))?.1;
    let (first, second) = rest.split_once('/')?;
    let second = second.split(|c: char| !c.is_ascii_digit()).next()?;
    (first == second).then(|| first.parse().ok()).flatten()
}

impl Terminal {
    /// Waits for exactly this screen.
    pub(super) fn see_screen(&self, wanted: Shown) {
        self.find(&format!("{wanted:?}"), |screen| (Shown::on(screen) == Some(wanted)).then_some(()));
    }

    /// Waits for Home.
    pub(super) fn see_home(&self) {
        self.find("Home", |screen| matches!(Shown::on(screen)?, Shown::Home { .. }).then_some(()));
    }

    /// From Home to the first card of the test's own deck; gives its number.
    pub(super) fn open_deck(&mut self) -> u32 {
        self.see_home();
        while let Shown::Home { row, chosen: false } = self.find("a screen", Shown::on) {
            self.send(DOWN);
            // The row, and not just another screen: that may be the decks as they have been read meanwhile.
            self.find("the next row", |screen| {
                matches!(Shown::on(screen)?, Shown::Home { row: now, .. } if now != row).then_some(())
            });
        }
        self.send(ENTER);
        self.see_question()
    }

    /// Waits for a question; gives its number.
    pub(super) fn see_question(&self) -> u32 {
        self.find("a question", |screen| match Shown::on(screen)? {
            Shown::Question(number) => Some(number),
            _ => None,
        })
    }

    /// Answers the card on the screen, up to its rating's key: what comes then is not waited for.
    pub(super) fn answer(&mut self, rating: Rating) -> u32 {
        let number = self.see_question();
        self.send(SPACE);
        self.see_screen(Shown::Answer(number));
        self.send(&rating.number().to_string());
        number
    }

    /// Answers the card on the screen and waits for the next one.
    pub(super) fn answer_and_go_on(&mut self, rating: Rating) -> (u32, Rating) {
        let number = self.answer(rating);
        self.find("the next card", |screen| (Shown::on(screen)? != Shown::Answer(number)).then_some(()));
        (number, rating)
    }
}

/// A message in English, as the program has it: no test depends on how something is worded.
pub(super) fn say(id: &str) -> String {
    messages().get(id)
}

/// The same with values.
pub(super) fn say_with(id: &str, args: &[(&str, Arg)]) -> String {
    messages().with(id, args)
}

fn messages() -> &'static Messages {
    static MESSAGES: OnceLock<Messages> = OnceLock::new();
    MESSAGES.get_or_init(|| Messages::new(Lang::En))
}

/// `text` without white space: where lines break is of no concern here.
pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect()
}
