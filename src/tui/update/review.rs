//! Keys on a card.

use std::{collections::BTreeSet, time::Duration};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Effect, ask, field};
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
        model::{Model, Overlay, Review, Screen, Stage},
        service::Request,
    },
};

impl Review {
    /// A card that is put on the screen at `at`.
    #[must_use]
    pub fn new(asked: Box<Asked>, at: Duration) -> Self {
        let stage = Stage::of(&asked.card.content);
        Self { asked, stage, hint: false, since: at }
    }

    /// The card has changed: its flag, its note, its text. An answer that is shown stays; options that have changed are
    /// ticked anew.
    pub(super) fn replace(&mut self, asked: Box<Asked>) {
        if asked.card.content != self.asked.card.content {
            let graded = matches!(asked.card.content, Content::Qa(_) | Content::Cloze(_));
            let same_kind = asked.card.kind() == self.asked.card.kind();
            if !(graded && same_kind) {
                self.stage = Stage::of(&asked.card.content);
            }
        }
        self.asked = asked;
    }
}

impl Stage {
    /// The beginning.
    fn of(content: &Content) -> Self {
        match content {
            Content::Qru(_) | Content::Qrm(_) => Self::Choosing { ticked: BTreeSet::new(), cursor: 0 },
            Content::Qroc(_) => Self::Typing(Box::new(field(""))),
            _ => Self::Question,
        }
    }
}

/// Whether `key` goes into the answer that is being typed.
pub(super) fn is_typed(stage: &Stage, key: KeyEvent, action: Option<Action>) -> bool {
    let Stage::Typing(_) = stage else { return false };
    let plain = Key::from(key).is_text();
    match key.code {
        KeyCode::Char(_) => plain || action.is_none(),
        KeyCode::Backspace
        | KeyCode::Delete
        | KeyCode::Left
        | KeyCode::Right
        | KeyCode::Home
        | KeyCode::End => true,
        _ => false,
    }
}

pub(super) fn type_key(stage: &mut Stage, key: KeyEvent) {
    if let Stage::Typing(input) = stage {
        // One line: an answer has at most five words.
        if key.code == KeyCode::Char('m') && key.modifiers.contains(KeyModifiers::CONTROL) {
            return;
        }
        input.input(key);
    }
}

pub(super) fn paste(stage: &mut Stage, text: &Text) {
    if let Stage::Typing(input) = stage {
        input.insert_str(Text::one_line(text).as_str());
    }
}

/// Moves the cursor among the options, or the text.
pub(super) fn scrolls(model: &mut Model, action: Action, effect: Effect) -> Vec<Effect> {
    if let Screen::Review(review) = &mut model.screen
        && let Stage::Choosing { cursor, .. } = &mut review.stage
        && matches!(action, Action::Up | Action::Down)
    {
        let last = review.asked.order.len().saturating_sub(1);
        *cursor = if action == Action::Up { cursor.saturating_sub(1) } else { (*cursor + 1).min(last) };
        return vec![Effect::Follow];
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
        Action::Option(number) => choose(review, usize::from(number)),
        Action::Tick => {
            let Stage::Choosing { cursor, .. } = review.stage else { return Vec::new() };
            choose(review, cursor)
        }
        Action::Validate | Action::GiveUp => submit(review, action == Action::GiveUp, at),
        Action::Score(halves) => decide(review, halves),
        Action::Accept => rate(model, None),
        Action::Rate(number) => rate(model, Rating::from_number(number)),
        Action::Undo => ask(model, Request::Undo),
        Action::SuspendCard => ask(model, Request::Suspend),
        Action::Bury => ask(model, Request::Bury),
        Action::Flag => ask(model, Request::Flag),
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

/// Ticks the option on line `line`, or takes its tick away. In a QRU the tick moves.
fn choose(review: &mut Review, line: usize) -> Vec<Effect> {
    let single = matches!(review.asked.card.content, Content::Qru(_));
    if let Stage::Choosing { ticked, cursor } = &mut review.stage
        && let Some(&option) = review.asked.order.get(line)
    {
        *cursor = line;
        let was_ticked = ticked.remove(&option);
        if single {
            ticked.clear();
        }
        if !was_ticked {
            ticked.insert(option);
        }
    }
    vec![Effect::Follow]
}

fn submit(review: &mut Review, give_up: bool, at: Duration) -> Vec<Effect> {
    let took = at.saturating_sub(review.since);
    match &review.stage {
        Stage::Choosing { ticked, .. } => {
            let answered = Answered::ticked(&review.asked, ticked.clone(), took);
            review.stage = Stage::Answered(Box::new(answered));
        }
        Stage::Typing(input) => {
            let typed = if give_up { String::new() } else { input.lines().join(" ") };
            review.stage = match Answered::typed(&review.asked, &typed, took) {
                Typed::Answered(answered) => Stage::Answered(answered),
                Typed::Almost(undecided) => Stage::Deciding(undecided),
            };
        }
        _ => return Vec::new(),
    }
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
    ask(model, Request::Answer(given))
}
