use crate::{Refusal, Stranger, facts, jpeg, png, riff};

/// What we decode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Jpeg,
    Png,
    Webp,
}

/// What a photograph says of itself, found without decoding it. Width and height are those of the stored pixels, which
/// may lie on their side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub format: Format,
    pub width: u32,
    pub height: u32,
}

/// Three bytes each, and some more while decoding: what a small server has for one picture at a time.
pub const MOST_PIXELS: u64 = 120_000_000;

/// The longer side of the least photograph that shows something.
const LEAST_SIDE: u32 = 480;

/// So many times higher than wide is a picture at most: WebP knows no more than 16,383 rows.
const HIGHEST: u32 = 6;

/// Knows a photograph by its content and walks through all its parts, so that what is cut off is found here. Nothing is
/// unpacked: a file that would fill the memory is refused by the size it declares.
pub fn inspect(bytes: &[u8]) -> Result<Header, Refusal> {
    let header = match format(bytes) {
        Ok(Format::Jpeg) => jpeg::inspect(bytes)?,
        Ok(Format::Png) => png::inspect(bytes)?,
        Ok(Format::Webp) => riff::inspect(bytes)?,
        Err(stranger) => return Err(Refusal::NotAPhotograph(stranger)),
    };
    let Header { width, height, .. } = header;
    let (shorter, longer) = (width.min(height), width.max(height));
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(Refusal::Damaged);
    }
    if pixels > MOST_PIXELS {
        return Err(too_large(width, height));
    }
    if longer < LEAST_SIDE {
        return Err(Refusal::TooSmall { width, height });
    }
    if longer / shorter >= HIGHEST {
        let upright = if facts::is_sideways(bytes) { (height, width) } else { (width, height) };
        check_height(upright)?;
    }
    Ok(header)
}

/// Whether a photograph of this size, upright, can be shown at all widths.
pub(crate) fn check_height((width, height): (u32, u32)) -> Result<(), Refusal> {
    if height / width.max(1) >= HIGHEST { Err(Refusal::Strip { width, height }) } else { Ok(()) }
}

pub(crate) fn format(bytes: &[u8]) -> Result<Format, Stranger> {
    if bytes.is_empty() {
        return Err(Stranger::Empty);
    }
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    let at = |place: std::ops::Range<usize>| bytes.get(place).unwrap_or_default();
    if begins(b"\xFF\xD8\xFF") {
        Ok(Format::Jpeg)
    } else if begins(png::SIGNATURE) {
        Ok(Format::Png)
    } else if begins(b"RIFF") && at(8..12) == b"WEBP" {
        Ok(Format::Webp)
    } else if at(4..8) == b"ftyp" && matches!(at(8..11), b"hei" | b"hev" | b"mif" | b"msf" | b"avi") {
        Err(Stranger::Heic)
    } else if begins(b"GIF8") {
        Err(Stranger::Gif)
    } else if begins(b"II*\0") || begins(b"MM\0*") || begins(b"IIRO") || begins(b"IIU\0") {
        Err(Stranger::Tiff)
    } else if is_svg(at(0..bytes.len().min(4_096))) {
        Err(Stranger::Svg)
    } else {
        Err(Stranger::Other)
    }
}

fn is_svg(head: &[u8]) -> bool {
    head.windows(4).any(|window| window.eq_ignore_ascii_case(b"<svg"))
}

/// The refusal names the width at which the same picture would do.
fn too_large(width: u32, height: u32) -> Refusal {
    let square = MOST_PIXELS * u64::from(width) / u64::from(height.max(1));
    let widest = u32::try_from(square.isqrt()).unwrap_or(width) / 100 * 100;
    let most = u32::try_from(MOST_PIXELS / 1_000_000).unwrap_or(u32::MAX);
    Refusal::TooLarge { width, height, most, widest }
}
