//! Pictures of decks, decoded with limits. They come from strangers: a small file may ask for gigabytes, hold anything, or
//! be cut off.

use std::io::Cursor;

use image::{DynamicImage, ImageError, ImageFormat, ImageReader, Limits};

use super::{Library, MediaError};
use crate::card::DeckId;

/// The largest file, in bytes.
const LARGEST_FILE: u64 = 20 << 20;
/// The most pixels that are decoded: more than any camera of a telephone takes.
const MOST_PIXELS: u64 = 50_000_000;
/// The longest side that is decoded, in pixels.
const LONGEST_SIDE: u32 = 16_384;
/// The memory that decoding may take, in bytes.
const MOST_MEMORY: u64 = 512 << 20;
/// The longest side that is kept, in pixels: no terminal shows more, and drawing is faster.
const KEPT_SIDE: u32 = 1_600;

/// A picture, ready to be drawn.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels, at least 1.
    pub width: u32,
    /// In pixels, at least 1.
    pub height: u32,
    /// Red, green, blue, opacity for each pixel, row by row.
    pub pixels: Vec<u8>,
}

/// A picture's size and not its thousands of bytes.
impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

impl Picture {
    /// The height over the width.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "sides of at most 1,600 pixels")]
    pub fn aspect(&self) -> f32 {
        self.height as f32 / self.width.max(1) as f32
    }
}

/// Why a picture cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It is not there.
    #[error("there is no such file")]
    Missing,
    /// It lies outside the deck's folder.
    #[error("it lies outside the deck's folder")]
    Outside,
    /// The file, or what it unpacks to, is too large.
    #[error("it is too large")]
    Huge,
    /// It is neither PNG, JPEG, WebP nor GIF.
    #[error("its type is not supported")]
    Unsupported,
    /// It is damaged or cut off.
    #[error("it is damaged")]
    Broken,
}

impl PictureError {
    /// The message that tells it.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Missing => "picture-missing",
            Self::Outside => "picture-outside",
            Self::Huge => "picture-huge",
            Self::Unsupported => "picture-unsupported",
            Self::Broken => "picture-broken",
        }
    }
}

impl From<MediaError> for PictureError {
    fn from(error: MediaError) -> Self {
        match error {
            MediaError::Outside(_) => Self::Outside,
            MediaError::TooLong(_) => Self::Huge,
            MediaError::NoDeck(_) | MediaError::Missing(_) => Self::Missing,
            MediaError::Unreadable { .. } => Self::Broken,
        }
    }
}

impl Library {
    /// The picture `relative` of a deck, decoded.
    ///
    /// # Errors
    /// When it is not there, too large, of another type, or damaged.
    pub fn decoded_picture(&self, deck: &DeckId, relative: &str) -> Result<Picture, PictureError> {
        decode(&self.media(deck, relative)?)
    }
}

/// Decodes a picture; of an animation the first frame. What is larger than a terminal shows is made smaller.
///
/// # Errors
/// When it is too large, of another type, or damaged.
pub fn decode(bytes: &[u8]) -> Result<Picture, PictureError> {
    let mut image = open(bytes)?;
    if image.width().max(image.height()) > KEPT_SIDE {
        image = image.thumbnail(KEPT_SIDE, KEPT_SIDE);
    }
    let image = image.into_rgba8();
    Ok(Picture { width: image.width(), height: image.height(), pixels: image.into_raw() })
}

/// Whether the whole picture can be decoded.
///
/// # Errors
/// As [`decode`].
pub fn examine(bytes: &[u8]) -> Result<(), PictureError> {
    open(bytes).map(|_| ())
}

fn open(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(PictureError::Huge);
    }
    let reader = |bytes| ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    // The name says nothing: what the file is, its first bytes tell.
    let first = reader(bytes).map_err(|_| PictureError::Broken)?;
    match first.format() {
        Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif) => {}
        _ => return Err(PictureError::Unsupported),
    }
    let (width, height) = first.into_dimensions().map_err(|error| reason(&error))?;
    if width == 0 || height == 0 {
        return Err(PictureError::Broken);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS || width.max(height) > LONGEST_SIDE {
        return Err(PictureError::Huge);
    }
    let mut reader = reader(bytes).map_err(|_| PictureError::Broken)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader.decode().map_err(|error| reason(&error))
}

fn reason(error: &ImageError) -> PictureError {
    match error {
        ImageError::Limits(_) => PictureError::Huge,
        ImageError::Unsupported(_) => PictureError::Unsupported,
        _ => PictureError::Broken,
    }
}

#[cfg(test)]
mod tests {
    use image::{GrayImage, RgbImage};
    use proptest::prelude::*;

    use super::*;

    fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        image.into().write_to(&mut out, format).expect("encoded");
        out.into_inner()
    }

    #[test]
    fn the_four_types_are_decoded_whatever_their_name() {
        let picture = RgbImage::from_pixel(6, 3, image::Rgb([200, 10, 10]));
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
            let decoded = decode(&encoded(picture.clone(), format)).expect("decoded");
            assert_eq!((decoded.width, decoded.height, decoded.pixels.len()), (6, 3, 72), "{format:?}");
            assert!((decoded.aspect() - 0.5).abs() < 1e-6);
        }
    }

    #[test]
    fn a_large_picture_is_made_smaller_and_keeps_its_shape() {
        let decoded = decode(&encoded(GrayImage::new(4000, 1000), ImageFormat::Png)).expect("decoded");
        assert_eq!((decoded.width, decoded.height), (1600, 400));
    }

    #[test]
    fn what_is_no_picture_is_told_apart() {
        assert_eq!(decode(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(PictureError::Unsupported));
        assert_eq!(decode(b""), Err(PictureError::Unsupported));
        assert_eq!(decode(b"BM\x00\x00"), Err(PictureError::Unsupported));
        let mut cut = encoded(RgbImage::new(60, 60), ImageFormat::Png);
        cut.truncate(60);
        assert_eq!(decode(&cut), Err(PictureError::Broken));
        let mut damaged = encoded(RgbImage::new(60, 60), ImageFormat::Jpeg);
        damaged.truncate(30);
        assert_eq!(decode(&damaged), Err(PictureError::Broken));
    }

    /// A PNG whose head claims `width` × `height` and that holds next to nothing.
    fn bomb(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = encoded(GrayImage::new(1, 1), ImageFormat::Png);
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let crc = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&crc.to_be_bytes());
        bytes
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
            })
        })
    }

    #[test]
    fn a_small_file_that_claims_to_be_immense_is_refused_before_it_is_unpacked() {
        for (width, height) in [(100_000, 100_000), (16_384, 16_384), (u32::MAX >> 1, 1), (1, 20_000)] {
            assert_eq!(decode(&bomb(width, height)), Err(PictureError::Huge), "{width} × {height}");
        }
        assert!(
            matches!(decode(&bomb(4000, 4000)), Err(PictureError::Broken)),
            "nothing is behind the claim"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_damage_makes_it_panic(
            place in any::<prop::sample::Index>(),
            byte in any::<u8>(),
            cut in any::<prop::sample::Index>(),
            format in prop_oneof![
                Just(ImageFormat::Png), Just(ImageFormat::Jpeg), Just(ImageFormat::WebP), Just(ImageFormat::Gif)
            ],
        ) {
            let mut bytes = encoded(RgbImage::from_pixel(9, 7, image::Rgb([7, 80, 9])), format);
            let at = place.index(bytes.len());
            bytes[at] = byte;
            let _ = decode(&bytes);
            bytes.truncate(cut.index(bytes.len()));
            let _ = decode(&bytes);
        }
    }
}
