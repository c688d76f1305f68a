//! Files of places as columns and rows of text.

use std::io::Cursor;

use calamine::{Data, Reader};
use quick_xml::events::Event;
use serde_json::Value;

/// What was read: every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Why a file is no list of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SheetRefusal {
    Empty,
    Unreadable,
    NoHeadings,
    TooManyRows,
    TooManyColumns,
    NoPoints,
}

pub(super) const MOST_ROWS: usize = 5_000;
const MOST_COLUMNS: usize = 400;
const MOST_LETTERS: usize = 20_000;

impl SheetRefusal {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Empty => "places-import-refused-empty",
            Self::Unreadable => "places-import-refused-unreadable",
            Self::NoHeadings => "places-import-refused-headings",
            Self::TooManyRows => "places-import-refused-rows",
            Self::TooManyColumns => "places-import-refused-columns",
            Self::NoPoints => "places-import-refused-points",
        }
    }
}

impl Sheet {
    /// By the content, whatever the name says.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, SheetRefusal> {
        if bytes.is_empty() {
            return Err(SheetRefusal::Empty);
        }
        let is_workbook = bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
        if is_workbook {
            return workbook(bytes);
        }
        let text = decoded(bytes);
        match text.trim_start().chars().next() {
            Some('{') => geojson(&text),
            Some('<') => kml(&text),
            Some(_) => separated(&text),
            None => Err(SheetRefusal::Empty),
        }
    }
}

/// UTF-8, or else the Cyrillic page of Windows, which spreadsheets here still write.
fn decoded(bytes: &[u8]) -> String {
    let plain = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    match std::str::from_utf8(plain) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1251.decode(plain).0.into_owned(),
    }
}

fn workbook(bytes: &[u8]) -> Result<Sheet, SheetRefusal> {
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| SheetRefusal::Unreadable)?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|_| SheetRefusal::Unreadable)?;
        if range.get_size().0 > MOST_ROWS.saturating_mul(2) {
            return Err(SheetRefusal::TooManyRows);
        }
        let rows = range.rows().map(|row| row.iter().map(cell).collect::<Vec<_>>());
        let rows: Vec<Vec<String>> = rows.collect();
        if rows.iter().any(|row| row.iter().any(|cell| !cell.is_empty())) {
            return table(rows);
        }
    }
    Err(SheetRefusal::Empty)
}

fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.trim().to_owned(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
    }
}

fn separated(text: &str) -> Result<Sheet, SheetRefusal> {
    let first: String = text.lines().take(20).collect();
    // Where there are as many of both, commas are in the numbers.
    let marks = [b',', b'\t', b';'];
    let separator = marks.into_iter().max_by_key(|mark| first.matches(char::from(*mark)).count());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| SheetRefusal::Unreadable)?;
        rows.push(record.iter().map(|cell| cell.trim().to_owned()).collect());
        if rows.len() > MOST_ROWS + 100 {
            return Err(SheetRefusal::TooManyRows);
        }
    }
    table(rows)
}

/// The headings are the first row with two words in it; empty rows and columns without a heading go.
fn table(rows: Vec<Vec<String>>) -> Result<Sheet, SheetRefusal> {
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    let head = rows.iter().position(|row| filled(row) >= 2).ok_or(SheetRefusal::NoHeadings)?;
    let headings = rows.get(head).cloned().unwrap_or_default();
    let kept: Vec<usize> =
        (0..headings.len()).filter(|at| headings.get(*at).is_some_and(|name| !name.is_empty())).collect();
    let take =
        |row: &Vec<String>| kept.iter().map(|at| clipped(row.get(*at).map_or("", String::as_str))).collect::<Vec<_>>();
    let body = rows.iter().skip(head + 1).filter(|row| filled(row) > 0).map(take).collect();
    checked(Sheet { columns: take(&headings), rows: body })
}

fn checked(sheet: Sheet) -> Result<Sheet, SheetRefusal> {
    match (sheet.rows.len(), sheet.columns.len()) {
        (0, _) => Err(SheetRefusal::Empty),
        (rows, _) if rows > MOST_ROWS => Err(SheetRefusal::TooManyRows),
        (_, columns) if columns > MOST_COLUMNS => Err(SheetRefusal::TooManyColumns),
        _ => Ok(sheet),
    }
}

fn clipped(text: &str) -> String {
    text.trim().chars().take(MOST_LETTERS).collect()
}

/// Points with their properties; other shapes are no places.
fn geojson(text: &str) -> Result<Sheet, SheetRefusal> {
    let read: Value = serde_json::from_str(text).map_err(|_| SheetRefusal::Unreadable)?;
    let features = read.get("features").and_then(Value::as_array).ok_or(SheetRefusal::Unreadable)?;
    let mut records = Records::default();
    for feature in features {
        let coordinates = feature.pointer("/geometry/coordinates").and_then(Value::as_array);
        let degrees = |at: usize| coordinates.and_then(|pair| pair.get(at)).and_then(Value::as_f64);
        let (Some(longitude), Some(latitude)) = (degrees(0), degrees(1)) else { continue };
        let mut record =
            vec![("latitude".to_owned(), latitude.to_string()), ("longitude".to_owned(), longitude.to_string())];
        if let Some(id) = feature.get("id") {
            record.push(("slug".to_owned(), plainly(id)));
        }
        for (name, value) in feature.get("properties").and_then(Value::as_object).into_iter().flatten() {
            record.push((name.clone(), plainly(value)));
        }
        records.add(record);
    }
    records.sheet()
}

fn plainly(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(several) => several.iter().map(plainly).collect::<Vec<_>>().join(","),
        other @ (Value::Number(_) | Value::Object(_)) => other.to_string(),
    }
}

/// Placemarks with a point: name, description, extended data.
fn kml(text: &str) -> Result<Sheet, SheetRefusal> {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut records = Records::default();
    let mut mark: Option<Vec<(String, String)>> = None;
    let mut path: Vec<String> = Vec::new();
    let (mut data_name, mut said) = (String::new(), String::new());
    loop {
        match reader.read_event().map_err(|_| SheetRefusal::Unreadable)? {
            Event::Start(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                if name == "Placemark" {
                    mark = Some(Vec::new());
                }
                if name == "Data" || name == "SimpleData" {
                    let attribute = tag.attributes().flatten().find(|one| one.key.as_ref() == "name");
                    data_name = attribute.map(|one| one.value.into_owned()).unwrap_or_default();
                }
                said.clear();
                path.push(name);
            }
            Event::Text(piece) => said.push_str(&piece.xml10_content()),
            Event::CData(piece) => said.push_str(&piece),
            Event::GeneralRef(entity) => said.push_str(&entity_text(&entity)),
            Event::End(_) => {
                let name = path.pop().unwrap_or_default();
                let parent = path.last().map_or("", String::as_str);
                if name == "Placemark" {
                    // A line or an area is no place.
                    let is_point = |record: &Vec<(String, String)>| record.iter().any(|(key, _)| key == "latitude");
                    mark.take().filter(is_point).into_iter().for_each(|record| records.add(record));
                } else if let Some(record) = &mut mark {
                    fill(record, &name, parent, &data_name, said.trim());
                }
                said.clear();
            }
            Event::Eof => return records.sheet(),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn fill(record: &mut Vec<(String, String)>, name: &str, parent: &str, data_name: &str, said: &str) {
    match (name, parent) {
        ("name", "Placemark") => record.push(("name".to_owned(), said.to_owned())),
        ("description", "Placemark") => record.push(("description".to_owned(), said.to_owned())),
        ("coordinates", "Point") => {
            let mut degrees = said.split(',');
            if let (Some(longitude), Some(latitude)) = (degrees.next(), degrees.next()) {
                record.push(("latitude".to_owned(), latitude.trim().to_owned()));
                record.push(("longitude".to_owned(), longitude.trim().to_owned()));
            }
        }
        ("value", "Data") | ("SimpleData", _) => record.push((data_name.to_owned(), said.to_owned())),
        _ => {}
    }
}

fn entity_text(name: &str) -> String {
    let known = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'")];
    known.iter().find(|(entity, _)| *entity == name).map_or_else(String::new, |(_, letter)| (*letter).to_owned())
}

/// Records whose columns are learnt as they come.
#[derive(Default)]
struct Records {
    columns: Vec<String>,
    rows: Vec<Vec<(usize, String)>>,
}

impl Records {
    fn add(&mut self, record: Vec<(String, String)>) {
        let mut row = Vec::new();
        for (name, value) in record {
            let at = self.columns.iter().position(|known| *known == name).unwrap_or_else(|| {
                self.columns.push(name);
                self.columns.len() - 1
            });
            row.push((at, clipped(&value)));
        }
        self.rows.push(row);
    }

    fn sheet(self) -> Result<Sheet, SheetRefusal> {
        if self.rows.is_empty() {
            return Err(SheetRefusal::NoPoints);
        }
        let width = self.columns.len();
        let spread = |row: Vec<(usize, String)>| {
            let mut cells = vec![String::new(); width];
            for (at, value) in row {
                if let Some(cell) = cells.get_mut(at) {
                    *cell = value;
                }
            }
            cells
        };
        checked(Sheet { columns: self.columns, rows: self.rows.into_iter().map(spread).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::{Sheet, SheetRefusal};

    #[test]
    fn text_is_separated_by_what_its_headings_are() {
        let sheet = Sheet::read("Реестр\nname;lat;;lon\nDune;43,8;x;78,5\n;;;\n".as_bytes()).unwrap();
        assert_eq!(sheet.columns, ["name", "lat", "lon"]);
        assert_eq!(sheet.rows, [["Dune", "43,8", "78,5"]]);
    }

    #[test]
    fn the_cyrillic_page_of_windows_is_read() {
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("название,широта\nБархан,43.8\n");
        assert_eq!(Sheet::read(&bytes).unwrap().columns, ["название", "широта"]);
    }

    #[test]
    fn points_of_maps_are_rows() {
        let json = r#"{"type":"FeatureCollection","features":[
            {"id":"dune","geometry":{"type":"Point","coordinates":[78.5,43.8]},"properties":{"name":"Dune","wifi":false}},
            {"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"name":"Road"}}]}"#;
        let sheet = Sheet::read(json.as_bytes()).unwrap();
        assert_eq!(sheet.columns, ["latitude", "longitude", "slug", "name", "wifi"]);
        assert_eq!(sheet.rows, [["43.8", "78.5", "dune", "Dune", "no"]]);
        let kml = "<kml><Document><Placemark><name>Salt &amp; sand</name><ExtendedData><Data name=\"road\">\
            <value>dirt</value></Data></ExtendedData><Point><coordinates>53.35,44.05,0</coordinates></Point></Placemark>\
            <Placemark><name>Route</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>\
            </Document></kml>";
        let sheet = Sheet::read(kml.as_bytes()).unwrap();
        assert_eq!(sheet.columns, ["name", "road", "latitude", "longitude"]);
        assert_eq!(sheet.rows, [["Salt & sand", "dirt", "44.05", "53.35"]]);
    }

    #[test]
    fn what_is_no_list_says_why() {
        assert_eq!(Sheet::read(b""), Err(SheetRefusal::Empty));
        assert_eq!(Sheet::read(b"PK\x03\x04 nothing"), Err(SheetRefusal::Unreadable));
        assert_eq!(Sheet::read(b"one line"), Err(SheetRefusal::NoHeadings));
        assert_eq!(Sheet::read(b"{\"features\":[]}"), Err(SheetRefusal::NoPoints));
        assert_eq!(Sheet::read(b"<kml><Placemark>"), Err(SheetRefusal::NoPoints));
        let many = format!("name,lat\n{}", "Dune,43\n".repeat(5_001));
        assert_eq!(Sheet::read(many.as_bytes()), Err(SheetRefusal::TooManyRows));
    }
}
