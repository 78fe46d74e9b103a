//! What is due, and a way to start.

mod containers;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::list;
use crate::{
    app::{
        overview::{ExamLine, Level, Overview, Room, Row, View},
        wording, words,
    },
    tui::{
        model::Home,
        mouse::{Hits, Target},
        view::{Painter, ViewState, cut, draw_ends, draw_rule},
        widgets::{
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// ```text
/// Carabin                                   22 novembre 2026    title
///                                                               
/// 12 à revoir et 20 nouvelles cartes aujourd'hui.               news: as many lines as it needs
/// Série : 5 jours
///
/// ● Paquets  ○ Objectifs  ○ Rangs  à revoir  nouvelles    vues  tabs, columns
/// ───────────────────────────────────────────────────────────── rule
/// ▸ Tout                                 12         20   3/103  rows
/// ```
pub(in crate::tui) fn draw(
    home: &Home,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let overview = &home.overview;
    // The rows matter more than the news: on a small terminal only the first of these are told, each as a whole.
    let room = usize::from(area.height.saturating_sub(7).max(3));
    let mut told = Vec::new();
    for lines in news(overview, painter, area.width) {
        if told.len() + lines.len() <= room {
            told.extend(lines);
        }
    }
    let news_height = u16::try_from(told.len()).unwrap_or_default();
    let airy = u16::from(area.height >= 16);
    let [title, gap, text, gap_below, tabs, rule, rows] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(airy),
        Constraint::Length(news_height),
        Constraint::Length(airy),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
    ])
    .areas(area);
    let _ = (gap, gap_below);
    let date = words::date(overview.today, painter.messages);
    draw_ends(
        &Span::styled(painter.say("app-name"), painter.theme.title),
        &Span::styled(date, painter.theme.dim),
        title,
        buffer,
    );
    for (line, y) in told.into_iter().zip(text.y..text.bottom()) {
        line.render(Rect { y, height: 1, ..text }, buffer);
    }
    // The last column is left to the mark that there is more.
    draw_tabs(home.view, painter, Rect { width: tabs.width - 1, ..tabs }, &mut state.hits, buffer);
    draw_rule(rule, painter.theme.rule, buffer);
    let count = home.count();
    if count == 0 && home.view == View::Containers {
        let text = match home.containers {
            None => painter.say("home-containers-coming"),
            Some(_) => painter.say("home-no-containers"),
        };
        let runs = [Run { text, style: painter.theme.dim }];
        for (line, y) in wrap(&runs, rows.width, &[], &[]).into_iter().zip(rows.y..rows.bottom()) {
            line.render(Rect { y, height: 1, ..rows }, buffer);
        }
        return;
    }
    let line = |number: usize| {
        let chosen = number == home.cursor;
        match &home.containers {
            Some(containers) if home.view == View::Containers => {
                containers::line(&containers[number], chosen, painter, rows.width - 1)
            }
            _ => row_line(&overview.rows_of(home.view)[number], chosen, painter, rows.width - 1),
        }
    };
    list::draw_rows(count, home.cursor, line, painter, state, rows, buffer);
}

/// What there is to tell, the most important first, each wrapped.
fn news(overview: &Overview, painter: Painter<'_>, width: u16) -> Vec<Vec<Line<'static>>> {
    let theme = painter.theme;
    let mut texts = Vec::new();
    if overview.first_start {
        texts.push((painter.say("welcome-1"), theme.text));
        texts.push((painter.say("welcome-2"), theme.text));
        texts.push((painter.say("welcome-3"), theme.text));
        texts.push((wording::today(overview, painter.messages), theme.accent));
    } else {
        texts.push((wording::today(overview, painter.messages), theme.text));
    }
    if overview.exam_under_way {
        texts.push((painter.say("home-exam-under-way"), theme.warn));
    }
    if !overview.first_start {
        texts.push((habits(overview, painter), theme.dim));
    }
    if let Some(until) = overview.pause_until {
        let date = words::date(until, painter.messages);
        texts.push((painter.with("home-pause", &[("date", date.into())]), theme.warn));
    }
    match overview.level {
        Some(Level::In(days)) => {
            texts.push((painter.with("home-level", &[("days", days.into())]), theme.warn));
        }
        Some(Level::Never) => texts.push((painter.say("home-level-never"), theme.warn)),
        None => {}
    }
    if let Some(exam) = overview.exam {
        texts.push((plan(exam, painter, width), theme.accent));
    }
    if overview.decks_with_problems > 0 {
        let text = painter.with("home-problems", &[("n", overview.decks_with_problems.into())]);
        texts.push((text, theme.warn));
    }
    if overview.other_problems > 0 {
        let text = painter.with("home-other-problems", &[("n", overview.other_problems.into())]);
        texts.push((text, theme.warn));
    }
    texts.extend(overview.notices.iter().map(|notice| (unbreakable(notice), theme.warn)));
    if overview.drafts > 0 {
        let text = painter.with("home-drafts", &[("n", overview.drafts.into())]);
        texts.push((text, theme.accent));
    }
    if overview.suspended_by_decks > 0 {
        let text = painter.with("home-suspended", &[("n", overview.suspended_by_decks.into())]);
        texts.push((text, theme.dim));
    }
    if overview.not_playable > 0 {
        let text = painter.with("home-not-playable", &[("n", overview.not_playable.into())]);
        texts.push((text, theme.dim));
    }
    if let Some(sync) = &overview.sync {
        texts.push((wording::sync(sync, painter.messages), theme.dim));
    }
    texts.into_iter().map(|(text, style)| wrap(&[Run { text, style }], width, &[], &[])).collect()
}

/// The exam, and where the limits are changed that it does not fit.
fn plan(exam: ExamLine, painter: Painter<'_>, width: u16) -> String {
    if width < WIDE {
        return wording::exam_in_short(exam, painter.messages);
    }
    let text = wording::exam(exam, painter.messages);
    match exam.room {
        Room::Beyond(_) | Room::Capped(_) if exam.days > 0 && exam.unseen > 0 => {
            format!("{text} {}", painter.say("home-exam-key"))
        }
        _ => text,
    }
}

fn habits(overview: &Overview, painter: Painter<'_>) -> String {
    let parts = wording::habits(overview, painter.messages);
    if parts.is_empty() { painter.say("home-nothing-yet") } else { parts.join(" · ") }
}

/// The columns of figures: their message, their width, and whether a narrow terminal has them too.
const COLUMNS: [(&str, usize, bool); 4] = [
    ("home-column-due", 9, true),
    ("home-column-new", 10, true),
    ("home-column-seen", 8, false),
    ("home-column-recall", 8, false),
];

/// Below this width only the columns that matter most are shown, without their headings beside the tabs.
const WIDE: u16 = 76;

/// The number, the heading and the width of each column that is shown.
fn columns(width: u16) -> impl Iterator<Item = (usize, &'static str, usize)> {
    let wide = width >= WIDE;
    COLUMNS
        .into_iter()
        .enumerate()
        .filter(move |(_, (_, _, always))| wide || *always)
        .map(move |(number, (id, width, _))| (number, id, if wide { width } else { width.min(5 + number) }))
}

fn draw_tabs(chosen: View, painter: Painter<'_>, area: Rect, hits: &mut Hits, buffer: &mut Buffer) {
    let ids = ["home-view-decks", "home-view-objectives", "home-view-ranks", "home-view-containers"];
    let named = |id| format!("{} ", painter.say(id));
    let whole: usize = ids.map(|id| named(id).width() + 2).iter().sum();
    // Where they do not all fit, the chosen one has its name.
    let fits = whole <= usize::from(area.width) + 1;
    let mut spans = Vec::new();
    let mut used = 0;
    for (view, id) in View::ALL.into_iter().zip(ids) {
        let style = if view == chosen { painter.theme.accent } else { painter.theme.dim };
        let mark = if view == chosen { "● " } else { "○ " };
        let name = if fits || view == chosen { named(id) } else { String::new() };
        let tab = Span::styled(format!("{mark}{name}"), style);
        let width = u16::try_from(tab.width()).unwrap_or(0);
        hits.add(Rect { x: area.x + used, width, ..area }.intersection(area), Target::Tab(view));
        used += width;
        spans.push(tab);
    }
    Line::from(spans).render(area, buffer);
    if area.width >= WIDE && chosen != View::Containers {
        let headings: String = columns(area.width)
            .map(|(_, id, width)| format!("{:>width$}", painter.say(id)))
            .collect::<Vec<_>>()
            .concat();
        let width = u16::try_from(headings.width()).unwrap_or(0).min(area.width);
        let right = Rect { x: area.right() - width, width, ..area };
        Span::styled(headings, painter.theme.dim).render(right, buffer);
    }
}

fn row_line(row: &Row, chosen: bool, painter: Painter<'_>, width: u16) -> Line<'static> {
    let theme = painter.theme;
    let narrow = width < WIDE;
    let figures = [
        if narrow { format!("{}↻", row.due) } else { row.due.to_string() },
        if narrow { format!("+{}", row.new) } else { row.new.to_string() },
        format!("{}/{}", row.seen, row.total),
        row.recall.map_or_else(|| "–".to_owned(), |r| words::percent(r, painter.messages.lang())),
    ];
    let styles = [
        if row.due > 0 { theme.warn } else { theme.dim },
        if row.new > 0 { theme.accent } else { theme.dim },
        theme.dim,
        if row.recall.is_some() { theme.good } else { theme.dim },
    ];
    let mut used = 0;
    let mut right = Vec::new();
    for (number, _, column) in columns(width) {
        right.push(Span::styled(format!("{:>column$}", figures[number]), styles[number]));
        used += column;
    }
    let title_width = width.saturating_sub(u16::try_from(used).unwrap_or(0) + 2);
    let title = cut(&unbreakable(&row.title), title_width);
    let pad = usize::from(title_width).saturating_sub(title.width());
    let (mark, style) = if chosen { ("▸ ", theme.selected) } else { ("  ", theme.text) };
    let mut spans = vec![Span::styled(format!("{mark}{title}{}", " ".repeat(pad)), style)];
    spans.append(&mut right);
    Line::from(spans)
}
