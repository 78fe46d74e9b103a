//! What is drawn over a picture: the student's points, and the zones once they are told.

use image::{Rgba, RgbaImage};

use super::cover::Covers;
use crate::card::Area;

/// Something drawn over a picture. Places are in percent of its width and height.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// What it means.
    pub look: MarkLook,
}

/// The shape of a mark.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkKind {
    /// A point that the student placed.
    Spot([f32; 2]),
    /// The outline of a zone.
    Outline(Area),
    /// The number of a zone, 0 to 9, or the question mark of what is hidden.
    Sign([f32; 2], char),
}

/// The question mark, drawn as the digits are.
const QUESTION: u16 = 0b111_001_011_000_010;

/// Digits of three columns and five rows, a bit for each pixel from the top left on.
const DIGITS: [u16; 10] = [
    0b111_101_101_101_111,
    0b010_110_010_010_111,
    0b111_001_111_100_111,
    0b111_001_111_001_111,
    0b101_101_111_001_001,
    0b111_100_111_001_111,
    0b111_100_111_101_111,
    0b111_001_001_001_001,
    0b111_101_111_101_111,
    0b111_101_111_001_111,
];

/// What a mark means, which is its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkLook {
    /// Placed, and nothing is said of it yet.
    Placed,
    /// Right: a zone that was hit, a point that hit one.
    Right,
    /// A zone that was missed.
    Missed,
    /// A point that hit nothing.
    Wrong,
    /// What is hidden and asked.
    Asked,
}

impl MarkLook {
    fn colour(self) -> Rgba<u8> {
        Rgba(match self {
            Self::Placed => [64, 224, 255, 255],
            Self::Right => [64, 208, 64, 255],
            Self::Missed => [255, 208, 48, 255],
            Self::Wrong => [255, 64, 64, 255],
            Self::Asked => return Covers::ASKED,
        })
    }
}

/// Draws `marks` on a picture of the size in which it is shown.
pub(super) fn draw<'a>(image: &mut RgbaImage, marks: impl IntoIterator<Item = &'a Mark>, pen: f32) {
    let (width, height) = (side(image.width()), side(image.height()));
    let at = |[x, y]: [f32; 2]| [x / 100.0 * width, y / 100.0 * height];
    for mark in marks {
        let colour = mark.look.colour();
        // Of this outline only the outer half stays: what is inside is put back.
        let pen = if mark.look == MarkLook::Asked { (pen * 1.5).max(2.5) } else { pen };
        match &mark.kind {
            MarkKind::Spot(spot) => disc(image, at(*spot), (pen * 2.0).max(0.8), colour),
            MarkKind::Sign(place, sign) => write_sign(image, at(*place), *sign, pen, colour),
            MarkKind::Outline(Area::Polygon(corners)) => {
                let next = corners.iter().cycle().skip(1);
                for (from, to) in corners.iter().zip(next) {
                    line(image, at(*from), at(*to), pen, colour);
                }
            }
            MarkKind::Outline(Area::Rect([x, y, w, h])) => {
                let corners = [[*x, *y], [x + w, *y], [x + w, y + h], [*x, y + h]];
                for (number, from) in corners.iter().enumerate() {
                    line(image, at(*from), at(corners[(number + 1) % 4]), pen, colour);
                }
            }
            // The radius is in percent of the width.
            MarkKind::Outline(Area::Circle([x, y, radius])) => {
                let ([cx, cy], radius) = (at([*x, *y]), radius / 100.0 * width);
                let mut before = [cx + radius, cy];
                for step in 1..=64_u8 {
                    let angle = f32::from(step) / 64.0 * std::f32::consts::TAU;
                    let after = [cx + radius * angle.cos(), cy + radius * angle.sin()];
                    line(image, before, after, pen, colour);
                    before = after;
                }
            }
        }
    }
}

/// A sign on a dark ground, its middle at a place.
fn write_sign(image: &mut RgbaImage, [cx, cy]: [f32; 2], sign: char, pen: f32, colour: Rgba<u8>) {
    let digit = sign.to_digit(10).and_then(|digit| DIGITS.get(digit as usize));
    let bits = digit.copied().unwrap_or(QUESTION);
    disc(image, [cx, cy], pen * 4.0, Rgba([0, 0, 0, 255]));
    for row in 0..5_u8 {
        for column in 0..3_u8 {
            if bits >> (14 - row * 3 - column) & 1 == 1 {
                let place = [cx + (f32::from(column) - 1.0) * pen, cy + (f32::from(row) - 2.0) * pen];
                disc(image, place, pen / 2.0, colour);
            }
        }
    }
}

fn line(image: &mut RgbaImage, from: [f32; 2], to: [f32; 2], pen: f32, colour: Rgba<u8>) {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let steps = dx.abs().max(dy.abs()).ceil().clamp(1.0, 4096.0);
    let mut step = 0.0;
    while step <= steps {
        let share = step / steps;
        disc(image, [from[0] + dx * share, from[1] + dy * share], pen / 2.0, colour);
        step += 1.0;
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the picture first")]
fn disc(image: &mut RgbaImage, [cx, cy]: [f32; 2], radius: f32, colour: Rgba<u8>) {
    let (width, height) = (side(image.width()), side(image.height()));
    let radius = radius.max(0.5);
    let within = |value: f32, most: f32| value.floor().clamp(0.0, (most - 1.0).max(0.0)) as u32;
    for y in within(cy - radius, height)..=within(cy + radius, height) {
        for x in within(cx - radius, width)..=within(cx + radius, width) {
            let (dx, dy) = (side(x) + 0.5 - cx, side(y) + 0.5 - cy);
            // A pixel that holds the very middle is drawn, however thin the pen.
            if dx * dx + dy * dy <= radius * radius || (dx.abs() <= 0.5 && dy.abs() <= 0.5) {
                image.put_pixel(x, y, colour);
            }
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "sides of a screen in pixels")]
fn side(pixels: u32) -> f32 {
    pixels as f32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(mark: MarkKind) -> RgbaImage {
        let mut image = RgbaImage::new(40, 20);
        draw(&mut image, &[Mark { kind: mark, look: MarkLook::Right }], 1.0);
        image
    }

    #[test]
    fn an_outline_is_drawn_where_the_zone_ends_and_not_inside() {
        let image = drawn(MarkKind::Outline(Area::Rect([25.0, 25.0, 50.0, 50.0])));
        let green = MarkLook::Right.colour();
        assert_eq!(*image.get_pixel(10, 10), green);
        assert_eq!(*image.get_pixel(20, 5), green);
        assert_eq!(*image.get_pixel(20, 10), Rgba([0, 0, 0, 0]));
    }

    proptest! {
        #[test]
        fn whatever_is_asked_for_stays_within_the_picture(
            x in -1e9..1e9_f32, y in -1e9..1e9_f32, r in 0.0..1e9_f32, width in 1..50_u32, height in 1..50_u32,
        ) {
            let mut image = RgbaImage::new(width, height);
            let look = MarkLook::Wrong;
            let kinds = [
                MarkKind::Spot([x, y]),
                MarkKind::Outline(Area::Rect([x, y, r, r])),
                MarkKind::Outline(Area::Polygon(vec![[x, y], [y, x], [r, r]])),
            ];
            draw(&mut image, &kinds.map(|kind| Mark { kind, look }), 2.0);
        }
    }
}
