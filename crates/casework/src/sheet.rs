//! Lists as files for a spreadsheet. A cell that somebody typed stays a text there: it is never a formula.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// A list with headings, every cell a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub headings: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// Comma-separated, with the mark by which spreadsheets know that it is UTF-8.
pub fn to_csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = "\u{feff}".to_owned();
    for row in std::iter::once(&sheet.headings).chain(&sheet.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// A workbook keeps texts apart from formulas, so that nothing has to be changed in them.
pub fn to_xlsx(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet_name(&sheet.name))?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0..).zip(&sheet.headings) {
        page.write_string_with_format(0, column, short(heading), &bold)?;
    }
    for (line, row) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(row) {
            page.write_string(line, column, short(cell))?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.autofit();
    book.save_to_buffer()
}

/// A text that a spreadsheet would run gets an apostrophe before it.
fn harmless(cell: &str) -> String {
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{200b}']).chars().next();
    let would_run = first.is_some_and(|first| {
        matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '＝' | '＋' | '－' | '＠')
    });
    if would_run { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// A cell of a workbook holds no more.
fn short(cell: &str) -> String {
    cell.chars().take(32_000).collect()
}

/// The names of sheets are short and lack some signs.
fn sheet_name(name: &str) -> String {
    let name: String = name.chars().filter(|sign| !"[]:*?/\\'".contains(*sign)).take(31).collect();
    if name.trim().is_empty() { "1".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::{Sheet, to_csv, to_xlsx};

    fn sheet(cell: &str) -> Sheet {
        Sheet { name: "Cases: [all]".to_owned(), headings: vec!["Title".to_owned()], rows: vec![vec![cell.to_owned()]] }
    }

    fn csv(cell: &str) -> String {
        String::from_utf8(to_csv(&sheet(cell))).unwrap()
    }

    #[test]
    fn nothing_typed_runs_in_a_spreadsheet() {
        for formula in
            ["=HYPERLINK(\"http://x\")", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "\u{feff}=1", "\r=1", "＝1"]
        {
            assert!(csv(formula).contains("\"'"), "{formula:?}");
        }
        assert!(csv("Harbour, \"night\"").ends_with("\"Harbour, \"\"night\"\"\"\r\n"));
        assert!(csv("two\r\n=lines").ends_with("\"two\r\n=lines\"\r\n"));
    }

    #[test]
    fn a_workbook_takes_texts_of_any_length_and_name() {
        assert!(to_xlsx(&sheet(&"=Ә".repeat(40_000))).unwrap().starts_with(b"PK"));
        assert!(to_xlsx(&Sheet::default()).unwrap().starts_with(b"PK"));
    }
}
