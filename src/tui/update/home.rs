//! Keys on Home.

use super::{Effect, ask};
use crate::{
    app::series::Series,
    tui::{
        keymap::Action,
        model::{Exit, Model, Screen},
        service::Request,
    },
};

pub(super) fn on_action(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Home(home) = &mut model.screen else { return Vec::new() };
    let rows = &home.overview.rows[home.view as usize];
    let last = rows.len().saturating_sub(1);
    match action {
        Action::Up => home.cursor = home.cursor.saturating_sub(1),
        Action::Down => home.cursor = (home.cursor + 1).min(last),
        Action::PageUp => home.cursor = home.cursor.saturating_sub(10),
        Action::PageDown => home.cursor = (home.cursor + 10).min(last),
        Action::NextView => {
            home.view = home.view.next();
            home.cursor = 0;
        }
        Action::Start | Action::StudyAhead => {
            if let Some(row) = rows.get(home.cursor) {
                let ahead = action == Action::StudyAhead;
                let request = Request::Start { scope: row.scope.clone(), ahead, limit: None };
                return ask(model, request);
            }
        }
        Action::Drafts => return ask(model, Request::Drafts(0)),
        Action::Flash => {
            let scope = rows.get(home.cursor).map(|row| row.scope.clone()).unwrap_or_default();
            return ask(model, Request::Series(Series::flash(scope, None)));
        }
        Action::Missed => return ask(model, Request::Series(Series::missed_today())),
        Action::Problems => return ask(model, Request::Problems),
        Action::Undo => return ask(model, Request::Undo),
        Action::Quit => model.exit = Some(Exit::Done),
        _ => {}
    }
    vec![Effect::Follow]
}
