//! The statistics, tab by tab.

mod days;
mod forecast;
mod memory;
mod weakest;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
};

use super::list;
use crate::{
    app::words,
    tui::{
        model::{StatisticsScreen, StatisticsTab},
        view::{Painter, ViewState, draw_ends, draw_rule},
        widgets::{
            scroll,
            wrap::{Run, wrap},
        },
    },
};

/// Below this width a line of figures has no bar.
const WIDE: u16 = 64;
/// Below this height nothing is told twice.
const AIRY: u16 = 16;

/// ```text
/// Statistiques                                     23 novembre 2026
/// ● Jours  ○ Prévision  ○ Mémoire  ○ Fragiles                   tabs
/// ─────────────────────────────────────────────────────────────
/// 42 réponses aujourd'hui (12 min) · 5 jours de suite           the tab
/// ```
pub(in crate::tui) fn draw(
    screen: &StatisticsScreen,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let airy = u16::from(area.height >= AIRY);
    let [title, tabs, rule, body] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(airy),
        Constraint::Fill(1),
    ])
    .areas(area);
    draw_ends(
        &Span::styled(painter.say("statistics-title"), painter.theme.title),
        &Span::styled(words::date(screen.figures.today, painter.messages), painter.theme.dim),
        title,
        buffer,
    );
    let names = ["statistics-days", "statistics-forecast", "statistics-memory", "statistics-weakest"];
    let names = names.map(|id| painter.say(id));
    list::draw_tabs(&names, screen.tab as usize, painter, tabs, &mut state.hits, buffer);
    if airy > 0 {
        draw_rule(rule, painter.theme.rule, buffer);
    }
    // The last column is left to the mark that there is more.
    let width = body.width - 1;
    let figures = &screen.figures;
    let lines = match screen.tab {
        StatisticsTab::Weakest if screen.lists() => {
            return weakest::draw(screen, painter, state, body, buffer);
        }
        // Empty graphs say less than a sentence about what will be here.
        StatisticsTab::Days if figures.calendar.iter().all(|answers| *answers == 0) => {
            sentence("statistics-no-days", painter, width)
        }
        StatisticsTab::Days => days::lines(figures, painter, width),
        _ if figures.all.seen == 0 => sentence(nothing(screen.tab), painter, width),
        StatisticsTab::Forecast => forecast::lines(figures, painter, width),
        StatisticsTab::Memory => memory::lines(figures, painter, width),
        StatisticsTab::Weakest => sentence(nothing(screen.tab), painter, width),
    };
    scroll::draw(&lines, body, &mut state.offset, painter.theme, buffer);
}

/// What will be on a tab, once something was answered: the id of a message.
fn nothing(tab: StatisticsTab) -> &'static str {
    match tab {
        StatisticsTab::Days => "statistics-no-days",
        StatisticsTab::Forecast => "statistics-no-forecast",
        StatisticsTab::Memory => "statistics-no-memory",
        StatisticsTab::Weakest => "statistics-no-weakest",
    }
}

fn sentence(id: &str, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    text(painter.say(id), painter.theme.dim, width)
}

/// A text on as many lines as it needs.
fn text(text: String, style: Style, width: u16) -> Vec<Line<'static>> {
    wrap(&[Run { text, style }], width, &[], &[])
}

/// A heading after a blank line.
fn heading(title: String, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    [vec![Line::default()], text(title, painter.theme.title, width)].concat()
}
