//! What was done: today, the days in a row, the last thirty days as columns, half a year as a calendar.

use jiff::{ToSpan, civil::Date};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{heading, text};
use crate::{
    app::{stats::Stats, words},
    tui::{
        view::Painter,
        widgets::bars::{columns, shade},
    },
};

/// How high the columns are.
const HEIGHT: usize = 4;

pub(super) fn lines(figures: &Stats, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let mut lines = text(today(figures, painter), painter.theme.text, width);
    lines.extend(text(month(figures, painter), painter.theme.dim, width));
    lines.extend(heading(painter.say("statistics-answers"), painter, width));
    lines.extend(chart(figures, painter, width));
    lines.extend(heading(painter.say("statistics-calendar"), painter, width));
    lines.extend(calendar(figures, painter, width));
    lines
}

/// The answers of today and the days in a row.
fn today(figures: &Stats, painter: Painter<'_>) -> String {
    let mut parts = Vec::new();
    if let Some(day) = figures.days.last().filter(|day| day.answers + day.practice > 0) {
        let time = words::spent(seconds(day.seconds), painter.messages);
        let args = [("n", (day.answers + day.practice).into()), ("time", time.into())];
        parts.push(painter.with("home-answered", &args));
        if day.new > 0 {
            parts.push(painter.with("statistics-new", &[("n", day.new.into())]));
        }
    } else {
        parts.push(painter.say("statistics-none-today"));
    }
    if figures.streak > 0 {
        parts.push(painter.with("home-streak", &[("days", figures.streak.into())]));
    }
    parts.join(" · ")
}

/// What the last thirty days come to.
fn month(figures: &Stats, painter: Painter<'_>) -> String {
    let answers = |day: &crate::app::stats::DayLine| day.answers + day.practice;
    let studied = figures.days.iter().filter(|day| answers(day) > 0).count();
    let time = figures.days.iter().map(|day| day.seconds).sum();
    let args = [
        ("days", studied.into()),
        ("n", figures.days.iter().map(answers).sum::<u32>().into()),
        ("time", words::spent(seconds(time), painter.messages).into()),
    ];
    painter.with("statistics-month", &args)
}

/// The answers of the last thirty days as columns, with their scale on the left and their first and last day below.
fn chart(figures: &Stats, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let theme = painter.theme;
    let answers: Vec<u32> = figures.days.iter().map(|day| day.answers + day.practice).collect();
    let most = answers.iter().copied().max().unwrap_or_default().to_string();
    let margin = most.width() + 1;
    let room = usize::from(width).saturating_sub(margin);
    // Two columns apart where there is room.
    let wide = if room >= answers.len() * 2 { 2 } else { 1 };
    let mut lines = Vec::new();
    for (number, row) in columns(&answers, HEIGHT).into_iter().enumerate() {
        let label = match number {
            0 => most.clone(),
            _ if number + 1 == HEIGHT => "0".to_owned(),
            _ => String::new(),
        };
        let bars: String =
            row.into_iter().flat_map(|cell| std::iter::once(cell).chain((wide > 1).then_some(' '))).collect();
        lines.push(Line::from(vec![
            Span::styled(format!("{label:>0$} ", margin - 1), theme.dim),
            Span::styled(bars.trim_end().to_owned(), theme.good),
        ]));
    }
    let ends = [figures.days.first(), figures.days.last()].map(|day| day.map(|day| short(day.date)));
    if let [Some(first), Some(last)] = ends {
        let gap = (answers.len() * wide - (wide - 1)).saturating_sub(first.len() + last.len());
        let below = format!("{}{first}{}{last}", " ".repeat(margin), " ".repeat(gap));
        lines.push(Line::styled(below, theme.dim));
    }
    lines
}

/// `23/11`.
fn short(date: Date) -> String {
    format!("{:02}/{:02}", date.day(), date.month())
}

/// The weeks of half a year, or as many as fit, each a column from Monday on, the present one last.
fn calendar(figures: &Stats, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    /// The names of the weekdays stand before the weeks.
    const MARGIN: usize = 3;
    let theme = painter.theme;
    let today = figures.today;
    let since_monday = i64::from(today.weekday().to_monday_zero_offset());
    let weeks = (figures.calendar.len() / 7).saturating_sub(1).min((usize::from(width) - MARGIN) / 2);
    let monday = |week: usize| {
        let back = i64::try_from(weeks - 1 - week).unwrap_or_default() * 7 + since_monday;
        today.checked_sub(back.days()).unwrap_or(today)
    };
    let most = figures.calendar.iter().copied().max().unwrap_or_default();
    let mut lines = vec![Line::styled(
        format!("{}{}", " ".repeat(MARGIN), months((0..weeks).map(monday), painter)),
        theme.dim,
    )];
    for weekday in 0..7_i64 {
        let name: String = painter.say(&format!("weekday-{}", weekday + 1)).chars().take(2).collect();
        let mut spans = vec![Span::styled(format!("{name} "), theme.dim)];
        for week in 0..weeks {
            let ahead = i64::try_from(weeks - 1 - week).unwrap_or_default() * 7 + since_monday - weekday;
            // What is to come is left blank.
            let place =
                usize::try_from(ahead).ok().and_then(|back| figures.calendar.len().checked_sub(back + 1));
            let Some(answers) = place.and_then(|place| figures.calendar.get(place)).copied() else {
                continue;
            };
            let style = if answers > 0 { theme.good } else { theme.dim };
            spans.push(Span::styled(format!("{} ", shade(answers, most)), style));
        }
        lines.push(Line::from(spans));
    }
    let legend = painter.with("statistics-legend", &[("n", most.into())]);
    lines.extend(text(legend, theme.dim, width));
    lines
}

/// The name of each month above the first week that begins in it, two columns a week. One of which too little is seen has none.
fn months(mondays: impl Iterator<Item = Date>, painter: Painter<'_>) -> String {
    let mut begins: Vec<(usize, i8)> = Vec::new();
    for (week, monday) in mondays.enumerate() {
        if begins.last().is_none_or(|(_, month)| *month != monday.month()) {
            begins.push((week, monday.month()));
        }
    }
    let mut line = String::new();
    for (number, (week, month)) in begins.iter().enumerate() {
        let room = begins.get(number + 1).map_or(usize::MAX, |(next, _)| (next - week) * 2);
        let name = painter.say(&format!("month-short-{month}"));
        if name.width() < room {
            line.push_str(&" ".repeat((week * 2).saturating_sub(line.width())));
            line.push_str(&name);
        }
    }
    line
}

fn seconds(seconds: u64) -> f64 {
    u32::try_from(seconds).map_or(f64::from(u32::MAX), f64::from)
}
