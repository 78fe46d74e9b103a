//! A session: card after card, the words between, the summary.

use jiff::Timestamp;

use super::{
    Plain,
    lines::Stop,
    turn::{Stage, Turn},
    word::{self, Word},
};
use crate::{
    app::{
        asked::Asked,
        report::Report,
        series::{Begin, Series},
        sitting::{self, Sitting},
        words,
    },
    study::{MORE_NEW, Wish},
};

/// How a session was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// The program ends.
    Quit,
    /// Home is told.
    Home,
    /// There was nothing to ask.
    Nothing,
    /// It goes on with cards that are not due yet.
    Ahead,
    /// It goes on with new cards beyond the day's limit.
    MoreNew,
    /// It goes on with what was missed.
    Missed,
}

/// What comes after a line.
pub(super) enum Flow {
    /// The same card is still asked.
    Stay,
    /// What comes next in the session.
    Next,
    /// The session is left.
    Leave(Left),
}

/// Where the student is asked how to go on.
#[derive(Clone, Copy)]
enum After {
    /// A card's step is waited for.
    Wait,
    /// What comes next could not be read.
    Retry,
    /// The summary was told.
    Summary {
        /// Cards could be studied ahead.
        ahead: bool,
        /// New cards wait for another day.
        more: bool,
    },
}

impl After {
    fn of(report: &Report) -> Self {
        Self::Summary { ahead: report.can_go_ahead, more: report.more_new > 0 }
    }

    fn prompt(self) -> &'static str {
        match self {
            Self::Wait => "plain-prompt-wait",
            Self::Retry => "plain-prompt-retry",
            Self::Summary { more: true, .. } => "plain-prompt-after-more",
            Self::Summary { ahead: true, .. } => "plain-prompt-after-ahead",
            Self::Summary { .. } => "plain-prompt-after",
        }
    }
}

/// What a line is.
enum Heard {
    Word(Word, String),
    /// An unknown `/word`.
    NoWord,
    Text(String),
}

impl Plain<'_> {
    /// Runs a session to its end, and goes on with another one where the student wants it.
    pub(super) fn study(&mut self, begin: &Begin) -> Result<Left, Stop> {
        let mut begin = begin.clone();
        loop {
            let mut sitting = match self.app.begin(&begin) {
                Ok(Some(sitting)) => sitting,
                Ok(None) => {
                    if let Begin::Series(series) = &begin {
                        self.tell(series.nothing())?;
                    }
                    return Ok(Left::Nothing);
                }
                Err(error) => {
                    self.unkept = true;
                    self.tell_error(&error)?;
                    return Ok(Left::Quit);
                }
            };
            let mut reported = false;
            let left = self.sit(&mut sitting, &mut reported);
            if !reported && matches!(left, Ok(_) | Err(Stop::End)) {
                match self.app.report(&sitting) {
                    Ok(report) => self.say_report(&report, false)?,
                    Err(error) => self.tell_error(&error)?,
                }
            }
            match left? {
                Left::Ahead => {
                    begin = Begin::Queue(sitting.scope().clone(), Wish { ahead: true, ..Wish::default() });
                }
                Left::MoreNew => {
                    let wish = Wish { more_new: MORE_NEW, ..Wish::default() };
                    begin = Begin::Queue(sitting.scope().clone(), wish);
                }
                Left::Missed => begin = Begin::Series(Series::cards(sitting.missed())),
                left => return Ok(left),
            }
        }
    }

    /// `reported`: the summary is told and nothing happened since.
    fn sit(&mut self, sitting: &mut Sitting, reported: &mut bool) -> Result<Left, Stop> {
        loop {
            let next = self.app.next(sitting);
            if let Some(new_day) = self.app.new_day(sitting) {
                self.say(&new_day)?;
            }
            let unreadable = sitting.take_unreadable();
            if unreadable > 0 {
                self.tell_with("cards-unreadable", &[("n", unreadable.into())])?;
            }
            *reported = matches!(next, Ok(sitting::Turn::Finished(_)));
            let flow = match next {
                Ok(sitting::Turn::Card(asked)) => self.card(sitting, asked)?,
                Ok(sitting::Turn::Wait(until)) => self.wait(sitting, until)?,
                Ok(sitting::Turn::Finished(report)) => {
                    self.say_report(&report, true)?;
                    self.pause(sitting, After::of(&report))?
                }
                Err(error) => {
                    self.tell_error(&error)?;
                    self.pause(sitting, After::Retry)?
                }
            };
            if let Flow::Leave(left) = flow {
                return Ok(left);
            }
        }
    }

    /// One card, until it is answered, put aside or left.
    fn card(&mut self, sitting: &mut Sitting, asked: Box<Asked>) -> Result<Flow, Stop> {
        let mut turn = Turn::new(asked, self.clock.elapsed());
        self.say("")?;
        self.say_question(&turn.asked)?;
        loop {
            self.prompt(&turn)?;
            let line = self.hear()?;
            self.look_at_clock(sitting, &mut turn)?;
            let flow = match self.understand(&line, &turn) {
                Heard::Word(word, rest) => self.act(word, &rest, sitting, &mut turn)?,
                Heard::NoWord => {
                    self.tell("plain-no-word")?;
                    Flow::Stay
                }
                Heard::Text(text) => self.answer(&text, sitting, &mut turn)?,
            };
            if !matches!(flow, Flow::Stay) {
                return Ok(flow);
            }
        }
    }

    /// On another day the card has other intervals, which is told before anything is done with it.
    fn look_at_clock(&mut self, sitting: &mut Sitting, turn: &mut Turn) -> Result<(), Stop> {
        if let Err(error) = self.app.look_at_clock(sitting) {
            return self.tell_error(&error);
        }
        let Some(new_day) = self.app.new_day(sitting) else { return Ok(()) };
        if let Ok(Some(again)) = self.app.again(sitting, &turn.asked.locator) {
            turn.replace(Box::new(again));
        }
        self.say(&new_day)
    }

    /// A word or an answer? `/` makes a word of it; where a text is expected, a word that would earn something is an
    /// answer, and so is what only begins with a word.
    fn understand(&self, line: &str, turn: &Turn) -> Heard {
        if let Some(rest) = line.strip_prefix('/') {
            return match Word::read(rest, |_| true) {
                Some((word, rest)) => Heard::Word(word, rest.to_owned()),
                None => Heard::NoWord,
            };
        }
        let Some((word, rest)) = Word::read(line, turn.short_words()) else {
            return Heard::Text(line.to_owned());
        };
        let is_answer = match turn.stage {
            Stage::Typing => !rest.is_empty() || self.is_answer(line, turn),
            Stage::Recalling(ref recall) => !rest.is_empty() || recall.is_item(&turn.asked, line),
            Stage::Deciding(_) => word::halves(line).is_some(),
            Stage::Judging(_) => word::counts(line).is_some(),
            Stage::Answered(_) => word::rating(line).is_some(),
            Stage::Scaling => word::step(line).is_some(),
            Stage::Question | Stage::Choosing { .. } | Stage::Pointing(_) => false,
        };
        if is_answer { Heard::Text(line.to_owned()) } else { Heard::Word(word, rest.to_owned()) }
    }

    /// Nothing to ask until a card's step is over.
    fn wait(&mut self, sitting: &mut Sitting, until: Timestamp) -> Result<Flow, Stop> {
        let time = words::time(&until.to_zoned(self.clock.wall().time_zone().clone()));
        self.say("")?;
        self.tell_with("waiting-text", &[("time", time.into())])?;
        self.pause(sitting, After::Wait)
    }

    /// Between cards: a few words, and Enter to go on. After the summary Enter leaves.
    fn pause(&mut self, sitting: &mut Sitting, pause: After) -> Result<Flow, Stop> {
        let (after, ahead, more) = match pause {
            After::Summary { ahead, more } => (true, ahead, more),
            After::Wait | After::Retry => (false, false, false),
        };
        loop {
            self.tell(pause.prompt())?;
            let line = self.hear()?;
            let line = line.strip_prefix('/').unwrap_or(&line);
            let flow = match Word::read(line, |_| true).map(|(word, _)| word) {
                None if line.is_empty() && after => Flow::Leave(Left::Quit),
                None if line.is_empty() => Flow::Next,
                Some(Word::Help) => {
                    let words = AFTER.into_iter().filter(|word| match word {
                        Word::Ahead => ahead,
                        Word::MoreNew => more,
                        Word::Missed => after && !sitting.missed().is_empty(),
                        _ => true,
                    });
                    self.help(&words.collect::<Vec<_>>())?;
                    Flow::Stay
                }
                Some(Word::Undo) => self.undo(sitting)?,
                Some(Word::Ahead) if ahead => Flow::Leave(Left::Ahead),
                Some(Word::MoreNew) if more => Flow::Leave(Left::MoreNew),
                Some(Word::Missed) if after => {
                    if sitting.missed().is_empty() {
                        self.tell("series-nothing-missed")?;
                        Flow::Stay
                    } else {
                        Flow::Leave(Left::Missed)
                    }
                }
                Some(Word::Home) => Flow::Leave(Left::Home),
                Some(Word::Problems) => {
                    self.problems()?;
                    Flow::Stay
                }
                Some(Word::Quit) => Flow::Leave(Left::Quit),
                Some(_) => {
                    self.tell("plain-not-here")?;
                    Flow::Stay
                }
                None => self.misheard(line)?,
            };
            if !matches!(flow, Flow::Stay) {
                return Ok(flow);
            }
        }
    }
}

/// The words between cards and after the summary.
const AFTER: [Word; 8] = [
    Word::MoreNew,
    Word::Missed,
    Word::Ahead,
    Word::Undo,
    Word::Home,
    Word::Problems,
    Word::Help,
    Word::Quit,
];
