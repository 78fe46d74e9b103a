//! Keys on a card.

mod choosing;
mod pointing;
mod reading;
mod recalling;
mod scaling;
mod spotting;

use std::{sync::Arc, time::Duration};

use crossterm::event::{KeyCode, KeyEvent};

use super::{Effect, ask, notebook, say};
use crate::{
    app::{
        answered::{Answered, Typed},
        asked::{Asked, Given},
        pictures::Picture,
        questions::Within,
    },
    card::Text,
    grade::Score,
    i18n::Messages,
    memory::Rating,
    tui::{
        keymap::{Action, Context, Key},
        model::{Model, Overlay, Reading, Review, Scaling, Screen, Stage, Toast, Writing, Written},
        mouse::Target,
        service::Request,
        widgets::field::type_in_line,
    },
};

impl Review {
    /// A card that is put on the screen at `at`.
    #[must_use]
    pub fn new(asked: Box<Asked>, at: Duration) -> Self {
        let stage = Stage::of(&asked);
        // An article is read before its first question.
        let first = |within: &Within| within.article.is_some() && within.number == 1;
        let open = asked.within.as_deref().is_some_and(first);
        let reading = Reading { open, ..Reading::default() };
        Self { asked, stage, hint: false, enlarged: false, reading, since: at }
    }

    /// The picture that is on the screen now: the answer's once it is shown, else the question's.
    #[must_use]
    pub fn picture(&self) -> Option<&Arc<Picture>> {
        let pictures = &self.asked.pictures;
        let answer = pictures.answer.as_ref().filter(|_| matches!(self.stage, Stage::Answered(_)));
        answer.or(pictures.question.as_ref())?.as_ref().ok()
    }

    /// Whether it is being answered.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.stage, Stage::Answered(_) | Stage::Deciding(_) | Stage::Judging(_))
    }

    /// Whether it is answered aloud: nothing is typed, ticked or pointed at.
    #[must_use]
    pub fn is_recalled(&self) -> bool {
        matches!(self.stage, Stage::Question)
    }

    /// Where the card has a hint and is still being answered, the hint's key works.
    #[must_use]
    pub fn hint_context(&self) -> Option<Context> {
        (self.is_open() && self.asked.card.meta.hint.is_some()).then_some(Context::Hint)
    }

    /// Where the answer on the screen may have been wrong, the key for the reason works.
    #[must_use]
    pub fn why_context(&self) -> Option<Context> {
        let Stage::Answered(answered) = &self.stage else { return None };
        answered.may_be_explained().then_some(Context::Missed)
    }

    /// Whether there is an article to read.
    #[must_use]
    pub fn has_article(&self) -> bool {
        self.asked.within.as_ref().is_some_and(|within| within.article.is_some())
    }

    /// The card has changed: its flag, its note, its text. An answer that is shown stays; options that have changed are
    /// ticked anew.
    pub(super) fn replace(&mut self, asked: Box<Asked>) {
        if asked.card.content != self.asked.card.content {
            let graded = !asked.card.kind().is_marked();
            let same_kind = asked.card.kind() == self.asked.card.kind();
            if !(graded && same_kind) {
                self.stage = Stage::of(&asked);
            }
        }
        self.asked = asked;
    }
}

impl Review {
    /// An option is being looked for: what was typed for it goes. Gives whether there was something.
    pub(super) fn clears_filter(&mut self) -> bool {
        let Stage::Choosing(choosing) = &mut self.stage else { return false };
        let typed = choosing.filter.as_deref().is_some_and(|filter| !filter.is_empty());
        if typed {
            choosing.refilter(String::clear);
        }
        typed
    }
}

/// Whether `key` goes into the answer that is being typed.
pub(super) fn is_typed(review: &Review, key: KeyEvent, action: Option<Action>) -> bool {
    if review.reading.open || review.reading.typing {
        return reading::is_typed(&review.reading, key);
    }
    match &review.stage {
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
pub(super) fn type_key(review: &mut Review, key: KeyEvent) -> Vec<Effect> {
    if review.reading.typing {
        return reading::type_key(&mut review.reading, key);
    }
    match &mut review.stage {
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
        && !review.reading.open
        && matches!(action, Action::Up | Action::Down)
        && let Some(effects) = walks(review, action)
    {
        return effects;
    }
    vec![effect]
}

/// The keys of the article that a question is about; `None` for one that is not its own.
pub(super) fn reads(review: &mut Review, action: Action) -> Option<Vec<Effect>> {
    if review.has_article() { reading::on_action(&mut review.reading, action) } else { None }
}

/// Moves the cursor of an answer that is being given; `None` where it has none.
pub(super) fn walks(review: &mut Review, action: Action) -> Option<Vec<Effect>> {
    match &mut review.stage {
        Stage::Choosing(choosing) => Some(choosing::walk(choosing, &review.asked, action)),
        Stage::Pointing(pointing) => Some(pointing::walk(pointing, action)),
        Stage::Scaling(scaling) => Some(scaling::walk(scaling, action == Action::Down)),
        _ => None,
    }
}

/// Changes an answer that is being given, in an exam as in a session. Gives what is to be said; `None` where the action is
/// about something else.
pub(super) fn changes(
    review: &mut Review,
    action: Action,
    cells: Option<(u16, u16)>,
    messages: &Messages,
) -> Option<(Vec<Effect>, Option<String>)> {
    let line = match action {
        Action::Option(number) => Some(usize::from(number)),
        Action::Tick => None,
        Action::Step(step) => return Some((scaling::choose(review, step), None)),
        Action::Cursor(columns, rows) => {
            if let Stage::Spotting(spotting) = &mut review.stage {
                spotting::walk(spotting, (columns, rows), cells);
            }
            return Some((Vec::new(), None));
        }
        Action::Picture => {
            review.enlarged = !review.enlarged;
            return Some((vec![Effect::ScrollTop], None));
        }
        Action::TakeBack => {
            let Stage::Spotting(spotting) = &mut review.stage else { return None };
            spotting.spots.pop();
            return Some((Vec::new(), None));
        }
        Action::NextPlace | Action::PreviousPlace => {
            let effects = match &mut review.stage {
                Stage::Pointing(pointing) => pointing::walk(pointing, action),
                Stage::Scaling(scaling) => scaling::walk(scaling, action == Action::NextPlace),
                _ => return None,
            };
            return Some((effects, None));
        }
        _ => return None,
    };
    let said = match &mut review.stage {
        Stage::Choosing(choosing) => {
            choosing::tick(choosing, &review.asked, line.unwrap_or(choosing.cursor), messages)
        }
        Stage::Pointing(pointing) => pointing::point(pointing, &review.asked, messages),
        Stage::Spotting(spotting) => spotting::point(spotting, &review.asked, cells, messages),
        _ => return None,
    };
    Some((vec![Effect::Follow], said))
}

pub(super) fn on_action(model: &mut Model, action: Action, at: Duration) -> Vec<Effect> {
    let Screen::Review(review) = &mut model.screen else { return Vec::new() };
    if let Some(effects) = reads(review, action) {
        return effects;
    }
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
        Action::Option(_)
        | Action::Tick
        | Action::Cursor(..)
        | Action::Picture
        | Action::Step(_)
        | Action::NextPlace
        | Action::PreviousPlace => match changes(review, action, model.cells, &model.messages) {
            Some((effects, said)) => {
                model.toast = said.map(|text| Toast { text, bad: false });
                effects
            }
            None => Vec::new(),
        },
        Action::ClearFilter => clear_filter(model),
        Action::Validate | Action::GiveUp => submit(model, action == Action::GiveUp, at),
        Action::Score(halves) => decide(review, halves),
        Action::Count(counts) => judge(review, counts),
        Action::TakeBack => match &mut review.stage {
            Stage::Recalling(recalling) => recalling::take_back(recalling, &review.asked),
            Stage::Spotting(spotting) => {
                spotting.spots.pop();
                Vec::new()
            }
            _ => Vec::new(),
        },
        Action::Explain => notebook::begin_reason(model),
        Action::Accept => rate(model, None),
        Action::Rate(number) => rate(model, Rating::from_number(number)),
        Action::Undo if review.asked.is_locked() => say(model, "locked-no-way-back"),
        // Of an article: the questions of a case have no such keys.
        Action::SuspendCard | Action::Bury if review.asked.within.is_some() => say(model, "within-not-here"),
        // Nothing is kept yet: what is taken back is the answer on the screen, not the one before.
        Action::Undo
            if matches!(review.stage, Stage::Answered(_) | Stage::Deciding { .. } | Stage::Judging(_)) =>
        {
            review.stage = Stage::of(&review.asked);
            model.toast = Some(Toast { text: model.messages.get("answer-taken-back"), bad: false });
            vec![Effect::ScrollTop]
        }
        Action::Undo => ask(model, Request::Undo),
        Action::SuspendCard => {
            let request = Request::Suspend(marked(review).map(Box::new));
            ask(model, request)
        }
        Action::Bury => {
            let request = Request::Bury(marked(review).map(Box::new));
            ask(model, request)
        }
        Action::Flag => ask(model, Request::Flag),
        Action::Report => write(model, Written::Letter, ""),
        Action::Edit => ask(model, Request::Edit),
        Action::Leave => ask(model, Request::Leave),
        Action::Note => {
            let text = review.asked.note.as_deref().unwrap_or_default().to_owned();
            write(model, Written::Note, &text)
        }
        _ => Vec::new(),
    }
}

/// A click on something of a question.
pub(super) fn on_target(model: &mut Model, target: Target, at: Duration) -> Vec<Effect> {
    let action = match target {
        Target::Option(line) => Action::Option(u8::try_from(line).unwrap_or(u8::MAX)),
        Target::Span(span) => {
            if let Some(Stage::Pointing(pointing)) = model.question_mut().map(|review| &mut review.stage) {
                let places = &pointing.places;
                let place = (0..places.len()).find(|&place| places.span(place) == Some(span));
                pointing.cursor = place.unwrap_or(pointing.cursor);
            }
            Action::Tick
        }
        Target::Step(step) => Action::Step(step),
        Target::Rate(number) => Action::Rate(number),
        Target::Act(_)
        | Target::Row(_)
        | Target::Tab(_)
        | Target::Nth(_)
        | Target::Pile(_)
        | Target::Picture(_) => return Vec::new(),
    };
    super::on_action(model, action, at)
}

/// A click on the picture points there, or takes the point in that cell away.
pub(super) fn spot(model: &mut Model, spot: [f32; 2], at: Duration) -> Vec<Effect> {
    match model.question_mut().map(|review| &mut review.stage) {
        Some(Stage::Spotting(spotting)) => spotting.cursor = spot,
        _ => return Vec::new(),
    }
    super::on_action(model, Action::Tick, at)
}

/// An empty filter has nothing to clear: the sitting ends.
fn clear_filter(model: &mut Model) -> Vec<Effect> {
    if let Screen::Review(review) = &mut model.screen
        && review.clears_filter()
    {
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
        Stage::Spotting(spotting) => {
            if let Some(text) = spotting::objection(spotting, &review.asked, &model.messages) {
                model.toast = Some(Toast { text, bad: false });
                return Vec::new();
            }
            let answered = Answered::spotted(&review.asked, std::mem::take(&mut spotting.spots), took);
            review.stage = Stage::Answered(Box::new(answered));
        }
        Stage::Scaling(Scaling { step: Some(step) }) => {
            review.stage = Stage::Answered(Box::new(Answered::scaled(&review.asked, *step, took)));
        }
        Stage::Scaling(_) => {
            model.toast = Some(Toast { text: model.messages.get("scale-none"), bad: false });
            return Vec::new();
        }
        // Enter pressed twice is no answer: who does not know says so.
        Stage::Typing(input) if !give_up && input.lines().iter().all(|line| line.trim().is_empty()) => {
            return say(model, "typed-nothing");
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
    vec![Effect::ScrollTop, Effect::Seek]
}

/// Opens the field for a text.
fn write(model: &mut Model, purpose: Written, text: &str) -> Vec<Effect> {
    model.overlay = Some(Overlay::Writing(Box::new(Writing::new(purpose, text))));
    Vec::new()
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

/// The answer on the screen with a rating, `None` the proposed one; nothing while it is not given.
fn given(review: &Review, rating: Option<Rating>) -> Option<Given> {
    let Stage::Answered(answered) = &review.stage else { return None };
    Some(answered.given(&review.asked.card.content, rating))
}

/// The answer on the screen, where the program has marked it. What the student grades is no answer before its rating.
fn marked(review: &Review) -> Option<Given> {
    given(review, None).filter(|given| given.score.is_some())
}

fn rate(model: &mut Model, rating: Option<Rating>) -> Vec<Effect> {
    let Screen::Review(review) = &model.screen else { return Vec::new() };
    let Some(given) = given(review, rating) else { return Vec::new() };
    let card = review.asked.locator.clone();
    ask(model, Request::Answer { card, given: Box::new(given) })
}
