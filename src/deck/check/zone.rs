//! Places to point at.

use super::{area, plain};
use crate::{
    card::{Ground, Text, TextZone, Zone},
    deck::{
        cx::Cx,
        diagnostic::{message, problem},
        raw::{Prose, RawCard},
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
    let image = area::picture(raw, "zone", start, cx);
    let zones = area::labelled(std::mem::take(&mut raw.zones), "zone", start, true, cx)?;
    too_many(zones.told, key, cx);
    Some(Ground::Image { image: image?, zones: zones.areas })
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
