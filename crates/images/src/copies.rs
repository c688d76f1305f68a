use fast_image_resize as resize;
use image::{ExtendedColorType, ImageEncoder, RgbImage};

use crate::{Original, jpeg, riff};

/// How wide copies are; pages name them in `srcset`.
pub const WIDTHS: [u32; 5] = [480, 800, 1_200, 1_600, 2_400];

/// How a copy is coded: every browser reads one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    Webp,
    Jpeg,
}

impl Encoding {
    pub const ALL: [Self; 2] = [Self::Webp, Self::Jpeg];

    pub fn ending(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// A smaller photograph, without a word in it; see [`label`](crate::label).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    pub width: u32,
    pub height: u32,
    pub encoding: Encoding,
    pub bytes: Vec<u8>,
}

const JPEG_QUALITY: u8 = 82;

/// Large copies are looked at as a whole: a page has to come quickly before it has to bear a magnifying glass.
fn webp_quality(width: u32) -> f32 {
    if width > 1_200 { 68.0 } else { 75.0 }
}

/// The widths of the copies of a photograph that is so wide: never more than it has.
pub fn widths(width: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|copy| *copy <= width).collect();
    if widths.is_empty() {
        widths.push(width);
    }
    widths
}

/// Width and height of a copy, of a photograph of the size given.
pub fn size_of_copy(size: (u32, u32), width: u32) -> (u32, u32) {
    let (full_width, full_height) = (u64::from(size.0.max(1)), u64::from(size.1));
    let height = (full_height * u64::from(width) + full_width / 2) / full_width;
    (width, u32::try_from(height).unwrap_or(u32::MAX).max(1))
}

impl Original {
    /// All copies, the largest first: each is made of the one before, which looks the same and takes a third of the
    /// time.
    pub fn copies(&self) -> Vec<Copy> {
        let size = self.size();
        let mut copies = Vec::new();
        let mut larger: Option<RgbImage> = None;
        for width in widths(size.0).into_iter().rev() {
            let target = size_of_copy(size, width);
            let picture = match &larger {
                Some(larger) => smaller(larger, target),
                None => self.upright(target),
            };
            copies.extend(Encoding::ALL.map(|encoding| self.encode(&picture, encoding)));
            larger = Some(picture);
        }
        copies
    }

    /// The picture as people see it, in the size given.
    pub(crate) fn upright(&self, size: (u32, u32)) -> RgbImage {
        let lying = if self.is_sideways() { (size.1, size.0) } else { size };
        let mut picture = image::DynamicImage::ImageRgb8(smaller(&self.pixels, lying));
        picture.apply_orientation(self.orientation);
        picture.into_rgb8()
    }

    fn encode(&self, picture: &RgbImage, encoding: Encoding) -> Copy {
        let (width, height) = picture.dimensions();
        let bytes = match encoding {
            Encoding::Webp => {
                let coded = webp::Encoder::from_rgb(picture, width, height).encode(webp_quality(width));
                match &self.profile {
                    Some(profile) => riff::with_parts(&coded, Some(profile), None, None),
                    None => coded.to_vec(),
                }
            }
            Encoding::Jpeg => {
                let mut coded = Vec::new();
                let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut coded, JPEG_QUALITY);
                let written = encoder.write_image(picture, width, height, ExtendedColorType::Rgb8);
                written.expect("pixels of the size that is said go into a vector");
                match &self.profile {
                    Some(profile) => jpeg::with_segments(&coded, &[(jpeg::APP2, profile_segment(profile))]),
                    None => coded,
                }
            }
        };
        Copy { width, height, encoding, bytes }
    }
}

fn profile_segment(profile: &[u8]) -> Vec<u8> {
    [jpeg::PROFILE, &[1, 1], profile].concat()
}

/// The picture in a smaller size, or itself.
pub(crate) fn smaller(picture: &RgbImage, size: (u32, u32)) -> RgbImage {
    if picture.dimensions() == size {
        return picture.clone();
    }
    let (width, height) = picture.dimensions();
    let source = resize::images::ImageRef::new(width, height, picture, resize::PixelType::U8x3);
    let source = source.expect("three bytes for each pixel");
    let mut target = resize::images::Image::new(size.0, size.1, resize::PixelType::U8x3);
    resize::Resizer::new().resize(&source, &mut target, None).expect("both are of three bytes a pixel");
    RgbImage::from_raw(size.0, size.1, target.into_vec()).expect("three bytes for each pixel of this size")
}
