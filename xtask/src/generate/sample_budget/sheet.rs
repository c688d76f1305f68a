//! The budget as an office would lay it out: a title page, merged headings in two rows, nested accounts with their
//! sums, totals by currency.

use super::plan::{Line, Plan};
use anyhow::{Context, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet};
use std::collections::BTreeMap;

const HEADING_ROW: u32 = 5;
const AMOUNT: u16 = 5;
const CURRENCY: u16 = 6;
const LAST_COLUMN: u16 = 13;

/// A heading over one column, or over several with a row of their own below.
const HEADINGS: [(&str, &[&str]); 10] = [
    ("Код", &[]),
    ("Статья расходов", &[]),
    ("Расчёт", &["Кол-во", "Ед. изм.", "Цена"]),
    ("Стоимость", &["Сумма", "Валюта"]),
    ("Поставщик", &["Наименование", "Страна"]),
    ("ФИО", &[]),
    ("Место выполнения работ", &[]),
    ("Вид затрат", &[]),
    ("Дата расхода", &[]),
    ("Примечание", &[]),
];

const WIDTHS: [f64; 14] = [9.0, 56.0, 9.0, 11.0, 14.0, 17.0, 9.0, 30.0, 17.0, 22.0, 16.0, 12.0, 13.0, 26.0];

struct Formats {
    title: Format,
    heading: Format,
    section: Format,
    group: Format,
    amount: Format,
    group_amount: Format,
    day: Format,
    total: Format,
}

pub(super) fn write(plan: &Plan) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2025, 12, 25)?;
    book.set_properties(&DocProperties::new().set_title(&plan.title).set_creation_datetime(&made));
    title_page(book.add_worksheet(), plan)?;
    budget(book.add_worksheet(), plan)?;
    book.save_to_buffer().context("writing the workbook")
}

fn title_page(sheet: &mut Worksheet, plan: &Plan) -> Result<()> {
    sheet.set_name("Титул")?.set_column_width(0, 100)?;
    let formats = formats();
    sheet.write_with_format(1, 0, &plan.title, &formats.title)?;
    sheet.write(3, 0, &plan.producer)?;
    sheet.write(4, 0, &plan.remark)?;
    sheet.write(6, 0, "Разделы бюджета")?;
    for (row, section) in (7..).zip(&plan.sections) {
        sheet.write(row, 0, format!("{}. {}", section.code, section.name))?;
    }
    Ok(())
}

fn formats() -> Formats {
    let money = "# ##0.00";
    let boxed = Format::new().set_border(FormatBorder::Thin);
    let centred = boxed.clone().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    Formats {
        title: Format::new().set_bold().set_font_size(14),
        heading: centred.set_bold().set_text_wrap().set_background_color("#DDE6E4"),
        section: Format::new().set_bold().set_background_color("#EEF2F1"),
        group: Format::new().set_italic(),
        amount: Format::new().set_num_format(money),
        group_amount: Format::new().set_num_format(money).set_italic(),
        day: Format::new().set_num_format("dd.mm.yyyy"),
        total: Format::new().set_bold().set_num_format(money),
    }
}

fn budget(sheet: &mut Worksheet, plan: &Plan) -> Result<()> {
    let formats = formats();
    sheet.set_name("Бюджет")?.set_freeze_panes(HEADING_ROW + 3, 2)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.merge_range(0, 0, 0, LAST_COLUMN, &plan.title, &formats.title)?;
    sheet.merge_range(1, 0, 1, LAST_COLUMN, &plan.producer, &Format::new())?;
    sheet.merge_range(2, 0, 2, LAST_COLUMN, &plan.remark, &Format::new())?;
    headings(sheet, &formats)?;
    let mut row = HEADING_ROW + 3;
    for (place, section) in plan.sections.iter().enumerate() {
        let in_section: Vec<&Line> = plan.lines.iter().filter(|line| line.section == place).collect();
        sheet.write_with_format(row, 0, &section.code, &formats.section)?;
        sheet.write_with_format(row, 1, &section.name, &formats.section)?;
        row += 1;
        for lines in in_section.chunk_by(|one, other| one.group == other.group) {
            row = group(sheet, plan, lines, row, &formats)?;
        }
        row = totals(sheet, &in_section, &format!("Итого по разделу {}", section.code), row, &formats)?;
    }
    let all: Vec<&Line> = plan.lines.iter().collect();
    totals(sheet, &all, "Всего по бюджету", row + 1, &formats)?;
    Ok(())
}

/// Two rows of headings, merged upwards or sideways, and the row that numbers the columns.
fn headings(sheet: &mut Worksheet, formats: &Formats) -> Result<()> {
    let mut column = 0;
    for (heading, below) in HEADINGS {
        let width = u16::try_from(below.len().max(1))?;
        if below.is_empty() {
            sheet.merge_range(HEADING_ROW, column, HEADING_ROW + 1, column, heading, &formats.heading)?;
        } else {
            sheet.merge_range(HEADING_ROW, column, HEADING_ROW, column + width - 1, heading, &formats.heading)?;
        }
        for (own, text) in (column..).zip(below) {
            sheet.write_with_format(HEADING_ROW + 1, own, *text, &formats.heading)?;
        }
        column += width;
    }
    for column in 0..=LAST_COLUMN {
        sheet.write_with_format(HEADING_ROW + 2, column, column + 1, &formats.heading)?;
    }
    Ok(())
}

fn group(sheet: &mut Worksheet, plan: &Plan, lines: &[&Line], row: u32, formats: &Formats) -> Result<u32> {
    let first = lines.first().context("a group has lines")?;
    let heading = plan.groups.get(first.group).context("a line has a group")?;
    let (from, to) = (row + 1, row + u32::try_from(lines.len())?);
    let sum: i64 = lines.iter().map(|line| line.amount()).sum();
    sheet.write_with_format(row, 0, &heading.code, &formats.group)?;
    sheet.write_with_format(row, 1, &heading.name, &formats.group)?;
    let formula = Formula::new(format!("=SUM(F{}:F{})", from + 1, to + 1)).set_result(sum.to_string());
    sheet.write_formula_with_format(row, AMOUNT, formula, &formats.group_amount)?;
    sheet.write_with_format(row, CURRENCY, &first.currency, &formats.group)?;
    for (row, line) in (from..).zip(lines) {
        write_line(sheet, line, row, formats)?;
    }
    Ok(to + 1)
}

fn write_line(sheet: &mut Worksheet, line: &Line, row: u32, formats: &Formats) -> Result<()> {
    sheet.write(row, 0, &line.code)?;
    sheet.write(row, 1, &line.description)?;
    sheet.write(row, 2, line.quantity)?;
    sheet.write(row, 3, &line.unit)?;
    sheet.write_with_format(row, 4, line.price, &formats.amount)?;
    // Some people type the amount with its spaces instead of letting the sheet multiply.
    if line.code.ends_with('7') {
        sheet.write(row, AMOUNT, typed(line.amount()))?;
    } else {
        let product = Formula::new(format!("=C{0}*E{0}", row + 1)).set_result(line.amount().to_string());
        sheet.write_formula_with_format(row, AMOUNT, product, &formats.amount)?;
    }
    sheet.write(row, CURRENCY, &line.currency)?;
    sheet.write(row, 7, &line.supplier)?;
    sheet.write(row, 8, &line.country)?;
    if let Some(person) = &line.person {
        sheet.write(row, 9, person)?;
    }
    sheet.write(row, 10, if line.is_here { "Казахстан" } else { "За рубежом" })?;
    sheet.write(row, 11, &line.kind)?;
    if let Some(day) = line.day {
        match day % 2 {
            0 => sheet.write(row, 12, format!("{day}.12.2025"))?,
            _ => {
                let day = ExcelDateTime::from_ymd(2025, 12, u8::try_from(day)?)?;
                sheet.write_datetime_with_format(row, 12, &day, &formats.day)?
            }
        };
        sheet.write(row, LAST_COLUMN, "аванс оплачен")?;
    }
    Ok(())
}

/// `1 234 567,00` with no-break spaces, as offices type it.
fn typed(amount: i64) -> String {
    let digits = amount.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text + ",00"
}

fn totals(sheet: &mut Worksheet, lines: &[&Line], label: &str, row: u32, formats: &Formats) -> Result<u32> {
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    lines.iter().for_each(|line| *sums.entry(&line.currency).or_default() += line.amount());
    let mut row = row;
    for (currency, sum) in sums {
        sheet.write_with_format(row, 1, format!("{label}, {currency}"), &formats.total)?;
        sheet.write_with_format(row, AMOUNT, sum, &formats.total)?;
        sheet.write_with_format(row, CURRENCY, currency, &formats.total)?;
        row += 1;
    }
    Ok(row)
}
