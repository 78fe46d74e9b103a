//! Zones to point at, on an image or in a text.

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

/// An expected area of a picture.
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
