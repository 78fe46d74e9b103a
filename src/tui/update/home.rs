//! Keys on Home.

use super::{Effect, ask, cards};
use crate::{
    app::{notebook::Filter, overview::View, series::Series},
    tui::{
        keymap::Action,
        model::{Exit, Model, Screen},
        service::{ExamRequest, Request},
    },
};

pub(super) fn on_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Home(home) = &mut model.screen else { return Vec::new() };
    let rows = home.overview.rows_of(home.view);
    let last = home.overview.count_of(home.view).saturating_sub(1);
    match action {
        Action::Up => home.cursor = home.cursor.saturating_sub(1),
        Action::Down => home.cursor = (home.cursor + 1).min(last),
        Action::PageUp => home.cursor = home.cursor.saturating_sub(10),
        Action::PageDown => home.cursor = (home.cursor + 10).min(last),
        Action::NextView => {
            home.view = home.view.next();
            home.cursor = 0;
        }
        Action::Start if home.view == View::Containers => {
            if let Some(container) = home.overview.containers.get(home.cursor) {
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
        Action::Containers => {
            let scope = rows.get(home.cursor).map(|row| row.scope.clone()).unwrap_or_default();
            return ask(model, Request::Series(Series::containers(scope)));
        }
        Action::Flash => {
            let scope = rows.get(home.cursor).map(|row| row.scope.clone()).unwrap_or_default();
            return ask(model, Request::Series(Series::flash(scope, None)));
        }
        Action::Cards => return cards::open(model),
        Action::Missed => return ask(model, Request::Series(Series::missed_today())),
        Action::Notebook => return ask(model, Request::Notebook(Filter::default())),
        Action::Problems => return ask(model, Request::Problems),
        Action::Undo => return ask(model, Request::Undo),
        Action::Quit => model.exit = Some(Exit::Done),
        _ => {}
    }
    vec![Effect::Follow]
}
