//! Lines that stand below the body whatever is scrolled: how many are chosen, which, and what is looked for.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::{
    app::{asked::Asked, ticks::Limit, wording},
    tui::{
        model::{Choosing, Review, Stage},
        view::{Painter, cut},
        widgets::{
            markdown,
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// The lines for the stage; none where nothing is counted.
pub(super) fn lines(review: &Review, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    match &review.stage {
        Stage::Choosing(choosing) => choosing_lines(&review.asked, choosing, painter, width),
        Stage::Pointing(pointing) => {
            let wanted = Limit::of(&review.asked.card.content).and_then(Limit::wanted).unwrap_or_default();
            let names: Vec<String> = (0..pointing.places.len())
                .filter(|&place| {
                    pointing.places.span(place).is_some_and(|span| pointing.chosen.contains(&span))
                })
                .map(|place| unbreakable(pointing.places.words(place)).replace('\n', " "))
                .collect();
            vec![counted(pointing.chosen.len(), wanted, &names, painter, width)]
        }
        Stage::Spotting(spotting) => {
            let wanted = Limit::of(&review.asked.card.content).and_then(Limit::wanted).unwrap_or_default();
            vec![counted(spotting.spots.len(), wanted, &[], painter, width)]
        }
        Stage::Recalling(recalling) => {
            let detail = recalling.recall.detail();
            vec![counted(detail.found(), detail.items.len(), &[], painter, width)]
        }
        Stage::Answered(answered) => answered.why.as_ref().map_or_else(Vec::new, |why| {
            let id = if answered.is_slip() && review.asked.within.is_none() {
                "reason-given-slip"
            } else {
                "reason-given"
            };
            let text = painter.with(id, &[("reason", why.describe(painter.messages).into())]);
            wrap(&[Run { text, style: painter.theme.accent }], width, &[], &[])
        }),
        _ => Vec::new(),
    }
}

/// ```text
/// 2 sur 3 · Créatininémie · Kaliémie
/// Chercher : cal▏
/// ```
fn choosing_lines(
    asked: &Asked,
    choosing: &Choosing,
    painter: Painter<'_>,
    width: u16,
) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let told = matches!(asked.card.content, crate::card::Content::Qrp(_));
    if let Some(wanted) = Limit::of(&asked.card.content).filter(|_| told).and_then(Limit::wanted) {
        lines.push(counted(choosing.ticked.len(), wanted, &names(asked, choosing), painter, width));
    }
    if let Some(filter) = &choosing.filter {
        lines.push(Line::from(vec![
            Span::styled(format!("{} ", painter.say("filter-label")), painter.theme.accent),
            Span::raw(filter.clone()),
            Span::styled("▏", painter.theme.accent),
        ]));
    }
    lines
}

/// The ticked options in the order of the screen: their letters where they have one, else what they say.
fn names(asked: &Asked, choosing: &Choosing) -> Vec<String> {
    let ticked = asked.options().filter(|(_, number, _)| choosing.ticked.contains(number));
    ticked
        .map(|(line, _, option)| match choosing.filter {
            Some(_) => markdown::plain(&option.text),
            None => wording::letter(line).to_string(),
        })
        .collect()
}

/// `2 sur 3 · Créatininémie · Kaliémie`: each name gets its share of the line.
fn counted(count: usize, wanted: usize, names: &[String], painter: Painter<'_>, width: u16) -> Line<'static> {
    let theme = painter.theme;
    let style = if count == wanted { theme.good } else { theme.accent };
    let head = painter.with("ticked-count", &[("n", count.into()), ("wanted", wanted.into())]);
    let mut left = usize::from(width).saturating_sub(head.width());
    let mut spans = vec![Span::styled(head, style)];
    for (place, name) in names.iter().enumerate() {
        let share = (left / (names.len() - place)).saturating_sub(3);
        let name = cut(name, u16::try_from(share).unwrap_or(u16::MAX));
        left = left.saturating_sub(name.width() + 3);
        spans.push(Span::styled(" · ", theme.dim));
        spans.push(Span::styled(name, theme.text));
    }
    Line::from(spans)
}
