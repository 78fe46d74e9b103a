//! Zones to point at, on an image or in a text.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Image, Text};

/// A question that is answered by pointing at one to five places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    /// What to point at.
    pub prompt: Text,
    /// Where.
    pub ground: Ground,
}

/// What is pointed at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ground {
    /// Areas of a picture.
    Image {
        /// The picture.
        image: Image,
        /// The expected areas.
        zones: Vec<ZoneArea>,
    },
    /// Spans of a text.
    Text {
        /// The text in order, cut at the marks; joined, it is the text without marks.
        spans: Vec<TextZone>,
    },
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextZone {
    /// The words.
    pub text: Text,
    /// Whether it is one of the expected zones (`[[…]]`).
    pub expected: bool,
}

/// An area of a picture that is asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZoneArea {
    /// What is there; shown after the answer.
    pub label: Text,
    /// Its outline.
    pub area: Area,
}

/// An outline, in percent (0 to 100) of the picture's width and height.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Area {
    /// Left, top, width, height.
    Rect([f32; 4]),
    /// Centre x, centre y, radius (in percent of the width).
    Circle([f32; 3]),
    /// At least three corners.
    Polygon(Vec<[f32; 2]>),
}

impl Area {
    /// The box around it: its least and greatest corner. That of a circle is taken on a square picture.
    #[must_use]
    pub fn bounds(&self) -> [[f32; 2]; 2] {
        match self {
            Self::Rect([x, y, w, h]) => [[*x, *y], [x + w, y + h]],
            Self::Circle([x, y, r]) => [[x - r, y - r], [x + r, y + r]],
            Self::Polygon(corners) => {
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

    /// The middle of the box around it.
    #[must_use]
    pub fn middle(&self) -> [f32; 2] {
        let [[left, top], [right, bottom]] = self.bounds();
        [f32::midpoint(left, right), f32::midpoint(top, bottom)]
    }

    /// The third of the picture's height and of its width in which its middle lies: 0 for above and for left, to 2.
    #[must_use]
    pub fn third(&self) -> [u8; 2] {
        let third = |middle: f32| match middle {
            middle if middle < 100.0 / 3.0 => 0,
            middle if middle <= 200.0 / 3.0 => 1,
            _ => 2,
        };
        let [x, y] = self.middle();
        [third(y), third(x)]
    }

    /// How many corners its outline has.
    #[must_use]
    pub fn corners(&self) -> usize {
        match self {
            Self::Rect(_) | Self::Circle(_) => 4,
            Self::Polygon(corners) => corners.len(),
        }
    }
}

/// As a deck has it: `rect: [10, 20, 30, 40]`.
impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = |all: &[f32]| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match self {
            Self::Rect(all) => write!(f, "rect: [{}]", numbers(all)),
            Self::Circle(all) => write!(f, "circle: [{}]", numbers(all)),
            Self::Polygon(corners) => {
                let corners: Vec<String> =
                    corners.iter().map(|corner| format!("[{}]", numbers(corner))).collect();
                write!(f, "polygon: [{}]", corners.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_by_the_third_in_which_it_lies() {
        assert_eq!(Area::Rect([0.0, 80.0, 10.0, 10.0]).third(), [2, 0]);
        assert_eq!(Area::Polygon(vec![[90.0, 40.0], [80.0, 60.0], [95.0, 50.0]]).third(), [1, 2]);
        assert_eq!(Area::Circle([50.0, 10.0, 5.0]).third(), [0, 1]);
    }
}
