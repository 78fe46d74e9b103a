//! A line that is asked for.

use ratatui::text::Line;

use crate::{
    app::wording::settings as wording,
    tui::{
        model::Purpose,
        view::Painter,
        widgets::{
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// What is asked for.
pub(in crate::tui) fn title(purpose: Purpose, painter: Painter<'_>) -> String {
    match purpose {
        Purpose::Confused => painter.say("form-confused-title"),
        Purpose::Miss => painter.say("form-miss-title"),
        Purpose::Item => painter.say("form-item-title"),
        Purpose::Setting(setting) => unbreakable(&wording::name(setting, painter.messages)),
    }
}

/// What is taken, and what becomes of it.
pub(in crate::tui) fn help(purpose: Purpose, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let texts = match purpose {
        Purpose::Confused => vec![painter.say("form-confused-help")],
        Purpose::Miss => vec![painter.say("form-miss-help")],
        Purpose::Item => vec![painter.say("form-item-help")],
        Purpose::Setting(setting) => {
            let m = painter.messages;
            let said = [wording::takes(setting, m), String::new(), wording::about(setting, m)];
            said.iter().map(|text| unbreakable(text)).collect()
        }
    };
    texts
        .into_iter()
        .flat_map(|text| wrap(&[Run { text, style: painter.theme.dim }], width, &[], &[]))
        .collect()
}
