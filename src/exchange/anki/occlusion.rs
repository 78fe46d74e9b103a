//! Image occlusion: shapes on a picture, in fractions of its size.

use crate::card::Area;

/// The most cards that a shape belongs to.
const CARDS: usize = 8;

/// A shape of a note.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawn {
    /// The number of its card, from 1; 0 where it has none.
    pub(super) number: u32,
    /// It hides its area on the cards of the others too.
    pub(super) always: bool,
    pub(super) shape: Shape,
}

/// The shapes of a note.
pub(super) fn shapes(field: &str) -> Vec<Drawn> {
    let mut out = Vec::new();
    let mut rest = field;
    while let Some((_, after)) = rest.split_once("{{c") {
        rest = after;
        let Some((inner, after)) = after.split_once("}}") else { break };
        let Some((number, shape)) = inner.split_once("::image-occlusion:") else { continue };
        rest = after;
        let (shape, always) = read(shape);
        for number in number.split(',').take(CARDS).filter_map(|number| number.parse().ok()) {
            out.push(Drawn { number, always, shape: shape.clone() });
        }
    }
    out
}

/// What a shape is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// It hides an area.
    Area(Area),
    /// It shows words, whose beginning is there (in percent).
    Words([f32; 2], String),
    /// It is not understood: its kind.
    Unknown(String),
}

fn read(text: &str) -> (Shape, bool) {
    // A colon of a value is escaped.
    const COLON: &str = "\u{1}";
    let text = text.replace("\\:", COLON);
    let (kind, rest) = text.split_once(':').unwrap_or((&text, ""));
    let find =
        |key: &str| rest.split(':').find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == key));
    let value = |key: &str| find(key)?.1.trim().parse::<f32>().ok().filter(|number| number.is_finite());
    let always = find("oi").is_some_and(|(_, value)| value.trim() == "1");
    let area = match kind {
        "rect" => (|| rect(value("left")?, value("top")?, value("width")?, value("height")?))(),
        "ellipse" => (|| ellipse(value("left")?, value("top")?, value("rx")?, value("ry")?))(),
        "polygon" => find("points").and_then(|(_, points)| polygon(points, [value("left"), value("top")])),
        "text" => {
            let words = find("text").map(|(_, words)| words.replace(COLON, ":"));
            if let (Some(words), Some(x), Some(y)) = (words, value("left"), value("top")) {
                return (Shape::Words([percent(x), percent(y)], words), always);
            }
            None
        }
        _ => None,
    };
    (area.map_or_else(|| Shape::Unknown(kind.to_owned()), Shape::Area), always)
}

/// What the hidden places of a note are called. Anki has no names for them: they are the words that were written onto the
/// picture there, or the lines of a list beside it that has as many as there are places.
pub(super) struct Names {
    numbers: Vec<u32>,
    words: Vec<([f32; 2], String)>,
    lines: Vec<String>,
}

impl Names {
    pub(super) fn new(shapes: &[Drawn], beside: [&str; 2]) -> Self {
        let mut numbers: Vec<u32> = shapes
            .iter()
            .filter(|drawn| drawn.number > 0 && matches!(drawn.shape, Shape::Area(_)))
            .map(|drawn| drawn.number)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let words = shapes.iter().filter_map(|drawn| match &drawn.shape {
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
        let on = self.words.iter().find(|(at, _)| areas.iter().any(|area| within(*at, area)));
        let listed = || self.numbers.iter().position(|own| *own == number).and_then(|at| self.lines.get(at));
        on.map(|(_, words)| words).or_else(listed).cloned()
    }
}

/// The words that lie on none of the areas.
pub(super) fn beside(shapes: &[Drawn]) -> impl Iterator<Item = &str> {
    let hidden = |at: [f32; 2]| {
        shapes.iter().any(|drawn| matches!(&drawn.shape, Shape::Area(area) if within(at, area)))
    };
    shapes.iter().filter_map(move |drawn| match &drawn.shape {
        Shape::Words(at, words) if !hidden(*at) => Some(words.as_str()),
        _ => None,
    })
}

fn within([x, y]: [f32; 2], area: &Area) -> bool {
    let [[left, top], [right, bottom]] = area.bounds();
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
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

/// `corner` is where the box around it begins: moved as a whole it keeps its points, and this alone is changed.
fn polygon(points: &str, corner: [Option<f32>; 2]) -> Option<Area> {
    const MOST: usize = 500;
    let read: Option<Vec<[f32; 2]>> = points
        .split_whitespace()
        .take(MOST)
        .map(|point| {
            let (x, y) = point.split_once(',')?;
            let (x, y): (f32, f32) = (x.parse().ok()?, y.parse().ok()?);
            (x.is_finite() && y.is_finite()).then_some([x, y])
        })
        .collect();
    let read = read.filter(|corners| corners.len() >= 3)?;
    let shift = [0, 1].map(|axis| {
        let least = read.iter().map(|point| point[axis]).fold(f32::INFINITY, f32::min);
        corner[axis].map_or(0.0, |corner| corner - least)
    });
    Some(Area::Polygon(read.iter().map(|[x, y]| [percent(x + shift[0]), percent(y + shift[1])]).collect()))
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
        let numbers: Vec<(u32, bool)> = all.iter().map(|drawn| (drawn.number, drawn.always)).collect();
        assert_eq!(numbers, [(1, true), (2, false), (2, true), (3, false)]);
        assert_eq!(all[0].shape, Shape::Area(Area::Rect([10.0, 20.0, 30.0, 40.0])));
        assert!(
            matches!(&all[1].shape, Shape::Area(Area::Polygon(corners)) if corners.len() == 24 && (corners[0][0] - 70.0).abs() < 0.01)
        );
        assert_eq!(all[2].shape, Shape::Area(Area::Polygon(vec![[10.0, 10.0], [90.0, 10.0], [50.0, 90.0]])));
        assert_eq!(all[3].shape, Shape::Words([0.0, 0.0], "a:b".to_owned()));
    }

    #[test]
    fn a_polygon_that_was_moved_lies_where_its_box_begins() {
        let moved = shapes("{{c1::image-occlusion:polygon:left=.3:top=.2:points=.1,.1 .3,.1 .2,.4:oi=1}}");
        assert_eq!(
            moved[0].shape,
            Shape::Area(Area::Polygon(vec![[30.0, 20.0], [50.0, 20.0], [40.0, 50.0]]))
        );
    }

    #[test]
    fn words_beside_the_masks_are_told_from_those_on_them() {
        let all = shapes(
            "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}\
             {{c0::image-occlusion:text:left=.2:top=.3:text=Foie}}{{c0::image-occlusion:text:left=.8:top=.3:text=Vue}}",
        );
        assert_eq!(beside(&all).collect::<Vec<_>>(), ["Vue"]);
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
                let own = all.iter().filter(|drawn| drawn.number == number);
                own.filter_map(|drawn| match &drawn.shape {
                    Shape::Area(area) => Some(area.clone()),
                    _ => None,
                })
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
    fn what_lies_outside_is_brought_inside() {
        let shape = shapes("{{c1::image-occlusion:rect:left=-.1:top=.9:width=.3:height=.4}}");
        assert_eq!(shape[0].shape, Shape::Area(Area::Rect([0.0, 90.0, 20.0, 10.0])));
    }
}
