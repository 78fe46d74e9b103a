//! What falls due on the coming days, a bar for each.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{WIDE, text};
use crate::{
    app::stats::{ForecastLine, Stats},
    tui::{view::Painter, widgets::bars::bar},
};

pub(super) fn lines(figures: &Stats, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let days = &figures.forecast;
    let sum = |count: usize| days.iter().take(count).map(|day| day.due).sum::<u32>();
    let args = [("today", sum(1).into()), ("week", sum(7).into()), ("month", sum(days.len()).into())];
    let mut lines = text(painter.with("statistics-due", &args), painter.theme.text, width);
    lines.extend(text(painter.say("statistics-due-note"), painter.theme.dim, width));
    if width >= WIDE {
        lines.push(Line::default());
    }
    let most = days.iter().map(|day| day.due).max().unwrap_or_default();
    lines.extend(days.iter().enumerate().map(|(number, day)| row(*day, number == 0, most, painter, width)));
    lines
}

/// `lun 23/11 ███████▌ 12`
fn row(day: ForecastLine, today: bool, most: u32, painter: Painter<'_>, width: u16) -> Line<'static> {
    let theme = painter.theme;
    let number = day.date.weekday().to_monday_one_offset();
    let weekday: String = painter.say(&format!("weekday-{number}")).chars().take(3).collect();
    let label = format!("{weekday} {:02}/{:02} ", day.date.day(), day.date.month());
    let count = day.due.to_string();
    let room = usize::from(width).saturating_sub(label.width() + most.to_string().width() + 1);
    let bar = bar(day.due, most, room);
    let gap = if bar.is_empty() { "" } else { " " };
    Line::from(vec![
        Span::styled(label, if today { theme.accent } else { theme.dim }),
        Span::styled(bar, if today { theme.accent } else { theme.good }),
        Span::styled(format!("{gap}{count}"), if day.due > 0 { theme.text } else { theme.dim }),
    ])
}
