//! What a file is, from its first and last bytes. Nothing is unpacked and nothing trusts a name.

use crate::Kind;

/// As much of a file as it takes to know it.
#[derive(Debug, Default)]
pub(crate) struct Sample {
    pub(crate) head: Vec<u8>,
    pub(crate) tail: Vec<u8>,
    /// The names inside an old Office file; see [`directory_place`].
    pub(crate) directory: Vec<u8>,
}

/// So much of either end is looked at.
pub(crate) const SAMPLE_BYTES: usize = 64 * 1024;

const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// First bytes that leave no doubt.
const MAGIC: &[(&[u8], Kind)] = &[
    (b"\xFF\xD8\xFF", Kind::Jpeg),
    (b"\x89PNG\r\n\x1A\n", Kind::Png),
    (b"GIF87a", Kind::Gif),
    (b"GIF89a", Kind::Gif),
    (b"II*\0", Kind::Tiff),
    (b"MM\0*", Kind::Tiff),
    (b"{\\rtf", Kind::Rtf),
    (b"Rar!\x1A\x07", Kind::Rar),
    (b"7z\xBC\xAF\x27\x1C", Kind::SevenZip),
    (b"\x1F\x8B\x08", Kind::Gzip),
    (b"ID3", Kind::Mp3),
    (b"\xFF\xFB", Kind::Mp3),
    (b"\xFF\xFA", Kind::Mp3),
    (b"\xFF\xF3", Kind::Mp3),
    (b"\xFF\xF2", Kind::Mp3),
    (b"MZ", Kind::Program),
    (b"\x7FELF", Kind::Program),
    (b"\xCA\xFE\xBA\xBE", Kind::Program),
    (b"\xCF\xFA\xED\xFE", Kind::Program),
    (b"#!", Kind::Program),
];

/// What the sample is. A file is what it begins with, so a picture with a program behind it is a picture.
pub(crate) fn kind(sample: &Sample) -> Kind {
    let head = sample.head.as_slice();
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return *kind;
    }
    if is_pdf(head) {
        return Kind::Pdf;
    }
    if head.starts_with(b"RIFF") {
        return match head.get(8..12) {
            Some(b"WEBP") => Kind::Webp,
            Some(b"WAVE") => Kind::Wav,
            _ => Kind::Unknown,
        };
    }
    if head.get(4..8) == Some(b"ftyp") {
        return match head.get(8..12) {
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1" | b"avif") => Kind::Heic,
            Some(b"qt  ") => Kind::Mov,
            _ => Kind::Mp4,
        };
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return inside_zip(sample);
    }
    if head.starts_with(OLD_OFFICE) {
        return inside_old_office(&sample.directory);
    }
    text(head).unwrap_or(Kind::Unknown)
}

/// Whether the file cannot be opened without a password.
pub(crate) fn is_locked(sample: &Sample) -> bool {
    let head = sample.head.as_slice();
    if is_pdf(head) {
        return holds(head, b"/Encrypt") || holds(&sample.tail, b"/Encrypt");
    }
    if head.starts_with(b"PK\x03\x04") {
        // Bit 0 of the general flags of the first entry.
        return head.get(6).is_some_and(|flags| flags & 1 == 1);
    }
    head.starts_with(OLD_OFFICE) && holds(&sample.directory, &wide("EncryptedPackage"))
}

/// Some programs put empty lines in front, and readers do not mind.
fn is_pdf(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    head.trim_ascii_start().starts_with(b"%PDF-")
}

/// Where an old Office file keeps the names of its parts: a byte range, for files that are one.
pub(crate) fn directory_place(head: &[u8], size: u64) -> Option<std::ops::Range<u64>> {
    if !head.starts_with(OLD_OFFICE) {
        return None;
    }
    let shift = u16::from_le_bytes(head.get(30..32)?.try_into().ok()?);
    let sector = u32::from_le_bytes(head.get(48..52)?.try_into().ok()?);
    let start = (u64::from(sector) + 1).checked_shl(u32::from(shift).min(16))?;
    let end = size.min(start.saturating_add(8 * 1024));
    (start < end).then_some(start..end)
}

fn inside_zip(sample: &Sample) -> Kind {
    let head = sample.head.as_slice();
    // OpenDocument says it first, unpacked.
    let kinds = [Kind::Odt, Kind::Ods, Kind::Odp];
    if head.get(30..38) == Some(b"mimetype") {
        let said = head.get(38..).unwrap_or_default();
        return kinds.into_iter().find(|kind| said.starts_with(kind.media_type().as_bytes())).unwrap_or(Kind::Zip);
    }
    // The list of entries stands at the end.
    let parts: [(&[u8], Kind); 4] = [
        (b"word/document.xml", Kind::Docx),
        (b"xl/workbook.xml", Kind::Xlsx),
        (b"xl/workbook.bin", Kind::Xlsb),
        (b"ppt/presentation.xml", Kind::Pptx),
    ];
    let is_office = holds(head, b"[Content_Types].xml") || holds(&sample.tail, b"[Content_Types].xml");
    let part = parts.into_iter().find(|(part, _)| holds(&sample.tail, part) || holds(head, part));
    match part {
        Some((_, kind)) if is_office => kind,
        _ => Kind::Zip,
    }
}

fn inside_old_office(directory: &[u8]) -> Kind {
    let parts = [
        ("WordDocument", Kind::Doc),
        ("Workbook", Kind::Xls),
        ("PowerPoint Document", Kind::Ppt),
        ("__properties_version1.0", Kind::Msg),
        // Excel 5; last, because the word is short.
        ("Book", Kind::Xls),
    ];
    parts.into_iter().find(|(name, _)| holds(directory, &wide(name))).map_or(Kind::Unknown, |(_, kind)| kind)
}

fn text(head: &[u8]) -> Option<Kind> {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Some(Kind::Text);
    }
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    // Letters of one byte, as Windows writes Cyrillic, are text too: what text never has is control characters.
    let is_text = head.iter().all(|byte| *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C));
    if !is_text {
        return None;
    }
    let start: Vec<u8> = head.trim_ascii_start().iter().take(2_048).map(u8::to_ascii_lowercase).collect();
    let kind = if start.starts_with(b"<!doctype html") || holds(&start, b"<html") || holds(&start, b"<script") {
        Kind::Html
    } else if holds(&start, b"<svg") {
        Kind::Svg
    } else if start.starts_with(b"<?xml") && holds(&start, b"<finaldraft") {
        Kind::FinalDraft
    } else if start.starts_with(b"<?xml") {
        Kind::Xml
    } else if start.starts_with(b"begin:vcalendar") {
        Kind::Calendar
    } else {
        Kind::Text
    };
    Some(kind)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// As old Office writes names: two bytes a letter.
fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
#[path = "content_tests.rs"]
mod tests;
