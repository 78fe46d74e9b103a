//! Keys on a card.

mod choosing;
mod pointing;
mod recalling;
mod scaling;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui_textarea::TextArea;

use super::{Effect, ask};
use crate::{
    app::{
        answered::{Answered, Typed},
        asked::Asked,
    },
    card::{Content, Text},
    grade::Score,
    memory::Rating,
    tui::{
        keymap::{Action, Key},
        model::{Model, Overlay, Review, Scaling, Screen, Stage, Toast},
        service::Request,
        widgets::field::field,
    },
};

impl Review {
    /// A card that is put on the screen at `at`.
    #[must_use]
    pub fn new(asked: Box<Asked>, at: Duration) -> Self {
        let stage = Stage::of(&asked);
        Self { asked, stage, hint: false, since: at }
    }

    /// The card has changed: its flag, its note, its text. An answer that is shown stays; options that have changed are
    /// ticked anew.
    pub(super) fn replace(&mut self, asked: Box<Asked>) {
        if asked.card.content != self.asked.card.content {
            let graded = matches!(asked.card.content, Content::Qa(_) | Content::Cloze(_));
            let same_kind = asked.card.kind() == self.asked.card.kind();
            if !(graded && same_kind) {
                self.stage = Stage::of(&asked);
            }
        }
        self.asked = asked;
    }
}

/// Whether `key` goes into the answer that is being typed.
pub(super) fn is_typed(stage: &Stage, key: KeyEvent, action: Option<Action>) -> bool {
    match stage {
        Stage::Choosing(choosing) => choosing::is_typed(choosing, key, action),
        Stage::Typing(_) => goes_into_field(key, action),
        Stage::Recalling(recalling) => recalling::is_typed(recalling, key, action),
        _ => false,
    }
}

fn goes_into_field(key: KeyEvent, action: Option<Action>) -> bool {
    match key.code {
        KeyCode::Char(_) => Key::from(key).is_text() || action.is_none(),
        KeyCode::Backspace
        | KeyCode::Delete
        | KeyCode::Left
        | KeyCode::Right
        | KeyCode::Home
        | KeyCode::End => true,
        _ => false,
    }
}

/// Gives what follows from it: options that are found come into view.
pub(super) fn type_key(stage: &mut Stage, key: KeyEvent) -> Vec<Effect> {
    match stage {
        Stage::Choosing(choosing) => {
            choosing::type_key(choosing, key);
            return vec![Effect::ScrollTop, Effect::Follow];
        }
        Stage::Typing(input) => type_in_line(input, key),
        Stage::Recalling(recalling) => type_in_line(&mut recalling.input, key),
        _ => {}
    }
    Vec::new()
}

fn type_in_line(input: &mut TextArea<'_>, key: KeyEvent) {
    if !(key.code == KeyCode::Char('m') && key.modifiers.contains(KeyModifiers::CONTROL)) {
        input.input(key);
    }
}

pub(super) fn paste(stage: &mut Stage, text: &Text) {
    match stage {
        Stage::Choosing(choosing) => choosing::paste(choosing, text),
        Stage::Recalling(recalling) => recalling::paste(recalling, text),
        Stage::Typing(input) => {
            input.insert_str(Text::one_line(text).as_str());
        }
        _ => {}
    }
}

/// Moves the cursor among the options, or the text.
pub(super) fn scrolls(model: &mut Model, action: Action, effect: Effect) -> Vec<Effect> {
    if let Screen::Review(review) = &mut model.screen
        && matches!(action, Action::Up | Action::Down)
    {
        match &mut review.stage {
            Stage::Choosing(choosing) => return choosing::walk(choosing, &review.asked, action),
            Stage::Pointing(pointing) => return pointing::walk(pointing, action),
            Stage::Scaling(scaling) => return scaling::walk(scaling, action == Action::Down),
            _ => {}
        }
    }
    vec![effect]
}

pub(super) fn on_action(model: &mut Model, action: Action, at: Duration) -> Vec<Effect> {
    let Screen::Review(review) = &mut model.screen else { return Vec::new() };
    match action {
        Action::Reveal => {
            let took = at.saturating_sub(review.since);
            review.stage = Stage::Answered(Box::new(Answered::revealed(took)));
            vec![Effect::ScrollTop]
        }
        Action::Hint => {
            review.hint = !review.hint;
            Vec::new()
        }
        Action::Option(number) => tick(model, Some(usize::from(number))),
        Action::Tick => tick(model, None),
        Action::Step(step) => scaling::choose(review, step),
        Action::NextPlace | Action::PreviousPlace => match &mut review.stage {
            Stage::Pointing(pointing) => pointing::walk(pointing, action),
            Stage::Scaling(scaling) => scaling::walk(scaling, action == Action::NextPlace),
            _ => Vec::new(),
        },
        Action::ClearFilter => clear_filter(model),
        Action::Validate | Action::GiveUp => submit(model, action == Action::GiveUp, at),
        Action::Score(halves) => decide(review, halves),
        Action::Count(counts) => judge(review, counts),
        Action::TakeBack => match &mut review.stage {
            Stage::Recalling(recalling) => recalling::take_back(recalling, &review.asked),
            _ => Vec::new(),
        },
        Action::Accept => rate(model, None),
        Action::Rate(number) => rate(model, Rating::from_number(number)),
        // Nothing is kept yet: what is taken back is the answer on the screen, not the one before.
        Action::Undo
            if matches!(review.stage, Stage::Answered(_) | Stage::Deciding { .. } | Stage::Judging(_)) =>
        {
            review.stage = Stage::of(&review.asked);
            model.toast = Some(Toast { text: model.messages.get("answer-taken-back"), bad: false });
            vec![Effect::ScrollTop]
        }
        Action::Undo => ask(model, Request::Undo),
        Action::SuspendCard => ask(model, Request::Suspend),
        Action::Bury => ask(model, Request::Bury),
        Action::Flag => ask(model, Request::Flag),
        Action::Report => ask(model, Request::Letter),
        Action::Edit => ask(model, Request::Edit),
        Action::Leave => ask(model, Request::Leave),
        Action::Note => {
            let text = review.asked.note.as_deref().unwrap_or_default().to_owned();
            model.overlay = Some(Overlay::Note(Box::new(field(&text))));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Ticks the option on line `line`, or under the cursor, or takes its tick away.
fn tick(model: &mut Model, line: Option<usize>) -> Vec<Effect> {
    let Screen::Review(review) = &mut model.screen else { return Vec::new() };
    let said = match &mut review.stage {
        Stage::Choosing(choosing) => {
            let line = line.unwrap_or(choosing.cursor);
            choosing::tick(choosing, &review.asked, line, &model.messages)
        }
        Stage::Pointing(pointing) => pointing::point(pointing, &review.asked, &model.messages),
        _ => return Vec::new(),
    };
    model.toast = said.map(|text| Toast { text, bad: false });
    vec![Effect::Follow]
}

/// An empty filter has nothing to clear: the sitting ends.
fn clear_filter(model: &mut Model) -> Vec<Effect> {
    if let Screen::Review(review) = &mut model.screen
        && let Stage::Choosing(choosing) = &mut review.stage
        && choosing.filter.as_deref().is_some_and(|filter| !filter.is_empty())
    {
        choosing.refilter(String::clear);
        return vec![Effect::ScrollTop, Effect::Follow];
    }
    ask(model, Request::Leave)
}

fn submit(model: &mut Model, give_up: bool, at: Duration) -> Vec<Effect> {
    let Screen::Review(review) = &mut model.screen else { return Vec::new() };
    let took = at.saturating_sub(review.since);
    match &mut review.stage {
        Stage::Choosing(choosing) => {
            if let Some(text) = choosing::objection(choosing, &review.asked, &model.messages) {
                model.toast = Some(Toast { text, bad: false });
                return Vec::new();
            }
            let answered = Answered::ticked(&review.asked, choosing.ticked.clone(), took);
            review.stage = Stage::Answered(Box::new(answered));
        }
        Stage::Pointing(pointing) => {
            if let Some(text) = pointing::objection(pointing, &review.asked, &model.messages) {
                model.toast = Some(Toast { text, bad: false });
                return Vec::new();
            }
            let answered = Answered::pointed(&review.asked, pointing.chosen.clone(), took);
            review.stage = Stage::Answered(Box::new(answered));
        }
        Stage::Scaling(Scaling { step: Some(step) }) => {
            review.stage = Stage::Answered(Box::new(Answered::scaled(&review.asked, *step, took)));
        }
        Stage::Scaling(_) => {
            model.toast = Some(Toast { text: model.messages.get("scale-none"), bad: false });
            return Vec::new();
        }
        Stage::Typing(input) => {
            let typed = if give_up { String::new() } else { input.lines().join(" ") };
            review.stage = match Answered::typed(&review.asked, &typed, took) {
                Typed::Answered(answered) => Stage::Answered(answered),
                Typed::Almost(undecided) => Stage::Deciding(undecided),
            };
        }
        Stage::Recalling(recalling) if give_up => {
            review.stage = recalling::hand_in(recalling, &review.asked, took);
        }
        Stage::Recalling(recalling) => match recalling::validate(recalling, &review.asked, took) {
            Ok(Some(stage)) => review.stage = stage,
            Ok(None) => return vec![Effect::Follow],
            Err(id) => {
                model.toast = Some(Toast { text: model.messages.get(id), bad: false });
                return Vec::new();
            }
        },
        _ => return Vec::new(),
    }
    vec![Effect::ScrollTop]
}

/// The student decides whether a nearly right item counts.
fn judge(review: &mut Review, counts: bool) -> Vec<Effect> {
    let stage = std::mem::replace(&mut review.stage, Stage::Question);
    review.stage = match stage {
        Stage::Judging(doubts) => recalling::after(doubts.decide(counts)),
        other => other,
    };
    vec![Effect::ScrollTop]
}

/// The student decides what a nearly right answer is worth, in half points.
fn decide(review: &mut Review, halves: u8) -> Vec<Effect> {
    let stage = std::mem::replace(&mut review.stage, Stage::Question);
    review.stage = match stage {
        Stage::Deciding(undecided) => {
            Stage::Answered(Box::new(undecided.decide(Score::new(f64::from(halves) / 2.0))))
        }
        other => other,
    };
    vec![Effect::ScrollTop]
}

fn rate(model: &mut Model, rating: Option<Rating>) -> Vec<Effect> {
    let Screen::Review(review) = &model.screen else { return Vec::new() };
    let Stage::Answered(answered) = &review.stage else { return Vec::new() };
    let given = answered.given(&review.asked.card.content, rating);
    let card = review.asked.locator.clone();
    ask(model, Request::Answer { card, given: Box::new(given) })
}
