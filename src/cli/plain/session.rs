//! A session: card after card, the words between, the summary.

use std::process::Command;

use jiff::Timestamp;

use super::{
    Plain,
    card::lower,
    lines::Stop,
    turn::{Stage, Turn},
    word::{self, Word},
};
use crate::{
    app::{
        answered::{Answered, Typed},
        asked::Asked,
        edit::Edited,
        error::AppError,
        report::Report,
        scope::Scope,
        sitting::{self, Sitting},
        wording, words,
    },
    card::Text,
    grade::Score,
    memory::Rating,
    study::Wish,
};

/// How a session was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// The program ends.
    Quit,
    /// Home is told.
    Home,
    /// It goes on with cards that are not due yet.
    Ahead,
}

/// What comes after a line.
enum Flow {
    /// The same card is still asked.
    Stay,
    /// What comes next in the session.
    Next,
    /// The session is left.
    Leave(Left),
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
    pub(super) fn study(&mut self, scope: &Scope, wish: &Wish) -> Result<Left, Stop> {
        let mut wish = wish.clone();
        loop {
            let mut sitting = match self.app.start(scope, &wish) {
                Ok(sitting) => sitting,
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
                    Ok(report) => self.say_report(&report)?,
                    Err(error) => self.tell_error(&error)?,
                }
            }
            match left? {
                Left::Ahead => wish.ahead = true,
                left => return Ok(left),
            }
        }
    }

    /// `reported`: the summary is told and nothing happened since.
    fn sit(&mut self, sitting: &mut Sitting, reported: &mut bool) -> Result<Left, Stop> {
        loop {
            let next = self.app.next(sitting);
            *reported = matches!(next, Ok(sitting::Turn::Finished(_)));
            let flow = match next {
                Ok(sitting::Turn::Card(asked)) => self.card(sitting, asked)?,
                Ok(sitting::Turn::Wait(until)) => self.wait(sitting, until)?,
                Ok(sitting::Turn::Finished(report)) => {
                    self.say_report(&report)?;
                    self.pause(sitting, "plain-prompt-after", report.can_go_ahead)?
                }
                Err(error) => {
                    self.tell_error(&error)?;
                    self.pause(sitting, "plain-prompt-retry", false)?
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
            let line = self.lines.hear()?;
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

    /// A word or an answer? `/` makes a word of it; where a text is expected, a word that would be a right answer is
    /// one.
    fn understand(&self, line: &str, turn: &Turn) -> Heard {
        if let Some(rest) = line.strip_prefix('/') {
            return match Word::read(rest, true) {
                Some((word, rest)) => Heard::Word(word, rest.to_owned()),
                None => Heard::NoWord,
            };
        }
        match Word::read(line, turn.takes_short_words()) {
            Some((word, rest)) if !self.is_answer(line, turn) => Heard::Word(word, rest.to_owned()),
            _ => Heard::Text(line.to_owned()),
        }
    }

    /// Whether a typed line earns something, or may.
    fn is_answer(&self, line: &str, turn: &Turn) -> bool {
        let Stage::Typing = turn.stage else { return false };
        match Answered::typed(&turn.asked, line, self.clock.elapsed().saturating_sub(turn.since)) {
            Typed::Answered(answered) => answered.score.is_some_and(|score| score > 0.0),
            Typed::Almost(_) => true,
        }
    }

    /// Takes a line that is no word.
    fn answer(&mut self, line: &str, sitting: &mut Sitting, turn: &mut Turn) -> Result<Flow, Stop> {
        let took = self.clock.elapsed().saturating_sub(turn.since);
        match &turn.stage {
            Stage::Question if line.is_empty() => self.answered(turn, Answered::revealed(took)),
            Stage::Choosing { single } => {
                let shown: Vec<usize> = turn.asked.options().map(|(_, number, _)| number).collect();
                match word::options(line, shown.len()).filter(|lines| !*single || lines.len() == 1) {
                    Some(lines) => {
                        let ticked = lines.into_iter().filter_map(|line| shown.get(line).copied()).collect();
                        let answered = Answered::ticked(&turn.asked, ticked, took);
                        self.answered(turn, answered)
                    }
                    None => self.misheard(line),
                }
            }
            Stage::Typing if !line.is_empty() => match Answered::typed(&turn.asked, line, took) {
                Typed::Answered(answered) => self.answered(turn, *answered),
                Typed::Almost(undecided) => {
                    self.say_undecided(&undecided)?;
                    turn.stage = Stage::Deciding(undecided);
                    Ok(Flow::Stay)
                }
            },
            Stage::Deciding(undecided) => match word::halves(line) {
                Some(halves) => {
                    let answered = undecided.as_ref().clone().decide(Score::new(f64::from(halves) / 2.0));
                    self.answered(turn, answered)
                }
                None => self.misheard(line),
            },
            Stage::Answered(_) if line.is_empty() => self.rate(sitting, turn, None),
            Stage::Answered(_) => match word::rating(line) {
                Some(rating) => self.rate(sitting, turn, Some(rating)),
                None => self.misheard(line),
            },
            Stage::Question | Stage::Typing => self.misheard(line),
        }
    }

    /// The line means nothing here. An empty one is only asked again.
    fn misheard(&mut self, line: &str) -> Result<Flow, Stop> {
        if !line.is_empty() {
            self.tell("plain-misheard")?;
        }
        Ok(Flow::Stay)
    }

    fn answered(&mut self, turn: &mut Turn, answered: Answered) -> Result<Flow, Stop> {
        self.say_answer(&turn.asked, &answered)?;
        turn.stage = Stage::Answered(Box::new(answered));
        Ok(Flow::Stay)
    }

    /// Keeps the answer; durable when the line that says so is said.
    fn rate(&mut self, sitting: &mut Sitting, turn: &Turn, rating: Option<Rating>) -> Result<Flow, Stop> {
        let Stage::Answered(answered) = &turn.stage else { return Ok(Flow::Stay) };
        let given = answered.given(&turn.asked.card.content, rating);
        if let Err(error) = self.app.answer(sitting, &turn.asked, &given) {
            return self.not_kept(&error);
        }
        self.unkept = false;
        let interval = words::interval_in_full(&turn.asked.granted(given.rating), &self.messages);
        let args = [("rating", lower(given.rating, &self.messages).into()), ("interval", interval.into())];
        self.tell_with("plain-kept", &args)?;
        Ok(Flow::Next)
    }

    /// The card stays as it is, its answer too.
    fn not_kept(&mut self, error: &AppError) -> Result<Flow, Stop> {
        self.unkept = true;
        self.tell_error(error)?;
        Ok(Flow::Stay)
    }

    fn act(
        &mut self,
        word: Word,
        rest: &str,
        sitting: &mut Sitting,
        turn: &mut Turn,
    ) -> Result<Flow, Stop> {
        let took = self.clock.elapsed().saturating_sub(turn.since);
        match (word, &turn.stage) {
            (Word::Help, _) => self.help(&words_of(turn))?,
            (Word::Repeat, _) => self.say_turn(turn)?,
            (Word::Hint, _) => match turn.asked.card.meta.hint.clone() {
                Some(hint) => self.labelled("hint-label", &hint)?,
                None => self.tell("hint-none")?,
            },
            (Word::Nothing, Stage::Choosing { single: false }) => {
                let answered = Answered::ticked(&turn.asked, Default::default(), took);
                return self.answered(turn, answered);
            }
            (Word::GiveUp, Stage::Typing) => {
                return match Answered::typed(&turn.asked, "", took) {
                    Typed::Answered(answered) => self.answered(turn, *answered),
                    Typed::Almost(undecided) => self.answered(turn, undecided.decide(Score::ZERO)),
                };
            }
            (Word::Undo, _) => return self.undo(sitting),
            (Word::Note, _) => return self.note(rest, sitting, turn),
            (Word::Suspend, _) => {
                return match self.app.suspend(sitting, &turn.asked) {
                    Ok(()) => self.gone("card-suspended"),
                    Err(error) => self.not_kept(&error),
                };
            }
            (Word::Bury, _) => {
                return match self.app.bury(sitting, &turn.asked) {
                    Ok(()) => self.gone("card-buried"),
                    Err(error) => self.not_kept(&error),
                };
            }
            (Word::Flag, _) => {
                return match self.app.flag(sitting, &turn.asked) {
                    Ok(flag) => {
                        self.tell_with("card-flagged", &[("flag", u32::from(flag).into())])?;
                        self.refresh(sitting, turn)
                    }
                    Err(error) => self.not_kept(&error),
                };
            }
            (Word::Edit, _) => return self.edit(sitting, turn),
            (Word::Time, _) => {
                let here = words::spent(took.as_secs_f64(), &self.messages);
                let all = words::spent(turn.asked.spent, &self.messages);
                self.tell_with("plain-time", &[("all", all.into()), ("here", here.into())])?;
            }
            (Word::Progress, _) => return self.progress(sitting, &turn.asked),
            (Word::Problems, _) => self.problems()?,
            (Word::Home, _) => return Ok(Flow::Leave(Left::Home)),
            (Word::Quit, _) => return Ok(Flow::Leave(Left::Quit)),
            _ => self.tell("plain-not-here")?,
        }
        Ok(Flow::Stay)
    }

    fn gone(&mut self, id: &str) -> Result<Flow, Stop> {
        self.unkept = false;
        self.tell(id)?;
        Ok(Flow::Next)
    }

    fn undo(&mut self, sitting: &mut Sitting) -> Result<Flow, Stop> {
        match self.app.undo(sitting) {
            Ok(Some(_)) => self.gone("undone"),
            Ok(None) => {
                self.tell("undo-nothing")?;
                Ok(Flow::Stay)
            }
            Err(error) => self.not_kept(&error),
        }
    }

    /// The card as it is now, with its new note, flag or text.
    fn refresh(&mut self, sitting: &mut Sitting, turn: &mut Turn) -> Result<Flow, Stop> {
        self.unkept = false;
        match self.app.again(sitting, &turn.asked.locator) {
            Ok(Some(asked)) => {
                turn.replace(Box::new(asked));
                Ok(Flow::Stay)
            }
            Ok(None) => self.gone("card-gone"),
            Err(error) => {
                self.tell_error(&error)?;
                Ok(Flow::Stay)
            }
        }
    }

    /// `note my text` writes it at once; `note` alone says the note and takes lines up to a single dot.
    fn note(&mut self, text: &str, sitting: &mut Sitting, turn: &mut Turn) -> Result<Flow, Stop> {
        let mut ended = None;
        let text = if text.is_empty() {
            match turn.asked.note.clone() {
                Some(note) => self.labelled("plain-own-note", &note)?,
                None => self.tell("plain-note-none")?,
            }
            self.tell("plain-note-write")?;
            let mut lines = Vec::new();
            loop {
                match self.lines.hear() {
                    Ok(line) if line == "." => break,
                    Ok(line) => lines.push(line),
                    // What was written so far is not thrown away.
                    Err(stop) => {
                        ended = Some(stop);
                        break;
                    }
                }
            }
            lines.join("\n")
        } else {
            text.to_owned()
        };
        let flow = match text.trim() {
            "" => Flow::Stay,
            text => match self.app.save_note(sitting, &turn.asked, if text == "-" { "" } else { text }) {
                Ok(()) => {
                    self.tell("note-saved")?;
                    self.refresh(sitting, turn)?
                }
                Err(error) => self.not_kept(&error)?,
            },
        };
        ended.map_or(Ok(flow), Err)
    }

    /// Says where the card stands and, on a terminal, opens it there; on return the deck is read again.
    fn edit(&mut self, sitting: &mut Sitting, turn: &mut Turn) -> Result<Flow, Stop> {
        let place = match self.app.edit_place(&turn.asked) {
            Ok(place) => place,
            Err(error) => {
                self.tell_error(&error)?;
                return Ok(Flow::Stay);
            }
        };
        let path = Text::one_line(&place.path.to_string_lossy()).to_string();
        self.tell_with("plain-edit", &[("path", path.into()), ("line", place.line.into())])?;
        if let Some((program, arguments)) = place.command.split_first().filter(|_| self.terminal) {
            let failed = match Command::new(program).args(arguments).status() {
                Ok(status) if status.success() => None,
                Ok(status) => Some(status.to_string()),
                Err(error) => Some(error.to_string()),
            };
            if let Some(detail) = failed {
                let editor = Text::one_line(&program.to_string_lossy()).to_string();
                self.tell_with("error-editor", &[("editor", editor.into()), ("detail", detail.into())])?;
            }
        }
        match self.app.edited(sitting, &turn.asked.locator) {
            Ok((Edited::Card(asked), said)) => {
                for line in said {
                    self.say(&line)?;
                }
                let changed = asked.card.content != turn.asked.card.content;
                let anew = turn.replace(asked);
                if changed {
                    self.tell("card-edited")?;
                    self.say_turn(turn)?;
                }
                if anew {
                    turn.since = self.clock.elapsed();
                }
                Ok(Flow::Stay)
            }
            Ok((Edited::Gone(problems), said)) => {
                for line in said.iter().chain([&problems]).filter(|text| !text.is_empty()) {
                    self.say(line)?;
                }
                self.gone("card-gone")
            }
            Err(error) => {
                self.tell_error(&error)?;
                Ok(Flow::Stay)
            }
        }
    }

    fn progress(&mut self, sitting: &mut Sitting, asked: &Asked) -> Result<Flow, Stop> {
        match self.app.report(sitting) {
            Ok(report) => {
                let left = [("n", asked.progress.left.into())];
                let text = self.messages.with("plain-left", &left);
                self.say_answers(&report)?;
                self.say(&text)?;
            }
            Err(error) => self.tell_error(&error)?,
        }
        Ok(Flow::Stay)
    }

    pub(super) fn problems(&mut self) -> Result<(), Stop> {
        let text = self.app.problems_text();
        if text.is_empty() { self.tell("problems-none") } else { self.say(&text) }
    }

    /// Nothing to ask until a card's step is over.
    fn wait(&mut self, sitting: &mut Sitting, until: Timestamp) -> Result<Flow, Stop> {
        let time = words::time(&until.to_zoned(self.clock.wall().time_zone().clone()));
        self.say("")?;
        self.tell_with("waiting-text", &[("time", time.into())])?;
        self.pause(sitting, "plain-prompt-wait", false)
    }

    /// Between cards: a few words, and Enter to go on. After the summary Enter leaves.
    fn pause(&mut self, sitting: &mut Sitting, prompt: &str, ahead: bool) -> Result<Flow, Stop> {
        let after = prompt == "plain-prompt-after";
        loop {
            self.tell(if ahead { "plain-prompt-after-ahead" } else { prompt })?;
            let line = self.lines.hear()?;
            let line = line.strip_prefix('/').unwrap_or(&line);
            let flow = match Word::read(line, true).map(|(word, _)| word) {
                None if line.is_empty() && after => Flow::Leave(Left::Quit),
                None if line.is_empty() => Flow::Next,
                Some(Word::Help) => {
                    let words = [Word::Undo, Word::Home, Word::Problems, Word::Help, Word::Quit];
                    self.help(if ahead { &AFTER } else { &words })?;
                    Flow::Stay
                }
                Some(Word::Undo) => self.undo(sitting)?,
                Some(Word::Ahead) if ahead => Flow::Leave(Left::Ahead),
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

    /// The words that work here, each with what it does.
    pub(super) fn help(&mut self, words: &[Word]) -> Result<(), Stop> {
        for word in words {
            let (name, short) = word.names(self.messages.lang());
            let name = short.map_or_else(|| name.to_owned(), |short| format!("{name} ({short})"));
            let what = self.messages.get(&word.message());
            self.tell_with("plain-word", &[("name", name.into()), ("what", what.into())])?;
        }
        self.tell("plain-help-slash")
    }

    fn say_report(&mut self, report: &Report) -> Result<(), Stop> {
        self.say("")?;
        self.tell("summary-title")?;
        if report.answers == 0 {
            self.tell("summary-nothing")?;
        } else {
            self.say_answers(report)?;
            let ratings: Vec<String> = Rating::ALL
                .into_iter()
                .zip(report.ratings)
                .map(|(rating, count)| format!("{}\u{a0}{count}", lower(rating, &self.messages)))
                .collect();
            self.tell_with("plain-ratings", &[("ratings", ratings.join(", ").into())])?;
        }
        for line in &report.objectives {
            let name = line.objective.map_or_else(
                || self.messages.get("summary-no-objective"),
                |objective| objective.to_string(),
            );
            let args =
                [("name", name.into()), ("recalled", line.recalled.into()), ("answers", line.answers.into())];
            self.tell_with("plain-objective", &args)?;
        }
        if report.leeches > 0 {
            self.tell_with("summary-leeches", &[("n", report.leeches.into())])?;
        }
        if report.waiting > 0 {
            self.tell_with("summary-waiting", &[("n", report.waiting.into())])?;
        }
        let left = wording::what_is_left(report, &self.messages);
        self.say(&left)
    }

    /// How many answers there were so far, in which time, and how many were known.
    fn say_answers(&mut self, report: &Report) -> Result<(), Stop> {
        if report.answers == 0 {
            return self.tell("summary-nothing");
        }
        let time = words::spent(report.seconds, &self.messages);
        let args = [("n", report.answers.into()), ("time", time.into()), ("new", report.new.into())];
        self.tell_with("summary-answers", &args)?;
        match report.retention() {
            Some(share) => {
                let share = words::percent(share, self.messages.lang());
                self.tell_with("summary-recalled", &[("share", share.into())])
            }
            None => Ok(()),
        }
    }
}

/// The words after the summary, where there are cards to study ahead.
const AFTER: [Word; 6] = [Word::Ahead, Word::Undo, Word::Home, Word::Problems, Word::Help, Word::Quit];

/// The words that work on a card.
fn words_of(turn: &Turn) -> Vec<Word> {
    let first = match turn.stage {
        Stage::Question => Some(Word::Hint),
        Stage::Choosing { single } => (!single).then_some(Word::Nothing),
        Stage::Typing => Some(Word::GiveUp),
        Stage::Deciding(_) | Stage::Answered(_) => None,
    };
    let hint = matches!(turn.stage, Stage::Choosing { .. } | Stage::Typing).then_some(Word::Hint);
    let rest = [
        Word::Repeat,
        Word::Undo,
        Word::Note,
        Word::Suspend,
        Word::Bury,
        Word::Flag,
        Word::Edit,
        Word::Time,
        Word::Progress,
        Word::Problems,
        Word::Home,
        Word::Help,
        Word::Quit,
    ];
    first.into_iter().chain(hint).chain(rest).collect()
}
