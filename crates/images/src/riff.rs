use crate::{Format, Header, Refusal};

/// A part of a WebP: its name and what is in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chunk<'a> {
    pub(crate) name: [u8; 4],
    pub(crate) body: &'a [u8],
}

const MOVES: u8 = 0x02;
const HAS_XMP: u8 = 0x04;
const HAS_EXIF: u8 = 0x08;
const HAS_ALPHA: u8 = 0x10;
const HAS_PROFILE: u8 = 0x20;

pub(crate) fn inspect(bytes: &[u8]) -> Result<Header, Refusal> {
    let declared = bytes.get(4..).and_then(|rest| rest.first_chunk()).ok_or(Refusal::CutOff)?;
    let declared = usize::try_from(u32::from_le_bytes(*declared)).map_err(|_| Refusal::Damaged)?;
    let whole = bytes.get(..declared.saturating_add(8)).ok_or(Refusal::CutOff)?;
    let chunks = chunks(whole);
    let has = |name: &[u8; 4]| chunks.iter().any(|chunk| chunk.name == *name);
    let canvas = chunks.iter().find(|chunk| chunk.name == *b"VP8X");
    if canvas.is_some_and(|canvas| canvas.body.first().is_some_and(|flags| flags & MOVES != 0)) || has(b"ANMF") {
        return Err(Refusal::Animated);
    }
    let pixels = chunks.iter().find(|chunk| chunk.name == *b"VP8 " || chunk.name == *b"VP8L");
    let pixels = pixels.ok_or(Refusal::CutOff)?;
    let (width, height) = frame_size(*pixels).ok_or(Refusal::Damaged)?;
    // The canvas may say otherwise; the larger one is what decoding would need.
    let (canvas_width, canvas_height) = canvas.and_then(|canvas| canvas_size(canvas.body)).unwrap_or_default();
    Ok(Header { format: Format::Webp, width: width.max(canvas_width), height: height.max(canvas_height) })
}

/// All parts, as far as they can be read.
pub(crate) fn chunks(bytes: &[u8]) -> Vec<Chunk<'_>> {
    let mut at = 12;
    let next = || {
        let rest = bytes.get(at..)?;
        let name = *rest.first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*rest.get(4..)?.first_chunk()?)).ok()?;
        let body = rest.get(8..length.checked_add(8)?)?;
        at += 8 + length.next_multiple_of(2);
        Some(Chunk { name, body })
    };
    std::iter::from_fn(next).collect()
}

/// The same picture with a profile of its colours, and what others shall read in it.
pub(crate) fn with_parts(bytes: &[u8], profile: Option<&[u8]>, exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Vec<u8> {
    let chunks = chunks(bytes);
    let is_pixels = |chunk: &&Chunk<'_>| matches!(&chunk.name, b"VP8 " | b"VP8L" | b"ALPH");
    let Some((width, height)) = chunks.iter().filter(is_pixels).find_map(|chunk| frame_size(*chunk)) else {
        return bytes.to_vec();
    };
    let kept = chunks.iter().find(|chunk| chunk.name == *b"ICCP").map(|chunk| chunk.body);
    let profile = profile.or(kept);
    let flags = [
        (profile.is_some(), HAS_PROFILE),
        (exif.is_some(), HAS_EXIF),
        (xmp.is_some(), HAS_XMP),
        (chunks.iter().any(|chunk| chunk.name == *b"ALPH"), HAS_ALPHA),
    ];
    let flags = flags.iter().filter(|(is_there, _)| *is_there).fold(0, |all, (_, flag)| all | flag);
    let mut canvas = vec![flags, 0, 0, 0];
    for side in [width, height] {
        canvas.extend(side.saturating_sub(1).to_le_bytes().iter().take(3));
    }
    let mut body = Vec::with_capacity(bytes.len() + 4_096);
    push(&mut body, b"VP8X", &canvas);
    profile.into_iter().for_each(|profile| push(&mut body, b"ICCP", profile));
    chunks.iter().filter(is_pixels).for_each(|chunk| push(&mut body, &chunk.name, chunk.body));
    exif.into_iter().for_each(|exif| push(&mut body, b"EXIF", exif));
    xmp.into_iter().for_each(|xmp| push(&mut body, b"XMP ", xmp));
    let length = u32::try_from(body.len() + 4).unwrap_or(u32::MAX);
    [b"RIFF", length.to_le_bytes().as_slice(), b"WEBP", &body].concat()
}

fn push(out: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) {
    let Ok(length) = u32::try_from(body.len()) else { return };
    out.extend_from_slice(name);
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(body);
    if body.len() % 2 == 1 {
        out.push(0);
    }
}

fn frame_size(chunk: Chunk<'_>) -> Option<(u32, u32)> {
    let body = chunk.body;
    match &chunk.name {
        b"VP8 " => {
            let [width_low, width_high, height_low, height_high] = *body.get(6..)?.first_chunk()?;
            let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3FFF);
            let is_key_frame = body.get(3..6)? == b"\x9D\x01\x2A";
            is_key_frame.then(|| (side(width_low, width_high), side(height_low, height_high)))
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(*body.get(1..)?.first_chunk()?);
            let is_lossless = body.first() == Some(&0x2F);
            is_lossless.then_some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
        }
        _ => None,
    }
}

fn canvas_size(body: &[u8]) -> Option<(u32, u32)> {
    let [a, b, c, d, e, f] = *body.get(4..)?.first_chunk()?;
    Some((u32::from_le_bytes([a, b, c, 0]) + 1, u32::from_le_bytes([d, e, f, 0]) + 1))
}
