//! The clock was set while a screen stood.

use ratatui::text::{Line, Span};

use crate::{
    app::watch::Leap,
    tui::{
        view::Painter,
        widgets::{
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// ```text
/// L'horloge de l'ordinateur est passée du 22 novembre 2026 à 20:10 au 22 novembre 2036 à 20:11. …
///
/// 1  La nouvelle date est juste : 22 novembre 2036 à 20:11
/// 2  L'horloge se trompe : continuer depuis le 22 novembre 2026 à 20:10
/// ```
pub(in crate::tui) fn lines(leap: &Leap, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let run = |text: &str| [Run { text: unbreakable(text), style: painter.theme.text }];
    let mut lines = wrap(&run(&leap.describe(painter.messages)), width, &[], &[]);
    lines.push(Line::default());
    for (number, choice) in (1..).zip(leap.choices(painter.messages)) {
        let key = Span::styled(format!("{number}  "), painter.theme.accent);
        lines.extend(wrap(&run(&choice), width, &[key], &[Span::raw("   ")]));
    }
    lines
}
