#![expect(clippy::float_arithmetic, reason = "waves of brightness are no money, and only nearness is asked of them")]

use std::f32::consts::PI;
use std::fmt;

use image::RgbImage;

use crate::Original;
use crate::copies::smaller;

/// What a photograph looks like, in a few bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// A picture of some thirty points, in ThumbHash; see [`bands`].
    pub thumbhash: Vec<u8>,
    pub fingerprint: Fingerprint,
    /// The colour of which there is most.
    pub tone: Tone,
}

/// Sixty-four answers to "brighter than usual here?". Copies of one photograph, smaller, lighter or saved again, differ
/// in a few of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// Two photographs this near are taken for the same one until somebody says otherwise.
    pub const SAME: u32 = 8;

    /// In how many of the sixty-four they differ.
    pub fn distance(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }
}

/// A colour, written `#c9a27b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tone(pub [u8; 3]);

impl fmt::Display for Tone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The picture is looked at in this size.
const SIDE: u32 = 32;
/// So many waves across and down.
const WAVES: u8 = 8;

impl Original {
    pub fn look(&self) -> Look {
        let (width, height) = self.size();
        // The longer side of a ThumbHash's picture has a hundred points at most.
        let longer = u64::from(width.max(height));
        let side = |side: u32| u32::try_from(u64::from(side) * 96 / longer).unwrap_or(96).max(1);
        let small = self.upright((side(width), side(height)));
        let opaque: Vec<u8> = small.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2], 255]).collect();
        let points = |side: u32| usize::try_from(side).expect("a hundred at most");
        Look {
            thumbhash: thumbhash::rgba_to_thumb_hash(points(small.width()), points(small.height()), &opaque),
            fingerprint: fingerprint(&smaller(&small, (SIDE, SIDE))),
            tone: tone(&small),
        }
    }
}

/// A photograph's colours from top to bottom, out of its ThumbHash: what stands in its place until it has come.
pub fn bands(thumbhash: &[u8], count: usize) -> Vec<Tone> {
    let Ok((width, height, points)) = thumbhash::thumb_hash_to_rgba(thumbhash) else { return Vec::new() };
    let rows: Vec<&[u8]> = points.chunks(width.max(1) * 4).collect();
    let band = |number: usize| {
        let rows = rows.get(number * height / count..(number + 1) * height / count).unwrap_or_default();
        average(rows.iter().flat_map(|row| row.chunks_exact(4)).filter_map(|point| point.first_chunk::<3>()).copied())
    };
    (0..count).filter_map(band).collect()
}

/// Slow waves of brightness are what a picture shares with its copies; each is compared with the middle of all.
fn fingerprint(picture: &RgbImage) -> Fingerprint {
    let grey: Vec<f32> = picture.pixels().map(|pixel| brightness(pixel.0)).collect();
    let side = f32::from(u8::try_from(SIDE).expect("it is small"));
    let wave = |number: u8, at: u8| (PI / side * (f32::from(at) + 0.5) * f32::from(number)).cos();
    let mut strengths = Vec::new();
    for down in 0..WAVES {
        for across in 0..WAVES {
            let row = |(y, row): (u8, &[f32])| {
                let along = (0..).zip(row).map(|(x, grey)| grey * wave(across, x)).sum::<f32>();
                along * wave(down, y)
            };
            strengths.push((0..).zip(grey.chunks(usize::try_from(SIDE).expect("it is small"))).map(row).sum::<f32>());
        }
    }
    // The first is the brightness of all, in which copies differ most.
    let mut sorted: Vec<f32> = strengths.iter().skip(1).copied().collect();
    sorted.sort_by(f32::total_cmp);
    let middle = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
    let bits = strengths.iter().skip(1).fold(0, |bits, strength| bits << 1 | u64::from(*strength > middle));
    Fingerprint(bits)
}

fn brightness([red, green, blue]: [u8; 3]) -> f32 {
    0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue)
}

/// The middle of the fullest of 512 boxes of colours.
fn tone(picture: &RgbImage) -> Tone {
    let box_of = |pixel: [u8; 3]| pixel.map(|colour| colour >> 5);
    let mut counts = std::collections::BTreeMap::<[u8; 3], u32>::new();
    for pixel in picture.pixels() {
        *counts.entry(box_of(pixel.0)).or_default() += 1;
    }
    let fullest = counts.into_iter().max_by_key(|(_, count)| *count).map(|(fullest, _)| fullest);
    let inside = picture.pixels().map(|pixel| pixel.0).filter(|pixel| Some(box_of(*pixel)) == fullest);
    average(inside).unwrap_or(Tone([128; 3]))
}

fn average(pixels: impl Iterator<Item = [u8; 3]>) -> Option<Tone> {
    let mut count = 0_u64;
    let mut sums = [0_u64; 3];
    for pixel in pixels {
        count += 1;
        sums.iter_mut().zip(pixel).for_each(|(sum, colour)| *sum += u64::from(colour));
    }
    let mean = |sum: u64| u8::try_from(sum.checked_div(count)?).ok();
    let [red, green, blue] = sums.map(mean);
    Some(Tone([red?, green?, blue?]))
}
