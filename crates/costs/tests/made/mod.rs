//! Files made in memory, as small as each format allows.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// A workbook as xlsx: each row a list of cells; what reads as a number is one.
pub(crate) fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match (cell.parse::<f64>(), cell.strip_prefix('=')) {
                (Ok(number), _) => sheet.write_number(row, column, number).expect("a cell"),
                (_, Some(formula)) => {
                    let (formula, result) = formula.split_once("->").expect("a formula and its result");
                    let formula = rust_xlsxwriter::Formula::new(formula).set_result(result);
                    sheet.write_formula(row, column, formula).expect("a cell")
                }
                _ => sheet.write_string(row, column, *cell).expect("a cell"),
            };
        }
    }
    book.save_to_buffer().expect("a workbook")
}

pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("a part");
    }
    zip.finish().expect("a zip").into_inner()
}

/// An OpenDocument spreadsheet around the given rows.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"Лист1\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

/// An OLE container with the given streams.
pub(crate) fn ole(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file =
        cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).expect("a container");
    for (name, content) in streams {
        file.create_stream(format!("/{name}")).and_then(|mut stream| stream.write_all(content)).expect("a stream");
    }
    file.into_inner().into_inner()
}

/// An old xls: text and number cells by row and column.
pub(crate) fn xls(cells: &[(u16, u16, &str)]) -> Vec<u8> {
    fn record(out: &mut Vec<u8>, kind: u16, data: &[u8]) {
        out.extend(kind.to_le_bytes());
        out.extend(u16::try_from(data.len()).expect("a short record").to_le_bytes());
        out.extend(data);
    }
    let beginning = |kind: u8| [0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let mut stream = Vec::new();
    record(&mut stream, 0x0809, &beginning(5));
    // The sheet begins after this record, its own head of four bytes, and the four of the record after it.
    let sheet = [0, 0, 1, 0, b'S'];
    let start = u32::try_from(stream.len() + 4 + 4 + sheet.len() + 4).expect("a short stream");
    record(&mut stream, 0x0085, &[&start.to_le_bytes()[..], &sheet].concat());
    record(&mut stream, 0x000a, &[]);
    record(&mut stream, 0x0809, &beginning(16));
    for (row, column, text) in cells {
        let mut data: Vec<u8> = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
        match text.parse::<f64>() {
            Ok(number) => {
                data.extend(number.to_le_bytes());
                record(&mut stream, 0x0203, &data);
            }
            Err(_) => {
                let letters: Vec<u16> = text.encode_utf16().collect();
                data.extend(u16::try_from(letters.len()).expect("a short text").to_le_bytes());
                data.push(1);
                data.extend(letters.iter().flat_map(|letter| letter.to_le_bytes()));
                record(&mut stream, 0x0204, &data);
            }
        }
    }
    record(&mut stream, 0x000a, &[]);
    // Streams shorter than 4,096 bytes live elsewhere in the container; Excel pads its own.
    stream.resize(stream.len().max(4096), 0);
    ole(&[("Workbook", &stream)])
}

/// An xlsb: text and number cells by row.
pub(crate) fn xlsb(rows: &[&[&str]]) -> Vec<u8> {
    fn record(out: &mut Vec<u8>, kind: u16, data: &[u8]) {
        let kind = kind.to_le_bytes();
        out.push(kind[0]);
        if kind[0] & 0x80 != 0 {
            out.push(kind[1]);
        }
        out.push(u8::try_from(data.len()).expect("a short record"));
        out.extend(data);
    }
    fn wide(text: &str) -> Vec<u8> {
        let letters: Vec<u16> = text.encode_utf16().collect();
        let mut out = u32::try_from(letters.len()).expect("a short text").to_le_bytes().to_vec();
        out.extend(letters.iter().flat_map(|letter| letter.to_le_bytes()));
        out
    }
    let mut sheet = Vec::new();
    record(&mut sheet, 0x0194, &[0; 16]);
    record(&mut sheet, 0x0191, &[]);
    for (row, cells) in (0_u32..).zip(rows) {
        record(&mut sheet, 0x0000, &[&row.to_le_bytes()[..], &[0; 13]].concat());
        for (column, cell) in (0_u32..).zip(*cells) {
            let place = [column.to_le_bytes(), [0; 4]].concat();
            match cell.parse::<f64>() {
                Ok(number) => record(&mut sheet, 0x0005, &[&place[..], &number.to_le_bytes()].concat()),
                Err(_) => record(&mut sheet, 0x0006, &[place, wide(cell)].concat()),
            }
        }
    }
    record(&mut sheet, 0x0192, &[]);
    let mut book = Vec::new();
    record(&mut book, 0x019c, &[&[0; 4][..], &1_u32.to_le_bytes(), &wide("rId1"), &wide("Ledger")].concat());
    record(&mut book, 0x0190, &[]);
    record(&mut book, 0x0184, &[]);
    let relations = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    zip(&[
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}
