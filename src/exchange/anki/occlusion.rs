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
    /// It shows words, whose beginning is there (in percent).
    Words([f32; 2], String),
    /// It is not understood: its kind.
    Unknown(String),
}

fn read(text: &str) -> Shape {
    // A colon of a value is escaped.
    const COLON: &str = "\u{1}";
    let text = text.replace("\\:", COLON);
    let (kind, rest) = text.split_once(':').unwrap_or((&text, ""));
    let find =
        |key: &str| rest.split(':').find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == key));
    let value = |key: &str| find(key)?.1.trim().parse::<f32>().ok().filter(|number| number.is_finite());
    let area = match kind {
        "rect" => (|| rect(value("left")?, value("top")?, value("width")?, value("height")?))(),
        "ellipse" => (|| ellipse(value("left")?, value("top")?, value("rx")?, value("ry")?))(),
        "polygon" => find("points").and_then(|(_, points)| polygon(points)),
        "text" => {
            let words = find("text").map(|(_, words)| words.replace(COLON, ":"));
            if let (Some(words), Some(x), Some(y)) = (words, value("left"), value("top")) {
                return Shape::Words([percent(x), percent(y)], words);
            }
            None
        }
        _ => None,
    };
    area.map_or_else(|| Shape::Unknown(kind.to_owned()), Shape::Area)
}

/// The box around an area: its least and greatest corner, in percent.
pub(super) fn around(area: &Area) -> [[f32; 2]; 2] {
    match area {
        Area::Rect([x, y, w, h]) => [[*x, *y], [x + w, y + h]],
        Area::Circle([x, y, r]) => [[x - r, y - r], [x + r, y + r]],
        Area::Polygon(corners) => {
            let side = |axis: usize, pick: fn(f32, f32) -> f32, from: f32| {
                corners.iter().map(|corner| corner[axis]).fold(from, pick)
            };
            [
                [side(0, f32::min, 100.0), side(1, f32::min, 100.0)],
                [side(0, f32::max, 0.0), side(1, f32::max, 0.0)],
            ]
        }
    }
}

/// The third of the height and of the width in which the middle of an area lies.
pub(super) fn third(area: &Area) -> [u8; 2] {
    let [[left, top], [right, bottom]] = around(area);
    let third = |from: f32, to: f32| match f32::midpoint(from, to) {
        middle if middle < 100.0 / 3.0 => 0,
        middle if middle <= 200.0 / 3.0 => 1,
        _ => 2,
    };
    [third(top, bottom), third(left, right)]
}

/// What the hidden places of a note are called. Anki has no names for them: they are the words that were written onto the
/// picture there, or the lines of a list beside it that has as many as there are places.
pub(super) struct Names {
    numbers: Vec<u32>,
    words: Vec<([f32; 2], String)>,
    lines: Vec<String>,
}

impl Names {
    pub(super) fn new(shapes: &[(u32, Shape)], beside: [&str; 2]) -> Self {
        let mut numbers: Vec<u32> = shapes
            .iter()
            .filter(|(number, shape)| *number > 0 && matches!(shape, Shape::Area(_)))
            .map(|(number, _)| *number)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let words = shapes.iter().filter_map(|(_, shape)| match shape {
            Shape::Words(at, words) => Some((*at, words.clone())),
            _ => None,
        });
        let lists = beside.map(lines);
        let lines = lists.into_iter().find(|lines| lines.len() == numbers.len() && lines.len() > 1);
        Self { words: words.collect(), lines: lines.unwrap_or_default(), numbers }
    }

    /// How many places there are.
    pub(super) fn count(&self) -> usize {
        self.numbers.len()
    }

    /// The name of the places of a card, as HTML.
    pub(super) fn of(&self, number: u32, areas: &[Area]) -> Option<String> {
        let within = |[x, y]: [f32; 2], area: &Area| {
            let [[left, top], [right, bottom]] = around(area);
            (left..=right).contains(&x) && (top..=bottom).contains(&y)
        };
        let on = self.words.iter().find(|(at, _)| areas.iter().any(|area| within(*at, area)));
        let listed = || self.numbers.iter().position(|own| *own == number).and_then(|at| self.lines.get(at));
        on.map(|(_, words)| words).or_else(listed).cloned()
    }
}

/// The lines of a field that are numbered: "1. Foie", "2) Rate", items of a list.
fn lines(field: &str) -> Vec<String> {
    let is_list = field.contains("<li");
    let text =
        field.replace("<li", "\n<li").replace("<br", "\n<br").replace("<div", "\n<div").replace("<p", "\n<p");
    let named = |line: &str| {
        let line = crate::exchange::html::plain(line);
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let rest = line[digits..].trim_start_matches(['.', ')', ':', '-', ' ']);
        (digits > 0 || is_list).then(|| rest.trim().to_owned()).filter(|rest| !rest.is_empty())
    };
    text.lines().filter_map(named).collect()
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
             {{c2::image-occlusion:polygon:points=.1,.1 .9,.1 .5,.9:oi=1}}{{c3::image-occlusion:text:left=0:top=0:text=a\\:b:scale=1}}",
        );
        assert_eq!(all[0], (1, Shape::Area(Area::Rect([10.0, 20.0, 30.0, 40.0]))));
        assert!(
            matches!(&all[1], (2, Shape::Area(Area::Polygon(corners))) if corners.len() == 24 && (corners[0][0] - 70.0).abs() < 0.01)
        );
        assert_eq!(all[2], (2, Shape::Area(Area::Polygon(vec![[10.0, 10.0], [90.0, 10.0], [50.0, 90.0]]))));
        assert_eq!(all[3], (3, Shape::Words([0.0, 0.0], "a:b".to_owned())));
    }

    #[test]
    fn names_are_found_on_the_picture_or_in_a_list_of_as_many_lines() {
        let rect = |number: u32, left: &str| {
            format!("{{{{c{number}::image-occlusion:rect:left={left}:top=.2:width=.2:height=.2}}}}")
        };
        let names = |field: &str, beside: &str| -> Vec<Option<String>> {
            let all = shapes(field);
            let names = Names::new(&all, ["", beside]);
            let areas = |number: u32| -> Vec<Area> {
                let own = all.iter().filter(|(of, _)| *of == number);
                own.filter_map(
                    |(_, shape)| if let Shape::Area(area) = shape { Some(area.clone()) } else { None },
                )
                .collect()
            };
            (1..=2).map(|number| names.of(number, &areas(number))).collect()
        };
        let two = rect(1, ".1") + &rect(2, ".6");
        let foie = Some("Foie".to_owned());
        assert_eq!(names(&two, "1. Foie<br>2) Rate"), [foie.clone(), Some("Rate".to_owned())]);
        assert_eq!(names(&two, "<ul><li>Foie</li><li>Rate</li></ul>")[0], foie);
        assert_eq!(names(&two, "Foie<br>Rate"), [None, None], "two lines of a text are no list");
        assert_eq!(names(&two, "1. Foie"), [None, None]);
        let written = format!("{two}{{{{c0::image-occlusion:text:left=.15:top=.25:text=Foie:fs=.1}}}}");
        assert_eq!(names(&written, ""), [foie, None]);
    }

    #[test]
    fn a_place_is_told_by_the_third_in_which_it_lies() {
        assert_eq!(third(&Area::Rect([0.0, 80.0, 10.0, 10.0])), [2, 0]);
        assert_eq!(third(&Area::Polygon(vec![[90.0, 40.0], [80.0, 60.0], [95.0, 50.0]])), [1, 2]);
    }

    #[test]
    fn what_lies_outside_is_brought_inside() {
        let shape = shapes("{{c1::image-occlusion:rect:left=-.1:top=.9:width=.3:height=.4}}");
        assert_eq!(shape[0].1, Shape::Area(Area::Rect([0.0, 90.0, 20.0, 10.0])));
    }
}
