//! The error notebook.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::list;
use crate::{
    app::notebook::{Filter, Given, Miss, Period, Reason},
    tui::{
        model::{Book, BookView},
        view::{Painter, ViewState, cut, draw_ends, draw_rule},
        widgets::{
            scroll,
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// Below this width a row has less beside its text.
const WIDE: u16 = 64;

/// ```text
/// Carnet d'erreurs                     30 jours · rang A       title, what it is narrowed to
/// ● Liste  ○ Objectifs  ○ Raisons                  12 manquées tabs, how many
/// ─────────────────────────────────────────────────────────────
/// ▸ 22/11  confondue    Qui vote l'ONDAM ?                  ×2 rows
/// ─────────────────────────────────────────────────────────────
/// Qui vote l'ONDAM ?                                           the chosen row in full
/// confondue avec : le PLFSS · OIC-019-09-A · sue depuis
/// ```
pub(in crate::tui) fn draw(
    book: &Book,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let detail = book.chosen().map(|miss| detail(miss, painter, area)).unwrap_or_default();
    let rule_below = u16::from(!detail.is_empty());
    let [title, tabs, rule, rows, below, text] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(rule_below),
        Constraint::Length(u16::try_from(detail.len()).unwrap_or(0)),
    ])
    .areas(area);
    let narrowed = narrowed(&book.notebook.filter, painter);
    draw_ends(
        &Span::styled(painter.say("book-title"), painter.theme.title),
        &Span::styled(narrowed, painter.theme.dim),
        title,
        buffer,
    );
    draw_tabs(book, painter, tabs, buffer);
    draw_rule(rule, painter.theme.rule, buffer);
    let total = book.rows();
    if total == 0 {
        let runs = [Run { text: painter.say("book-empty"), style: painter.theme.dim }];
        let lines = wrap(&runs, rows.width, &[], &[]);
        scroll::draw(&lines, rows, &mut state.offset, painter.theme, buffer);
        return;
    }
    let line = |number: usize| row(book, number, painter, rows.width - 1);
    list::draw_rows(total, book.cursor, line, painter, state, rows, buffer);
    list::draw_detail(detail, below, text, painter, buffer);
}

/// What the notebook is narrowed to: `30 jours · rang A · item 232`.
fn narrowed(filter: &Filter, painter: Painter<'_>) -> String {
    let mut parts = vec![painter.say(match filter.period {
        Period::Today => "book-today",
        Period::Week => "book-week",
        Period::Month => "book-month",
        Period::All => "book-all",
    })];
    parts.extend(filter.rank.map(|rank| painter.with("rank-name", &[("rank", rank.to_string().into())])));
    parts.extend(filter.item.map(|item| painter.with("book-item", &[("item", item.to_string().into())])));
    parts.extend(filter.objective.map(|objective| {
        objective.map_or_else(|| painter.say("home-row-no-objective"), |objective| objective.to_string())
    }));
    parts.extend(filter.reason.map(|given| match given {
        Given::Reason(reason) => reason.name(painter.messages),
        Given::Nothing => painter.say("reason-none"),
    }));
    if filter.done {
        parts.push(painter.say("book-with-done"));
    }
    parts.join(" · ")
}

fn draw_tabs(book: &Book, painter: Painter<'_>, area: Rect, buffer: &mut Buffer) {
    let ids = ["book-view-list", "home-view-objectives", "book-view-reasons"];
    let mut spans = Vec::new();
    for (view, id) in BookView::ALL.into_iter().zip(ids) {
        let (mark, style) =
            if view == book.view { ("● ", painter.theme.accent) } else { ("○ ", painter.theme.dim) };
        spans.push(Span::styled(format!("{mark}{}  ", painter.say(id)), style));
    }
    let tabs = Line::from(spans);
    let count = painter.with("book-count", &[("n", book.notebook.misses.len().into())]);
    let width = u16::try_from(count.width()).unwrap_or(0);
    if tabs.width() + usize::from(width) <= usize::from(area.width) {
        let right = Rect { x: area.right() - width, width, ..area };
        Span::styled(count, painter.theme.dim).render(right, buffer);
    }
    tabs.render(area, buffer);
}

fn row(book: &Book, number: usize, painter: Painter<'_>, width: u16) -> Line<'static> {
    let chosen = number == book.cursor;
    let (mark, style) = if chosen { ("▸ ", painter.theme.selected) } else { ("  ", painter.theme.text) };
    let group = |title: &str, misses: u32| {
        let count = format!("{misses:>5}");
        let title = cut(&unbreakable(title), width.saturating_sub(8));
        let pad = usize::from(width).saturating_sub(title.width() + 2 + count.width());
        Line::from(vec![
            Span::styled(format!("{mark}{title}{}", " ".repeat(pad)), style),
            Span::styled(count, painter.theme.warn),
        ])
    };
    match book.view {
        BookView::List => {
            book.notebook.misses.get(number).map(|miss| miss_row(miss, mark, style, painter, width))
        }
        BookView::Objectives => {
            book.notebook.objectives.get(number).map(|found| group(&found.title, found.misses))
        }
        BookView::Reasons => book.notebook.reasons.get(number).map(|found| group(&found.title, found.misses)),
    }
    .unwrap_or_default()
}

/// `▸ 22/11  confondue   Qui vote l'ONDAM ?   ×2`: the reason only where there is room.
fn miss_row(
    miss: &Miss,
    mark: &str,
    style: ratatui::style::Style,
    painter: Painter<'_>,
    width: u16,
) -> Line<'static> {
    let theme = painter.theme;
    let day = format!("{:02}/{:02}  ", miss.day.day(), miss.day.month());
    let mut spans = vec![Span::styled(mark.to_owned(), style), Span::styled(day, theme.dim)];
    if width >= WIDE {
        let widest =
            Reason::ALL.iter().map(|reason| reason.name(painter.messages).width()).max().unwrap_or(0);
        let reason = miss.reason().map_or_else(|| "–".to_owned(), |reason| reason.name(painter.messages));
        let pad = " ".repeat(widest.saturating_sub(reason.width()) + 2);
        spans.push(Span::styled(format!("{reason}{pad}"), theme.warn));
    }
    let mut end = String::new();
    if miss.done.is_some() || miss.recalled {
        end.push_str(" ✓");
    }
    if miss.times > 1 {
        end.extend([" ×", &miss.times.to_string()]);
    }
    if miss.elsewhere {
        end.push_str(" ↗");
    }
    let used: usize = spans.iter().map(Span::width).sum();
    let room = usize::from(width).saturating_sub(used + end.width());
    let text = cut(&unbreakable(&miss.text), u16::try_from(room).unwrap_or(0));
    let pad = " ".repeat(room.saturating_sub(text.width()));
    spans.push(Span::styled(format!("{text}{pad}"), if miss.done.is_some() { theme.dim } else { style }));
    spans.push(Span::styled(end, theme.dim));
    Line::from(spans)
}

/// The chosen miss in full, on a few lines.
fn detail(miss: &Miss, painter: Painter<'_>, area: Rect) -> Vec<Line<'static>> {
    let theme = painter.theme;
    let small = area.height < 16;
    let mut lines = Vec::new();
    if !small {
        let runs = [Run { text: unbreakable(&miss.text), style: theme.text }];
        lines.extend(wrap(&runs, area.width, &[], &[]).into_iter().take(2));
    }
    let mut parts = vec![match &miss.why {
        Some(why) => why.describe(painter.messages),
        None => painter.say("reason-none"),
    }];
    let answered = miss.answered.as_deref().filter(|text| !text.trim().is_empty());
    parts.extend(answered.map(|text| painter.with("event-answered", &[("text", text.into())])));
    if miss.elsewhere {
        parts.push(match &miss.source {
            Some(source) => painter.with("book-elsewhere-at", &[("source", source.as_str().into())]),
            None => painter.say("book-elsewhere"),
        });
    }
    match (miss.objective, miss.item) {
        (Some(objective), _) => parts.push(objective.to_string()),
        (None, Some(item)) => parts.push(painter.with("book-item", &[("item", item.to_string().into())])),
        (None, None) => {}
    }
    if miss.done.is_some() {
        parts.push(painter.say("book-done"));
    } else if miss.recalled {
        parts.push(painter.say("book-recalled"));
    }
    let text = unbreakable(&parts.join(" · "));
    if small {
        lines.push(Line::styled(cut(&text, area.width), theme.dim));
    } else {
        let runs = [Run { text, style: theme.dim }];
        lines.extend(wrap(&runs, area.width, &[], &[]).into_iter().take(2));
    }
    lines
}

/// The reasons with their keys, and what each means for the schedule.
pub(in crate::tui) fn reasons(painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for (number, reason) in (1..).zip(Reason::ALL) {
        let mut name = reason.name(painter.messages);
        if reason == Reason::Confused {
            name = painter.say("reason-confused-prompt");
        }
        let runs = [Run { text: unbreakable(&name), style: painter.theme.text }];
        let key = Span::styled(format!("{number}  "), painter.theme.accent);
        lines.extend(wrap(&runs, width, &[key], &[Span::raw("   ")]));
    }
    lines.push(Line::default());
    let runs = [Run { text: painter.say("reason-slips"), style: painter.theme.dim }];
    lines.extend(wrap(&runs, width, &[], &[]));
    lines
}
