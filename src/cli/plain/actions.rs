//! The actions of the screens, by their words.

use std::{collections::BTreeSet, process::Command};

use super::{
    Plain,
    lines::Stop,
    session::{Flow, Left},
    turn::{Stage, Turn},
    word::Word,
};
use crate::{
    app::{
        App,
        answered::{Answered, Typed},
        asked::Asked,
        edit::Edited,
        error::AppError,
        sitting::Sitting,
        words,
    },
    card::Text,
    grade::Score,
};

impl Plain<'_> {
    pub(super) fn act(
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
            (Word::Article, _) => match turn.asked.within.clone() {
                Some(within) => self.say_background(&within)?,
                None => self.tell("plain-not-here")?,
            },
            (Word::Hint, _) => match turn.asked.card.meta.hint.clone() {
                Some(hint) => self.labelled("hint-label", &hint)?,
                None => self.tell("hint-none")?,
            },
            (Word::Nothing, Stage::Choosing { single: false }) => {
                let answered = Answered::ticked(&turn.asked, BTreeSet::new(), took);
                return self.answered(turn, answered);
            }
            (Word::Nothing, Stage::Pointing(_)) => {
                let answered = Answered::pointed(&turn.asked, BTreeSet::new(), took);
                return self.answered(turn, answered);
            }
            (Word::GiveUp, Stage::Recalling(_)) => return self.hand_in(turn),
            (Word::GiveUp, Stage::Typing) => {
                return match Answered::typed(&turn.asked, "", took) {
                    Typed::Answered(answered) => self.answered(turn, *answered),
                    Typed::Almost(undecided) => self.answered(turn, undecided.decide(Score::ZERO)),
                };
            }
            (Word::Undo, _) if turn.asked.is_locked() => self.tell("locked-no-way-back")?,
            (Word::Suspend | Word::Bury, _) if turn.asked.within.is_some() => {
                self.tell("within-not-here")?;
            }
            // Nothing is kept yet: what is taken back is this answer, not the one before.
            (Word::Undo, Stage::Answered(_) | Stage::Deciding(_) | Stage::Judging(_)) => {
                turn.ask_anew();
                self.tell("answer-taken-back")?;
                self.say_question(&turn.asked)?;
            }
            (Word::Undo, _) => return self.undo(sitting),
            (Word::Note, _) => return self.note(rest, sitting, turn),
            (Word::Reason, _) => self.explain(rest, turn)?,
            (Word::Mistake, _) => self.log_miss(rest)?,
            (Word::Notebook, _) => self.say_notebook()?,
            (Word::Suspend, _) => return self.put_away(sitting, turn, App::suspend, "card-suspended"),
            (Word::Bury, _) => return self.put_away(sitting, turn, App::bury, "card-buried"),
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

    /// Puts the card away. An answer that the program has marked is kept first: it is never lost.
    fn put_away(
        &mut self,
        sitting: &mut Sitting,
        turn: &Turn,
        away: fn(&mut App, &mut Sitting, &Asked) -> Result<(), AppError>,
        said: &str,
    ) -> Result<Flow, Stop> {
        if let Stage::Answered(answered) = &turn.stage
            && answered.score.is_some()
        {
            let given = answered.given(&turn.asked.card.content, None);
            if let Err(error) = self.app.answer(sitting, &turn.asked, &given) {
                return self.not_kept(&error);
            }
        }
        match away(&mut self.app, sitting, &turn.asked) {
            Ok(()) => self.gone(said),
            Err(error) => {
                self.unkept = true;
                self.tell_error(&error)?;
                Ok(Flow::Next)
            }
        }
    }

    fn gone(&mut self, id: &str) -> Result<Flow, Stop> {
        self.unkept = false;
        self.tell(id)?;
        Ok(Flow::Next)
    }

    /// Nothing old is taken back unasked: the same word once more is the answer. Gives whether it was asked now.
    pub(super) fn asks_first(&mut self, sitting: Option<&Sitting>) -> Result<bool, Stop> {
        match self.app.old_undo(sitting) {
            Ok(Some(old)) if self.warned.replace(old.event) != Some(old.event) => {
                self.say(&old.told)?;
                Ok(true)
            }
            Ok(_) => Ok(false),
            Err(error) => {
                self.tell_error(&error)?;
                Ok(true)
            }
        }
    }

    pub(super) fn undo(&mut self, sitting: &mut Sitting) -> Result<Flow, Stop> {
        if self.asks_first(Some(sitting))? {
            return Ok(Flow::Stay);
        }
        match self.app.undo(sitting) {
            Ok(Some(undone)) => {
                self.unkept = false;
                self.say(&undone.told)?;
                Ok(Flow::Next)
            }
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
            if let Some(text) = &place.beforehand {
                self.say(text)?;
                self.tell("editor-go-on")?;
                self.hear()?;
            }
            let failed = match Command::new(program).args(arguments).status() {
                Ok(status) if status.success() => None,
                Ok(status) => Some(status.to_string()),
                Err(error) => Some(error.to_string()),
            };
            if let Some(detail) = failed {
                let editor = Text::one_line(&program.to_string_lossy()).to_string();
                self.tell_with("error-editor", &[("editor", editor.into()), ("detail", detail.into())])?;
            }
            // Where no editor was opened, the file stays to be opened elsewhere.
            if let Err(error) = self.app.editor_closed() {
                self.tell_error(&error)?;
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
                let left = [("n", asked.progress.left().into())];
                let text = self.messages.with("plain-left", &left);
                self.say_answers(&report)?;
                self.say(&text)?;
            }
            Err(error) => self.tell_error(&error)?,
        }
        Ok(Flow::Stay)
    }

    pub(super) fn problems(&mut self) -> Result<(), Stop> {
        // What was mended meanwhile is wrong no longer.
        match self.app.refresh() {
            Ok((_, said)) => said.iter().try_for_each(|line| self.say(line))?,
            Err(error) => self.say(&error.describe(&self.messages))?,
        }
        let text = self.app.problems_text();
        if text.is_empty() { self.tell("problems-none") } else { self.say(&text) }
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
}

/// The words that work on a card.
fn words_of(turn: &Turn) -> Vec<Word> {
    let first = match turn.stage {
        Stage::Choosing { single } => (!single).then_some(Word::Nothing),
        Stage::Pointing(_) => Some(Word::Nothing),
        Stage::Typing | Stage::Recalling(_) => Some(Word::GiveUp),
        Stage::Answered(_) => Some(Word::Reason),
        Stage::Question | Stage::Scaling | Stage::Deciding(_) | Stage::Judging(_) => None,
    };
    let open = !matches!(turn.stage, Stage::Answered(_) | Stage::Deciding(_) | Stage::Judging(_));
    let hint = (open && turn.asked.card.meta.hint.is_some()).then_some(Word::Hint);
    let rest = [
        Word::Repeat,
        Word::Undo,
        Word::Note,
        Word::Suspend,
        Word::Bury,
        Word::Flag,
        Word::Edit,
        Word::Mistake,
        Word::Time,
        Word::Progress,
        Word::Problems,
        Word::Home,
        Word::Help,
        Word::Quit,
    ];
    let within = turn.asked.within.is_some();
    let article = within.then_some(Word::Article);
    let fits = |word: &Word| !(within && matches!(word, Word::Suspend | Word::Bury));
    first.into_iter().chain(hint).chain(article).chain(rest).filter(fits).collect()
}
