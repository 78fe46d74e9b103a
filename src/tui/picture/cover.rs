//! What of a picture is hidden: painted over before anything of it reaches the terminal.

use std::ops::Deref;

use image::{ImageBuffer, Rgba, RgbaImage};

use crate::card::Area;

/// What of a picture is hidden.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Covers {
    /// Hidden and asked.
    pub asked: Vec<Area>,
    /// Hidden, and not asked.
    pub others: Vec<Area>,
    /// Was asked and is shown now, whatever else lies over it.
    pub shown: Vec<Area>,
}

impl Covers {
    /// The colour over what is asked.
    pub(super) const ASKED: Rgba<u8> = Rgba([240, 110, 60, 255]);
    /// The colour over the others.
    const OTHER: Rgba<u8> = Rgba([150, 155, 170, 255]);

    /// Paints over what is hidden; `before` is the picture itself.
    pub(super) fn paint<C: Deref<Target = [u8]>>(
        &self,
        before: &ImageBuffer<Rgba<u8>, C>,
        image: &mut RgbaImage,
    ) {
        let (width, height) = image.dimensions();
        let fill = |image: &mut RgbaImage, areas: &[Area], colour: Rgba<u8>| {
            for area in areas {
                touched(area, width, height, &mut |x, y| image.put_pixel(x, y, colour));
            }
        };
        fill(image, &self.others, Self::OTHER);
        if !self.others.is_empty() {
            self.show(before, image);
        }
        fill(image, &self.asked, Self::ASKED);
    }

    /// Puts what is shown of `before` back into `image`, which is as large.
    pub(super) fn show<C: Deref<Target = [u8]>>(
        &self,
        before: &ImageBuffer<Rgba<u8>, C>,
        image: &mut RgbaImage,
    ) {
        for area in &self.shown {
            touched(area, image.width(), image.height(), &mut |x, y| {
                image.put_pixel(x, y, *before.get_pixel(x, y));
            });
        }
    }

    /// Whether everything that `other` hides is hidden here as well.
    pub(super) fn hides(&self, other: &Self) -> bool {
        let here = |area: &Area| self.asked.contains(area) || self.others.contains(area);
        other.asked.iter().chain(&other.others).all(here)
    }
}

/// Gives every pixel that an area touches: one at its edge counts, so that nothing looks out from under it.
fn touched(area: &Area, width: u32, height: u32, put: &mut dyn FnMut(u32, u32)) {
    let (right, bottom) = (side(width), side(height));
    let at = |[x, y]: [f32; 2]| [x / 100.0 * right, y / 100.0 * bottom];
    let mut row = |y: u32, from: f32, to: f32| {
        for x in pixel(from, width)..=last(from, to, width) {
            put(x, y);
        }
    };
    match area {
        Area::Rect([x, y, w, h]) => {
            let ([left, top], [end, low]) = (at([*x, *y]), at([x + w, y + h]));
            for y in pixel(top, height)..=last(top, low, height) {
                row(y, left, end);
            }
        }
        // The radius is in percent of the width.
        Area::Circle([x, y, radius]) => {
            let ([cx, cy], radius) = (at([*x, *y]), radius / 100.0 * right);
            for y in pixel(cy - radius, height)..=last(cy - radius, cy + radius, height) {
                let away = cy - cy.clamp(side(y), side(y) + 1.0);
                let half = (radius * radius - away * away).max(0.0).sqrt();
                row(y, cx - half, cx + half);
            }
        }
        Area::Polygon(corners) => {
            let corners: Vec<[f32; 2]> = corners.iter().map(|corner| at(*corner)).collect();
            fill_polygon(&corners, height, &mut row);
        }
    }
}

/// Fills what lies within the outline, also where it crosses itself, and the outline.
fn fill_polygon(corners: &[[f32; 2]], height: u32, row: &mut dyn FnMut(u32, f32, f32)) {
    let edges = || corners.iter().zip(corners.iter().cycle().skip(1));
    // The rows at their middles: where each edge crosses them, and whether it comes from above.
    let mut crossings: Vec<Vec<(f32, i32)>> = vec![Vec::new(); height as usize];
    for (&[ax, ay], &[bx, by]) in edges() {
        let (top, low) = (ay.min(by), ay.max(by));
        for y in pixel(top, height)..=last(top, low, height) {
            let middle = side(y) + 0.5;
            let along = |y: f32| if low > top { ax + (bx - ax) * ((y - ay) / (by - ay)) } else { ax };
            if top <= middle && middle < low {
                crossings[y as usize].push((along(middle), if by > ay { 1 } else { -1 }));
            }
            // The piece of the edge in this row.
            let (from, to) = if low > top {
                (along(side(y).clamp(top, low)), along((side(y) + 1.0).clamp(top, low)))
            } else {
                (ax, bx)
            };
            row(y, from.min(to), from.max(to));
        }
    }
    for (y, mut found) in (0_u32..).zip(crossings) {
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut depth = 0;
        for (number, (x, direction)) in found.iter().enumerate() {
            depth += direction;
            if let (true, Some((next, _))) = (depth != 0, found.get(number + 1)) {
                row(y, *x, *next);
            }
        }
    }
}

/// The pixel in which a place lies, or the nearest one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the picture first")]
fn pixel(place: f32, pixels: u32) -> u32 {
    place.floor().clamp(0.0, (side(pixels) - 1.0).max(0.0)) as u32
}

/// The last pixel of a stretch: a pixel that it only reaches is none of it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the picture first")]
fn last(from: f32, to: f32, pixels: u32) -> u32 {
    let end = (to.ceil() - 1.0).clamp(0.0, (side(pixels) - 1.0).max(0.0)) as u32;
    end.max(pixel(from, pixels))
}

#[allow(clippy::cast_precision_loss, reason = "sides of a picture in pixels")]
fn side(pixels: u32) -> f32 {
    pixels as f32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Which pixels of a picture of 20 by 10 an area touches, a row a line.
    fn shown(area: &Area) -> String {
        let mut rows = vec![vec!['.'; 20]; 10];
        touched(area, 20, 10, &mut |x, y| rows[y as usize][x as usize] = '#');
        rows.into_iter().map(|row| row.into_iter().collect::<String>() + "\n").collect()
    }

    #[test]
    fn a_rectangle_takes_the_pixels_that_it_touches_and_no_others() {
        let taken = shown(&Area::Rect([11.0, 20.0, 13.0, 35.0]));
        assert_eq!(taken.matches('#').count(), 3 * 4, "{taken}");
        assert!(taken.lines().nth(2).is_some_and(|row| row.starts_with("..###.")), "{taken}");
    }

    #[test]
    fn a_circle_is_round_on_a_picture_that_is_not_square() {
        let taken = shown(&Area::Circle([50.0, 50.0, 20.0]));
        assert!(taken.lines().nth(1).is_some_and(|row| row.contains('#')), "four pixels up: {taken}");
        assert!(taken.lines().next().is_some_and(|row| !row.contains('#')), "{taken}");
        assert_eq!(taken.lines().nth(5).map(|row| row.matches('#').count()), Some(8), "{taken}");
    }

    #[test]
    fn an_outline_that_crosses_itself_leaves_no_hole() {
        // A star: its middle is wound around twice.
        let star = [[50.0, 0.0], [80.0, 95.0], [5.0, 35.0], [95.0, 35.0], [20.0, 95.0]];
        let taken = shown(&Area::Polygon(star.to_vec()));
        assert_eq!(taken.lines().nth(5).and_then(|row| row.chars().nth(10)), Some('#'), "{taken}");
        let flat = shown(&Area::Polygon(vec![[10.0, 50.0], [90.0, 50.0], [90.0, 50.0]]));
        assert!(flat.lines().nth(5).is_some_and(|row| row.contains(&"#".repeat(16))), "{flat}");
    }

    #[test]
    fn what_was_asked_comes_out_from_under_the_others() {
        let black = Rgba([0, 0, 0, 255]);
        let mut image = RgbaImage::from_pixel(10, 10, black);
        let covers = Covers {
            others: vec![Area::Rect([0.0, 0.0, 100.0, 50.0])],
            shown: vec![Area::Rect([0.0, 0.0, 20.0, 20.0])],
            ..Covers::default()
        };
        covers.paint(&image.clone(), &mut image);
        assert_eq!(*image.get_pixel(1, 1), black);
        assert_eq!(*image.get_pixel(5, 1), Covers::OTHER);
        assert_eq!(*image.get_pixel(5, 7), black);
    }

    proptest! {
        #[test]
        fn whatever_is_hidden_stays_within_the_picture(
            x in -1e9..1e9_f32, y in -1e9..1e9_f32, r in 0.0..1e9_f32, width in 1..50_u32, height in 1..50_u32,
        ) {
            let mut image = RgbaImage::new(width, height);
            let asked = vec![
                Area::Rect([x, y, r, r]),
                Area::Circle([x, y, r]),
                Area::Polygon(vec![[x, y], [y, x], [r, r]]),
            ];
            Covers { asked, ..Covers::default() }.paint(&image.clone(), &mut image);
        }

        #[test]
        fn nothing_that_lies_within_a_polygon_is_left(
            corners in prop::collection::vec((0.0..100.0_f32, 0.0..100.0_f32), 3..8),
        ) {
            // Whatever lies between a corner and the middle of a convex outline lies within it.
            let count = f32::from(u8::try_from(corners.len()).expect("few"));
            let middle = corners.iter().fold((0.0, 0.0), |sum, c| (sum.0 + c.0 / count, sum.1 + c.1 / count));
            let mut around = corners.clone();
            around.sort_by(|a, b| {
                let angle = |c: &(f32, f32)| (c.1 - middle.1).atan2(c.0 - middle.0);
                angle(a).total_cmp(&angle(b))
            });
            let area = Area::Polygon(around.iter().map(|c| [c.0, c.1]).collect());
            let mut taken = std::collections::HashSet::new();
            touched(&area, 40, 30, &mut |x, y| { taken.insert((x, y)); });
            for corner in corners {
                let place = (pixel(corner.0 / 100.0 * 40.0, 40), pixel(corner.1 / 100.0 * 30.0, 30));
                prop_assert!(taken.contains(&place), "{corner:?}");
            }
        }
    }
}
