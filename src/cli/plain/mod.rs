//! The plain mode: a session as lines on standard output and standard input, for screen readers, simple terminals and
//! scripts.
//!
//! - **Lines.** Everything that is said is whole lines, prompts too; nothing is drawn again, moved or coloured, and no
//!   escape sequence is ever written: every line passes through [`Text::clean`](crate::card::Text::clean).
//! - **No wrapping.** A sentence, an option, an item of a list is one line, however long. A screen reader reads lines,
//!   and a terminal breaks them by itself; lines that were broken here would be read with gaps, and their width is not
//!   known in a pipe.
//! - **Words.** An answer is letters, a text or a number; every action is a word ([`word`]), in French and in English
//!   whatever the language of the interface. `/word` is the word even where an answer is typed.
//! - **Nothing is lost.** An answer is durable before the line that says so, thus before the next question. At the end of
//!   the input the session ends with exit code 0; when nobody reads any more (a closed pipe) it ends without a word. A
//!   signal may end the program at any moment: what was said to be kept is kept.

mod actions;
mod answer;
mod card;
mod exam;
mod giving;
mod home;
mod items;
mod lines;
mod misses;
mod places;
mod programme;
mod report;
mod scale;
mod session;
#[cfg(test)]
mod tests;
mod turn;
mod within;
mod word;

use std::{
    io::{self, BufRead, Write},
    sync::Arc,
};

use crate::{
    app::{App, clock::Clock, error::AppError, scope::Scope, series::Begin, sitting::EventId},
    card::DeckId,
    i18n::{Arg, Messages},
};
pub(super) use exam::run_exam;
use lines::{Lines, Stop};

/// Where the lines go and come from.
pub(super) struct Streams<'a> {
    /// What the student types.
    pub(super) input: &'a mut dyn BufRead,
    /// What they are told.
    pub(super) output: &'a mut dyn Write,
    /// Both are a terminal, which can be lent to an editor.
    pub(super) terminal: bool,
}

/// How a plain session ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// The student left, the input ended, or nobody read any more.
    Well,
    /// The last thing that was to be kept could not be: it was told on the output.
    Unkept,
}

/// Runs the plain mode until the student leaves. `first` is the session to begin with; without one, Home is told.
///
/// # Errors
/// When the output fails otherwise than by being closed.
pub(super) fn run(app: App, first: Option<&Begin>, streams: Streams<'_>) -> io::Result<Ended> {
    Plain::new(app, streams).until_left(|plain| plain.begin(first))
}

/// A student who is told lines and answers with lines.
struct Plain<'a> {
    app: App,
    messages: Arc<Messages>,
    clock: Arc<dyn Clock>,
    lines: Lines<'a>,
    terminal: bool,
    /// The deck of the last card, so that its title is said only when it changes.
    deck: Option<DeckId>,
    /// The last thing that was to be kept was not.
    unkept: bool,
    /// What the student was asked about before it is taken back.
    warned: Option<EventId>,
}

impl<'a> Plain<'a> {
    fn new(mut app: App, Streams { input, output, terminal }: Streams<'a>) -> Self {
        app.plain = true;
        Self {
            messages: Arc::clone(&app.messages),
            clock: app.clock(),
            app,
            lines: Lines::new(input, output),
            terminal,
            deck: None,
            unkept: false,
            warned: None,
        }
    }

    /// Runs until the student leaves, the input ends, or nobody reads any more.
    fn until_left(mut self, run: impl FnOnce(&mut Self) -> Result<(), Stop>) -> io::Result<Ended> {
        match run(&mut self) {
            Ok(()) | Err(Stop::End | Stop::Closed) => {}
            Err(Stop::Failed(error)) => return Err(error),
        }
        Ok(if self.unkept { Ended::Unkept } else { Ended::Well })
    }

    fn begin(&mut self, first: Option<&Begin>) -> Result<(), Stop> {
        match first {
            Some(begin) => {
                self.tell_notices()?;
                self.tell_problems(self.app.decks_with_problems())?;
                self.tell("plain-begin")?;
                if let Begin::Queue(scope, _) = begin {
                    self.tell_left_out(scope)?;
                }
                if self.study(begin)? == session::Left::Home {
                    self.home()?;
                }
            }
            None => self.home()?,
        }
        Ok(())
    }

    /// What the program has to say about itself, once.
    fn tell_notices(&mut self) -> Result<(), Stop> {
        for notice in self.app.notices().to_vec() {
            self.lines.say(&notice)?;
        }
        Ok(())
    }

    /// That so many cards need a picture, if any does.
    fn tell_left_out(&mut self, scope: &Scope) -> Result<(), Stop> {
        match self.app.left_out(scope) {
            Ok(0) => Ok(()),
            Ok(cards) => self.tell_with("home-not-playable", &[("n", cards.into())]),
            Err(error) => self.tell_error(&error),
        }
    }

    /// That so many decks have mistakes, if any has.
    fn tell_problems(&mut self, decks: usize) -> Result<(), Stop> {
        if decks == 0 { Ok(()) } else { self.tell_with("plain-problems", &[("n", decks.into())]) }
    }

    /// Waits for a line. A clock that was set is asked about before anything is done with it.
    fn hear(&mut self) -> Result<String, Stop> {
        let line = self.lines.hear()?;
        self.settle_clock()?;
        Ok(line)
    }

    /// A clock that was set is asked about.
    fn settle_clock(&mut self) -> Result<(), Stop> {
        while let Err(AppError::Clock(leap)) = self.app.stamp() {
            self.unkept = true;
            self.say(&leap.describe(&self.messages))?;
            for (number, choice) in (1..).zip(leap.choices(&self.messages)) {
                self.say(&format!("{number}. {choice}"))?;
            }
            self.tell("plain-prompt-clock")?;
            let right = match self.lines.hear()?.as_str() {
                "1" => true,
                "2" => false,
                _ => continue,
            };
            self.unkept = false;
            match self.app.settle_clock(right) {
                Ok(said) => self.say(&said)?,
                Err(error) => self.tell_error(&error)?,
            }
        }
        Ok(())
    }

    fn say(&mut self, text: &str) -> Result<(), Stop> {
        self.lines.say(text)
    }

    fn tell(&mut self, id: &str) -> Result<(), Stop> {
        let text = self.messages.get(id);
        self.lines.say(&text)
    }

    fn tell_with(&mut self, id: &str, args: &[(&str, Arg)]) -> Result<(), Stop> {
        let text = self.messages.with(id, args);
        self.lines.say(&text)
    }

    fn tell_error(&mut self, error: &AppError) -> Result<(), Stop> {
        let text = error.describe(&self.messages);
        self.tell_with("plain-error", &[("reason", text.into())])
    }
}
