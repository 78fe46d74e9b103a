//! Home: what it shows, and its keys.

use super::{Effect, ask, cards};
use crate::{
    app::{
        containers::Container,
        notebook::Filter,
        overview::{Overview, View},
        series::Series,
    },
    tui::{
        keymap::Action,
        model::{Exit, Home, Model, Overlay, Screen, Toast},
        service::{ExamRequest, Request, SettingsRequest},
    },
};

/// Home as it is now. What was listed before stays until it has been read anew.
pub(super) fn show(model: &mut Model, overview: Box<Overview>, effect: Effect) -> Vec<Effect> {
    if let Screen::Home(home) = &mut model.screen {
        home.overview = overview;
        home.cursor = home.cursor.min(home.count().saturating_sub(1));
        let listed = home.view == View::Containers || home.containers.is_some();
        return listed.then_some(Effect::Ask(Request::Containers)).into_iter().chain([effect]).collect();
    }
    // Whoever comes back finds the tab and the row where they were.
    let (view, cursor) = model.home;
    let mut home = Home { overview, containers: None, view, cursor };
    let listed = view == View::Containers;
    if !listed {
        home.cursor = cursor.min(home.count().saturating_sub(1));
    }
    model.screen = Screen::Home(home);
    listed.then_some(Effect::Ask(Request::Containers)).into_iter().chain([effect]).collect()
}

/// The decks were looked at behind whatever is under way.
pub(super) fn refreshed(
    model: &mut Model,
    overview: Option<Box<Overview>>,
    said: Option<String>,
) -> Vec<Effect> {
    let bad = overview.is_none();
    let news = said.map(|text| Toast { text, bad });
    // What the student has just done is told before what happened behind the screen.
    model.toast = if bad { news.or(model.toast.take()) } else { model.toast.take().or(news) };
    // A session that has begun is not left for it.
    match overview.filter(|_| matches!(model.screen, Screen::Home(_))) {
        Some(overview) => show(model, overview, Effect::Follow),
        None => Vec::new(),
    }
}

/// What is wrong with the decks lies over Home, which is as they are now.
pub(super) fn problems(
    model: &mut Model,
    body: Option<String>,
    overview: Box<Overview>,
    said: Option<String>,
) -> Vec<Effect> {
    model.overlay = body.map(Overlay::Problems);
    model.toast = said.map(|text| Toast { text, bad: false });
    let mut effects = match model.screen {
        Screen::Home(_) => show(model, overview, Effect::Follow),
        _ => Vec::new(),
    };
    effects.push(Effect::ScrollTop);
    effects
}

/// Turns to a tab. What the last one lists is read when it is looked at for the first time.
pub(super) fn turn_to(home: &mut Home, view: View) -> Vec<Effect> {
    (home.view, home.cursor) = (view, 0);
    let wanted = view == View::Containers && home.containers.is_none();
    wanted.then_some(Effect::Ask(Request::Containers)).into_iter().chain([Effect::Follow]).collect()
}

/// The containers have come, unless Home was left meanwhile. The chosen one stays chosen wherever it stands now.
pub(super) fn list(model: &mut Model, found: Result<Vec<Container>, String>) -> Vec<Effect> {
    let Screen::Home(home) = &mut model.screen else { return Vec::new() };
    match found {
        Ok(found) => {
            let chosen = home.container().map(|container| container.locator.clone());
            let place = chosen.and_then(|chosen| found.iter().position(|one| one.locator == chosen));
            home.containers = Some(found);
            home.cursor = place.unwrap_or(home.cursor).min(home.count().saturating_sub(1));
        }
        Err(text) => {
            // A tab of which nothing is known is not stayed in.
            if home.containers.is_none() && home.view == View::Containers {
                (home.view, home.cursor) = (View::default(), 0);
            }
            model.toast = Some(Toast { text, bad: true });
        }
    }
    vec![Effect::Follow]
}

pub(super) fn on_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Home(home) = &mut model.screen else { return Vec::new() };
    let rows = home.overview.rows_of(home.view);
    let last = home.count().saturating_sub(1);
    match action {
        Action::Up => home.cursor = home.cursor.saturating_sub(1),
        Action::Down => home.cursor = (home.cursor + 1).min(last),
        Action::PageUp => home.cursor = home.cursor.saturating_sub(10),
        Action::PageDown => home.cursor = (home.cursor + 10).min(last),
        Action::NextView => {
            let next = home.view.next();
            return turn_to(home, next);
        }
        Action::Start if home.view == View::Containers => {
            if let Some(container) = home.container() {
                let series = Series::cards(vec![container.locator.clone()]);
                return ask(model, Request::Series(series));
            }
        }
        Action::Start | Action::StudyAhead => {
            if let Some(row) = rows.get(home.cursor) {
                let ahead = action == Action::StudyAhead;
                let request = Request::Start { scope: row.scope.clone(), ahead, limit: None };
                return ask(model, request);
            }
        }
        Action::Drafts => return ask(model, Request::Drafts(0)),
        Action::Exam => return ask(model, ExamRequest::Begin.into()),
        Action::Containers => return turn_to(home, View::Containers),
        Action::Flash => {
            let scope = rows.get(home.cursor).map(|row| row.scope.clone()).unwrap_or_default();
            return ask(model, Request::Series(Series::flash(scope, None)));
        }
        Action::Cards => return cards::open(model, false),
        Action::Search => return cards::open(model, true),
        Action::Missed => return ask(model, Request::Series(Series::missed_today())),
        Action::Notebook => return ask(model, Request::Notebook(Filter::default())),
        Action::Programme => return ask(model, Request::Coverage),
        Action::Statistics => return ask(model, Request::Statistics),
        Action::Settings => return ask(model, SettingsRequest::List.into()),
        Action::Problems => return ask(model, Request::Problems),
        Action::Undo => return ask(model, Request::Undo),
        Action::Quit => model.exit = Some(Exit::Done),
        _ => {}
    }
    vec![Effect::Follow]
}
