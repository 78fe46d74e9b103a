//! A mock exam in plain lines: the paper is told, then question after question; every answer is kept before the line that
//! says so. The clock counts while the program runs; since a line is waited for, that the time is up is found out at the
//! next one, and that one comes too late.

mod report;
mod word;

use std::time::Duration;

use super::{
    Ended, Plain, Streams,
    lines::Stop,
    turn::{Stage, Turn},
    word as answers,
};
use crate::{
    app::{
        App,
        exam::{Exam, ExamStart},
        ticks::Limit,
        wording,
    },
    grade::Answer,
    study::exam::{Moved, Place},
};
use word::Word;

/// Sits an exam until it is handed in or left.
///
/// # Errors
/// When the output fails otherwise than by being closed.
pub(in crate::cli) fn run_exam(app: App, start: ExamStart, streams: Streams<'_>) -> std::io::Result<Ended> {
    Plain::new(app, streams).until_left(|plain| plain.sit_exam(start))
}

/// An exam, and when its clock was last read.
struct Desk {
    exam: Exam,
    since: Duration,
    /// The question that was last told: its vignette is not told twice.
    told: Option<usize>,
    /// The student was told that there are blanks, and may hand in all the same.
    warned: bool,
}

/// What comes after a line.
enum After {
    /// The same question.
    Stay,
    /// The question on the desk, told anew.
    Tell,
    /// The end of the paper.
    HandIn,
}

impl Plain<'_> {
    fn sit_exam(&mut self, start: ExamStart) -> Result<(), Stop> {
        self.tell_notices()?;
        let exam = match start {
            ExamStart::Ready(exam) => match self.begin_exam(*exam)? {
                Some(exam) => exam,
                None => return Ok(()),
            },
            ExamStart::UnderWay(exam) => {
                self.tell("exam-resumed")?;
                for line in wording::exam::notes(&exam, &self.messages) {
                    self.say(&line)?;
                }
                *exam
            }
        };
        let mut desk = Desk { exam, since: self.clock.elapsed(), told: None, warned: false };
        loop {
            if desk.exam.sitting.is_over() {
                self.tell("exam-time-up")?;
                return self.hand_in_exam(&desk);
            }
            if desk.told != Some(desk.exam.sitting.current()) {
                self.tell_question(&mut desk)?;
            }
            match self.one_line(&mut desk)? {
                After::Stay => {}
                After::Tell => desk.told = None,
                After::HandIn => return self.hand_in_exam(&desk),
            }
        }
    }

    /// The paper is told; Enter begins.
    fn begin_exam(&mut self, mut exam: Exam) -> Result<Option<Exam>, Stop> {
        self.tell("exam-title")?;
        for line in wording::exam::brief(&exam, &self.messages) {
            self.say(&line)?;
        }
        loop {
            self.tell("plain-exam-prompt-begin")?;
            let line = self.hear()?;
            match Word::read(line.strip_prefix('/').unwrap_or(&line)) {
                Some((Word::Quit, _)) => return Ok(None),
                None if line.is_empty() => break,
                _ => self.tell("plain-misheard")?,
            }
        }
        match self.app.begin_exam(&mut exam) {
            Ok(()) => Ok(Some(exam)),
            Err(error) => {
                self.unkept = true;
                self.tell_error(&error)?;
                Ok(None)
            }
        }
    }

    /// ```text
    /// Question 3 sur 20. Il reste 30 min.
    /// Énoncé : Une patiente de 54 ans …
    /// ```
    fn tell_question(&mut self, desk: &mut Desk) -> Result<(), Stop> {
        let sitting = &desk.exam.sitting;
        let number = sitting.current();
        let args = [
            ("number", (number + 1).into()),
            ("total", sitting.len().into()),
            ("time", wording::exam::clock(sitting.left_ms(), &self.messages).into()),
        ];
        let head = self.messages.with("plain-exam-question", &args);
        self.say("")?;
        self.say(&head)?;
        let Some(asked) = desk.exam.questions.get(number).cloned() else { return Ok(()) };
        if let Some(within) = &asked.within {
            // Who comes from elsewhere is told the vignette, who goes on within the case is not.
            let before = desk.told.and_then(|told| sitting.group(told));
            let first = before.is_none_or(|group| !group.questions.contains(&number));
            if first {
                self.say_background(within)?;
            } else if within.is_news
                && let Some(news) = within.news.last()
            {
                self.tell("news-label")?;
                self.say_lines(news)?;
            }
        }
        self.say_question_body(&asked)?;
        if let Some(answer) = &sitting.state().answer {
            let text = said(&asked, answer);
            self.tell_with("plain-exam-answered", &[("text", text.into())])?;
        }
        desk.told = Some(number);
        Ok(())
    }

    fn one_line(&mut self, desk: &mut Desk) -> Result<After, Stop> {
        let Some(asked) = desk.exam.questions.get(desk.exam.sitting.current()).cloned() else {
            return Ok(After::HandIn);
        };
        let turn = Turn::new(Box::new(asked), self.clock.elapsed());
        self.prompt(&turn)?;
        let heard = self.lines.hear();
        let now = self.clock.elapsed();
        let passed = now.saturating_sub(std::mem::replace(&mut desk.since, now));
        desk.exam.sitting.tick(u64::try_from(passed.as_millis()).unwrap_or(u64::MAX));
        let line = match heard {
            Ok(line) => line,
            Err(stop) => {
                self.keep(desk)?;
                return Err(stop);
            }
        };
        if desk.exam.sitting.is_over() {
            return Ok(After::Stay);
        }
        let asked_for = line.strip_prefix('/').unwrap_or(&line);
        // Where an answer is typed, a word that would be right is the answer.
        let is_answer =
            matches!(turn.stage, Stage::Typing) && asked_for == line && self.is_answer(&line, &turn);
        let word = if is_answer { None } else { Word::read(asked_for) };
        if word.is_none_or(|(word, _)| word != Word::HandIn) {
            desk.warned = false;
        }
        let gives_up = answers::Word::read(&line, turn.short_words())
            .is_some_and(|(word, _)| matches!(word, answers::Word::Nothing | answers::Word::GiveUp));
        match word {
            Some((word, number)) => self.on_word(word, number, desk),
            None if gives_up => {
                desk.exam.sitting.answer(None);
                self.go_on(desk)
            }
            None if line.starts_with('/') => {
                self.tell("plain-no-word")?;
                Ok(After::Stay)
            }
            None if line.is_empty() => self.go_on(desk),
            None => match self.answer_of(&line, &turn)? {
                Some(answer) => {
                    desk.exam.sitting.answer(Some(answer));
                    if !self.keep(desk)? {
                        return Ok(After::Stay);
                    }
                    self.tell("plain-exam-kept")?;
                    self.go_on(desk)
                }
                None => Ok(After::Stay),
            },
        }
    }

    /// What the line says to the question; `None`, told, where it says nothing.
    fn answer_of(&mut self, line: &str, turn: &Turn) -> Result<Option<Answer>, Stop> {
        let (shown, single): (Vec<usize>, bool) = match &turn.stage {
            Stage::Choosing { single } => (turn.asked.options().map(|(_, n, _)| n).collect(), *single),
            Stage::Pointing(places) => ((0..places.len()).filter_map(|n| places.span(n)).collect(), false),
            Stage::Scaling => {
                let step = answers::step(line);
                if step.is_none() {
                    self.tell("plain-misheard")?;
                }
                return Ok(step.map(Answer::Scale));
            }
            _ => return Ok(Some(Answer::Typed(line.to_owned()))),
        };
        let chosen = answers::options(line, shown.len()).filter(|lines| !single || lines.len() == 1);
        let Some(chosen) = chosen else {
            self.tell("plain-misheard")?;
            return Ok(None);
        };
        let mut numbers: Vec<usize> = chosen.into_iter().filter_map(|n| shown.get(n).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let content = &turn.asked.card.content;
        if Limit::of(content).and_then(Limit::wanted).is_some_and(|most| numbers.len() > most) {
            let text = wording::too_many(content, &self.messages);
            self.say(&text)?;
            return Ok(None);
        }
        let points = matches!(turn.stage, Stage::Pointing(_));
        Ok(Some(if points { Answer::Spans(numbers) } else { Answer::Options(numbers) }))
    }

    /// On to the next question; a question of a case that is left blank is asked about once.
    fn go_on(&mut self, desk: &mut Desk) -> Result<After, Stop> {
        let sitting = &mut desk.exam.sitting;
        if sitting.closes() && sitting.state().answer.is_none() && !std::mem::replace(&mut desk.warned, true)
        {
            self.tell("exam-closes-blank")?;
            return Ok(After::Stay);
        }
        if desk.exam.sitting.go_on() == Moved::End {
            self.tell("exam-end")?;
        } else {
            desk.warned = false;
            self.keep(desk)?;
        }
        Ok(After::Stay)
    }

    fn on_word(&mut self, word: Word, number: Option<usize>, desk: &mut Desk) -> Result<After, Stop> {
        match word {
            Word::Help => {
                for word in word::all() {
                    let what = self.messages.get(&word.message());
                    let name = word.name(self.messages.lang());
                    self.tell_with("plain-word", &[("name", name.into()), ("what", what.into())])?;
                }
                self.tell("plain-help-slash")?;
            }
            Word::Repeat => return Ok(After::Tell),
            Word::Next => return self.go_on(desk),
            Word::Previous => {
                if desk.exam.sitting.go_back() == Moved::End {
                    self.tell("exam-begin")?;
                }
            }
            Word::Go => match number.and_then(|number| number.checked_sub(1)) {
                Some(number) if number < desk.exam.sitting.len() => {
                    if desk.exam.sitting.go(number) == Moved::Refused {
                        self.tell("exam-refused")?;
                    }
                }
                _ => self.tell_with("plain-exam-go", &[("last", desk.exam.sitting.len().into())])?,
            },
            Word::Flag => {
                let flagged = desk.exam.sitting.flag();
                self.keep(desk)?;
                self.tell(if flagged { "exam-flagged" } else { "exam-unflagged" })?;
            }
            Word::Blank => {
                desk.exam.sitting.answer(None);
                self.keep(desk)?;
                self.tell("plain-exam-cleared")?;
            }
            Word::Overview => self.overview(desk)?,
            Word::Time => {
                let time = wording::exam::clock(desk.exam.sitting.left_ms(), &self.messages);
                self.tell_with("exam-left", &[("time", time.into())])?;
            }
            Word::HandIn => {
                let blanks = desk.exam.sitting.blanks();
                if blanks == 0 || std::mem::replace(&mut desk.warned, true) {
                    return Ok(After::HandIn);
                }
                self.tell_with("plain-exam-blanks", &[("n", blanks.into())])?;
            }
            Word::Quit => {
                if self.keep(desk)? {
                    self.tell("exam-left-for-later")?;
                }
                return Err(Stop::End);
            }
        }
        Ok(After::Stay)
    }

    /// Which questions are answered, flagged, left.
    fn overview(&mut self, desk: &Desk) -> Result<(), Stop> {
        let sitting = &desk.exam.sitting;
        let answered = sitting.len() - sitting.blanks();
        let time = wording::exam::clock(sitting.left_ms(), &self.messages);
        let args = [
            ("answered", answered.into()),
            ("total", sitting.len().into()),
            ("time", crate::i18n::Arg::from(time)),
        ];
        let numbers = |wanted: &dyn Fn(usize) -> bool| {
            let numbers = (0..sitting.len()).filter(|n| wanted(*n)).map(|n| (n + 1).to_string());
            numbers.collect::<Vec<_>>().join(", ")
        };
        let blank = numbers(&|n| sitting.states()[n].answer.is_none() && sitting.place(n) != Place::Closed);
        let flagged = numbers(&|n| sitting.states()[n].flagged);
        let closed = numbers(&|n| sitting.place(n) == Place::Closed);
        self.tell_with("plain-exam-overview", &args)?;
        for (id, numbers) in
            [("plain-exam-blank", blank), ("plain-exam-flagged", flagged), ("plain-exam-closed", closed)]
        {
            if !numbers.is_empty() {
                self.tell_with(id, &[("numbers", numbers.into())])?;
            }
        }
        Ok(())
    }

    /// Keeps the exam as it is: what cannot be kept is told at once. Gives whether it is kept; what is not yet goes with
    /// the next thing that is.
    fn keep(&mut self, desk: &Desk) -> Result<bool, Stop> {
        let kept = self.app.keep_exam(&desk.exam);
        self.unkept = kept.is_err();
        if let Err(error) = kept {
            self.tell_error(&error)?;
        }
        Ok(!self.unkept)
    }
}

/// The answer as it was given: letters, numbers, or the text.
fn said(asked: &crate::app::asked::Asked, answer: &Answer) -> String {
    match answer {
        Answer::Options(ticks) => {
            let lines = asked.options().filter(|(_, number, _)| ticks.contains(number));
            lines.map(|(line, ..)| wording::letter(line).to_string()).collect::<Vec<_>>().join(" ")
        }
        Answer::Spans(spans) => crate::app::pointing::Places::of(asked).map_or_else(String::new, |places| {
            let chosen = (0..places.len()).filter(|n| places.span(*n).is_some_and(|s| spans.contains(&s)));
            chosen.map(|place| (place + 1).to_string()).collect::<Vec<_>>().join(" ")
        }),
        other => other.as_text(&asked.card.content),
    }
}
