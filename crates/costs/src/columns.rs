//! From headings to a mapping: one column for each field, checked against what the cells really hold.

use std::collections::BTreeMap;

use kernel::Currency;

use crate::{
    Column, Confidence, Field, MappedColumn, Mapping, Origin, Problem, ProblemKind, date,
    field::FieldType,
    header::{Heading, Title},
    mapping::plain_column,
    names::Names,
    number,
    sheet::{Cell, Sheet},
};

/// What the cells of one column are, in the first rows of the body.
#[derive(Debug, Clone, Default)]
pub(crate) struct Contents {
    pub(crate) filled: usize,
    pub(crate) numbers: usize,
    pub(crate) days: usize,
    pub(crate) samples: Vec<String>,
    longest: usize,
    account_like: usize,
    rows: Vec<usize>,
}

const LOOKED_AT: usize = 400;

pub(crate) fn contents(sheet: &Sheet, body: std::ops::Range<usize>) -> BTreeMap<Column, Contents> {
    let names = Names::shipped();
    let mut columns: BTreeMap<Column, Contents> = BTreeMap::new();
    for row in body.take(LOOKED_AT) {
        for (at, cell) in sheet.row(row) {
            let contents = columns.entry(at).or_default();
            let shown = sheet.shown(cell);
            contents.filled += 1;
            contents.rows.push(row);
            contents.longest = contents.longest.max(shown.chars().count());
            contents.account_like += usize::from(is_account_like(&shown));
            match cell {
                Cell::Number(_) | Cell::Whole(_) => contents.numbers += 1,
                Cell::Day(_) => contents.days += 1,
                Cell::Text(_) => {
                    let is_number = number::read(&shown, None, names).err();
                    let is_number = !matches!(is_number, Some(number::NumberFault::NotANumber));
                    let is_day = date::read(&shown, Some(crate::DayOrder::DayFirst), names).is_ok();
                    contents.numbers += usize::from(is_number && !is_day);
                    contents.days += usize::from(is_day);
                }
                Cell::Truth(_) | Cell::Fault(_) => {}
            }
            if contents.samples.len() < 3 && !contents.samples.iter().any(|sample| *sample == shown) {
                contents.samples.push(shown.into_owned());
            }
        }
    }
    columns
}

fn is_account_like(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/' | b' '));
    digits > 0 && text.len() <= 20 && plain
}

/// A mapping made from a heading, and what a person should look at in it.
pub(crate) fn map(sheet: &Sheet, heading: &Heading, rows: Option<(u32, u32)>) -> (Mapping, Vec<Problem>) {
    let contents = contents(sheet, heading.body(sheet));
    let mut mapping = Mapping {
        sheet: sheet.name.clone(),
        heading_rows: rows,
        columns: Vec::new(),
        constants: BTreeMap::new(),
        values: BTreeMap::new(),
        chart: None,
    };
    for title in &heading.columns {
        mapping.columns.push(mapped(title, contents.get(&title.column)));
    }
    // A column without a heading is shown too: somebody may want it.
    for (column, contents) in &contents {
        if !heading.columns.iter().any(|title| title.column == *column) {
            mapping.columns.push(MappedColumn { samples: contents.samples.clone(), ..plain_column(*column) });
        }
    }
    mapping.columns.sort_by_key(|column| column.column);
    let mut problems = Vec::new();
    settle_equivalents(sheet, &mut mapping, &contents, &mut problems);
    settle_doubles(&mut mapping, &mut problems);
    for column in &mapping.columns {
        if let (Some(field), Confidence::Check) = (column.field, column.confidence) {
            problems.push(column_problem(sheet, column, ProblemKind::ColumnToCheck, field));
        }
    }
    (mapping, problems)
}

fn column_problem(sheet: &Sheet, column: &MappedColumn, kind: ProblemKind, field: Field) -> Problem {
    let origin = Origin { sheet: sheet.name.clone(), row: None, column: Some(column.column) };
    Problem { kind, origin, found: column.heading.clone(), expected: field.name().to_owned() }
}

fn mapped(title: &Title, contents: Option<&Contents>) -> MappedColumn {
    let names = Names::shipped();
    let none = Contents::default();
    let contents = contents.unwrap_or(&none);
    let half = contents.filled / 2;
    // A heading can say one thing and the cells another; then the cells are right.
    let (field, confidence) = match (title.field.map(|field| (field, field.kind())), title.confidence) {
        (Some((_, FieldType::Money | FieldType::Number)), _) if contents.filled > 0 && contents.numbers == 0 => {
            (None, Confidence::None)
        }
        (Some((_, FieldType::Day)), _) if contents.filled > 0 && contents.days == 0 && contents.numbers <= half => {
            (None, Confidence::None)
        }
        (Some((field, FieldType::Money | FieldType::Number)), _) if contents.numbers < half => {
            (Some(field), Confidence::Check)
        }
        (Some((field, FieldType::Day)), _) if contents.days < half => (Some(field), Confidence::Check),
        (field, confidence) => (field.map(|(field, _)| field), confidence),
    };
    let is_money = field.is_some_and(|field| field.kind() == FieldType::Money);
    MappedColumn {
        heading: title.text.clone(),
        field,
        confidence,
        samples: contents.samples.clone(),
        currency: names.currency_within(&title.text).filter(|_| is_money).map(|currency| currency.code().to_owned()),
        multiplier: names.multiplier_within(&title.text).filter(|_| is_money).unwrap_or(1),
        ..plain_column(title.column)
    }
}

/// Amount columns side by side that are all filled say the same cost in several currencies: only one of them counts.
/// If at most one is filled in a row, each is a cost of its own.
fn settle_equivalents(
    sheet: &Sheet,
    mapping: &mut Mapping,
    contents: &BTreeMap<Column, Contents>,
    problems: &mut Vec<Problem>,
) {
    let Some(cost) = mapping.cost_field() else { return };
    let columns: Vec<Column> = mapping.columns_of(cost).map(|column| column.column).collect();
    let currencies: Vec<Option<Currency>> = mapping.columns_of(cost).map(MappedColumn::currency).collect();
    let mut distinct = currencies.clone();
    distinct.sort();
    distinct.dedup();
    if columns.len() < 2 || distinct.len() < columns.len() {
        return;
    }
    let names = Names::shipped();
    let is_total = |row: usize| {
        sheet.row(row).any(|(_, cell)| matches!(cell, Cell::Text(id) if names.total(sheet.text(id)).is_some()))
    };
    let mut filled: BTreeMap<usize, usize> = BTreeMap::new();
    for row in columns.iter().filter_map(|column| contents.get(column)).flat_map(|contents| &contents.rows) {
        *filled.entry(*row).or_default() += 1;
    }
    let lines: Vec<usize> = filled.into_iter().filter(|(row, _)| !is_total(*row)).map(|(_, count)| count).collect();
    let several = lines.iter().filter(|count| **count > 1).count();
    if several * 2 <= lines.len() {
        return;
    }
    let has_currency_column = mapping.column_of(Field::Currency).is_some();
    let kept = columns.iter().zip(&currencies).find(|(_, currency)| currency.is_none() == has_currency_column);
    let kept = kept.or(columns.iter().zip(&currencies).next()).map(|(column, _)| *column);
    for column in &mut mapping.columns {
        if column.field == Some(cost) && Some(column.column) != kept {
            column.field = None;
            column.confidence = Confidence::Check;
            problems.push(Problem {
                kind: ProblemKind::EquivalentColumn,
                origin: Origin { sheet: sheet.name.clone(), row: None, column: Some(column.column) },
                found: column.heading.clone(),
                expected: kept.map(|kept| kept.to_string()).unwrap_or_default(),
            });
        }
    }
}

/// One column for each field; for amounts one for each currency. The surer heading wins, then the longer one,
/// then the one to the left. Two amounts that cannot be told apart are for a person to choose.
fn settle_doubles(mapping: &mut Mapping, problems: &mut Vec<Problem>) {
    for field in Field::ALL {
        let mut rivals: Vec<MappedColumn> = mapping.columns_of(field).cloned().collect();
        rivals.sort_by(|one, other| {
            let length = |column: &MappedColumn| column.heading.chars().count();
            let order = other.confidence.cmp(&one.confidence);
            if field.kind() == FieldType::Text { order.then(length(other).cmp(&length(one))) } else { order }
        });
        let mut kept: Vec<MappedColumn> = Vec::new();
        for rival in rivals {
            let beaten_by = kept.iter().find(|column| column.currency == rival.currency);
            let Some(winner) = beaten_by.cloned() else {
                kept.push(rival);
                continue;
            };
            let is_tie = winner.confidence == rival.confidence && field.kind() == FieldType::Money;
            if is_tie {
                problems.push(Problem {
                    kind: ProblemKind::TwoColumnsForOneField,
                    origin: Origin { sheet: mapping.sheet.clone(), row: None, column: Some(rival.column) },
                    found: rival.heading.clone(),
                    expected: winner.column.to_string(),
                });
            }
            // Two columns of words: the left one usually names the section, the right one the cost.
            let spare = match field {
                Field::Description if mapping.column_of(Field::Category).is_none() => Some(Field::Category),
                _ => None,
            };
            if let Some(column) = mapping.columns.iter_mut().find(|column| column.column == rival.column) {
                column.field = spare;
                column.confidence = if spare.is_some() { Confidence::Check } else { Confidence::None };
            }
        }
    }
}

/// A mapping for a sheet without a heading, by what the cells are: an account, a text, the last column of numbers.
pub(crate) fn map_by_contents(sheet: &Sheet) -> Option<Heading> {
    let contents = contents(sheet, 0..sheet.row_count());
    let most = contents.values().map(|contents| contents.filled).max()?;
    let is_full = |contents: &Contents| contents.filled * 2 >= most && contents.filled >= 3;
    let is_mostly = |part: usize, contents: &Contents| part * 10 >= contents.filled * 9;
    let find = |test: &dyn Fn(&Contents) -> bool| {
        contents.iter().filter(|(_, contents)| test(contents)).map(|(column, _)| *column).collect::<Vec<_>>()
    };
    let accounts = find(&|contents| is_full(contents) && is_mostly(contents.account_like, contents));
    let account = accounts.first().copied();
    let amounts = find(&|contents| is_full(contents) && is_mostly(contents.numbers, contents));
    let amount = amounts.last().copied().filter(|amount| Some(*amount) != account)?;
    let texts = find(&|contents| is_full(contents) && contents.numbers * 2 < contents.filled && contents.days == 0);
    let description = texts
        .into_iter()
        .filter(|column| Some(*column) != account)
        .max_by_key(|column| contents.get(column).map_or(0, |contents| contents.longest))?;
    let day = find(&|contents| is_full(contents) && is_mostly(contents.days, contents)).first().copied();
    let found = [
        (account, Field::Account),
        (Some(description), Field::Description),
        (Some(amount), Field::Amount),
        (day, Field::Incurred),
    ];
    let title = |(column, field): (Option<Column>, Field)| {
        Some(Title { column: column?, text: String::new(), field: Some(field), confidence: Confidence::Check })
    };
    Some(Heading { rows: 0..0, columns: found.into_iter().filter_map(title).collect(), score: 1 })
}
