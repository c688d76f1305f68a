//! What a file is, by its content; its name says nothing.

use std::io::Cursor;

use crate::{Limits, Refusal};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Text,
}

impl Format {
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Text => "text",
        }
    }
}

/// Files people send by mistake, by how they begin.
const OTHER_FILES: [(&[u8], &str); 14] = [
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"RIFF", "webp"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "seven-zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
];

const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Tells what a file is and refuses what cannot be a ledger, before anything is unpacked.
pub(crate) fn detect(bytes: &[u8], limits: &Limits) -> Result<Format, Refusal> {
    if let Some(refusal) = Refusal::too_many_bytes(bytes.len(), limits) {
        return Err(refusal);
    }
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.starts_with(b"PK") {
        return detect_zip(bytes, limits);
    }
    if bytes.starts_with(OLE) {
        return detect_ole(bytes);
    }
    let other = OTHER_FILES.iter().find(|(start, _)| bytes.starts_with(start));
    // Two letters are a weak sign: a table may begin with `BM` or `MZ`, but has no zero bytes then.
    let other = other.filter(|(start, _)| start.len() > 2 || bytes.iter().take(512).any(|byte| *byte == 0));
    if let Some((_, looks_like)) = other {
        return Err(Refusal::NotASpreadsheet { looks_like });
    }
    let head: Vec<u8> = bytes.iter().take(512).map(u8::to_ascii_lowercase).collect();
    let begins = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    if head.trim_ascii_start().starts_with(b"<") && (begins(b"<html") || begins(b"<!doctype") || begins(b"<?xml")) {
        return Err(Refusal::NotASpreadsheet { looks_like: "html" });
    }
    if is_binary(bytes) {
        return Err(Refusal::NotASpreadsheet { looks_like: "binary" });
    }
    Ok(Format::Text)
}

/// Text has no control characters but tabs and line ends. In UTF-16 every other byte of a Latin text is zero,
/// so zeros alone are no sign if they come regularly.
fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(8192)).unwrap_or(bytes);
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        return false;
    }
    let count = |test: fn(&u8) -> bool| start.iter().filter(|byte| test(byte)).count();
    let zeros = count(|byte| *byte == 0);
    let controls = count(|byte| matches!(byte, 1..=3 | 5..=8 | 14..=26 | 28..=31));
    let zeros_like_utf16 = {
        let even = start.iter().step_by(2).filter(|byte| **byte == 0).count();
        even == zeros || even == 0
    };
    controls * 50 > start.len() || (zeros > 0 && !zeros_like_utf16)
}

fn detect_zip(bytes: &[u8], limits: &Limits) -> Result<Format, Refusal> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::damaged("zip"))?;
    let mut promised = 0_u64;
    let mut has_other_names = false;
    let mut format = None;
    for index in 0..zip.len() {
        let entry = zip.by_index_raw(index).map_err(|_| Refusal::damaged("zip"))?;
        promised = promised.saturating_add(entry.size());
        let name = entry.name().unwrap_or_default();
        let found = match name.to_ascii_lowercase().replace('\\', "/").as_str() {
            "xl/workbook.xml" => Some(Format::Xlsx),
            "xl/workbook.bin" => Some(Format::Xlsb),
            "content.xml" => Some(Format::Ods),
            _ => None,
        };
        has_other_names |= found.is_none();
        format = format.or(found);
    }
    // INVARIANT: unpacking stops with an error where a part grows beyond what the directory says of it (zip 9.8), so
    // the promised sizes bound what is ever unpacked.
    if promised > limits.unpacked_bytes {
        return Err(Refusal::TooManyUnpackedBytes { most: limits.unpacked_bytes });
    }
    format.ok_or(match has_other_names {
        true => Refusal::NotASpreadsheet { looks_like: "zip" },
        false => Refusal::damaged("zip"),
    })
}

/// An OLE file is an old xls, a workbook behind a password, or another office file. Its directory tells: the names
/// of its streams stand in it as UTF-16.
fn detect_ole(bytes: &[u8]) -> Result<Format, Refusal> {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        // Directory entries begin at multiples of 128 bytes.
        bytes.chunks(128).any(|entry| entry.starts_with(&name) && entry.get(name.len()) == Some(&0))
    };
    if has("EncryptedPackage") {
        return Err(Refusal::Encrypted);
    }
    if has("Workbook") || has("Book") {
        return Ok(Format::Xls);
    }
    Err(match has("WordDocument") {
        true => Refusal::NotASpreadsheet { looks_like: "doc" },
        false => Refusal::NotASpreadsheet { looks_like: "ole" },
    })
}
