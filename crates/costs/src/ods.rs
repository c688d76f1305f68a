//! OpenDocument spreadsheets. Read cell by cell, because two small attributes can say that a cell or row is repeated
//! a million times; repeated blanks are passed over, repeated values count against the limits.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::{
    Limits, Refusal,
    sheet::{Cell, CellFault, Sheet},
};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Refusal> {
    let damaged = |_| Refusal::damaged("content.xml");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::damaged("zip"))?;
    if is_encrypted(&mut zip) {
        return Err(Refusal::Encrypted);
    }
    let content = zip.by_name("content.xml").map_err(|_| Refusal::damaged("content.xml"))?;
    let mut xml = Reader::from_reader(BufReader::with_capacity(64 << 10, content));
    xml.config_mut().check_end_names = false;
    let mut sheets = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(start) if is(&start, "table:table") => {
                if sheets.len() >= limits.sheets {
                    return Err(Refusal::TooManySheets { most: limits.sheets });
                }
                let name = attribute(&start, "table:name").unwrap_or_default();
                sheets.push(read_table(&mut xml, name, limits)?);
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn is_encrypted(zip: &mut zip::ZipArchive<Cursor<&[u8]>>) -> bool {
    let Ok(manifest) = zip.by_name("META-INF/manifest.xml") else { return false };
    let mut xml = Reader::from_reader(BufReader::new(manifest));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) if is(&start, "manifest:encryption-data") => return true,
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

fn is(start: &BytesStart<'_>, name: &str) -> bool {
    start.name().into_inner() == name
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

fn repeats(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|count| count.parse().ok()).filter(|count| *count > 0).unwrap_or(1)
}

fn read_table<R: BufRead>(xml: &mut Reader<R>, name: String, limits: &Limits) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::new(name);
    let mut buffer = Vec::new();
    let mut row = 0_u32;
    loop {
        buffer.clear();
        match next(xml, &mut buffer)? {
            Event::Start(start) if is(&start, "table:table-row") => {
                let count = repeats(&start, "table:number-rows-repeated");
                let cells = read_row(xml, &sheet.name, limits)?;
                // Rows repeated blank are only counted.
                for repeat in 0..if cells.is_empty() { 0 } else { count } {
                    for (column, cell) in &cells {
                        let row = row.saturating_add(repeat);
                        match cell {
                            OdsCell::Text(text) => sheet.push_text(row, *column, text, limits)?,
                            OdsCell::Other(cell) => sheet.push(row, *column, *cell, limits)?,
                        }
                    }
                }
                row = row.saturating_add(count);
            }
            Event::Empty(start) if is(&start, "table:table-row") => {
                row = row.saturating_add(repeats(&start, "table:number-rows-repeated"));
            }
            Event::End(end) if end.name().into_inner() == "table:table" => return Ok(sheet),
            _ => {}
        }
    }
}

/// The next event. The end of the file is damage here: a table or row that was begun has not ended.
fn next<'b, R: BufRead>(xml: &mut Reader<R>, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, Refusal> {
    match xml.read_event_into(buffer) {
        Ok(Event::Eof) | Err(_) => Err(Refusal::damaged("content.xml")),
        Ok(event) => Ok(event),
    }
}

#[derive(Debug, Clone)]
enum OdsCell {
    Text(String),
    Other(Cell),
}

fn read_row<R: BufRead>(xml: &mut Reader<R>, sheet: &str, limits: &Limits) -> Result<Vec<(u32, OdsCell)>, Refusal> {
    let mut cells = Vec::new();
    let mut buffer = Vec::new();
    let mut column = 0_u32;
    loop {
        buffer.clear();
        let (start, has_content) = match next(xml, &mut buffer)? {
            Event::Start(start) => (start, true),
            Event::Empty(start) => (start, false),
            Event::End(end) if end.name().into_inner() == "table:table-row" => return Ok(cells),
            _ => continue,
        };
        if !is(&start, "table:table-cell") && !is(&start, "table:covered-table-cell") {
            continue;
        }
        let count = repeats(&start, "table:number-columns-repeated");
        let kind = attribute(&start, "office:value-type");
        let value = |name| attribute(&start, name);
        let typed = match kind.as_deref() {
            Some("float" | "currency" | "percentage") => {
                value("office:value").and_then(|value| value.parse().ok()).map(Cell::Number)
            }
            Some("boolean") => value("office:boolean-value").map(|value| Cell::Truth(value == "true")),
            Some("date") => value("office:date-value")
                .and_then(|value| value.get(..10).and_then(|day| day.parse().ok()))
                .map(Cell::Day),
            _ => None,
        };
        let string = value("office:string-value");
        let content = if has_content { read_content(xml)? } else { String::new() };
        // LibreOffice keeps an error as the cell's text.
        let fault = CellFault::from_text(content.trim());
        let cell = match (fault, typed) {
            (Some(fault), _) => Some(OdsCell::Other(Cell::Fault(fault))),
            (None, Some(cell)) => Some(OdsCell::Other(cell)),
            (None, None) => Some(string.unwrap_or(content)).filter(|text| !text.is_empty()).map(OdsCell::Text),
        };
        if let Some(cell) = cell {
            let end = column.saturating_add(count);
            if end > limits.columns.into() {
                return Err(Refusal::TooManyColumns { sheet: sheet.to_owned(), most: limits.columns });
            }
            cells.extend((column..end).map(|column| (column, cell.clone())));
        }
        column = column.saturating_add(count);
    }
}

/// The text of a cell up to its end, without the remarks people pin to it.
fn read_content<R: BufRead>(xml: &mut Reader<R>) -> Result<String, Refusal> {
    let mut text = String::new();
    let mut buffer = Vec::new();
    let mut remarks = 0_u32;
    let mut paragraphs = 0_u32;
    loop {
        buffer.clear();
        match next(xml, &mut buffer)? {
            Event::Start(start) if is(&start, "office:annotation") => remarks += 1,
            Event::End(end) if end.name().into_inner() == "office:annotation" => remarks = remarks.saturating_sub(1),
            Event::End(end) if matches!(end.name().into_inner(), "table:table-cell" | "table:covered-table-cell") => {
                return Ok(text);
            }
            _ if remarks > 0 => {}
            Event::Start(start) if is(&start, "text:p") => {
                if paragraphs > 0 {
                    text.push('\n');
                }
                paragraphs += 1;
            }
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                Ok(Some(sign)) => text.push(sign),
                _ => text.push_str(quick_xml::escape::resolve_predefined_entity(&entity).unwrap_or("")),
            },
            Event::Start(start) | Event::Empty(start) if is(&start, "text:s") => {
                let spaces = repeats(&start, "text:c").min(256);
                text.extend((0..spaces).map(|_| ' '));
            }
            Event::Start(start) | Event::Empty(start) if is(&start, "text:tab") => text.push('\t'),
            Event::Start(start) | Event::Empty(start) if is(&start, "text:line-break") => text.push('\n'),
            _ => {}
        }
    }
}
