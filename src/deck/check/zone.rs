//! Places to point at.

use super::{image, plain};
use crate::{
    card::{Area, Ground, Text, TextZone, Zone, ZoneArea},
    deck::{
        cx::Cx,
        diagnostic::{message, problem},
        node::{Node, Value},
        raw::{Prose, RawArea, RawCard, Record, read_record},
        source::Span,
    },
};

/// Most places of a zone question. Source: arrêté of 21 December 2021, art. 7 (1 to 5).
const PLACES: usize = 5;

pub(super) fn zone(raw: &mut RawCard<'_>, cx: &mut Cx<'_>) -> Option<Zone> {
    let start = raw.start.clone();
    let key = raw.zone.key.clone().unwrap_or_else(|| start.clone());
    let prompt = plain::prompt(&mut raw.zone, "zone", &start, cx);
    let ground = match (raw.text.key.clone(), raw.zones.key.clone()) {
        (Some(text), Some(zones)) => {
            cx.report(
                problem!(Error "zone-two-grounds" at zones; help "zone-ground-help")
                    .relate(text, message!("first-here")),
            );
            None
        }
        (None, None) => {
            cx.report(problem!(Error "zone-no-ground" at key; help "zone-ground-help"));
            None
        }
        (Some(key), None) => std::mem::take(&mut raw.text)
            .needed("text", "zone", &start, cx)
            .and_then(|prose| in_text(&prose, &key, cx)),
        (None, Some(key)) => on_picture(raw, &start, &key, cx),
    };
    Some(Zone { prompt: prompt?, ground: ground? })
}

fn too_many(count: usize, key: &Span, cx: &mut Cx<'_>) {
    if count > PLACES {
        cx.report(problem!(Warning "zone-count" at key.clone(), count = count; help "zone-count-help"));
    }
}

fn on_picture(raw: &mut RawCard<'_>, start: &Span, key: &Span, cx: &mut Cx<'_>) -> Option<Ground> {
    let alt = std::mem::take(&mut raw.alt);
    let image_key = raw.image.key.clone().unwrap_or_else(|| start.clone());
    let picture = std::mem::take(&mut raw.image)
        .needed("image", "zone", start, cx)
        .and_then(|found| image::image(found, Some(alt), image_key, cx));
    let node = std::mem::take(&mut raw.zones).needed("zones", "zone", start, cx)?.0;
    let Value::List { items, .. } = &node.value else {
        if node.is_broken() {
            cx.taint();
        } else {
            cx.report(problem!(Error "zones-not-a-list" at node.span.clone(); help "zones-help"));
        }
        return None;
    };
    if items.is_empty() {
        cx.report(problem!(Error "empty" at key.clone(), key = "zones"; help "empty-help"));
    }
    too_many(items.len(), key, cx);
    let zones: Vec<ZoneArea> = items.iter().filter_map(|item| area(item, cx)).collect();
    Some(Ground::Image { image: picture?, zones })
}

fn area(node: &Node, cx: &mut Cx<'_>) -> Option<ZoneArea> {
    let raw = read_record::<RawArea<'_>>(node, cx)?;
    let start = raw.start.clone();
    let mut outlines = raw.present();
    outlines.retain(|(key, _)| *key != "label");
    let label = raw.label.needed("label", "area", &start, cx);
    let area = match outlines.as_slice() {
        [("rect", _)] => raw.rect.value.map(|n| (n.value, n.span)).and_then(|(n, span)| match n.as_slice() {
            &[x, y, w, h] if w > 0.0 && h > 0.0 => {
                inside(&[x, x + w], &[y, y + h], &span, cx).then_some(Area::Rect([x, y, w, h]))
            }
            _ => wrong_form(&span, cx),
        }),
        [("circle", _)] => {
            raw.circle.value.map(|n| (n.value, n.span)).and_then(|(n, span)| match n.as_slice() {
                // The radius is in percent of the width: how far it reaches down hangs on the picture's shape.
                &[x, y, r] if r > 0.0 => {
                    inside(&[x - r, x + r], &[y], &span, cx).then_some(Area::Circle([x, y, r]))
                }
                _ => wrong_form(&span, cx),
            })
        }
        [("polygon", _)] => raw.polygon.value.and_then(|corners| {
            if corners.value.len() < 3 {
                return wrong_form(&corners.span, cx);
            }
            let (xs, ys): (Vec<f32>, Vec<f32>) = corners.value.iter().map(|&[x, y]| (x, y)).unzip();
            inside(&xs, &ys, &corners.span, cx).then_some(Area::Polygon(corners.value))
        }),
        [] => {
            cx.report(problem!(Error "area-no-outline" at start; help "area-help"));
            return None;
        }
        [_, (_, second), ..] => {
            cx.report(problem!(Error "area-two-outlines" at second.clone(); help "area-help"));
            return None;
        }
        [_] => None,
    };
    if area.is_none() {
        cx.taint();
    }
    Some(ZoneArea { label: label?.value, area: area? })
}

fn wrong_form(span: &Span, cx: &mut Cx<'_>) -> Option<Area> {
    cx.report(problem!(Error "area-form" at span.clone(); help "area-help"));
    None
}

fn inside(xs: &[f32], ys: &[f32], span: &Span, cx: &mut Cx<'_>) -> bool {
    // A sum of percentages may miss 100 by the last bit.
    const SLACK: f32 = 0.001;
    let good = xs.iter().chain(ys).all(|v| (-SLACK..=100.0 + SLACK).contains(v));
    if !good {
        cx.report(problem!(Error "area-outside" at span.clone(); help "area-help"));
    }
    good
}

/// Cuts a text at its marks: `[[…]]` is expected, `\[[` is a plain `[[`.
fn in_text(prose: &Prose, key: &Span, cx: &mut Cx<'_>) -> Option<Ground> {
    let text = prose.text.as_str();
    let mut spans: Vec<TextZone> = Vec::new();
    let mut piece = String::new();
    let mut opened: Option<usize> = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let step = if rest.starts_with("\\[[") {
            piece.push_str("[[");
            3
        } else if rest.starts_with("[[") && opened.is_none() {
            push(&mut spans, &mut piece, false);
            opened = Some(at);
            2
        } else if let Some(from) = opened.filter(|_| rest.starts_with("]]")) {
            if piece.trim().is_empty() {
                let place = plain::place_in(prose, from, at + 2 - from, cx);
                cx.report(problem!(Error "mark-empty" at place; help "marks-help"));
                return None;
            }
            push(&mut spans, &mut piece, true);
            opened = None;
            2
        } else {
            piece.push(c);
            c.len_utf8()
        };
        at += step;
    }
    if let Some(from) = opened {
        let place = plain::place_in(prose, from, 2, cx);
        cx.report(problem!(Error "mark-open" at place; help "marks-help"));
        return None;
    }
    push(&mut spans, &mut piece, false);
    let expected = spans.iter().filter(|span| span.expected).count();
    if expected == 0 {
        cx.report(problem!(Error "no-mark" at key.clone(); help "marks-help"));
        return None;
    }
    too_many(expected, key, cx);
    Some(Ground::Text { spans })
}

fn push(spans: &mut Vec<TextZone>, piece: &mut String, expected: bool) {
    if !piece.is_empty() {
        spans.push(TextZone { text: Text::from(std::mem::take(piece)), expected });
    }
}
