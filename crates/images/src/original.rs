use std::io::Cursor;

use image::codecs::{jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageResult, RgbImage};

use crate::header::{MOST_PIXELS, check_height};
use crate::{Format, Refusal, inspect};

/// A photograph, decoded. Its pixels still lie as they were stored: turning all of them would cost more than turning a
/// copy.
#[derive(Debug, Clone)]
pub struct Original {
    pub(crate) pixels: RgbImage,
    pub(crate) orientation: Orientation,
    /// What its numbers mean as colours, where that is not plain sRGB.
    pub(crate) profile: Option<Vec<u8>>,
}

/// Profiles of cameras and screens have less; what has more is for a press.
const MOST_OF_A_PROFILE: usize = 8 * 1024;

impl Original {
    pub fn open(bytes: &[u8]) -> Result<Self, Refusal> {
        let header = inspect(bytes)?;
        let source = Cursor::new(bytes);
        let decoded = match header.format {
            Format::Jpeg => JpegDecoder::new(source).and_then(decode),
            Format::Png => PngDecoder::new(source).and_then(decode),
            Format::Webp => WebPDecoder::new(source).and_then(decode),
        };
        let (pixels, orientation, profile) = decoded.map_err(|_| Refusal::Damaged)?;
        let original = Self { pixels: opaque(pixels), orientation, profile };
        check_height(original.size())?;
        Ok(original)
    }

    /// Width and height as people see it.
    pub fn size(&self) -> (u32, u32) {
        let (width, height) = self.pixels.dimensions();
        if self.is_sideways() { (height, width) } else { (width, height) }
    }

    pub(crate) fn is_sideways(&self) -> bool {
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => true,
            Orientation::NoTransforms
            | Orientation::Rotate180
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical => false,
        }
    }
}

type Decoded = (DynamicImage, Orientation, Option<Vec<u8>>);

fn decode(mut decoder: impl ImageDecoder) -> ImageResult<Decoded> {
    let mut limits = image::Limits::default();
    // Sixteen bits for each of four colours is the most a pixel has.
    limits.max_alloc = Some(MOST_PIXELS * 8);
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let profile = profile.filter(|profile| !profile.is_empty() && profile.len() <= MOST_OF_A_PROFILE);
    // Grey pixels become coloured ones, which a profile of greys does not fit.
    let profile = profile.filter(|profile| profile.get(16..20) == Some(b"RGB "));
    Ok((DynamicImage::from_decoder(decoder)?, orientation, profile))
}

/// What shines through shows white paper.
fn opaque(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let (width, height) = picture.dimensions();
    let over_white = |colour: u8, alpha: u8| {
        let mixed = (u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha)) + 127) / 255;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    let bytes = picture.pixels().flat_map(|pixel| {
        let [red, green, blue, alpha] = pixel.0;
        [red, green, blue].map(|colour| over_white(colour, alpha))
    });
    RgbImage::from_raw(width, height, bytes.collect()).expect("three bytes for each pixel of the same size")
}
