//! Text files: comma, semicolon or tab between the cells, in whatever encoding the office saved them.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use crate::{Limits, Refusal, sheet::Sheet};

/// How a text file was read. Shown to the person, who may know better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextForm {
    pub encoding: &'static str,
    pub delimiter: char,
}

pub(crate) fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<(Sheet, TextForm), Refusal> {
    let encoding = encoding_of(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let delimiter = delimiter_of(&text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut sheet = Sheet::new(name);
    let mut record = csv::ByteRecord::new();
    let mut row = 0_u32;
    loop {
        let before = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let has_more = reader.read_byte_record(&mut record).map_err(Refusal::damaged)?;
        if !has_more {
            break;
        }
        // The csv reader passes over empty lines; a person counts them.
        row = row.saturating_add(empty_lines(text.as_bytes(), before));
        if row >= limits.rows {
            return Err(Refusal::TooManyRows { sheet: name.to_owned(), most: limits.rows });
        }
        for (column, field) in record.iter().enumerate() {
            let field = String::from_utf8_lossy(field);
            sheet.push_text(row, u32::try_from(column).unwrap_or(u32::MAX), &field, limits)?;
        }
        row = row.saturating_add(1);
    }
    if sheet.row_count() == 0 {
        return Err(Refusal::NothingInside);
    }
    Ok((sheet, TextForm { encoding: encoding.name(), delimiter: char::from(delimiter) }))
}

/// How many lines end before the next one with something in it. The last record's own end may be half read.
fn empty_lines(text: &[u8], from: usize) -> u32 {
    let mut last = from.checked_sub(1).and_then(|before| text.get(before)).copied();
    let ends = text.get(from..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let mut lines = 0;
    for end in ends {
        lines += u32::from(!(*end == b'\n' && last == Some(b'\r')));
        last = Some(*end);
    }
    lines
}

/// A byte order mark decides; else text that is UTF-8 is UTF-8; else zeros in every other byte mean UTF-16;
/// else it is the Cyrillic code page of Windows, in which every byte means something.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).filter(|byte| **byte <= 0x04).count();
    let half = start.len() / 2;
    if start.contains(&0) && half > 0 {
        return if zeros(0) > zeros(1) { UTF_16BE } else { UTF_16LE };
    }
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1251 }
}

/// The sign that parts most lines into the same number of cells, quoted parts left out.
fn delimiter_of(text: &str) -> u8 {
    let candidates = [b'\t', b';', b',', b'|'];
    let mut best = (0, b',');
    for candidate in candidates {
        let mut counts: Vec<usize> = Vec::new();
        let mut count = 0;
        let mut quoted = false;
        for byte in text.bytes().take(64 << 10) {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' if !quoted => {
                    counts.push(count);
                    count = 0;
                }
                byte if byte == candidate && !quoted => count += 1,
                _ => {}
            }
        }
        counts.push(count);
        let lines_with = counts.iter().filter(|count| **count > 0).count();
        let mut sorted: Vec<usize> = counts.iter().copied().filter(|count| *count > 0).collect();
        sorted.sort_unstable();
        let usual = sorted.get(sorted.len() / 2).copied().unwrap_or(0);
        let lines_alike = counts.iter().filter(|count| **count == usual).count();
        let score = if usual == 0 { 0 } else { lines_alike * 2 + lines_with };
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::{TextForm, read};
    use crate::{Limits, Refusal};

    fn form(bytes: &[u8]) -> TextForm {
        read(bytes, "s", &Limits::default()).unwrap().1
    }

    #[test]
    fn encodings_and_delimiters_are_found() {
        let text = "Статья;Сумма\nПитание;1 234,50\nАвто;2,5\n";
        assert_eq!(form(text.as_bytes()), TextForm { encoding: "UTF-8", delimiter: ';' });
        let (windows, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(form(&windows), TextForm { encoding: "windows-1251", delimiter: ';' });
        let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        assert_eq!(form(&utf16(u16::to_le_bytes)).encoding, "UTF-16LE");
        assert_eq!(form(&utf16(u16::to_be_bytes)).encoding, "UTF-16BE");
        assert_eq!(form("\u{feff}a\tb\n1\t2\n".as_bytes()), TextForm { encoding: "UTF-8", delimiter: '\t' });
        assert_eq!(form(b"a,b\n\"x;y;z\",2\n\"p;q;r\",3\n").delimiter, ',');
    }

    #[test]
    fn empty_lines_are_counted_like_a_person_does() {
        for text in ["a,b\n\n\nc,d\n", "a,b\r\n\r\n\r\nc,d\r\n"] {
            let (sheet, _) = read(text.as_bytes(), "s", &Limits::default()).unwrap();
            assert_eq!((sheet.row_number(0), sheet.row_number(1)), (1, 4), "{text:?}");
        }
    }

    #[test]
    fn too_many_rows_end_the_reading() {
        let limits = Limits { rows: 10, ..Limits::default() };
        let refused = read("1;2\n".repeat(11).as_bytes(), "s", &limits).err();
        assert_eq!(refused, Some(Refusal::TooManyRows { sheet: "s".into(), most: 10 }));
    }
}
