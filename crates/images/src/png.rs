use crate::{Format, Header, Refusal};

pub(crate) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// A part of a PNG: its name and what is in it.
pub(crate) struct Chunk<'a> {
    pub(crate) name: [u8; 4],
    pub(crate) body: &'a [u8],
}

pub(crate) fn inspect(bytes: &[u8]) -> Result<Header, Refusal> {
    let mut header = None;
    let mut has_pixels = false;
    let mut at = SIGNATURE.len();
    loop {
        let chunk = next(bytes, &mut at).ok_or(Refusal::CutOff)?;
        match &chunk.name {
            b"IHDR" if header.is_none() => {
                let side = |place: std::ops::Range<usize>| {
                    let bytes = chunk.body.get(place).and_then(|bytes| bytes.first_chunk())?;
                    Some(u32::from_be_bytes(*bytes))
                };
                let (width, height) = side(0..4).zip(side(4..8)).ok_or(Refusal::Damaged)?;
                header = Some(Header { format: Format::Png, width, height });
            }
            b"acTL" => return Err(Refusal::Animated),
            b"IDAT" => has_pixels = true,
            b"IEND" => return header.filter(|_| has_pixels).ok_or(Refusal::Damaged),
            _ => {}
        }
    }
}

/// All parts, as far as they can be read.
pub(crate) fn chunks(bytes: &[u8]) -> Vec<Chunk<'_>> {
    let mut at = SIGNATURE.len();
    std::iter::from_fn(|| next(bytes, &mut at)).collect()
}

fn next<'a>(bytes: &'a [u8], at: &mut usize) -> Option<Chunk<'a>> {
    let rest = bytes.get(*at..)?;
    let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
    let name = *rest.get(4..)?.first_chunk()?;
    let end = length.checked_add(8)?;
    let body = rest.get(8..end)?;
    // Four bytes of a sum follow.
    rest.get(end..end.checked_add(4)?)?;
    *at += end + 4;
    Some(Chunk { name, body })
}
