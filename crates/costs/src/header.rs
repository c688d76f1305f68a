//! Where the heading of a ledger is: some rows down, perhaps in two rows, perhaps nowhere.

use kernel::Currency;

use crate::{Column, Confidence, Field, headings, names::Names, sheet::Cell, sheet::Sheet};

/// How far down the heading may begin, counted in filled rows.
const SEARCHED_ROWS: usize = 80;
const MOST_HEADING_ROWS: usize = 3;

/// A heading as it was found: the filled rows it takes, and what each column is called.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    /// Indices of filled rows; the body begins after them. Empty if no row is a heading.
    pub(crate) rows: std::ops::Range<usize>,
    pub(crate) columns: Vec<Title>,
    pub(crate) score: u32,
}

impl Heading {
    /// Where the lines begin. Forms number their columns under the heading: that row belongs to neither.
    pub(crate) fn body(&self, sheet: &Sheet) -> std::ops::Range<usize> {
        let numbered = !self.rows.is_empty() && is_column_numbers(sheet, self.rows.end);
        self.rows.end + usize::from(numbered)..sheet.row_count()
    }
}

/// 1, 2, 3, 4 … in a row. Some forms begin to count after a first column without a number.
fn is_column_numbers(sheet: &Sheet, index: usize) -> bool {
    let mut expected = 1_i64;
    for (_, cell) in sheet.row(index) {
        let number = sheet.shown(cell).parse::<i64>();
        let is_next = |number: &i64| *number == expected || (expected == 1 && *number == 2);
        match number.ok().filter(is_next) {
            Some(number) => expected = number.saturating_add(1),
            None => return false,
        }
    }
    expected > 4
}

#[derive(Debug, Clone)]
pub(crate) struct Title {
    pub(crate) column: Column,
    /// The whole heading: `Сумма / KZT`.
    pub(crate) text: String,
    pub(crate) field: Option<Field>,
    pub(crate) confidence: Confidence,
}

/// The rows that look most like the heading of a ledger, if any do.
pub(crate) fn find(sheet: &Sheet) -> Option<Heading> {
    let searched = sheet.row_count().min(SEARCHED_ROWS);
    // A row that means nothing by itself can neither begin a heading nor, unless it names currencies, end one.
    let single: Vec<Option<Vec<Title>>> = (0..searched).map(|row| text_titles(sheet, row, row)).collect();
    let titles_of = |row: usize| single.get(row).and_then(Option::as_ref).map_or(&[][..], Vec::as_slice);
    let begins = |row: usize| titles_of(row).iter().any(|title| title.field.is_some());
    let ends = |row: usize| begins(row) || titles_of(row).iter().any(|title| title.currency().is_some());
    let mut best: Option<Heading> = None;
    for first in (0..searched).filter(|row| begins(*row)) {
        for last in (first..first + MOST_HEADING_ROWS).filter(|row| ends(*row)) {
            // Rows far apart are not one heading.
            if sheet.row_number(last) - sheet.row_number(first) >= MOST_HEADING_ROWS as u32 {
                break;
            }
            let titles =
                if last == first { single.get(first).cloned().flatten() } else { text_titles(sheet, first, last) };
            let Some(found) = titles.and_then(|titles| judge(sheet, first, last, titles)) else { continue };
            if best.as_ref().is_none_or(|best| found.score > best.score) {
                best = Some(found);
            }
        }
    }
    best
}

impl Title {
    pub(crate) fn currency(&self) -> Option<Currency> {
        Names::shipped().currency_within(&self.text)
    }
}

/// The heading in rows a person or a saved mapping has chosen.
pub(crate) fn at(sheet: &Sheet, first: usize, last: usize) -> Heading {
    let columns = titles(sheet, first, last);
    Heading { rows: first..last + 1, columns, score: 0 }
}

/// The titles of rows that could be a heading; none for rows of figures.
fn text_titles(sheet: &Sheet, first: usize, last: usize) -> Option<Vec<Title>> {
    let cells = (first..=last).flat_map(|row| sheet.row(row));
    let (texts, others): (Vec<Cell>, Vec<Cell>) =
        cells.map(|(_, cell)| cell).partition(|cell| matches!(cell, Cell::Text(_)));
    (others.len() * 2 <= texts.len()).then(|| titles(sheet, first, last))
}

fn judge(sheet: &Sheet, first: usize, last: usize, columns: Vec<Title>) -> Option<Heading> {
    let cells = (first..=last).flat_map(|row| sheet.row(row));
    let numbers = cells.filter(|(_, cell)| !matches!(cell, Cell::Text(_))).count();
    let numbers = u32::try_from(numbers).unwrap_or(u32::MAX);
    let points = |title: &Title| match (title.field, title.confidence) {
        (Some(field), Confidence::Sure) if Field::COSTS.contains(&field) => 8,
        (Some(_), Confidence::Sure) => 5,
        (Some(_), Confidence::Check) => 2,
        (None, Confidence::Sure) => 1,
        (_, _) => 0,
    };
    let known = columns.iter().filter(|title| title.field.is_some()).count();
    let has_cost = columns.iter().any(|title| title.field.is_some_and(|field| Field::COSTS.contains(&field)));
    let enough = known >= 3 || (known >= 2 && has_cost);
    // Two columns of the same meaning are worth no more than one.
    let mut fields: Vec<Option<Field>> = Vec::new();
    let mut score = 0_u32;
    for title in &columns {
        let worth = points(title);
        let is_new = title.field.is_none() || !fields.contains(&title.field);
        score += if is_new { worth * 2 } else { worth.min(1) };
        fields.push(title.field);
    }
    // Figures speak against it, and a second heading row has to earn its place.
    let extra_rows = u32::try_from(last - first).unwrap_or(0);
    let score = score.saturating_sub(numbers.saturating_mul(6)).saturating_sub(extra_rows * 2);
    (enough && score > 0).then_some(Heading { rows: first..last + 1, columns, score })
}

fn titles(sheet: &Sheet, first: usize, last: usize) -> Vec<Title> {
    let mut parts: std::collections::BTreeMap<Column, Vec<String>> = std::collections::BTreeMap::new();
    for row in first..=last {
        let cells: Vec<(Column, String)> = sheet.row(row).map(|(at, cell)| (at, sheet.shown(cell).into())).collect();
        let below: Vec<Column> = match row < last {
            true => sheet.row(row + 1).map(|(at, _)| at).collect(),
            false => Vec::new(),
        };
        for (place, (at, text)) in cells.iter().enumerate() {
            parts.entry(*at).or_default().push(text.clone());
            // A merged heading keeps its text in its first cell. It reaches over the blanks to its right,
            // as long as the row below has headings there and below the merged cell itself.
            if !below.contains(at) {
                continue;
            }
            let next_at = cells.get(place + 1).map_or(u16::MAX, |(next, _)| next.0);
            let reached = below.iter().filter(|under| under.0 > at.0 && under.0 < next_at);
            for under in reached {
                parts.entry(*under).or_default().push(text.clone());
            }
        }
    }
    parts.into_iter().map(|(column, parts)| title(column, &parts)).collect()
}

/// The column's own words count most, then all of them together, then what stands above.
fn title(column: Column, parts: &[String]) -> Title {
    let text = parts.join(" / ");
    let (field, confidence) = match parts {
        [] => (None, Confidence::None),
        [own] => headings::recognise(own),
        [above @ .., own] => headings::recognise_under(&above.join(" "), own),
    };
    Title { column, text, field, confidence }
}
