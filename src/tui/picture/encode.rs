//! A picture made ready for the terminal: covered where something is hidden, sized, marked, encoded. It takes a while, so it is done beside the loop.

use std::{fmt, sync::Arc};

use image::{DynamicImage, ImageBuffer, Rgba, RgbaImage, imageops::FilterType};
use ratatui::layout::Size;
use ratatui_image::protocol::{
    Protocol as Encoded, halfblocks::Halfblocks, iterm2::Iterm2, kitty::Kitty, sixel::Sixel,
};

use super::{
    cover::Covers,
    graphics::{Graphics, Protocol},
    marks::{self, Mark, MarkKind},
};
use crate::app::pictures::Picture;

/// What is to be made ready.
#[derive(Clone, Debug)]
pub struct Job {
    /// The picture.
    pub picture: Arc<Picture>,
    /// For which terminal.
    pub graphics: Graphics,
    /// In columns and rows.
    pub size: (u16, u16),
    /// What of it is hidden.
    pub covers: Covers,
    /// What is drawn over it.
    pub marks: Vec<Mark>,
}

impl PartialEq for Job {
    /// Two pictures are one when they are the same in memory: comparing pixels would take long.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.picture, &other.picture)
            && self.graphics == other.graphics
            && self.size == other.size
            && self.covers == other.covers
            && self.marks == other.marks
    }
}

/// A picture that is ready.
#[derive(Clone)]
pub struct Drawn {
    /// What was asked for.
    pub job: Job,
    /// `None` when it could not be encoded.
    pub(super) encoded: Option<Arc<Encoded>>,
}

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drawn({:?}, ready: {})", self.job, self.encoded.is_some())
    }
}

impl Job {
    /// Makes the picture ready.
    #[must_use]
    pub fn run(self) -> Drawn {
        let encoded = self.encode().map(Arc::new);
        Drawn { job: self, encoded }
    }

    /// In pixels, as it will be on the screen.
    fn image(&self) -> Option<RgbaImage> {
        let Picture { width, height, pixels } = &*self.picture;
        let picture = ImageBuffer::<Rgba<u8>, _>::from_raw(*width, *height, pixels.as_slice())?;
        let mut image = RgbaImage::from_raw(*width, *height, pixels.clone())?;
        let (columns, rows) = self.size;
        let (cell_width, cell_height) = match self.graphics.protocol {
            // Two pixels on each other in a cell.
            Protocol::Blocks => (1, 2),
            _ => self.graphics.cell,
        };
        let sides = (u32::from(columns) * u32::from(cell_width), u32::from(rows) * u32::from(cell_height));
        if sides.0 == 0 || sides.1 == 0 {
            return None;
        }
        // Before it is sized: a pixel between two would be mixed from what is hidden.
        self.covers.paint(&picture, &mut image);
        let image = DynamicImage::ImageRgba8(image).resize_exact(sides.0, sides.1, FilterType::Triangle);
        let mut image = on_white(image.into_rgba8());
        // Where a cell can be written over, signs are characters.
        let written = matches!(self.graphics.protocol, Protocol::Blocks | Protocol::Kitty);
        let marks = self.marks.iter().filter(|mark| !(written && matches!(mark.kind, MarkKind::Sign(..))));
        let plain = (!self.covers.shown.is_empty()).then(|| image.clone());
        marks::draw(&mut image, marks, f32::from(cell_height) / 6.0);
        if let Some(plain) = plain {
            // What is small would vanish under its own outline.
            self.covers.show(&plain, &mut image);
        }
        Some(image)
    }

    fn encode(&self) -> Option<Encoded> {
        let image = DynamicImage::ImageRgba8(self.image()?);
        let size = Size::new(self.size.0, self.size.1);
        match self.graphics.protocol {
            Protocol::Blocks => Halfblocks::new(image, size).map(Encoded::Halfblocks),
            Protocol::Sixel => Sixel::new(image, size, false).map(Encoded::Sixel),
            Protocol::Iterm2 => Iterm2::new(image, size, false).map(Encoded::ITerm2),
            Protocol::Kitty => Kitty::new(image, size, self.number(), false, false).map(Encoded::Kitty),
        }
        .ok()
    }

    /// The number by which the terminal knows the picture: another one for another size or other marks.
    fn number(&self) -> u32 {
        let text =
            format!("{:p} {:?} {:?} {:?}", Arc::as_ptr(&self.picture), self.size, self.covers, self.marks);
        let hash = blake3::hash(text.as_bytes());
        let bytes = hash.as_bytes();
        u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]).max(1)
    }
}

/// Drawings with a transparent ground are made for white paper; on a dark terminal their lines would vanish.
fn on_white(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let opacity = u16::from(pixel.0[3]);
        for channel in &mut pixel.0[..3] {
            let mixed = (u16::from(*channel) * opacity + 255 * (255 - opacity)) / 255;
            *channel = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
        pixel.0[3] = 255;
    }
    image
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        card::Area,
        tui::picture::{MarkLook, marks::Mark},
    };

    fn job(protocol: Protocol) -> Job {
        let picture = Arc::new(Picture { width: 4, height: 2, pixels: [10, 20, 30, 255].repeat(8) });
        let graphics = Graphics { protocol, cell: (8, 16) };
        Job { picture, graphics, size: (6, 3), covers: Covers::default(), marks: Vec::new() }
    }

    #[test]
    fn every_protocol_gives_a_picture_of_the_size_that_was_asked_for() {
        for protocol in [Protocol::Kitty, Protocol::Sixel, Protocol::Iterm2, Protocol::Blocks] {
            let drawn = job(protocol).run();
            let encoded = drawn.encoded.expect("encoded");
            assert_eq!(encoded.size(), Size::new(6, 3), "{protocol:?}");
        }
    }

    #[test]
    fn a_picture_without_room_or_pixels_is_no_panic() {
        assert!(Job { size: (0, 3), ..job(Protocol::Blocks) }.run().encoded.is_none());
        let picture = Arc::new(Picture { width: 4, height: 2, pixels: Vec::new() });
        assert!(Job { picture, ..job(Protocol::Blocks) }.run().encoded.is_none());
    }

    /// White, and green under two masks: one is asked. How green the greenest pixel is on the screen, and how many are pure.
    fn green(covers: Covers, protocol: Protocol, size: (u16, u16), asked: &[Area]) -> (i16, usize) {
        let (width, height) = (301, 203);
        let mut picture = RgbaImage::from_pixel(width, height, Rgba([255; 4]));
        for (x, y, pixel) in picture.enumerate_pixels_mut() {
            if (31..90).contains(&x) && (21..60).contains(&y)
                || (200..250).contains(&x) && (100..150).contains(&y)
            {
                *pixel = Rgba([0, 255, 0, 255]);
            }
        }
        let picture = Arc::new(Picture { width, height, pixels: picture.into_raw() });
        let mark = |kind: MarkKind| Mark { kind, look: MarkLook::Asked };
        let over = |area: &Area| {
            if covers.shown.is_empty() {
                mark(MarkKind::Sign(area.middle(), '?'))
            } else {
                mark(MarkKind::Outline(area.clone()))
            }
        };
        let marks = asked.iter().map(over).collect();
        let image = Job { picture, size, covers, marks, ..job(protocol) }.image().expect("drawn");
        let greenness = |pixel: &Rgba<u8>| {
            let [r, g, b, _] = pixel.0.map(i16::from);
            g - r.max(b)
        };
        let pure = image.pixels().filter(|pixel| pixel.0 == [0, 255, 0, 255]).count();
        (image.pixels().map(greenness).max().unwrap_or_default(), pure)
    }

    #[test]
    fn of_what_is_hidden_nothing_reaches_the_terminal_until_it_is_shown() {
        let percent = |x: f32, y: f32| [x / 301.0 * 100.0, y / 203.0 * 100.0];
        let ([left, top], [right, low]) = (percent(31.0, 21.0), percent(90.0, 60.0));
        let asked = vec![Area::Rect([left, top, right - left, low - top])];
        let corners = [(200.0, 100.0), (250.0, 100.0), (250.0, 150.0), (200.0, 150.0)];
        let others = vec![Area::Polygon(corners.map(|(x, y)| percent(x, y)).to_vec())];
        for protocol in [Protocol::Blocks, Protocol::Kitty, Protocol::Sixel, Protocol::Iterm2] {
            for size in [(40, 12), (7, 3), (80, 24)] {
                let hidden = Covers { asked: asked.clone(), others: others.clone(), ..Covers::default() };
                let (greenest, _) = green(hidden, protocol, size, &asked);
                assert!(greenest <= 0, "{protocol:?} {size:?}: {greenest}");
                // In three rows of blocks it would be less than a pixel.
                if size.1 < 10 {
                    continue;
                }
                let shown = Covers { others: others.clone(), shown: asked.clone(), ..Covers::default() };
                let (_, pure) = green(shown, protocol, size, &asked);
                let (_, both) = green(Covers::default(), protocol, size, &[]);
                assert!(pure > 0 && pure < both, "{protocol:?} {size:?}: {pure} of {both}");
            }
        }
    }

    #[test]
    fn what_is_transparent_is_white() {
        let image = on_white(RgbaImage::from_pixel(1, 1, image::Rgba([0, 0, 0, 0])));
        assert_eq!(image.get_pixel(0, 0).0, [255, 255, 255, 255]);
    }
}
