//! Areas of a picture.

use super::image;
use crate::{
    card::{Area, Image, ZoneArea},
    deck::{
        cx::Cx,
        diagnostic::problem,
        node::{Node, Value},
        raw::{Field, Later, RawArea, RawCard, Record, read_record},
        source::Span,
    },
};

/// The areas that could be read, and how many were written.
pub(super) struct Areas {
    pub(super) areas: Vec<ZoneArea>,
    pub(super) told: usize,
}

/// The picture that a question on a picture cannot be without.
pub(super) fn picture(raw: &mut RawCard<'_>, place: &str, start: &Span, cx: &mut Cx<'_>) -> Option<Image> {
    let alt = std::mem::take(&mut raw.alt);
    let key = raw.image.key.clone().unwrap_or_else(|| start.clone());
    let found = std::mem::take(&mut raw.image).needed("image", place, start, cx)?;
    image::image(found, Some(alt), key, cx)
}

/// The areas under `zones`; whether each needs a label.
pub(super) fn labelled(
    field: Field<Later<'_>>,
    place: &str,
    start: &Span,
    named: bool,
    cx: &mut Cx<'_>,
) -> Option<Areas> {
    let key = field.key.clone().unwrap_or_else(|| start.clone());
    let node = field.needed("zones", place, start, cx)?.0;
    let items = items(node, "zones", cx)?;
    if items.is_empty() {
        cx.report(problem!(Error "empty" at key, key = "zones"; help "empty-help"));
    }
    let areas = items.iter().filter_map(|item| area(item, named, cx)).collect();
    Some(Areas { areas, told: items.len() })
}

/// The areas under `name`, whose labels nobody sees.
pub(super) fn unlabelled(node: &Node, name: &str, cx: &mut Cx<'_>) -> Vec<Area> {
    let items = items(node, name, cx).unwrap_or_default();
    items.iter().filter_map(|item| area(item, false, cx)).map(|zone| zone.area).collect()
}

fn items<'n>(node: &'n Node, name: &str, cx: &mut Cx<'_>) -> Option<&'n [Node]> {
    if let Value::List { items, .. } = &node.value {
        return Some(items);
    }
    if node.is_broken() {
        cx.taint();
    } else {
        cx.report(problem!(Error "zones-not-a-list" at node.span.clone(), key = name; help "zones-help"));
    }
    None
}

fn area(node: &Node, named: bool, cx: &mut Cx<'_>) -> Option<ZoneArea> {
    let raw = read_record::<RawArea<'_>>(node, cx)?;
    let start = raw.start.clone();
    let mut outlines = raw.present();
    outlines.retain(|(key, _)| *key != "label");
    let label = if named {
        raw.label.needed("label", "area", &start, cx).map(|line| line.value)
    } else {
        Some(raw.label.optional("label", cx).map(|line| line.value).unwrap_or_default())
    };
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
    Some(ZoneArea { label: label?, area: area? })
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
