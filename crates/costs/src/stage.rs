use kernel::Currency;

use crate::{
    Field, Limits, MappedColumn, Mapping, Origin, Problem, ProblemKind, Problems, Refusal, SheetChoice, Staged,
    cells::Cells,
    columns,
    header::{self, Heading},
    headings,
    names::{Names, fold},
    nesting, reading,
    sheet::Sheet,
    workbook::{Extent, SheetName, Workbook},
};

/// What the caller knows beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    pub limits: Limits,
    /// The sheet a person has chosen.
    pub sheet: Option<&'a str>,
    /// A mapping saved before, or edited just now.
    pub mapping: Option<&'a Mapping>,
    /// The currency of amounts for which the file names none.
    pub currency: Option<Currency>,
}

const ROWS_TO_JUDGE_A_SHEET: u32 = 120;

/// Reads a budget or a ledger. See the [crate](crate) for an example.
pub fn stage(bytes: &[u8], file_name: &str, options: &Options<'_>) -> Result<Staged, Refusal> {
    let limits = &options.limits;
    let mut book = Workbook::open(bytes, file_name, limits)?;
    let (sheet, sheets) = choose(&mut book, options)?;
    let mut problems = Problems::default();
    let (mut mapping, heading) = match options.mapping.and_then(|saved| fit(saved, &sheet)) {
        Some(fitted) => fitted,
        None => {
            let found = header::find(&sheet).or_else(|| columns::map_by_contents(&sheet));
            let names = || sheets.iter().map(|choice| choice.name.clone()).collect();
            let heading = found.ok_or_else(|| Refusal::NoLedger { sheets: names() })?;
            let rows = (!heading.rows.is_empty())
                .then(|| (sheet.row_number(heading.rows.start), sheet.row_number(heading.rows.end.saturating_sub(1))));
            let (mut mapping, found) = columns::map(&sheet, &heading, rows);
            if let Some(saved) = options.mapping {
                mapping.constants.clone_from(&saved.constants);
                mapping.values.clone_from(&saved.values);
                let origin = Origin { sheet: sheet.name.clone(), row: None, column: None };
                let kind = ProblemKind::MappingDoesNotFit;
                problems.add(Problem { kind, origin, found: saved.sheet.clone(), expected: String::new() }, limits);
            }
            found.into_iter().for_each(|problem| problems.add(problem, limits));
            (mapping, heading)
        }
    };
    let cells = Cells { sheet };
    let body = heading.body(&cells.sheet);
    cells.learn_conventions(&mut mapping.columns, body.clone());
    settle_currency(&cells.sheet, &heading, &mut mapping, options.currency);
    let rows = reading::read(&cells, &mapping, heading.rows.clone(), body, &mut problems, limits);
    let nested = nesting::settle(&cells, &mapping, &rows, &mut problems, limits);
    let mut staged = Staged {
        format: book.format,
        text_form: book.text_form,
        sheets,
        mapping,
        lines: nested.lines,
        problems,
        totals: nested.totals,
        cells,
        headings: nested.headings,
    };
    crate::category::assign(&mut staged, limits);
    crate::checks::twins(&mut staged, limits);
    crate::checks::products(&mut staged, limits);
    Ok(staged)
}

/// The sheet a person chose, else the one that looks most like a ledger.
fn choose(book: &mut Workbook<'_>, options: &Options<'_>) -> Result<(Sheet, Vec<SheetChoice>), Refusal> {
    let limits = &options.limits;
    let names: Vec<SheetName> = book.sheets().to_vec();
    let has = |name: &str| names.iter().any(|sheet| sheet.name == name);
    let wanted = options.sheet.or(options.mapping.map(|mapping| mapping.sheet.as_str()).filter(|name| has(name)));
    let choice = |sheet: &SheetName, score, chosen: &str| SheetChoice {
        name: sheet.name.clone(),
        is_hidden: sheet.is_hidden,
        score,
        is_chosen: sheet.name == chosen,
    };
    if let [only] = names.as_slice()
        && wanted.is_none_or(|wanted| wanted == only.name)
    {
        let sheet = book.read(&only.name, Extent::Whole, limits)?;
        let score = header::find(&sheet).map_or(0, |heading| heading.score);
        let choices = vec![choice(only, score, &only.name)];
        return if sheet.row_count() == 0 { Err(Refusal::NothingInside) } else { Ok((sheet, choices)) };
    }
    let mut scores = Vec::new();
    for name in &names {
        let top = book.read(&name.name, Extent::Top(ROWS_TO_JUDGE_A_SHEET), limits)?;
        let found = header::find(&top);
        let rows_below = found.as_ref().map_or(0, |heading| top.row_count().saturating_sub(heading.rows.end));
        let rows_below = u32::try_from(rows_below.min(60)).unwrap_or(0);
        let score = found.map_or(0, |heading| heading.score + rows_below);
        let score = if name.is_hidden { score / 3 } else { score };
        scores.push((score, top.row_count()));
    }
    if scores.iter().all(|(_, rows)| *rows == 0) {
        return Err(Refusal::NothingInside);
    }
    // Of equals the first; a sheet with cells before one without.
    let best = names.iter().zip(&scores).rev().max_by_key(|(_, score)| **score).map(|(sheet, _)| sheet.name.as_str());
    let chosen = wanted.or(best).unwrap_or_default().to_owned();
    if !has(&chosen) {
        return Err(Refusal::NoSuchSheet { sheet: chosen });
    }
    let sheet = book.read(&chosen, Extent::Whole, limits)?;
    let choices = names.iter().zip(&scores).map(|(sheet, (score, _))| choice(sheet, *score, &chosen)).collect();
    Ok((sheet, choices))
}

/// A saved mapping brought to this sheet: its heading is looked for by its words, so rows and columns may have moved.
fn fit(saved: &Mapping, sheet: &Sheet) -> Option<(Mapping, Heading)> {
    let Some((first, last)) = saved.heading_rows else {
        return Some((saved.clone(), Heading { rows: 0..0, columns: Vec::new(), score: 0 }));
    };
    let height = usize::try_from(last.saturating_sub(first)).ok()?.min(8);
    let wanted: Vec<&MappedColumn> =
        saved.columns.iter().filter(|column| column.field.is_some() && !column.heading.is_empty()).collect();
    let matches = |heading: &Heading| {
        let is_there =
            |column: &&&MappedColumn| heading.columns.iter().any(|title| fold(&title.text) == fold(&column.heading));
        wanted.iter().filter(is_there).count()
    };
    let index_of = |number: u32| (0..sheet.row_count()).find(|index| sheet.row_number(*index) == number);
    let own_place = index_of(first).zip(index_of(last)).map(|(first, last)| header::at(sheet, first, last));
    let elsewhere = (0..sheet.row_count().min(200)).map(|start| {
        let end = (start..sheet.row_count())
            .take_while(|end| sheet.row_number(*end) - sheet.row_number(start) <= height as u32)
            .last();
        header::at(sheet, start, end.unwrap_or(start))
    });
    let fits = |heading: &Heading| !wanted.is_empty() && matches(heading) == wanted.len();
    let heading = own_place.into_iter().chain(elsewhere).find(fits)?;
    let mut mapping = saved.clone();
    mapping.sheet.clone_from(&sheet.name);
    mapping.heading_rows =
        Some((sheet.row_number(heading.rows.start), sheet.row_number(heading.rows.end.saturating_sub(1))));
    // Headings that occur once move with their column; the others stay where they are.
    for column in &mut mapping.columns {
        let same = |title: &&header::Title| fold(&title.text) == fold(&column.heading);
        let mut titles = heading.columns.iter().filter(same);
        if let (Some(title), None) = (titles.next(), titles.next()) {
            column.column = title.column;
        }
    }
    Some((mapping, heading))
}

/// The currency of a ledger that has no column for it: from a title above the heading, else from the caller.
fn settle_currency(sheet: &Sheet, heading: &Heading, mapping: &mut Mapping, known: Option<Currency>) {
    let is_said = mapping.constant(Field::Currency).is_some() || mapping.column_of(Field::Currency).is_some();
    let Some(cost) = mapping.cost_field().filter(|_| !is_said) else { return };
    if mapping.columns_of(cost).all(|column| column.currency.is_some()) {
        return;
    }
    let names = Names::shipped();
    let titles = (0..heading.rows.start).flat_map(|row| sheet.row(row));
    let mut in_titles = titles.filter_map(|(_, cell)| names.currency_within(&sheet.shown(cell)));
    let in_headings = heading.columns.iter().filter(|title| headings::recognise(&title.text).0 == Some(cost));
    let mut in_headings = in_headings.filter_map(|title| names.currency_within(&title.text));
    if let Some(currency) = in_headings.next().or(in_titles.next()).or(known) {
        mapping.constants.insert(Field::Currency, currency.code().to_owned());
    }
}
