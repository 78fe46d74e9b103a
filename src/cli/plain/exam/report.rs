//! After handing in: what it came to, what is left to decide, the corrections.

use super::{super::lines::Stop, Desk, Plain, answers};
use crate::{
    app::{
        exam::{Correction, Past},
        wording,
    },
    grade::Score,
};

impl Plain<'_> {
    /// Hands in. What cannot be kept stays under way.
    pub(super) fn hand_in_exam(&mut self, desk: &Desk) -> Result<(), Stop> {
        self.settle_clock()?;
        let past = match self.app.hand_in_exam(&desk.exam) {
            Ok(past) => past,
            Err(error) => {
                self.unkept = true;
                return self.tell_error(&error);
            }
        };
        self.unkept = false;
        self.say("")?;
        self.tell("exam-handed-in")?;
        let number = past.number;
        let Some(past) = self.look_at(number)? else { return Ok(()) };
        self.tell_report(&past)?;
        self.decide(past)?;
        self.corrections(number)
    }

    fn look_at(&mut self, number: usize) -> Result<Option<Past>, Stop> {
        match self.app.exam_report(number) {
            Ok(past) => Ok(Some(past)),
            Err(error) => {
                self.tell_error(&error)?;
                Ok(None)
            }
        }
    }

    fn tell_report(&mut self, past: &Past) -> Result<(), Stop> {
        for section in wording::exam::report(past, &self.messages) {
            self.say("")?;
            self.say(&section.title)?;
            for line in section.lines {
                self.say(&line)?;
            }
        }
        Ok(())
    }

    /// The answers that the matcher is unsure of, one after the other; an empty line leaves one for later.
    fn decide(&mut self, mut past: Past) -> Result<(), Stop> {
        let mut decided = false;
        for place in past.undecided() {
            let Some(question) = past.questions.get(place) else { continue };
            let (Some(asked), Some(Correction::Open(undecided))) = (&question.asked, &question.correction)
            else {
                continue;
            };
            let (asked, undecided) = (asked.clone(), undecided.clone());
            self.say("")?;
            self.tell_with("plain-exam-decide", &[("number", (place + 1).into())])?;
            self.say_question_body(&asked)?;
            self.say_undecided(&undecided)?;
            loop {
                self.tell("plain-prompt-decide")?;
                let line = self.hear()?;
                if line.is_empty() {
                    break;
                }
                let Some(halves) = answers::halves(&line) else {
                    self.tell("plain-misheard")?;
                    continue;
                };
                let score = Score::new(f64::from(halves) / 2.0);
                match self.app.decide_exam(past.number, place, score) {
                    Ok(now) => {
                        past = now;
                        decided = true;
                    }
                    Err(error) => self.tell_error(&error)?,
                }
                break;
            }
        }
        if decided {
            let head = wording::exam::report(&past, &self.messages).into_iter().next();
            self.say("")?;
            for line in head.map(|section| section.lines).unwrap_or_default() {
                self.say(&line)?;
            }
        }
        Ok(())
    }

    /// Each question with its correction, one after the other; a number goes to that question.
    fn corrections(&mut self, number: usize) -> Result<(), Stop> {
        let Some(past) = self.look_at(number)? else { return Ok(()) };
        let mut next = 0;
        while next < past.questions.len() {
            self.say("")?;
            self.tell_with("plain-exam-prompt-correction", &[("number", (next + 1).into())])?;
            let line = self.hear()?;
            let line = line.strip_prefix('/').unwrap_or(&line);
            if let Some((super::Word::Quit, _)) = super::Word::read(line) {
                return Ok(());
            }
            if !line.is_empty() {
                match line.parse::<usize>().ok().and_then(|n| n.checked_sub(1)) {
                    Some(place) if place < past.questions.len() => next = place,
                    _ => {
                        self.tell("plain-misheard")?;
                        continue;
                    }
                }
            }
            self.correction(&past, next)?;
            next += 1;
        }
        Ok(())
    }

    fn correction(&mut self, past: &Past, place: usize) -> Result<(), Stop> {
        let Some(question) = past.questions.get(place) else { return Ok(()) };
        let args = [("number", (place + 1).into()), ("total", past.questions.len().into())];
        self.tell_with("plain-exam-correction", &args)?;
        match (&question.asked, &question.correction) {
            (Some(asked), Some(Correction::Done(answered))) => {
                self.say_question_body(asked)?;
                self.say_answer(asked, answered)
            }
            (Some(asked), Some(Correction::Open(undecided))) => {
                self.say_question_body(asked)?;
                self.say_undecided(undecided)
            }
            _ => self.tell("exam-no-correction"),
        }
    }
}
