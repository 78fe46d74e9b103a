//! The picture of a card: how much room it gets, and what is drawn over it.

use std::sync::Arc;

use ratatui::{
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
};

use super::Lines;
use crate::{
    app::{
        answered::Answered,
        asked::Asked,
        pictures::{self, Shown},
        wording,
    },
    card::{Area, Content, Ground, Image, ZoneArea},
    grade::{Detail, ZoneDetail},
    tui::{
        model::{Review, Stage},
        picture::{Covers, Look, Mark, MarkKind, MarkLook},
        view::Painter,
        widgets::wrap::{Run, wrap},
    },
};

/// Below this many rows a picture would leave no room for the options beside it; it can still be enlarged.
const LOW: u16 = 12;

/// The picture of the stage with what is drawn over it, where there is room for it.
pub(super) fn look(review: &Review, body: Rect) -> Option<Look> {
    let picture = review.picture()?;
    if body.height < 5 || (body.height < LOW && !is_needed(review) && !review.enlarged) {
        return None;
    }
    let (covers, signs) = hidden(review);
    let (marks, cursor) = match &review.stage {
        Stage::Spotting(spotting) => {
            let spot = |at: &[f32; 2]| Mark { kind: MarkKind::Spot(*at), look: MarkLook::Placed };
            (spotting.spots.iter().map(spot).collect(), Some(spotting.cursor))
        }
        Stage::Answered(answered) => (zones_and_spots(review, answered), None),
        _ => (Vec::new(), None),
    };
    let marks = marks.into_iter().chain(signs).collect();
    Some(Look { picture: Arc::clone(picture), covers, marks, cursor })
}

/// Without its picture there is nothing to point at, or to say.
fn is_needed(review: &Review) -> bool {
    matches!(review.stage, Stage::Spotting(_)) || matches!(review.asked.card.content, Content::Mask(_))
}

/// What of the picture is hidden; and a question mark over what is asked, or once it is answered its outline.
fn hidden(review: &Review) -> (Covers, Vec<Mark>) {
    let Content::Mask(mask) = &review.asked.card.content else { return Default::default() };
    let answered = matches!(review.stage, Stage::Answered(_));
    if answered && review.asked.pictures.answer.is_some() {
        // Another picture.
        return Default::default();
    }
    let asked: Vec<Area> = mask.zones.iter().map(|zone| zone.area.clone()).collect();
    let kind = |area: &Area| {
        if answered { MarkKind::Outline(area.clone()) } else { MarkKind::Sign(area.middle(), '?') }
    };
    let marks = asked.iter().map(|area| Mark { kind: kind(area), look: MarkLook::Asked }).collect();
    let others = mask.others.clone();
    let covers = if answered {
        Covers { asked: Vec::new(), others, shown: asked }
    } else {
        Covers { asked, others, shown: Vec::new() }
    };
    (covers, marks)
}

/// The zones of a question on a picture.
fn zones(asked: &Asked) -> &[ZoneArea] {
    match &asked.card.content {
        Content::Zone(zone) => match &zone.ground {
            Ground::Image { zones, .. } => zones,
            Ground::Text { .. } => &[],
        },
        _ => &[],
    }
}

fn zones_and_spots(review: &Review, answered: &Answered) -> Vec<Mark> {
    // Another picture with the answer has no zones.
    if review.asked.pictures.answer.as_ref().is_some_and(Result::is_ok) {
        return Vec::new();
    }
    let detail = answered.marked.as_ref().and_then(|marked| match &marked.detail {
        Detail::Zone(detail) => Some(detail),
        _ => None,
    });
    let zones = zones(&review.asked);
    let mut marks = Vec::new();
    for (number, zone) in zones.iter().enumerate() {
        let hit = detail.is_some_and(|detail| detail.hits.get(number).is_some_and(Option::is_some));
        let look = if hit { MarkLook::Right } else { MarkLook::Missed };
        marks.push(Mark { kind: MarkKind::Outline(zone.area.clone()), look });
        let digit = u32::try_from(number + 1).ok().and_then(|number| char::from_digit(number, 10));
        if let (Some(digit), true) = (digit, zones.len() > 1) {
            marks.push(Mark { kind: MarkKind::Sign(corner(&zone.area), digit), look });
        }
    }
    for (number, spot) in answered.spots.iter().enumerate() {
        let hit = detail.is_some_and(|detail| detail.hits.contains(&Some(number)));
        let look = if hit { MarkLook::Right } else { MarkLook::Wrong };
        marks.push(Mark { kind: MarkKind::Spot(*spot), look });
    }
    marks
}

/// Where the number of a zone stands: on its outline, at the top left, so that what is inside is seen.
fn corner(area: &Area) -> [f32; 2] {
    match area {
        Area::Rect([x, y, ..]) => [*x, *y],
        Area::Circle([x, y, radius]) => [x - radius, *y],
        Area::Polygon(corners) => corners.first().copied().unwrap_or_default(),
    }
}

/// The text above, the picture below: the text as many rows as it needs, the picture never less than its share.
pub(super) fn split(review: &Review, rows: usize, body: Rect) -> [Rect; 2] {
    let height = body.height;
    let share = match &review.stage {
        _ if review.enlarged => height - 1,
        Stage::Answered(_) => height / 2,
        // What is to be pointed at often stands at the end of the question.
        _ if is_needed(review) => height - (height * 2 / 5).max(2),
        _ => height / 2,
    };
    let text = u16::try_from(rows).unwrap_or(u16::MAX).min(height.saturating_sub(share)).max(1);
    Layout::vertical([Constraint::Length(text), Constraint::Fill(1)]).areas(body)
}

/// What stands for a picture that is not drawn: why, and what it shows.
pub(super) fn write_instead(
    image: &Image,
    shown: Option<&Shown>,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let theme = painter.theme;
    if let Some(Err(error)) = shown {
        let reason = painter.say(error.message_id());
        let runs = [Run {
            text: painter.with("picture-not-shown", &[("reason", reason.into())]),
            style: theme.warn,
        }];
        lines.out.extend(wrap(&runs, width, &[], &[]));
    }
    lines.labelled(&painter.say("image-label"), theme.dim, &image.alt, theme.dim, width);
}

/// The picture with the question, where it is not drawn.
pub(super) fn write_question(
    asked: &Asked,
    drawn: bool,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let Some(image) = pictures::of_question(&asked.card, asked.within.as_deref()) else { return };
    if !drawn {
        write_instead(image, asked.pictures.question.as_ref(), painter, width, lines);
        if let Content::Mask(mask) = &asked.card.content {
            let places = wording::hidden_places(mask, painter.messages);
            lines.labelled(&painter.say("mask-where"), painter.theme.dim, &places, painter.theme.dim, width);
        }
    }
}

/// ```text
/// 1 ✔ le préfet
/// 2 ○ la caisse — à pointer
/// ✘ un point hors des zones
/// ```
pub(super) fn write_zones(
    asked: &Asked,
    detail: Option<&ZoneDetail>,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let theme = painter.theme;
    let zones = zones(asked);
    for (number, zone) in zones.iter().enumerate() {
        let hit = detail.map(|detail| detail.hits.get(number).is_some_and(Option::is_some));
        let (mark, style, remark) = match hit {
            Some(true) => ("✔", theme.good, None),
            Some(false) => ("○", theme.warn, Some("place-missed")),
            None => ("•", theme.text, None),
        };
        let head = if zones.len() > 1 { format!("{} {mark} ", number + 1) } else { format!("{mark} ") };
        let mut text = crate::tui::widgets::markdown::plain(&zone.label);
        if let Some(id) = remark {
            text = format!("{text} — {}", painter.say(id));
        }
        let runs = [Run { text, style }];
        lines.out.extend(wrap(&runs, width, &[Span::styled(head, style)], &[Span::raw("  ")]));
    }
    let strays = detail.map_or(0, |detail| detail.strays.len());
    if strays > 0 {
        let text = painter.with("spots-wrong", &[("n", strays.into())]);
        lines.push(Line::styled(format!("✘ {text}"), theme.bad));
    }
}

/// Where a picture comes from, and its licence.
pub(super) fn write_credit(asked: &Asked, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let question = pictures::of_question(&asked.card, asked.within.as_deref());
    let images = question.into_iter().chain(asked.card.meta.answer_image.as_ref());
    let mut before: Option<&str> = None;
    for credit in images.filter_map(|image| image.credit.as_deref()) {
        if before.replace(credit) != Some(credit) {
            let style: Style = painter.theme.dim;
            lines.labelled(&painter.say("image-credit"), style, credit, style, width);
        }
    }
}
