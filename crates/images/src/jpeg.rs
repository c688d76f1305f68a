use crate::{Format, Header, Refusal};

/// A part of a JPEG in front of its pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segment<'a> {
    pub(crate) marker: u8,
    pub(crate) body: &'a [u8],
}

/// A part of the file that was walked over.
enum Part<'a> {
    Segment(Segment<'a>),
    /// Coded pixels, up to the next marker.
    Scan,
    End,
}

pub(crate) const APP0: u8 = 0xE0;
pub(crate) const APP1: u8 = 0xE1;
pub(crate) const APP2: u8 = 0xE2;
pub(crate) const APP13: u8 = 0xED;
const SCAN: u8 = 0xDA;
const END: u8 = 0xD9;

/// A progressive picture has a dozen; each costs a walk over all pixels.
const MOST_SCANS: usize = 100;

pub(crate) fn inspect(bytes: &[u8]) -> Result<Header, Refusal> {
    let mut frame = None;
    let mut scans = 0;
    let mut walk = Walk::new(bytes);
    loop {
        match walk.next()? {
            Part::Segment(segment) if is_frame(segment.marker) && frame.is_none() => frame = Some(segment),
            Part::Segment(_) => {}
            Part::Scan => scans += 1,
            Part::End => break,
        }
        if scans > MOST_SCANS {
            return Err(Refusal::Damaged);
        }
    }
    let frame = frame.filter(|_| scans > 0).ok_or(Refusal::Damaged)?;
    let [bits, high, low, wide_high, wide_low, components] = *frame.body.first_chunk().ok_or(Refusal::Damaged)?;
    // Baseline, extended and progressive, with Huffman's codes.
    if bits != 8 || !matches!(frame.marker, 0xC0..=0xC2) {
        return Err(Refusal::Coding);
    }
    match components {
        1 | 3 => {}
        4 => return Err(Refusal::Cmyk),
        _ => return Err(Refusal::Coding),
    }
    let side = |high: u8, low: u8| u32::from(u16::from_be_bytes([high, low]));
    Ok(Header { format: Format::Jpeg, width: side(wide_high, wide_low), height: side(high, low) })
}

/// The parts in front of the pixels, as far as they can be read.
pub(crate) fn segments(bytes: &[u8]) -> Vec<Segment<'_>> {
    let mut walk = Walk::new(bytes);
    let mut segments = Vec::new();
    while let Ok(Part::Segment(segment)) = walk.next() {
        segments.push(segment);
    }
    segments
}

/// The same picture with other parts in front of it. Only the tables that decoding needs are kept of the old ones.
pub(crate) fn with_segments(bytes: &[u8], fresh: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + 4_096);
    out.extend_from_slice(b"\xFF\xD8");
    let mut walk = Walk::new(bytes);
    let mut waiting = Some(fresh);
    loop {
        let before = walk.at;
        match walk.next() {
            Ok(Part::Segment(segment)) if segment.marker == APP0 && segment.body.starts_with(b"JFIF") => {
                push(&mut out, segment.marker, segment.body);
            }
            Ok(Part::Segment(segment)) if is_metadata(segment) => {}
            Ok(Part::Segment(segment)) => {
                for (marker, body) in waiting.take().unwrap_or_default() {
                    push(&mut out, *marker, body);
                }
                push(&mut out, segment.marker, segment.body);
            }
            Ok(Part::Scan | Part::End) | Err(_) => {
                out.extend_from_slice(bytes.get(before..).unwrap_or_default());
                return out;
            }
        }
    }
}

/// What applications and people wrote, but the profile of colours.
fn is_metadata(segment: Segment<'_>) -> bool {
    let is_profile = segment.marker == APP2 && segment.body.starts_with(PROFILE);
    // Adobe's says how the colours are coded.
    let is_coding = segment.marker == 0xEE;
    matches!(segment.marker, 0xE0..=0xEF | 0xFE) && !is_profile && !is_coding
}

pub(crate) const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// Writes a part; one that is too long for its length is left out.
fn push(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    let Ok(length) = u16::try_from(body.len() + 2) else { return };
    out.extend_from_slice(&[0xFF, marker]);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(body);
}

fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    in_scan: bool,
}

impl<'a> Walk<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        // Behind the first marker, which says that this is one.
        Self { bytes, at: 2, in_scan: false }
    }

    fn next(&mut self) -> Result<Part<'a>, Refusal> {
        if std::mem::take(&mut self.in_scan) {
            self.at += self.scan_length().ok_or(Refusal::CutOff)?;
            return Ok(Part::Scan);
        }
        let marker = self.marker().ok_or(Refusal::CutOff)?;
        if marker == END {
            return Ok(Part::End);
        }
        let length = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk()).ok_or(Refusal::CutOff)?;
        let end = self.at + usize::from(u16::from_be_bytes(*length));
        if end < self.at + 2 {
            return Err(Refusal::Damaged);
        }
        let body = self.bytes.get(self.at + 2..end).ok_or(Refusal::CutOff)?;
        self.at = end;
        self.in_scan = marker == SCAN;
        Ok(Part::Segment(Segment { marker, body }))
    }

    /// The next marker that has a body, or the end. Filling and what stands between parts by mistake is passed over.
    fn marker(&mut self) -> Option<u8> {
        loop {
            let rest = self.bytes.get(self.at..)?;
            let found = rest.iter().position(|byte| *byte == 0xFF)?;
            let marker = *rest.get(found + 1)?;
            match marker {
                0xFF => self.at += found + 1,
                0x00 | 0x01 | 0xD0..=0xD8 => self.at += found + 2,
                _ => {
                    self.at += found + 2;
                    return Some(marker);
                }
            }
        }
    }

    /// How long the coded pixels are: in them 0xFF is followed by nought or a restart.
    fn scan_length(&self) -> Option<usize> {
        let rest = self.bytes.get(self.at..)?;
        let mut at = 0;
        loop {
            at += rest.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
            match rest.get(at + 1)? {
                0x00 | 0xD0..=0xD7 => at += 2,
                0xFF => at += 1,
                _ => return Some(at),
            }
        }
    }
}
