//! Workbooks: their sheets as [`Sheet`]s, whatever program wrote them.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    CellErrorType, Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xls, XlsError, Xlsb,
    XlsbError, Xlsx, XlsxError,
};
use kernel::Day;

use crate::{
    Format, Limits, Refusal, TextForm, biff, container,
    names::Names,
    sheet::{Cell, CellFault, Look, Sheet},
    text_file,
};

/// An opened file whose sheets can be read.
pub(crate) struct Workbook<'a> {
    pub(crate) format: Format,
    pub(crate) text_form: Option<TextForm>,
    sheets: Vec<SheetName>,
    inside: Inside<'a>,
}

#[derive(Debug, Clone)]
pub(crate) struct SheetName {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
}

enum Inside<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Xlsb(Box<Xlsb<Cursor<&'a [u8]>>>),
    Xls(Box<Xls<Cursor<&'a [u8]>>>),
    /// Read whole on opening.
    Read(Vec<Sheet>),
}

/// How much of a sheet is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// So many rows, enough to see what the sheet is.
    Top(u32),
    Whole,
}

impl<'a> Workbook<'a> {
    pub(crate) fn open(bytes: &'a [u8], file_name: &str, limits: &Limits) -> Result<Self, Refusal> {
        let format = container::detect(bytes, limits)?;
        let mut text_form = None;
        let (sheets, inside) = match format {
            Format::Text => {
                let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
                let (sheet, form) = text_file::read(bytes, name, limits)?;
                text_form = Some(form);
                (vec![visible(&sheet.name)], Inside::Read(vec![sheet]))
            }
            Format::Ods => {
                let sheets = crate::ods::read(bytes, limits)?;
                (sheets.iter().map(|sheet| visible(&sheet.name)).collect(), Inside::Read(sheets))
            }
            Format::Xlsx => {
                let book: Xlsx<_> = guarded(|| Xlsx::new(Cursor::new(bytes)).map_err(xlsx_refusal))?;
                (names(book.sheets_metadata()), Inside::Xlsx(Box::new(book)))
            }
            Format::Xlsb => {
                let book: Xlsb<_> = guarded(|| Xlsb::new(Cursor::new(bytes)).map_err(xlsb_refusal))?;
                (names(book.sheets_metadata()), Inside::Xlsb(Box::new(book)))
            }
            Format::Xls => {
                biff::check(bytes, limits)?;
                let book: Xls<_> = guarded(|| Xls::new(Cursor::new(bytes)).map_err(xls_refusal))?;
                (names(book.sheets_metadata()), Inside::Xls(Box::new(book)))
            }
        };
        if sheets.len() > limits.sheets {
            return Err(Refusal::TooManySheets { most: limits.sheets });
        }
        Ok(Self { format, text_form, sheets, inside })
    }

    /// The sheets that hold cells, in the order of the file.
    pub(crate) fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    pub(crate) fn read(&mut self, name: &str, extent: Extent, limits: &Limits) -> Result<Sheet, Refusal> {
        let no_such_sheet = || Refusal::NoSuchSheet { sheet: name.to_owned() };
        match &mut self.inside {
            Inside::Read(sheets) => sheets.iter().find(|sheet| sheet.name == name).cloned().ok_or_else(no_such_sheet),
            Inside::Xlsx(book) => guarded(|| read_xlsx(book, name, extent, limits)),
            Inside::Xlsb(book) => guarded(|| read_xlsb(book, name, extent, limits)),
            Inside::Xls(book) => guarded(|| read_xls(book, name, limits)),
        }
    }
}

fn visible(name: &str) -> SheetName {
    SheetName { name: name.to_owned(), is_hidden: false }
}

fn names(sheets: &[calamine::Sheet]) -> Vec<SheetName> {
    let worksheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let name = |sheet: &calamine::Sheet| SheetName {
        name: sheet.name.clone(),
        is_hidden: sheet.visible != SheetVisible::Visible,
    };
    worksheets.map(name).collect()
}

/// The library that takes workbooks apart may trip over a file made to trip it. Nothing of ours is half done then,
/// so the file is refused as damaged.
fn guarded<T>(read: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Refusal::damaged("workbook")))
}

fn read_xlsx(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, extent: Extent, limits: &Limits) -> Result<Sheet, Refusal> {
    let from_1904 = book.has_1904_epoch();
    let mut cells = book.worksheet_cells_reader(name).map_err(xlsx_refusal)?;
    let mut sheet = Sheet::new(name);
    sheet.from_1904 = from_1904;
    let looks: Vec<Look> = cells.styles().iter().map(look).collect();
    // Asking for each cell's style takes a tenth longer, so it is asked only where a style says anything.
    let has_looks = looks.iter().any(|look| *look != Look::default());
    let mut next = || match has_looks {
        true => cells.next_cell_with_style_id(),
        false => cells.next_cell().map(|cell| cell.map(|cell| (cell, 0))),
    };
    while let Some((cell, style)) = next().map_err(xlsx_refusal)? {
        let (row, column) = cell.get_position();
        if is_beyond(extent, row) {
            break;
        }
        let before = sheet.filled_cells();
        push(&mut sheet, row, column, cell.get_value(), limits)?;
        let look = looks.get(style).copied().unwrap_or_default();
        if look != Look::default() && sheet.filled_cells() > before {
            sheet.dress(look);
        }
    }
    Ok(sheet)
}

fn read_xlsb(book: &mut Xlsb<Cursor<&[u8]>>, name: &str, extent: Extent, limits: &Limits) -> Result<Sheet, Refusal> {
    let mut cells = book.worksheet_cells_reader(name).map_err(xlsb_refusal)?;
    let mut sheet = Sheet::new(name);
    while let Some(cell) = cells.next_cell().map_err(xlsb_refusal)? {
        let (row, column) = cell.get_position();
        if is_beyond(extent, row) {
            break;
        }
        push(&mut sheet, row, column, cell.get_value(), limits)?;
    }
    Ok(sheet)
}

fn read_xls(book: &mut Xls<Cursor<&[u8]>>, name: &str, limits: &Limits) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::new(name);
    sheet.from_1904 = book.has_1904_epoch();
    let range = book.worksheet_range(name).map_err(xls_refusal)?;
    let (first_row, first_column) = range.start().unwrap_or((0, 0));
    for (row, column, data) in range.used_cells() {
        let row = u32::try_from(row).unwrap_or(u32::MAX).saturating_add(first_row);
        let column = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(first_column);
        match data {
            Data::String(text) => sheet.push_text(row, column, text, limits)?,
            Data::Int(number) => sheet.push(row, column, Cell::Whole(*number), limits)?,
            Data::Float(number) => sheet.push(row, column, Cell::Number(*number), limits)?,
            Data::Bool(truth) => sheet.push(row, column, Cell::Truth(*truth), limits)?,
            Data::DateTime(moment) => sheet.push(row, column, day_cell(moment), limits)?,
            Data::DateTimeIso(text) | Data::DurationIso(text) => sheet.push_text(row, column, text, limits)?,
            Data::Error(error) => sheet.push(row, column, Cell::Fault(fault(error)), limits)?,
            Data::Empty => {}
        }
    }
    Ok(sheet)
}

fn is_beyond(extent: Extent, row: u32) -> bool {
    matches!(extent, Extent::Top(rows) if row >= rows)
}

fn push(sheet: &mut Sheet, row: u32, column: u32, value: &DataRef<'_>, limits: &Limits) -> Result<(), Refusal> {
    match value {
        DataRef::SharedString(text) => sheet.push_text(row, column, text, limits),
        DataRef::String(text) => sheet.push_text(row, column, text, limits),
        DataRef::Int(number) => sheet.push(row, column, Cell::Whole(*number), limits),
        DataRef::Float(number) => sheet.push(row, column, Cell::Number(*number), limits),
        DataRef::Bool(truth) => sheet.push(row, column, Cell::Truth(*truth), limits),
        DataRef::DateTime(moment) => sheet.push(row, column, day_cell(moment), limits),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => sheet.push_text(row, column, text, limits),
        DataRef::Error(error) => sheet.push(row, column, Cell::Fault(fault(error)), limits),
        DataRef::Empty => Ok(()),
    }
}

/// A number format names its currency in brackets or quotes: `# ##0.00 [$₸-43F]`, `"$"#,##0`.
fn look(style: &Style) -> Look {
    let code = style.number_format.as_ref().map_or("", |format| format.format_code.as_str());
    let named = code.split(['[', ']', '"']).skip(1).step_by(2);
    let sign = |part: &str| part.trim_start_matches('$').split('-').next().unwrap_or("").to_owned();
    // `[$$-409]` is the dollar, and so is `"$"`.
    let signs = named.map(|part| if part.starts_with("$$") || part == "$" { "$".to_owned() } else { sign(part) });
    let mut currencies = signs.filter(|sign| !sign.is_empty()).filter_map(|sign| Names::shipped().currency(&sign));
    let indent = style.alignment.as_ref().and_then(|alignment| alignment.indent).unwrap_or(0);
    Look { currency: currencies.next(), indent }
}

/// A moment is taken as its day; a length of time stays a number.
fn day_cell(moment: &ExcelDateTime) -> Cell {
    if moment.is_duration() {
        return Cell::Number(moment.as_f64());
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let day = (|| Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?))();
    day.map_or(Cell::Number(moment.as_f64()), Cell::Day)
}

fn fault(error: &CellErrorType) -> CellFault {
    match error {
        CellErrorType::Div0 => CellFault::DivisionByZero,
        CellErrorType::NA => CellFault::NotAvailable,
        CellErrorType::Name => CellFault::Name,
        CellErrorType::Null => CellFault::Null,
        CellErrorType::Num => CellFault::Number,
        CellErrorType::Ref => CellFault::Reference,
        CellErrorType::Value => CellFault::Value,
        CellErrorType::GettingData => CellFault::Loading,
    }
}

fn xlsx_refusal(error: XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Encrypted,
        XlsxError::WorksheetNotFound(sheet) => Refusal::NoSuchSheet { sheet },
        error => Refusal::damaged(error),
    }
}

fn xlsb_refusal(error: XlsbError) -> Refusal {
    match error {
        XlsbError::Password => Refusal::Encrypted,
        XlsbError::WorksheetNotFound(sheet) => Refusal::NoSuchSheet { sheet },
        error => Refusal::damaged(error),
    }
}

fn xls_refusal(error: XlsError) -> Refusal {
    match error {
        XlsError::Password => Refusal::Encrypted,
        XlsError::WorksheetNotFound(sheet) => Refusal::NoSuchSheet { sheet },
        error => Refusal::damaged(error),
    }
}
