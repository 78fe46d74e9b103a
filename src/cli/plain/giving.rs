//! Taking an answer: letters, a text, a decision, a rating.

use std::collections::BTreeSet;

use super::{
    Plain,
    card::lower,
    lines::Stop,
    session::Flow,
    turn::{Stage, Turn},
    word,
};
use crate::{
    app::{
        answered::{Answered, Typed},
        error::AppError,
        sitting::Sitting,
        ticks::Limit,
        wording, words,
    },
    grade::Score,
    memory::Rating,
};

impl Plain<'_> {
    /// Whether a typed line earns something, or may.
    pub(super) fn is_answer(&self, line: &str, turn: &Turn) -> bool {
        match Answered::typed(&turn.asked, line, self.clock.elapsed().saturating_sub(turn.since)) {
            Typed::Answered(answered) => answered.score.is_some_and(|score| score > 0.0),
            Typed::Almost(_) => true,
        }
    }

    /// Takes a line that is no word.
    pub(super) fn answer(
        &mut self,
        line: &str,
        sitting: &mut Sitting,
        turn: &mut Turn,
    ) -> Result<Flow, Stop> {
        let took = self.clock.elapsed().saturating_sub(turn.since);
        match &turn.stage {
            Stage::Question if line.is_empty() => self.answered(turn, Answered::revealed(took)),
            Stage::Choosing { single } => {
                let shown: Vec<usize> = turn.asked.options().map(|(_, number, _)| number).collect();
                match word::options(line, shown.len()).filter(|lines| !*single || lines.len() == 1) {
                    Some(lines) => {
                        let ticked: BTreeSet<usize> =
                            lines.into_iter().filter_map(|line| shown.get(line).copied()).collect();
                        if self.says_too_many(turn, ticked.len())? {
                            return Ok(Flow::Stay);
                        }
                        let answered = Answered::ticked(&turn.asked, ticked, took);
                        self.answered(turn, answered)
                    }
                    None => self.misheard(line),
                }
            }
            Stage::Pointing(places) => match word::options(line, places.len()) {
                Some(chosen) => {
                    let spans: BTreeSet<usize> =
                        chosen.into_iter().filter_map(|place| places.span(place)).collect();
                    if self.says_too_many(turn, spans.len())? {
                        return Ok(Flow::Stay);
                    }
                    let answered = Answered::pointed(&turn.asked, spans, took);
                    self.answered(turn, answered)
                }
                None => self.misheard(line),
            },
            Stage::Scaling => match word::step(line) {
                Some(step) => {
                    let answered = Answered::scaled(&turn.asked, step, took);
                    self.answered(turn, answered)
                }
                None => self.misheard(line),
            },
            Stage::Recalling(_) => self.item(line, turn),
            Stage::Judging(_) => self.judge(line, turn),
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

    /// Where it is told how many are right, no more are taken.
    fn says_too_many(&mut self, turn: &Turn, chosen: usize) -> Result<bool, Stop> {
        let content = &turn.asked.card.content;
        let too_many = Limit::of(content).and_then(Limit::wanted).is_some_and(|most| chosen > most);
        if too_many {
            let text = wording::too_many(content, &self.messages);
            self.say(&text)?;
        }
        Ok(too_many)
    }

    /// The line means nothing here. An empty one is only asked again.
    pub(super) fn misheard(&mut self, line: &str) -> Result<Flow, Stop> {
        if !line.is_empty() {
            self.tell("plain-misheard")?;
        }
        Ok(Flow::Stay)
    }

    pub(super) fn answered(&mut self, turn: &mut Turn, answered: Answered) -> Result<Flow, Stop> {
        self.say_answer(&turn.asked, &answered)?;
        turn.stage = Stage::Answered(Box::new(answered));
        Ok(Flow::Stay)
    }

    /// Keeps the answer; durable when the line that says so is said.
    fn rate(&mut self, sitting: &mut Sitting, turn: &Turn, rating: Option<Rating>) -> Result<Flow, Stop> {
        let Stage::Answered(answered) = &turn.stage else { return Ok(Flow::Stay) };
        let given = answered.given(&turn.asked.card.content, rating);
        let kept = match self.app.answer(sitting, &turn.asked, &given) {
            Ok(Some(kept)) => kept,
            Ok(None) => {
                self.tell("answer-not-kept")?;
                return Ok(Flow::Next);
            }
            Err(error) => return self.not_kept(&error),
        };
        self.unkept = false;
        if turn.asked.within.is_some() {
            // It has no due date.
            return Ok(Flow::Next);
        }
        if kept.slip {
            self.tell("answer-slip")?;
            return Ok(Flow::Next);
        }
        let interval = words::interval_in_full(&kept.granted, &self.messages);
        let args = [("rating", lower(given.rating, &self.messages).into()), ("interval", interval.into())];
        self.tell_with("plain-kept", &args)?;
        if kept.leech {
            self.tell("card-leech")?;
        }
        Ok(Flow::Next)
    }

    /// The card stays as it is, its answer too.
    pub(super) fn not_kept(&mut self, error: &AppError) -> Result<Flow, Stop> {
        self.unkept = true;
        self.tell_error(error)?;
        Ok(Flow::Stay)
    }
}
