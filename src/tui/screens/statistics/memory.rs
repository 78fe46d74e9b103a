//! How much was still known when it was asked again, beside what the student wishes.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{WIDE, heading, text};
use crate::{
    app::{stats::Stats, wording::figures as wording, words},
    tui::{view::Painter, widgets::bars::scale},
};

/// So much below what is desired is told by a colour.
const TELLING: f64 = 0.05;
/// How long a bar is.
const BAR: u32 = 30;

/// A line of figures.
struct Figure {
    /// What it is about.
    name: String,
    /// The share.
    share: Option<f64>,
    /// Out of what, in words.
    of: String,
    /// The same for a narrow screen.
    of_in_short: String,
}

pub(super) fn lines(figures: &Stats, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let wish = figures.desired_retention;
    let percent = words::percent(wish, painter.messages.lang());
    let title = painter.with("statistics-retention", &[("wish", percent.into())]);
    let figure = |name: String, share: Option<f64>, id: &str, args: [(&str, u32); 2]| {
        let of = painter.with(id, &args.map(|(name, number)| (name, number.into())));
        Figure { name, share, of, of_in_short: format!("{}/{}", args[0].1, args[1].1) }
    };
    let recalled = |name: String, share: Option<f64>, recalled: u32, reviews: u32| {
        figure(name, share, "cli-stats-of", [("recalled", recalled), ("reviews", reviews)])
    };
    let name_of_rank = |rank: &Option<String>| wording::rank(rank.as_deref(), painter.messages);
    let spans: Vec<Figure> = figures
        .retention
        .iter()
        .map(|span| {
            let name = painter.with("cli-stats-span", &[("days", span.days.into())]);
            recalled(name, span.share, span.recalled, span.reviews)
        })
        .collect();
    let ages: Vec<Figure> = figures
        .retention_by_age
        .iter()
        .map(|age| {
            recalled(wording::span_of_days(age, painter.messages), age.share, age.recalled, age.reviews)
        })
        .collect();
    let ranks: Vec<Figure> = figures
        .retention_by_rank
        .iter()
        .map(|line| recalled(name_of_rank(&line.rank), line.share, line.recalled, line.reviews))
        .collect();
    let known: Vec<Figure> = figures
        .ranks
        .iter()
        .map(|line| {
            let args = [("seen", line.figures.seen), ("n", line.figures.total)];
            figure(name_of_rank(&line.rank), line.figures.recall, "programme-seen", args)
        })
        .collect();
    // One width for all names, so that the bars stand below each other.
    let names = [&spans, &ages, &ranks, &known].into_iter().flatten().map(|figure| figure.name.width());
    let widest = names.max().unwrap_or_default();
    let table = |figures: Vec<Figure>| {
        figures.into_iter().map(|figure| row(figure, widest, wish, painter, width)).collect::<Vec<_>>()
    };
    let mut lines = text(title, painter.theme.title, width);
    if figures.retention.iter().all(|span| span.reviews == 0) {
        lines.extend(text(painter.say("cli-stats-no-retention"), painter.theme.dim, width));
    } else {
        lines.extend(table(spans));
        if width >= WIDE {
            lines.extend(text(painter.say("statistics-retention-note"), painter.theme.dim, width));
        }
        lines.extend(heading(painter.say("statistics-by-age"), painter, width));
        lines.extend(table(ages));
        lines.extend(heading(painter.say("statistics-by-rank"), painter, width));
        lines.extend(table(ranks));
    }
    lines.extend(heading(painter.say("statistics-known"), painter, width));
    lines.extend(table(known));
    lines
}

/// `7 derniers jours  █████████████████████┃··  87 %  130 sur 150`, without the bar on a narrow screen.
fn row(figure: Figure, widest: usize, wish: f64, painter: Painter<'_>, width: u16) -> Line<'static> {
    let theme = painter.theme;
    let Figure { name, share, of, of_in_short } = figure;
    let lang = painter.messages.lang();
    let percent = share.map_or_else(|| "–".to_owned(), |share| words::percent(share, lang));
    let pad = " ".repeat(widest.saturating_sub(name.width()));
    let mut spans = vec![Span::styled(format!("{name}{pad}  "), theme.text)];
    if width >= WIDE {
        let bar = share.map_or_else(|| "·".repeat(BAR as usize), |share| scale(share, wish, BAR));
        let style = match share {
            None => theme.dim,
            Some(share) if share < wish - TELLING => theme.warn,
            Some(_) => theme.good,
        };
        spans.push(Span::styled(bar, style));
    }
    let pad = " ".repeat(6_usize.saturating_sub(percent.width()));
    spans.push(Span::styled(format!("{pad}{percent}"), theme.accent));
    spans.push(Span::styled(format!("  {}", if width >= WIDE { of } else { of_in_short }), theme.dim));
    Line::from(spans)
}
