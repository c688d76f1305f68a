//! Formats, and files that are not what they say.

mod made;

use costs::{Column, Field, Limits, Options, Refusal, Severity, Staged, stage};

fn read(bytes: &[u8]) -> Staged {
    stage(bytes, "ledger.xlsx", &Options::default()).expect("a ledger")
}

fn refusal(bytes: &[u8], limits: Limits) -> Refusal {
    stage(bytes, "ledger.xlsx", &Options { limits, ..Options::default() }).expect_err("a refusal")
}

fn refused(bytes: &[u8]) -> &'static str {
    refusal(bytes, Limits::default()).key()
}

fn lines(staged: &Staged) -> Vec<String> {
    let text = |line, field| staged.text(line, field).unwrap_or_default().into_owned();
    let shown = |line| format!("{} {}", text(line, Field::Account), text(line, Field::Description));
    staged.lines.iter().map(|line| format!("{} {} {}", line.row, line.amount, shown(line))).collect()
}

const ROWS: &[&[&str]] = &[
    &["Acct", "Description", "Amount, USD"],
    &["1100", "Script", "1200.5"],
    &["3300", "Camera rental", "0.30000000000000004"],
];
const LINES: [&str; 2] = ["2 1200.50 USD 1100 Script", "3 0.30 USD 3300 Camera rental"];

#[test]
fn the_same_ledger_is_read_from_every_format() {
    let cells: Vec<(u16, u16, &str)> = (0..)
        .zip(ROWS)
        .flat_map(|(row, cells)| (0..).zip(*cells).map(move |(column, cell)| (row, column, *cell)))
        .collect();
    let ods_cell = |cell: &str| match cell.parse::<f64>() {
        Ok(_) => format!("<table:table-cell office:value-type=\"float\" office:value=\"{cell}\"/>"),
        Err(_) => format!("<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"),
    };
    let ods_row = |row: &&[&str]| {
        let cells: String = row.iter().map(|cell| ods_cell(cell)).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let ods_rows: String = ROWS.iter().map(ods_row).collect();
    let csv: String = ROWS.iter().map(|row| row.join(";").replace(".5", ",5") + "\n").collect();
    for (format, bytes) in [
        ("xlsx", made::xlsx(ROWS)),
        ("xlsb", made::xlsb(ROWS)),
        ("xls", made::xls(&cells)),
        ("ods", made::ods(&ods_rows)),
        ("text", csv.into_bytes()),
    ] {
        let staged = read(&bytes);
        assert_eq!(staged.format.name(), format);
        assert_eq!(lines(&staged), LINES, "{format}");
        assert!(staged.is_usable(), "{format}");
    }
}

#[test]
fn each_file_that_cannot_be_read_has_its_own_refusal() {
    let whole = made::xlsx(ROWS);
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data></manifest:encryption-data>\
                    </manifest:file-entry></manifest:manifest>";
    let secret_ods = made::zip(&[("content.xml", b"\x01\x02"), ("META-INF/manifest.xml", manifest.as_bytes())]);
    for (key, bytes) in [
        ("costs-refusal-empty", Vec::new()),
        ("costs-refusal-damaged", whole[..whole.len() / 2].to_vec()),
        ("costs-refusal-damaged", b"PK\x03\x04 and nothing more".to_vec()),
        ("costs-refusal-encrypted", made::ole(&[("EncryptedPackage", &[7; 5000]), ("EncryptionInfo", &[1; 40])])),
        ("costs-refusal-encrypted", secret_ods),
        ("costs-refusal-not-a-spreadsheet", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("costs-refusal-not-a-spreadsheet", b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec()),
        ("costs-refusal-not-a-spreadsheet", b"%PDF-1.7\n%\xe2\xe3".to_vec()),
        ("costs-refusal-not-a-spreadsheet", b"<!DOCTYPE html><html><body><table>".to_vec()),
        ("costs-refusal-not-a-spreadsheet", made::zip(&[("photo.jpg", b"...")])),
        ("costs-refusal-not-a-spreadsheet", made::ole(&[("WordDocument", &[0; 5000])])),
        ("costs-refusal-not-a-spreadsheet", (0..=255).cycle().take(4000).collect()),
        ("costs-refusal-nothing-inside", made::xlsx(&[])),
        ("costs-refusal-nothing-inside", b"\n\n  \n".to_vec()),
        ("costs-refusal-no-ledger", made::xlsx(&[&["Dear Sir or Madam"], &["please find enclosed"]])),
    ] {
        assert_eq!(refused(&bytes), key, "{:?}", bytes.get(..8));
    }
}

#[test]
fn a_zip_bomb_is_refused_before_it_goes_off() {
    let limits = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    let most = limits.unpacked_bytes;
    let bomb = made::zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &vec![b' '; 3 << 20])]);
    assert_eq!(refusal(&bomb, limits), Refusal::TooManyUnpackedBytes { most });
    // A directory that says the part is small only stops the unpacking sooner.
    let mut liar = bomb;
    let second = |mark: &[u8]| (0..liar.len() - 4).filter(|at| liar[*at..].starts_with(mark)).nth(1);
    for (at, offset) in [(second(b"PK\x03\x04"), 22), (second(b"PK\x01\x02"), 24)] {
        let at = at.expect("a second part") + offset;
        liar[at..at + 4].copy_from_slice(&[9, 0, 0, 0]);
    }
    assert_eq!(refusal(&liar, limits).key(), "costs-refusal-damaged");
}

#[test]
fn too_much_is_refused_with_the_limit() {
    let limits = Limits { rows: 3, columns: 4, cells: 5, ..Limits::default() };
    let rows = |count: usize| made::xlsx(&vec![&["1"][..]; count]);
    assert_eq!(refusal(&rows(4), limits), Refusal::TooManyRows { sheet: "Sheet1".into(), most: 3 });
    assert_eq!(refusal(&made::xlsx(&[&["1"; 5]]), limits), Refusal::TooManyColumns { sheet: "Sheet1".into(), most: 4 });
    assert_eq!(refusal(&made::xlsx(&[&["1"; 3], &["1"; 3]]), limits).key(), "costs-refusal-too-many-cells");
    let bytes = refusal(&[b'a'; 10], Limits { bytes: 9, ..Limits::default() });
    assert_eq!(bytes, Refusal::TooManyBytes { found: 10, most: 9 });
    // Two million rows of a text file end at the limit, long before the file does.
    let long = "1100;Script;5\n".repeat(2_000_000);
    assert_eq!(refused(long.as_bytes()), "costs-refusal-too-many-rows");
}

#[test]
fn repeated_cells_and_far_corners_take_no_memory() {
    let blank = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
                 table:number-columns-repeated=\"16384\"/></table:table-row>";
    assert_eq!(refused(&made::ods(blank)), "costs-refusal-nothing-inside");
    let filled = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
                  office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    assert_eq!(refused(&made::ods(filled)), "costs-refusal-too-many-rows");
    assert_eq!(refused(&made::ods("<table:table-row>")), "costs-refusal-damaged");
    assert_eq!(refused(&made::xls(&[(0, 0, "1"), (65_535, 65_535, "1")])), "costs-refusal-too-many-cells");
}

#[test]
fn error_cells_and_formulas_are_seen() {
    let staged = read(&made::xlsx(&[
        &["Account", "Description", "Amount", "Currency", "Vendor"],
        &["1100", "Script", "=1+1->2", "USD", "A"],
        &["1101", "Polish", "=Z9->#REF!", "USD", "B"],
        &["1102", "Rights", "3", "USD", "=Z9->#N/A"],
    ]));
    assert_eq!(lines(&staged), ["2 2.00 USD 1100 Script", "4 3.00 USD 1102 Rights"]);
    let errors: Vec<(String, String)> = staged
        .problems
        .rows()
        .iter()
        .filter(|problem| problem.severity() == Severity::Blocker)
        .map(|problem| (problem.origin.to_string(), problem.found.clone()))
        .collect();
    assert_eq!(errors, [("Sheet1!C3".into(), "#REF!".into()), ("Sheet1!E4".into(), "#N/A".into())]);
}

#[test]
fn the_sheet_that_looks_like_a_ledger_is_chosen() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Notes").unwrap().write(0, 0, "Amount of patience needed: large").unwrap();
    let ledger = book.add_worksheet().set_name("GL").unwrap();
    for (row, cells) in (0..).zip(ROWS) {
        ledger.write_row(row, 0, cells.iter().copied()).unwrap();
    }
    book.add_worksheet().set_name("Empty").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let staged = read(&bytes);
    let chosen: Vec<(&str, bool)> = staged.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_chosen)).collect();
    assert_eq!(chosen, [("Notes", false), ("GL", true), ("Empty", false)]);
    let wish = |sheet| stage(&bytes, "x", &Options { sheet: Some(sheet), ..Options::default() });
    assert_eq!(wish("Notes").err().map(|refusal| refusal.key()), Some("costs-refusal-no-ledger"));
    assert_eq!(wish("Budget").err(), Some(Refusal::NoSuchSheet { sheet: "Budget".into() }));
}

#[test]
fn a_day_kept_as_a_number_is_the_same_day() {
    let text = "Description;Amount, EUR;Date\nScript;5;46082\nPolish;6;01.03.2026\n";
    let staged = read(text.as_bytes());
    let days: Vec<String> = staged.lines.iter().filter_map(|line| line.incurred).map(|day| day.to_string()).collect();
    assert_eq!(days, ["2026-03-01", "2026-03-01"]);
    assert_eq!(staged.origin(&staged.lines[0], Field::Incurred).unwrap().column, Some(Column(2)));
}

#[test]
fn looks_say_the_currency_and_the_level() {
    use rust_xlsxwriter::Format;
    let (tenge, dollar) =
        (Format::new().set_num_format("# ##0.00 [$₸-43F]"), Format::new().set_num_format("\"$\"#,##0"));
    let deeper = Format::new().set_indent(1);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["Item", "Cost"]).unwrap();
    sheet.write(1, 0, "Camera").unwrap().write_with_format(1, 1, 300, &tenge).unwrap();
    sheet.write_with_format(2, 0, "Body", &deeper).unwrap().write_with_format(2, 1, 200, &tenge).unwrap();
    sheet.write_with_format(3, 0, "Lenses", &deeper).unwrap().write_with_format(3, 1, 100, &tenge).unwrap();
    sheet.write(4, 0, "Visual effects").unwrap().write_with_format(4, 1, 7, &dollar).unwrap();
    let staged = read(&book.save_to_buffer().unwrap());
    assert_eq!(lines(&staged), ["3 200.00 KZT  Body", "4 100.00 KZT  Lenses", "5 7.00 USD  Visual effects"]);
}
