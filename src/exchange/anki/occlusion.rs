//! Image occlusion: shapes on a picture, in fractions of its size.

use crate::card::Area;

/// The most cards that a shape belongs to.
const CARDS: usize = 8;

/// The shapes of a note, each with the number of its card.
pub(super) fn shapes(field: &str) -> Vec<(u32, Shape)> {
    let mut out = Vec::new();
    let mut rest = field;
    while let Some((_, after)) = rest.split_once("{{c") {
        rest = after;
        let Some((inner, after)) = after.split_once("}}") else { break };
        let Some((number, shape)) = inner.split_once("::image-occlusion:") else { continue };
        rest = after;
        let shape = read(shape);
        for number in number.split(',').take(CARDS).filter_map(|number| number.parse().ok()) {
            out.push((number, shape.clone()));
        }
    }
    out
}

/// A shape of an occlusion.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// It hides an area.
    Area(Area),
    /// It is not understood: its kind.
    Unknown(String),
}

fn read(text: &str) -> Shape {
    let (kind, rest) = text.split_once(':').unwrap_or((text, ""));
    let value = |key: &str| -> Option<f32> {
        let found = rest.split(':').find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == key))?;
        found.1.trim().parse::<f32>().ok().filter(|number| number.is_finite())
    };
    let area = match kind {
        "rect" => (|| rect(value("left")?, value("top")?, value("width")?, value("height")?))(),
        "ellipse" => (|| ellipse(value("left")?, value("top")?, value("rx")?, value("ry")?))(),
        "polygon" => rest.split(':').find_map(|pair| pair.strip_prefix("points=")).and_then(polygon),
        _ => None,
    };
    area.map_or_else(|| Shape::Unknown(kind.to_owned()), Shape::Area)
}

/// A fraction in percent, with two digits behind the point, within the picture.
fn percent(fraction: f32) -> f32 {
    (fraction.clamp(0.0, 1.0) * 10_000.0).round() / 100.0
}

fn rect(left: f32, top: f32, width: f32, height: f32) -> Option<Area> {
    let (x, y) = (percent(left), percent(top));
    let (right, bottom) = (percent(left + width), percent(top + height));
    let size = |from: f32, to: f32| ((to - from) * 100.0).round() / 100.0;
    let (w, h) = (size(x, right), size(y, bottom));
    (w > 0.0 && h > 0.0).then_some(Area::Rect([x, y, w, h]))
}

/// An ellipse as a polygon: a circle of ours is round whatever the shape of the picture.
fn ellipse(left: f32, top: f32, rx: f32, ry: f32) -> Option<Area> {
    const CORNERS: u8 = 24;
    if rx <= 0.0 || ry <= 0.0 {
        return None;
    }
    let corner = |number: u8| {
        let angle = f32::from(number) / f32::from(CORNERS) * std::f32::consts::TAU;
        [percent(left + rx + rx * angle.cos()), percent(top + ry + ry * angle.sin())]
    };
    Some(Area::Polygon((0..CORNERS).map(corner).collect()))
}

fn polygon(points: &str) -> Option<Area> {
    const MOST: usize = 500;
    let corners: Option<Vec<[f32; 2]>> = points
        .split_whitespace()
        .take(MOST)
        .map(|point| {
            let (x, y) = point.split_once(',')?;
            let (x, y): (f32, f32) = (x.parse().ok()?, y.parse().ok()?);
            (x.is_finite() && y.is_finite()).then(|| [percent(x), percent(y)])
        })
        .collect();
    corners.filter(|corners| corners.len() >= 3).map(Area::Polygon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_read_in_percent() {
        let all = shapes(
            "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}<br>\
             {{c2::image-occlusion:ellipse:left=.5:top=.2:rx=.1:ry=.2}}<br>\
             {{c2::image-occlusion:polygon:points=.1,.1 .9,.1 .5,.9:oi=1}}{{c3::image-occlusion:text:left=0:top=0:text=a}}",
        );
        assert_eq!(all[0], (1, Shape::Area(Area::Rect([10.0, 20.0, 30.0, 40.0]))));
        assert!(
            matches!(&all[1], (2, Shape::Area(Area::Polygon(corners))) if corners.len() == 24 && (corners[0][0] - 70.0).abs() < 0.01)
        );
        assert_eq!(all[2], (2, Shape::Area(Area::Polygon(vec![[10.0, 10.0], [90.0, 10.0], [50.0, 90.0]]))));
        assert_eq!(all[3], (3, Shape::Unknown("text".to_owned())));
    }

    #[test]
    fn what_lies_outside_is_brought_inside() {
        let shape = shapes("{{c1::image-occlusion:rect:left=-.1:top=.9:width=.3:height=.4}}");
        assert_eq!(shape[0].1, Shape::Area(Area::Rect([0.0, 90.0, 20.0, 10.0])));
    }
}
