//! Keys in the list of the cards.

use crossterm::event::{KeyCode, KeyEvent};

use super::{Effect, ask};
use crate::{
    app::{
        cards::{Doing, Listing, Pile, Wanted},
        scope::Scope,
    },
    tui::{
        keymap::{Action, Key},
        model::{Cards, Model, Overlay, Screen, Toast},
        service::{CardsRequest, Request},
        widgets::field::{field, type_in_line},
    },
};

/// Opens the list from Home: of the chosen row, where it is one of cards. To look for a card, of all cards, where the words
/// are typed at once.
pub(super) fn open(model: &mut Model, search: bool) -> Vec<Effect> {
    let Screen::Home(home) = &model.screen else { return Vec::new() };
    let row = home.overview.rows_of(home.view).get(home.cursor).filter(|_| !search);
    let scope = row.map(|row| row.scope.clone()).unwrap_or_default();
    let title = row.filter(|_| scope != Scope::default()).map(|row| row.title.clone());
    let wanted = Wanted { scope, ..Wanted::default() };
    let typing = search.then(|| Box::new(field("")));
    model.screen = Screen::Cards(Cards { wanted, title, listing: None, cursor: 0, typing });
    list(model)
}

/// Asks for the stretch around the cursor.
fn list(model: &mut Model) -> Vec<Effect> {
    let Screen::Cards(cards) = &model.screen else { return Vec::new() };
    let request = CardsRequest::List(cards.wanted.clone(), cards.cursor);
    let mut effects = ask(model, Request::Cards(request));
    effects.push(Effect::Follow);
    effects
}

/// The list begins anew with other cards.
fn narrow(model: &mut Model, change: impl FnOnce(&mut Cards)) -> Vec<Effect> {
    if let Screen::Cards(cards) = &mut model.screen {
        change(cards);
        cards.cursor = 0;
    }
    list(model)
}

pub(super) fn on_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Cards(cards) = &mut model.screen else { return Vec::new() };
    let doing = cards.chosen().and_then(|line| {
        let card = line.locator.clone();
        Some(match action {
            Action::SuspendCard if line.schedule.suspended => Doing::Resume(card),
            Action::SuspendCard => Doing::Suspend(card),
            Action::Resume => Doing::Resume(card),
            Action::ResumeAll => Doing::ResumeAll,
            Action::Flag => Doing::Flag(card, u8::from(line.schedule.flag == 0)),
            _ => return None,
        })
    });
    if let Some(doing) = doing {
        return ask(model, Request::Cards(CardsRequest::Do(doing)));
    }
    let chosen = cards.chosen().map(|line| line.locator.clone());
    match (action, chosen) {
        (Action::Up | Action::Down | Action::PageUp | Action::PageDown, _) => walk(model, action),
        (Action::NextView, _) => narrow(model, |cards| cards.wanted.pile = cards.wanted.pile.next()),
        (Action::PreviousView, _) => narrow(model, |cards| cards.wanted.pile = cards.wanted.pile.previous()),
        (Action::ClearFilter, _) => narrow(model, |cards| {
            cards.wanted = Wanted { pile: cards.wanted.pile, ..Wanted::default() };
            cards.title = None;
        }),
        (Action::Search, _) => {
            cards.typing = Some(Box::new(field(&cards.wanted.text)));
            Vec::new()
        }
        (Action::Open, Some(card)) => ask(model, Request::Cards(CardsRequest::Show(card))),
        (Action::Edit, Some(card)) => ask(model, Request::Cards(CardsRequest::Edit(card))),
        (Action::Undo, _) => ask(model, Request::Undo),
        (Action::Home, _) => ask(model, Request::Overview),
        _ => Vec::new(),
    }
}

/// Moves the cursor, and asks for more of the list before it ends.
fn walk(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Cards(cards) = &mut model.screen else { return Vec::new() };
    let last = cards.total().saturating_sub(1);
    cards.cursor = match action {
        Action::Up => cards.cursor.saturating_sub(1),
        Action::PageUp => cards.cursor.saturating_sub(10),
        Action::PageDown => cards.cursor + 10,
        _ => cards.cursor + 1,
    }
    .min(last);
    if cards.wants_more() { list(model) } else { vec![Effect::Follow] }
}

/// A key while the words are typed; `None` where none are. The list follows with each letter.
pub(super) fn type_key(model: &mut Model, key: KeyEvent, action: Option<Action>) -> Option<Vec<Effect>> {
    let Screen::Cards(cards) = &mut model.screen else { return None };
    let input = cards.typing.as_mut()?;
    match (action, key.code) {
        (Some(Action::Find), _) => cards.typing = None,
        (Some(Action::ClearSearch), _) => {
            cards.typing = None;
            if !cards.wanted.text.is_empty() {
                return Some(narrow(model, |cards| cards.wanted.text.clear()));
            }
        }
        (_, KeyCode::Up) => return Some(walk(model, Action::Up)),
        (_, KeyCode::Down) => return Some(walk(model, Action::Down)),
        (Some(_), _) if !Key::from(key).is_text() => return None,
        _ => {
            type_in_line(input, key);
            let text = input.lines().join(" ");
            if text != cards.wanted.text {
                return Some(narrow(model, |cards| cards.wanted.text = text));
            }
        }
    }
    Some(Vec::new())
}

/// Text that is pasted while the words are typed.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Screen::Cards(Cards { typing: Some(input), .. }) = &mut model.screen else { return Vec::new() };
    input.insert_str(crate::card::Text::one_line(text).as_str());
    let text = input.lines().join(" ");
    narrow(model, |cards| cards.wanted.text = text)
}

/// A stretch of the list has come.
pub(super) fn show(model: &mut Model, listing: Box<Listing>, said: Option<String>) -> Vec<Effect> {
    if let Some(text) = said {
        model.toast = Some(Toast { text, bad: false });
    }
    if matches!(model.overlay, Some(Overlay::Text { .. })) {
        model.overlay = None;
    }
    if let Screen::Cards(cards) = &mut model.screen {
        // One that was asked for before another letter was typed comes too late.
        if cards.wanted != listing.wanted {
            return Vec::new();
        }
        cards.cursor = cards.cursor.min(listing.total().saturating_sub(1));
        cards.listing = Some(listing);
        if cards.wants_more() && cards.chosen().is_none() {
            return list(model);
        }
    }
    vec![Effect::Follow]
}

/// Chooses a row; a second click opens it.
pub(super) fn click(model: &mut Model, row: usize) -> Vec<Effect> {
    let Screen::Cards(cards) = &mut model.screen else { return Vec::new() };
    if cards.cursor == row {
        return on_action(model, Action::Open);
    }
    cards.cursor = row;
    vec![Effect::Follow]
}

/// A pile is chosen by its tab.
pub(super) fn choose_pile(model: &mut Model, pile: Pile) -> Vec<Effect> {
    narrow(model, |cards| cards.wanted.pile = pile)
}
